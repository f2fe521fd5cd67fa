/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file is chosen in the desktop's own dialog, looked at, imported, and chosen once more. */
#include "config.h"

#include "mull-driver.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define NOW "2026-03-02T09:00"
#define PAGE "MullImportPage"
#define CHOOSER "Import a File"

static const char good_rows[] =
    "Deal - ID,Deal - Title,Deal - Organization,Deal - Value,Deal - Currency,Deal - Stage,"
    "Deal - Status,Deal - Deal created,Deal - Expected close date\r\n"
    "1,Cooling of the brine,Langthwaite Crisps,1200,GBP,Qualify,Open,2026-02-01 10:00:00,"
    "2026-04-30\r\n"
    "2,New <b>chimney</b>,R&D Plating,900.5,GBP,Qualify,Open,2026-02-02 10:00:00,2026-05-29\r\n";

/* The third line names a day that there is not. */
static const char bad_rows[] = "Deal,Company,Stage,Expected close date\r\n"
                               "Spare burner,Langthwaite Crisps,Qualify,2026-04-30\r\n"
                               "Second shift,Langthwaite Crisps,Qualify,2026-02-30\r\n"
                               "Loading dock,Langthwaite Crisps,Qualify,2026-03-31\r\n";

static char *
write_file (MullDriver *driver, const char *name, const char *text)
{
  char *path = g_build_filename (mull_driver_get_data_dir (driver), name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
press_button (MullDriver *driver, const char *page, const char *name)
{
  g_autoptr (AtspiAccessible) root = mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, page);

  mull_driver_press (driver, root, name);
}

/* Types a path into GTK's own dialog, which is open or about to be. */
static void
choose (MullDriver *driver, const char *path)
{
  g_autoptr (AtspiAccessible) dialog = NULL;

  mull_driver_wait_window (driver, CHOOSER, TRUE);
  dialog = mull_driver_find (driver, NULL, ATSPI_ROLE_FILLER, CHOOSER);
  mull_driver_wait_focus (driver, "GtkTreeView");
  mull_driver_key (driver, "<Control>l");
  mull_driver_wait_focus (driver, "GtkFileChooserEntry");
  mull_driver_type (driver, path);
  mull_driver_press (driver, dialog, "_Open*");
  mull_driver_wait_window (driver, CHOOSER, FALSE);
  /* Hidden, it is looked at for a moment more. */
  mull_driver_wait_gone (driver, ATSPI_ROLE_FILLER, CHOOSER);
}

static char *
digest (MullDriver *driver)
{
  return mull_driver_command (driver, "check", "--digest", NULL);
}

/* From the first page of an empty home to a board with two cards, and the same file again. */
static void
test_choose_import_again (void)
{
  g_autoptr (MullDriver) driver = mull_driver_new (NULL, NOW);
  g_autofree char *path = write_file (driver, "deals.csv", good_rows);
  g_autofree char *empty = NULL;
  g_autofree char *looked_at = NULL;
  g_autofree char *imported = NULL;
  g_autofree char *again = NULL;
  g_autofree char *board = NULL;

  mull_driver_start (driver, NULL);
  press_button (driver, "MullStartPage", "*Import a File*");
  empty = digest (driver);
  choose (driver, path);
  mull_driver_wait_window (driver, "Import “deals.csv”", TRUE);
  mull_driver_expect (driver, PAGE, ATSPI_ROLE_LABEL, "The file is good. Nothing is written yet.");
  mull_driver_expect (driver, PAGE, ATSPI_ROLE_LABEL, "Pipedrive: Deals, 2 rows");
  mull_driver_expect (driver, PAGE, ATSPI_ROLE_LABEL, "2 new");
  mull_driver_expect (driver, PAGE, ATSPI_ROLE_LABEL, "New <b>chimney</b>");
  mull_driver_expect (driver, PAGE, ATSPI_ROLE_LABEL, "R&D Plating · Qualify · * · *");
  looked_at = digest (driver);
  g_assert_cmpstr (looked_at, ==, empty);

  press_button (driver, PAGE, "Import*");
  mull_driver_expect (driver, "MullBoardPage", ATSPI_ROLE_LIST_ITEM, "*, New <b>chimney</b>, *");
  mull_driver_expect (driver, "MullBoardPage", ATSPI_ROLE_LIST_ITEM, "*, Cooling of the brine, *");
  board = mull_driver_command (driver, "board", NULL);
  g_assert_nonnull (strstr (board, "Qualify: 2 deals"));
  imported = digest (driver);
  g_assert_cmpstr (imported, !=, empty);

  mull_driver_key (driver, "<Control>o");
  choose (driver, path);
  mull_driver_expect (driver, PAGE, ATSPI_ROLE_LABEL, "Everything in this file is here already.");
  press_button (driver, PAGE, "Back");
  mull_driver_wait_focus (driver, "*in this stage*");
  again = digest (driver);
  g_assert_cmpstr (again, ==, imported);
  mull_driver_stop (driver);
}

static gboolean
is_file (MullDriver *driver, gpointer path)
{
  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/* The refused rows go into a file of their own, with the header, to be corrected and imported. */
static void
save_refused_rows (MullDriver *driver)
{
  g_autofree char *path = g_build_filename (mull_driver_get_data_dir (driver), "refused.csv", NULL);
  g_autofree char *rows = NULL;
  g_autoptr (AtspiAccessible) dialog = NULL;
  GStatBuf info;

  press_button (driver, PAGE, "Save the Rows*");
  mull_driver_wait_window (driver, "Save the Refused Rows", TRUE);
  dialog = mull_driver_find (driver, NULL, ATSPI_ROLE_FILLER, "Save the Refused Rows*");
  mull_driver_key (driver, "<Control>a");
  mull_driver_type (driver, path);
  mull_driver_key (driver, "Return");
  mull_driver_wait_window (driver, "Save the Refused Rows", FALSE);
  mull_driver_wait_for (driver, "the file of refused rows", is_file, path);
  g_assert_true (g_file_get_contents (path, &rows, NULL, NULL));
  g_assert_cmpstr (rows, ==,
                   "\xef\xbb\xbf"
                   "Deal,Company,Stage,Expected close date\r\n"
                   "Second shift,Langthwaite Crisps,Qualify,2026-02-30\r\n");
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* One row that cannot be read keeps out the others, too. */
static void
test_refused (void)
{
  g_autoptr (MullDriver) driver = mull_driver_new (NULL, NOW);
  g_autofree char *path = write_file (driver, "bad.csv", bad_rows);
  g_autofree char *said = mull_driver_command (driver, "demo", NULL);
  g_autofree char *before = digest (driver);
  g_autofree char *after = NULL;
  g_autoptr (AtspiAccessible) page = NULL;
  g_autoptr (AtspiAccessible) button = NULL;

  mull_driver_start (driver, NULL);
  mull_driver_wait_focus (driver, "*in this stage*");
  mull_driver_key (driver, "<Control>o");
  choose (driver, path);
  mull_driver_expect (driver, PAGE, ATSPI_ROLE_LABEL, "1 row is refused");
  mull_driver_expect (driver, PAGE, ATSPI_ROLE_LABEL,
                      "Line 3, column 4 (Expected close date): *2026-02-30*");
  mull_driver_expect (driver, PAGE, ATSPI_ROLE_LABEL,
                      "Nothing is imported while rows are refused*");
  page = mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, PAGE);
  button = mull_driver_find (driver, page, ATSPI_ROLE_PUSH_BUTTON, "Import*");
  g_assert_false (mull_driver_is_sensitive (button));
  save_refused_rows (driver);
  press_button (driver, PAGE, "Back");
  mull_driver_wait_focus (driver, "*in this stage*");
  after = digest (driver);
  g_assert_cmpstr (after, ==, before);
  mull_driver_stop (driver);
}

/* Several files on the command line come one after the other. */
static void
test_several (void)
{
  g_autoptr (MullDriver) driver = mull_driver_new (NULL, NOW);
  g_autofree char *first = write_file (driver, "first.csv", "Deal,Stage\r\nOne,Qualify\r\n");
  g_autofree char *second = write_file (driver, "second.csv", "Deal,Stage\r\nTwo,Qualify\r\n");

  mull_driver_start (driver, first, second, NULL);
  mull_driver_wait_window (driver, "Import “first.csv”", TRUE);
  mull_driver_expect (driver, PAGE, ATSPI_ROLE_LABEL, "1 more file is waiting");
  mull_driver_expect (driver, PAGE, ATSPI_ROLE_LABEL, "The file is good. Nothing is written yet.");
  press_button (driver, PAGE, "Import*");
  mull_driver_wait_window (driver, "Import “second.csv”", TRUE);
  mull_driver_expect (driver, PAGE, ATSPI_ROLE_LABEL, "Two");
  press_button (driver, PAGE, "Import*");
  mull_driver_expect (driver, "MullBoardPage", ATSPI_ROLE_LIST_ITEM, "*, One, *");
  mull_driver_expect (driver, "MullBoardPage", ATSPI_ROLE_LIST_ITEM, "*, Two, *");
  mull_driver_stop (driver);
}

/* A file manager opens contacts with the program: they are looked at, and nothing is written until
 * the rep says so. */
static void
test_contacts (void)
{
  g_autoptr (MullDriver) driver = mull_driver_new (NULL, NOW);
  g_autofree char *path = write_file (driver, "phone.vcf",
                                      "BEGIN:VCARD\r\nVERSION:2.1\r\n"
                                      "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB =\r\n"
                                      "=C3=96z\r\nTEL;CELL:+49 170 1\r\nEND:VCARD\r\n");
  g_autofree char *demo = mull_driver_command (driver, "demo", NULL);
  g_autofree char *before = digest (driver);
  g_autofree char *between = NULL;
  g_autofree char *people = NULL;

  mull_driver_start (driver, path, NULL);
  mull_driver_wait_window (driver, "Import “phone.vcf”", TRUE);
  mull_driver_expect (driver, PAGE, ATSPI_ROLE_LABEL, "1 contact (vCard)");
  mull_driver_expect (driver, PAGE, ATSPI_ROLE_LABEL, "Zoë Öz");
  mull_driver_expect (driver, PAGE, ATSPI_ROLE_LABEL, "The file is good. Nothing is written yet.");
  between = digest (driver);
  g_assert_cmpstr (between, ==, before);
  press_button (driver, PAGE, "Import*");
  mull_driver_wait_window (driver, "Import “phone.vcf”", FALSE);
  people = mull_driver_command (driver, "list", "people", NULL);
  g_assert_nonnull (strstr (people, "Zoë Öz"));
  mull_driver_stop (driver);
}

int
main (int argc, char **argv)
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/import/choose-import-again", test_choose_import_again);
  g_test_add_func ("/import/refused", test_refused);
  g_test_add_func ("/import/several", test_several);
  g_test_add_func ("/import/contacts", test_contacts);
  return g_test_run ();
}
