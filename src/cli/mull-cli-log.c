/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-log"

#include "config.h"

#include "mull-cli-attachment.h"
#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-cli-pass.h"
#include "mull-error.h"
#include "mull-timeline-ops.h"
#include "mull-typed-effort.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* A day has no more minutes. */
#define MAX_MINUTES (24 * 60)

/* What was typed after "log". */
typedef struct
{
  char *kind;
  char *at;
  char *person;
  char *minutes;
  char *spent;
  char *words;
  char **files;
  MullCliPass pass;
  gboolean out;
  gboolean in;
  gboolean both;
  gboolean reached;
  gboolean not_reached;
  gboolean private;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->kind);
  g_free (options->at);
  g_free (options->person);
  g_free (options->minutes);
  g_free (options->spent);
  g_free (options->words);
  g_strfreev (options->files);
  mull_cli_pass_clear (&options->pass);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Without a word about it, a note reaches for nobody, a meeting is a conversation, and everything
 * else comes from us. A call that reached somebody was one, too. */
static MullDirection
direction_of (const Options *options, MullEntryKind kind)
{
  if (options->in)
    return MULL_DIRECTION_IN;
  if (options->both)
    return MULL_DIRECTION_BOTH;
  if (options->out)
    return MULL_DIRECTION_OUT;
  if (kind == MULL_ENTRY_NOTE)
    return MULL_DIRECTION_NONE;
  if ((kind == MULL_ENTRY_MEETING && !options->not_reached) ||
      (kind == MULL_ENTRY_CALL && options->reached))
    return MULL_DIRECTION_BOTH;
  return MULL_DIRECTION_OUT;
}

static const char *
find_contradiction (const Options *options)
{
  if (options->kind == NULL)
    return _ ("Say what it was: --kind KIND.");
  if (options->out + options->in + options->both > 1)
    return _ ("Choose one of --out, --in and --both.");
  if (options->reached && options->not_reached)
    return _ ("Choose one of --reached and --not-reached.");
  if (options->not_reached && (options->in || options->both))
    return _ ("Somebody who was not reached said nothing: leave --in and --both out.");
  return mull_cli_pass_find_contradiction (&options->pass);
}

/* "2h €40": with the currency of the deal where none is named. */
static gboolean
read_spent (const Options *options, const MullDeal *deal, MullEntry *entry, GError **error)
{
  MullMoney cost;

  if (options->spent == NULL)
    return TRUE;
  if (!g_utf8_validate (options->spent, -1, NULL))
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("What follows --spent is no text. Type effort like 30m or 2h €40."));
      return FALSE;
    }
  if (!mull_effort_parse_typed (options->spent, deal->currency, &entry->effort_min, &cost, error))
    return FALSE;
  entry->cost_minor = cost.minor;
  g_strlcpy (entry->cost_currency, cost.currency, sizeof entry->cost_currency);
  return TRUE;
}

static gboolean
fill_in (MullCliContext *context,
         const Options *options,
         const MullDeal *deal,
         MullEntry *entry,
         GError **error)
{
  int kind = MULL_ENTRY_NOTE;

  if (!mull_cli_read_enum (MULL_TYPE_ENTRY_KIND, options->kind, MULL_ENTRY_CALL, MULL_ENTRY_NOTE,
                           "--kind", &kind, error) ||
      !mull_cli_read_instant (context->workspace, options->at, "--at", &entry->happened_at,
                              error) ||
      !mull_cli_read_number (options->minutes, "--minutes", 0, MAX_MINUTES, &entry->effort_min,
                             error) ||
      !read_spent (options, deal, entry, error) ||
      !mull_cli_find_member (context->workspace, deal, options->person, &entry->person_id, error))
    return FALSE;
  entry->deal_id = deal->record.id;
  entry->kind = (MullEntryKind) kind;
  entry->direction = direction_of (options, entry->kind);
  entry->reached = options->reached || entry->direction == MULL_DIRECTION_IN ||
                   entry->direction == MULL_DIRECTION_BOTH;
  entry->private = options->private;
  return TRUE;
}

static int
run_log (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("kind", &options.kind),
    MULL_CLI_FLAG ("out", &options.out),
    MULL_CLI_FLAG ("in", &options.in),
    MULL_CLI_FLAG ("both", &options.both),
    MULL_CLI_FLAG ("reached", &options.reached),
    MULL_CLI_FLAG ("not-reached", &options.not_reached),
    MULL_CLI_TEXT ("at", &options.at),
    MULL_CLI_TEXT ("person", &options.person),
    MULL_CLI_TEXT ("minutes", &options.minutes),
    MULL_CLI_TEXT ("spent", &options.spent),
    MULL_CLI_TEXT ("words", &options.words),
    MULL_CLI_FLAG ("private", &options.private),
    { "attach", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.files, NULL, NULL },
    MULL_CLI_PASS_ENTRIES (&options.pass),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest =
      mull_cli_parse (context, command, arguments, entries, 1, G_MAXUINT, &status);
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (MullDeal) deal = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;
  const char *contradiction;
  gint64 entry_id = 0;

  if (rest == NULL)
    return status;
  contradiction = find_contradiction (&options);
  if (contradiction != NULL)
    return mull_cli_wrong_usage (context, command, contradiction);
  mull_take_text (&entry->text, g_strjoinv (" ", rest + 1));
  deal = mull_cli_find_deal (context->workspace, rest[0], &error);
  if (deal == NULL || !fill_in (context, &options, deal, entry, &error) ||
      (files = mull_cli_take_files (context, options.files, &error)) == NULL ||
      !mull_timeline_ops_log_with_pass (context->workspace, entry, options.words,
                                        mull_cli_pass_get (&options.pass), files, &entry_id,
                                        &error))
    return mull_cli_pass_refuse (context, error);
  /* Translators: what was logged ("E-mail to them") and the title of a deal */
  mull_cli_say (context, _ ("Logged on “%s”: %s."), deal->title,
                mull_touch_phrase (entry->kind, entry->direction, entry->reached));
  mull_cli_say_settled (context, entry_id);
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_log_commands[] = {
  { "log",
    "DEAL --kind call|meeting|mail|message|letter|note [--out|--in|--both]"
    " [--reached|--not-reached] [--at \"DATE [TIME]\"] [--person PERSON] [--minutes N]"
    " [--spent \"2h €40\"]"
    " [--words WORDS] [--private] [--attach FILE]..." MULL_CLI_PASS_USAGE " [TEXT]",
    N_ ("Write down what happened"), run_log },
  { NULL, NULL, NULL, NULL },
};
