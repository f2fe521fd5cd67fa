/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-proposal"

#include "config.h"

#include "mull-import-proposal.h"

#include "mull-outcome-words.h"

/* A field of a record that is not what the rows are. */
static MullImportTarget
adopt_target (MullImportTarget target, MullImportKind entity, MullImportKind kind)
{
  static const MullImportTarget ids[MULL_N_IMPORT_KINDS] = {
    [MULL_IMPORT_DEALS] = MULL_IMPORT_DEAL_SOURCE_ID,
    [MULL_IMPORT_COMPANIES] = MULL_IMPORT_COMPANY_SOURCE_ID,
    [MULL_IMPORT_PEOPLE] = MULL_IMPORT_PERSON_SOURCE_ID,
  };

  if (entity != kind)
    {
      if (target == MULL_IMPORT_SOURCE_ID)
        target = ids[entity];
      else if (target == MULL_IMPORT_ENTRY_TEXT)
        target = MULL_IMPORT_NOTE_TEXT;
      else if (target == MULL_IMPORT_SUBJECT)
        target = MULL_IMPORT_NEXT_TEXT;
      else if (target == MULL_IMPORT_DUE_ON)
        target = MULL_IMPORT_NEXT_ON;
      else if (target == MULL_IMPORT_CREATED_AT)
        target = MULL_IMPORT_IGNORED;
    }
  return mull_import_target_is_for (target, kind) ? target : MULL_IMPORT_IGNORED;
}

static const MullHeaderRule *
find_rule (const MullImportProposal *proposal, const MullImportClue *clue)
{
  MullImportKind kind = mull_import_mapping_get_kind (proposal->mapping);
  const MullHeaderRule *own;

  if (clue->is_foreign)
    return NULL;
  switch (proposal->source)
    {
    case MULL_IMPORT_SOURCE_PIPEDRIVE:
      return mull_import_clue_find_pipedrive_rule (clue, kind);
    case MULL_IMPORT_SOURCE_HUBSPOT:
      return mull_header_rule_find (mull_hubspot_headers, mull_n_hubspot_headers, kind, clue->key);
    case MULL_IMPORT_SOURCE_OWN:
      own = mull_header_rule_find (mull_own_headers, mull_n_own_headers, kind, clue->key);
      if (own != NULL)
        return own;
      break;
    case MULL_IMPORT_SOURCE_VCARD:
    case MULL_IMPORT_SOURCE_OTHER:
      break;
    }
  return mull_header_rule_find (mull_common_headers, mull_n_common_headers, kind, clue->key);
}

/* An address comes whole, perhaps twice, or in parts: one whole one is enough. */
static void
drop_other_addresses (MullImportProposal *proposal)
{
  gboolean has_whole = FALSE;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < proposal->clues->len; i++)
      {
        const MullImportClue *clue = mull_import_clues_get (proposal->clues, i);
        gboolean is_whole = clue->role == MULL_HEADER_WHOLE;

        if (mull_import_mapping_get_column (proposal->mapping, i)->target !=
                MULL_IMPORT_COMPANY_ADDRESS ||
            is_whole != (pass == 0) || mull_csv_column_get_n_values (clue->column) == 0)
          continue;
        if (has_whole)
          mull_import_mapping_set_target (proposal->mapping, i, MULL_IMPORT_IGNORED);
        has_whole = has_whole || is_whole;
      }
}

static void
apply_headers (MullImportProposal *proposal)
{
  MullImportKind kind = mull_import_mapping_get_kind (proposal->mapping);

  for (guint i = 0; i < proposal->clues->len; i++)
    {
      MullImportClue *clue = mull_import_clues_get (proposal->clues, i);
      const MullHeaderRule *rule = find_rule (proposal, clue);
      MullImportTarget target;

      if (rule == NULL)
        continue;
      target = adopt_target (rule->target, clue->has_prefix ? clue->entity : kind, kind);
      clue->is_decided = TRUE;
      clue->role = rule->role;
      mull_import_mapping_set_target (proposal->mapping, i, target);
      if (rule->label != NULL && target != MULL_IMPORT_IGNORED)
        mull_import_mapping_set_label (proposal->mapping, i, rule->label);
    }
  drop_other_addresses (proposal);
}

static gboolean
has_target (const MullImportProposal *proposal, MullImportTarget target)
{
  return mull_import_mapping_has_target (proposal->mapping, target);
}

static void
propose_target (MullImportProposal *proposal, guint index, MullImportTarget target)
{
  if (!mull_import_target_is_for (target, mull_import_mapping_get_kind (proposal->mapping)))
    return;
  mull_import_mapping_set_target (proposal->mapping, index, target);
  mull_import_clues_get (proposal->clues, index)->is_decided = TRUE;
}

/* Says how many columns of @kind no header speaks for; the first one is returned. */
static guint
count_undecided (const MullImportProposal *proposal, MullColumnKind kind, guint *first)
{
  guint n = 0;

  for (guint i = proposal->clues->len; i > 0; i--)
    {
      const MullImportClue *clue = mull_import_clues_get (proposal->clues, i - 1);

      if (clue->is_decided || clue->is_foreign || mull_csv_column_get_kind (clue->column) != kind)
        continue;
      *first = i - 1;
      n++;
    }
  return n;
}

static void
apply_addresses (MullImportProposal *proposal)
{
  MullImportKind kind = mull_import_mapping_get_kind (proposal->mapping);

  for (guint i = 0; i < proposal->clues->len; i++)
    {
      const MullImportClue *clue = mull_import_clues_get (proposal->clues, i);

      if (clue->is_decided || clue->is_foreign)
        continue;
      if (mull_csv_column_get_kind (clue->column) == MULL_COLUMN_MAIL)
        propose_target (proposal, i, MULL_IMPORT_PERSON_MAIL);
      else if (mull_csv_column_get_kind (clue->column) == MULL_COLUMN_PHONE)
        propose_target (proposal, i,
                        kind == MULL_IMPORT_COMPANIES ? MULL_IMPORT_COMPANY_PHONE
                                                      : MULL_IMPORT_PERSON_PHONE);
      else if (mull_csv_column_get_kind (clue->column) == MULL_COLUMN_WEB &&
               !has_target (proposal, MULL_IMPORT_COMPANY_DOMAIN))
        propose_target (proposal, i, MULL_IMPORT_COMPANY_DOMAIN);
    }
}

/* What headers leave open, values may tell: but only what cannot be mistaken. */
static void
apply_values (MullImportProposal *proposal)
{
  guint first;

  apply_addresses (proposal);
  for (guint i = 0; i < proposal->clues->len; i++)
    {
      const MullImportClue *clue = mull_import_clues_get (proposal->clues, i);
      gboolean only_outcomes;
      MullImportTarget target;

      if (clue->is_decided || clue->is_foreign ||
          !mull_import_clue_holds_stages (clue, &only_outcomes))
        continue;
      target = only_outcomes ? MULL_IMPORT_STATUS : MULL_IMPORT_STAGE;
      if (!has_target (proposal, target))
        propose_target (proposal, i, target);
    }
  if (mull_import_mapping_get_kind (proposal->mapping) != MULL_IMPORT_DEALS)
    return;
  if (!has_target (proposal, MULL_IMPORT_VALUE) &&
      count_undecided (proposal, MULL_COLUMN_NUMBER, &first) == 1)
    propose_target (proposal, first, MULL_IMPORT_VALUE);
  if (!has_target (proposal, MULL_IMPORT_EXPECTED_ON) &&
      !has_target (proposal, MULL_IMPORT_CLOSED_AT) &&
      count_undecided (proposal, MULL_COLUMN_DATE, &first) == 1)
    propose_target (proposal, first, MULL_IMPORT_EXPECTED_ON);
}

/* Without a title, the first text of which every row has another one; else product and company. */
static void
apply_title (MullImportProposal *proposal)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean has_product = FALSE;

  if (mull_import_mapping_get_kind (proposal->mapping) != MULL_IMPORT_DEALS ||
      has_target (proposal, MULL_IMPORT_DEAL_TITLE))
    return;
  for (guint i = 0; i < proposal->clues->len; i++)
    if (mull_import_clues_get (proposal->clues, i)->role == MULL_HEADER_TITLE)
      {
        g_array_append_val (parts, i);
        has_product = TRUE;
      }
  for (guint i = 0; i < proposal->clues->len && !has_product; i++)
    {
      const MullImportClue *clue = mull_import_clues_get (proposal->clues, i);

      if (!clue->is_decided && !clue->is_foreign &&
          mull_csv_column_get_kind (clue->column) == MULL_COLUMN_TEXT &&
          mull_csv_column_is_unique (clue->column))
        {
          propose_target (proposal, i, MULL_IMPORT_DEAL_TITLE);
          return;
        }
    }
  for (guint i = 0; i < proposal->clues->len; i++)
    if (mull_import_mapping_get_column (proposal->mapping, i)->target == MULL_IMPORT_COMPANY_NAME)
      {
        g_array_append_val (parts, i);
        break;
      }
  if (parts->len > 0)
    mull_import_mapping_set_title (proposal->mapping, (const guint *) (gpointer) parts->data,
                                   parts->len, NULL);
}

/**
 * mull_import_proposal_map_columns:
 * @proposal: a proposal whose source and kind of row are known
 *
 * Proposes what each column becomes: what its header says; in a file of no known program also what
 * its values say.
 */
void
mull_import_proposal_map_columns (MullImportProposal *proposal)
{
  apply_headers (proposal);
  if (proposal->source == MULL_IMPORT_SOURCE_OTHER)
    apply_values (proposal);
  apply_title (proposal);
}
