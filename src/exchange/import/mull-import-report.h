/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-import-refusal.h"

G_BEGIN_DECLS

/* So many refusals and notices are kept with their words; all are counted. */
#define MULL_IMPORT_REPORT_MAX 1000

/**
 * MullImportThing:
 * @MULL_IMPORT_THING_DEAL: deals
 * @MULL_IMPORT_THING_COMPANY: companies
 * @MULL_IMPORT_THING_PERSON: people
 * @MULL_IMPORT_THING_ENTRY: entries of timelines
 * @MULL_IMPORT_THING_TOUCH: planned touches
 * @MULL_IMPORT_THING_STAGE: stages
 * @MULL_IMPORT_THING_PIPELINE: pipelines
 *
 * What an import brings.
 */
typedef enum
{
  MULL_IMPORT_THING_DEAL,
  MULL_IMPORT_THING_COMPANY,
  MULL_IMPORT_THING_PERSON,
  MULL_IMPORT_THING_ENTRY,
  MULL_IMPORT_THING_TOUCH,
  MULL_IMPORT_THING_STAGE,
  MULL_IMPORT_THING_PIPELINE,
} MullImportThing;

#define MULL_N_IMPORT_THINGS (MULL_IMPORT_THING_PIPELINE + 1)

/**
 * MullImportCounts:
 * @n_new: were not there before
 * @n_changed: were there and say something else now
 * @n_identical: were there and say the same
 *
 * What an import does to one kind of thing.
 */
typedef struct
{
  guint n_new;
  guint n_changed;
  guint n_identical;
} MullImportCounts;

/**
 * MullImportNotice:
 * @row: number of the row, from 1
 * @line: physical line of the file, from 1
 * @text: a sentence
 *
 * Something of a row that was not taken over although the row is good: what is here already and
 * differs, and what belongs to nothing that is here.
 */
typedef struct
{
  guint row;
  guint line;
  char *text;
} MullImportNotice;

/**
 * MullImportRowState:
 * @MULL_IMPORT_ROW_IDENTICAL: what it says is here already
 * @MULL_IMPORT_ROW_NEW: it is something new
 * @MULL_IMPORT_ROW_CHANGED: it changes something that is here
 * @MULL_IMPORT_ROW_DUPLICATE: it may be somebody who is here already
 * @MULL_IMPORT_ROW_CONFLICT: what is here says something else
 * @MULL_IMPORT_ROW_LEFT_OUT: it belongs to nothing that is here
 * @MULL_IMPORT_ROW_REFUSED: it cannot be imported
 *
 * What becomes of a row of a file.
 */
typedef enum
{
  MULL_IMPORT_ROW_IDENTICAL,
  MULL_IMPORT_ROW_NEW,
  MULL_IMPORT_ROW_CHANGED,
  MULL_IMPORT_ROW_DUPLICATE,
  MULL_IMPORT_ROW_CONFLICT,
  MULL_IMPORT_ROW_LEFT_OUT,
  MULL_IMPORT_ROW_REFUSED,
} MullImportRowState;

/**
 * MullImportChoice:
 * @MULL_IMPORT_CHOICE_DEFAULT: who may be a duplicate is added; what is here stays
 * @MULL_IMPORT_CHOICE_NEW: the row is somebody else: they are added
 * @MULL_IMPORT_CHOICE_EXISTING: the row is who is here already; what is here stays
 * @MULL_IMPORT_CHOICE_FILE: the row is who is here already, and what the file says is right
 *
 * What the rep says of a row that is a duplicate or in conflict.
 */
typedef enum
{
  MULL_IMPORT_CHOICE_DEFAULT,
  MULL_IMPORT_CHOICE_NEW,
  MULL_IMPORT_CHOICE_EXISTING,
  MULL_IMPORT_CHOICE_FILE,
} MullImportChoice;

/**
 * MullImportException:
 * @row: number of the row, from 1
 * @line: physical line of the file, from 1
 * @state: a duplicate, or in conflict
 * @choice: what was chosen
 * @text: what is the matter, a sentence a line
 *
 * A good row about which the rep may have to say something.
 */
typedef struct
{
  guint row;
  guint line;
  MullImportRowState state;
  MullImportChoice choice;
  char *text;
} MullImportException;

/**
 * MullImportReport:
 * @counts: for each kind of thing
 * @n_rows: rows that were read
 * @n_refused: rows that were refused
 * @n_left_out: good rows that belong to nothing that is here
 * @n_kept: values that stayed as they were
 * @refusals: (element-type MullImportRefusal): the first refusals, in order
 * @n_refusals: how many there were
 * @notices: (element-type MullImportNotice): the first notices, in order
 * @exceptions: (element-type MullImportException): the first exceptions, in order
 * @n_exceptions: how many there were
 * @states: a #MullImportRowState for each row, as bytes
 * @refused_rows: the refused rows as they stand in the file, each with its line end
 *
 * What an import did, or would do.
 */
typedef struct
{
  MullImportCounts counts[MULL_N_IMPORT_THINGS];
  guint n_rows;
  guint n_refused;
  guint n_left_out;
  guint n_kept;
  guint n_refusals;
  GPtrArray *refusals;
  GPtrArray *notices;
  GPtrArray *exceptions;
  guint n_exceptions;
  GByteArray *states;
  GString *refused_rows;
} MullImportReport;

MullImportReport *mull_import_report_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mull_import_report_free (MullImportReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullImportReport, mull_import_report_free)

void mull_import_report_add_notice (MullImportReport *self, guint row, guint line, char *text);
void
mull_import_report_add_exception (MullImportReport *self, const MullImportException *exception);
void mull_import_report_add_state (MullImportReport *self, MullImportRowState state);
const char *mull_import_row_state_label (MullImportRowState state);
gboolean mull_import_report_agrees (const MullImportReport *self, const MullImportReport *other);
gboolean mull_import_report_changes_something (const MullImportReport *self);
char *mull_import_report_describe_counts (const MullImportReport *self);
const char *mull_import_thing_get_label (MullImportThing thing);

G_END_DECLS
