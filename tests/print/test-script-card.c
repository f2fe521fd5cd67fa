/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-script-card"

#include "config.h"

#include "mull-layout-check.h"
#include "mull-pdf.h"
#include "mull-script-card.h"
#include "mull-script-desk.h"
#include "script-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  MullScriptDesk *desk;
  MullScriptComposition *composition;
  MullScriptCard card;
} Made;

static void
make (ScriptFixture *fixture, Made *made)
{
  g_autoptr (GError) error = NULL;

  made->desk = mull_script_desk_load (fixture->workspace, fixture->script_id, &error);
  g_assert_no_error (error);
  made->composition = mull_script_desk_compose_with (made->desk, NULL);
  made->card = (MullScriptCard){ made->composition, made->desk->dossier, made->desk->person,
                                 made->desk->phone };
}

static void
made_clear (Made *made)
{
  mull_script_composition_unref (made->composition);
  mull_script_desk_free (made->desk);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Made, made_clear)

/* What a reader of the PDF finds, in its order. */
static char *
read_back (ScriptFixture *fixture, const Made *made, MullPaper paper)
{
  g_autoptr (MullLayout) layout = mull_script_card_lay_out (&made->card, paper, FALSE);
  g_autofree char *title = mull_script_card_dup_title (&made->card);
  g_autofree char *path = g_build_filename (fixture->folder, "card.pdf", NULL);
  g_autofree char *command = g_strdup_printf ("pdftotext -layout '%s' -", path);
  g_autoptr (GError) error = NULL;
  g_autofree char *raw = NULL;
  GString *text = g_string_new (NULL);
  int status = 0;

  g_assert_true (mull_pdf_write (layout, path, title, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_command_line_sync (command, &raw, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  /* Where lines end is a matter of the paper. */
  for (const char *c = raw; *c != '\0'; c++)
    if (!g_ascii_isspace (*c))
      g_string_append_c (text, *c);
    else if (text->len > 0 && text->str[text->len - 1] != ' ')
      g_string_append_c (text, ' ');
  return g_string_free (text, FALSE);
}

/* @part as read_back() writes it. */
static const char *
find_words (const char *text, const char *part)
{
  g_auto (GStrv) words = g_strsplit_set (part, " \n", -1);
  g_autoptr (GString) line = g_string_new (NULL);
  const char *found;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  found = strstr (text, line->str);
  if (found == NULL)
    g_error ("“%s” is not in:\n%s", line->str, text);
  return found;
}

/* All that is spoken, in the order in which it is spoken, on either paper. */
static void
test_says_all (ScriptFixture *fixture, gconstpointer data)
{
  for (int paper = MULL_PAPER_A4; paper <= MULL_PAPER_LETTER; paper++)
    {
      g_auto (Made) made = { NULL };
      g_autofree char *text = NULL;
      const char *at;

      script_fixture_write (fixture, "own-it", "I owe you <b>one</b> & 100 %s.");
      make (fixture, &made);
      text = read_back (fixture, &made, (MullPaper) paper);
      g_assert_true (g_str_has_prefix (text, "Do-over: Boiler service Ann Ruiz · "));
      find_words (text, "+44 20 7946 0123");
      at = text;
      g_assert_cmpuint (made.composition->beats->len, ==, 5);
      for (guint i = 0; i < made.composition->beats->len; i++)
        {
          const MullComposedBeat *beat = made.composition->beats->pdata[i];

          at = find_words (at, beat->beat->title);
          at = find_words (at, beat->text);
        }
      find_words (text, "I owe you <b>one</b> & 100 %s.");
      g_assert_cmpuint (made.composition->answers->len, ==, 3);
      for (guint i = 0; i < made.composition->answers->len; i++)
        {
          const MullComposedAnswer *answer = made.composition->answers->pdata[i];

          at = find_words (at, answer->answer->title);
          at = find_words (at, answer->text);
        }
      at = find_words (at, made.composition->message->text);
      for (guint i = 0; i < made.composition->answers->len; i++)
        {
          const MullComposedAnswer *answer = made.composition->answers->pdata[i];

          if (answer->mail != NULL)
            {
              /* What stands at the head of a second page may be between its paragraphs. */
              g_auto (GStrv) paragraphs = g_strsplit (answer->mail, "\n\n", -1);

              at = find_words (at, answer->subject);
              for (guint j = 0; paragraphs[j] != NULL; j++)
                at = find_words (at, paragraphs[j]);
            }
        }
      find_words (text, "Printed on Wednesday, 15 May 2024");
    }
}

/* Nobody asked for quiet: nothing is said of it. Ann did: that is on top, in her words. */
static void
test_quiet (ScriptFixture *fixture, gconstpointer data)
{
  g_auto (Made) before = { NULL };
  g_auto (Made) after = { NULL };
  g_autofree char *open = NULL;
  g_autofree char *closed = NULL;
  const MullQuiet *quiet;

  make (fixture, &before);
  open = read_back (fixture, &before, MULL_PAPER_A4);
  g_assert_null (strstr (open, "Quiet until"));
  script_fixture_add_quiet (fixture);
  make (fixture, &after);
  closed = read_back (fixture, &after, MULL_PAPER_A4);
  quiet = after.desk->dossier->quiets->pdata[0];
  g_assert_cmpint (find_words (closed, "Quiet until 25 May") - closed, <,
                   find_words (closed, "Own it") - closed);
  if (*quiet->words != '\0')
    find_words (closed, quiet->words);
  /* It was hers, not Ben's. */
  after.card.person = NULL;
  g_clear_pointer (&closed, g_free);
  closed = read_back (fixture, &after, MULL_PAPER_A4);
  g_assert_null (strstr (closed, "Quiet until"));
}

/* However much was written, nothing overlaps, and each sheet says whom to call. */
static void
test_flows (ScriptFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);

  for (guint n = 0; n < 4; n++)
    {
      g_auto (Made) made = { NULL };

      make (fixture, &made);
      for (guint bits = 0; bits < 4; bits++)
        {
          g_autoptr (MullLayout) layout = mull_script_card_lay_out (
              &made.card, bits & 1 ? MULL_PAPER_LETTER : MULL_PAPER_A4, (bits & 2) != 0);
          guint n_pages = mull_layout_get_n_pages (layout);

          g_assert_cmpuint (n_pages, >=, MIN (n, 2));
          mull_layout_check (layout);
          for (guint page = 0; page < n_pages; page++)
            {
              g_autofree char *text = mull_layout_dup_text (layout, page);

              g_assert_nonnull (strstr (text, "Ann Ruiz · "));
            }
        }
      for (guint i = 0; i < 400; i++)
        g_string_append (paragraph, "interminable ");
      g_string_append (paragraph, "\n");
      script_fixture_write (fixture, "why-it-helps", paragraph->str);
    }
}

/* The beats are larger than what may not be needed. */
static void
test_large_type (ScriptFixture *fixture, gconstpointer data)
{
  g_auto (Made) made = { NULL };
  g_autofree char *path = g_build_filename (fixture->folder, "card.pdf", NULL);
  g_autofree char *command = g_strdup_printf ("pdftotext -bbox-layout '%s' -", path);
  g_autoptr (MullLayout) layout = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  double heights[2];

  script_fixture_write (fixture, "own-it", "Loudword is mine.");
  make (fixture, &made);
  layout = mull_script_card_lay_out (&made.card, MULL_PAPER_A4, FALSE);
  g_assert_true (mull_pdf_write (layout, path, "", &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_command_line_sync (command, &text, NULL, NULL, NULL));
  for (guint i = 0; i < 2; i++)
    {
      const char *word = strstr (text, i == 0 ? ">Loudword<" : ">(");
      g_autofree char *before = g_strndup (text, (gsize) (word - text));
      const char *top = strstr (g_strrstr (before, "<word"), "yMin=\"") + strlen ("yMin=\"");
      const char *bottom = strstr (top, "yMax=\"") + strlen ("yMax=\"");

      g_assert_nonnull (word);
      heights[i] = g_ascii_strtod (bottom, NULL) - g_ascii_strtod (top, NULL);
    }
  g_assert_cmpfloat (heights[0], >, 1.4 * heights[1]);
  g_unlink (path);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/script-card/" name, ScriptFixture, NULL, script_fixture_set_up, function,          \
              script_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("says-all", test_says_all);
  ADD ("quiet", test_quiet);
  ADD ("flows", test_flows);
  ADD ("large-type", test_large_type);
  return g_test_run ();
}
