/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review-shapes.h"

#include "mull-review.h"
#include "mull-reviewer.h"
#include "mull-rule-reader.h"

/* The record shows two broken promises. */
static GPtrArray *
review (const Shape *shape, MullRuleSet *rules)
{
  g_autoptr (MullReviewer) reviewer = mull_reviewer_new (shape->kind, rules);
  MullReviewPiece piece = { shape->beat, shape->text, MULL_REMARKS_ALL, 0 };

  reviewer->n_broken = 2;
  return mull_review_script (&piece, 1, mull_thresholds_get_default (), reviewer);
}

static gboolean
is_marked (const Shape *shape, const GPtrArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      const MullRemark *remark = remarks->pdata[i];

      if (shape->category == NOTHING ? remark->of_words : (int) remark->category == shape->category)
        return TRUE;
    }
  return FALSE;
}

void
shapes_check (const char *language, const Shape *shapes, guint n_shapes)
{
  g_autoptr (MullRuleSet) rules = mull_rule_reader_load (language, NULL);

  for (guint i = 0; i < n_shapes; i++)
    {
      g_autoptr (GPtrArray) remarks = review (&shapes[i], rules);
      gboolean marked = is_marked (&shapes[i], remarks);

      if (marked != shapes[i].marked)
        g_test_message ("%s", shapes[i].text);
      g_assert_cmpint (marked, ==, shapes[i].marked);
    }
}
