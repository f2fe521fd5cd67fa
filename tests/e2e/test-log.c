/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program tells those who look for its mistakes holds no word of a customer, and what it
 * writes is not offered to other programs. */
#include "config.h"

#include "mull-driver.h"

#include <string.h>

#define NOW "2026-03-02T09:00"
/* In every name, title and text, and in nothing else. */
#define TOKEN "Zqxvjk"
#define DEAL "Valve " TOKEN

/* After these there is a person, a company, a deal and something of everything. The rest is what
 * reads, changes and fails. */
static const char *const commands[][9] = {
  { "contact", "add", "person", "Ann " TOKEN, "--company", TOKEN " Mills", "--phone", "+49 30 1" },
  { "add", "deal", DEAL, "--person", "Ann " TOKEN },
  { "log", DEAL, "--kind", "call", "--reached", "About " TOKEN, "--words", "Said " TOKEN },
  { "review-call", DEAL, "--missing", "Who signs " TOKEN, "--no-next" },
  { "promise", DEAL, "--theirs", "--due", "fri", "--words", TOKEN },
  { "promise", DEAL, "--ours", "--due", "2026-02-27", "--words", TOKEN },
  { "plan", DEAL, "--kind", "call", "--due", "fri", "Call " TOKEN },
  { "hole", DEAL, "--kind", "question", "--words", "Left without " TOKEN },
  { "quiet", DEAL, "--until", "2026-07-01", "--words", "Not before July " TOKEN },
  { "quiet", DEAL },
  { "log", DEAL, "--kind", "call", "Past the guard " TOKEN },
  { "qualify", DEAL, "2", "yes", "--evidence", TOKEN },
  { "call-plan", DEAL, "--outcome", TOKEN, "--must", TOKEN },
  { "roadblock", "add", DEAL, "--words", TOKEN },
  { "roadblock", "list" },
  { "roadblock", "1" },
  { "promises", "1", "--why" },
  { "script", "do-over", DEAL },
  { "script", "own-it", DEAL },
  { "beats" },
  { "show", DEAL },
  { "show", "No such " TOKEN },
  { "show", TOKEN },
  { "state", DEAL },
  { "record", "Ann" },
  { "list", "deals" },
  { "list", "people" },
  { "list", "companies", "--csv" },
  { "board" },
  { "today" },
  { "since", "2026-03-01" },
  { "due", DEAL },
  { "drift" },
  { "drill" },
  { "figures" },
  { "measures" },
  { "duplicates" },
  { "contact", "add", "person", "Ann " TOKEN " again" },
  { "merge", "person", "1", "2", "--keep", "title=b" },
  { "move", DEAL, "Discover" },
  { "move", DEAL, "No such stage " TOKEN },
  { "close", DEAL, "won", "--reason", "Because " TOKEN },
  { "reopen", DEAL },
  { "trash", "put", DEAL },
  { "trash", "find", TOKEN },
  { "trash" },
  { "undo" },
  { "redo" },
  { "undo" },
  { "history" },
  { "import", TOKEN ".csv" },
  { "import", "no-such-" TOKEN ".csv" },
  { "export", TOKEN "-all.xml" },
  { "export", TOKEN ".ics" },
  { "export", TOKEN ".vcf" },
  { "export", TOKEN "-deals.csv" },
  { "import", TOKEN "-all.xml" },
  { "import", TOKEN ".vcf" },
  { "brief", DEAL, "-o", TOKEN ".pdf" },
  { "brief", DEAL, "-o", "no-such-" TOKEN "/brief.pdf" },
  { "attach", DEAL, TOKEN ".pdf" },
  { "attachments", DEAL },
  { "check", "--digest" },
  { "backup" },
  { "backups" },
  { "repair", "--list" },
  { "erase", "person", "Ann " TOKEN },
  { "erase", "person", "Ann " TOKEN, "--yes" },
};

static gboolean
is_log (const char *line)
{
  static GRegex *form = NULL;

  if (form == NULL)
    form =
        g_regex_new ("-(DEBUG|INFO|Message|WARNING|CRITICAL|ERROR)( \\*\\*)?: \\d\\d:\\d\\d:\\d\\d",
                     G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  return g_regex_match (form, line, G_REGEX_MATCH_DEFAULT, NULL);
}

/* What is not of the log is what the rep asked for. Returns: how many lines were */
static guint
check_lines (const char *text, const char *what)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *small = NULL;

      if (!is_log (lines[i]))
        continue;
      small = g_ascii_strdown (lines[i], -1);
      if (strstr (small, "zqxvjk") != NULL)
        g_error ("“%s” puts a customer into the log: %s", what, lines[i]);
      n++;
    }
  return n;
}

/* In a folder of its own, since files are named after customers. */
static MullDriver *
start (char **folder)
{
  MullDriver *driver = mull_driver_new (NULL, NOW);
  g_autofree char *csv = NULL;
  g_autoptr (GError) error = NULL;

  *folder = mull_driver_make_folder ();
  csv = g_build_filename (*folder, TOKEN ".csv", NULL);
  g_file_set_contents (
      csv, "Deal,Company,Value\nPump " TOKEN "," TOKEN " Ltd,12\nx,y,z " TOKEN "\n", -1, &error);
  g_assert_no_error (error);
  mull_driver_set_environment (driver, "G_MESSAGES_DEBUG", "all");
  mull_driver_set_folder (driver, *folder);
  return driver;
}

static void
finish (MullDriver *driver, char *folder)
{
  mull_driver_remove_folder (folder);
  mull_driver_free (driver);
  g_free (folder);
}

static void
test_commands (void)
{
  char *folder = NULL;
  MullDriver *driver = start (&folder);
  guint n_lines = 0, n_done = 0;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *const *words = commands[i];
      g_autofree char *out = NULL;
      g_autofree char *err = NULL;
      int status = mull_driver_run (driver, &out, &err, words[0], words[1], words[2], words[3],
                                    words[4], words[5], words[6], words[7], words[8], NULL);

      /* One that is written wrongly would try nothing. */
      if (status > 1)
        g_error ("“%s %s” is no command: %s", words[0], words[1], err);
      n_done += status == 0;
      n_lines += check_lines (out, words[0]) + check_lines (err, words[0]);
    }
  g_test_message ("%u commands, %u done: %u lines of the log, none with a customer in it",
                  (guint) G_N_ELEMENTS (commands), n_done, n_lines);
  g_assert_cmpuint (n_lines, >=, G_N_ELEMENTS (commands));
  g_assert_cmpuint (n_done, >=, G_N_ELEMENTS (commands) - 12);
  finish (driver, folder);
}

/* ── The window ───────────────────────────────────────────────────────── */

static gboolean
is_file (MullDriver *driver, gpointer path)
{
  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static void
save_brief (MullDriver *driver, const char *path)
{
  g_autoptr (AtspiAccessible) page = NULL;
  g_autoptr (AtspiAccessible) chooser = NULL;

  mull_driver_key (driver, "<Control>p");
  page = mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, "MullPreviewPage");
  mull_driver_press (driver, page, "Save as PDF…");
  mull_driver_wait_window (driver, "Save as PDF", TRUE);
  chooser = mull_driver_find (driver, NULL, ATSPI_ROLE_FILLER, "Save as PDF*");
  mull_driver_key (driver, "<Control>a");
  mull_driver_type (driver, path);
  mull_driver_key (driver, "Return");
  mull_driver_wait_for (driver, "the brief as a file", is_file, (gpointer) path);
  mull_driver_wait_window (driver, "Save as PDF", FALSE);
}

static void
work (MullDriver *driver)
{
  mull_driver_action (driver, "open-deal", g_variant_new_int64 (1));
  mull_driver_wait_focus (driver, "What happened");
  mull_driver_type (driver, "Rang " TOKEN);
  mull_driver_key (driver, "Return");
  mull_driver_expect (driver, "MullDealPage", ATSPI_ROLE_LIST_ITEM, "*Rang " TOKEN "*");
  mull_driver_key (driver, "Escape");
  mull_driver_key (driver, "<Alt>Left");
  mull_driver_wait_window (driver, "Sales", TRUE);
  mull_driver_key (driver, "<Control>f");
  mull_driver_wait_focus (driver, "Filter the deals");
  mull_driver_type (driver, TOKEN);
  mull_driver_key (driver, "Escape");
  mull_driver_key (driver, "<Control>z");
  mull_driver_key (driver, "<Control>t");
  mull_driver_key (driver, "<Control>h");
  /* Keys wait in a queue of their own, which an action would overtake. */
  mull_driver_wait_window (driver, "History", TRUE);
  mull_driver_action (driver, "open-deal", g_variant_new_int64 (1));
  mull_driver_wait_focus (driver, "What happened");
}

/* GTK's dialog puts it there, and we take it out again. */
static gboolean
is_not_recent (MullDriver *driver, gpointer path)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && strstr (text, TOKEN) == NULL;
}

static void
test_window (void)
{
  char *folder = NULL;
  MullDriver *driver = start (&folder);
  g_autofree char *brief = g_build_filename (folder, TOKEN ".pdf", NULL);
  g_autofree char *recent = g_build_filename (g_get_user_data_dir (), "recently-used.xbel", NULL);
  guint n_lines;

  for (guint i = 0; i < 5; i++)
    {
      const char *const *words = commands[i];

      g_free (mull_driver_command (driver, words[0], words[1], words[2], words[3], words[4],
                                   words[5], words[6], words[7], words[8], NULL));
    }
  mull_driver_start (driver, NULL);
  work (driver);
  save_brief (driver, brief);
  mull_driver_wait_for (driver, "a list of recent files without it", is_not_recent, recent);
  mull_driver_stop (driver);
  n_lines = check_lines (mull_driver_get_messages (driver), "the window");
  g_test_message ("%u lines of the log of the window, none with a customer in it", n_lines);
  g_assert_cmpuint (n_lines, >, 0);
  finish (driver, folder);
}

int
main (int argc, char **argv)
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/log/commands", test_commands);
  g_test_add_func ("/log/window", test_window);
  return g_test_run ();
}
