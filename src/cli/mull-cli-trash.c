/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-trash"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-cli-table.h"
#include "mull-deal-ops.h"
#include "mull-error.h"
#include "mull-trash.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PAGE_ITEMS 500

/* clang-format off */
static const MullCliColumn columns[] = {
  { "id", "", FALSE, 0 },
  /* Translators: headings of a table of what was deleted */
  { "deleted", N_("Deleted"), FALSE, 0 },
  { "kind", N_("What"), FALSE, 0 },
  { "name", N_("Name"), FALSE, 60 },
  { "place", N_("Where it belongs"), FALSE, 40 },
};
/* clang-format on */

/* What ids begin with. */
static const char *const kind_words[MULL_TRASH_N_KINDS] = {
  [MULL_TRASH_DEAL] = "deal",
  [MULL_TRASH_ENTRY] = "entry",
  [MULL_TRASH_PERSON] = "person",
  [MULL_TRASH_COMPANY] = "company",
};

static void
add_item (MullCliTable *table, MullWorkspace *workspace, const MullTrashItem *item, gboolean csv)
{
  GTimeZone *zone = mull_clock_get_zone (mull_workspace_get_clock (workspace));

  mull_cli_table_take (table,
                       g_strdup_printf ("%s:%" G_GINT64_FORMAT, kind_words[item->kind], item->id));
  mull_cli_table_add_day (table, mull_day_from_instant (item->at, zone));
  mull_cli_table_add (table, csv ? kind_words[item->kind] : mull_trash_item_get_kind_label (item));
  mull_cli_table_take (table, mull_trash_item_dup_name (item));
  mull_cli_table_take (table, csv ? g_strdup (item->place) : mull_trash_item_dup_place (item));
}

static int
list (MullCliContext *context, const char *filter, gboolean csv)
{
  g_autoptr (MullCliTable) table = mull_cli_table_new (columns, G_N_ELEMENTS (columns), csv);
  MullTrashKey after = MULL_TRASH_KEY_FIRST;
  gboolean is_end = FALSE;

  while (!is_end)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) items =
          mull_trash_read (context->workspace, &after, filter, PAGE_ITEMS, &is_end, &error);

      if (items == NULL)
        return mull_cli_refuse (context, error);
      for (guint i = 0; i < items->len; i++)
        add_item (table, context->workspace, items->pdata[i], csv);
    }
  if (csv || mull_cli_table_get_n_rows (table) > 0)
    mull_cli_table_write (table, context->out);
  else
    mull_cli_say (context, *filter != '\0' ? _ ("Nothing in the trash is called so.")
                                           : _ ("The trash is empty."));
  return MULL_CLI_DONE;
}

static gboolean
read_id (const char *text, MullTrashKind *kind, gint64 *id)
{
  for (int i = 0; i < MULL_TRASH_N_KINDS; i++)
    {
      gsize length = strlen (kind_words[i]);

      if (!g_str_has_prefix (text, kind_words[i]) || text[length] != ':')
        continue;
      *kind = (MullTrashKind) i;
      return g_ascii_string_to_signed (text + length + 1, 10, 1, G_MAXINT64, id, NULL);
    }
  return FALSE;
}

static int
restore (MullCliContext *context, const char *text)
{
  g_autofree char *shown = mull_cli_shown (text);
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = mull_workspace_dup_undo_label (context->workspace);
  MullTrashKind kind;
  gint64 id;

  if (!read_id (text, &kind, &id))
    {
      g_set_error (&error, MULL_ERROR, MULL_ERROR_INVALID,
                   _ ("“%s” is not in the trash. “mulligan trash” lists what is, with ids such as "
                      "deal:7."),
                   shown);
      return mull_cli_refuse (context, error);
    }
  if (!mull_trash_restore (context->workspace, kind, id, &error))
    return mull_cli_refuse (context, error);
  label = mull_workspace_dup_undo_label (context->workspace);
  if (label == NULL || g_strcmp0 (label, before) == 0)
    mull_cli_say (context, _ ("“%s” was not in the trash."), shown);
  else
    mull_cli_say (context, "%s", label);
  return MULL_CLI_DONE;
}

static int
put (MullCliContext *context, const char *text, gboolean is_contact)
{
  g_autofree char *label = NULL;
  g_autoptr (MullDeal) deal = NULL;
  g_autoptr (GError) error = NULL;
  gint64 person_id = 0, company_id = 0;
  gboolean good;

  if (!is_contact)
    good = (deal = mull_cli_find_deal (context->workspace, text, &error)) != NULL &&
           mull_deal_ops_trash (context->workspace, deal->record.id, &error);
  else
    good =
        mull_cli_find_contact (context->workspace, text, &person_id, &company_id, &error) &&
        mull_trash_put (context->workspace, person_id != 0 ? MULL_TRASH_PERSON : MULL_TRASH_COMPANY,
                        MAX (person_id, company_id), &error);
  if (!good)
    return mull_cli_refuse (context, error);
  label = mull_workspace_dup_undo_label (context->workspace);
  mull_cli_say (context, "%s", label);
  return MULL_CLI_DONE;
}

static int
empty (MullCliContext *context)
{
  gint64 counts[MULL_TRASH_N_KINDS];
  g_autofree char *what = NULL;
  g_autoptr (GError) error = NULL;
  gboolean can_undo = FALSE;

  if (mull_trash_count (context->workspace, counts, &error) < 0 ||
      !mull_trash_empty (context->workspace, &can_undo, &error))
    return mull_cli_refuse (context, error);
  what = mull_trash_dup_counts (counts);
  if (can_undo)
    /* Translators: %s says how many things of each kind */
    mull_cli_say (context, _ ("The trash is empty: %s. “mulligan undo” brings it back."), what);
  else
    mull_cli_say (context,
                  /* Translators: %s says how many things of each kind */
                  _ ("The trash is empty: %s. That was too much to be undone; it is in the backup "
                     "that was made before."),
                  what);
  return MULL_CLI_DONE;
}

static int
run_trash (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  gboolean csv = FALSE;
  gboolean is_contact = FALSE;
  const GOptionEntry entries[] = {
    MULL_CLI_FLAG ("csv", &csv),
    MULL_CLI_FLAG ("contact", &is_contact),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 0, 2, &status);

  if (rest == NULL)
    return status;
  if (rest[0] == NULL && !is_contact)
    return list (context, "", csv);
  if (g_strcmp0 (rest[0], "put") == 0 && rest[1] != NULL && !csv)
    return put (context, rest[1], is_contact);
  if (rest[0] == NULL || is_contact)
    return mull_cli_wrong_usage (context, command, _ ("--contact goes with put."));
  if (g_str_equal (rest[0], "find") && rest[1] != NULL)
    return list (context, rest[1], csv);
  if (g_str_equal (rest[0], "restore") && rest[1] != NULL && !csv)
    return restore (context, rest[1]);
  if (g_str_equal (rest[0], "empty") && rest[1] == NULL && !csv)
    return empty (context);
  return mull_cli_wrong_usage (context, command,
                               _ ("Say put DEAL, find TEXT, restore ID or empty."));
}

const MullCliCommand mull_cli_trash_commands[] = {
  { "trash",
    "[--csv] | put DEAL | put --contact PERSON|COMPANY | find TEXT [--csv] | restore ID | empty",
    N_ ("List what was deleted, delete something, bring it back, or empty the trash"), run_trash },
  { NULL, NULL, NULL, NULL },
};
