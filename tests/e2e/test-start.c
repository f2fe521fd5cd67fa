/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starting the real program: once and twice, on good data and on bad, with little room. */
#include "config.h"

#include "journey-steps.h"
#include "small-disk.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOW "2026-03-02T09:00"

static MullDriver *
start (const char *data_dir)
{
  MullDriver *driver = mull_driver_new (data_dir, NOW);

  mull_driver_start (driver, NULL);
  return driver;
}

static char *
hash_file (const char *path)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
}

/* ── First start ──────────────────────────────────────────────────────── */

static void
test_empty_home (void)
{
  g_autoptr (MullDriver) driver = start (NULL);

  journey_wait_start_page (driver);
  mull_driver_lint (driver, "the start page");
  mull_driver_stop (driver);
  g_assert_cmpstr (mull_driver_get_messages (driver), ==, "");
}

static void
assert_mode (const char *folder, const char *name, guint mode)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  if ((info.st_mode & 0777) != mode)
    g_error ("“%s” has mode %o", path, info.st_mode & 0777);
}

static void
assert_modes (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  assert_mode (folder, ".", 0700);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        assert_modes (path);
      else
        assert_mode (folder, name, 0600);
    }
}

/* Others on the computer cannot read what the rep knows, whatever they told the shell. */
static void
test_modes (void)
{
  g_autofree char *base = mull_driver_make_folder ();
  g_autofree char *folder = g_build_filename (base, "a", "b", NULL);
  g_autoptr (MullDriver) driver = start (folder);

  journey_fill_with_sample (driver);
  g_assert_cmpint (g_access (folder, X_OK), ==, 0);
  assert_modes (folder);
  assert_mode (base, "a", 0700);
  mull_driver_stop (driver);
  assert_modes (folder);
  mull_driver_remove_folder (base);
}

/* ── Second start ─────────────────────────────────────────────────────── */

static Window
active_window (Display *display)
{
  Atom type, property = XInternAtom (display, "_NET_ACTIVE_WINDOW", False);
  unsigned long n = 0, left = 0;
  unsigned char *data = NULL;
  Window window = None;
  int format = 0;

  if (XGetWindowProperty (display, DefaultRootWindow (display), property, 0, 1, False, XA_WINDOW,
                          &type, &format, &n, &left, &data) == Success &&
      n == 1)
    window = *(Window *) (gpointer) data;
  if (data != NULL)
    XFree (data);
  return window;
}

typedef struct
{
  Display *display;
  Window cover;
} Cover;

static gboolean
is_covered (MullDriver *driver, gpointer user_data)
{
  Cover *cover = user_data;

  return active_window (cover->display) == cover->cover;
}

static gboolean
is_in_front (MullDriver *driver, gpointer user_data)
{
  Cover *cover = user_data;

  return active_window (cover->display) != cover->cover && active_window (cover->display) != None;
}

/* Another program's window comes before ours. */
static void
cover_begin (Cover *cover, MullDriver *driver)
{
  cover->display = XOpenDisplay (NULL);
  cover->cover = XCreateSimpleWindow (cover->display, DefaultRootWindow (cover->display), 0, 0,
                                      1200, 800, 0, 0, 0);
  XStoreName (cover->display, cover->cover, "Something else");
  XMapRaised (cover->display, cover->cover);
  XFlush (cover->display);
  mull_driver_wait_for (driver, "the other window in front", is_covered, cover);
}

static void
cover_end (Cover *cover)
{
  XDestroyWindow (cover->display, cover->cover);
  XCloseDisplay (cover->display);
}

static void
assert_second_start_raises (MullDriver *second, MullDriver *first)
{
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  Cover cover;

  cover_begin (&cover, first);
  g_assert_cmpint (mull_driver_run (second, &out, &err, NULL), ==, 0);
  g_assert_cmpstr (out, ==, "");
  g_assert_cmpstr (err, ==, "");
  mull_driver_wait_for (first, "the first window in front", is_in_front, &cover);
  g_assert_cmpuint (mull_driver_count (first, NULL, ATSPI_ROLE_FRAME, NULL), ==, 1);
  cover_end (&cover);
}

static void
test_twice (void)
{
  g_autoptr (MullDriver) driver = start (NULL);

  journey_wait_start_page (driver);
  assert_second_start_raises (driver, driver);
  mull_driver_stop (driver);
}

/* People link their folders elsewhere: by any name it is the same data. */
static void
test_linked_folder (void)
{
  g_autofree char *base = mull_driver_make_folder ();
  g_autofree char *real = g_build_filename (base, "real", NULL);
  g_autofree char *link = g_build_filename (base, "link", NULL);
  g_autofree char *file = g_build_filename (real, "mulligan.db", NULL);
  g_autoptr (MullDriver) driver = NULL;
  g_autoptr (MullDriver) other = mull_driver_new (real, NOW);

  g_assert_cmpint (g_mkdir (real, 0700), ==, 0);
  g_assert_cmpint (symlink (real, link), ==, 0);
  driver = start (link);
  journey_wait_start_page (driver);
  g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
  assert_second_start_raises (other, driver);
  mull_driver_stop (driver);
  mull_driver_remove_folder (base);
}

static void
assert_in_use (MullDriver *other, const char *command)
{
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;

  g_assert_cmpint (mull_driver_run (other, &out, &err, command, NULL), ==, 1);
  g_assert_cmpstr (out, ==, "");
  g_assert_nonnull (strstr (err, "is in use by another program"));
  g_assert_nonnull (strstr (err, mull_driver_get_data_dir (other)));
}

/* Without a session bus nobody can be asked; the lock still keeps the data whole. */
static void
test_without_bus (void)
{
  g_autoptr (MullDriver) driver = start (NULL);
  g_autoptr (MullDriver) other = mull_driver_new (mull_driver_get_data_dir (driver), NOW);

  journey_fill_with_sample (driver);
  mull_driver_set_environment (other, "DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
  assert_in_use (other, "board");
  mull_driver_stop (driver);
}

/* The window has the data, so it is the window that carries commands out, and shows the outcome. */
static void
test_command_goes_to_the_window (void)
{
  g_autoptr (MullDriver) driver = start (NULL);
  g_autofree char *first = NULL;
  g_autofree char *list = NULL;
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;

  journey_wait_start_page (driver);
  first = mull_driver_command (driver, "add", "deal", "Told from outside", NULL);
  journey_wait_board (driver);
  list = mull_driver_command (driver, "list", "deals", NULL);
  g_assert_nonnull (strstr (list, "Told from outside"));
  g_assert_cmpint (mull_driver_run (driver, &out, &err, "show", "No such deal", NULL), ==, 1);
  g_assert_nonnull (strstr (err, "No such deal"));
  mull_driver_stop (driver);
}

/* ── Data that cannot be opened ───────────────────────────────────────── */

/* The page says what is wrong and where, and there is a way out. */
static void
assert_trouble (const char *folder, const char *says)
{
  g_autoptr (MullDriver) driver = start (folder);
  g_autofree char *path = g_strdup_printf ("*%s*", folder);
  g_autofree char *reason = g_strdup_printf ("*%s*", says);
  g_autoptr (AtspiAccessible) where = mull_driver_find (driver, NULL, ATSPI_ROLE_LABEL, path);
  g_autoptr (AtspiAccessible) what = mull_driver_find (driver, NULL, ATSPI_ROLE_LABEL, reason);
  g_autoptr (AtspiAccessible) quit =
      mull_driver_find (driver, NULL, ATSPI_ROLE_PUSH_BUTTON, "*Quit");

  mull_driver_stop (driver);
}

static void
assert_untouched (const char *folder, const char *says)
{
  g_autofree char *file = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *log = g_strconcat (file, "-wal", NULL);
  g_autofree char *before = hash_file (file);
  g_autofree char *after = NULL;

  assert_trouble (folder, says);
  after = hash_file (file);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

/* The version of the schema is the 60th byte and the three after it. */
static void
make_newer (const char *folder)
{
  g_autofree char *file = g_build_filename (folder, "mulligan.db", NULL);
  const guint8 version[] = { 0, 0, 15, 160 };
  int fd = g_open (file, O_RDWR);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (pwrite (fd, version, sizeof version, 60), ==, sizeof version);
  close (fd);
}

static void
test_newer_version (void)
{
  g_autofree char *base = mull_driver_make_folder ();
  MullDriver *driver = start (base);

  journey_fill_with_sample (driver);
  mull_driver_stop (driver);
  mull_driver_free (driver);
  make_newer (base);
  assert_untouched (base, "newer");
  mull_driver_remove_folder (base);
}

static void
test_not_a_database (void)
{
  g_autofree char *base = mull_driver_make_folder ();
  g_autofree char *file = g_build_filename (base, "mulligan.db", NULL);

  g_assert_true (g_file_set_contents (file, "Dear diary, today I sold a boat.", -1, NULL));
  assert_untouched (base, file);
  mull_driver_remove_folder (base);
}

/* ── Disks ────────────────────────────────────────────────────────────── */

static void
test_read_only_folder (void)
{
  g_autofree char *base = mull_driver_make_folder ();

  if (small_disk_mount (base, "size=1m"))
    {
      small_disk_remount (base, "ro");
      assert_trouble (base, "annot be written");
      small_disk_unmount (base);
    }
  mull_driver_remove_folder (base);
}

static gboolean
is_log_empty (MullDriver *driver, gpointer path)
{
  GStatBuf info;

  return g_stat (path, &info) != 0 || info.st_size == 0;
}

/* The log is moved into the file when nothing happens for a while, which makes room. */
static void
wait_for_quiet (MullDriver *driver, const char *folder)
{
  g_autofree char *log = g_build_filename (folder, "mulligan.db-wal", NULL);

  mull_driver_wait_for (driver, "the log in the file", is_log_empty, log);
}

/* Neither the window nor the command line says that there is a brief. */
static void
expect_no_brief (MullDriver *driver, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "brief.pdf", NULL);
  g_autofree char *err = NULL;
  g_autofree char *out = NULL;
  g_autoptr (AtspiAccessible) page = NULL;
  g_autoptr (AtspiAccessible) chooser = NULL;
  g_autoptr (AtspiAccessible) sentence = NULL;

  g_assert_cmpint (mull_driver_run (driver, &out, &err, "brief", "1", "-o", path, NULL), ==, 1);
  g_assert_nonnull (strstr (err, "There is no room left to write"));
  g_assert_nonnull (strstr (err, path));
  g_assert_cmpstr (out, ==, "");

  mull_driver_action (driver, "open-deal", g_variant_new_int64 (1));
  mull_driver_wait_focus (driver, "What happened");
  mull_driver_key (driver, "<Control>p");
  page = mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, "MullPreviewPage");
  mull_driver_press (driver, page, "Save as PDF…");
  mull_driver_wait_window (driver, "Save as PDF", TRUE);
  chooser = mull_driver_find (driver, NULL, ATSPI_ROLE_FILLER, "Save as PDF*");
  mull_driver_key (driver, "<Control>a");
  mull_driver_type (driver, path);
  mull_driver_key (driver, "Return");
  sentence = mull_driver_find (driver, NULL, ATSPI_ROLE_LABEL, "There is no room left to write*");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  mull_driver_key (driver, "<Alt>Left");
  mull_driver_wait_focus (driver, "What happened");
  mull_driver_key (driver, "<Alt>Left");
  mull_driver_wait_window (driver, "Sales", TRUE);
}

/* Undoing the sample writes all of it: it cannot be done on a full disk, and says so. */
static void
test_disk_full (void)
{
  g_autofree char *base = mull_driver_make_folder ();
  MullDriver *driver;
  g_autoptr (AtspiAccessible) sentence = NULL;

  if (!small_disk_mount (base, "size=8m"))
    {
      mull_driver_remove_folder (base);
      return;
    }
  driver = start (base);
  journey_fill_with_sample (driver);
  wait_for_quiet (driver, base);
  small_disk_fill (base);
  mull_driver_key (driver, "<Control>z");
  sentence = mull_driver_find (driver, NULL, ATSPI_ROLE_LABEL, "*full*");
  g_assert_cmpuint (mull_driver_count (driver, NULL, ATSPI_ROLE_PUSH_BUTTON, "*Sample Pipeline*"),
                    ==, 0);
  expect_no_brief (driver, base);

  small_disk_free (base);
  mull_driver_key (driver, "<Control>z");
  journey_wait_start_page (driver);
  mull_driver_key (driver, "<Control><Shift>z");
  journey_wait_board (driver);
  mull_driver_stop (driver);

  /* What was there before is there after. */
  mull_driver_start (driver, NULL);
  mull_driver_key (driver, "<Control>z");
  journey_wait_start_page (driver);
  mull_driver_stop (driver);
  mull_driver_free (driver);
  small_disk_unmount (base);
  mull_driver_remove_folder (base);
}

/* ── Undo after a restart ─────────────────────────────────────────────── */

static void
test_undo_after_restart (void)
{
  g_autoptr (MullDriver) driver = start (NULL);

  journey_fill_with_sample (driver);
  mull_driver_stop (driver);
  mull_driver_start (driver, NULL);
  mull_driver_key (driver, "<Control>z");
  journey_wait_start_page (driver);
  mull_driver_stop (driver);
  mull_driver_start (driver, NULL);
  journey_wait_start_page (driver);
  mull_driver_key (driver, "<Control><Shift>z");
  journey_wait_board (driver);
  mull_driver_stop (driver);
}

int
main (int argc, char **argv)
{
  small_disk_enter ();
  mull_driver_init (&argc, &argv);
  umask (022);
  g_test_add_func ("/start/empty-home", test_empty_home);
  g_test_add_func ("/start/modes", test_modes);
  g_test_add_func ("/start/twice", test_twice);
  g_test_add_func ("/start/linked-folder", test_linked_folder);
  g_test_add_func ("/start/without-bus", test_without_bus);
  g_test_add_func ("/start/command-goes-to-the-window", test_command_goes_to_the_window);
  g_test_add_func ("/start/newer-version", test_newer_version);
  g_test_add_func ("/start/not-a-database", test_not_a_database);
  g_test_add_func ("/start/read-only-folder", test_read_only_folder);
  g_test_add_func ("/start/disk-full", test_disk_full);
  g_test_add_func ("/start/undo-after-restart", test_undo_after_restart);
  return g_test_run ();
}
