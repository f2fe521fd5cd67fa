/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-import-page"

#include "config.h"

#include "mull-import-page.h"

#include "fault-vfs.h"
#include "mull-gui-test.h"
#include "mull-import-exception-row.h"
#include "mull-import-outcome.h"
#include "mull-import-settings.h"
#include "mull-import-values.h"
#include "mull-money.h"
#include "mull-words.h"
#include "store-fixture.h"

#include <string.h>

typedef struct
{
  char *folder;
  MullWorkspace *workspace;
  MullImportPage *page;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->workspace = fixture_open (fixture->folder);
  fixture->page = mull_import_page_new (fixture->workspace);
  fixture->window = mull_gui_test_present (GTK_WIDGET (fixture->page), 360, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  mull_gui_test_drain ();
  fixture_close (fixture->workspace);
  fixture_remove_folder (fixture->folder);
}

static void
open_text (Fixture *fixture, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "deals.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  mull_import_page_open (fixture->page, file);
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  GtkWidget *label = mull_gui_test_find_label (GTK_WIDGET (fixture->page), text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static gboolean
is_import_button (GtkWidget *widget, gpointer user_data)
{
  const char *name = gtk_actionable_get_action_name (GTK_ACTIONABLE (widget));

  return g_strcmp0 (name, "import.run") == 0;
}

static gboolean
can_import (Fixture *fixture)
{
  GtkWidget *button =
      mull_gui_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, is_import_button, NULL);

  return button != NULL && gtk_widget_get_mapped (button) && gtk_widget_is_sensitive (button);
}

static gint64
count_deals (Fixture *fixture)
{
  return fixture_query (mull_workspace_get_database (fixture->workspace),
                        "SELECT count (*) FROM deal");
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (shows (fixture, "Bring your deals along"));
  open_text (fixture, "Deal,Company,Stage,Value,Currency\nBoiler <b>,R&D,Propose,12400.50,EUR\n"
                      "Pump,R&D,Won,900,EUR\n");
  mull_gui_test_wait_for (can_import (fixture));
  g_object_get (fixture->page, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Import “deals.csv”");
  g_assert_true (shows (fixture, "Boiler <b>"));
  g_assert_true (shows (fixture, "2 new"));
  g_assert_cmpint (count_deals (fixture), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "import.run", NULL);
  mull_gui_test_wait_for (count_deals (fixture) == 2 &&
                          !mull_workspace_is_bulk (fixture->workspace));
  mull_gui_test_wait_for (shows (fixture, "Bring your deals along"));

  open_text (fixture, "Deal,Company,Stage,Value,Currency\nBoiler <b>,R&D,Propose,12400.50,EUR\n"
                      "Pump,R&D,Won,900,EUR\n");
  mull_gui_test_wait_for (shows (fixture, "Everything in this file is here already."));
  g_assert_false (can_import (fixture));
  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  mull_gui_test_wait_for (can_import (fixture));
}

#define DISK_IS_FULL                                                                               \
  "The disk is full, so the last change is not saved. Free some space and try again."

/* A toast says it. The page says what it said before, and the file can be imported at once when
 * there is space again. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  GtkWidget *progress =
      mull_gui_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_PROGRESS_BAR, NULL, NULL);

  open_text (fixture, "Deal,Stage\nOne,Propose\nTwo,Propose\n");
  mull_gui_test_wait_for (can_import (fixture));
  fault_vfs_arm (FAULT_FULL, 1, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "import.run", NULL);
  mull_gui_test_wait_for (gtk_widget_get_mapped (progress));
  mull_gui_test_wait_for (!gtk_widget_get_mapped (progress));
  g_assert_true (can_import (fixture));
  g_assert_true (shows (fixture, "The file is good. Nothing is written yet."));
  g_assert_false (shows (fixture, DISK_IS_FULL));
  g_assert_cmpint (count_deals (fixture), ==, 0);
  fault_vfs_disarm ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "import.run", NULL);
  mull_gui_test_wait_for (count_deals (fixture) == 2 &&
                          !mull_workspace_is_bulk (fixture->workspace));
  mull_gui_test_wait_for (shows (fixture, "Bring your deals along"));
}

static void
test_refused_rows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *outcome =
      mull_gui_test_find (GTK_WIDGET (fixture->page), MULL_TYPE_IMPORT_OUTCOME, NULL, NULL);
  GtkWidget *skip = mull_gui_test_find (outcome, GTK_TYPE_SWITCH, NULL, NULL);

  open_text (fixture,
             "Deal,Stage,Expected close date\nOne,Propose,2026-02-28\n"
             "Two,Propose,2026-02-30\nThree,Propose,2026-03-01\nFour,Propose,2026-03-02\n");
  mull_gui_test_wait_for (shows (fixture, "1 row is refused"));
  mull_gui_test_wait_for (
      shows (fixture, "Nothing is imported while rows are refused, unless they are skipped."));
  g_assert_false (can_import (fixture));
  gtk_switch_set_active (GTK_SWITCH (skip), TRUE);
  mull_gui_test_wait_for (can_import (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "import.run", NULL);
  mull_gui_test_wait_for (count_deals (fixture) == 3);
}

static gint64
count_people (Fixture *fixture)
{
  return fixture_query (mull_workspace_get_database (fixture->workspace),
                        "SELECT count (*) FROM person");
}

/* The rep says that a possible duplicate is one, and then sees what happens instead. */
static void
test_exceptions (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row, *dropdown;

  open_text (fixture, "Name,Company,Email\nTom Hale,Mills,tom@mills.example\n");
  mull_gui_test_wait_for (can_import (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "import.run", NULL);
  mull_gui_test_wait_for (count_people (fixture) == 1 &&
                          !mull_workspace_is_bulk (fixture->workspace));
  mull_gui_test_wait_for (shows (fixture, "Bring your deals along"));

  open_text (fixture, "Record ID,First Name,Last Name,Email,Company Name,Lifecycle Stage\n"
                      "2,Tom,Hale,tom@omega.example,Omega,Lead\n");
  mull_gui_test_wait_for (shows (fixture, "1 row needs a look"));
  g_assert_true (shows (fixture, "There is already a “Tom Hale” at “Mills”."));
  row = mull_gui_test_find (GTK_WIDGET (fixture->page), MULL_TYPE_IMPORT_EXCEPTION_ROW, NULL, NULL);
  g_assert_nonnull (row);
  dropdown = mull_gui_test_find (row, GTK_TYPE_DROP_DOWN, NULL, NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (dropdown)), ==, 0);
  mull_gui_test_wait_for (can_import (fixture));
  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &row);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (dropdown), 1);
  g_assert_false (can_import (fixture));
  mull_gui_test_wait_for (can_import (fixture));
  /* The row is the same one, so the keyboard stays at it. */
  g_assert_nonnull (row);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (dropdown)), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "import.run", NULL);
  mull_gui_test_wait_for (shows (fixture, "Bring your deals along"));
  g_assert_cmpint (count_people (fixture), ==, 1);
  g_clear_weak_pointer (&row);
}

static GSList *
write_files (Fixture *fixture, const char *const *texts, guint n)
{
  GSList *files = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("part-%u.csv", i + 1);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      files = g_slist_append (files, g_file_new_for_path (path));
    }
  return files;
}

static gboolean
is_titled (Fixture *fixture, const char *expected)
{
  g_autofree char *title = NULL;

  g_object_get (fixture->page, "title", &title, NULL);
  return g_str_equal (title, expected);
}

/* Of several files each is looked at; one that cannot be read is left out, and none is lost. */
static void
test_several_files (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "Deal,Stage\nOne,Propose\n",
    "",
    "Deal,Stage\nTwo,Propose\n",
    "Deal,Stage\nThree,Propose\n",
  };
  g_autoslist (GFile) files = write_files (fixture, texts, G_N_ELEMENTS (texts));

  mull_import_page_open_list (fixture->page, files);
  mull_gui_test_wait_for (can_import (fixture));
  g_assert_true (is_titled (fixture, "Import “part-1.csv”"));
  g_assert_true (shows (fixture, "3 more files are waiting"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "import.run", NULL);
  mull_gui_test_wait_for (shows (fixture, "This file cannot be imported"));
  g_assert_true (shows (fixture, "2 more files are waiting"));
  g_assert_cmpint (count_deals (fixture), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "import.next", NULL);
  mull_gui_test_wait_for (is_titled (fixture, "Import “part-3.csv”") && can_import (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "import.next", NULL);
  mull_gui_test_wait_for (is_titled (fixture, "Import “part-4.csv”") && can_import (fixture));
  g_assert_false (shows (fixture, "0 more files are waiting"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "import.next", NULL);
  g_assert_true (is_titled (fixture, "Import “part-4.csv”"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "import.run", NULL);
  mull_gui_test_wait_for (count_deals (fixture) == 2 &&
                          !mull_workspace_is_bulk (fixture->workspace));
  mull_gui_test_wait_for (shows (fixture, "Bring your deals along"));
}

static void
test_bad_file (Fixture *fixture, gconstpointer data)
{
  open_text (fixture, "");
  mull_gui_test_wait_for (shows (fixture, "This file cannot be imported"));
  g_assert_true (shows (fixture, "The file is empty. Export it again, with at least one row."));
  g_assert_false (can_import (fixture));
}

static gboolean
has_title (GtkWidget *widget, gpointer user_data)
{
  return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), user_data) == 0;
}

static void
assert_subtitle_has (GtkWidget *row, const char *iso)
{
  g_autofree char *day = mull_day_format (mull_day_from_iso (iso));

  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), day));
}

/* The parsed values follow the answer. */
static void
test_question (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  open_text (fixture, "Deal,Stage,Expected close date\nOne,Propose,03/04/2026\n"
                      "Two,Propose,05/06/2026\n");
  mull_gui_test_wait_for (shows (
      fixture, "1 question about the file is open. Answer it below; nothing is written yet."));
  g_assert_false (can_import (fixture));
  row = mull_gui_test_find (
      GTK_WIDGET (fixture->page), ADW_TYPE_COMBO_ROW, has_title,
      (gpointer) "Does the day or the month come first in “Expected close date”?");
  g_assert_nonnull (row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 2);
  assert_subtitle_has (row, "2026-03-04");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  assert_subtitle_has (row, "2026-04-03");
  g_assert_false (can_import (fixture));
  mull_gui_test_wait_for (can_import (fixture));
  /* An answer can be taken back. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  mull_gui_test_wait_for (shows (
      fixture, "1 question about the file is open. Answer it below; nothing is written yet."));
  g_assert_false (can_import (fixture));
}

static GtkWidget *
find_row (Fixture *fixture, const char *title)
{
  return mull_gui_test_find (GTK_WIDGET (fixture->page), ADW_TYPE_COMBO_ROW, has_title,
                             (gpointer) title);
}

static void
choose (GtkWidget *row, const char *choice)
{
  GListModel *choices = adw_combo_row_get_model (ADW_COMBO_ROW (row));

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (choices, i);

      if (g_str_equal (gtk_string_object_get_string (item), choice))
        {
          adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
          return;
        }
    }
  g_assert_not_reached ();
}

/* A column that becomes a date may leave a question open, one that becomes none takes it away; what
 * was answered about other columns stays answered. */
static void
test_question_of_a_column (Fixture *fixture, gconstpointer data)
{
  const char *question = "Does the day or the month come first in “Expected close date”?";

  open_text (fixture, "Deal,Stage,Expected close date\nOne,Propose,03/04/2026\n"
                      "Two,Propose,05/06/2026\n");
  mull_gui_test_wait_for (find_row (fixture, question) != NULL);
  choose (find_row (fixture, "Expected close date"),
          mull_import_target_get_label (MULL_IMPORT_IGNORED));
  g_assert_null (find_row (fixture, question));
  mull_gui_test_wait_for (can_import (fixture));
  choose (find_row (fixture, "Expected close date"),
          mull_import_target_get_label (MULL_IMPORT_EXPECTED_ON));
  g_assert_nonnull (find_row (fixture, question));
  mull_gui_test_wait_for (shows (
      fixture, "1 question about the file is open. Answer it below; nothing is written yet."));
  choose (find_row (fixture, question), "Day first");
  mull_gui_test_wait_for (can_import (fixture));
}

/* A word for how a deal stands that nobody knows is asked about by itself. */
static void
test_question_of_a_status (Fixture *fixture, gconstpointer data)
{
  open_text (fixture, "Deal,Stage,Status\nOne,Propose,maybe\nTwo,Propose,open\n");
  mull_gui_test_wait_for (shows (
      fixture, "1 question about the file is open. Answer it below; nothing is written yet."));
  choose (find_row (fixture, "What does the status “maybe” mean?"),
          mull_outcome_label (MULL_OUTCOME_STOPPED));
  mull_gui_test_wait_for (can_import (fixture));
}

#define OPEN_QUESTION "1 question about the file is open. Answer it below; nothing is written yet."

/* How the file is written is asked where every question is; the guess has to be chosen too. */
static void
test_question_of_the_encoding (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  open_text (fixture, "Deal,Company,Stage\nOne,Caf\xe9,Propose\n");
  mull_gui_test_wait_for (shows (fixture, OPEN_QUESTION));
  g_assert_false (can_import (fixture));
  row = find_row (fixture, "Encoding");
  g_assert_true (gtk_widget_get_mapped (row));
  g_assert_nonnull (
      strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Windows-1252 is a guess"));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  choose (row, "Windows-1252");
  mull_gui_test_wait_for (can_import (fixture));
  g_assert_true (shows (fixture, "The file is good. Nothing is written yet."));
  g_assert_true (find_row (fixture, "Encoding") == row);
  /* An answer can be taken back. */
  choose (row, "Choose…");
  mull_gui_test_wait_for (shows (fixture, OPEN_QUESTION));
  /* One that cannot be is none. */
  choose (row, "UTF-8");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  mull_gui_test_wait_for (shows (fixture, OPEN_QUESTION));
  g_assert_false (can_import (fixture));
  choose (row, "Windows-1252");
  mull_gui_test_wait_for (can_import (fixture));

  open_text (fixture, "Deal,Company,Stage\nOne,Caf\xc3\xa9,Propose\n");
  mull_gui_test_wait_for (find_row (fixture, "Encoding") != row && can_import (fixture));
  g_assert_false (gtk_widget_get_mapped (find_row (fixture, "Encoding")));
}

/* Of two questions about how the file is written each is answered by itself, here or in the row
 * that says how the file is read. */
static void
test_questions_of_the_dialect (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  open_text (fixture, "Deal;Stage,A\nOne;Caf\xe9,B\nTwo;Propose,C\n");
  mull_gui_test_wait_for (shows (
      fixture, "2 questions about the file are open. Answer them below; nothing is written yet."));
  row = find_row (fixture, "Between the fields");
  g_assert_true (gtk_widget_get_mapped (row));
  choose (row, "Semicolon");
  mull_gui_test_wait_for (shows (fixture, OPEN_QUESTION));
  g_assert_false (can_import (fixture));
  choose (row, "Comma");
  g_assert_true (find_row (fixture, "Between the fields") == row);
  choose (row, "Semicolon");
  choose (find_row (fixture, "Encoding"), "Windows-1252");
  mull_gui_test_wait_for (can_import (fixture));
}

/* Whether the first line names the columns. */
static void
test_question_of_the_header (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  open_text (fixture, "Alpha,Beta\nOne,Propose\nTwo,Qualify\n");
  mull_gui_test_wait_for (find_row (fixture, "Alpha") != NULL);
  choose (find_row (fixture, "Alpha"), mull_import_target_get_label (MULL_IMPORT_DEAL_TITLE));
  choose (find_row (fixture, "Beta"), mull_import_target_get_label (MULL_IMPORT_STAGE));
  mull_gui_test_wait_for (shows (fixture, OPEN_QUESTION));
  g_assert_false (can_import (fixture));
  row = find_row (fixture, "The first line names the columns");
  g_assert_true (gtk_widget_get_mapped (row));
  choose (row, "Yes");
  mull_gui_test_wait_for (can_import (fixture));
}

static GtkWidget *
find_currency_row (Fixture *fixture)
{
  return find_row (fixture, "Currency, where the file names none");
}

/* The currency that is in force is shown. */
static void
test_currency (Fixture *fixture, gconstpointer data)
{
  GtkStringObject *item;

  open_text (fixture, "Deal,Stage,Value\nOne,Propose,100\nTwo,Propose,200\n");
  mull_gui_test_wait_for (can_import (fixture));
  item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (find_currency_row (fixture)));
  g_assert_nonnull (item);
  g_assert_cmpstr (gtk_string_object_get_string (item), ==, mull_currency_of_locale ());
}

/* Beside what the file has stands what would be stored, where it is something else. */
static void
test_values_of_columns (Fixture *fixture, gconstpointer data)
{
  open_text (fixture, "Deal,Company,Stage,Value,Currency,Expected close date\n"
                      "One,R&D Maschinenfabrik und Söhne,Propose,12400.50,EUR,2026-02-30\n"
                      "Two,R&D,Propose,900,EUR,2026-03-01\n");
  mull_gui_test_wait_for (shows (fixture, "1 row is refused"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (fixture, "Company"))), ==,
                   "R&D Maschinenfabrik und… · R&D");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (fixture, "Value"))), ==,
                   "\u206812400.50 · 900\u2069 → \u2068€12,400.50 · €900\u2069");
  g_assert_true (g_str_has_prefix (
      adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (fixture, "Expected close date"))),
      "\u20682026-02-30 · 2026-03-01\u2069 → \u2068refused: "));
}

static const char *
get_choice (Fixture *fixture, const char *column)
{
  GtkStringObject *item =
      adw_combo_row_get_selected_item (ADW_COMBO_ROW (find_row (fixture, column)));

  return item != NULL ? gtk_string_object_get_string (item) : NULL;
}

/* What the title is made of is not called ignored, as long as it is. */
static void
test_title (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  open_text (fixture, "product,account,deal_stage\nGTX,Cancity,Won\nMG,Isdom,Open\n");
  mull_gui_test_wait_for (can_import (fixture));
  g_assert_cmpstr (get_choice (fixture, "product"), ==, "Part of the title");
  button = mull_gui_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_CHECK_BUTTON, NULL, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), FALSE);
  g_assert_cmpstr (get_choice (fixture, "product"), ==, "Ignored");
  mull_gui_test_wait_for (shows (fixture, "Cancity"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  g_assert_cmpstr (get_choice (fixture, "product"), ==, "Part of the title");
  mull_gui_test_wait_for (shows (fixture, "GTX — Cancity"));
}

/* The rows of further columns follow when there is time, with all that the first ones have. */
static void
test_many_columns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Deal,Stage");
  GtkWidget *button;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, ",column %u", i);
  g_string_append (text, "\nPump,Propose");
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, ",value %u", i);
  g_string_append_c (text, '\n');
  open_text (fixture, text->str);
  mull_gui_test_wait_for (can_import (fixture));
  mull_gui_test_wait_for (find_row (fixture, "column 99") != NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (fixture, "column 99"))),
                   ==, "value 99");
  g_assert_cmpstr (get_choice (fixture, "column 99"), ==, "Ignored");
  button = mull_gui_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_CHECK_BUTTON, NULL, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  mull_gui_test_wait_for (shows (fixture, "Pump"));
}

/* A column that gives the title is taken away: the page says what is missing. */
static void
test_mapping (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  open_text (fixture, "Deal,Stage,Value,Currency\nOne,Propose,1,EUR\nTwo,Propose,2,EUR\n");
  mull_gui_test_wait_for (can_import (fixture));
  row = mull_gui_test_find (GTK_WIDGET (fixture->page), ADW_TYPE_COMBO_ROW, has_title,
                            (gpointer) "Deal");
  g_assert_nonnull (row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  mull_gui_test_wait_for (shows (
      fixture, "No column gives the deals a title. Choose one, or make the title of several."));
  g_assert_false (can_import (fixture));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/import-page/import", test_import },
    { "/import-page/full-disk", test_full_disk },
    { "/import-page/several-files", test_several_files },
    { "/import-page/refused-rows", test_refused_rows },
    { "/import-page/exceptions", test_exceptions },
    { "/import-page/bad-file", test_bad_file },
    { "/import-page/question", test_question },
    { "/import-page/mapping", test_mapping },
    { "/import-page/title", test_title },
    { "/import-page/many-columns", test_many_columns },
    { "/import-page/currency", test_currency },
    { "/import-page/question-of-the-encoding", test_question_of_the_encoding },
    { "/import-page/questions-of-the-dialect", test_questions_of_the_dialect },
    { "/import-page/question-of-the-header", test_question_of_the_header },
    { "/import-page/question-of-a-status", test_question_of_a_status },
    { "/import-page/values-of-columns", test_values_of_columns },
    { "/import-page/question-of-a-column", test_question_of_a_column },
  };

  mull_gui_test_init (&argc, &argv);
  fault_vfs_install ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
