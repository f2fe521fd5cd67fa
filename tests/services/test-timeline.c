/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-timeline"

#include "config.h"

#include "mull-timeline.h"

#include "mull-entry-words.h"
#include "mull-error.h"
#include "mull-person.h"
#include "mull-record-store.h"
#include "mull-text.h"
#include "store-fixture.h"

#define N_ENTRIES 120

typedef struct
{
  char *folder;
  MullWorkspace *workspace;
  gint64 deal_id;
  gint64 person_id;
} Fixture;

static void
insert (MullDatabase *db, gpointer record)
{
  g_autoptr (GError) error = NULL;

  mull_record_store_insert (db, record, &error);
  g_assert_no_error (error);
}

static void
insert_words (MullDatabase *db, gint64 entry_id, const char *text)
{
  g_autoptr (MullEntryWords) words = mull_entry_words_new ();

  words->entry_id = entry_id;
  mull_set_text (&words->words, text);
  insert (db, words);
}

/* Entry i happened i minutes ago, but every third together with the one before: newest first is not
 * the order of ids. Every fifth is a note, every fourth a mail of theirs; one is in the trash. */
static void
insert_entry (MullDatabase *db, Fixture *fixture, int i)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();

  mull_take_text (&entry->uuid, mull_uuid_new ());
  entry->deal_id = fixture->deal_id;
  entry->kind = i % 5 == 0 ? MULL_ENTRY_NOTE : i % 4 == 0 ? MULL_ENTRY_MAIL : MULL_ENTRY_CALL;
  if (entry->kind != MULL_ENTRY_NOTE)
    entry->direction = entry->kind == MULL_ENTRY_MAIL ? MULL_DIRECTION_IN : MULL_DIRECTION_OUT;
  if (i == 7)
    entry->direction = MULL_DIRECTION_BOTH;
  entry->person_id = i % 2 == 0 ? fixture->person_id : 0;
  entry->happened_at = FIXTURE_NOW - (i - (i % 3 == 2 ? 1 : 0)) * G_TIME_SPAN_MINUTE;
  entry->written_at = FIXTURE_NOW;
  mull_take_text (&entry->text, g_strdup_printf ("Entry %d", i));
  if (i == N_ENTRIES)
    entry->trashed_at = FIXTURE_NOW;
  insert (db, entry);
  if (i == 3)
    {
      insert_words (db, entry->record.id, "It is too dear.");
      insert_words (db, entry->record.id, "Ask again in May.");
    }
}

static gboolean
fill_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  Fixture *fixture = user_data;
  g_autoptr (MullStage) stage = fixture_insert_stage (db);
  g_autoptr (MullDeal) deal = fixture_insert_deal (db, stage->record.id, "Boiler");
  g_autoptr (MullPerson) person = mull_person_new ();

  fixture->deal_id = deal->record.id;
  mull_take_text (&person->uuid, mull_uuid_new ());
  mull_set_text (&person->name, "Ann <Ruiz>");
  mull_take_text (&person->name_key, mull_text_fold (person->name));
  person->created_at = FIXTURE_NOW;
  insert (db, person);
  fixture->person_id = person->record.id;
  for (int i = 0; i <= N_ENTRIES; i++)
    insert_entry (db, fixture, i);
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->workspace = fixture_open (fixture->folder);
  mull_workspace_transact (fixture->workspace, MULL_OP_SAMPLE, "Fill", 0, fill_cb, fixture, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture->workspace);
  fixture_remove_folder (fixture->folder);
}

static GPtrArray *
load (Fixture *fixture, const MullTimelineFilter *filter, const MullEntry *after, guint limit)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *items =
      mull_timeline_load_page (fixture->workspace, fixture->deal_id, filter, after, limit, &error);

  g_assert_no_error (error);
  return items;
}

/* Every entry is on one page, none on two, and in order. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  static const guint sizes[] = { 50, 50, 20, 0 };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) keep = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  const MullEntry *last = NULL;

  for (guint page = 0; page < G_N_ELEMENTS (sizes); page++)
    {
      GPtrArray *items = load (fixture, NULL, last, 50);

      g_ptr_array_add (keep, items);
      g_assert_cmpuint (items->len, ==, sizes[page]);
      for (guint i = 0; i < items->len; i++)
        {
          MullTimelineItem *item = items->pdata[i];

          g_assert_true (g_hash_table_add (seen, &item->entry->record.id));
          if (last != NULL && last->happened_at == item->entry->happened_at)
            g_assert_cmpint (last->record.id, >, item->entry->record.id);
          else if (last != NULL)
            g_assert_cmpint (last->happened_at, >, item->entry->happened_at);
          last = item->entry;
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, N_ENTRIES);
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    MullTimelineFilter filter;
    guint n_shown;
  } cases[] = {
    { { MULL_TIMELINE_ANY, 0, MULL_DIRECTION_NONE, FALSE }, 120 },
    { { MULL_TIMELINE_NOTES, 0, MULL_DIRECTION_NONE, FALSE }, 24 },
    { { MULL_TIMELINE_WRITTEN, 0, MULL_DIRECTION_NONE, FALSE }, 24 },
    { { MULL_TIMELINE_CALLS, 0, MULL_DIRECTION_NONE, FALSE }, 72 },
    { { MULL_TIMELINE_MEETINGS, 0, MULL_DIRECTION_NONE, FALSE }, 0 },
    { { MULL_TIMELINE_APP, 0, MULL_DIRECTION_NONE, FALSE }, 0 },
    { { MULL_TIMELINE_ANY, fixture->person_id, MULL_DIRECTION_NONE, FALSE }, 60 },
    /* The conversation counts both ways. */
    { { MULL_TIMELINE_ANY, 0, MULL_DIRECTION_IN, FALSE }, 25 },
    { { MULL_TIMELINE_ANY, 0, MULL_DIRECTION_OUT, FALSE }, 72 },
    { { MULL_TIMELINE_ANY, 0, MULL_DIRECTION_NONE, TRUE }, 1 },
    { { MULL_TIMELINE_NOTES, 0, MULL_DIRECTION_NONE, TRUE }, 0 },
    { { MULL_TIMELINE_NOTES, fixture->person_id, MULL_DIRECTION_NONE, FALSE }, 12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) items = load (fixture, &cases[i].filter, NULL, 200);
      g_autoptr (GError) error = NULL;
      guint n_shown, n_hidden;

      g_test_message ("case %u", i);
      mull_timeline_count (fixture->workspace, fixture->deal_id, &cases[i].filter, &n_shown,
                           &n_hidden, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (items->len, ==, cases[i].n_shown);
      g_assert_cmpuint (n_shown, ==, cases[i].n_shown);
      g_assert_cmpuint (n_hidden, ==, N_ENTRIES - cases[i].n_shown);
      g_assert_cmpint (mull_timeline_filter_is_set (&cases[i].filter), ==, i > 0);
    }
}

static void
test_item (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) items = load (fixture, NULL, NULL, 5);
  g_autoptr (GError) error = NULL;
  MullTimelineItem *first = items->pdata[0], *quoting = NULL;
  g_autoptr (MullTimelineItem) again = NULL;

  g_assert_cmpstr (first->entry->text, ==, "Entry 0");
  g_assert_cmpstr (first->person, ==, "Ann <Ruiz>");
  g_assert_cmpstr (first->words, ==, "");
  for (guint i = 0; i < items->len; i++)
    if (*((MullTimelineItem *) items->pdata[i])->words != '\0')
      quoting = items->pdata[i];
  g_assert_nonnull (quoting);
  g_assert_cmpstr (quoting->words, ==, "It is too dear.\nAsk again in May.");
  g_assert_null (quoting->person);

  again = mull_timeline_load_item (fixture->workspace, quoting->entry->record.id, &error);
  g_assert_no_error (error);
  g_assert_true (mull_timeline_item_equal (again, quoting));
  g_assert_false (mull_timeline_item_equal (again, first));
  g_assert_null (mull_timeline_load_item (fixture->workspace, 4711, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
}

static void
test_labels (void)
{
  for (int i = 0; i < MULL_TIMELINE_N_KINDS; i++)
    g_assert_cmpstr (mull_timeline_kinds_label (i), !=, "");
  g_assert_cmpstr (mull_timeline_kinds_label (MULL_TIMELINE_CALLS), ==, "Calls");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/timeline/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/timeline/filters", Fixture, NULL, set_up, test_filters, tear_down);
  g_test_add ("/timeline/item", Fixture, NULL, set_up, test_item, tear_down);
  g_test_add_func ("/timeline/labels", test_labels);
  return g_test_run ();
}
