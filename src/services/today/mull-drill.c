/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-drill"

#include "config.h"

#include "mull-drill.h"

#include "mull-drill-rules.h"
#include "mull-drill-store.h"
#include "mull-hole-rules.h"
#include "mull-ops-private.h"
#include "mull-record-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/* ── Reading ──────────────────────────────────────────────────────────── */

static void
collect (const MullDossier *dossier, MullDrillFacts *facts)
{
  *facts = (MullDrillFacts){ .deal = dossier->deal, .n_people = dossier->people->len };
  for (guint i = 0; i < G_N_ELEMENTS (dossier->answers); i++)
    {
      const MullQualification *answer = dossier->answers[i];

      facts->n_unsure += answer == NULL || answer->answer == MULL_TERNARY_UNKNOWN;
      facts->n_no += answer != NULL && answer->answer == MULL_TERNARY_NO;
    }
  for (guint i = 0; i < dossier->people->len; i++)
    {
      const MullDossierPerson *person = dossier->people->pdata[i];

      facts->decides |= person->member->decides == MULL_TERNARY_YES;
    }
  facts->has_next_step = dossier->next.kind != MULL_NEXT_STEP_NONE;
  facts->has_spoken = dossier->facts.heard_on != MULL_DAY_NONE;
}

/**
 * mull_drill_load:
 * @last_id: the deal that was drilled last, or 0
 * @rand: by whose chance
 *
 * Returns: (transfer full) (nullable): one round; %NULL without an error if no deal is open and not
 *   quiet
 */
MullDrill *
mull_drill_load (MullWorkspace *workspace, gint64 last_id, GRand *rand, GError **error)
{
  g_autoptr (GArray) ids =
      mull_drill_store_list_deals (mull_workspace_get_database (workspace), error);
  g_autoptr (MullDossier) dossier = NULL;
  MullDrillFacts facts;
  MullDrill *self;
  gint64 deal_id;

  if (ids == NULL)
    return NULL;
  deal_id = mull_drill_choose ((const gint64 *) (gpointer) ids->data, ids->len, last_id, rand);
  if (deal_id == 0)
    return NULL;
  dossier = mull_dossier_load (workspace, deal_id, error);
  if (dossier == NULL)
    return NULL;
  collect (dossier, &facts);
  self = g_new0 (MullDrill, 1);
  self->missing = mull_drill_list_missing (&facts);
  self->dossier = g_steal_pointer (&dossier);
  return self;
}

/**
 * mull_drill_free:
 * @self: (transfer full): a round
 */
void
mull_drill_free (MullDrill *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->dossier, mull_dossier_unref);
  g_clear_pointer (&self->missing, g_strfreev);
  g_free (self);
}

/**
 * mull_hole_figures_load:
 * @from: the first day
 * @to: the last day
 * @figures: (out caller-allocates): what became of the holes that were left on these days
 *
 * Returns: %FALSE if they could not be read
 */
gboolean
mull_hole_figures_load (MullWorkspace *workspace,
                        MullDay from,
                        MullDay to,
                        MullHoleFigures *figures,
                        GError **error)
{
  GTimeZone *zone = mull_clock_get_zone (mull_workspace_get_clock (workspace));
  g_autoptr (GArray) lives = mull_hole_life_store_list (
      mull_workspace_get_database (workspace), mull_day_start_instant (from, zone),
      mull_day_start_instant (to + 1, zone), error);

  if (lives == NULL)
    return FALSE;
  *figures = mull_hole_figures ((const MullHoleLife *) (gpointer) lives->data, lives->len);
  return TRUE;
}

/* ── Writing ──────────────────────────────────────────────────────────── */

typedef struct
{
  MullClock *clock;
  MullHole *hole;
} FindArgs;

static gboolean
write_hole (MullDatabase *db, gpointer user_data, GError **error)
{
  FindArgs *args = user_data;
  /* Translators: a line of the timeline: %s is what the drill found to be missing */
  g_autofree char *text = g_strdup_printf (_ ("Drill: %s"), args->hole->text);

  return mull_ops_write_entry (db, args->clock, args->hole->deal_id, MULL_ENTRY_DRILL, text,
                               &args->hole->entry_id, error) &&
         mull_hole_ops_write (db, args->hole, error);
}

/**
 * mull_drill_ops_find_hole:
 * @text: the one glaring hole
 * @hole_id: (out) (optional): the hole, which becomes *the* hole of its deal
 *
 * Opens the hole that the rep found, with the drill on the timeline, as one step.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if it does not say what is missing
 */
gboolean
mull_drill_ops_find_hole (MullWorkspace *workspace,
                          gint64 deal_id,
                          MullHoleKind kind,
                          const char *text,
                          gint64 *hole_id,
                          GError **error)
{
  g_autoptr (MullHole) hole = mull_hole_new ();
  g_autofree char *label = NULL;
  FindArgs args = { mull_workspace_get_clock (workspace), hole };

  hole->deal_id = deal_id;
  hole->kind = kind;
  hole->source = MULL_HOLE_SOURCE_DRILL;
  mull_take_text (&hole->uuid, mull_uuid_new ());
  mull_set_text (&hole->text, text);
  hole->created_at = mull_workspace_get_now (workspace);
  hole->left_at = hole->created_at;
  /* Translators: a field of a form, named in an error message */
  if (!mull_ops_clean_line (&hole->text, _ ("What is missing"), error) ||
      !mull_hole_check (hole, error))
    return FALSE;
  /* Translators: a step of the history; %s is what the drill found to be missing */
  label = g_strdup_printf (_ ("Drill: %s"), hole->text);
  if (!mull_workspace_transact (workspace, MULL_OP_OPEN_HOLE, label, deal_id, write_hole, &args,
                                error))
    return FALSE;
  if (hole_id != NULL)
    *hole_id = hole->record.id;
  return TRUE;
}
