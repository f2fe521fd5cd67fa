/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-report"

#include "config.h"

#include "mull-import-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
free_refusal (gpointer data)
{
  mull_import_refusal_free (data);
}

static void
free_notice (gpointer data)
{
  MullImportNotice *notice = data;

  g_free (notice->text);
  g_free (notice);
}

static void
free_exception (gpointer data)
{
  MullImportException *exception = data;

  g_free (exception->text);
  g_free (exception);
}

/**
 * mull_import_report_new:
 *
 * Returns: (transfer full): a report of nothing
 */
MullImportReport *
mull_import_report_new (void)
{
  MullImportReport *self = g_new0 (MullImportReport, 1);

  self->refusals = g_ptr_array_new_with_free_func (free_refusal);
  self->notices = g_ptr_array_new_with_free_func (free_notice);
  self->exceptions = g_ptr_array_new_with_free_func (free_exception);
  self->states = g_byte_array_new ();
  self->refused_rows = g_string_new (NULL);
  return self;
}

/**
 * mull_import_report_free:
 * @self: (transfer full): a report
 */
void
mull_import_report_free (MullImportReport *self)
{
  g_ptr_array_unref (self->refusals);
  g_ptr_array_unref (self->notices);
  g_ptr_array_unref (self->exceptions);
  g_byte_array_unref (self->states);
  g_string_free (self->refused_rows, TRUE);
  g_free (self);
}

/**
 * mull_import_report_add_notice:
 * @self: a report
 * @row: number of the row, from 1
 * @line: physical line of the file, from 1
 * @text: (transfer full): a sentence
 */
void
mull_import_report_add_notice (MullImportReport *self, guint row, guint line, char *text)
{
  MullImportNotice *notice;

  if (self->notices->len >= MULL_IMPORT_REPORT_MAX)
    {
      g_free (text);
      return;
    }
  notice = g_new (MullImportNotice, 1);
  *notice = (MullImportNotice){ row, line, text };
  g_ptr_array_add (self->notices, notice);
}

/**
 * mull_import_report_add_exception:
 * @self: a report
 * @exception: what is the matter with a row
 */
void
mull_import_report_add_exception (MullImportReport *self, const MullImportException *exception)
{
  MullImportException *copy;

  self->n_exceptions++;
  if (self->exceptions->len >= MULL_IMPORT_REPORT_MAX)
    return;
  copy = g_new (MullImportException, 1);
  *copy = *exception;
  copy->text = g_strdup (exception->text);
  g_ptr_array_add (self->exceptions, copy);
}

/**
 * mull_import_report_add_state:
 * @self: a report
 * @state: what becomes of the next row
 */
void
mull_import_report_add_state (MullImportReport *self, MullImportRowState state)
{
  guint8 byte = (guint8) state;

  g_byte_array_append (self->states, &byte, 1);
}

/**
 * mull_import_row_state_label:
 * @state: what becomes of a row
 *
 * Returns: (transfer none): the same for people
 */
const char *
mull_import_row_state_label (MullImportRowState state)
{
  switch (state)
    {
    /* Translators: what becomes of a row of a file */
    case MULL_IMPORT_ROW_IDENTICAL:
      return _ ("here already");
    case MULL_IMPORT_ROW_NEW:
      return _ ("new");
    case MULL_IMPORT_ROW_CHANGED:
      return _ ("changed");
    case MULL_IMPORT_ROW_DUPLICATE:
      return _ ("possible duplicate");
    case MULL_IMPORT_ROW_CONFLICT:
      return _ ("says something else");
    case MULL_IMPORT_ROW_LEFT_OUT:
      return _ ("left out");
    case MULL_IMPORT_ROW_REFUSED:
      return _ ("refused");
    }
  g_return_val_if_reached ("");
}

/**
 * mull_import_report_agrees:
 * @self: a report
 * @other: the report of a dry run
 *
 * Returns: whether both count the same
 */
gboolean
mull_import_report_agrees (const MullImportReport *self, const MullImportReport *other)
{
  for (guint i = 0; i < MULL_N_IMPORT_THINGS; i++)
    if (self->counts[i].n_new != other->counts[i].n_new ||
        self->counts[i].n_changed != other->counts[i].n_changed ||
        self->counts[i].n_identical != other->counts[i].n_identical)
      return FALSE;
  return self->n_rows == other->n_rows && self->n_refused == other->n_refused &&
         self->n_left_out == other->n_left_out && self->n_kept == other->n_kept &&
         self->n_exceptions == other->n_exceptions && self->states->len == other->states->len &&
         memcmp (self->states->data, other->states->data, self->states->len) == 0;
}

/**
 * mull_import_report_changes_something:
 * @self: a report
 *
 * Returns: whether anything is new or changed
 */
gboolean
mull_import_report_changes_something (const MullImportReport *self)
{
  for (guint i = 0; i < MULL_N_IMPORT_THINGS; i++)
    if (self->counts[i].n_new > 0 || self->counts[i].n_changed > 0)
      return TRUE;
  return FALSE;
}

/**
 * mull_import_thing_get_label:
 * @thing: a kind of thing
 *
 * Returns: (transfer none): its name for people
 */
const char *
mull_import_thing_get_label (MullImportThing thing)
{
  switch (thing)
    {
    case MULL_IMPORT_THING_DEAL:
      return _ ("Deals");
    case MULL_IMPORT_THING_COMPANY:
      return _ ("Companies");
    case MULL_IMPORT_THING_PERSON:
      return _ ("People");
    case MULL_IMPORT_THING_ENTRY:
      return _ ("Entries");
    case MULL_IMPORT_THING_TOUCH:
      return _ ("Planned touches");
    case MULL_IMPORT_THING_STAGE:
      return _ ("Stages");
    case MULL_IMPORT_THING_PIPELINE:
      return _ ("Pipelines");
    }
  g_return_val_if_reached ("");
}

/**
 * mull_import_report_describe_counts:
 * @self: a report
 *
 * Returns: (transfer full): one line for each kind of thing the file has, without the last line end
 */
char *
mull_import_report_describe_counts (const MullImportReport *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MULL_N_IMPORT_THINGS; i++)
    {
      const MullImportCounts *counts = &self->counts[i];

      if (counts->n_new + counts->n_changed + counts->n_identical == 0)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: "Deals: 3 new, 1 changed, 7 identical" */
      g_string_append_printf (text, _ ("%s: %'u new, %'u changed, %'u identical"),
                              mull_import_thing_get_label (i), counts->n_new, counts->n_changed,
                              counts->n_identical);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
