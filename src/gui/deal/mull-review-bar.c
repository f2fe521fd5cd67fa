/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-review-bar"

#include "config.h"

#include "mull-review-bar.h"

#include "mull-call-plan.h"
#include "mull-call-review-ops.h"
#include "mull-draft-keeper.h"
#include "mull-timeline.h"
#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

enum
{
  SIGNAL_FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The one question, whether there is a next step, and which must-haves we left with. */
#define DRAFT_TYPE "(siab)"

struct _MullReviewBar
{
  GtkWidget parent_instance;

  /* Template children */
  GtkLabel *heading;
  GtkStack *pages;
  GtkBox *items;
  GtkToggleButton *yes;
  GtkToggleButton *no;
  GtkEditable *question;
  GtkWidget *keep;
  GtkWidget *do_over;
  GtkLabel *problem;

  /* Owned */
  MullWorkspace *workspace;
  MullDraftKeeper *drafts;
  /* The must-haves, in the order of @checks. */
  char **must;

  /* Borrowed: children of @items */
  GPtrArray *checks;

  gint64 entry_id;
  gint64 hole_id;
  /* Values are being shown, not typed. */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (MullReviewBar, mull_review_bar, GTK_TYPE_WIDGET)

static void
set_problem (MullReviewBar *self, const GError *error)
{
  gtk_label_set_text (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
}

static void
show_page (MullReviewBar *self, const char *name, const char *heading)
{
  gtk_label_set_text (self->heading, heading);
  gtk_stack_set_visible_child_name (self->pages, name);
  set_problem (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
finish (MullReviewBar *self)
{
  gint64 entry_id = self->entry_id;

  mull_review_bar_dismiss (self);
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0, entry_id);
}

/* ── What is typed ────────────────────────────────────────────────────── */

static MullTernary
get_next (MullReviewBar *self)
{
  if (gtk_toggle_button_get_active (self->yes))
    return MULL_TERNARY_YES;
  return gtk_toggle_button_get_active (self->no) ? MULL_TERNARY_NO : MULL_TERNARY_UNKNOWN;
}

static char *
print_draft (GtkWidget *widget)
{
  MullReviewBar *self = MULL_REVIEW_BAR (widget);
  const char *question = gtk_editable_get_text (self->question);
  gboolean any = *question != '\0' || get_next (self) != MULL_TERNARY_UNKNOWN;
  g_autoptr (GVariant) draft = NULL;
  GVariantBuilder got;

  g_variant_builder_init (&got, G_VARIANT_TYPE ("ab"));
  for (guint i = 0; i < self->checks->len; i++)
    {
      gboolean active = gtk_check_button_get_active (self->checks->pdata[i]);

      g_variant_builder_add (&got, "b", active);
      any |= active;
    }
  draft = g_variant_ref_sink (g_variant_new ("(siab)", question, (int) get_next (self), &got));
  return any ? g_variant_print (draft, FALSE) : NULL;
}

static void
on_field_changed_cb (MullReviewBar *self)
{
  if (!self->showing && self->entry_id != 0)
    mull_draft_keeper_queue (self->drafts);
}

static void
restore (MullReviewBar *self)
{
  g_autoptr (MullTimelineItem) item =
      mull_timeline_load_item (self->workspace, self->entry_id, NULL);
  g_autofree char *key = g_strconcat ("review/", item != NULL ? item->entry->uuid : "", NULL);
  g_autoptr (GVariant) draft = NULL;
  g_autoptr (GVariant) got = NULL;
  const char *question = "";
  int next = MULL_TERNARY_UNKNOWN;

  mull_draft_keeper_set_key (self->drafts, key);
  draft = mull_draft_keeper_load (self->drafts, G_VARIANT_TYPE (DRAFT_TYPE));
  if (draft != NULL)
    g_variant_get (draft, "(&si@ab)", &question, &next, &got);
  gtk_editable_set_text (self->question, question);
  gtk_toggle_button_set_active (self->yes, next == MULL_TERNARY_YES);
  gtk_toggle_button_set_active (self->no, next == MULL_TERNARY_NO);
  for (guint i = 0; got != NULL && i < MIN (self->checks->len, g_variant_n_children (got)); i++)
    {
      gboolean active;

      g_variant_get_child (got, i, "b", &active);
      gtk_check_button_set_active (self->checks->pdata[i], active);
    }
}

/* ── Keeping it ───────────────────────────────────────────────────────── */

static GPtrArray *
make_items (MullReviewBar *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (mull_record_unref);

  for (guint i = 0; i < self->checks->len; i++)
    {
      MullCallReviewItem *item = mull_call_review_item_new ();

      mull_set_text (&item->text, self->must[i]);
      item->got = gtk_check_button_get_active (self->checks->pdata[i]);
      g_ptr_array_add (items, item);
    }
  return items;
}

static MullCallReview *
make_review (MullReviewBar *self)
{
  MullCallReview *review = mull_call_review_new ();

  review->entry_id = self->entry_id;
  review->next_commitment = get_next (self);
  mull_set_text (&review->question, gtk_editable_get_text (self->question));
  return review;
}

/**
 * mull_review_bar_keep:
 *
 * Keeps what was answered, and offers a do-over for the first thing that is missing.
 *
 * Returns: whether it did; it says in place what is wrong otherwise
 */
gboolean
mull_review_bar_keep (MullReviewBar *self)
{
  g_autoptr (MullCallReview) review = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (MULL_IS_REVIEW_BAR (self), FALSE);

  review = make_review (self);
  items = make_items (self);
  if (!mull_call_review_ops_keep (self->workspace, review, items, &self->hole_id, &error))
    {
      set_problem (self, error);
      return FALSE;
    }
  mull_draft_keeper_drop (self->drafts);
  if (self->hole_id == 0)
    {
      finish (self);
      return TRUE;
    }
  show_page (self, "do-over",
             _ ("What is missing is kept. Do you want to call again, now, and ask for it?"));
  gtk_widget_grab_focus (self->do_over);
  return TRUE;
}

/* ── Keys ─────────────────────────────────────────────────────────────── */

static gboolean
is_mnemonic_of (GtkToggleButton *button, guint keyval)
{
  const char *label = gtk_button_get_label (GTK_BUTTON (button));
  const char *mark = label != NULL ? strchr (label, '_') : NULL;

  return mark != NULL && g_unichar_tolower (g_utf8_get_char (mark + 1)) ==
                             gdk_keyval_to_unicode (gdk_keyval_to_lower (keyval));
}

/* Digits tick what we left with, the letters of yes and no answer. Where one types, keys are
 * text. */
static gboolean
press (MullReviewBar *self, guint keyval)
{
  guint digit = gdk_keyval_to_unicode (keyval) - '1';

  if (digit < self->checks->len)
    {
      GtkCheckButton *check = self->checks->pdata[digit];

      gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
      return GDK_EVENT_STOP;
    }
  if (is_mnemonic_of (self->yes, keyval))
    gtk_toggle_button_set_active (self->yes, TRUE);
  else if (is_mnemonic_of (self->no, keyval))
    gtk_toggle_button_set_active (self->no, TRUE);
  else
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (self->question));
  return GDK_EVENT_STOP;
}

static gboolean
on_key_pressed_cb (MullReviewBar *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if (!g_str_equal (gtk_stack_get_visible_child_name (self->pages), "review"))
    return GDK_EVENT_PROPAGATE;
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) &&
      (control || GTK_IS_CHECK_BUTTON (focus)))
    {
      mull_review_bar_keep (self);
      return GDK_EVENT_STOP;
    }
  if ((state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) != 0 ||
      GTK_IS_TEXT (focus))
    return GDK_EVENT_PROPAGATE;
  return press (self, keyval);
}

/* ── Callbacks ────────────────────────────────────────────────────────── */

static void
on_keep_cb (MullReviewBar *self)
{
  mull_review_bar_keep (self);
}

static void
on_do_over_clicked_cb (MullReviewBar *self)
{
  gint64 hole_id = self->hole_id;

  mull_review_bar_dismiss (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "deal.do-over", "x", hole_id);
}

static void
skip_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  finish (MULL_REVIEW_BAR (widget));
}

static gboolean
on_escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return mull_review_bar_escape (MULL_REVIEW_BAR (widget));
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_review_bar_unmap (GtkWidget *widget)
{
  if (MULL_REVIEW_BAR (widget)->drafts != NULL)
    mull_draft_keeper_flush (MULL_REVIEW_BAR (widget)->drafts);
  GTK_WIDGET_CLASS (mull_review_bar_parent_class)->unmap (widget);
}

static void
mull_review_bar_dispose (GObject *object)
{
  MullReviewBar *self = MULL_REVIEW_BAR (object);

  g_clear_object (&self->drafts);
  mull_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_REVIEW_BAR);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->must, g_strfreev);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_review_bar_parent_class)->dispose (object);
}

static void
mull_review_bar_class_init (MullReviewBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_review_bar_dispose;
  widget_class->unmap = mull_review_bar_unmap;

  /**
   * MullReviewBar::finished:
   * @entry_id: the call or meeting
   *
   * It was looked back on, or not, and no do-over was asked for.
   */
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", MULL_TYPE_REVIEW_BAR, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  mull_ui_init ();
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/deal/mull-review-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MullReviewBar, heading);
  gtk_widget_class_bind_template_child (widget_class, MullReviewBar, pages);
  gtk_widget_class_bind_template_child (widget_class, MullReviewBar, items);
  gtk_widget_class_bind_template_child (widget_class, MullReviewBar, yes);
  gtk_widget_class_bind_template_child (widget_class, MullReviewBar, no);
  gtk_widget_class_bind_template_child (widget_class, MullReviewBar, question);
  gtk_widget_class_bind_template_child (widget_class, MullReviewBar, keep);
  gtk_widget_class_bind_template_child (widget_class, MullReviewBar, do_over);
  gtk_widget_class_bind_template_child (widget_class, MullReviewBar, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_do_over_clicked_cb);
  gtk_widget_class_install_action (widget_class, "review.skip", NULL, skip_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape_cb, NULL);
}

static void
mull_review_bar_init (MullReviewBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->question, "changed", G_CALLBACK (on_field_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->yes, "toggled", G_CALLBACK (on_field_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->no, "toggled", G_CALLBACK (on_field_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* ── Public ───────────────────────────────────────────────────────────── */

/**
 * mull_review_bar_set_workspace:
 *
 * Says, once, where reviews are kept.
 */
void
mull_review_bar_set_workspace (MullReviewBar *self, MullWorkspace *workspace)
{
  g_return_if_fail (MULL_IS_REVIEW_BAR (self));

  g_set_object (&self->workspace, workspace);
  g_clear_object (&self->drafts);
  self->drafts = mull_draft_keeper_new (GTK_WIDGET (self), workspace, print_draft);
}

static void
add_item (MullReviewBar *self, guint i)
{
  g_autofree char *key = g_strdup_printf ("%u", i + 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *digit = gtk_label_new (key);
  GtkWidget *text = gtk_label_new (self->must[i]);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_add_css_class (digit, "figures");
  gtk_widget_add_css_class (digit, "dim-label");
  gtk_box_append (GTK_BOX (box), digit);
  gtk_box_append (GTK_BOX (box), text);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->must[i], -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_field_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->items, check);
  g_ptr_array_add (self->checks, check);
}

/**
 * mull_review_bar_ask:
 * @dossier: the deal, with the plan of the talk
 * @entry_id: the call or meeting that is looked back on
 *
 * Asks what we left with. What was answered about the same talk and not kept is there again.
 */
void
mull_review_bar_ask (MullReviewBar *self, MullDossier *dossier, gint64 entry_id)
{
  GtkWidget *child;

  g_return_if_fail (MULL_IS_REVIEW_BAR (self));

  mull_draft_keeper_flush (self->drafts);
  self->entry_id = entry_id;
  self->hole_id = 0;
  self->showing = TRUE;
  g_ptr_array_set_size (self->checks, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->items))) != NULL)
    gtk_box_remove (self->items, child);
  g_strfreev (self->must);
  self->must = mull_call_plan_split (dossier->deal->plan_must);
  for (guint i = 0; self->must[i] != NULL; i++)
    add_item (self, i);
  gtk_widget_set_visible (GTK_WIDGET (self->items), self->checks->len > 0);
  restore (self);
  self->showing = FALSE;
  show_page (self, "review", _ ("What did you leave with?"));
  gtk_widget_grab_focus (self->checks->len > 0 ? self->checks->pdata[0] : GTK_WIDGET (self->yes));
}

/**
 * mull_review_bar_refresh:
 * @dossier: the deal as it is now
 *
 * Takes the questions away if the talk is gone, or the hole that was left at it: they were undone.
 */
void
mull_review_bar_refresh (MullReviewBar *self, MullDossier *dossier)
{
  g_return_if_fail (MULL_IS_REVIEW_BAR (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self)) &&
      (!mull_dossier_has_entry (dossier, self->entry_id) ||
       (self->hole_id != 0 && !mull_dossier_has_hole (dossier, self->hole_id))))
    mull_review_bar_dismiss (self);
}

/**
 * mull_review_bar_escape:
 *
 * Does what Escape does. What was typed is not given up by one key: the field is left first.
 *
 * Returns: whether something was asked
 */
gboolean
mull_review_bar_escape (MullReviewBar *self)
{
  g_return_val_if_fail (MULL_IS_REVIEW_BAR (self), FALSE);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  if (*gtk_editable_get_text (self->question) == '\0' ||
      !mull_widget_leave_text (GTK_WIDGET (self), self->keep))
    finish (self);
  return TRUE;
}

/**
 * mull_review_bar_dismiss:
 *
 * Takes the questions away.
 */
void
mull_review_bar_dismiss (MullReviewBar *self)
{
  g_return_if_fail (MULL_IS_REVIEW_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * mull_review_bar_set_got:
 * @item: which must-have, from 0
 * @got: whether we left with it
 *
 * Answers for one must-have.
 */
void
mull_review_bar_set_got (MullReviewBar *self, guint item, gboolean got)
{
  g_return_if_fail (MULL_IS_REVIEW_BAR (self) && item < self->checks->len);

  gtk_check_button_set_active (self->checks->pdata[item], got);
}

/**
 * mull_review_bar_set_next:
 * @next: whether there is a next commitment with a day
 *
 * Answers for the next commitment.
 */
void
mull_review_bar_set_next (MullReviewBar *self, gboolean next)
{
  g_return_if_fail (MULL_IS_REVIEW_BAR (self));

  gtk_toggle_button_set_active (next ? self->yes : self->no, TRUE);
}

/**
 * mull_review_bar_type_question:
 * @text: the one question
 *
 * Fills in what came to mind.
 */
void
mull_review_bar_type_question (MullReviewBar *self, const char *text)
{
  g_return_if_fail (MULL_IS_REVIEW_BAR (self));

  gtk_editable_set_text (self->question, text);
}
