/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MullImportKind:
 * @MULL_IMPORT_DEALS: each row is a deal, perhaps with its company and a person
 * @MULL_IMPORT_COMPANIES: each row is a company
 * @MULL_IMPORT_PEOPLE: each row is a person, perhaps with a company
 * @MULL_IMPORT_ACTIVITIES: each row is a touch, past or planned
 * @MULL_IMPORT_NOTES: each row is a note on a timeline
 *
 * What the rows of a file are.
 */
typedef enum
{
  MULL_IMPORT_DEALS,
  MULL_IMPORT_COMPANIES,
  MULL_IMPORT_PEOPLE,
  MULL_IMPORT_ACTIVITIES,
  MULL_IMPORT_NOTES,
} MullImportKind;

#define MULL_N_IMPORT_KINDS (MULL_IMPORT_NOTES + 1)

#define MULL_TYPE_IMPORT_KIND (mull_import_kind_get_type ())
GType mull_import_kind_get_type (void);

/**
 * MullImportTarget:
 * @MULL_IMPORT_IGNORED: nothing
 * @MULL_IMPORT_SOURCE_ID: the row's id in the program that wrote the file
 * @MULL_IMPORT_DEAL_TITLE: title of the deal; for an activity or a note, of the deal it belongs to
 * @MULL_IMPORT_DEAL_SOURCE_ID: id of the deal that an activity or a note belongs to
 * @MULL_IMPORT_COMPANY_NAME: name of the company
 * @MULL_IMPORT_COMPANY_SOURCE_ID: id of the company in the other program; may hold several
 * @MULL_IMPORT_COMPANY_DOMAIN: internet domain or web address
 * @MULL_IMPORT_COMPANY_SECTOR: industry
 * @MULL_IMPORT_COMPANY_PHONE: telephone of the company
 * @MULL_IMPORT_COMPANY_ADDRESS: address, or a part of it; parts are joined
 * @MULL_IMPORT_PERSON_NAME: whole name
 * @MULL_IMPORT_PERSON_FIRST_NAME: first name
 * @MULL_IMPORT_PERSON_LAST_NAME: last name
 * @MULL_IMPORT_PERSON_SOURCE_ID: id of the person in the other program; may hold several
 * @MULL_IMPORT_PERSON_MAIL: e-mail addresses; several columns may hold some
 * @MULL_IMPORT_PERSON_PHONE: telephone numbers; several columns may hold some
 * @MULL_IMPORT_PERSON_JOB: job title
 * @MULL_IMPORT_VALUE: value of the deal
 * @MULL_IMPORT_CURRENCY: currency of the value
 * @MULL_IMPORT_PIPELINE: name of the pipeline
 * @MULL_IMPORT_STAGE: name of the stage, or an outcome
 * @MULL_IMPORT_STATUS: open, won, lost
 * @MULL_IMPORT_IS_CLOSED: whether the deal is closed
 * @MULL_IMPORT_IS_WON: whether the deal is won
 * @MULL_IMPORT_REASON: why it was lost or won
 * @MULL_IMPORT_EXPECTED_ON: the customer's own date
 * @MULL_IMPORT_CREATED_AT: when it was created or written
 * @MULL_IMPORT_CLOSED_AT: when it was closed; for an open deal, the date it is expected
 * @MULL_IMPORT_WON_AT: when it was won
 * @MULL_IMPORT_LOST_AT: when it was lost
 * @MULL_IMPORT_STAGE_SINCE: when it came into its stage
 * @MULL_IMPORT_NEXT_ON: day of the next activity
 * @MULL_IMPORT_NEXT_TEXT: what the next activity is
 * @MULL_IMPORT_NOTE_TEXT: notes about the deal, the company or the person; columns are joined
 * @MULL_IMPORT_ENTRY_TEXT: text of the activity or the note; columns are joined
 * @MULL_IMPORT_SUBJECT: subject of the activity
 * @MULL_IMPORT_TYPE: type of the activity, such as "call"
 * @MULL_IMPORT_DUE_ON: day the activity is due, or happened
 * @MULL_IMPORT_DUE_TIME: time of that day
 * @MULL_IMPORT_DONE: whether the activity is done
 * @MULL_IMPORT_DONE_AT: when the activity was done
 *
 * What a column becomes.
 */
typedef enum
{
  MULL_IMPORT_IGNORED,
  MULL_IMPORT_SOURCE_ID,
  MULL_IMPORT_DEAL_TITLE,
  MULL_IMPORT_DEAL_SOURCE_ID,
  MULL_IMPORT_COMPANY_NAME,
  MULL_IMPORT_COMPANY_SOURCE_ID,
  MULL_IMPORT_COMPANY_DOMAIN,
  MULL_IMPORT_COMPANY_SECTOR,
  MULL_IMPORT_COMPANY_PHONE,
  MULL_IMPORT_COMPANY_ADDRESS,
  MULL_IMPORT_PERSON_NAME,
  MULL_IMPORT_PERSON_FIRST_NAME,
  MULL_IMPORT_PERSON_LAST_NAME,
  MULL_IMPORT_PERSON_SOURCE_ID,
  MULL_IMPORT_PERSON_MAIL,
  MULL_IMPORT_PERSON_PHONE,
  MULL_IMPORT_PERSON_JOB,
  MULL_IMPORT_VALUE,
  MULL_IMPORT_CURRENCY,
  MULL_IMPORT_PIPELINE,
  MULL_IMPORT_STAGE,
  MULL_IMPORT_STATUS,
  MULL_IMPORT_IS_CLOSED,
  MULL_IMPORT_IS_WON,
  MULL_IMPORT_REASON,
  MULL_IMPORT_EXPECTED_ON,
  MULL_IMPORT_CREATED_AT,
  MULL_IMPORT_CLOSED_AT,
  MULL_IMPORT_WON_AT,
  MULL_IMPORT_LOST_AT,
  MULL_IMPORT_STAGE_SINCE,
  MULL_IMPORT_NEXT_ON,
  MULL_IMPORT_NEXT_TEXT,
  MULL_IMPORT_NOTE_TEXT,
  MULL_IMPORT_ENTRY_TEXT,
  MULL_IMPORT_SUBJECT,
  MULL_IMPORT_TYPE,
  MULL_IMPORT_DUE_ON,
  MULL_IMPORT_DUE_TIME,
  MULL_IMPORT_DONE,
  MULL_IMPORT_DONE_AT,
} MullImportTarget;

#define MULL_N_IMPORT_TARGETS (MULL_IMPORT_DONE_AT + 1)

#define MULL_TYPE_IMPORT_TARGET (mull_import_target_get_type ())
GType mull_import_target_get_type (void);

/**
 * MullImportValueKind:
 * @MULL_IMPORT_VALUE_NOTHING: not read
 * @MULL_IMPORT_VALUE_LINE: text of one line
 * @MULL_IMPORT_VALUE_BODY: text of many lines, perhaps HTML
 * @MULL_IMPORT_VALUE_DATE: date, perhaps with a time
 * @MULL_IMPORT_VALUE_TIME: time of the day
 * @MULL_IMPORT_VALUE_AMOUNT: amount of money
 * @MULL_IMPORT_VALUE_CURRENCY: code of a currency
 * @MULL_IMPORT_VALUE_BOOLEAN: yes or no
 * @MULL_IMPORT_VALUE_MAILS: e-mail addresses
 * @MULL_IMPORT_VALUE_PHONES: telephone numbers
 * @MULL_IMPORT_VALUE_DOMAIN: internet domain
 *
 * How the values of a target are read.
 */
typedef enum
{
  MULL_IMPORT_VALUE_NOTHING,
  MULL_IMPORT_VALUE_LINE,
  MULL_IMPORT_VALUE_BODY,
  MULL_IMPORT_VALUE_DATE,
  MULL_IMPORT_VALUE_TIME,
  MULL_IMPORT_VALUE_AMOUNT,
  MULL_IMPORT_VALUE_CURRENCY,
  MULL_IMPORT_VALUE_BOOLEAN,
  MULL_IMPORT_VALUE_MAILS,
  MULL_IMPORT_VALUE_PHONES,
  MULL_IMPORT_VALUE_DOMAIN,
} MullImportValueKind;

const char *mull_import_kind_get_label (MullImportKind kind);
const char *mull_import_target_get_label (MullImportTarget target);
MullImportValueKind mull_import_target_get_value_kind (MullImportTarget target);
gboolean mull_import_target_is_for (MullImportTarget target, MullImportKind kind);
const char *mull_import_target_get_joiner (MullImportTarget target);

G_END_DECLS
