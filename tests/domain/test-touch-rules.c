/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-touch-rules.h"

#include "deal-fixture.h"

typedef struct
{
  const char *name;
  /* What was planned, each by its kind as in the fixture of a deal and its day. */
  const char *planned;
  /* With whom each of them was planned: a digit, 0 for nobody named. */
  const char *with;
  const char *entry;
  gint64 person_id;
  /* From 1, or 0 for none. */
  gint64 meant;
  gint64 settled;
} Vector;

/* clang-format off */
static const Vector vectors[] = {
  { "reached", "30c", "1", "oc30r", 1, 1, 1 },
  { "not-reached-keeps-the-plan", "30c", "1", "oc30", 1, 1, 0 },
  { "they-rang", "30c", "1", "ic30", 1, 1, 1 },
  { "both-talked", "30c", "1", "bc30", 1, 1, 1 },
  { "a-meeting-held", "30+", "1", "bt30r", 1, 1, 1 },
  { "a-meeting-to-which-nobody-came", "30+", "1", "ot30", 1, 1, 0 },
  { "a-mail-is-no-call", "30c", "1", "om30", 1, 0, 0 },
  { "a-call-is-no-meeting", "30", "1", "oc30r", 1, 0, 0 },

  { "due-before", "28c", "1", "oc30r", 1, 1, 1 },
  { "due-tomorrow", "31c", "1", "oc30r", 1, 0, 0 },
  { "the-soonest", "28c 29c", "11", "oc30r", 1, 1, 1 },

  { "with-somebody-else", "30c", "1", "oc30r", 2, 0, 0 },
  { "hers-before-his", "28c 30c", "12", "oc30r", 2, 2, 2 },
  { "hers-before-anybodys", "28c 30c", "02", "oc30r", 2, 2, 2 },
  { "planned-with-nobody-named", "30c", "0", "oc30r", 2, 1, 1 },
  { "nobody-named", "30c", "0", "oc30r", 0, 1, 1 },
  { "nobody-named-and-one-is-due", "30c", "1", "oc30r", 0, 1, 1 },
  { "nobody-named-and-one-is-due-today", "30c 31c", "12", "oc30r", 0, 1, 1 },
  { "nobody-named-and-two-are-due", "30c 30c", "12", "oc30r", 0, 0, 0 },
  { "nobody-named-and-two-are-due-with-one", "29c 30c", "11", "oc30r", 0, 0, 0 },
  { "nobody-named-goes-with-nobody-named", "29c 30c", "10", "oc30r", 0, 2, 2 },

  { "in-the-trash", "30c", "1", "oc30rx", 1, 1, 0 },
  { "nothing-planned", "", "", "oc30r", 1, 0, 0 },
};
/* clang-format on */

static gint64
id_of (const MullPlannedTouch *touch)
{
  return touch != NULL ? touch->record.id : 0;
}

static void
test_vector (gconstpointer data)
{
  const Vector *vector = data;
  g_autoptr (DealFixture) fixture = deal_fixture_new (vector->entry, vector->planned, "", "");
  MullEntry *entry = fixture->entries->pdata[0];

  entry->person_id = vector->person_id;
  for (guint i = 0; i < fixture->touches->len; i++)
    ((MullPlannedTouch *) fixture->touches->pdata[i])->person_id =
        g_ascii_digit_value (vector->with[i]);
  g_assert_cmpint (id_of (mull_touch_rules_find_meant (fixture->touches, entry, D (30))), ==,
                   vector->meant);
  g_assert_cmpint (id_of (mull_touch_rules_find_settled (fixture->touches, entry, D (30))), ==,
                   vector->settled);
}

/* Their mail is not the one that we meant to write. */
static void
test_writing (void)
{
  g_autoptr (DealFixture) fixture = deal_fixture_new ("om30 im30", "30", "", "");
  MullPlannedTouch *planned = fixture->touches->pdata[0];

  planned->kind = MULL_ENTRY_MAIL;
  g_assert_nonnull (
      mull_touch_rules_find_settled (fixture->touches, fixture->entries->pdata[0], D (30)));
  g_assert_null (
      mull_touch_rules_find_settled (fixture->touches, fixture->entries->pdata[1], D (30)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *path = g_strconcat ("/touch-rules/", vectors[i].name, NULL);

      g_test_add_data_func (path, &vectors[i], test_vector);
    }
  g_test_add_func ("/touch-rules/writing", test_writing);
  return g_test_run ();
}
