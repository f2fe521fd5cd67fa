/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-beats"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-cli-table.h"
#include "mull-error.h"
#include "mull-own-beat-ops.h"
#include "mull-script-desk.h"
#include "mull-script-ops.h"
#include "mull-script-store.h"
#include "mull-template-reader.h"

#include <glib/gi18n-lib.h>

/* How wide a wording gets in a table for people. */
#define WORDING_WIDTH 40

/* What was typed after "beats". */
typedef struct
{
  char *name;
  gboolean csv;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->name);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* ── What is kept ─────────────────────────────────────────────────────── */

/* @beat may be NULL: then the kind alone has to be one that there is. */
static gboolean
check_beat (const char *kind, const char *beat, GError **error)
{
  g_autoptr (MullScriptTemplate) script = mull_template_reader_load (kind, error);
  g_autoptr (GString) beats = NULL;
  g_autofree char *shown = NULL;

  if (script == NULL)
    return FALSE;
  if (beat == NULL || mull_script_template_find_beat (script, beat) != NULL)
    return TRUE;
  beats = g_string_new (NULL);
  for (guint i = 0; i < script->beats->len; i++)
    g_string_append_printf (beats, "%s%s", i > 0 ? ", " : "",
                            ((MullTemplateBeat *) script->beats->pdata[i])->id);
  shown = mull_cli_shown (beat);
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               /* Translators: what was typed for a part of a script, and the parts that it has */
               _ ("There is no beat “%s”. Choose one of: %s."), shown, beats->str);
  return FALSE;
}

static const MullCliColumn columns[] = {
  { "id", N_ ("No."), TRUE, 0 },
  { "kind", N_ ("Script"), FALSE, 0 },
  { "beat", N_ ("Beat"), FALSE, 0 },
  /* Translators: the head of a column: in how many calls a wording was spoken */
  { "calls", N_ ("Calls"), TRUE, 0 },
  /* Translators: the head of a column: in how many calls a wording brought what was asked
     for */
  { "got-it", N_ ("Got it"), TRUE, 0 },
  { "name", N_ ("Name"), FALSE, 20 },
  { "text", N_ ("Wording"), FALSE, WORDING_WIDTH },
};

static gboolean
list_beats (MullCliContext *context,
            const Options *options,
            const char *kind,
            const char *beat,
            GError **error)
{
  g_autoptr (GPtrArray) wordings = NULL;
  g_autoptr (MullCliTable) table =
      mull_cli_table_new (columns, G_N_ELEMENTS (columns), options->csv);

  if ((kind != NULL && !check_beat (kind, beat, error)) ||
      (wordings = mull_own_beat_dup_wordings (context->workspace, kind, beat, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < wordings->len; i++)
    {
      const MullWording *wording = wordings->pdata[i];

      mull_cli_table_add_number (table, wording->own->record.id);
      mull_cli_table_add (table, wording->own->kind);
      mull_cli_table_add (table, wording->own->beat);
      mull_cli_table_add_number (table, wording->n_used);
      mull_cli_table_add_number (table, wording->n_worked);
      mull_cli_table_add (table, wording->own->name);
      mull_cli_table_add (table, wording->own->text);
    }
  if (wordings->len == 0 && !options->csv)
    g_string_append_printf (context->out, "%s\n", _ ("You keep no wording yet."));
  else
    mull_cli_table_write (table, context->out);
  return TRUE;
}

/* ── Changing it ──────────────────────────────────────────────────────── */

static gboolean
keep (MullCliContext *context, const Options *options, char **words, GError **error)
{
  g_autoptr (MullOwnBeat) own = mull_own_beat_new ();
  g_autofree char *number = NULL;
  gint64 id = 0;

  mull_set_text (&own->kind, words[0]);
  mull_set_text (&own->beat, words[1]);
  mull_set_text (&own->text, words[2]);
  mull_set_text (&own->name, options->name != NULL ? options->name : "");
  if (!check_beat (words[0], words[1], error) ||
      !mull_own_beat_ops_keep (context->workspace, own, 0, &id, error))
    return FALSE;
  number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  /* Translators: the number by which a wording is called from now on */
  g_string_append_printf (context->out, _ ("Kept as wording %s."), number);
  g_string_append_c (context->out, '\n');
  return TRUE;
}

static MullOwnBeat *
load (MullCliContext *context, const char *text, GError **error)
{
  int id;

  if (!mull_cli_read_number (text, "ID", 1, G_MAXINT, &id, error))
    return NULL;
  return mull_own_beat_load (context->workspace, id, error);
}

static gboolean
change (MullCliContext *context, const Options *options, char **words, GError **error)
{
  g_autoptr (MullOwnBeat) stored = load (context, words[0], error);
  g_autoptr (MullOwnBeat) own = NULL;

  if (stored == NULL)
    return FALSE;
  own = mull_own_beat_copy (stored);
  if (words[1] != NULL)
    mull_set_text (&own->text, words[1]);
  if (options->name != NULL)
    mull_set_text (&own->name, options->name);
  return mull_own_beat_ops_edit (context->workspace, own, error);
}

static gboolean
drop (MullCliContext *context, const Options *options, char **words, GError **error)
{
  g_autoptr (MullOwnBeat) own = load (context, words[0], error);

  return own != NULL && mull_own_beat_ops_remove (context->workspace, own->record.id, error);
}

/* The script that is being written; a do-over for *the* hole is begun if there is none. */
static gboolean
find_script (MullCliContext *context,
             const MullOwnBeat *own,
             MullDossier *dossier,
             gint64 *script_id,
             GError **error)
{
  const MullHole *hole = mull_dossier_get_hole (dossier);
  g_autoptr (MullScript) script = NULL;

  if (!mull_script_store_find_open (mull_workspace_get_database (context->workspace),
                                    dossier->deal->record.id, own->kind, &script, error))
    return FALSE;
  if (script != NULL)
    {
      *script_id = script->record.id;
      return TRUE;
    }
  if (g_str_equal (own->kind, "do-over") && hole != NULL)
    return mull_script_ops_open_do_over (context->workspace, hole->record.id, script_id, error);
  g_set_error (
      error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
      /* Translators: the title of a deal */
      _ ("No script of this kind is being written on “%s”. Begin one in the window first."),
      dossier->deal->title);
  return FALSE;
}

static gboolean
use (MullCliContext *context, const Options *options, char **words, GError **error)
{
  g_autoptr (MullOwnBeat) own = load (context, words[0], error);
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (MullScriptDesk) desk = NULL;
  g_autofree char *text = NULL;
  gint64 script_id = 0;

  if (own == NULL ||
      (dossier = mull_cli_load_dossier (context->workspace, words[1], error)) == NULL ||
      !find_script (context, own, dossier, &script_id, error) ||
      (desk = mull_script_desk_load (context->workspace, script_id, error)) == NULL ||
      !mull_script_desk_use_wording (desk, own->record.id, error))
    return FALSE;
  text = mull_script_desk_fill_in (desk, own->text);
  g_string_append_printf (context->out, "%s\n", text);
  return TRUE;
}

/* ── The command ──────────────────────────────────────────────────────── */

static const struct
{
  const char *word;
  guint min;
  guint max;
  gboolean (*run) (MullCliContext *context, const Options *options, char **words, GError **error);
} verbs[] = {
  { "keep", 3, 3, keep },
  { "change", 1, 2, change },
  { "remove", 1, 1, drop },
  { "use", 2, 2, use },
};

static int
run_beats (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &options.name, NULL, NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &options.csv, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 0, 4, &status);
  g_autoptr (GError) error = NULL;
  guint n;

  if (rest == NULL)
    return status;
  n = g_strv_length (rest);
  for (guint i = 0; n > 0 && i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (rest[0], verbs[i].word))
      {
        if (n - 1 < verbs[i].min || n - 1 > verbs[i].max)
          return mull_cli_wrong_usage (context, command, _ ("Say what to do with which wording."));
        return verbs[i].run (context, &options, rest + 1, &error)
                   ? MULL_CLI_DONE
                   : mull_cli_refuse (context, error);
      }
  if (n > 2)
    return mull_cli_wrong_usage (context, command, _ ("Say what to do with which wording."));
  if (!list_beats (context, &options, rest[0], n > 1 ? rest[1] : NULL, &error))
    return mull_cli_refuse (context, error);
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_beats_commands[] = {
  { "beats",
    "[KIND [BEAT]] [--csv] | keep KIND BEAT WORDS [--name NAME]"
    " | change ID [WORDS] [--name NAME] | remove ID | use ID DEAL",
    N_ ("Keep wordings of your own, and use them again"), run_beats },
  { NULL, NULL, NULL, NULL },
};
