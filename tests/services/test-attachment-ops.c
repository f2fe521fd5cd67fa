/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-attachment-ops"

#include "config.h"

#include "mull-attachment-ops.h"

#include "mull-attachment-files.h"
#include "mull-error.h"
#include "mull-timeline-ops.h"
#include "mull-timeline.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static MullAttachment *
take (OpsFixture *fixture, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  MullAttachment *attachment;

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  attachment = mull_attachment_files_take (fixture->workspace, file, &error);
  g_assert_no_error (error);
  return attachment;
}

static GPtrArray *
new_files (void)
{
  return g_ptr_array_new_with_free_func (mull_record_unref);
}

static gint64
log_note (OpsFixture *fixture, GPtrArray *files)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  entry->deal_id = fixture->deal_id;
  entry->kind = MULL_ENTRY_NOTE;
  mull_set_text (&entry->text, "The offer");
  mull_timeline_ops_log_with_pass (fixture->workspace, entry, NULL, NULL, files, &id, &error);
  g_assert_no_error (error);
  return id;
}

static GPtrArray *
list (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *files = mull_attachment_ops_list (fixture->workspace, fixture->deal_id, &error);

  g_assert_no_error (error);
  return files;
}

/* The entry and its files are one step. */
static void
test_log (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = new_files ();
  g_autoptr (MullTimelineItem) item = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;
  gint64 entry_id;

  g_ptr_array_add (files, take (fixture, "offer.txt", "12,400"));
  g_ptr_array_add (files, take (fixture, "plan.txt", "July"));
  ops_fixture_before (fixture);
  entry_id = log_note (fixture, files);
  item = mull_timeline_load_item (fixture->workspace, entry_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (item->files->len, ==, 2);
  g_assert_cmpstr (((MullAttachment *) item->files->pdata[0])->name, ==, "offer.txt");
  g_assert_cmpstr (((MullAttachment *) item->files->pdata[1])->name, ==, "plan.txt");
  listed = list (fixture);
  g_assert_cmpuint (listed->len, ==, 2);
  ops_fixture_assert_one_step (fixture);
}

static void
test_add_and_remove (OpsFixture *fixture, gconstpointer data)
{
  gint64 entry_id = log_note (fixture, NULL);
  g_autoptr (MullTimelineItem) bare = NULL;
  g_autoptr (MullTimelineItem) item = NULL;
  g_autoptr (GPtrArray) files = new_files ();
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  bare = mull_timeline_load_item (fixture->workspace, entry_id, &error);
  g_ptr_array_add (files, take (fixture, "offer.txt", "12,400"));
  ops_fixture_before (fixture);
  mull_attachment_ops_add (fixture->workspace, entry_id, files, &error);
  g_assert_no_error (error);
  label = mull_workspace_dup_undo_label (fixture->workspace);
  g_assert_cmpstr (label, ==, "Attach “offer.txt”");
  /* The timeline sees a difference. */
  item = mull_timeline_load_item (fixture->workspace, entry_id, &error);
  g_assert_false (mull_timeline_item_equal (bare, item));
  g_assert_true (mull_timeline_item_equal (item, item));
  ops_fixture_assert_one_step (fixture);

  listed = list (fixture);
  g_assert_cmpuint (listed->len, ==, 1);
  id = ((MullAttachment *) listed->pdata[0])->record.id;
  ops_fixture_before (fixture);
  mull_attachment_ops_remove (fixture->workspace, id, &error);
  g_assert_no_error (error);
  left = list (fixture);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_null (mull_attachment_ops_get (fixture->workspace, id, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  ops_fixture_assert_one_step (fixture);
}

static void
test_missing_entry (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = new_files ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (files, take (fixture, "offer.txt", "12,400"));
  ops_fixture_before (fixture);
  g_assert_false (mull_attachment_ops_add (fixture->workspace, 9999, files, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (mull_attachment_ops_remove (fixture->workspace, 9999, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  ops_fixture_assert_nothing (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/attachment-ops/log", test_log);
  OPS_ADD ("/attachment-ops/add-and-remove", test_add_and_remove);
  OPS_ADD ("/attachment-ops/missing-entry", test_missing_entry);
  return g_test_run ();
}
