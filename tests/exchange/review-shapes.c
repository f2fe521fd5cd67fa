/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review-shapes.h"

#include "mull-record.h"
#include "mull-review.h"
#include "mull-reviewer.h"
#include "mull-rule-reader.h"

#define COLUMNS 4

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
  guint n_wrong = 0;

  /* The shapes are those of the rules; what was learned beside them has its own measure. */
  g_ptr_array_set_size (rules->cue_rules, 0);
  for (guint i = 0; i < n_shapes; i++)
    {
      g_autoptr (GPtrArray) remarks = review (&shapes[i], rules);

      if (is_marked (&shapes[i], remarks) == shapes[i].marked)
        continue;
      g_test_message ("%s: %s", shapes[i].marked ? "missed" : "false", shapes[i].text);
      n_wrong++;
    }
  g_assert_cmpuint (n_wrong, ==, 0);
}

/* "CATEGORY\tKIND\tBEAT\tTEXT", with "clean" for %NOTHING that must not be marked. */
static void
read_shape (char **columns, Shape *shape)
{
  *shape = (Shape){ NOTHING, FALSE, columns[1], columns[2], columns[3] };
  if (g_str_equal (columns[0], "clean"))
    return;
  shape->marked = TRUE;
  g_assert_true (mull_enum_from_nick (MULL_TYPE_REMARK_CATEGORY, columns[0], &shape->category));
}

void
shapes_check_file (const char *language)
{
  g_autofree char *name = g_strdup_printf ("shapes-%s.txt", language);
  g_autofree char *path = g_build_filename (g_getenv ("MULL_TEST_DATA"), name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GArray) shapes = g_array_new (FALSE, FALSE, sizeof (Shape));

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      Shape shape;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      g_ptr_array_add (rows, g_strsplit (lines[i], "\t", -1));
      g_assert_cmpuint (g_strv_length (rows->pdata[rows->len - 1]), ==, COLUMNS);
      read_shape (rows->pdata[rows->len - 1], &shape);
      g_array_append_val (shapes, shape);
    }
  shapes_check (language, (const Shape *) (gpointer) shapes->data, shapes->len);
}
