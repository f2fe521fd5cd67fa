/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-script"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-cli-page.h"
#include "mull-commitment-rules.h"
#include "mull-do-over-rules.h"
#include "mull-error.h"
#include "mull-pdf.h"
#include "mull-script-card.h"
#include "mull-script-desk.h"
#include "mull-script-store.h"
#include "mull-template-reader.h"

#include <glib/gi18n-lib.h>
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
  g_autofree char *time = mull_script_composition_format_time (composition);
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
  mull_cli_page_add_text (out, 0, time);
}

static void
add_note (GString *out, const char *note)
{
  if (note != NULL)
    mull_cli_page_add_item (out, 0, 2, "!", note);
}

/* What speaks against a do-over now. */
static void
add_advice (GString *out, MullScriptDesk *desk)
{
  const MullDossier *dossier = desk->dossier;
  g_autofree char *promise = NULL;
  g_autofree char *one = NULL;

  if (desk->hole == NULL || !g_str_equal (desk->script->kind, "do-over"))
    return;
  promise = mull_do_over_not_for_promise (mull_do_over_find_promise (
      dossier->commitments, desk->script->person_id, &dossier->thresholds, dossier->today));
  one = mull_do_over_one_thing (desk->hole);
  add_note (out, promise);
  add_note (out, one);
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
  seconds = mull_script_seconds_format (composition->message->seconds);
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

static gboolean
write_card (MullCliContext *context,
            const MullScriptCard *card,
            const char *file,
            const char *paper_name,
            GError **error)
{
  g_autofree char *path = g_canonicalize_filename (file, context->folder);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *title = mull_script_card_dup_title (card);
  g_autoptr (MullLayout) layout = NULL;
  int paper = (int) mull_paper_of_locale ();

  if (!mull_cli_read_enum (MULL_TYPE_PAPER, paper_name, MULL_PAPER_A4, MULL_PAPER_LETTER, "--paper",
                           &paper, error))
    return FALSE;
  layout = mull_script_card_lay_out (card, (MullPaper) paper, mull_layout_locale_is_rtl ());
  if (!mull_pdf_write (layout, path, title, error))
    return FALSE;
  /* Translators: the title of a deal and the name of a file */
  mull_cli_say (context, _ ("Wrote the script for “%s” to %s."), card->dossier->deal->title, shown);
  return TRUE;
}

static int
run_script (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *file = NULL;
  g_autofree char *paper = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &file, NULL, NULL },
    MULL_CLI_TEXT ("paper", &paper),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 2, 2, &status);
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (MullScriptDesk) desk = NULL;
  g_autoptr (MullScriptComposition) composition = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  if (file != NULL ? *file == '\0' : paper != NULL)
    return mull_cli_wrong_usage (context, command, _ ("Say where to write it: -o FILE.pdf."));
  if (!check_kind (rest[0], &error) ||
      (dossier = mull_cli_load_dossier (context->workspace, rest[1], &error)) == NULL ||
      (desk = load_desk (context->workspace, dossier, rest[0], &error)) == NULL)
    return mull_cli_refuse (context, error);
  composition = mull_script_desk_compose_with (desk, NULL);
  if (file != NULL)
    {
      const MullScriptCard card = { composition, desk->dossier, desk->person, desk->phone };

      return write_card (context, &card, file, paper, &error) ? MULL_CLI_DONE
                                                              : mull_cli_refuse (context, error);
    }
  add_head (context->out, desk, composition);
  add_advice (context->out, desk);
  add_beats (context->out, composition);
  add_voicemail (context->out, composition);
  add_answers (context->out, composition);
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_script_commands[] = {
  { "script", "do-over|own-it|get-to-no|roadblock DEAL [-o FILE.pdf [--paper A4|Letter]]",
    N_ ("Say what to say on a call, beat by beat, or print it"), run_script },
  { NULL, NULL, NULL, NULL },
};
