/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-quiet"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-cli-page.h"
#include "mull-error.h"
#include "mull-method-store.h"
#include "mull-quiet-ops.h"
#include "mull-quiet-rules.h"
#include "mull-reason.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* What was typed after "quiet". */
typedef struct
{
  char *until;
  char *when;
  char *words;
  char *scope;
  char *person;
  char *asked;
  char *promised;
  char *first;
  char *outcome;
  char *ready;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->until);
  g_free (options->when);
  g_free (options->words);
  g_free (options->scope);
  g_free (options->person);
  g_free (options->asked);
  g_free (options->promised);
  g_free (options->first);
  g_free (options->outcome);
  g_free (options->ready);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* ── Asking for it ────────────────────────────────────────────────────── */

static gboolean
fill_in (MullCliContext *context,
         const Options *options,
         const MullDossier *dossier,
         MullQuiet *quiet,
         GError **error)
{
  MullWorkspace *workspace = context->workspace;
  int scope = options->person != NULL && options->scope == NULL ? MULL_QUIET_SCOPE_PERSON
                                                                : MULL_QUIET_SCOPE_DEAL;

  quiet->deal_id = dossier->deal->record.id;
  quiet->asked_on = MULL_DAY_NONE;
  if (!mull_cli_read_enum (MULL_TYPE_QUIET_SCOPE, options->scope, MULL_QUIET_SCOPE_DEAL,
                           MULL_QUIET_SCOPE_COMPANY, "--scope", &scope, error) ||
      !mull_cli_read_day (workspace, options->until, "--until", &quiet->until_on, error) ||
      !mull_cli_read_past_day (workspace, options->asked, "--asked", &quiet->asked_on, error) ||
      !mull_cli_find_member (workspace, dossier->deal, options->person, &quiet->person_id, error))
    return FALSE;
  quiet->scope = (MullQuietScope) scope;
  mull_set_text (&quiet->words, options->words);
  mull_set_text (&quiet->until_event, options->when != NULL ? options->when : "");
  mull_set_text (&quiet->wake_text, options->promised != NULL ? options->promised : "");
  mull_set_text (&quiet->first_action, options->first != NULL ? options->first : "");
  return TRUE;
}

static gboolean
add_quiet (MullCliContext *context,
           const Options *options,
           const MullDossier *dossier,
           GError **error)
{
  g_autoptr (MullQuiet) quiet = mull_quiet_new ();
  g_autoptr (MullQuiet) added = NULL;
  g_autofree char *until = NULL;
  g_autoptr (GError) unseen = NULL;
  gint64 id;

  if (!fill_in (context, options, dossier, quiet, error) ||
      !mull_quiet_ops_add (context->workspace, quiet, &id, error))
    return FALSE;
  added = mull_quiet_store_get (mull_workspace_get_database (context->workspace), id, &unseen);
  if (added == NULL)
    return mull_cli_done_unseen (context, unseen) == MULL_CLI_DONE;
  until = mull_quiet_format (added);
  /* Translators: the title of a deal and "until 1 July" */
  mull_cli_say (context, _ ("“%s” is quiet %s."), dossier->deal->title, until);
  if (mull_quiet_is_told_again (added))
    g_string_append_printf (context->out,
                            ngettext ("They had to say it %d time.\n",
                                      "They had to say it %d times.\n", (gulong) added->times_told),
                            added->times_told);
  return TRUE;
}

/* ── What becomes of it ───────────────────────────────────────────────── */

/* The one that began first, as the others go on after it. */
static const MullQuiet *
find_quiet (const MullDossier *dossier, GError **error)
{
  if (dossier->quiets->len > 0)
    return dossier->quiets->pdata[0];
  g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
               /* Translators: the title of a deal */
               _ ("Nobody on “%s” has asked to be left alone."), dossier->deal->title);
  return NULL;
}

static gboolean
settle_quiet (MullCliContext *context,
              const char *outcome,
              const MullDossier *dossier,
              GError **error)
{
  const MullQuiet *quiet = find_quiet (dossier, error);
  int state;

  if (quiet == NULL || !mull_cli_read_enum (MULL_TYPE_QUIET_STATE, outcome, MULL_QUIET_RESUMED,
                                            MULL_QUIET_LIFTED, "--outcome", &state, error))
    return FALSE;
  if (state == MULL_QUIET_ASKED_AGAIN)
    {
      g_set_error_literal (
          error, MULL_ERROR, MULL_ERROR_INVALID,
          _ ("If they asked again, write down what they said: --words, and --until or --when."));
      return FALSE;
    }
  if (!mull_quiet_ops_settle (context->workspace, quiet->record.id, (MullQuietState) state, error))
    return FALSE;
  /* Translators: the title of a deal and what became of a quiet */
  mull_cli_say (context, _ ("“%s”: %s."), dossier->deal->title,
                mull_quiet_state_label ((MullQuietState) state));
  return TRUE;
}

static gboolean
prepare_quiet (MullCliContext *context,
               const char *ready,
               const MullDossier *dossier,
               GError **error)
{
  static const char *const things[] = { "facts", "outcome", "person", NULL };
  const MullQuiet *quiet = find_quiet (dossier, error);
  g_auto (GStrv) named = g_strsplit (ready, ",", -1);
  gboolean has[3] = { FALSE };

  if (quiet == NULL)
    return FALSE;
  for (guint i = 0; named[i] != NULL; i++)
    {
      guint k = 0;

      while (things[k] != NULL && !g_str_equal (things[k], g_strstrip (named[i])))
        k++;
      if (things[k] == NULL)
        {
          g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                               _ ("What can be ready is facts, outcome and person, with commas "
                                  "between them."));
          return FALSE;
        }
      has[k] = TRUE;
    }
  if (!mull_quiet_ops_prepare (context->workspace, quiet->record.id, has[0], has[1], has[2], error))
    return FALSE;
  mull_cli_say (context, _ ("Ready: %d of 3."), has[0] + has[1] + has[2]);
  return TRUE;
}

/* ── Telling ──────────────────────────────────────────────────────────── */

static gboolean
tell_quiet (MullCliContext *context,
            const MullQuiet *quiet,
            const MullDossier *dossier,
            GError **error)
{
  g_autoptr (GPtrArray) touches = mull_quiet_touch_store_list_for_quiet (
      mull_workspace_get_database (context->workspace), quiet->record.id, error);
  g_autoptr (GPtrArray) reasons = mull_quiet_explain (quiet, &dossier->thresholds, dossier->today);
  GTimeZone *zone = mull_clock_get_zone (mull_workspace_get_clock (context->workspace));

  if (touches == NULL)
    return FALSE;
  mull_cli_page_add_section (context->out, mull_quiet_scope_label (quiet->scope));
  for (guint i = 0; i < reasons->len; i++)
    mull_cli_page_add_text (context->out, 0, ((MullReason *) reasons->pdata[i])->text);
  if (*quiet->wake_text != '\0')
    mull_cli_page_add_text (context->out, 0, quiet->wake_text);
  for (guint i = 0; i < touches->len; i++)
    {
      const MullQuietTouch *touch = touches->pdata[i];
      g_autofree char *day = mull_day_format (mull_day_from_instant (touch->created_at, zone));
      g_autofree char *line =
          *touch->why != '\0'
              /* Translators: a date, "Anyway" or "A duty I owe them", and why */
              ? g_strdup_printf (_ ("Reached for on %s. %s: %s"), day,
                                 mull_quiet_reason_label (touch->reason), touch->why)
              : g_strdup_printf (_ ("Reached for on %s. %s."), day,
                                 mull_quiet_reason_label (touch->reason));

      mull_cli_page_add_text (context->out, 3, line);
    }
  return TRUE;
}

static gboolean
tell_quiets (MullCliContext *context, const MullDossier *dossier, GError **error)
{
  if (find_quiet (dossier, error) == NULL)
    return FALSE;
  mull_cli_page_add_title (context->out, dossier->deal->title);
  for (guint i = 0; i < dossier->quiets->len; i++)
    if (!tell_quiet (context, dossier->quiets->pdata[i], dossier, error))
      return FALSE;
  return TRUE;
}

static int
run_quiet (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("until", &options.until),
    MULL_CLI_TEXT ("when", &options.when),
    MULL_CLI_TEXT ("words", &options.words),
    MULL_CLI_TEXT ("scope", &options.scope),
    MULL_CLI_TEXT ("person", &options.person),
    MULL_CLI_TEXT ("asked", &options.asked),
    MULL_CLI_TEXT ("promised", &options.promised),
    MULL_CLI_TEXT ("first", &options.first),
    MULL_CLI_TEXT ("outcome", &options.outcome),
    MULL_CLI_TEXT ("ready", &options.ready),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 1, &status);
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  gboolean asks, done;

  if (rest == NULL)
    return status;
  asks = options.until != NULL || options.when != NULL || options.words != NULL;
  if (asks && (options.words == NULL || (options.until == NULL && options.when == NULL)))
    return mull_cli_wrong_usage (
        context, command, _ ("Say until when, and what they said: --until or --when, --words."));
  dossier = mull_cli_load_dossier (context->workspace, rest[0], &error);
  if (dossier == NULL)
    return mull_cli_refuse (context, error);
  if (asks)
    done = add_quiet (context, &options, dossier, &error);
  else if (options.outcome != NULL)
    done = settle_quiet (context, options.outcome, dossier, &error);
  else if (options.ready != NULL)
    done = prepare_quiet (context, options.ready, dossier, &error);
  else
    done = tell_quiets (context, dossier, &error);
  return done ? MULL_CLI_DONE : mull_cli_refuse (context, error);
}

const MullCliCommand mull_cli_quiet_commands[] = {
  { "quiet",
    "DEAL [--words WORDS --until DATE|--when EVENT [--person PERSON] [--scope deal|person|company]"
    " [--asked DATE] [--promised TEXT] [--first TEXT]]"
    " | DEAL --outcome resumed|bought-elsewhere|lifted | DEAL --ready facts,outcome,person",
    N_ ("Leave them alone until a day, in their words"), run_quiet },
  { NULL, NULL, NULL, NULL },
};
