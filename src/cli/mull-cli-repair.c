/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-repair"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-options.h"
#include "mull-rescue.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/* Works on data that cannot be opened, so there is no workspace. */

static void
print_options (MullCliContext *context, const MullDamageReport *report)
{
  GTimeZone *zone = mull_clock_get_zone (context->clock);

  for (guint i = 0; i < report->options->len; i++)
    {
      const MullRepairOption *option = mull_damage_report_get_option (report, i);
      g_autofree char *title = mull_rescue_dup_title (option, zone);
      g_autofree char *subtitle = mull_rescue_dup_subtitle (report, option);

      g_string_append_printf (context->out, "%u  %s\n   %s\n", i + 1, title, subtitle);
      if (option->list != NULL)
        {
          g_autofree char *name = g_filename_display_name (option->list);
          g_autofree char *shown = mull_text_strip_bidi (name);

          g_string_append_printf (context->out, "   %s\n", shown);
        }
    }
}

static int
carry_out (MullCliContext *context, const MullDamageReport *report, guint index)
{
  const MullRepairOption *option = mull_damage_report_get_option (report, index);
  g_autofree char *title = mull_rescue_dup_title (option, mull_clock_get_zone (context->clock));
  g_autoptr (GError) error = NULL;

  if (!mull_rescue_carry_out (context->data_folder, report, option,
                              mull_clock_get_now (context->clock), &error))
    return mull_cli_refuse (context, error);
  g_string_append_printf (context->out, "%s\n", title);
  if (report->copy != NULL)
    {
      g_autofree char *name = g_filename_display_name (report->place);
      g_autofree char *shown = mull_text_strip_bidi (name);

      /* Translators: the argument is the name of a folder */
      mull_cli_say (context, _ ("The damaged file is kept in “%s”."), shown);
    }
  return MULL_CLI_DONE;
}

/* @number: (nullable): what was typed. Returns: the index of the option, or -1 */
static int
choose (const MullDamageReport *report, const char *number)
{
  guint64 chosen = 0;

  if (number == NULL)
    return mull_damage_report_find_complete (report);
  if (!g_ascii_string_to_unsigned (number, 10, 1, report->options->len, &chosen, NULL))
    return -1;
  return (int) chosen - 1;
}

static int
repair (MullCliContext *context,
        const MullCliCommand *command,
        const MullDamageReport *report,
        const char *number,
        gboolean only_list)
{
  int index = only_list ? -1 : choose (report, number);

  if (index >= 0)
    return carry_out (context, report, (guint) index);
  if (only_list)
    {
      print_options (context, report);
      return MULL_CLI_DONE;
    }
  if (number != NULL)
    return mull_cli_wrong_usage (context, command,
                                 _ ("“mulligan repair --list” says which numbers there are."));
  g_string_append_printf (
      context->err, "%s\n",
      _ ("No way keeps everything, so you have to choose: “mulligan repair --list” says what each "
         "keeps, and “mulligan repair NUMBER” takes it."));
  return MULL_CLI_REFUSED;
}

static int
run_repair (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  gboolean only_list = FALSE;
  const GOptionEntry entries[] = {
    MULL_CLI_FLAG ("list", &only_list),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 0, 1, &status);
  g_autoptr (MullDamageReport) report = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  report = mull_rescue_examine (context->data_folder, context->clock, &error);
  if (report == NULL)
    return mull_cli_refuse (context, error);
  status = repair (context, command, report, rest[0], only_list);
  mull_rescue_forget (report);
  return status;
}

const MullCliCommand mull_cli_repair_commands[] = {
  { "repair", "[--list | NUMBER]",
    N_ ("Replace damaged or missing data with the best that is left of it"), run_repair, TRUE },
  { NULL, NULL, NULL, NULL },
};
