/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-form-dialog-draft"

#include "config.h"

#include "mull-form-dialog-private.h"

#include <glib/gi18n-lib.h>

/* Where a draft is kept: the form, what it is about, and which part of that. */
#define DEAL_KEY "deal-form:%s:%s:%s"

/* By key of a field, what stands in it; fields that are as they began are left out, so that what
 * was changed elsewhere meanwhile is not typed over. */
#define DRAFT_TYPE "a{ss}"

/* ── A field as a draft says it ───────────────────────────────────────── */

/* A person goes by the uuid: the number may be another one's when the draft is opened again. */
static char *
dup_value (MullFormDialog *self, const char *key, const MullFormField *field)
{
  if (field->people != NULL)
    {
      const MullPerson *person = mull_form_field_get_person (field);

      return g_strdup (person != NULL ? person->uuid : "");
    }
  if (GTK_IS_DROP_DOWN (field->widget))
    return g_strdup_printf ("%u", mull_form_dialog_get_choice (self, key));
  if (GTK_IS_CHECK_BUTTON (field->widget))
    return g_strdup (mull_form_dialog_get_switch (self, key) ? "1" : "");
  return mull_form_dialog_dup_text (self, key);
}

/* Returns: the choice; somebody who is not among the people any more is nobody */
static guint
find_person (const GPtrArray *people, const char *uuid)
{
  for (guint i = 0; i < people->len; i++)
    if (g_str_equal (((const MullPerson *) people->pdata[i])->uuid, uuid))
      return i + 1;
  return 0;
}

static void
type_value (MullFormDialog *self, const char *key, const MullFormField *field, const char *value)
{
  if (field->people != NULL)
    mull_form_dialog_set_choice (self, key, find_person (field->people, value));
  else if (GTK_IS_DROP_DOWN (field->widget))
    {
      guint n = g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (field->widget)));
      guint64 selected;

      if (g_ascii_string_to_unsigned (value, 10, 0, n - 1, &selected, NULL))
        mull_form_dialog_set_choice (self, key, (guint) selected);
    }
  else if (GTK_IS_CHECK_BUTTON (field->widget))
    mull_form_dialog_set_switch (self, key, *value != '\0');
  else
    mull_form_dialog_set_text (self, key, value);
}

/* ── The draft ────────────────────────────────────────────────────────── */

/* The keeper's owner is where its errors are shown. */
static char *
print_draft (GtkWidget *toasts)
{
  MullFormDialog *self = MULL_FORM_DIALOG (gtk_widget_get_ancestor (toasts, MULL_TYPE_FORM_DIALOG));
  GVariantBuilder builder;
  g_autoptr (GVariant) draft = NULL;
  GHashTableIter iter;
  gpointer key, field;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (DRAFT_TYPE));
  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, &key, &field))
    {
      g_autofree char *value = dup_value (self, key, field);

      if (!((MullFormField *) field)->is_aid &&
          !g_str_equal (value, ((MullFormField *) field)->began))
        g_variant_builder_add (&builder, "{ss}", key, value);
    }
  draft = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_n_children (draft) > 0 ? g_variant_print (draft, FALSE) : NULL;
}

static gboolean
has_draft (MullFormDialog *self)
{
  g_autofree char *draft = print_draft (GTK_WIDGET (self->toasts));

  return draft != NULL;
}

static void
on_field_changed_cb (MullFormDialog *self)
{
  if (self->showing)
    return;
  mull_kept_line_note_typed (self->kept, has_draft (self));
  mull_draft_keeper_queue (self->drafts);
}

static void
follow_field (MullFormDialog *self, GtkWidget *widget)
{
  gpointer source = widget;
  const char *signal = "changed";

  if (GTK_IS_DROP_DOWN (widget))
    signal = "notify::selected";
  else if (GTK_IS_CHECK_BUTTON (widget))
    signal = "toggled";
  else if (GTK_IS_TEXT_VIEW (widget))
    source = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  g_signal_connect_object (source, signal, G_CALLBACK (on_field_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
begin (MullFormDialog *self)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      MullFormField *field = value;

      field->began = dup_value (self, key, field);
      follow_field (self, field->widget);
    }
}

static void
restore (MullFormDialog *self)
{
  g_autoptr (GVariant) draft = mull_draft_keeper_load (self->drafts, G_VARIANT_TYPE (DRAFT_TYPE));
  GVariantIter iter;
  const char *key, *value;

  if (draft == NULL)
    return;
  self->showing = TRUE;
  g_variant_iter_init (&iter, draft);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &value))
    {
      const MullFormField *field = g_hash_table_lookup (self->fields, g_intern_string (key));

      if (field != NULL && !field->is_aid)
        type_value (self, key, field, value);
    }
  self->showing = FALSE;
  mull_kept_line_note_restored (self->kept, has_draft (self));
}

/**
 * mull_form_dialog_keep_draft:
 * @key: what the form is about, by uuid; a number is given to something else one day
 *
 * Types what was typed here before and not done, and keeps from now on what is typed. Call it when
 * all fields were added.
 */
void
mull_form_dialog_keep_draft (MullFormDialog *self, const char *key)
{
  g_return_if_fail (MULL_IS_FORM_DIALOG (self));
  g_return_if_fail (self->drafts == NULL);

  self->drafts = mull_draft_keeper_new (GTK_WIDGET (self->toasts), self->workspace, print_draft);
  mull_kept_line_follow (self->kept, self->drafts);
  mull_draft_keeper_set_key (self->drafts, key);
  /* What is kept is not cancelled. */
  gtk_button_set_label (self->cancel, _ ("_Close"));
  begin (self);
  restore (self);
}

/**
 * mull_form_dialog_present_for_deal:
 * @deal: which deal it is about
 * @part: which form it is
 * @uuid: what of the deal it is about; empty for something new, or the deal itself
 *
 * Shows a form all of whose fields were added, and keeps what is typed, as
 * mull_form_dialog_keep_draft() does.
 *
 * Returns: (transfer none): @self
 */
MullFormDialog *
mull_form_dialog_present_for_deal (MullFormDialog *self,
                                   const MullDeal *deal,
                                   const char *part,
                                   const char *uuid)
{
  g_autofree char *key = g_strdup_printf (DEAL_KEY, deal->uuid, part, uuid);

  mull_form_dialog_keep_draft (self, key);
  return mull_form_dialog_present (self);
}

/**
 * mull_form_dialog_flush_draft:
 *
 * Keeps now what waits to be kept.
 */
void
mull_form_dialog_flush_draft (MullFormDialog *self)
{
  if (self->drafts != NULL)
    mull_draft_keeper_flush (self->drafts);
}

/**
 * mull_form_dialog_drop_draft:
 *
 * Forgets what was kept: it is done.
 */
void
mull_form_dialog_drop_draft (MullFormDialog *self)
{
  if (self->drafts != NULL)
    mull_draft_keeper_drop (self->drafts);
}

/**
 * mull_form_dialog_discard:
 *
 * Forgets what was typed: the fields are as they began.
 */
void
mull_form_dialog_discard (MullFormDialog *self)
{
  GHashTableIter iter;
  gpointer key, value;

  if (self->drafts == NULL)
    return;
  mull_draft_keeper_drop (self->drafts);
  self->showing = TRUE;
  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!((MullFormField *) value)->is_aid)
      type_value (self, key, value, ((MullFormField *) value)->began);
  self->showing = FALSE;
  mull_kept_line_clear (self->kept);
  /* The button that had the focus is gone. */
  gtk_widget_child_focus (GTK_WIDGET (self->fields_box), GTK_DIR_TAB_FORWARD);
}
