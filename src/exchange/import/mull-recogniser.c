/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-recogniser"

#include "config.h"

#include "mull-recogniser.h"

#include "mull-csv-writer.h"
#include "mull-import-proposal.h"

#include <string.h>

/* Headers and values must speak for a kind of row at least that much for a likely proposal. */
#define WEIGHT_LIKELY 4
/* Headers of Pipedrive that are not marked by the name of a record must be that many. */
#define BARE_HEADERS_MIN 4

#define WEIGHT_OF_STAGES 4
#define WEIGHT_OF_MAILS 3

/* Files whose headers name the record in front: what most of them name, but a deal in any case. */
static gboolean
recognise_prefixes (const MullImportProposal *proposal, MullImportKind *kind)
{
  guint n_of[MULL_N_IMPORT_KINDS] = { 0 };
  guint best = 0;

  for (guint i = 0; i < proposal->clues->len; i++)
    {
      const MullImportClue *clue = mull_import_clues_get (proposal->clues, i);

      if (clue->has_prefix && mull_import_clue_find_pipedrive_rule (clue, clue->entity) != NULL)
        n_of[clue->entity]++;
    }
  for (guint i = 0; i < MULL_N_IMPORT_KINDS; i++)
    if (n_of[i] > best)
      {
        best = n_of[i];
        *kind = (MullImportKind) i;
      }
  if (mull_import_clues_has_entity_key (proposal->clues, MULL_IMPORT_DEALS, "id") ||
      mull_import_clues_has_entity_key (proposal->clues, MULL_IMPORT_DEALS, "title"))
    *kind = MULL_IMPORT_DEALS;
  return best > 0;
}

static guint
count_bare (const MullImportProposal *proposal, MullImportKind kind)
{
  guint n = 0;

  for (guint i = 0; i < proposal->clues->len; i++)
    n += mull_import_clue_find_pipedrive_rule (mull_import_clues_get (proposal->clues, i), kind) !=
         NULL;
  return n;
}

/* Files with bare headers: only by combinations that hardly another program has. */
static gboolean
recognise_bare (const MullImportProposal *proposal, MullImportKind *kind)
{
  if (mull_import_clues_has_key (proposal->clues, "dealid") &&
      (mull_import_clues_has_key (proposal->clues, "subject") ||
       mull_import_clues_has_key (proposal->clues, "markedasdonetime")))
    *kind = MULL_IMPORT_ACTIVITIES;
  else if (mull_import_clues_has_key (proposal->clues, "dealid") &&
           mull_import_clues_has_key (proposal->clues, "content"))
    *kind = MULL_IMPORT_NOTES;
  else if (mull_import_clues_has_key (proposal->clues, "title") &&
           mull_import_clues_has_key (proposal->clues, "stage") &&
           (mull_import_clues_has_key (proposal->clues, "currencyofvalue") ||
            mull_import_clues_has_key (proposal->clues, "dealcreated")))
    *kind = MULL_IMPORT_DEALS;
  else if (mull_import_clues_has_key (proposal->clues, "name") &&
           (mull_import_clues_has_key (proposal->clues, "personcreated") ||
            mull_import_clues_has_key (proposal->clues, "emailwork")))
    *kind = MULL_IMPORT_PEOPLE;
  else if (mull_import_clues_has_key (proposal->clues, "name") &&
           mull_import_clues_has_key (proposal->clues, "organizationcreated"))
    *kind = MULL_IMPORT_COMPANIES;
  else
    return FALSE;
  return count_bare (proposal, *kind) >= BARE_HEADERS_MIN;
}

static guint
weigh_kinds (const MullImportProposal *proposal,
             const MullHeaderRule *rules,
             guint n_rules,
             guint weights[MULL_N_IMPORT_KINDS])
{
  guint best = 0;

  for (guint i = 0; i < proposal->clues->len; i++)
    mull_header_rule_weigh (rules, n_rules, mull_import_clues_get (proposal->clues, i)->key,
                            weights);
  for (guint i = 1; i < MULL_N_IMPORT_KINDS; i++)
    if (weights[i] > weights[best])
      best = i;
  return best;
}

static gboolean
recognise_hubspot (const MullImportProposal *proposal, MullImportKind *kind)
{
  static const char *const ids[] = { "recordid", "idderegistro", "iddoregistro", "hsobjectid" };
  guint weights[MULL_N_IMPORT_KINDS] = { 0 };
  gboolean is_known = mull_import_clues_has_key (proposal->clues, "dealname") &&
                      mull_import_clues_has_key (proposal->clues, "dealstage");

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    is_known = is_known || mull_import_clues_has_key (proposal->clues, ids[i]);
  for (guint i = 0; i < proposal->clues->len; i++)
    is_known = is_known ||
               (g_str_has_prefix (mull_import_clues_get (proposal->clues, i)->key, "associated") &&
                strstr (mull_import_clues_get (proposal->clues, i)->key, "ids") != NULL);
  *kind = (MullImportKind) weigh_kinds (proposal, mull_hubspot_headers, mull_n_hubspot_headers,
                                        weights);
  return is_known && weights[*kind] > 0;
}

/* A table of ours is known by the identities in it. */
static gboolean
recognise_own (const MullImportProposal *proposal, MullImportKind *kind)
{
  g_autofree char *key = mull_header_key (MULL_CSV_ID_HEADER);
  guint weights[MULL_N_IMPORT_KINDS] = { 0 };

  *kind =
      (MullImportKind) weigh_kinds (proposal, mull_common_headers, mull_n_common_headers, weights);
  return mull_import_clues_has_key (proposal->clues, key) && weights[*kind] >= WEIGHT_LIKELY;
}

static void
weigh_values (const MullImportProposal *proposal, guint weights[MULL_N_IMPORT_KINDS])
{
  gboolean has_mails = FALSE, has_stages = FALSE, only_outcomes;

  for (guint i = 0; i < proposal->clues->len; i++)
    {
      const MullImportClue *clue = mull_import_clues_get (proposal->clues, i);

      has_mails = has_mails || mull_csv_column_get_kind (clue->column) == MULL_COLUMN_MAIL;
      has_stages = has_stages || mull_import_clue_holds_stages (clue, &only_outcomes);
    }
  weights[MULL_IMPORT_PEOPLE] += has_mails ? WEIGHT_OF_MAILS : 0;
  weights[MULL_IMPORT_DEALS] += has_stages ? WEIGHT_OF_STAGES : 0;
}

static MullImportConfidence
recognise (MullImportProposal *proposal)
{
  guint weights[MULL_N_IMPORT_KINDS] = { 0 };
  MullImportKind kind = MULL_IMPORT_DEALS;

  if (recognise_own (proposal, &kind))
    proposal->source = MULL_IMPORT_SOURCE_OWN;
  else if (recognise_prefixes (proposal, &kind) || recognise_bare (proposal, &kind))
    proposal->source = MULL_IMPORT_SOURCE_PIPEDRIVE;
  else if (recognise_hubspot (proposal, &kind))
    proposal->source = MULL_IMPORT_SOURCE_HUBSPOT;
  if (proposal->source != MULL_IMPORT_SOURCE_OTHER)
    {
      mull_import_mapping_set_kind (proposal->mapping, kind);
      return MULL_IMPORT_CONFIDENCE_KNOWN;
    }
  weigh_values (proposal, weights);
  kind =
      (MullImportKind) weigh_kinds (proposal, mull_common_headers, mull_n_common_headers, weights);
  if (weights[kind] < WEIGHT_LIKELY)
    return MULL_IMPORT_CONFIDENCE_NONE;
  mull_import_mapping_set_kind (proposal->mapping, kind);
  return MULL_IMPORT_CONFIDENCE_LIKELY;
}

/**
 * mull_recogniser_propose:
 * @columns: (array length=n_columns): the settled columns of a file
 * @n_columns: how many
 * @source: (out): what wrote the file
 * @confidence: (out): how far the proposal can be trusted
 *
 * Works out what the rows of a file are and what its columns become, from headers and values.
 *
 * Returns: (transfer full): a mapping; without confidence every column is ignored
 */
MullImportMapping *
mull_recogniser_propose (MullCsvColumn *const *columns,
                         guint n_columns,
                         MullImportSource *source,
                         MullImportConfidence *confidence)
{
  g_autoptr (GArray) clues = mull_import_clues_collect (columns, n_columns);
  MullImportProposal proposal = { .clues = clues,
                                  .mapping = mull_import_mapping_new (MULL_IMPORT_DEALS) };

  for (guint i = 0; i < n_columns; i++)
    mull_import_mapping_add_column (proposal.mapping, mull_csv_column_get_name (columns[i]));
  *confidence = recognise (&proposal);
  *source = proposal.source;
  if (*confidence != MULL_IMPORT_CONFIDENCE_NONE)
    {
      mull_import_proposal_map_columns (&proposal);
      mull_import_proposal_map_words (&proposal);
    }
  return proposal.mapping;
}
