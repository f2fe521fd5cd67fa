/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-new-deal-window-draft"

#include "config.h"

#include "mull-new-deal-window-private.h"

#include "mull-stage.h"

/* There is one at a time. */
#define KEY "new-deal"
/* By name of a field, what stands in it; fields that are as they began are left out. */
#define DRAFT_TYPE "a{ss}"

static const char *
get_stage (MullNewDealWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->stage);

  if (selected >= self->stages->len || selected == self->usual_stage)
    return "";
  return ((const MullStage *) self->stages->pdata[selected])->uuid;
}

static void
select_stage (MullNewDealWindow *self, const char *uuid)
{
  for (guint i = 0; i < self->stages->len; i++)
    if (g_str_equal (((const MullStage *) self->stages->pdata[i])->uuid, uuid))
      gtk_drop_down_set_selected (self->stage, i);
}

static const char *
get_text (GtkEntry *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
add (GVariantBuilder *builder, const char *name, const char *value, const char *began)
{
  if (!g_str_equal (value, began))
    g_variant_builder_add (builder, "{ss}", name, value);
}

/* The keeper's owner is where its errors are shown. */
static char *
print_draft (GtkWidget *toasts)
{
  MullNewDealWindow *self =
      MULL_NEW_DEAL_WINDOW (gtk_widget_get_ancestor (toasts, MULL_TYPE_NEW_DEAL_WINDOW));
  g_autoptr (GVariant) draft = NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (DRAFT_TYPE));
  add (&builder, "title", get_text (self->deal_title), "");
  add (&builder, "company", mull_suggest_entry_get_text (self->company), "");
  add (&builder, "person", get_text (self->person), "");
  add (&builder, "value", get_text (self->value), "");
  add (&builder, "currency", get_text (self->currency), self->usual_currency);
  add (&builder, "expected", mull_date_entry_get_text (self->expected), "");
  add (&builder, "stage", get_stage (self), "");
  draft = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_n_children (draft) > 0 ? g_variant_print (draft, FALSE) : NULL;
}

static gboolean
has_draft (MullNewDealWindow *self)
{
  g_autofree char *draft = print_draft (GTK_WIDGET (self->toasts));

  return draft != NULL;
}

static void
on_field_changed_cb (MullNewDealWindow *self)
{
  if (self->showing)
    return;
  mull_kept_line_note_typed (self->kept, has_draft (self));
  mull_draft_keeper_queue (self->drafts);
}

/* @any_stage: whether the rep did not say where the deal begins */
static void
restore (MullNewDealWindow *self, gboolean any_stage)
{
  g_autoptr (GVariant) draft = mull_draft_keeper_load (self->drafts, G_VARIANT_TYPE (DRAFT_TYPE));
  const char *text;

  if (draft == NULL)
    return;
  self->showing = TRUE;
  if (g_variant_lookup (draft, "title", "&s", &text))
    gtk_editable_set_text (GTK_EDITABLE (self->deal_title), text);
  if (g_variant_lookup (draft, "company", "&s", &text))
    mull_suggest_entry_set_text (self->company, text);
  if (g_variant_lookup (draft, "person", "&s", &text))
    gtk_editable_set_text (GTK_EDITABLE (self->person), text);
  if (g_variant_lookup (draft, "value", "&s", &text))
    gtk_editable_set_text (GTK_EDITABLE (self->value), text);
  if (g_variant_lookup (draft, "currency", "&s", &text))
    gtk_editable_set_text (GTK_EDITABLE (self->currency), text);
  if (g_variant_lookup (draft, "expected", "&s", &text))
    mull_date_entry_set_text (self->expected, text);
  if (any_stage && g_variant_lookup (draft, "stage", "&s", &text))
    select_stage (self, text);
  self->showing = FALSE;
  mull_kept_line_note_restored (self->kept, has_draft (self));
}

/**
 * mull_new_deal_window_begin_draft:
 * @any_stage: whether the stage that is shown was not asked for
 *
 * Types what was typed here before and not added, and keeps from now on what is typed. Call it when
 * the fields show what they begin with.
 */
void
mull_new_deal_window_begin_draft (MullNewDealWindow *self, gboolean any_stage)
{
  GtkEntry *const entries[] = { self->deal_title, self->person, self->value, self->currency };

  self->usual_currency = g_strdup (get_text (self->currency));
  self->usual_stage = gtk_drop_down_get_selected (self->stage);
  self->drafts = mull_draft_keeper_new (GTK_WIDGET (self->toasts), self->workspace, print_draft);
  mull_draft_keeper_set_key (self->drafts, KEY);
  mull_kept_line_follow (self->kept, self->drafts);
  restore (self, any_stage);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_signal_connect_object (entries[i], "changed", G_CALLBACK (on_field_changed_cb), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->company, "changed", G_CALLBACK (on_field_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->expected, "changed", G_CALLBACK (on_field_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "notify::selected", G_CALLBACK (on_field_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mull_new_deal_window_discard_draft:
 *
 * Forgets what was typed: the fields are as they began.
 */
void
mull_new_deal_window_discard_draft (MullNewDealWindow *self)
{
  GtkEntry *const entries[] = { self->deal_title, self->person, self->value };

  mull_draft_keeper_drop (self->drafts);
  self->showing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_editable_set_text (GTK_EDITABLE (entries[i]), "");
  mull_suggest_entry_set_text (self->company, "");
  gtk_editable_set_text (GTK_EDITABLE (self->currency), self->usual_currency);
  mull_date_entry_set_text (self->expected, "");
  gtk_drop_down_set_selected (self->stage, self->usual_stage);
  self->showing = FALSE;
  mull_kept_line_clear (self->kept);
  /* The button that had the focus is gone. */
  gtk_widget_grab_focus (GTK_WIDGET (self->deal_title));
}
