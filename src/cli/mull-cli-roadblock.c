/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-roadblock"

#include "config.h"

#include "mull-brief.h"
#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-cli-page.h"
#include "mull-cli-table.h"
#include "mull-deal-store.h"
#include "mull-error.h"
#include "mull-help-request.h"
#include "mull-pdf.h"
#include "mull-reason.h"
#include "mull-roadblock-ops.h"
#include "mull-roadblock-store.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* How many are listed at most. */
#define LIST_LIMIT 1000
#define LABEL_WIDTH 22

/* What was given on the command line. */
typedef struct
{
  char *words;
  char *person;
  char *on;
  char *kind;
  char *no;
  char *believe;
  char *question;
  char *source;
  char *type;
  char *truth;
  char *who;
  char *by;
  char *give;
  char *costs;
  char *answer;
  char *outcome;
  char *lesson;
  char *behind;
  char *output;
  char *paper;
  gboolean help_request;
  gboolean settled;
  gboolean csv;
} Options;

static void
options_clear (Options *self)
{
  char **texts[] = { &self->words,   &self->person,   &self->on,     &self->kind,   &self->no,
                     &self->believe, &self->question, &self->source, &self->type,   &self->truth,
                     &self->who,     &self->by,       &self->give,   &self->costs,  &self->answer,
                     &self->outcome, &self->lesson,   &self->behind, &self->output, &self->paper };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*texts[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* One word after "roadblock", and what it does with the roadblock that is named after it. */
typedef struct
{
  const char *word;
  gboolean (*run) (MullCliContext *context,
                   const Options *options,
                   MullRoadblock *roadblock,
                   GError **error);
} Verb;

/* ── Finding ──────────────────────────────────────────────────────────── */

static MullRoadblock *
find_roadblock (MullWorkspace *workspace, const char *text, GError **error)
{
  g_autofree char *shown = mull_cli_shown (text);
  gint64 id = 0;
  MullRoadblock *roadblock = NULL;

  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    roadblock = mull_roadblock_store_get (mull_workspace_get_database (workspace), id, NULL);
  if (roadblock == NULL)
    g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                 /* Translators: the argument is what was typed for the number of a roadblock */
                 _("There is no roadblock “%s”. “mulligan roadblock list” shows their numbers."),
                    shown);
  return roadblock;
}

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

/* An enumeration, if it was given. */
static gboolean
read_enum (GType type, const char *text, int last, const char *what, int *value, GError **error)
{
  return text == NULL || mull_cli_read_enum (type, text, 0, last, what, value, error);
}

static gboolean
refuse_missing (GError **error, const char *sentence)
{
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, sentence);
  return FALSE;
}

static void
set_if_given (char **field, const char *text)
{
  if (text != NULL)
    mull_set_text (field, text);
}

/* ── Changing ─────────────────────────────────────────────────────────── */

static gboolean
read_symptom (MullCliContext *context,
              const Options *options,
              MullRoadblock *roadblock,
              GError **error)
{
  int channel = (int) roadblock->channel, no = (int) roadblock->said_no,
      believe = (int) roadblock->believe;

  if (!read_enum (MULL_TYPE_ENTRY_KIND, options->kind, MULL_ENTRY_LETTER, "--kind", &channel,
                  error) ||
      !read_enum (MULL_TYPE_SAID_NO, options->no, MULL_SAID_NO_NOTHING, "--no", &no, error) ||
      !read_enum (MULL_TYPE_TERNARY, options->believe, MULL_TERNARY_NO, "--believe", &believe,
                  error) ||
      (options->on != NULL && !mull_cli_read_past_day (context->workspace, options->on, "--on",
                                                       &roadblock->symptom_on, error)) ||
      !find_person (context, roadblock->deal_id, options->person, &roadblock->symptom_by_id, error))
    return FALSE;
  roadblock->channel = (MullEntryKind) channel;
  roadblock->said_no = (MullSaidNo) no;
  roadblock->believe = (MullTernary) believe;
  set_if_given (&roadblock->symptom, options->words);
  return TRUE;
}

static gboolean
add_roadblock (MullCliContext *context, const Options *options, const char *text, GError **error)
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
  g_string_append_printf (context->out, _("“%s” has roadblock %s."), deal->title, number);
  g_string_append_c (context->out, '\n');
  return TRUE;
}

static gboolean
say (MullCliContext *context, gboolean done, const char *sentence)
{
  if (done)
    g_string_append_printf (context->out, "%s\n", sentence);
  return done;
}

static gboolean
run_symptom (MullCliContext *context,
             const Options *options,
             MullRoadblock *roadblock,
             GError **error)
{
  return read_symptom (context, options, roadblock, error) &&
         say (context, mull_roadblock_ops_update (context->workspace, roadblock, error),
              _("Saved."));
}

static gboolean
run_answer (MullCliContext *context,
            const Options *options,
            MullRoadblock *roadblock,
            GError **error)
{
  g_autoptr (MullRoadblockAnswer) answer = mull_roadblock_answer_new ();
  int source = MULL_ANSWER_GUESS;

  if (options->question == NULL)
    return refuse_missing (error, _("Say what was asked: --question QUESTION."));
  if (!read_enum (MULL_TYPE_ANSWER_SOURCE, options->source, MULL_ANSWER_GUESS, "--source", &source,
                  error) ||
      !find_person (context, roadblock->deal_id, options->person, &answer->person_id, error))
    return FALSE;
  answer->roadblock_id = roadblock->record.id;
  answer->source = (MullAnswerSource) source;
  mull_set_text (&answer->question, options->question);
  set_if_given (&answer->answer, options->words);
  return say (context, mull_roadblock_ops_answer (context->workspace, answer, NULL, error),
              _("Written on the ladder."));
}

static gboolean
run_cause (MullCliContext *context,
           const Options *options,
           MullRoadblock *roadblock,
           GError **error)
{
  int cause = (int) roadblock->cause, truth = (int) roadblock->truth;

  if (!read_enum (MULL_TYPE_CAUSE, options->type, MULL_CAUSE_TRUST, "--type", &cause, error) ||
      !read_enum (MULL_TYPE_TRUTH, options->truth, MULL_TRUTH_CONFIRMED, "--truth", &truth, error))
    return FALSE;
  roadblock->cause = (MullCause) cause;
  roadblock->truth = (MullTruth) truth;
  set_if_given (&roadblock->underlying, options->words);
  return say (context, mull_roadblock_ops_update (context->workspace, roadblock, error),
              _("Saved."));
}

static gboolean
run_takes (MullCliContext *context,
           const Options *options,
           MullRoadblock *roadblock,
           GError **error)
{
  if (options->by != NULL &&
      !mull_cli_read_day (context->workspace, options->by, "--by", &roadblock->takes_by_on, error))
    return FALSE;
  set_if_given (&roadblock->takes, options->words);
  set_if_given (&roadblock->takes_who, options->who);
  set_if_given (&roadblock->we_give, options->give);
  set_if_given (&roadblock->costs_not, options->costs);
  return say (context, mull_roadblock_ops_update (context->workspace, roadblock, error),
              _("Saved."));
}

static gboolean
run_ask_help (MullCliContext *context,
              const Options *options,
              MullRoadblock *roadblock,
              GError **error)
{
  g_autoptr (MullRoadblockHelp) help = mull_roadblock_help_new ();

  if (options->who == NULL)
    return refuse_missing (error, _("Say who was asked for help: --who NAME."));
  help->roadblock_id = roadblock->record.id;
  help->asked_on = MULL_DAY_NONE;
  help->answered_on = MULL_DAY_NONE;
  if (options->on != NULL &&
      !mull_cli_read_past_day (context->workspace, options->on, "--on", &help->asked_on, error))
    return FALSE;
  mull_set_text (&help->helper, options->who);
  set_if_given (&help->asked, options->words);
  set_if_given (&help->answer, options->answer);
  return say (context, mull_roadblock_ops_help (context->workspace, help, NULL, error),
              _("You are not alone with it any more."));
}

static gboolean
run_settle (MullCliContext *context,
            const Options *options,
            MullRoadblock *roadblock,
            GError **error)
{
  g_autoptr (MullRoadblock) behind = NULL;
  g_autofree char *number = NULL;
  int outcome;
  gint64 id;

  if (options->outcome == NULL)
    return refuse_missing (error, _("Say what became of it: --outcome OUTCOME."));
  if (!mull_cli_read_enum (MULL_TYPE_ROADBLOCK_OUTCOME, options->outcome, MULL_ROADBLOCK_OPEN,
                           MULL_ROADBLOCK_REAL_NO, "--outcome", &outcome, error))
    return FALSE;
  if (outcome != MULL_ROADBLOCK_ANOTHER_BEHIND)
    return say (context,
                mull_roadblock_ops_settle (context->workspace, roadblock->record.id,
                                           (MullRoadblockOutcome) outcome, options->lesson, error),
                mull_roadblock_outcome_label ((MullRoadblockOutcome) outcome));
  if (options->behind == NULL)
    return refuse_missing (error, _("Say what is behind it, in their words: --behind WORDS."));
  behind = mull_roadblock_new ();
  behind->symptom_on = MULL_DAY_NONE;
  mull_set_text (&behind->symptom, options->behind);
  if (!mull_roadblock_ops_find_behind (context->workspace, roadblock->record.id, behind,
                                       options->lesson, &id, error))
    return FALSE;
  number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  /* Translators: the number of a roadblock */
  g_string_append_printf (context->out, _("Behind it is roadblock %s."), number);
  g_string_append_c (context->out, '\n');
  return TRUE;
}

static gboolean
run_remove (MullCliContext *context,
            const Options *options,
            MullRoadblock *roadblock,
            GError **error)
{
  return say (context, mull_roadblock_ops_remove (context->workspace, roadblock->record.id, error),
              _("Removed from the list."));
}

/* ── Showing ──────────────────────────────────────────────────────────── */

static void
add_item (GString *out, const char *label, const char *text)
{
  if (*text != '\0')
    mull_cli_page_add_item (out, 0, LABEL_WIDTH, label, text);
}

static void
take_item (GString *out, const char *label, char *text)
{
  g_autofree char *owned = text;

  add_item (out, label, owned);
}

static void
show_ladder (const MullRoadblockCase *shown, GString *out)
{
  for (guint i = 0; i < shown->answers->len; i++)
    {
      const MullRoadblockAnswer *answer = g_ptr_array_index (shown->answers, i);
      const char *who = g_ptr_array_index (shown->people, i);

      add_item (out, mull_roadblock_step_label (MULL_ROADBLOCK_STEP_ASK), answer->question);
      if (*answer->answer != '\0')
        take_item (out, "",
                   g_strdup_printf ("%s (%s%s%s)", answer->answer, who, *who != '\0' ? ", " : "",
                                    mull_answer_source_label (answer->source)));
    }
  for (guint i = 0; i < shown->helps->len; i++)
    {
      const MullRoadblockHelp *help = g_ptr_array_index (shown->helps, i);

      take_item (out, mull_roadblock_step_label (MULL_ROADBLOCK_STEP_HELP),
                 g_strdup_printf ("%s: %s%s%s", help->helper, help->asked,
                                  *help->answer != '\0' ? " → " : "", help->answer));
    }
}

static void
show_case (MullCliContext *context, const MullRoadblockCase *shown)
{
  const MullRoadblock *roadblock = shown->roadblock;
  GString *out = context->out;

  mull_cli_page_add_title (out, shown->deal);
  /* Translators: the words of a customer in quotation marks */
  take_item (out, mull_roadblock_step_label (MULL_ROADBLOCK_STEP_SYMPTOM),
             g_strdup_printf (_("“%s”"), roadblock->symptom));
  add_item (out, "", shown->speaker);
  take_item (out, "", mull_day_format (roadblock->symptom_on));
  add_item (out, mull_roadblock_step_label (MULL_ROADBLOCK_STEP_NO),
            mull_said_no_label (roadblock->said_no));
  add_item (out, mull_roadblock_step_label (MULL_ROADBLOCK_STEP_CAUSE), roadblock->underlying);
  if (*roadblock->underlying != '\0')
    add_item (out, "", mull_truth_label (roadblock->truth));
  add_item (out, mull_roadblock_step_label (MULL_ROADBLOCK_STEP_TAKES), roadblock->takes);
  add_item (out, "", roadblock->takes_who);
  take_item (out, _("By when"), mull_day_format (roadblock->takes_by_on));
  add_item (out, _("What we give"), roadblock->we_give);
  add_item (out, _("If we do not"), roadblock->costs_not);
  show_ladder (shown, out);
  add_item (out, mull_roadblock_step_label (MULL_ROADBLOCK_STEP_OUTCOME),
            mull_roadblock_outcome_label (roadblock->outcome));
  add_item (out, _("Lesson"), roadblock->lesson);
  add_item (out, _("Behind it"), shown->behind);
  if (roadblock->outcome == MULL_ROADBLOCK_OPEN)
    add_item (out, _("Next"), mull_roadblock_next_prompt (&shown->facts));
  for (guint i = 0; i < shown->reasons->len; i++)
    mull_cli_page_add_item (out, 0, 2, "-", ((MullReason *) shown->reasons->pdata[i])->text);
}

static gboolean
write_help_request (MullCliContext *context,
                    const Options *options,
                    const MullRoadblockCase *asked,
                    GError **error)
{
  g_autofree char *path = g_canonicalize_filename (options->output, context->folder);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *title = mull_help_request_dup_title (asked);
  g_autoptr (MullLayout) layout = NULL;
  int paper = (int) mull_paper_of_locale ();

  if (!read_enum (MULL_TYPE_PAPER, options->paper, MULL_PAPER_LETTER, "--paper", &paper, error))
    return FALSE;
  layout = mull_help_request_new (asked, mull_workspace_get_today (context->workspace),
                                  (MullPaper) paper, mull_layout_locale_is_rtl ());
  if (!mull_pdf_write (layout, path, title, error))
    return FALSE;
  /* Translators: the title of a deal and the name of a file */
  g_string_append_printf (context->out, _("Wrote the request for help with “%s” to %s."),
                                           asked->deal, shown);
  g_string_append_c (context->out, '\n');
  return TRUE;
}

static gboolean
run_show (MullCliContext *context, const Options *options, MullRoadblock *roadblock, GError **error)
{
  g_autoptr (MullRoadblockCase) shown =
      mull_roadblock_case_load (context->workspace, roadblock->record.id, error);

  if (shown == NULL)
    return FALSE;
  if (options->help_request)
    {
      if (options->output == NULL || *options->output == '\0')
        return refuse_missing (error, _("Say where to write it: -o FILE.pdf."));
      return write_help_request (context, options, shown, error);
    }
  show_case (context, shown);
  return TRUE;
}

static const MullCliColumn columns[] = {
  { "id", NULL, TRUE, 0 },
  { NULL, N_ ("No."), TRUE, 0 },
    { "deal", N_ ("Deal"), FALSE, 24 },
      { "symptom", N_ ("What they said"), FALSE, 30 }, { "underlying", NULL, FALSE, 0 },
        { "truth", NULL, FALSE, 0 },
        { "days", N_ ("Days"), TRUE, 0 }, { "outcome", NULL, FALSE, 0 },
          { "flags", NULL, FALSE, 0 },
          { NULL, N_ ("What to see to"), FALSE, 30 },
        };

static void
list_row (MullCliTable *table, const MullRoadblockCase *row, MullDay today)
{
  static const char *const words[] = { "symptom-only", "alone", "second-hand", "walk-away" };
  const MullRoadblock *roadblock = row->roadblock;
  g_autoptr (GString) nicks = g_string_new (NULL);
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < MULL_ROADBLOCK_N_FLAGS; i++)
    if (row->flags & (1u << i))
      {
        g_string_append_printf (nicks, "%s%s", nicks->len > 0 ? " " : "", words[i]);
        g_string_append_printf (labels, "%s%s", labels->len > 0 ? ", " : "",
                                mull_roadblock_flag_label ((MullRoadblockFlags) (1u << i)));
      }
  if (roadblock->outcome != MULL_ROADBLOCK_OPEN)
    g_string_assign (labels, mull_roadblock_outcome_label (roadblock->outcome));
  mull_cli_table_add_number (table, roadblock->record.id);
  mull_cli_table_add_number (table, roadblock->record.id);
  mull_cli_table_add (table, row->deal);
  mull_cli_table_add (table, roadblock->symptom);
  mull_cli_table_add (table, roadblock->underlying);
  mull_cli_table_add (table, mull_enum_nick (MULL_TYPE_TRUTH, (int) roadblock->truth));
  mull_cli_table_add_number (table, mull_roadblock_get_age (roadblock, today));
  mull_cli_table_add (table,
                      mull_enum_nick (MULL_TYPE_ROADBLOCK_OUTCOME, (int) roadblock->outcome));
  mull_cli_table_add (table, nicks->str);
  mull_cli_table_add (table, labels->str);
}

static gboolean
list_roadblocks (MullCliContext *context, const Options *options, GError **error)
{
  g_autoptr (GPtrArray) cases =
      mull_roadblock_case_list (context->workspace, options->settled, LIST_LIMIT, error);
  g_autoptr (MullCliTable) table =
      mull_cli_table_new (columns, G_N_ELEMENTS (columns), options->csv);
  MullDay today = mull_workspace_get_today (context->workspace);

  if (cases == NULL)
    return FALSE;
  for (guint i = 0; i < cases->len; i++)
    list_row (table, cases->pdata[i], today);
  if (cases->len == 0 && !options->csv)
    g_string_append_printf (context->out, "%s\n", _("There is no roadblock."));
  else
    mull_cli_table_write (table, context->out);
  return TRUE;
}

static gboolean
show_measures (MullCliContext *context, GError **error)
{
  MullRoadblockMeasures measures;
  GString *out = context->out;

  if (!mull_roadblock_case_measure (context->workspace, &measures, error))
    return FALSE;
  take_item (out, _("Roadblocks"), g_strdup_printf ("%u", measures.n));
  take_item (out, _("Still open"), g_strdup_printf ("%u", measures.n_open));
  take_item (out, _("Removed"), g_strdup_printf ("%u", measures.n_removed));
  take_item (out, _("A real no"), g_strdup_printf ("%u", measures.n_real_no));
  take_item (out, _("Never known"), g_strdup_printf ("%u", measures.n_unknown));
  if (measures.median_days >= 0)
    take_item (out,
               _("To a confirmed reason"),
                  g_strdup_printf (ngettext ("%d day", "%d days", (gulong) measures.median_days),
                                   measures.median_days));
  if (measures.n_lost > 0)
    take_item (out, _("Lost with a reason"),
                       /* Translators: a share of the lost deals, and the two numbers */
                       g_strdup_printf (_("%1$u %% (%2$u of %3$u)"),
                                           measures.n_lost_confirmed * 100 / measures.n_lost,
                                           measures.n_lost_confirmed, measures.n_lost));
  return TRUE;
}

/* ── The command ──────────────────────────────────────────────────────── */

static const Verb verbs[] = {
  { "show", run_show },     { "symptom", run_symptom }, { "answer", run_answer },
  { "cause", run_cause },   { "takes", run_takes },     { "help", run_ask_help },
  { "settle", run_settle }, { "remove", run_remove },
};

/* %FALSE without an error: that is no use of the command. */
static gboolean
run_words (MullCliContext *context, const Options *options, char **rest, GError **error)
{
  g_autoptr (MullRoadblock) roadblock = NULL;
  const Verb *verb = NULL;

  if (rest[1] == NULL && g_str_equal (rest[0], "list"))
    return list_roadblocks (context, options, error);
  if (rest[1] == NULL && g_str_equal (rest[0], "measures"))
    return show_measures (context, error);
  if (rest[1] != NULL && g_str_equal (rest[0], "add"))
    return add_roadblock (context, options, rest[1], error);
  for (guint i = 0; rest[1] != NULL && i < G_N_ELEMENTS (verbs) && verb == NULL; i++)
    if (g_str_equal (verbs[i].word, rest[0]))
      verb = &verbs[i];
  if (rest[1] == NULL && g_ascii_isdigit (rest[0][0]))
    verb = &verbs[0];
  if (verb == NULL)
    return FALSE;
  roadblock = find_roadblock (context->workspace, rest[1] != NULL ? rest[1] : rest[0], error);
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
  g_auto (Options) given = { 0 };
#define OPTION(name, field)                                                                        \
  {                                                                                                \
    name, 0, 0, G_OPTION_ARG_FILENAME, &given.field, NULL, NULL                                    \
  }
  const GOptionEntry entries[] = {
    OPTION ("words", words),
    OPTION ("person", person),
    OPTION ("on", on),
    OPTION ("kind", kind),
    OPTION ("no", no),
    OPTION ("believe", believe),
    OPTION ("question", question),
    OPTION ("source", source),
    OPTION ("type", type),
    OPTION ("truth", truth),
    OPTION ("who", who),
    OPTION ("by", by),
    OPTION ("give", give),
    OPTION ("costs", costs),
    OPTION ("answer", answer),
    OPTION ("outcome", outcome),
    OPTION ("lesson", lesson),
    OPTION ("behind", behind),
    OPTION ("paper", paper),
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given.output, NULL, NULL },
    { "help-request", 0, 0, G_OPTION_ARG_NONE, &given.help_request, NULL, NULL },
    { "settled", 0, 0, G_OPTION_ARG_NONE, &given.settled, NULL, NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &given.csv, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
#undef OPTION
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 2, &status);
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  if (run_words (context, &given, rest, &error))
    return MULL_CLI_DONE;
  if (error == NULL)
    return mull_cli_wrong_usage (context, command, _("Say what to do with which roadblock."));
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
