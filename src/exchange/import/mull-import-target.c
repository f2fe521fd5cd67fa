/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-target"

#include "config.h"

#include "mull-import-target.h"

#include <glib/gi18n-lib.h>

#define D (1u << MULL_IMPORT_DEALS)
#define C (1u << MULL_IMPORT_COMPANIES)
#define P (1u << MULL_IMPORT_PEOPLE)
#define A (1u << MULL_IMPORT_ACTIVITIES)
#define N (1u << MULL_IMPORT_NOTES)
#define ALL (D | C | P | A | N)

G_DEFINE_ENUM_TYPE (MullImportKind,
                    mull_import_kind,
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_DEALS, "deals"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_COMPANIES, "companies"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_PEOPLE, "people"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_ACTIVITIES, "activities"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_NOTES, "notes"))

G_DEFINE_ENUM_TYPE (MullImportTarget,
                    mull_import_target,
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_IGNORED, "ignored"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_SOURCE_ID, "source-id"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_DEAL_TITLE, "deal-title"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_DEAL_SOURCE_ID, "deal-source-id"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_COMPANY_NAME, "company-name"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_COMPANY_SOURCE_ID, "company-source-id"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_COMPANY_DOMAIN, "company-domain"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_COMPANY_SECTOR, "company-sector"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_COMPANY_PHONE, "company-phone"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_COMPANY_ADDRESS, "company-address"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_PERSON_NAME, "person-name"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_PERSON_FIRST_NAME, "person-first-name"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_PERSON_LAST_NAME, "person-last-name"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_PERSON_SOURCE_ID, "person-source-id"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_PERSON_MAIL, "person-mail"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_PERSON_PHONE, "person-phone"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_PERSON_JOB, "person-job"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_VALUE, "value"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_CURRENCY, "currency"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_PIPELINE, "pipeline"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_STAGE, "stage"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_STATUS, "status"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_IS_CLOSED, "is-closed"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_IS_WON, "is-won"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_REASON, "reason"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_EXPECTED_ON, "expected-on"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_CREATED_AT, "created-at"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_CLOSED_AT, "closed-at"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_WON_AT, "won-at"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_LOST_AT, "lost-at"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_STAGE_SINCE, "stage-since"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_NEXT_ON, "next-on"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_NEXT_TEXT, "next-text"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_NOTE_TEXT, "note-text"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_ENTRY_TEXT, "entry-text"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_SUBJECT, "subject"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_TYPE, "type"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_DUE_ON, "due-on"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_DUE_TIME, "due-time"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_DONE_AT, "done-at"))

/* One row per target: what people call it, how its values are read, the kinds of import that have
 * it (as bits), and what stands between several columns; without that, the first one that is not
 * empty counts. */
static const struct
{
  const char *label;
  MullImportValueKind value_kind;
  guint kinds;
  const char *joiner;
} targets[MULL_N_IMPORT_TARGETS] = {
  [MULL_IMPORT_IGNORED] = { NC_ ("import target", "Ignored"), MULL_IMPORT_VALUE_NOTHING, ALL,
                            NULL },
  [MULL_IMPORT_SOURCE_ID] = { NC_ ("import target", "Id in the other program"),
                              MULL_IMPORT_VALUE_LINE, ALL, NULL },
  [MULL_IMPORT_DEAL_TITLE] = { NC_ ("import target", "Deal"), MULL_IMPORT_VALUE_LINE, D | A | N,
                               NULL },
  [MULL_IMPORT_DEAL_SOURCE_ID] = { NC_ ("import target", "Id of the deal"), MULL_IMPORT_VALUE_LINE,
                                   A | N, NULL },
  [MULL_IMPORT_COMPANY_NAME] = { NC_ ("import target", "Company"), MULL_IMPORT_VALUE_LINE, ALL,
                                 NULL },
  [MULL_IMPORT_COMPANY_SOURCE_ID] = { NC_ ("import target", "Id of the company"),
                                      MULL_IMPORT_VALUE_LINE, D | P | A | N, NULL },
  [MULL_IMPORT_COMPANY_DOMAIN] = { NC_ ("import target", "Company’s domain"),
                                   MULL_IMPORT_VALUE_DOMAIN, D | C | P, NULL },
  [MULL_IMPORT_COMPANY_SECTOR] = { NC_ ("import target", "Company’s sector"),
                                   MULL_IMPORT_VALUE_LINE, D | C | P, NULL },
  [MULL_IMPORT_COMPANY_PHONE] = { NC_ ("import target", "Company’s phone"), MULL_IMPORT_VALUE_LINE,
                                  D | C, NULL },
  [MULL_IMPORT_COMPANY_ADDRESS] = { NC_ ("import target", "Company’s address"),
                                    MULL_IMPORT_VALUE_LINE, D | C | P, ", " },
  [MULL_IMPORT_PERSON_NAME] = { NC_ ("import target", "Person"), MULL_IMPORT_VALUE_LINE,
                                D | P | A | N, NULL },
  [MULL_IMPORT_PERSON_FIRST_NAME] = { NC_ ("import target", "First name"), MULL_IMPORT_VALUE_LINE,
                                      D | P, NULL },
  [MULL_IMPORT_PERSON_LAST_NAME] = { NC_ ("import target", "Last name"), MULL_IMPORT_VALUE_LINE,
                                     D | P, NULL },
  [MULL_IMPORT_PERSON_SOURCE_ID] = { NC_ ("import target", "Id of the person"),
                                     MULL_IMPORT_VALUE_LINE, D | A | N, NULL },
  [MULL_IMPORT_PERSON_MAIL] = { NC_ ("import target", "E-mail"), MULL_IMPORT_VALUE_MAILS, D | P,
                                NULL },
  [MULL_IMPORT_PERSON_PHONE] = { NC_ ("import target", "Phone"), MULL_IMPORT_VALUE_PHONES, D | P,
                                 NULL },
  [MULL_IMPORT_PERSON_JOB] = { NC_ ("import target", "Job title"), MULL_IMPORT_VALUE_LINE, D | P,
                               NULL },
  [MULL_IMPORT_VALUE] = { NC_ ("import target", "Value"), MULL_IMPORT_VALUE_AMOUNT, D, NULL },
  [MULL_IMPORT_CURRENCY] = { NC_ ("import target", "Currency"), MULL_IMPORT_VALUE_CURRENCY, D,
                             NULL },
  [MULL_IMPORT_PIPELINE] = { NC_ ("import target", "Pipeline"), MULL_IMPORT_VALUE_LINE, D, NULL },
  [MULL_IMPORT_STAGE] = { NC_ ("import target", "Stage"), MULL_IMPORT_VALUE_LINE, D, NULL },
  [MULL_IMPORT_STATUS] = { NC_ ("import target", "Status"), MULL_IMPORT_VALUE_LINE, D, NULL },
  [MULL_IMPORT_IS_CLOSED] = { NC_ ("import target", "Closed?"), MULL_IMPORT_VALUE_BOOLEAN, D,
                              NULL },
  [MULL_IMPORT_IS_WON] = { NC_ ("import target", "Won?"), MULL_IMPORT_VALUE_BOOLEAN, D, NULL },
  [MULL_IMPORT_REASON] = { NC_ ("import target", "Reason of the outcome"), MULL_IMPORT_VALUE_LINE,
                           D, NULL },
  [MULL_IMPORT_EXPECTED_ON] = { NC_ ("import target", "Expected date"), MULL_IMPORT_VALUE_DATE, D,
                                NULL },
  [MULL_IMPORT_CREATED_AT] = { NC_ ("import target", "Created"), MULL_IMPORT_VALUE_DATE, ALL,
                               NULL },
  [MULL_IMPORT_CLOSED_AT] = { NC_ ("import target", "Closed"), MULL_IMPORT_VALUE_DATE, D, NULL },
  [MULL_IMPORT_WON_AT] = { NC_ ("import target", "Won"), MULL_IMPORT_VALUE_DATE, D, NULL },
  [MULL_IMPORT_LOST_AT] = { NC_ ("import target", "Lost"), MULL_IMPORT_VALUE_DATE, D, NULL },
  [MULL_IMPORT_STAGE_SINCE] = { NC_ ("import target", "In its stage since"), MULL_IMPORT_VALUE_DATE,
                                D, NULL },
  [MULL_IMPORT_NEXT_ON] = { NC_ ("import target", "Next activity"), MULL_IMPORT_VALUE_DATE, D,
                            NULL },
  [MULL_IMPORT_NEXT_TEXT] = { NC_ ("import target", "What the next activity is"),
                              MULL_IMPORT_VALUE_LINE, D, NULL },
  [MULL_IMPORT_NOTE_TEXT] = { NC_ ("import target", "Notes"), MULL_IMPORT_VALUE_BODY, D | C | P,
                              "\n" },
  [MULL_IMPORT_ENTRY_TEXT] = { NC_ ("import target", "Text"), MULL_IMPORT_VALUE_BODY, A | N, "\n" },
  [MULL_IMPORT_SUBJECT] = { NC_ ("import target", "Subject"), MULL_IMPORT_VALUE_LINE, A, NULL },
  [MULL_IMPORT_TYPE] = { NC_ ("import target", "Type"), MULL_IMPORT_VALUE_LINE, A, NULL },
  [MULL_IMPORT_DUE_ON] = { NC_ ("import target", "Due"), MULL_IMPORT_VALUE_DATE, A, NULL },
  [MULL_IMPORT_DUE_TIME] = { NC_ ("import target", "Time"), MULL_IMPORT_VALUE_TIME, A, NULL },
  [MULL_IMPORT_DONE] = { NC_ ("import target", "Done?"), MULL_IMPORT_VALUE_BOOLEAN, A, NULL },
  [MULL_IMPORT_DONE_AT] = { NC_ ("import target", "Done"), MULL_IMPORT_VALUE_DATE, A, NULL },
};

/**
 * mull_import_kind_get_label:
 * @kind: a kind of import
 *
 * Returns: (transfer none): its name for people
 */
const char *
mull_import_kind_get_label (MullImportKind kind)
{
  switch (kind)
    {
    case MULL_IMPORT_DEALS:
      return _ ("Deals");
    case MULL_IMPORT_COMPANIES:
      return _ ("Companies");
    case MULL_IMPORT_PEOPLE:
      return _ ("People");
    case MULL_IMPORT_ACTIVITIES:
      return _ ("Activities");
    case MULL_IMPORT_NOTES:
      return _ ("Notes");
    }
  g_return_val_if_reached ("");
}

/**
 * mull_import_target_get_label:
 * @target: a target
 *
 * Returns: (transfer none): its name for people
 */
const char *
mull_import_target_get_label (MullImportTarget target)
{
  g_return_val_if_fail ((guint) target < MULL_N_IMPORT_TARGETS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "import target", targets[target].label);
}

/**
 * mull_import_target_get_value_kind:
 * @target: a target
 *
 * Returns: how its values are read
 */
MullImportValueKind
mull_import_target_get_value_kind (MullImportTarget target)
{
  g_return_val_if_fail ((guint) target < MULL_N_IMPORT_TARGETS, MULL_IMPORT_VALUE_NOTHING);

  return targets[target].value_kind;
}

/**
 * mull_import_target_is_for:
 * @target: a target
 * @kind: what the rows are
 *
 * Returns: whether such rows have this target
 */
gboolean
mull_import_target_is_for (MullImportTarget target, MullImportKind kind)
{
  g_return_val_if_fail ((guint) target < MULL_N_IMPORT_TARGETS, FALSE);

  return (targets[target].kinds & (1u << kind)) != 0;
}

/**
 * mull_import_target_get_joiner:
 * @target: a target
 *
 * Returns: (transfer none) (nullable): what stands between the texts of several columns, or %NULL
 *   if the first one that is not empty counts
 */
const char *
mull_import_target_get_joiner (MullImportTarget target)
{
  g_return_val_if_fail ((guint) target < MULL_N_IMPORT_TARGETS, NULL);

  return targets[target].joiner;
}
