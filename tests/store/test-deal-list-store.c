/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-deal-list-store"

#include "config.h"

#include "mull-deal-list-store.h"

#include "mull-deal-ops.h"
#include "store-fixture.h"

static const char *const titles[] = { "Boiler", "Boiler service", "Bóiler, old", "?!", "?!?" };

typedef struct
{
  char *folder;
  MullWorkspace *workspace;
  gint64 ids[G_N_ELEMENTS (titles)];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->workspace = fixture_open (fixture->folder);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      MullNewDeal spec = { .title = titles[i], .expected_on = MULL_DAY_NONE };
      g_autoptr (GError) error = NULL;

      if (i == 1)
        {
          spec.company = "Hartwell Mills";
          spec.person = "Ann Ruiz";
          spec.expected_on = mull_workspace_get_today (fixture->workspace);
          mull_money_init (&spec.value, 1200, "EUR", &error);
          g_assert_no_error (error);
        }
      mull_deal_ops_add (fixture->workspace, &spec, &fixture->ids[i], &error);
      g_assert_no_error (error);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture->workspace);
  fixture_remove_folder (fixture->folder);
}

static void
note_row (const MullDealRow *row, gpointer user_data)
{
  g_string_append_printf (user_data, "%s|%s|%s|%s|%s|%" G_GINT64_FORMAT "%s|%d|%d|%d\n", row->title,
                          row->company, row->person, row->pipeline, row->stage, row->value.minor,
                          row->value.currency, row->outcome, row->state,
                          row->expected_on != MULL_DAY_NONE);
}

static char *
read_all (Fixture *fixture)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_deal_list_store_read (mull_workspace_get_database (fixture->workspace),
                                            note_row, text, &error));
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Closed ones come last; those in the trash do not come. */
static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = NULL;

  mull_deal_ops_close (fixture->workspace, fixture->ids[0],
                       &(const MullClosing) MULL_CLOSING_INIT (MULL_OUTCOME_WON), &error);
  g_assert_no_error (error);
  for (guint i = 2; i < G_N_ELEMENTS (titles); i++)
    {
      mull_deal_ops_trash (fixture->workspace, fixture->ids[i], &error);
      g_assert_no_error (error);
    }
  rows = read_all (fixture);
  g_assert_cmpstr (rows, ==,
                   "Boiler service|Hartwell Mills|Ann Ruiz|Sales|Qualify|1200EUR|0|5|1\n"
                   "Boiler|||Sales|Qualify|0|1|0|0\n");
}

static void
note_title (gint64 deal_id, const char *title, gboolean whole, gpointer user_data)
{
  g_string_append_printf (user_data, "%s%s;", title, whole ? "=" : "");
}

static void
test_match_title (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *found;
  } cases[] = {
    { "boiler", "Boiler=;Boiler service;Bóiler, old;" },
    { "BÓI", "Boiler;Boiler service;Bóiler, old;" },
    { "boiler s", "Boiler service;" },
    { "service", "" },
    { "boiler, old", "Bóiler, old=;" },
    /* Not a word among them: the index cannot help. */
    { "?", "?!;?!?;" },
    { "?!", "?!=;?!?;" },
    { "\" OR 1 --", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) found = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      mull_deal_list_store_match_title (mull_workspace_get_database (fixture->workspace),
                                        cases[i].text, note_title, found, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (found->str, ==, cases[i].found);
    }
}

/* As many words as a title can have are no more than the index takes. */
static void
test_many_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 150; i++)
    g_string_append (text, "a ");
  mull_deal_list_store_match_title (mull_workspace_get_database (fixture->workspace), text->str,
                                    note_title, found, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->str, ==, "");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/deal-list-store/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("read", test_read);
  ADD ("match-title", test_match_title);
  ADD ("many-words", test_many_words);
  return g_test_run ();
}
