/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-recogniser"

#include "config.h"

#include "mull-recogniser.h"

#include "mull-header-rule.h"
#include "mull-money.h"
#include "mull-outcome-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Headers and values must speak for a kind of row at least that much for a likely proposal. */
#define WEIGHT_LIKELY 4
/* Headers of Pipedrive that are not marked by the name of a record must be that many. */
#define BARE_HEADERS_MIN 4

#define WEIGHT_OF_STAGES 4
#define WEIGHT_OF_MAILS 3

G_DEFINE_ENUM_TYPE (MullImportSource,
                    mull_import_source,
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_SOURCE_OTHER, "other"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_SOURCE_PIPEDRIVE, "pipedrive"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_SOURCE_HUBSPOT, "hubspot"))

static const struct
{
  const char *prefix;
  MullImportKind kind;
} entities[] = {
  { "Deal - ", MULL_IMPORT_DEALS },          { "Lead - ", MULL_IMPORT_DEALS },
  { "Person - ", MULL_IMPORT_PEOPLE },       { "Organization - ", MULL_IMPORT_COMPANIES },
  { "Activity - ", MULL_IMPORT_ACTIVITIES }, { "Note - ", MULL_IMPORT_NOTES },
};

/* What stands in front of fields of a record that we do not have. */
static const char *const foreign_prefixes[] = { "Product - ", "Project - " };

/* What is known about one column while a proposal is made. */
typedef struct
{
  const MullCsvColumn *column;
  char *key; /* of the header without its prefix */
  gboolean has_prefix;
  gboolean is_foreign;
  MullImportKind entity; /* if there is a prefix */
  MullHeaderRole role;
  gboolean is_decided; /* a header said what it is, even if nothing */
} Clue;

typedef struct
{
  GArray *clues; /* Clue */
  MullImportMapping *mapping;
  MullImportSource source;
} Proposal;

static void
clear_clue (gpointer data)
{
  g_free (((Clue *) data)->key);
}

static Clue *
get_clue (const Proposal *proposal, guint index)
{
  return &g_array_index (proposal->clues, Clue, index);
}

static GArray *
collect_clues (MullCsvColumn *const *columns, guint n_columns)
{
  GArray *clues = g_array_new (FALSE, TRUE, sizeof (Clue));

  g_array_set_clear_func (clues, clear_clue);
  for (guint i = 0; i < n_columns; i++)
    {
      Clue clue = { .column = columns[i] };
      const char *name = mull_csv_column_get_name (columns[i]);

      for (guint n = 0; n < G_N_ELEMENTS (entities); n++)
        if (g_ascii_strncasecmp (name, entities[n].prefix, strlen (entities[n].prefix)) == 0)
          {
            clue.has_prefix = TRUE;
            clue.entity = entities[n].kind;
            name += strlen (entities[n].prefix);
            break;
          }
      for (guint n = 0; n < G_N_ELEMENTS (foreign_prefixes); n++)
        clue.is_foreign = clue.is_foreign || g_str_has_prefix (name, foreign_prefixes[n]);
      clue.key = mull_header_key (name);
      g_array_append_val (clues, clue);
    }
  return clues;
}

static gboolean
has_key (const Proposal *proposal, const char *key)
{
  for (guint i = 0; i < proposal->clues->len; i++)
    if (!get_clue (proposal, i)->has_prefix && g_str_equal (get_clue (proposal, i)->key, key))
      return TRUE;
  return FALSE;
}

static gboolean
has_entity_key (const Proposal *proposal, MullImportKind entity, const char *key)
{
  for (guint i = 0; i < proposal->clues->len; i++)
    {
      const Clue *clue = get_clue (proposal, i);

      if (clue->has_prefix && clue->entity == entity && g_str_equal (clue->key, key))
        return TRUE;
    }
  return FALSE;
}

static const MullHeaderRule *
find_pipedrive_rule (const Clue *clue, MullImportKind kind)
{
  return mull_header_rule_find (mull_pipedrive_headers, mull_n_pipedrive_headers,
                                clue->has_prefix ? clue->entity : kind, clue->key);
}

/* Files whose headers name the record in front: what most of them name, but a deal in any case. */
static gboolean
recognise_prefixes (const Proposal *proposal, MullImportKind *kind)
{
  guint n_of[MULL_N_IMPORT_KINDS] = { 0 };
  guint best = 0;

  for (guint i = 0; i < proposal->clues->len; i++)
    {
      const Clue *clue = get_clue (proposal, i);

      if (clue->has_prefix && find_pipedrive_rule (clue, clue->entity) != NULL)
        n_of[clue->entity]++;
    }
  for (guint i = 0; i < MULL_N_IMPORT_KINDS; i++)
    if (n_of[i] > best)
      {
        best = n_of[i];
        *kind = (MullImportKind) i;
      }
  if (has_entity_key (proposal, MULL_IMPORT_DEALS, "id") ||
      has_entity_key (proposal, MULL_IMPORT_DEALS, "title"))
    *kind = MULL_IMPORT_DEALS;
  return best > 0;
}

static guint
count_bare (const Proposal *proposal, MullImportKind kind)
{
  guint n = 0;

  for (guint i = 0; i < proposal->clues->len; i++)
    n += find_pipedrive_rule (get_clue (proposal, i), kind) != NULL;
  return n;
}

/* Files with bare headers: only by combinations that hardly another program has. */
static gboolean
recognise_bare (const Proposal *proposal, MullImportKind *kind)
{
  if (has_key (proposal, "dealid") &&
      (has_key (proposal, "subject") || has_key (proposal, "markedasdonetime")))
    *kind = MULL_IMPORT_ACTIVITIES;
  else if (has_key (proposal, "dealid") && has_key (proposal, "content"))
    *kind = MULL_IMPORT_NOTES;
  else if (has_key (proposal, "title") && has_key (proposal, "stage") &&
           (has_key (proposal, "currencyofvalue") || has_key (proposal, "dealcreated")))
    *kind = MULL_IMPORT_DEALS;
  else if (has_key (proposal, "name") &&
           (has_key (proposal, "personcreated") || has_key (proposal, "emailwork")))
    *kind = MULL_IMPORT_PEOPLE;
  else if (has_key (proposal, "name") && has_key (proposal, "organizationcreated"))
    *kind = MULL_IMPORT_COMPANIES;
  else
    return FALSE;
  return count_bare (proposal, *kind) >= BARE_HEADERS_MIN;
}

static guint
weigh_kinds (const Proposal *proposal,
             const MullHeaderRule *rules,
             guint n_rules,
             guint weights[MULL_N_IMPORT_KINDS])
{
  guint best = 0;

  for (guint i = 0; i < proposal->clues->len; i++)
    mull_header_rule_weigh (rules, n_rules, get_clue (proposal, i)->key, weights);
  for (guint i = 1; i < MULL_N_IMPORT_KINDS; i++)
    if (weights[i] > weights[best])
      best = i;
  return best;
}

static gboolean
recognise_hubspot (const Proposal *proposal, MullImportKind *kind)
{
  static const char *const ids[] = { "recordid", "idderegistro", "iddoregistro", "hsobjectid" };
  guint weights[MULL_N_IMPORT_KINDS] = { 0 };
  gboolean is_known = has_key (proposal, "dealname") && has_key (proposal, "dealstage");

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    is_known = is_known || has_key (proposal, ids[i]);
  for (guint i = 0; i < proposal->clues->len; i++)
    is_known = is_known || (g_str_has_prefix (get_clue (proposal, i)->key, "associated") &&
                            strstr (get_clue (proposal, i)->key, "ids") != NULL);
  *kind = (MullImportKind) weigh_kinds (proposal, mull_hubspot_headers, mull_n_hubspot_headers,
                                        weights);
  return is_known && weights[*kind] > 0;
}

/* Whether every word of a choice is the name of a stage, or says how a deal ended. */
static gboolean
holds_stages (const MullCsvColumn *column, gboolean *only_outcomes)
{
  const char *const *words = mull_csv_column_get_words (column);
  guint n_words = 0, n_outcomes = 0, n_stages = 0;

  if (!mull_csv_column_is_choice (column) || mull_csv_column_get_kind (column) != MULL_COLUMN_TEXT)
    return FALSE;
  for (; words[n_words] != NULL; n_words++)
    {
      n_outcomes += mull_outcome_word (words[n_words]) != MULL_OUTCOME_WORD_NONE;
      n_stages += mull_outcome_word_is_stage (words[n_words]);
    }
  *only_outcomes = n_outcomes == n_words;
  return n_outcomes + n_stages > 0 && (n_outcomes + n_stages) * 2 >= n_words;
}

static void
weigh_values (const Proposal *proposal, guint weights[MULL_N_IMPORT_KINDS])
{
  gboolean has_mails = FALSE, has_stages = FALSE, only_outcomes;

  for (guint i = 0; i < proposal->clues->len; i++)
    {
      const MullCsvColumn *column = get_clue (proposal, i)->column;

      has_mails = has_mails || mull_csv_column_get_kind (column) == MULL_COLUMN_MAIL;
      has_stages = has_stages || holds_stages (column, &only_outcomes);
    }
  weights[MULL_IMPORT_PEOPLE] += has_mails ? WEIGHT_OF_MAILS : 0;
  weights[MULL_IMPORT_DEALS] += has_stages ? WEIGHT_OF_STAGES : 0;
}

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
find_rule (const Proposal *proposal, const Clue *clue)
{
  MullImportKind kind = mull_import_mapping_get_kind (proposal->mapping);

  if (clue->is_foreign)
    return NULL;
  switch (proposal->source)
    {
    case MULL_IMPORT_SOURCE_PIPEDRIVE:
      return find_pipedrive_rule (clue, kind);
    case MULL_IMPORT_SOURCE_HUBSPOT:
      return mull_header_rule_find (mull_hubspot_headers, mull_n_hubspot_headers, kind, clue->key);
    case MULL_IMPORT_SOURCE_OTHER:
      break;
    }
  return mull_header_rule_find (mull_common_headers, mull_n_common_headers, kind, clue->key);
}

/* An address comes whole, perhaps twice, or in parts: one whole one is enough. */
static void
drop_other_addresses (Proposal *proposal)
{
  gboolean has_whole = FALSE;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < proposal->clues->len; i++)
      {
        const Clue *clue = get_clue (proposal, i);
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
apply_headers (Proposal *proposal)
{
  MullImportKind kind = mull_import_mapping_get_kind (proposal->mapping);

  for (guint i = 0; i < proposal->clues->len; i++)
    {
      Clue *clue = get_clue (proposal, i);
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
has_target (const Proposal *proposal, MullImportTarget target)
{
  return mull_import_mapping_has_target (proposal->mapping, target);
}

static void
propose_target (Proposal *proposal, guint index, MullImportTarget target)
{
  if (!mull_import_target_is_for (target, mull_import_mapping_get_kind (proposal->mapping)))
    return;
  mull_import_mapping_set_target (proposal->mapping, index, target);
  get_clue (proposal, index)->is_decided = TRUE;
}

/* Says how many columns of @kind no header speaks for; the first one is returned. */
static guint
count_undecided (const Proposal *proposal, MullColumnKind kind, guint *first)
{
  guint n = 0;

  for (guint i = proposal->clues->len; i > 0; i--)
    {
      const Clue *clue = get_clue (proposal, i - 1);

      if (clue->is_decided || clue->is_foreign || mull_csv_column_get_kind (clue->column) != kind)
        continue;
      *first = i - 1;
      n++;
    }
  return n;
}

static void
apply_addresses (Proposal *proposal)
{
  MullImportKind kind = mull_import_mapping_get_kind (proposal->mapping);

  for (guint i = 0; i < proposal->clues->len; i++)
    {
      const Clue *clue = get_clue (proposal, i);

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
apply_values (Proposal *proposal)
{
  guint first;

  apply_addresses (proposal);
  for (guint i = 0; i < proposal->clues->len; i++)
    {
      const Clue *clue = get_clue (proposal, i);
      gboolean only_outcomes;
      MullImportTarget target;

      if (clue->is_decided || clue->is_foreign || !holds_stages (clue->column, &only_outcomes))
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
apply_title (Proposal *proposal)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean has_product = FALSE;

  if (mull_import_mapping_get_kind (proposal->mapping) != MULL_IMPORT_DEALS ||
      has_target (proposal, MULL_IMPORT_DEAL_TITLE))
    return;
  for (guint i = 0; i < proposal->clues->len; i++)
    if (get_clue (proposal, i)->role == MULL_HEADER_TITLE)
      {
        g_array_append_val (parts, i);
        has_product = TRUE;
      }
  for (guint i = 0; i < proposal->clues->len && !has_product; i++)
    {
      const Clue *clue = get_clue (proposal, i);

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

static void
map_stage_word (Proposal *proposal, const char *word, gboolean may_end)
{
  MullOutcomeWord outcome = may_end ? mull_outcome_word (word) : MULL_OUTCOME_WORD_NONE;

  if (outcome == MULL_OUTCOME_WORD_WON)
    mull_import_mapping_set_stage (proposal->mapping, word, "", MULL_OUTCOME_WON);
  else if (outcome == MULL_OUTCOME_WORD_LOST)
    mull_import_mapping_set_stage (proposal->mapping, word, "",
                                   mull_import_mapping_get_lost_outcome (proposal->mapping));
  else
    mull_import_mapping_set_stage (proposal->mapping, word, mull_outcome_word_name_stage (word),
                                   MULL_OUTCOME_OPEN);
}

static void
map_status_word (Proposal *proposal, const char *word)
{
  switch (mull_outcome_word (word))
    {
    case MULL_OUTCOME_WORD_OPEN:
      mull_import_mapping_set_status (proposal->mapping, word, MULL_OUTCOME_OPEN);
      break;
    case MULL_OUTCOME_WORD_WON:
      mull_import_mapping_set_status (proposal->mapping, word, MULL_OUTCOME_WON);
      break;
    case MULL_OUTCOME_WORD_LOST:
      mull_import_mapping_set_status (proposal->mapping, word,
                                      mull_import_mapping_get_lost_outcome (proposal->mapping));
      break;
    case MULL_OUTCOME_WORD_NONE:
      break;
    }
}

/* A column of statuses says how a deal ended; then a stage is only where it stood. */
static void
apply_words (Proposal *proposal)
{
  gboolean may_end = !has_target (proposal, MULL_IMPORT_STATUS);

  for (guint i = 0; i < proposal->clues->len; i++)
    {
      MullImportTarget target = mull_import_mapping_get_column (proposal->mapping, i)->target;
      const char *const *words = mull_csv_column_get_words (get_clue (proposal, i)->column);

      for (; *words != NULL; words++)
        {
          if (target == MULL_IMPORT_STAGE)
            map_stage_word (proposal, *words, may_end);
          else if (target == MULL_IMPORT_STATUS)
            map_status_word (proposal, *words);
        }
    }
}

static MullImportConfidence
recognise (Proposal *proposal)
{
  guint weights[MULL_N_IMPORT_KINDS] = { 0 };
  MullImportKind kind = MULL_IMPORT_DEALS;

  if (recognise_prefixes (proposal, &kind) || recognise_bare (proposal, &kind))
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
 * mull_import_source_get_label:
 * @source: what wrote a file
 *
 * Returns: (transfer none): its name for people
 */
const char *
mull_import_source_get_label (MullImportSource source)
{
  switch (source)
    {
    case MULL_IMPORT_SOURCE_PIPEDRIVE:
      return "Pipedrive";
    case MULL_IMPORT_SOURCE_HUBSPOT:
      return "HubSpot";
    case MULL_IMPORT_SOURCE_OTHER:
      break;
    }
  return _("CSV file");
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
  g_autoptr (GArray) clues = collect_clues (columns, n_columns);
  Proposal proposal = { .clues = clues, .mapping = mull_import_mapping_new (MULL_IMPORT_DEALS) };

  for (guint i = 0; i < n_columns; i++)
    mull_import_mapping_add_column (proposal.mapping, mull_csv_column_get_name (columns[i]));
  *confidence = recognise (&proposal);
  *source = proposal.source;
  if (*confidence != MULL_IMPORT_CONFIDENCE_NONE)
    {
      apply_headers (&proposal);
      if (proposal.source == MULL_IMPORT_SOURCE_OTHER)
        apply_values (&proposal);
      apply_title (&proposal);
      apply_words (&proposal);
    }
  return proposal.mapping;
}
