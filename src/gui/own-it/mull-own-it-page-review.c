/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-own-it-page"

#include "config.h"

#include "mull-own-it-page-private.h"

#include "mull-reason.h"
#include "mull-review-desk.h"
#include "mull-review.h"

#include <glib/gi18n-lib.h>

/* No cover: others may be named where one says what was tried, never as the cause. */

/* Looked at when typing pauses, so that no key waits for it. */
#define PAUSE_MS 150
/* More at once are not read. */
#define MAX_SHOWN 3
/* The part of the script that is made of it, whose rules it follows. */
#define BEAT "fact"

#define CHECKS                                                                                     \
  (MULL_REMARK_BIT (MULL_REMARK_EXCUSE) | MULL_REMARK_BIT (MULL_REMARK_BLAME) |                    \
   MULL_REMARK_BIT (MULL_REMARK_HEDGE))

/* Without rules for its language there is nothing to say about words. */
static gboolean
ensure_reviewer (MullOwnItPage *self, const char *text)
{
  g_autofree char *usual = mull_review_desk_dup_language (self->workspace);
  g_autofree char *language = mull_review_desk_dup_text_language (self->workspace, text, usual);
  g_autoptr (GError) error = NULL;

  if (self->reviewer != NULL && g_strcmp0 (language, self->language) == 0)
    return TRUE;
  g_clear_pointer (&self->reviewer, mull_reviewer_unref);
  self->reviewer = mull_review_desk_load (self->workspace, NULL, language,
                                          &self->shown->dossier->thresholds, &error);
  if (self->reviewer == NULL)
    {
      g_debug ("There is no reviewer: %s %d", g_quark_to_string (error->domain), error->code);
      return FALSE;
    }
  self->reviewer->kind = g_strdup ("own-it");
  g_free (self->language);
  self->language = g_steal_pointer (&language);
  return TRUE;
}

static GPtrArray *
list_remarks (MullOwnItPage *self)
{
  GPtrArray *reasons = mull_reasons_new ();
  g_autofree char *text = mull_own_it_page_dup_text (self->cannot);
  MullReviewPiece piece = { BEAT, text, CHECKS, 0 };
  g_autoptr (GPtrArray) remarks = NULL;

  if (*text == '\0' || !ensure_reviewer (self, text))
    return reasons;
  remarks = mull_review_script (&piece, 1, &self->shown->dossier->thresholds, self->reviewer);
  for (guint i = 0; i < MIN (remarks->len, MAX_SHOWN); i++)
    {
      const MullRemark *remark = remarks->pdata[i];

      g_ptr_array_add (reasons,
                       mull_reason_new (MULL_REASON_RULE, 0,
                                        /* Translators: words that the rep wrote, what is wrong with
                                         * them, and what to do: three sentences in a row */
                                        g_strdup_printf (_ ("“%1$s” %2$s %3$s"), remark->words,
                                                         remark->reason, remark->suggestion)));
    }
  return reasons;
}

static gboolean
on_pause_cb (gpointer user_data)
{
  MullOwnItPage *self = user_data;
  g_autoptr (GPtrArray) reasons = NULL;

  if (mull_workspace_is_bulk (self->workspace))
    return G_SOURCE_CONTINUE;
  self->review_source = 0;
  if (self->shown == NULL)
    return G_SOURCE_REMOVE;
  reasons = list_remarks (self);
  mull_reason_list_show (self->remarks, reasons);
  return G_SOURCE_REMOVE;
}

/**
 * mull_own_it_page_schedule_review:
 *
 * Looks for cover in what cannot be done, when typing pauses. It advises and never blocks.
 */
void
mull_own_it_page_schedule_review (MullOwnItPage *self)
{
  g_clear_handle_id (&self->review_source, g_source_remove);
  self->review_source =
      g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, PAUSE_MS, on_pause_cb, self, NULL);
}
