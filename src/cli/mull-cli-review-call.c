/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-review-call"

#include "config.h"

#include "mull-call-plan.h"
#include "mull-call-review-ops.h"
#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-error.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/* ── What was got, and what not ───────────────────────────────────────── */

static void
add_item (GPtrArray *items, const char *text, gboolean got)
{
  MullCallReviewItem *item = mull_call_review_item_new ();

  mull_set_text (&item->text, text);
  item->got = got;
  g_ptr_array_add (items, item);
}

/* By number, or by its words; %NULL if it is not in the plan. */
static MullCallReviewItem *
find_item (GPtrArray *items, const char *text)
{
  guint64 number;

  if (items->len > 0 && g_ascii_string_to_unsigned (text, 10, 1, items->len, &number, NULL))
    return g_ptr_array_index (items, (guint) number - 1);
  for (guint i = 0; i < items->len; i++)
    {
      MullCallReviewItem *item = g_ptr_array_index (items, i);

      if (g_ascii_strcasecmp (item->text, text) == 0)
        return item;
    }
  return NULL;
}

/* The plan of the call, without what is missing; something that was not planned may be missing,
 * too. */
static gboolean
make_items (const MullDeal *deal, char **missing, GPtrArray *items, GError **error)
{
  g_auto (GStrv) must = mull_call_plan_split (deal->plan_must);

  for (guint i = 0; must[i] != NULL; i++)
    add_item (items, must[i], TRUE);
  for (guint i = 0; missing != NULL && missing[i] != NULL; i++)
    {
      MullCallReviewItem *item = NULL;

      if (!g_utf8_validate (missing[i], -1, NULL))
        {
          g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                               _ ("What follows --missing is no text. Type it again."));
          return FALSE;
        }
      item = find_item (items, missing[i]);
      if (item != NULL)
        item->got = FALSE;
      else
        add_item (items, missing[i], FALSE);
    }
  return TRUE;
}

/* ── The command ──────────────────────────────────────────────────────── */

static gboolean
keep (MullCliContext *context,
      const MullDeal *deal,
      MullCallReview *review,
      char **missing,
      GPtrArray *items,
      GError **error)
{
  g_autoptr (MullEntry) entry = NULL;
  g_autoptr (GError) local_error = NULL;

  entry = mull_call_review_find_entry (context->workspace, deal->record.id, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (entry == NULL)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                   _ ("There is no call or meeting on “%s” in which somebody was there. Log it "
                      "first, with “mulligan log”."),
                   deal->title);
      return FALSE;
    }
  review->entry_id = entry->record.id;
  return make_items (deal, missing, items, error) &&
         mull_call_review_ops_keep (context->workspace, review, items, NULL, error);
}

static void
print (GString *out, const MullDeal *deal, GPtrArray *items)
{
  guint n_got = 0;

  for (guint i = 0; i < items->len; i++)
    n_got += ((MullCallReviewItem *) items->pdata[i])->got;
  if (items->len == 0)
    /* Translators: %s is the title of a deal */
    g_string_append_printf (out, _ ("Looked back on the last call on “%s”."), deal->title);
  else
    g_string_append_printf (out,
                            /* Translators: the title of a deal, and how many must-haves of the call
                               were got, and of how many */
                            _ ("Looked back on the last call on “%1$s”: got %2$u of %3$u."),
                            deal->title, n_got, items->len);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < items->len; i++)
    {
      const MullCallReviewItem *item = items->pdata[i];

      if (!item->got)
        /* Translators: %s is what was missing after a call */
        g_string_append_printf (out, _ ("Left without: %s"), item->text);
      if (!item->got)
        g_string_append_c (out, '\n');
    }
}

static int
run_review_call (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_auto (GStrv) missing = NULL;
  g_autofree char *question = NULL;
  gboolean next = FALSE, no_next = FALSE;
  const GOptionEntry entries[] = {
    { "missing", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &missing, NULL, NULL },
    MULL_CLI_TEXT ("question", &question),
    MULL_CLI_FLAG ("next", &next),
    MULL_CLI_FLAG ("no-next", &no_next),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 1, &status);
  g_autoptr (MullDeal) deal = NULL;
  g_autoptr (MullCallReview) review = mull_call_review_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (mull_record_unref);
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  if (next && no_next)
    return mull_cli_wrong_usage (context, command, _ ("Choose one of --next and --no-next."));
  review->next_commitment = next      ? MULL_TERNARY_YES
                            : no_next ? MULL_TERNARY_NO
                                      : MULL_TERNARY_UNKNOWN;
  if (question != NULL)
    mull_set_text (&review->question, question);
  deal = mull_cli_find_deal (context->workspace, rest[0], &error);
  if (deal == NULL || !keep (context, deal, review, missing, items, &error))
    return mull_cli_refuse (context, error);
  print (context->out, deal, items);
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_review_call_commands[] = {
  { "review-call", "DEAL [--missing WORDS]... [--next|--no-next] [--question WORDS]",
    N_ ("Look back on the last call: what is missing becomes a hole"), run_review_call },
  { NULL, NULL, NULL, NULL },
};
