/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-promise-forms"

#include "config.h"

#include "mull-promise-forms.h"

#include "mull-commitment-explain.h"
#include "mull-commitment-ops.h"
#include "mull-error.h"
#include "mull-own-it-rules.h"
#include "mull-proof-of-concept.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

static MullCommitment *
find (MullDossier *dossier, gint64 commitment_id)
{
  for (guint i = 0; i < dossier->commitments->len; i++)
    if (((MullCommitment *) dossier->commitments->pdata[i])->record.id == commitment_id)
      return dossier->commitments->pdata[i];
  return NULL;
}

static void
add_firmness (MullFormDialog *form)
{
  const char *firmnesses[MULL_FIRMNESS_HOPE + 2] = { NULL };

  for (int i = 0; i <= MULL_FIRMNESS_HOPE; i++)
    firmnesses[i] = mull_firmness_label ((MullFirmness) i);
  mull_form_dialog_add_choice (form, "firmness", _ ("How firmly?"), firmnesses, MULL_FIRMNESS_SURE);
}

/* ── Agreed anew ──────────────────────────────────────────────────────── */

static gboolean
finish_renegotiation (MullFormDialog *form,
                      MullWorkspace *workspace,
                      gpointer record,
                      GError **error)
{
  MullCommitment *old = record;
  g_autoptr (MullCommitment) instead = mull_commitment_new ();

  mull_take_text (&instead->words, mull_form_dialog_dup_text (form, "words"));
  instead->firmness = (MullFirmness) mull_form_dialog_get_choice (form, "firmness");
  return mull_form_dialog_get_day (form, "due", &instead->due_on, error) &&
         mull_commitment_ops_renegotiate (workspace, old->record.id, instead, NULL, error);
}

/**
 * mull_renegotiate_form_present:
 *
 * Replaces a promise by what was agreed instead.
 *
 * Returns: (transfer none) (nullable): the form
 */
MullFormDialog *
mull_renegotiate_form_present (GtkWidget *from,
                               MullWorkspace *workspace,
                               MullDossier *dossier,
                               gint64 commitment_id)
{
  MullCommitment *commitment = find (dossier, commitment_id);
  MullFormDialog *form;

  if (commitment == NULL)
    return NULL;
  form = mull_form_dialog_new (from, workspace, mull_commitment_copy (commitment), _ ("Agree anew"),
                               _ ("_Agree"), finish_renegotiation);
  mull_form_dialog_add_line (form, "words", _ ("What is promised now?"), commitment->words);
  mull_form_dialog_add_day (form, "due", _ ("By when?"), MULL_DAY_NONE, FALSE);
  add_firmness (form);
  return mull_form_dialog_present_for_deal (form, dossier->deal, "renegotiate", commitment->uuid);
}

/* ── The proof ────────────────────────────────────────────────────────── */

/* The touches from which one shows it, newest first, as many as one looks through. */
#define N_PROOFS 12

static GArray *
list_proofs (MullDossier *dossier, GPtrArray *names, GTimeZone *zone)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = dossier->entries->len; i > 0 && ids->len < N_PROOFS; i--)
    {
      const MullEntry *entry = dossier->entries->pdata[i - 1];
      g_autofree char *day = mull_day_format_relative (
          mull_day_from_instant (entry->happened_at, zone), dossier->today);
      g_auto (GStrv) lines = g_strsplit (entry->text, "\n", 2);

      g_ptr_array_add (
          names, g_strdup_printf ("%s · %s%s%s", day,
                                  mull_touch_phrase (entry->kind, entry->direction, entry->reached),
                                  lines[0] != NULL && *lines[0] != '\0' ? " · " : "",
                                  lines[0] != NULL ? lines[0] : ""));
      g_array_append_val (ids, entry->record.id);
    }
  return ids;
}

static gboolean
finish_proof (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullCommitment *commitment = record;
  g_autoptr (MullDossier) dossier = mull_dossier_load (workspace, commitment->deal_id, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ids = NULL;
  guint choice = mull_form_dialog_get_choice (form, "proof");

  if (dossier == NULL)
    return FALSE;
  ids = list_proofs (dossier, names, mull_clock_get_zone (mull_workspace_get_clock (workspace)));
  return mull_commitment_ops_settle (workspace, commitment->record.id, MULL_COMMITMENT_KEPT,
                                     choice < ids->len ? g_array_index (ids, gint64, choice) : 0,
                                     error);
}

/**
 * mull_promise_proof_form_present:
 *
 * Says that a promise was kept, and which entry shows it: its day is the one that counts.
 *
 * Returns: (transfer none) (nullable): the form
 */
MullFormDialog *
mull_promise_proof_form_present (GtkWidget *from,
                                 MullWorkspace *workspace,
                                 MullDossier *dossier,
                                 gint64 commitment_id)
{
  MullCommitment *commitment = find (dossier, commitment_id);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ids = NULL;
  MullFormDialog *form;

  if (commitment == NULL)
    return NULL;
  ids = list_proofs (dossier, names, mull_clock_get_zone (mull_workspace_get_clock (workspace)));
  g_ptr_array_add (names, g_strdup (_ ("Nothing on the timeline")));
  g_ptr_array_add (names, NULL);
  form = mull_form_dialog_new (from, workspace, mull_commitment_copy (commitment), _ ("Kept"),
                               _ ("_Kept"), finish_proof);
  mull_form_dialog_add_note (form, commitment->words);
  mull_form_dialog_add_choice (form, "proof", _ ("What shows it?"),
                               (const char *const *) names->pdata, 0);
  return mull_form_dialog_present (form);
}

/* ── Why? ─────────────────────────────────────────────────────────────── */

static gboolean
finish_why (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  return TRUE;
}

static void
add_reasons (MullFormDialog *form, GPtrArray *reasons)
{
  for (guint i = 0; i < reasons->len; i++)
    mull_form_dialog_add_note (form, ((const MullReason *) reasons->pdata[i])->text);
}

/**
 * mull_promise_why_present:
 *
 * Says why a promise stands as it does.
 *
 * Returns: (transfer none) (nullable): the form
 */
MullFormDialog *
mull_promise_why_present (GtkWidget *from,
                          MullWorkspace *workspace,
                          MullDossier *dossier,
                          gint64 commitment_id)
{
  MullCommitment *commitment = find (dossier, commitment_id);
  GTimeZone *zone = mull_clock_get_zone (mull_workspace_get_clock (workspace));
  g_autoptr (GPtrArray) reasons = NULL;
  g_autoptr (GPtrArray) owning = NULL;
  MullFormDialog *form;

  if (commitment == NULL)
    return NULL;
  reasons = mull_commitment_explain (commitment, dossier->commitments, &dossier->thresholds,
                                     dossier->today);
  owning = mull_own_it_explain (commitment,
                                mull_commitment_is_touched (commitment, dossier->entries, zone),
                                &dossier->thresholds, dossier->today);
  form = mull_form_dialog_new (
      from, workspace, mull_commitment_copy (commitment),
      mull_commitment_label (commitment, &dossier->thresholds, dossier->today), _ ("_Close"),
      finish_why);
  mull_form_dialog_add_note (form, commitment->words);
  add_reasons (form, reasons);
  add_reasons (form, owning);
  return mull_form_dialog_present (form);
}

/* ── A proof of concept ───────────────────────────────────────────────── */

static char *
key_of (guint i)
{
  return g_strdup_printf ("line-%u", i);
}

static gboolean
finish_proof_of_concept (MullFormDialog *form,
                         MullWorkspace *workspace,
                         gpointer record,
                         GError **error)
{
  MullDeal *deal = record;
  MullDay today = mull_workspace_get_today (workspace);
  g_autoptr (GPtrArray) promises = NULL;
  MullDay begins_on;

  if (!mull_form_dialog_get_day (form, "begins", &begins_on, error))
    return FALSE;
  if (begins_on == MULL_DAY_NONE || begins_on <= today)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("Both sides prepare before a trial begins: choose a day after "
                              "today."));
      return FALSE;
    }
  promises = mull_proof_of_concept_new (
      deal->record.id, mull_form_dialog_get_person (form, "person"), today, begins_on);
  /* A line that was emptied is promised by nobody. */
  for (guint i = promises->len; i > 0; i--)
    {
      MullCommitment *promise = promises->pdata[i - 1];
      g_autofree char *key = key_of (i - 1);

      mull_take_text (&promise->words, g_strstrip (mull_form_dialog_dup_text (form, key)));
      if (*promise->words == '\0')
        g_ptr_array_remove_index (promises, i - 1);
    }
  if (promises->len == 0)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("Leave at least one line: somebody has to promise something."));
      return FALSE;
    }
  return mull_commitment_ops_promise_all (workspace, promises,
                                          /* Translators: a step of the history */
                                          _ ("Agree on a proof of concept"), error);
}

/**
 * mull_proof_of_concept_form_present:
 *
 * Writes down what both sides promise before a proof of concept: objectives, requirements, process
 * and preparation, each to be worded anew or left out.
 *
 * Returns: (transfer none): the form
 */
MullFormDialog *
mull_proof_of_concept_form_present (GtkWidget *from, MullWorkspace *workspace, MullDossier *dossier)
{
  gint64 person_id = dossier->people->len > 0
                         ? ((MullDossierPerson *) dossier->people->pdata[0])->person->record.id
                         : 0;
  MullFormDialog *form =
      mull_form_dialog_new (from, workspace, mull_deal_copy (dossier->deal), _ ("Proof of concept"),
                            _ ("_Agree"), finish_proof_of_concept);

  mull_form_dialog_add_day (form, "begins", _ ("When does the trial begin?"), MULL_DAY_NONE, FALSE);
  mull_form_dialog_add_person (form, "person", _ ("With whom do you agree on it?"), dossier,
                               person_id);
  for (guint i = 0; i < MULL_PROOF_N * 2; i++)
    {
      MullProofLine line = (MullProofLine) (i / 2);
      MullSide side = i % 2 == 0 ? MULL_SIDE_THEM : MULL_SIDE_US;
      g_autofree char *key = key_of (i);
      /* Translators: a part of a trial ("Objectives") and whose promise it is ("They said") */
      g_autofree char *label =
          g_strdup_printf (_ ("%1$s · %2$s"), mull_proof_line_label (line), mull_side_label (side));

      mull_form_dialog_add_line (form, key, label, mull_proof_line_words (line, side));
    }
  return mull_form_dialog_present_for_deal (form, dossier->deal, "proof-of-concept", "");
}
