/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-roadblock"

#include "config.h"

#include "mull-cli-roadblock.h"

#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-deal-store.h"
#include "mull-error.h"
#include "mull-paper.h"
#include "mull-roadblock-ops.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

static void
options_clear (MullCliRoadblockOptions *self)
{
  char **texts[] = { &self->words,   &self->person,   &self->on,     &self->kind,   &self->no,
                     &self->believe, &self->question, &self->source, &self->type,   &self->truth,
                     &self->who,     &self->by,       &self->give,   &self->costs,  &self->answer,
                     &self->outcome, &self->lesson,   &self->behind, &self->output, &self->paper };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*texts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MullCliRoadblockOptions, options_clear)

/* One word after "roadblock", and what it does with the roadblock that is named after it. */
typedef struct
{
  const char *word;
  gboolean (*run) (MullCliContext *context,
                   const MullCliRoadblockOptions *options,
                   MullRoadblock *roadblock,
                   GError **error);
} Verb;

static gboolean
find_person (MullCliContext *context,
             gint64 deal_id,
             const char *text,
             gint64 *person_id,
             GError **error)
{
  g_autoptr (MullDeal) deal = NULL;

  if (text == NULL)
    return TRUE;
  deal = mull_deal_store_get (mull_workspace_get_database (context->workspace), deal_id, error);
  return deal != NULL && mull_cli_find_member (context->workspace, deal, text, person_id, error);
}

static void
set_if_given (char **field, const char *text)
{
  if (text != NULL)
    mull_set_text (field, text);
}

static gboolean
read_symptom (MullCliContext *context,
              const MullCliRoadblockOptions *options,
              MullRoadblock *roadblock,
              GError **error)
{
  int channel = (int) roadblock->channel, no = (int) roadblock->said_no,
      believe = (int) roadblock->believe;

  if (!mull_cli_read_enum (MULL_TYPE_ENTRY_KIND, options->kind, 0, MULL_ENTRY_LETTER, "--kind",
                           &channel, error) ||
      !mull_cli_read_enum (MULL_TYPE_SAID_NO, options->no, 0, MULL_SAID_NO_NOTHING, "--no", &no,
                           error) ||
      !mull_cli_read_enum (MULL_TYPE_TERNARY, options->believe, 0, MULL_TERNARY_NO, "--believe",
                           &believe, error) ||
      !mull_cli_read_past_day (context->workspace, options->on, "--on", &roadblock->symptom_on,
                               error) ||
      !find_person (context, roadblock->deal_id, options->person, &roadblock->symptom_by_id, error))
    return FALSE;
  roadblock->channel = (MullEntryKind) channel;
  roadblock->said_no = (MullSaidNo) no;
  roadblock->believe = (MullTernary) believe;
  set_if_given (&roadblock->symptom, options->words);
  return TRUE;
}

static gboolean
add_roadblock (MullCliContext *context,
               const MullCliRoadblockOptions *options,
               const char *text,
               GError **error)
{
  g_autoptr (MullDeal) deal = mull_cli_find_deal (context->workspace, text, error);
  g_autoptr (MullRoadblock) roadblock = mull_roadblock_new ();
  g_autofree char *number = NULL;
  gint64 id;

  if (deal == NULL)
    return FALSE;
  roadblock->deal_id = deal->record.id;
  roadblock->symptom_on = MULL_DAY_NONE;
  if (!read_symptom (context, options, roadblock, error) ||
      !mull_roadblock_ops_open (context->workspace, roadblock, &id, error))
    return FALSE;
  number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  /* Translators: the title of a deal, and the number of a roadblock */
  mull_cli_say (context, _ ("“%s” has roadblock %s."), deal->title, number);
  return TRUE;
}

static gboolean
say_if (MullCliContext *context, gboolean done, const char *sentence)
{
  if (done)
    mull_cli_say (context, "%s", sentence);
  return done;
}

static gboolean
run_symptom (MullCliContext *context,
             const MullCliRoadblockOptions *options,
             MullRoadblock *roadblock,
             GError **error)
{
  return read_symptom (context, options, roadblock, error) &&
         say_if (context, mull_roadblock_ops_update (context->workspace, roadblock, error),
                 _ ("Saved."));
}

static gboolean
run_answer (MullCliContext *context,
            const MullCliRoadblockOptions *options,
            MullRoadblock *roadblock,
            GError **error)
{
  g_autoptr (MullRoadblockAnswer) answer = mull_roadblock_answer_new ();
  int source = MULL_ANSWER_GUESS;

  if (!mull_cli_read_enum (MULL_TYPE_ANSWER_SOURCE, options->source, 0, MULL_ANSWER_GUESS,
                           "--source", &source, error) ||
      !find_person (context, roadblock->deal_id, options->person, &answer->person_id, error))
    return FALSE;
  answer->roadblock_id = roadblock->record.id;
  answer->source = (MullAnswerSource) source;
  mull_set_text (&answer->question, options->question);
  set_if_given (&answer->answer, options->words);
  return say_if (context, mull_roadblock_ops_answer (context->workspace, answer, NULL, error),
                 _ ("Written on the ladder."));
}

static gboolean
run_cause (MullCliContext *context,
           const MullCliRoadblockOptions *options,
           MullRoadblock *roadblock,
           GError **error)
{
  int cause = (int) roadblock->cause, truth = (int) roadblock->truth;

  if (!mull_cli_read_enum (MULL_TYPE_CAUSE, options->type, 0, MULL_CAUSE_TRUST, "--type", &cause,
                           error) ||
      !mull_cli_read_enum (MULL_TYPE_TRUTH, options->truth, 0, MULL_TRUTH_CONFIRMED, "--truth",
                           &truth, error))
    return FALSE;
  roadblock->cause = (MullCause) cause;
  roadblock->truth = (MullTruth) truth;
  set_if_given (&roadblock->underlying, options->words);
  return say_if (context, mull_roadblock_ops_update (context->workspace, roadblock, error),
                 _ ("Saved."));
}

static gboolean
run_takes (MullCliContext *context,
           const MullCliRoadblockOptions *options,
           MullRoadblock *roadblock,
           GError **error)
{
  if (!mull_cli_read_day (context->workspace, options->by, "--by", &roadblock->takes_by_on, error))
    return FALSE;
  set_if_given (&roadblock->takes, options->words);
  set_if_given (&roadblock->takes_who, options->who);
  set_if_given (&roadblock->we_give, options->give);
  set_if_given (&roadblock->costs_not, options->costs);
  return say_if (context, mull_roadblock_ops_update (context->workspace, roadblock, error),
                 _ ("Saved."));
}

static gboolean
run_ask_help (MullCliContext *context,
              const MullCliRoadblockOptions *options,
              MullRoadblock *roadblock,
              GError **error)
{
  g_autoptr (MullRoadblockHelp) help = mull_roadblock_help_new ();

  help->roadblock_id = roadblock->record.id;
  help->asked_on = MULL_DAY_NONE;
  help->answered_on = MULL_DAY_NONE;
  if (!mull_cli_read_past_day (context->workspace, options->on, "--on", &help->asked_on, error))
    return FALSE;
  mull_set_text (&help->helper, options->who);
  set_if_given (&help->asked, options->words);
  set_if_given (&help->answer, options->answer);
  return say_if (context, mull_roadblock_ops_help (context->workspace, help, NULL, error),
                 _ ("You are not alone with it any more."));
}

static gboolean
run_settle (MullCliContext *context,
            const MullCliRoadblockOptions *options,
            MullRoadblock *roadblock,
            GError **error)
{
  g_autoptr (MullRoadblock) behind = NULL;
  g_autofree char *number = NULL;
  int outcome;
  gint64 id;

  if (!mull_cli_read_enum (MULL_TYPE_ROADBLOCK_OUTCOME, options->outcome, MULL_ROADBLOCK_OPEN,
                           MULL_ROADBLOCK_REAL_NO, "--outcome", &outcome, error))
    return FALSE;
  if (outcome != MULL_ROADBLOCK_ANOTHER_BEHIND)
    return say_if (context,
                   mull_roadblock_ops_settle (context->workspace, roadblock->record.id,
                                              (MullRoadblockOutcome) outcome, options->lesson,
                                              error),
                   mull_roadblock_outcome_label ((MullRoadblockOutcome) outcome));
  behind = mull_roadblock_new ();
  behind->symptom_on = MULL_DAY_NONE;
  mull_set_text (&behind->symptom, options->behind);
  if (!mull_roadblock_ops_find_behind (context->workspace, roadblock->record.id, behind,
                                       options->lesson, &id, error))
    return FALSE;
  number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  /* Translators: the number of a roadblock */
  mull_cli_say (context, _ ("Behind it is roadblock %s."), number);
  return TRUE;
}

static gboolean
run_remove (MullCliContext *context,
            const MullCliRoadblockOptions *options,
            MullRoadblock *roadblock,
            GError **error)
{
  return say_if (context,
                 mull_roadblock_ops_remove (context->workspace, roadblock->record.id, error),
                 _ ("Removed from the list."));
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* What a word cannot do without, or %NULL if all of it is there. */
static const char *
find_missing (const char *word, const MullCliRoadblockOptions *options)
{
  if (g_str_equal (word, "add") && options->words == NULL)
    return _ ("Write down what they said, in their words: --words WORDS.");
  if (g_str_equal (word, "answer") && options->question == NULL)
    return _ ("Say what was asked: --question QUESTION.");
  if (g_str_equal (word, "help") && options->who == NULL)
    return _ ("Say who was asked for help: --who NAME.");
  if (g_str_equal (word, "settle") && options->outcome == NULL)
    return _ ("Say what became of it: --outcome OUTCOME.");
  if (g_str_equal (word, "settle") && g_str_equal (options->outcome, "another-behind") &&
      options->behind == NULL)
    return _ ("Say what is behind it, in their words: --behind WORDS.");
  if (options->help_request && is_empty (options->output))
    return _ ("Say where to write it: -o FILE.pdf.");
  return NULL;
}

static const Verb verbs[] = {
  { "show", mull_cli_roadblock_show },
  { "symptom", run_symptom },
  { "answer", run_answer },
  { "cause", run_cause },
  { "takes", run_takes },
  { "help", run_ask_help },
  { "settle", run_settle },
  { "remove", run_remove },
};

/* %FALSE without an error: that is no use of the command. */
static gboolean
run_words (MullCliContext *context,
           const MullCliRoadblockOptions *options,
           char **rest,
           GError **error)
{
  g_autoptr (MullRoadblock) roadblock = NULL;
  const Verb *verb = NULL;

  if (rest[1] == NULL && g_str_equal (rest[0], "list"))
    return mull_cli_roadblock_list (context, options, error);
  if (rest[1] == NULL && g_str_equal (rest[0], "measures"))
    return mull_cli_roadblock_measure (context, error);
  if (rest[1] != NULL && g_str_equal (rest[0], "add"))
    return add_roadblock (context, options, rest[1], error);
  for (guint i = 0; rest[1] != NULL && i < G_N_ELEMENTS (verbs) && verb == NULL; i++)
    if (g_str_equal (verbs[i].word, rest[0]))
      verb = &verbs[i];
  if (rest[1] == NULL && g_ascii_isdigit (rest[0][0]))
    verb = &verbs[0];
  if (verb == NULL)
    return FALSE;
  roadblock =
      mull_cli_find_roadblock (context->workspace, rest[1] != NULL ? rest[1] : rest[0], error);
  if (roadblock != NULL)
    {
      /* What is loaded is read-only. */
      MullRoadblock *copy = mull_roadblock_copy (roadblock);

      mull_roadblock_unref (roadblock);
      roadblock = copy;
    }
  return roadblock != NULL && verb->run (context, options, roadblock, error);
}

static int
run_roadblock (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_auto (MullCliRoadblockOptions) given = { 0 };
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("words", &given.words),
    MULL_CLI_TEXT ("person", &given.person),
    MULL_CLI_TEXT ("on", &given.on),
    MULL_CLI_TEXT ("kind", &given.kind),
    MULL_CLI_TEXT ("no", &given.no),
    MULL_CLI_TEXT ("believe", &given.believe),
    MULL_CLI_TEXT ("question", &given.question),
    MULL_CLI_TEXT ("source", &given.source),
    MULL_CLI_TEXT ("type", &given.type),
    MULL_CLI_TEXT ("truth", &given.truth),
    MULL_CLI_TEXT ("who", &given.who),
    MULL_CLI_TEXT ("by", &given.by),
    MULL_CLI_TEXT ("give", &given.give),
    MULL_CLI_TEXT ("costs", &given.costs),
    MULL_CLI_TEXT ("answer", &given.answer),
    MULL_CLI_TEXT ("outcome", &given.outcome),
    MULL_CLI_TEXT ("lesson", &given.lesson),
    MULL_CLI_TEXT ("behind", &given.behind),
    MULL_CLI_TEXT ("paper", &given.paper),
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given.output, NULL, NULL },
    MULL_CLI_FLAG ("help-request", &given.help_request),
    MULL_CLI_FLAG ("settled", &given.settled),
    MULL_CLI_FLAG ("csv", &given.csv),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 2, &status);
  g_autoptr (GError) error = NULL;
  const char *missing;

  if (rest == NULL)
    return status;
  missing = find_missing (rest[0], &given);
  if (missing != NULL)
    return mull_cli_wrong_usage (context, command, missing);
  if (run_words (context, &given, rest, &error))
    return MULL_CLI_DONE;
  if (error == NULL)
    return mull_cli_wrong_usage (context, command, _ ("Say what to do with which roadblock."));
  return mull_cli_refuse (context, error);
}

const MullCliCommand mull_cli_roadblock_commands[] = {
  { "roadblock",
    "list [--settled] [--csv] | measures | ID [--help-request -o FILE.pdf [--paper A4|Letter]]"
    " | add DEAL --words WORDS [--person PERSON] [--on DATE] [--kind KIND]"
    " [--no no|because|nothing] [--believe yes|no]"
    " | symptom ID … | answer ID --question QUESTION [--words ANSWER] [--person PERSON]"
    " [--source heard|relayed|guess]"
    " | cause ID [--words SENTENCE] [--type TYPE] [--truth guess|told|confirmed]"
    " | takes ID [--words ACTION] [--who NAME] [--by DATE] [--give WHAT] [--costs WHAT]"
    " | help ID --who NAME [--words WHAT] [--on DATE] [--answer ANSWER]"
    " | settle ID --outcome removed|worked-around|another-behind|real-no|open [--lesson LESSON]"
    " [--behind WORDS] | remove ID",
    N_ ("Find the reason why it is not happening, and remove it"), run_roadblock },
  { NULL, NULL, NULL, NULL },
};
