/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-own"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-cli-page.h"
#include "mull-commitment-rules.h"
#include "mull-error.h"
#include "mull-own-it-case.h"
#include "mull-own-it-ops.h"
#include "mull-promise-words.h"

#include <glib/gi18n-lib.h>

#define LABEL_WIDTH 16

/* ── Writing it ───────────────────────────────────────────────────────── */

/* What was typed after "own". */
typedef struct
{
  char *cannot;
  char *can;
  char *tried;
  char *way;
  char *by;
  gboolean first_time;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->cannot);
  g_free (options->can);
  g_free (options->tried);
  g_free (options->way);
  g_free (options->by);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
is_anything (const Options *options)
{
  return options->cannot != NULL || options->can != NULL || options->tried != NULL ||
         options->way != NULL || options->by != NULL || options->first_time;
}

static gboolean
save (MullCliContext *context, const Options *options, MullOwnItCase *known, GError **error)
{
  g_autoptr (MullOwnIt) own = mull_own_it_copy (known->own);
  g_autoptr (GPtrArray) ways = g_ptr_array_new_with_free_func (mull_record_unref);
  MullWayOut *way;

  for (guint i = 0; i < known->ways->len; i++)
    g_ptr_array_add (ways, mull_way_out_ref (known->ways->pdata[i]));
  if (options->cannot != NULL)
    mull_set_text (&own->cannot, options->cannot);
  if (options->can != NULL)
    mull_set_text (&own->can, options->can);
  if (options->tried != NULL)
    mull_set_text (&own->effort, options->tried);
  own->say_first_time |= options->first_time;
  if (options->way != NULL)
    {
      way = mull_way_out_new ();
      g_ptr_array_add (ways, way);
      mull_set_text (&way->text, options->way);
      if (!mull_cli_read_day (context->workspace, options->by, "--by", &way->due_on, error))
        return FALSE;
    }
  return mull_own_it_ops_save (context->workspace, own, ways, NULL, error);
}

static void
add_item (GString *out, const char *label, const char *text)
{
  if (*text != '\0')
    mull_cli_page_add_item (out, 0, LABEL_WIDTH, label, text);
}

static void
print (GString *out, const MullOwnItCase *own)
{
  MullDossierPerson *person = mull_dossier_get_person (own->dossier, own->commitment->to_person_id);
  g_autofree char *due = mull_day_format (own->commitment->due_on);
  g_autofree char *by =
      mull_day_format (mull_commitment_call_by (own->commitment, &own->dossier->thresholds));
  g_autofree char *record = mull_record_facts_format (&own->record);

  mull_cli_page_add_title (out, own->commitment->words);
  add_item (out, _ ("Promised to"), person != NULL ? person->person->name : "");
  add_item (out, _ ("Due"), due);
  add_item (out, _ ("Call by"), by);
  add_item (out, _ ("We cannot"), own->own->cannot);
  add_item (out, _ ("We can"), own->own->can);
  add_item (out, _ ("Tried"), own->own->effort);
  add_item (out, _ ("With them so far"), record);
  for (guint i = 0; i < own->ways->len; i++)
    {
      const MullWayOut *way = own->ways->pdata[i];
      g_autofree char *day = mull_day_format (way->due_on);
      /* Translators: a way out, and by when */
      g_autofree char *line = *day != '\0' ? g_strdup_printf (_ ("%1$s, by %2$s"), way->text, day)
                                           : g_strdup (way->text);

      add_item (out, _ ("Way out"), line);
    }
}

static int
run_own (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("cannot", &options.cannot),
    MULL_CLI_TEXT ("can", &options.can),
    MULL_CLI_TEXT ("tried", &options.tried),
    MULL_CLI_TEXT ("way", &options.way),
    MULL_CLI_TEXT ("by", &options.by),
    MULL_CLI_FLAG ("first-time", &options.first_time),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 1, &status);
  g_autoptr (MullCommitment) commitment = NULL;
  g_autoptr (MullOwnItCase) own = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  if (options.by != NULL && options.way == NULL)
    return mull_cli_wrong_usage (context, command, _ ("--by is the day of a way out: add --way."));
  commitment = mull_cli_find_promise (context->workspace, rest[0], &error);
  if (commitment == NULL ||
      (own = mull_own_it_case_load_for_promise (context->workspace, commitment->record.id,
                                                &error)) == NULL ||
      (is_anything (&options) && !save (context, &options, own, &error)))
    return mull_cli_refuse (context, error);
  g_clear_pointer (&own, mull_own_it_case_free);
  own = mull_own_it_case_load_for_promise (context->workspace, commitment->record.id, &error);
  if (own == NULL && is_anything (&options))
    return mull_cli_done_unseen (context, error);
  if (own == NULL)
    return mull_cli_refuse (context, error);
  print (context->out, own);
  return MULL_CLI_DONE;
}

/* ── After the call ───────────────────────────────────────────────────── */

static gboolean
finish (MullCliContext *context,
        gint64 commitment_id,
        MullOwnItCall *call,
        gint64 *entry_id,
        GError **error)
{
  g_autoptr (MullOwnItCase) called = NULL;
  g_autoptr (MullOwnItCase) own =
      mull_own_it_case_load_for_promise (context->workspace, commitment_id, error);
  const MullWayOut *way;

  if (own == NULL)
    return FALSE;
  if (own->own->record.id == 0)
    {
      g_set_error_literal (
          error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
          _ ("Write down first what you cannot do and what you offer instead, with "
             "“mulligan own”."));
      return FALSE;
    }
  way = mull_own_it_case_get_way (own);
  if (call->outcome == MULL_OWN_OUTCOME_WORK_AROUND && call->call.due_on == MULL_DAY_NONE &&
      way != NULL)
    call->call.due_on = way->due_on;
  if (!mull_own_it_ops_finish_call (context->workspace, own->own->record.id, call, error))
    return FALSE;
  /* The call is written down; which entry it is only says what else is done with it. */
  called = mull_own_it_case_load (context->workspace, own->own->record.id, NULL);
  *entry_id = called != NULL ? called->own->entry_id : 0;
  return TRUE;
}

static int
run_called (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *words = NULL;
  g_autofree char *promise = NULL;
  g_autofree char *due = NULL;
  g_autofree char *firmness_text = NULL;
  g_autofree char *lesson = NULL;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("words", &words),   MULL_CLI_TEXT ("promise", &promise),
    MULL_CLI_TEXT ("due", &due),       MULL_CLI_TEXT ("firmness", &firmness_text),
    MULL_CLI_TEXT ("lesson", &lesson), MULL_CLI_NO_MORE,
  };
  int status, outcome, firmness = MULL_FIRMNESS_SURE;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 2, 2, &status);
  g_autoptr (MullCommitment) commitment = NULL;
  g_autoptr (GError) error = NULL;
  MullOwnItCall call = { .call = { .due_on = MULL_DAY_NONE } };
  gint64 entry_id = 0;

  if (rest == NULL)
    return status;
  call.call.words = words;
  call.call.answer = promise;
  call.lesson = lesson;
  commitment = mull_cli_find_promise (context->workspace, rest[0], &error);
  if (commitment == NULL ||
      !mull_cli_read_enum (MULL_TYPE_OWN_OUTCOME, rest[1], MULL_OWN_OUTCOME_WORK_AROUND,
                           MULL_OWN_OUTCOME_NOT_REACHED, "OUTCOME", &outcome, &error) ||
      !mull_cli_read_day (context->workspace, due, "--due", &call.call.due_on, &error) ||
      !mull_cli_read_enum (MULL_TYPE_FIRMNESS, firmness_text, MULL_FIRMNESS_SURE,
                           MULL_FIRMNESS_HOPE, "--firmness", &firmness, &error))
    return mull_cli_refuse (context, error);
  call.outcome = (MullOwnOutcome) outcome;
  call.firmness = (MullFirmness) firmness;
  if (!finish (context, commitment->record.id, &call, &entry_id, &error))
    return mull_cli_refuse (context, error);
  /* Translators: a promise of ours, and how they took it that it will not be kept */
  mull_cli_say (context, _ ("“%1$s”: %2$s."), commitment->words,
                mull_own_outcome_label (call.outcome));
  mull_cli_say_settled (context, entry_id);
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_own_commands[] = {
  { "own",
    "PROMISE [--cannot WORDS] [--can WORDS] [--tried LINES] [--way WORDS --by DATE]"
    " [--first-time]",
    N_ ("Get ready to own a promise that we cannot keep as it is"), run_own },
  { "called",
    "PROMISE work-around|more-time|released|angry|left|not-reached [--due DATE]"
    " [--promise WORDS] [--firmness sure|think] [--words WORDS] [--lesson WORDS]",
    N_ ("Write down the call in which we owned a promise"), run_called },
  { NULL, NULL, NULL, NULL },
};
