/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-pipedrive-headers"

#include "config.h"

#include "mull-header-rule.h"

#define D MULL_HEADER_D
#define C MULL_HEADER_C
#define P MULL_HEADER_P
#define A MULL_HEADER_A
#define N MULL_HEADER_N

/* Headers of Pipedrive without the name of the record in front ("Deal - "). A kind is here the
 * record that the column belongs to. Exports name custom fields by their label, which nobody can
 * know. */
const MullHeaderRule mull_pipedrive_headers[] = {
  { D | C | P | A | N, 0, "ID", MULL_IMPORT_SOURCE_ID },
  { D | C | P | A | N, 0, "Pipedrive System ID", MULL_IMPORT_SOURCE_ID },
  { D, 3, "Title", MULL_IMPORT_DEAL_TITLE },
  { D, 3, "Value", MULL_IMPORT_VALUE },
  { D, 3, "Currency of value", MULL_IMPORT_CURRENCY },
  { D, 3, "Currency", MULL_IMPORT_CURRENCY },
  { D, 3, "Pipeline", MULL_IMPORT_PIPELINE },
  { D, 3, "Stage", MULL_IMPORT_STAGE },
  { D, 3, "Stage (pipeline)", MULL_IMPORT_STAGE },
  { D, 3, "Status", MULL_IMPORT_STATUS },
  { D, 3, "Lost reason", MULL_IMPORT_REASON },
  { D, 3, "Expected close date", MULL_IMPORT_EXPECTED_ON },
  { D, 3, "Deal created", MULL_IMPORT_CREATED_AT },
  { D, 3, "Creation date", MULL_IMPORT_CREATED_AT },
  { D, 3, "Deal closed on", MULL_IMPORT_CLOSED_AT },
  { D, 3, "Closed on", MULL_IMPORT_CLOSED_AT },
  { D, 3, "Won time", MULL_IMPORT_WON_AT },
  { D, 3, "Lost time", MULL_IMPORT_LOST_AT },
  { D, 3, "Last stage change", MULL_IMPORT_STAGE_SINCE },
  { D, 1, "Next activity date", MULL_IMPORT_NEXT_ON },
  { D | P | A | N, 0, "Organization", MULL_IMPORT_COMPANY_NAME },
  { D | P | A | N, 0, "Organization ID", MULL_IMPORT_COMPANY_SOURCE_ID },
  { D | A | N, 0, "Contact person", MULL_IMPORT_PERSON_NAME },
  { D | A | N, 0, "Contact person ID", MULL_IMPORT_PERSON_SOURCE_ID },
  { P, 1, "Name", MULL_IMPORT_PERSON_NAME },
  { P, 3, "First name", MULL_IMPORT_PERSON_FIRST_NAME },
  { P, 3, "Last name", MULL_IMPORT_PERSON_LAST_NAME },
  { P, 3, "Email - Work", MULL_IMPORT_PERSON_MAIL, "work" },
  { P, 3, "Email - Home", MULL_IMPORT_PERSON_MAIL, "home" },
  { P, 3, "Email - Other", MULL_IMPORT_PERSON_MAIL, "other" },
  { P, 3, "Email", MULL_IMPORT_PERSON_MAIL },
  { P, 3, "Phone - Work", MULL_IMPORT_PERSON_PHONE, "work" },
  { P, 3, "Phone - Home", MULL_IMPORT_PERSON_PHONE, "home" },
  { P, 3, "Phone - Mobile", MULL_IMPORT_PERSON_PHONE, "mobile" },
  { P, 3, "Phone - Other", MULL_IMPORT_PERSON_PHONE, "other" },
  { P, 2, "Phone", MULL_IMPORT_PERSON_PHONE },
  { P, 3, "Job title", MULL_IMPORT_PERSON_JOB },
  { P | C, 0, "Notes", MULL_IMPORT_NOTE_TEXT },
  { P, 3, "Person created", MULL_IMPORT_CREATED_AT },
  { P, 3, "Creation date", MULL_IMPORT_CREATED_AT },
  { C, 1, "Name", MULL_IMPORT_COMPANY_NAME },
  { C, 3, "Full/combined address of*", MULL_IMPORT_COMPANY_ADDRESS },
  { C, 3, "Address", MULL_IMPORT_COMPANY_ADDRESS },
  { C, 2, "Street/road name of*", MULL_IMPORT_COMPANY_ADDRESS, NULL, MULL_HEADER_PART },
  { C, 2, "City/town/village/locality of*", MULL_IMPORT_COMPANY_ADDRESS, NULL, MULL_HEADER_PART },
  { C, 2, "State/county of*", MULL_IMPORT_COMPANY_ADDRESS, NULL, MULL_HEADER_PART },
  { C, 2, "ZIP/Postal code of*", MULL_IMPORT_COMPANY_ADDRESS, NULL, MULL_HEADER_PART },
  { C, 2, "Country of*", MULL_IMPORT_COMPANY_ADDRESS, NULL, MULL_HEADER_PART },
  { C, 3, "Website", MULL_IMPORT_COMPANY_DOMAIN },
  { C, 3, "Industry", MULL_IMPORT_COMPANY_SECTOR },
  { C, 3, "Phone", MULL_IMPORT_COMPANY_PHONE },
  { C, 3, "Organization created", MULL_IMPORT_CREATED_AT },
  { C, 3, "Creation date", MULL_IMPORT_CREATED_AT },
  { A, 3, "Subject", MULL_IMPORT_SUBJECT },
  { A, 3, "Type", MULL_IMPORT_TYPE },
  { A, 1, "Note", MULL_IMPORT_ENTRY_TEXT },
  { A, 3, "Due date", MULL_IMPORT_DUE_ON },
  { A, 3, "Due time", MULL_IMPORT_DUE_TIME },
  { A, 3, "Done", MULL_IMPORT_DONE },
  { A, 3, "Marked as done time", MULL_IMPORT_DONE_AT },
  { N, 3, "Content", MULL_IMPORT_ENTRY_TEXT },
  { A | N, 0, "Add time", MULL_IMPORT_CREATED_AT },
  { A | N, 1, "Deal", MULL_IMPORT_DEAL_TITLE },
  { A | N, 1, "Deal title", MULL_IMPORT_DEAL_TITLE },
  { A | N, 1, "Deal ID", MULL_IMPORT_DEAL_SOURCE_ID },
};
const guint mull_n_pipedrive_headers = G_N_ELEMENTS (mull_pipedrive_headers);
