/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole way in the real window: a chance is missed, put right by a call, and printed. */
#include "config.h"

#include "journey-steps.h"

#include <string.h>

/* A Monday. */
#define NOW "2026-03-02T09:00"
#define DEAL "Exhaust heat of three fryers"
#define OTHER "Hot standby for the pasteurising line"

static MullDriver *
start_with_sample (void)
{
  MullDriver *driver = mull_driver_new (NULL, NOW);

  mull_driver_start (driver, NULL);
  journey_fill_with_sample (driver);
  return driver;
}

static void
press_button (MullDriver *driver, const char *page, const char *name)
{
  g_autoptr (AtspiAccessible) root = mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, page);

  mull_driver_press (driver, root, name);
}

/* ── The board ────────────────────────────────────────────────────────── */

static AtspiAccessible *
find_column (MullDriver *driver, const char *stage)
{
  return mull_driver_find (driver, NULL, ATSPI_ROLE_LIST, stage);
}

/* A card's label begins with whose move it is; its title is in it, whole. */
static AtspiAccessible *
find_card (MullDriver *driver, const char *stage, const char *title)
{
  g_autoptr (AtspiAccessible) column = find_column (driver, stage);
  g_autofree char *pattern = g_strdup_printf ("*, %s, *", title);

  return mull_driver_find (driver, column, ATSPI_ROLE_LIST_ITEM, pattern);
}

static void
expect_card (MullDriver *driver, const char *stage, const char *title)
{
  g_autoptr (AtspiAccessible) card = find_card (driver, stage, title);
}

/* The count stands beside the name, in the same box. */
static void
expect_count (MullDriver *driver, const char *stage, guint n_deals)
{
  g_autoptr (AtspiAccessible) page =
      mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, "MullBoardPage");
  g_autoptr (AtspiAccessible) name = mull_driver_find (driver, page, ATSPI_ROLE_LABEL, stage);
  g_autoptr (AtspiAccessible) box = atspi_accessible_get_parent (name, NULL);
  g_autofree char *text = g_strdup_printf ("%u", n_deals);
  g_autoptr (AtspiAccessible) count = mull_driver_find (driver, box, ATSPI_ROLE_LABEL, text);
}

/* What the command says of the same data: "Qualify: 10 deals". */
static void
expect_true_counts (MullDriver *driver)
{
  static const char *const stages[] = { "Qualify", "Discover", "Propose", "Decide" };
  g_autofree char *board = mull_driver_command (driver, "board", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autofree char *head = g_strdup_printf ("%s: ", stages[i]);
      const char *line = strstr (board, head);

      g_assert_nonnull (line);
      expect_count (driver, stages[i], g_ascii_strtoull (line + strlen (head), NULL, 10));
    }
}

static void
expect_said (MullDriver *driver, const char *command, const char *deal, const char *text)
{
  g_autofree char *said = mull_driver_command (driver, command, deal, NULL);

  if (strstr (said, text) == NULL)
    g_error ("“%s %s” does not say “%s”:\n%s", command, deal, text, said);
}

static void
work_on_the_board (MullDriver *driver)
{
  g_autoptr (AtspiAccessible) card = find_card (driver, "Qualify", OTHER);
  g_autoptr (AtspiAccessible) discover = find_column (driver, "Discover");
  g_autoptr (AtspiAccessible) second = NULL;

  expect_true_counts (driver);
  mull_driver_drag (driver, card, discover);
  expect_card (driver, "Discover", OTHER);
  expect_true_counts (driver);
  expect_said (driver, "show", OTHER, "Discover");

  second = find_card (driver, "Qualify", DEAL);
  mull_driver_click (driver, second, 1);
  mull_driver_wait_focus (driver, "*, " DEAL ", *");
  mull_driver_key (driver, "<Alt>Right");
  expect_card (driver, "Discover", DEAL);
  mull_driver_wait_focus (driver, "*, " DEAL ", *");
  expect_said (driver, "show", DEAL, "Discover");

  mull_driver_key (driver, "<Control>z");
  expect_card (driver, "Qualify", DEAL);
  mull_driver_key (driver, "<Control>z");
  expect_card (driver, "Qualify", OTHER);
  expect_true_counts (driver);
}

/* ── The deal, the do-over, the call ──────────────────────────────────── */

static void
open_deal (MullDriver *driver)
{
  g_autoptr (AtspiAccessible) card = find_card (driver, "Qualify", DEAL);
  g_autoptr (AtspiAccessible) frame = NULL;

  mull_driver_click (driver, card, 1);
  mull_driver_wait_focus (driver, "*, " DEAL ", *");
  mull_driver_key (driver, "Return");
  frame = mull_driver_find (driver, NULL, ATSPI_ROLE_FRAME, DEAL "*");
  mull_driver_wait_focus (driver, "What happened");
}

/* A call without a next step leaves a hole, and the hole asks for a do-over. */
static void
log_call (MullDriver *driver)
{
  mull_driver_type (driver, "Rang Neil about the fryers");
  mull_driver_key (driver, "Return");
  mull_driver_expect (driver, "MullDealPage", ATSPI_ROLE_LIST_ITEM, "*Rang Neil about the fryers*");
  mull_driver_wait_focus (driver, "*es");
  mull_driver_key (driver, "Escape");
  mull_driver_expect (driver, "MullDealPage", ATSPI_ROLE_LABEL, "What is the next step?");
  press_button (driver, "MullDealPage", "There is none");
  mull_driver_wait_focus (driver, "What did you leave without?");
  mull_driver_type (driver, "Who else has to sign");
  press_button (driver, "MullDealPage", "*Keep it*");
  mull_driver_wait_focus (driver, "*Do-over now*");
  mull_driver_expect (driver, "MullDealPage", ATSPI_ROLE_LIST_ITEM, "*Who else has to sign*");
  expect_said (driver, "show", DEAL, "Who else has to sign");
}

static void
write_do_over (MullDriver *driver)
{
  mull_driver_key (driver, "Return");
  mull_driver_wait_focus (driver, "Own it");
  mull_driver_lint (driver, "the script");
  mull_driver_key (driver, "<Control>End");
  mull_driver_type (driver, " That was mine.");
  mull_driver_key (driver, "<Control>Return");
  mull_driver_wait_focus (driver, "Neil Corrigan*");
}

static void
call (MullDriver *driver)
{
  mull_driver_key (driver, "space");
  mull_driver_wait_focus (driver, "Beat 1 of 5, *That was mine.");
  mull_driver_key (driver, "space");
  mull_driver_wait_focus (driver, "Beat 2 of 5, *");
  mull_driver_key (driver, "n");
  mull_driver_wait_focus (driver, "Note");
  mull_driver_type (driver, "The board signs");
  mull_driver_key (driver, "Return");
  mull_driver_wait_focus (driver, "Beat 2 of 5, *");
  for (guint beat = 3; beat <= 5; beat++)
    {
      g_autofree char *name = g_strdup_printf ("Beat %u of 5, *", beat);

      mull_driver_key (driver, "space");
      mull_driver_wait_focus (driver, name);
    }
}

/* They could not say it, and promised to. */
static void
finish_call (MullDriver *driver)
{
  g_autoptr (AtspiAccessible) page = NULL;
  g_autoptr (AtspiAccessible) day = NULL;
  g_autoptr (AtspiAccessible) frame = NULL;

  mull_driver_key (driver, "2");
  mull_driver_wait_focus (driver, "What did they promise?");
  mull_driver_lint (driver, "the call");
  mull_driver_type (driver, "Neil names everybody who signs");
  page = mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, "MullCallPage");
  day = mull_driver_find (driver, page, ATSPI_ROLE_TEXT, "Promised by");
  mull_driver_set_text (day, "fri");
  press_button (driver, "MullCallPage", "Write It Down");
  frame = mull_driver_find (driver, NULL, ATSPI_ROLE_FRAME, DEAL "*");
  mull_driver_expect (driver, "MullDealPage", ATSPI_ROLE_LIST_ITEM,
                      "*Neil names everybody who signs*");
  expect_said (driver, "show", DEAL, "Neil names everybody who signs");
  expect_said (driver, "show", DEAL, "The board signs");
  expect_said (driver, "state", DEAL, "heir move");
}

/* ── The brief ────────────────────────────────────────────────────────── */

static gboolean
is_file (MullDriver *driver, gpointer path)
{
  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static void
expect_in_pdf (const char *path, const char *const *words)
{
  const char *argv[] = { "pdftotext", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status,
                &error);
  if (g_error_matches (error, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT))
    {
      g_test_message ("There is no pdftotext to read the brief with.");
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      g_error ("The brief does not say “%s”:\n%s", words[i], text);
}

static void
print_brief (MullDriver *driver)
{
  static const char *const words[] = { DEAL, "Langthwaite Crisps", "Neil Corrigan",
                                       "Who else has to sign", NULL };
  g_autofree char *path =
      g_build_filename (mull_driver_get_data_dir (driver), "the-brief.pdf", NULL);
  g_autoptr (AtspiAccessible) sheet = NULL;
  g_autoptr (AtspiAccessible) chooser = NULL;

  mull_driver_key (driver, "<Control>p");
  sheet = mull_driver_find (driver, NULL, ATSPI_ROLE_IMAGE, "Page 1 of *");
  mull_driver_lint (driver, "the preview");
  press_button (driver, "MullPreviewPage", "Save as PDF…");
  mull_driver_wait_window (driver, "Save as PDF", TRUE);
  chooser = mull_driver_find (driver, NULL, ATSPI_ROLE_FILLER, "Save as PDF*");
  mull_driver_key (driver, "<Control>a");
  mull_driver_type (driver, path);
  mull_driver_key (driver, "Return");
  mull_driver_wait_for (driver, "the brief as a file", is_file, path);
  expect_in_pdf (path, words);
}

static void
test_journey (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_autofree char *checked = NULL;

  work_on_the_board (driver);
  open_deal (driver);
  log_call (driver);
  write_do_over (driver);
  call (driver);
  finish_call (driver);
  print_brief (driver);
  checked = mull_driver_command (driver, "check", NULL);
  g_assert_nonnull (strstr (checked, "passed"));
  mull_driver_stop (driver);
}

/* ── Names that look like something else ──────────────────────────────── */

#define ODD "R&D <b>\"Süd\"</b> %s %n"

/* The window is open, and it is the window that prints and exports. */
static void
expect_files_say (MullDriver *driver)
{
  static const char *const words[] = { ODD, NULL };
  const char *folder = mull_driver_get_data_dir (driver);
  g_autofree char *pdf = g_build_filename (folder, "odd.pdf", NULL);
  g_autofree char *csv = g_build_filename (folder, "odd.csv", NULL);
  g_autofree char *printed = mull_driver_command (driver, "brief", ODD, "-o", pdf, NULL);
  g_autofree char *exported = mull_driver_command (driver, "export", csv, NULL);
  g_autofree char *text = NULL;

  expect_in_pdf (pdf, words);
  g_assert_true (g_file_get_contents (csv, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, ",\"R&D <b>\"\"Süd\"\"</b> %s %n\","));
}

static void
test_literal_names (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_autofree char *added = mull_driver_command (driver, "add", "deal", ODD, NULL);
  g_autoptr (AtspiAccessible) card = find_card (driver, "Qualify", ODD);
  g_autoptr (AtspiAccessible) frame = NULL;
  g_autoptr (AtspiAccessible) toast = NULL;

  expect_said (driver, "show", ODD, ODD);
  expect_files_say (driver);
  mull_driver_click (driver, card, 1);
  mull_driver_wait_focus (driver, "*, " ODD "*");
  mull_driver_key (driver, "Return");
  frame = mull_driver_find (driver, NULL, ATSPI_ROLE_FRAME, ODD "*");
  mull_driver_expect (driver, "MullDealPage", ATSPI_ROLE_LABEL, ODD);
  mull_driver_key (driver, "<Alt>Left");
  mull_driver_wait_focus (driver, "*, " ODD "*");
  mull_driver_key (driver, "Delete");
  toast = mull_driver_find (driver, NULL, ATSPI_ROLE_LABEL, "*" ODD "*");
  mull_driver_stop (driver);
}

/* Deleted, quit, started: what Ctrl+Z brings back is whole. */
static void
test_undo_of_yesterday (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_autoptr (AtspiAccessible) card = find_card (driver, "Qualify", DEAL);
  g_autofree char *before = mull_driver_command (driver, "check", "--digest", NULL);
  g_autofree char *after = NULL;

  mull_driver_click (driver, card, 1);
  mull_driver_wait_focus (driver, "*, " DEAL ", *");
  mull_driver_key (driver, "Delete");
  mull_driver_wait_gone (driver, ATSPI_ROLE_LIST_ITEM, "*, " DEAL ", *");
  mull_driver_stop (driver);
  mull_driver_start (driver, NULL);
  expect_true_counts (driver);
  mull_driver_key (driver, "<Control>z");
  expect_card (driver, "Qualify", DEAL);
  after = mull_driver_command (driver, "check", "--digest", NULL);
  g_assert_cmpstr (after, ==, before);
  mull_driver_stop (driver);
}

int
main (int argc, char **argv)
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/journey/put-right-and-print", test_journey);
  g_test_add_func ("/journey/literal-names", test_literal_names);
  g_test_add_func ("/journey/undo-of-yesterday", test_undo_of_yesterday);
  return g_test_run ();
}
