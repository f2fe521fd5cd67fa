/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-options"

#include "config.h"

#include "mull-cli-options.h"

#include "mull-error.h"
#include "mull-record.h"
#include "mull-text.h"
#include "mull-touch-settling.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much of a wrong word is repeated in a message. */
#define SHOWN_CHARS 60

/**
 * mull_cli_shown:
 * @text: an argument, which may be any bytes
 *
 * Returns: (transfer full): how @text is repeated in a message: valid, one line, and not too long
 */
char *
mull_cli_shown (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *excerpt = mull_text_excerpt (valid, SHOWN_CHARS);
  g_autofree char *plain = mull_text_strip_bidi (excerpt);
  GString *shown = g_string_new (NULL);

  for (const char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (shown, g_unichar_iscntrl (c) ? ' ' : c);
    }
  return g_string_free (shown, FALSE);
}

/**
 * mull_cli_say:
 * @format: a sentence, as for printf()
 *
 * Says it in a line of its own.
 */
void
mull_cli_say (MullCliContext *context, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (context->out, format, arguments);
  va_end (arguments);
  g_string_append_c (context->out, '\n');
}

/**
 * mull_cli_say_settled:
 * @entry_id: a touch that was just written down
 *
 * Says what was planned and is done with it, if anything is.
 */
void
mull_cli_say_settled (MullCliContext *context, gint64 entry_id)
{
  g_autofree char *settled = mull_touch_settling_describe (context->workspace, entry_id);

  if (settled != NULL)
    /* Translators: a line of its own: "Ticked off: Call, “Ring Tomasz”" */
    mull_cli_say (context, _ ("%s."), settled);
}

/**
 * mull_cli_refuse:
 *
 * Says why nothing was done.
 *
 * Returns: %MULL_CLI_REFUSED
 */
int
mull_cli_refuse (MullCliContext *context, const GError *error)
{
  g_autofree char *message = g_utf8_make_valid (error->message, -1);

  g_string_append_printf (context->err, "%s\n", message);
  return MULL_CLI_REFUSED;
}

/**
 * mull_cli_done_unseen:
 * @error: why what is there now cannot be shown
 *
 * For a command that has changed something and then fails to show it: nobody is to do it again.
 *
 * Returns: %MULL_CLI_DONE
 */
int
mull_cli_done_unseen (MullCliContext *context, const GError *error)
{
  g_autofree char *message = g_utf8_make_valid (error->message, -1);

  /* Translators: the argument is one sentence or more that say why */
  g_string_append_printf (context->err, _ ("It is done, but cannot be shown. %s"), message);
  g_string_append_c (context->err, '\n');
  return MULL_CLI_DONE;
}

static void
append_usage (GString *text, const MullCliCommand *command)
{
  /* Translators: the argument is a command line */
  g_string_append_printf (text, _ ("Usage: %s"), "mulligan ");
  g_string_append (text, command->name);
  if (*command->usage != '\0')
    g_string_append_printf (text, " %s", command->usage);
  g_string_append_c (text, '\n');
}

/**
 * mull_cli_wrong_usage:
 * @sentence: what is wrong
 *
 * Returns: %MULL_CLI_USAGE
 */
int
mull_cli_wrong_usage (MullCliContext *context, const MullCliCommand *command, const char *sentence)
{
  g_string_append_printf (context->err, "%s\n", sentence);
  append_usage (context->err, command);
  return MULL_CLI_USAGE;
}

static char *
wrong_number (guint n_given, guint min)
{
  return g_strdup (n_given < min ? _ ("Something is missing.") : _ ("That is too much."));
}

/**
 * mull_cli_parse:
 * @arguments: the command and what follows it
 * @entries: (nullable): its options; texts are just as they were given: whoever uses one checks it
 * @min: how many arguments it needs beside its options
 * @max: how many it takes
 * @status: (out): what to return if there is nothing to do: usage is wrong, or was asked for
 *
 * A command calls this before it looks at the workspace: there is one only if this returns more
 * than %NULL.
 *
 * Returns: (transfer full) (nullable): the arguments that are no options, without the command
 */
char **
mull_cli_parse (MullCliContext *context,
                const MullCliCommand *command,
                char **arguments,
                const GOptionEntry *entries,
                guint min,
                guint max,
                int *status)
{
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
  g_auto (GStrv) copy = g_strdupv (arguments);
  g_auto (GStrv) rest = NULL;
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    MULL_CLI_NO_MORE,
  };

  /* The one of GLib prints and ends the process, which may be that of the window. */
  g_option_context_set_help_enabled (options, FALSE);
  g_option_context_add_main_entries (options, common, NULL);
  if (entries != NULL)
    g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse_strv (options, &copy, &error))
    {
      g_autofree char *shown = mull_cli_shown (error->message);
      g_autofree char *sentence = g_strconcat (shown, ".", NULL);

      *status = mull_cli_wrong_usage (context, command, sentence);
      return NULL;
    }
  if (help)
    {
      append_usage (context->out, command);
      mull_cli_say (context, "%s", _ (command->summary));
      *status = MULL_CLI_DONE;
      return NULL;
    }
  if (rest == NULL)
    rest = g_new0 (char *, 1);
  if (g_strv_length (rest) < min || g_strv_length (rest) > max)
    {
      g_autofree char *sentence = wrong_number (g_strv_length (rest), min);

      *status = mull_cli_wrong_usage (context, command, sentence);
      return NULL;
    }
  /* Here, so that whoever asks for help or types a wrong word needs no data. */
  if (context->workspace == NULL && !command->needs_no_workspace)
    {
      context->wants_data = TRUE;
      *status = mull_cli_wrong_usage (context, command, _ ("This needs the data to be open."));
      return NULL;
    }
  *status = MULL_CLI_DONE;
  return g_steal_pointer (&rest);
}

/* ── Values ───────────────────────────────────────────────────────────── */

static gboolean
check_utf8 (const char *text, const char *option, GError **error)
{
  if (g_utf8_validate (text, -1, NULL))
    return TRUE;
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               /* Translators: the argument is an option of the command line, as in "--due" */
               _ ("What follows %s contains bytes that are not text (not UTF-8). Type it again."),
               option);
  return FALSE;
}

/* "our move" and "our-move" are one word. */
static char *
fold_word (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  char *folded = mull_text_fold (valid);

  return g_strdelimit (folded, " _", '-');
}

/**
 * mull_cli_read_enum:
 * @type: an enumeration
 * @text: (nullable): the nick of a value
 * @first: the first value that is allowed
 * @last: the last one
 * @what: what is chosen, in the words of the command line: "--kind", "OUTCOME"
 * @value: (inout): the value; as it was if there is no text
 */
gboolean
mull_cli_read_enum (GType type,
                    const char *text,
                    int first,
                    int last,
                    const char *what,
                    int *value,
                    GError **error)
{
  g_autofree char *word = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GString) list = NULL;

  if (text == NULL)
    return TRUE;
  word = fold_word (text);
  for (*value = first; *value <= last; (*value)++)
    if (g_ascii_strcasecmp (mull_enum_nick (type, *value), word) == 0)
      return TRUE;
  shown = mull_cli_shown (text);
  list = g_string_new (NULL);
  for (int i = first; i <= last; i++)
    g_string_append_printf (list, "%s%s", i > first ? ", " : "", mull_enum_nick (type, i));
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               /* Translators: what was typed, what it was typed for ("--kind"), and what may be
                * typed there: words divided by commas */
               _ ("“%s” is not known for %s. Choose one of: %s."), shown, what, list->str);
  return FALSE;
}

/**
 * mull_cli_read_day:
 * @text: (nullable): as the rep types days: "fri", "+2w", "2026-03-01"
 * @option: what it was given for
 * @day: (inout): a day that may lie ahead; as it was if there is no text
 */
gboolean
mull_cli_read_day (MullWorkspace *workspace,
                   const char *text,
                   const char *option,
                   MullDay *day,
                   GError **error)
{
  if (text == NULL)
    return TRUE;
  return check_utf8 (text, option, error) &&
         mull_day_parse_typed (text, mull_workspace_get_today (workspace), day, error);
}

/**
 * mull_cli_read_past_day:
 * @text: (nullable): as mull_cli_read_day() takes it
 * @day: (inout): a day that was; names of days look back; as it was if there is no text
 */
gboolean
mull_cli_read_past_day (MullWorkspace *workspace,
                        const char *text,
                        const char *option,
                        MullDay *day,
                        GError **error)
{
  if (text == NULL)
    return TRUE;
  return check_utf8 (text, option, error) &&
         mull_day_parse_typed_past (text, mull_workspace_get_today (workspace), day, error);
}

/* Whether the end of @text is a time of day, "14:05"; @length is what stands before it. */
static gboolean
split_time (const char *text, gsize *length, int *minute)
{
  gsize n = strlen (text);
  const char *at = n >= 5 ? text + n - 5 : NULL;
  int hours, minutes;

  if (at == NULL || !g_ascii_isdigit (at[0]) || !g_ascii_isdigit (at[1]) || at[2] != ':' ||
      !g_ascii_isdigit (at[3]) || !g_ascii_isdigit (at[4]))
    return FALSE;
  hours = 10 * g_ascii_digit_value (at[0]) + g_ascii_digit_value (at[1]);
  minutes = 10 * g_ascii_digit_value (at[3]) + g_ascii_digit_value (at[4]);
  if (hours > 23 || minutes > 59 || (at > text && at[-1] != ' ' && at[-1] != 'T'))
    return FALSE;
  *minute = 60 * hours + minutes;
  *length = at > text ? n - 6 : 0;
  return TRUE;
}

/**
 * mull_cli_read_instant:
 * @text: (nullable): a day that was, and a time of that day if it is known: "yesterday 14:05"
 * @at: (inout): when that was; noon, or now if it is earlier, of a day without a time; as it was
 *   if there is no text
 */
gboolean
mull_cli_read_instant (MullWorkspace *workspace,
                       const char *text,
                       const char *option,
                       gint64 *at,
                       GError **error)
{
  MullDay day = mull_workspace_get_today (workspace);
  gint64 now = mull_workspace_get_now (workspace);
  g_autofree char *day_text = NULL;
  gboolean has_time;
  gsize length = 0;
  int minute = 12 * 60;

  if (text == NULL)
    return TRUE;
  if (!check_utf8 (text, option, error))
    return FALSE;
  has_time = split_time (text, &length, &minute);
  day_text = has_time ? g_strndup (text, length) : g_strdup (text);
  if ((!has_time || *day_text != '\0') &&
      !mull_cli_read_past_day (workspace, day_text, option, &day, error))
    return FALSE;
  *at =
      mull_day_instant_at (day, minute, mull_clock_get_zone (mull_workspace_get_clock (workspace)));
  if (!has_time && day == mull_workspace_get_today (workspace))
    *at = now;
  if (*at <= now)
    return TRUE;
  g_set_error_literal (
      error, MULL_ERROR, MULL_ERROR_INVALID,
      _ ("That moment is still to come. Log what has happened, and plan what will happen."));
  return FALSE;
}

/**
 * mull_cli_read_number:
 * @text: (nullable): a whole number
 * @min: the smallest number that is allowed, at least 0
 * @max: the largest one
 * @number: (inout): from @min to @max; as it was if there is no text
 */
gboolean
mull_cli_read_number (const char *text,
                      const char *option,
                      int min,
                      int max,
                      int *number,
                      GError **error)
{
  g_autofree char *shown = NULL;
  guint64 value;

  if (text == NULL)
    return TRUE;
  if (g_ascii_string_to_unsigned (text, 10, (guint64) min, (guint64) max, &value, NULL))
    {
      *number = (int) value;
      return TRUE;
    }
  shown = mull_cli_shown (text);
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               /* Translators: what was typed, an option ("--minutes"), the smallest and the
                * largest number */
               _ ("“%s” does not fit %s. Give a whole number from %d to %d."), shown, option, min,
               max);
  return FALSE;
}

/**
 * mull_cli_read_money:
 * @text: an amount with a point before its decimals, whatever the locale
 * @currency: (nullable): its currency; that of the locale if there is none
 * @money: (out): the amount, never below zero
 */
gboolean
mull_cli_read_money (const char *text, const char *currency, MullMoney *money, GError **error)
{
  g_autofree char *code = NULL;

  if (!check_utf8 (text, "--value", error) ||
      (currency != NULL && !check_utf8 (currency, "--currency", error)))
    return FALSE;
  code = currency != NULL ? g_utf8_strup (currency, -1) : g_strdup (mull_currency_of_locale ());
  if (!mull_money_init (money, 0, code, error) || !mull_money_parse (text, '.', code, money, error))
    return FALSE;
  if (money->minor >= 0)
    return TRUE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                       _ ("The value of a deal is not below zero. Leave the sign out."));
  return FALSE;
}
