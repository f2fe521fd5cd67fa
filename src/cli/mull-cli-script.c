/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-script"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-cli-page.h"
#include "mull-commitment-rules.h"
#include "mull-error.h"
#include "mull-script-desk.h"
#include "mull-script-store.h"
#include "mull-template-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* ── What it is about ─────────────────────────────────────────────────── */

static const MullCommitment *
find_promise (const MullDossier *dossier, MullSide other)
{
  for (guint i = 0; i < dossier->commitments->len; i++)
    {
      const MullCommitment *commitment = dossier->commitments->pdata[i];

      if (commitment->side != other && mull_commitment_is_open (commitment))
        return commitment;
    }
  return NULL;
}

/* There is nothing for a script to be about: %FALSE. */
static gboolean
refuse (GError **error, char *message)
{
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_NOT_FOUND, message);
  g_free (message);
  return FALSE;
}

/* What a script of this kind is about: a hole, a promise of one side, or a roadblock. */
static gboolean
set_subject (MullScript *script, MullDossier *dossier, GError **error)
{
  const MullHole *hole = mull_dossier_get_hole (dossier);
  const MullRoadblock *roadblock = mull_dossier_get_roadblock (dossier);
  const MullCommitment *promise;

  if (g_str_equal (script->kind, "own-it") || g_str_equal (script->kind, "get-to-no"))
    {
      gboolean ours = g_str_equal (script->kind, "own-it");

      promise = find_promise (dossier, ours ? MULL_SIDE_THEM : MULL_SIDE_US);
      if (promise == NULL && ours)
        /* Translators: the argument is the title of a deal */
        return refuse (
            error,
            g_strdup_printf (_ ("No promise of ours is open on “%s”: there is nothing to own."),
                             dossier->deal->title));
      if (promise == NULL)
        /* Translators: the argument is the title of a deal */
        return refuse (error,
                       g_strdup_printf (
                           _ ("No promise of theirs is open on “%s”. Write it down with “mulligan "
                              "promise” first."),
                           dossier->deal->title));
      script->commitment_id = promise->record.id;
      script->person_id = ours ? promise->to_person_id : promise->by_person_id;
      return TRUE;
    }
  if (g_str_equal (script->kind, "roadblock"))
    {
      if (roadblock == NULL)
        /* Translators: the argument is the title of a deal */
        return refuse (
            error,
            g_strdup_printf (
                _ ("No roadblock is open on “%s”. Write it down with “mulligan roadblock add” "
                   "first."),
                dossier->deal->title));
      script->roadblock_id = roadblock->record.id;
      script->person_id = roadblock->symptom_by_id;
      return TRUE;
    }
  if (hole == NULL)
    /* Translators: the argument is the title of a deal */
    return refuse (
        error, g_strdup_printf (
                   _ ("Nothing is missing on “%s”. Write down what we left without with “mulligan "
                      "hole” first."),
                   dossier->deal->title));
  script->hole_id = hole->record.id;
  script->person_id = hole->person_id;
  return TRUE;
}

static gboolean
find_stored (MullWorkspace *workspace,
             const MullScript *wanted,
             MullScript **stored,
             GError **error)
{
  *stored = NULL;
  if (wanted->hole_id != 0 &&
      !mull_script_store_find_for_hole (mull_workspace_get_database (workspace), wanted->hole_id,
                                        stored, error))
    return FALSE;
  if (*stored != NULL && !g_str_equal ((*stored)->kind, wanted->kind))
    g_clear_pointer (stored, mull_script_unref);
  return TRUE;
}

/* The script that was begun, with what the rep wrote, or else as one would be begun now. */
static MullScriptDesk *
load_desk (MullWorkspace *workspace, MullDossier *dossier, const char *kind, GError **error)
{
  g_autoptr (MullScript) script = mull_script_new ();
  g_autoptr (MullScript) stored = NULL;

  script->deal_id = dossier->deal->record.id;
  mull_set_text (&script->kind, kind);
  if (!set_subject (script, dossier, error) || !find_stored (workspace, script, &stored, error))
    return NULL;
  if (stored != NULL)
    return mull_script_desk_load (workspace, stored->record.id, error);
  if (script->person_id == 0 && dossier->people->len > 0)
    script->person_id = ((MullDossierPerson *) dossier->people->pdata[0])->person->record.id;
  return mull_script_desk_preview (workspace, script, error);
}

/* ── Printing ─────────────────────────────────────────────────────────── */

static char *
format_seconds (double seconds)
{
  guint n = (guint) lround (seconds);

  return g_strdup_printf (ngettext ("%u second", "%u seconds", n), n);
}

static void
add_remarks (GString *out, GPtrArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      const MullRemark *remark = remarks->pdata[i];
      g_autofree char *line = g_strdup_printf ("%s %s", remark->reason, remark->suggestion);

      mull_cli_page_add_item (out, 2, 2, "!", line);
    }
}

static void
add_head (GString *out, MullScriptDesk *desk, const MullScriptComposition *composition)
{
  g_autofree char *seconds = format_seconds (composition->seconds);
  /* Translators: the name of a script and the title of a deal */
  g_autofree char *title =
      g_strdup_printf (_ ("%s: %s"), composition->script->name, desk->dossier->deal->title);

  mull_cli_page_add_title (out, title);
  if (desk->person != NULL)
    {
      g_autofree char *who = desk->phone != NULL
                                 ? g_strdup_printf ("%s · %s", desk->person->name, desk->phone)
                                 : g_strdup (desk->person->name);

      mull_cli_page_add_text (out, 0, who);
    }
  if (composition->seconds_before_ask >= 0)
    {
      g_autofree char *before = format_seconds (composition->seconds_before_ask);
      /* Translators: how long a script is, and how long until its question; both are "20 seconds"
       */
      g_autofree char *line = g_strdup_printf (_ ("%s, the question after %s"), seconds, before);

      mull_cli_page_add_text (out, 0, line);
    }
  else
    mull_cli_page_add_text (out, 0, seconds);
}

static void
add_beats (GString *out, const MullScriptComposition *composition)
{
  for (guint i = 0; i < composition->beats->len; i++)
    {
      const MullComposedBeat *beat = composition->beats->pdata[i];
      g_autofree char *title = g_strdup_printf ("%u. %s", i + 1, beat->beat->title);

      g_string_append_c (out, '\n');
      mull_cli_page_add_text (out, 0, title);
      mull_cli_page_add_text (out, 3, beat->text);
      add_remarks (out, beat->remarks);
    }
}

static void
add_voicemail (GString *out, const MullScriptComposition *composition)
{
  g_autofree char *seconds = NULL;
  g_autofree char *title = NULL;

  if (*composition->message->text == '\0')
    return;
  seconds = format_seconds (composition->message->seconds);
  /* Translators: the argument is how long a message on a machine takes: "15 seconds" */
  title = g_strdup_printf (_ ("To a machine (%s)"), seconds);
  mull_cli_page_add_section (out, title);
  mull_cli_page_add_text (out, 0, composition->message->text);
  add_remarks (out, composition->message->remarks);
}

static void
add_answers (GString *out, const MullScriptComposition *composition)
{
  if (composition->answers->len == 0)
    return;
  mull_cli_page_add_section (out, _ ("If they say …"));
  for (guint i = 0; i < composition->answers->len; i++)
    {
      const MullComposedAnswer *answer = composition->answers->pdata[i];

      mull_cli_page_add_text (out, 0, answer->answer->title);
      mull_cli_page_add_text (out, 3, answer->text);
      if (answer->mail == NULL)
        continue;
      g_string_append_c (out, '\n');
      if (answer->subject != NULL)
        {
          /* Translators: the subject of a mail */
          g_autofree char *subject = g_strdup_printf (_ ("Subject: %s"), answer->subject);

          mull_cli_page_add_text (out, 3, subject);
          g_string_append_c (out, '\n');
        }
      mull_cli_page_add_text (out, 3, answer->mail);
    }
}

static gboolean
check_kind (const char *kind, GError **error)
{
  const char *const *kinds = mull_template_reader_list ();
  g_autofree char *shown = NULL;
  g_autofree char *all = NULL;

  if (g_strv_contains (kinds, kind))
    return TRUE;
  shown = mull_cli_shown (kind);
  all = g_strjoinv (", ", (char **) kinds);
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               /* Translators: what was typed for a kind of script, and the kinds that there are */
               _ ("There is no script “%s”. Choose one of: %s."), shown, all);
  return FALSE;
}

static int
run_script (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, NULL, 2, 2, &status);
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (MullScriptDesk) desk = NULL;
  g_autoptr (MullScriptComposition) composition = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  if (!check_kind (rest[0], &error) ||
      (dossier = mull_cli_load_dossier (context->workspace, rest[1], &error)) == NULL ||
      (desk = load_desk (context->workspace, dossier, rest[0], &error)) == NULL)
    return mull_cli_refuse (context, error);
  composition = mull_script_desk_compose_with (desk, NULL);
  add_head (context->out, desk, composition);
  add_beats (context->out, composition);
  add_voicemail (context->out, composition);
  add_answers (context->out, composition);
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_script_commands[] = {
  { "script", "do-over|own-it|get-to-no|roadblock DEAL",
    N_ ("Say what to say on a call, beat by beat"), run_script },
  { NULL, NULL, NULL, NULL },
};
