/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-review"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-options.h"
#include "mull-error.h"
#include "mull-file.h"
#include "mull-record.h"
#include "mull-review-desk.h"
#include "mull-review.h"
#include "mull-rule-reader.h"
#include "mull-script-desk.h"
#include "mull-setting-store.h"
#include "mull-template-reader.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A script is some hundred words. */
#define TEXT_MAX (1024 * 1024)
/* How much of the marked words is repeated. */
#define WORDS_CHARS 60

/* What the options say. */
typedef struct
{
  char *kind;
  char *language;
  char *script;
  char *text;
  gboolean voicemail;
} ReviewOptions;

static void
review_options_clear (ReviewOptions *self)
{
  g_free (self->kind);
  g_free (self->language);
  g_free (self->script);
  g_free (self->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReviewOptions, review_options_clear)

static gboolean
refuse (GError **error, char *sentence)
{
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, sentence);
  g_free (sentence);
  return FALSE;
}

/* ── What to review ───────────────────────────────────────────────────── */

static gboolean
check_kind (const char *kind, GError **error)
{
  g_autofree char *shown = NULL;
  g_autofree char *all = NULL;

  if (kind == NULL || g_strv_contains (mull_template_reader_list (), kind))
    return TRUE;
  shown = mull_cli_shown (kind);
  all = g_strjoinv (", ", (char **) mull_template_reader_list ());
  return refuse (
      error,
      /* Translators: what was typed for a kind of script, and the kinds that there are */
      g_strdup_printf (_ ("There is no script “%s”. Choose one of: %s."), shown, all));
}

static char *
read_file (MullCliContext *context, const char *name, GError **error)
{
  g_autofree char *path = g_canonicalize_filename (name, context->folder);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *shown = g_file_get_parse_name (file);
  g_autoptr (GBytes) bytes = mull_file_read (file, TEXT_MAX, NULL, error);
  const char *text;
  gsize length;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  if (length == 0)
    return g_strdup ("");
  if (g_utf8_validate_len (text, length, NULL))
    return g_strndup (text, length);
  refuse (error,
          g_strdup_printf (_ ("“%s” is no script, because it is not text in UTF-8."), shown));
  return NULL;
}

static gboolean
check_text (const char *text, GError **error)
{
  if (strlen (text) <= TEXT_MAX && g_utf8_validate (text, -1, NULL))
    return TRUE;
  return refuse (error, g_strdup (_ ("This is no script: it is too large, or not text in UTF-8.")));
}

/* ── Printing ─────────────────────────────────────────────────────────── */

/* Line and column from 1, as an editor counts them. */
static void
find_place (const char *text, guint offset, guint *line, guint *column)
{
  *line = 1;
  *column = 1;
  for (const char *p = text; offset > 0 && *p != '\0'; p = g_utf8_next_char (p), offset--)
    {
      if (*p == '\n')
        (*line)++;
      *column = *p == '\n' ? 1 : *column + 1;
    }
}

static char *
dup_words (const MullRemark *remark)
{
  g_autofree char *words = g_strdup (remark->words);

  g_strdelimit (words, "\n\r\t", ' ');
  return mull_text_excerpt (words, WORDS_CHARS);
}

static void
print_remarks (MullCliContext *context, const char *beat, const char *text, GPtrArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      const MullRemark *remark = remarks->pdata[i];
      g_autofree char *words = dup_words (remark);
      guint line;
      guint column;

      find_place (text, remark->start, &line, &column);
      g_string_append (context->out,
                       mull_enum_nick (MULL_TYPE_REMARK_CATEGORY, (int) remark->category));
      if (beat != NULL)
        g_string_append_printf (context->out, " %s", beat);
      g_string_append_printf (context->out, " %u:%u “%s” %s", line, column, words, remark->reason);
      if (*remark->suggestion != '\0')
        g_string_append_printf (context->out, " %s", remark->suggestion);
      g_string_append_c (context->out, '\n');
    }
}

static void
say_what_is_missing (MullCliContext *context, const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullRuleSet) rules = NULL;

  if (mull_review_desk_knows (language))
    return;
  rules = mull_rule_reader_load (language, &error);
  if (error != NULL)
    g_string_append_printf (context->err, "%s\n", error->message);
}

/* A line that goes on in the next one is no end of a sentence; an empty line is. Every byte keeps
 * its place. */
static char *
dup_unwrapped (const char *text)
{
  char *unwrapped = g_strdup (text);

  for (char *p = unwrapped; *p != '\0'; p++)
    if (*p == '\n' && p[1] != '\n' && p[1] != '\0' && (p == unwrapped || p[-1] != '\n'))
      *p = ' ';
  return unwrapped;
}

/* ── Reviewing ────────────────────────────────────────────────────────── */

static gboolean
review_text (MullCliContext *context,
             const char *text,
             const ReviewOptions *options,
             GError **error)
{
  const char *kind = options->kind;
  g_autoptr (MullScriptTemplate) script = NULL;
  g_autoptr (MullReviewer) reviewer = NULL;
  g_autoptr (GPtrArray) remarks = NULL;
  g_autofree char *unwrapped = dup_unwrapped (text);
  guint checks = MULL_REMARKS_ALL;
  MullThresholds thresholds;

  if (kind != NULL)
    {
      script = mull_template_reader_load (kind, error);
      if (script == NULL)
        return FALSE;
      checks = mull_script_template_get_checks (script);
    }
  if (!mull_setting_store_load_thresholds (mull_workspace_get_database (context->workspace),
                                           &thresholds, error))
    return FALSE;
  reviewer =
      mull_review_desk_load (context->workspace, NULL, options->language, &thresholds, error);
  if (reviewer == NULL)
    return FALSE;
  reviewer->kind = g_strdup (kind);
  remarks = options->voicemail ? mull_review_voicemail (unwrapped, checks, &thresholds, reviewer)
                               : mull_review_text (unwrapped, checks, &thresholds, reviewer);
  print_remarks (context, NULL, text, remarks);
  return TRUE;
}

static gboolean
review_script (MullCliContext *context, gint64 id, char **language, GError **error)
{
  g_autoptr (MullScriptDesk) desk = mull_script_desk_load (context->workspace, id, error);
  g_autoptr (MullScriptComposition) composition = NULL;
  MullReviewer *reviewer;

  if (desk == NULL)
    return FALSE;
  if (*language == NULL)
    *language = g_strdup (desk->language);
  reviewer = mull_review_desk_load (context->workspace, desk->script, *language,
                                    &desk->dossier->thresholds, error);
  if (reviewer == NULL)
    return FALSE;
  mull_reviewer_unref (desk->reviewer);
  desk->reviewer = reviewer;
  composition = mull_script_desk_compose_with (desk, NULL);
  for (guint i = 0; i < composition->beats->len; i++)
    {
      const MullComposedBeat *beat = composition->beats->pdata[i];

      print_remarks (context, beat->beat->id, beat->text, beat->remarks);
    }
  print_remarks (context, MULL_REVIEW_VOICEMAIL, composition->message->text,
                 composition->message->remarks);
  return TRUE;
}

static gboolean
review (MullCliContext *context, ReviewOptions *options, const char *file, GError **error)
{
  g_autofree char *text = NULL;
  int id;

  if (options->script != NULL)
    return mull_cli_read_number (options->script, "--script", 1, G_MAXINT, &id, error) &&
           review_script (context, id, &options->language, error);
  if (!check_kind (options->kind, error))
    return FALSE;
  text = file != NULL ? read_file (context, file, error) : g_strdup (options->text);
  if (text == NULL || !check_text (text, error))
    return FALSE;
  if (options->language == NULL)
    {
      g_autofree char *usual = mull_review_desk_dup_language (context->workspace);

      options->language = mull_review_desk_dup_text_language (context->workspace, text, usual);
    }
  return review_text (context, text, options, error);
}

static int
run_review (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_auto (ReviewOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind, NULL, NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options.language, NULL, NULL },
    { "script", 0, 0, G_OPTION_ARG_STRING, &options.script, NULL, NULL },
    { "text", 0, 0, G_OPTION_ARG_STRING, &options.text, NULL, NULL },
    { "voicemail", 0, 0, G_OPTION_ARG_NONE, &options.voicemail, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 0, 1, &status);
  g_autoptr (GError) error = NULL;
  guint n_sources;

  if (rest == NULL)
    return status;
  n_sources = (rest[0] != NULL) + (options.script != NULL) + (options.text != NULL);
  if (n_sources != 1 || (options.script != NULL && (options.kind != NULL || options.voicemail)))
    return mull_cli_wrong_usage (context, command,
                                 _ ("Say what to review: a file, “-”, or --script with a number."));
  if (!review (context, &options, rest[0], &error))
    return mull_cli_refuse (context, error);
  say_what_is_missing (context, options.language);
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_review_commands[] = {
  { "review",
    "FILE|- [--kind do-over|own-it|get-to-no|roadblock] [--voicemail] [--language xx] | --script "
    "ID",
    N_ ("Say what the reviewer marks in a script, one remark a line"), run_review },
  { NULL, NULL, NULL, NULL },
};

/**
 * mull_cli_dup_with_input:
 * @arguments: (transfer none): a command and what follows it, NULL-terminated
 * @read: reads all of the standard input
 * @user_data: for @read
 *
 * Puts what stands on the standard input into a command that asks for it with “-”. It is read by
 * the process that was called; the command may run in another one.
 *
 * Returns: (transfer full) (nullable): the command; %NULL if the input cannot be read
 */
char **
mull_cli_dup_with_input (char **arguments, MullCliInputFunc read, gpointer user_data)
{
  GStrvBuilder *builder;
  char **words;
  gboolean good = TRUE;

  if (g_strcmp0 (arguments[0], "review") != 0)
    return g_strdupv (arguments);
  builder = g_strv_builder_new ();
  for (guint i = 0; arguments[i] != NULL; i++)
    {
      g_autofree char *text = NULL;

      if (!g_str_equal (arguments[i], "-"))
        {
          g_strv_builder_add (builder, arguments[i]);
          continue;
        }
      text = read (user_data);
      good = good && text != NULL;
      g_strv_builder_add_many (builder, "--text", text != NULL ? text : "", NULL);
    }
  words = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  if (!good)
    g_clear_pointer (&words, g_strfreev);
  return words;
}
