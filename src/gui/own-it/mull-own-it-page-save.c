/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-own-it-page"

#include "config.h"

#include "mull-own-it-page-private.h"

#include "mull-feedback.h"
#include "mull-own-it-ops.h"
#include "mull-own-it-rules.h"

#include <glib/gi18n-lib.h>

/* Saving what is typed; what cannot be taken is said where it was typed. */

static MullOwnIt *
read_own_it (MullOwnItPage *self)
{
  MullOwnIt *own = mull_own_it_copy (self->shown->own);

  mull_take_text (&own->cannot, mull_own_it_page_dup_text (self->cannot));
  mull_take_text (&own->can, mull_own_it_page_dup_text (self->can));
  mull_take_text (&own->effort, mull_own_it_page_dup_text (self->effort));
  mull_take_text (&own->lesson, mull_own_it_page_dup_text (self->lesson));
  own->say_first_time = gtk_check_button_get_active (self->first_time);
  return own;
}

/* (nullable): NULL if one of them is not understood. */
static GPtrArray *
read_ways (MullOwnItPage *self)
{
  g_autoptr (GPtrArray) ways = g_ptr_array_new_with_free_func (mull_record_unref);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->ways)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      MullWayOut *way;

      if (mull_way_out_row_is_empty (MULL_WAY_OUT_ROW (row)))
        continue;
      way = mull_way_out_new ();
      g_ptr_array_add (ways, way);
      if (!mull_way_out_row_read (MULL_WAY_OUT_ROW (row), self->shown->dossier->deal->currency,
                                  way))
        return NULL;
    }
  return g_steal_pointer (&ways);
}

static gboolean
save_before (MullOwnItPage *self, GError **error)
{
  g_autoptr (MullOwnIt) own = read_own_it (self);
  g_autoptr (GPtrArray) ways = read_ways (self);
  g_autoptr (GError) untrue = NULL;

  if (ways == NULL)
    return FALSE;
  if (!mull_own_it_check (own, &self->shown->record, &untrue))
    {
      mull_field_box_refuse (self->first_time_field, untrue->message);
      return FALSE;
    }
  return mull_own_it_ops_save (self->workspace, own, ways, NULL, error);
}

static gboolean
save_lesson (MullOwnItPage *self, GError **error)
{
  g_autofree char *lesson = mull_own_it_page_dup_text (self->lesson);

  return mull_own_it_ops_set_lesson (self->workspace, self->shown->own->record.id, lesson, error);
}

/**
 * mull_own_it_page_save:
 *
 * Saves what is typed, as one step.
 *
 * Returns: whether it is saved; why not has been said
 */
gboolean
mull_own_it_page_save (MullOwnItPage *self)
{
  gboolean done = mull_own_it_page_is_done (self);
  g_autoptr (GError) error = NULL;

  if (!mull_own_it_page_is_changed (self) && self->shown->own->record.id != 0)
    return TRUE;
  if (!(done ? save_lesson (self, &error) : save_before (self, &error)))
    {
      if (error != NULL)
        mull_feedback_error (GTK_WIDGET (self->words), error);
      return FALSE;
    }
  if (!done)
    mull_draft_keeper_drop (self->drafts);
  if (!mull_own_it_page_load (self, self->commitment_id, &error))
    mull_feedback_error (GTK_WIDGET (self->words), error);
  else if (done)
    mull_own_it_page_type_lesson (self);
  else
    mull_own_it_page_type (self, self->stored);
  return TRUE;
}

/* The rule looks at all ways at once; to say where, it is asked about each. */
static gboolean
check_way (MullOwnItPage *self, const MullOwnIt *own, MullWayOutRow *row)
{
  g_autoptr (GPtrArray) ways = g_ptr_array_new_with_free_func (mull_record_unref);
  MullWayOut *way = mull_way_out_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (ways, way);
  if (!mull_way_out_row_read (row, self->shown->dossier->deal->currency, way))
    return FALSE;
  if (mull_own_it_check_ways (own, ways, self->shown->dossier->today, &error))
    return TRUE;
  mull_way_out_row_refuse_day (row, error->message);
  return FALSE;
}

/**
 * mull_own_it_page_check_call:
 *
 * Returns: whether there is enough to call with; what is missing has been said where it belongs
 */
gboolean
mull_own_it_page_check_call (MullOwnItPage *self)
{
  g_autoptr (MullOwnIt) own = read_own_it (self);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->ways));
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  guint n = 0;

  mull_own_it_check_ways (own, none, self->shown->dossier->today, &error);
  if (*own->cannot == '\0')
    {
      mull_field_box_refuse (self->cannot_field, error->message);
      return FALSE;
    }
  for (GtkWidget *row = first; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (mull_way_out_row_is_empty (MULL_WAY_OUT_ROW (row)))
        continue;
      if (!check_way (self, own, MULL_WAY_OUT_ROW (row)))
        return FALSE;
      n++;
    }
  if (n > 0)
    return TRUE;
  mull_way_out_row_refuse_text (MULL_WAY_OUT_ROW (first), error->message);
  return FALSE;
}
