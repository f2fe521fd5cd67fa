/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-outcome-words"

#include "config.h"

#include "mull-outcome-words.h"

#include "mull-header-rule.h"

/* Words as mull_header_key() folds them, in English, German, Spanish and Portuguese; "closedwon"
 * and "closedlost" are also internal names of HubSpot. */
static const struct
{
  const char *key;
  MullOutcomeWord word;
} outcomes[] = {
  { "open", MULL_OUTCOME_WORD_OPEN },
  { "offen", MULL_OUTCOME_WORD_OPEN },
  { "inprogress", MULL_OUTCOME_WORD_OPEN },
  { "inarbeit", MULL_OUTCOME_WORD_OPEN },
  { "active", MULL_OUTCOME_WORD_OPEN },
  { "aktiv", MULL_OUTCOME_WORD_OPEN },
  { "abierto", MULL_OUTCOME_WORD_OPEN },
  { "aberto", MULL_OUTCOME_WORD_OPEN },
  { "won", MULL_OUTCOME_WORD_WON },
  { "closedwon", MULL_OUTCOME_WORD_WON },
  { "gewonnen", MULL_OUTCOME_WORD_WON },
  { "abgeschlossenundgewonnen", MULL_OUTCOME_WORD_WON },
  { "ganado", MULL_OUTCOME_WORD_WON },
  { "cierreganado", MULL_OUTCOME_WORD_WON },
  { "ganho", MULL_OUTCOME_WORD_WON },
  { "negociofechado", MULL_OUTCOME_WORD_WON },
  { "lost", MULL_OUTCOME_WORD_LOST },
  { "closedlost", MULL_OUTCOME_WORD_LOST },
  { "verloren", MULL_OUTCOME_WORD_LOST },
  { "abgeschlossenundverloren", MULL_OUTCOME_WORD_LOST },
  { "perdido", MULL_OUTCOME_WORD_LOST },
  { "cierreperdido", MULL_OUTCOME_WORD_LOST },
  { "negocioperdido", MULL_OUTCOME_WORD_LOST },
};

/* Names that stages of sales have nearly everywhere. */
static const char *const stages[] = {
  "prospecting",  "prospect",       "lead",         "leads",         "newlead",     "new",
  "contacted",    "engaging",       "engaged",      "qualification", "qualified",   "discovery",
  "demo",         "demodone",       "proposal",     "proposalmade",  "quote",       "negotiation",
  "negotiations", "contract",       "contractsent", "verbal",        "erstkontakt", "kontaktiert",
  "qualifiziert", "qualifizierung", "angebot",      "verhandlung",   "vertrag",
};

/* Internal names of the stages that HubSpot starts out with. */
static const struct
{
  const char *internal;
  const char *name;
} internal_stages[] = {
  { "appointmentscheduled", "Appointment Scheduled" },
  { "qualifiedtobuy", "Qualified To Buy" },
  { "presentationscheduled", "Presentation Scheduled" },
  { "decisionmakerboughtin", "Decision Maker Bought-In" },
  { "contractsent", "Contract Sent" },
};

/**
 * mull_outcome_word:
 * @text: a stage or a status of a file
 *
 * Returns: what it says about how the deal ended
 */
MullOutcomeWord
mull_outcome_word (const char *text)
{
  g_autofree char *key = mull_header_key (text);

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (g_str_equal (outcomes[i].key, key))
      return outcomes[i].word;
  return MULL_OUTCOME_WORD_NONE;
}

/**
 * mull_outcome_word_is_stage:
 * @text: a value of a file
 *
 * Returns: whether it is a usual name of a stage
 */
gboolean
mull_outcome_word_is_stage (const char *text)
{
  g_autofree char *key = mull_header_key (text);

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    if (g_str_equal (stages[i], key))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (internal_stages); i++)
    if (g_str_equal (internal_stages[i].internal, key))
      return TRUE;
  return FALSE;
}

/**
 * mull_outcome_word_name_stage:
 * @text: a stage of a file
 *
 * Returns: (transfer none): the name for people of an internal name; else @text
 */
const char *
mull_outcome_word_name_stage (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (internal_stages); i++)
    if (g_str_equal (internal_stages[i].internal, text))
      return internal_stages[i].name;
  return text;
}
