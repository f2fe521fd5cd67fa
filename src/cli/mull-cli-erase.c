/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-erase"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-erasure.h"
#include "mull-error.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

static void
say_lines (MullCliContext *context, const char *heading, char **lines)
{
  mull_cli_say (context, "%s", heading);
  for (guint i = 0; lines[i] != NULL; i++)
    mull_cli_say (context, "  %s", lines[i]);
}

static void
say_holders (MullCliContext *context, const GPtrArray *holders)
{
  if (holders->len == 0)
    {
      mull_cli_say (context, "%s", _ ("No backup and no other copy holds them."));
      return;
    }
  mull_cli_say (context, "%s", _ ("Copies that still hold them, or cannot be looked into:"));
  for (guint i = 0; i < holders->len; i++)
    {
      g_autofree char *shown =
          g_filename_display_name (((const MullErasureHolder *) holders->pdata[i])->path);

      mull_cli_say (context, "  %s", shown);
    }
}

static void
plan (MullCliContext *context, const MullErasure *erasure)
{
  g_auto (GStrv) goes = mull_erasure_list_goes (erasure);
  g_auto (GStrv) stays = mull_erasure_list_stays (context->workspace, erasure);
  g_autoptr (GPtrArray) holders = mull_erasure_find_holders (context->workspace, erasure);
  g_autofree char *name = mull_text_strip_bidi (erasure->name);
  g_autofree char *heading =
      /* Translators: %s is the name of a person */
      g_strdup_printf (_ ("Erasing “%s” would remove for good:"), name);

  say_lines (context, heading, goes);
  say_lines (context, _ ("What stays:"), stays);
  say_holders (context, holders);
  mull_cli_say (context, "%s",
                _ ("This cannot be undone. A backup is made before. Say --yes to do it, and "
                   "--with-copies to remove the copies, too."));
}

static int
remove_copies (MullCliContext *context, const MullErasure *erasure, const GPtrArray *holders)
{
  int status = MULL_CLI_DONE;

  for (guint i = 0; i < holders->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!mull_erasure_remove_holder (context->workspace, erasure, holders->pdata[i], &error))
        status = mull_cli_refuse (context, error);
    }
  return status;
}

/* One of those that hold them may be the only backup. */
static int
refuse_copies (MullCliContext *context)
{
  g_autoptr (GError) error = g_error_new_literal (
      MULL_ERROR, MULL_ERROR_IO,
      _ ("A backup without them could not be made, so the copies were kept. Make a backup, and "
         "delete the copies by hand then."));

  return mull_cli_refuse (context, error);
}

static int
erase (MullCliContext *context, MullErasure *erasure, gboolean with_copies)
{
  g_autofree char *name = mull_text_strip_bidi (erasure->name);
  g_autoptr (GPtrArray) holders = NULL;
  g_autoptr (GError) error = NULL;
  int status = MULL_CLI_DONE;

  if (!mull_erasure_run (context->workspace, erasure, &error))
    return mull_cli_refuse (context, error);
  /* Translators: %s is the name of a person */
  mull_cli_say (context, _ ("“%s” is erased."), name);
  if (!erasure->is_emptied)
    mull_cli_say (context, "%s",
                  _ ("The log of the data file, which may still hold them, could not be emptied. "
                     "That is done when the data is closed."));
  holders = mull_erasure_find_holders (context->workspace, erasure);
  if (with_copies && erasure->has_clean_backup)
    {
      status = remove_copies (context, erasure, holders);
      g_ptr_array_unref (g_steal_pointer (&holders));
      holders = mull_erasure_find_holders (context->workspace, erasure);
    }
  else if (with_copies && holders->len > 0)
    status = refuse_copies (context);
  say_holders (context, holders);
  return status;
}

static int
run_erase (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  gboolean yes = FALSE, with_copies = FALSE;
  const GOptionEntry entries[] = {
    MULL_CLI_FLAG ("yes", &yes),
    MULL_CLI_FLAG ("with-copies", &with_copies),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 2, 2, &status);
  g_autoptr (MullErasure) erasure = NULL;
  g_autoptr (GError) error = NULL;
  gint64 person_id = 0, company_id = 0;

  if (rest == NULL)
    return status;
  if (!g_str_equal (rest[0], "person") || (with_copies && !yes))
    return mull_cli_wrong_usage (context, command,
                                 with_copies ? _ ("--with-copies goes with --yes.")
                                             : _ ("Only a person can be erased."));
  if (!mull_cli_find_contact (context->workspace, rest[1], &person_id, &company_id, &error))
    return mull_cli_refuse (context, error);
  if (person_id == 0)
    {
      g_set_error_literal (&error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("This is a company. Only a person can be erased; a company goes to "
                              "the trash, and with the trash."));
      return mull_cli_refuse (context, error);
    }
  erasure = mull_erasure_new (context->workspace, person_id, &error);
  if (erasure == NULL)
    return mull_cli_refuse (context, error);
  if (yes)
    return erase (context, erasure, with_copies);
  plan (context, erasure);
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_erase_commands[] = {
  { "erase", "person PERSON [--yes [--with-copies]]",
    N_ ("Say what erasing somebody for good would remove; with --yes, do it"), run_erase },
  { NULL, NULL, NULL, NULL },
};
