/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-next-step-bar"

#include "config.h"

#include "mull-next-step-bar.h"

#include "mull-columns.h"
#include "mull-commitment-ops.h"
#include "mull-date-entry.h"
#include "mull-draft-keeper.h"
#include "mull-error.h"
#include "mull-hole-ops.h"
#include "mull-move-facts.h"
#include "mull-quiet-guard.h"
#include "mull-timeline-ops.h"
#include "mull-timeline.h"
#include "mull-ui.h"
#include "mull-widget.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* The kinds of touches, and behind them two kinds of promises. */
#define N_TOUCH_KINDS MULL_ENTRY_NOTE
#define CHOICE_OURS N_TOUCH_KINDS
#define N_CHOICES (N_TOUCH_KINDS + 2)

/* The kind of step, its day, what for; the kind of hole, and what is missing. */
#define DRAFT_TYPE "(ussus)"

struct _MullNextStepBar
{
  GtkWidget parent_instance;

  /* Template children */
  GtkLabel *question;
  GtkStack *pages;
  GtkDropDown *kind;
  MullDateEntry *day;
  GtkEditable *text;
  GtkDropDown *hole_kind;
  GtkEditable *hole_text;
  GtkWidget *plan;
  GtkWidget *keep;
  GtkWidget *do_over;
  GtkWidget *stuck;
  GtkLabel *problem;
  MullQuietGuard *guard;

  /* Owned */
  MullWorkspace *workspace;
  MullDraftKeeper *drafts;

  gint64 deal_id;
  gint64 entry_id;
  gint64 hole_id;
  /* Values are being shown, not typed. */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (MullNextStepBar, mull_next_step_bar, GTK_TYPE_WIDGET)

static void
set_problem (MullNextStepBar *self, const GError *error)
{
  gtk_label_set_text (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->guard), FALSE);
}

static void
show_page (MullNextStepBar *self, const char *name, const char *question)
{
  gtk_label_set_text (self->question, question);
  gtk_stack_set_visible_child_name (self->pages, name);
  set_problem (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* ── What is typed ────────────────────────────────────────────────────── */

/* What is worth keeping: the choices alone are not. */
static char *
print_draft (GtkWidget *widget)
{
  MullNextStepBar *self = MULL_NEXT_STEP_BAR (widget);
  const char *day = mull_date_entry_get_text (self->day);
  const char *text = gtk_editable_get_text (self->text);
  const char *hole = gtk_editable_get_text (self->hole_text);
  g_autoptr (GVariant) draft = NULL;

  if (*day == '\0' && *text == '\0' && *hole == '\0')
    return NULL;
  draft =
      g_variant_ref_sink (g_variant_new (DRAFT_TYPE, gtk_drop_down_get_selected (self->kind), day,
                                         text, gtk_drop_down_get_selected (self->hole_kind), hole));
  return g_variant_print (draft, FALSE);
}

static void
on_field_changed_cb (MullNextStepBar *self)
{
  if (!self->showing && self->deal_id != 0)
    mull_draft_keeper_queue (self->drafts);
}

/* What was typed about this deal before, and neither planned nor kept, is there again. */
static void
restore (MullNextStepBar *self, const char *deal_uuid)
{
  g_autofree char *key = g_strconcat ("next-step/", deal_uuid, NULL);
  g_autoptr (GVariant) draft = NULL;
  const char *day = "", *text = "", *hole = "";
  guint kind = MULL_ENTRY_CALL, hole_kind = MULL_HOLE_QUESTION;

  mull_draft_keeper_flush (self->drafts);
  mull_draft_keeper_set_key (self->drafts, key);
  draft = mull_draft_keeper_load (self->drafts, G_VARIANT_TYPE (DRAFT_TYPE));
  if (draft != NULL)
    g_variant_get (draft, "(u&s&su&s)", &kind, &day, &text, &hole_kind, &hole);
  self->showing = TRUE;
  mull_next_step_bar_type (self, MIN (kind, N_CHOICES - 1), day, text);
  mull_next_step_bar_type_hole (self, (MullHoleKind) MIN (hole_kind, MULL_HOLE_COMMITMENT), hole);
  self->showing = FALSE;
}

/* ── Planning ─────────────────────────────────────────────────────────── */

/* Only what came from them can say that it is not happening. */
static gboolean
was_heard (MullNextStepBar *self)
{
  g_autoptr (MullTimelineItem) item =
      mull_timeline_load_item (self->workspace, self->entry_id, NULL);

  return item != NULL && mull_entry_is_heard (item->entry);
}

static gint64
find_person (MullNextStepBar *self)
{
  g_autoptr (MullTimelineItem) item =
      mull_timeline_load_item (self->workspace, self->entry_id, NULL);

  return item != NULL ? item->entry->person_id : 0;
}

/* They asked to be left alone until after that day: their words, and how to go on. */
static gboolean
ask_guard (MullNextStepBar *self, const MullPlannedTouch *touch)
{
  g_autoptr (MullGuard) guard = mull_guard_new_for_touch (self->workspace, touch, NULL);

  if (guard == NULL || !mull_guard_is_closed (guard))
    return FALSE;
  set_problem (self, NULL);
  mull_quiet_guard_show (self->guard, guard);
  gtk_widget_set_visible (GTK_WIDGET (self->guard), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->guard));
  return TRUE;
}

static gboolean
plan_touch (MullNextStepBar *self,
            MullEntryKind kind,
            MullDay day,
            const MullQuietPass *pass,
            GError **error)
{
  g_autoptr (MullPlannedTouch) touch = mull_planned_touch_new ();

  touch->deal_id = self->deal_id;
  touch->kind = kind;
  touch->due_on = day;
  touch->person_id = find_person (self);
  mull_set_text (&touch->text, gtk_editable_get_text (self->text));
  if (mull_touch_ops_plan_with_pass (self->workspace, touch, pass, NULL, error))
    return TRUE;
  if (error != NULL && g_error_matches (*error, MULL_ERROR, MULL_ERROR_QUIET) &&
      ask_guard (self, touch))
    g_clear_error (error);
  return FALSE;
}

static gboolean
promise (MullNextStepBar *self, MullSide side, MullDay day, GError **error)
{
  g_autoptr (MullCommitment) commitment = mull_commitment_new ();

  commitment->deal_id = self->deal_id;
  commitment->side = side;
  commitment->due_on = day;
  if (side == MULL_SIDE_US)
    commitment->to_person_id = find_person (self);
  else
    commitment->by_person_id = find_person (self);
  mull_set_text (&commitment->words, gtk_editable_get_text (self->text));
  return mull_commitment_ops_promise (self->workspace, commitment, NULL, error);
}

static gboolean
plan_with_pass (MullNextStepBar *self, const MullQuietPass *pass)
{
  g_autoptr (GError) error = NULL;
  guint choice = gtk_drop_down_get_selected (self->kind);
  MullDay day;
  gboolean done;

  done = mull_date_entry_get_day (self->day, &day, &error) &&
         (choice < N_TOUCH_KINDS
              ? plan_touch (self, (MullEntryKind) choice, day, pass, &error)
              : promise (self, choice == CHOICE_OURS ? MULL_SIDE_US : MULL_SIDE_THEM, day, &error));
  if (done)
    {
      mull_draft_keeper_drop (self->drafts);
      mull_next_step_bar_dismiss (self);
    }
  else if (error != NULL)
    set_problem (self, error);
  return done;
}

static void
on_guard_passed_cb (MullNextStepBar *self, int reason, const char *why, MullQuietGuard *guard)
{
  const MullQuietPass pass = { (MullQuietReason) reason, why };

  plan_with_pass (self, &pass);
}

/**
 * mull_next_step_bar_plan:
 *
 * Plans the touch, or keeps the promise, that was typed.
 *
 * Returns: whether it did; it says in place what is missing otherwise, or shows the guard
 */
gboolean
mull_next_step_bar_plan (MullNextStepBar *self)
{
  g_return_val_if_fail (MULL_IS_NEXT_STEP_BAR (self), FALSE);

  return plan_with_pass (self, NULL);
}

/**
 * mull_next_step_bar_ask_hole:
 *
 * There is no next step: something was left without.
 */
void
mull_next_step_bar_ask_hole (MullNextStepBar *self)
{
  g_return_if_fail (MULL_IS_NEXT_STEP_BAR (self));

  show_page (self, "hole", _ ("What did you leave without?"));
  gtk_widget_grab_focus (GTK_WIDGET (self->hole_text));
}

/**
 * mull_next_step_bar_open_hole:
 *
 * Opens the hole that was typed, left at the touch that was logged, and offers the do-over.
 *
 * Returns: whether it did; it says in place what is missing otherwise
 */
gboolean
mull_next_step_bar_open_hole (MullNextStepBar *self)
{
  g_autoptr (MullHole) hole = mull_hole_new ();
  g_autoptr (MullTimelineItem) item = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (MULL_IS_NEXT_STEP_BAR (self), FALSE);

  item = mull_timeline_load_item (self->workspace, self->entry_id, NULL);
  hole->deal_id = self->deal_id;
  hole->kind = (MullHoleKind) gtk_drop_down_get_selected (self->hole_kind);
  hole->source = MULL_HOLE_SOURCE_REVIEW;
  mull_set_text (&hole->text, gtk_editable_get_text (self->hole_text));
  if (item != NULL)
    {
      hole->entry_id = self->entry_id;
      hole->person_id = item->entry->person_id;
      hole->left_at = item->entry->happened_at;
    }
  if (!mull_hole_ops_open (self->workspace, hole, &self->hole_id, &error))
    {
      set_problem (self, error);
      return FALSE;
    }
  mull_draft_keeper_drop (self->drafts);
  show_page (self, "do-over", _ ("It is kept. Do you want to call again, now, and ask for it?"));
  gtk_widget_grab_focus (self->do_over);
  return TRUE;
}

/* ── Callbacks ────────────────────────────────────────────────────────── */

static void
on_plan_cb (MullNextStepBar *self)
{
  mull_next_step_bar_plan (self);
}

static void
on_open_hole_cb (MullNextStepBar *self)
{
  mull_next_step_bar_open_hole (self);
}

static void
on_do_over_clicked_cb (MullNextStepBar *self)
{
  gint64 hole_id = self->hole_id;

  mull_next_step_bar_dismiss (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "deal.do-over", "x", hole_id);
}

static void
on_stuck_clicked_cb (MullNextStepBar *self)
{
  gint64 entry_id = self->entry_id;

  mull_next_step_bar_dismiss (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "deal.stuck", "x", entry_id);
}

static gboolean
on_escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return mull_next_step_bar_escape (MULL_NEXT_STEP_BAR (widget));
}

/* ── Object ───────────────────────────────────────────────────────────── */

/* Who is asked for the next step says when it is. */
static gboolean
mull_next_step_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MULL_NEXT_STEP_BAR (widget)->day));
}

static void
mull_next_step_bar_unmap (GtkWidget *widget)
{
  if (MULL_NEXT_STEP_BAR (widget)->drafts != NULL)
    mull_draft_keeper_flush (MULL_NEXT_STEP_BAR (widget)->drafts);
  GTK_WIDGET_CLASS (mull_next_step_bar_parent_class)->unmap (widget);
}

static void
mull_next_step_bar_dispose (GObject *object)
{
  g_clear_object (&MULL_NEXT_STEP_BAR (object)->drafts);
  mull_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_NEXT_STEP_BAR);
  g_clear_object (&MULL_NEXT_STEP_BAR (object)->workspace);
  G_OBJECT_CLASS (mull_next_step_bar_parent_class)->dispose (object);
}

static void
mull_next_step_bar_class_init (MullNextStepBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_next_step_bar_dispose;
  widget_class->unmap = mull_next_step_bar_unmap;
  widget_class->focus = mull_widget_focus_children;
  widget_class->grab_focus = mull_next_step_bar_grab_focus;

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_COLUMNS);
  g_type_ensure (MULL_TYPE_DATE_ENTRY);
  g_type_ensure (MULL_TYPE_QUIET_GUARD);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/mulliganapp/Mulligan/deal/mull-next-step-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MullNextStepBar, question);
  gtk_widget_class_bind_template_child (widget_class, MullNextStepBar, pages);
  gtk_widget_class_bind_template_child (widget_class, MullNextStepBar, kind);
  gtk_widget_class_bind_template_child (widget_class, MullNextStepBar, day);
  gtk_widget_class_bind_template_child (widget_class, MullNextStepBar, text);
  gtk_widget_class_bind_template_child (widget_class, MullNextStepBar, hole_kind);
  gtk_widget_class_bind_template_child (widget_class, MullNextStepBar, hole_text);
  gtk_widget_class_bind_template_child (widget_class, MullNextStepBar, plan);
  gtk_widget_class_bind_template_child (widget_class, MullNextStepBar, keep);
  gtk_widget_class_bind_template_child (widget_class, MullNextStepBar, do_over);
  gtk_widget_class_bind_template_child (widget_class, MullNextStepBar, stuck);
  gtk_widget_class_bind_template_child (widget_class, MullNextStepBar, problem);
  gtk_widget_class_bind_template_child (widget_class, MullNextStepBar, guard);
  gtk_widget_class_bind_template_callback (widget_class, on_guard_passed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mull_next_step_bar_dismiss);
  gtk_widget_class_bind_template_callback (widget_class, mull_next_step_bar_ask_hole);
  gtk_widget_class_bind_template_callback (widget_class, on_plan_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_open_hole_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_do_over_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stuck_clicked_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape_cb, NULL);
}

static void
set_choices (GtkDropDown *dropdown, const char *const *choices)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (choices);

  gtk_drop_down_set_model (dropdown, G_LIST_MODEL (list));
}

static void
follow_fields (MullNextStepBar *self)
{
  const struct
  {
    gpointer field;
    const char *signal;
  } fields[] = {
    { self->kind, "notify::selected" }, { self->day, "changed" },
    { self->text, "changed" },          { self->hole_kind, "notify::selected" },
    { self->hole_text, "changed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_signal_connect_object (fields[i].field, fields[i].signal, G_CALLBACK (on_field_changed_cb),
                             self, G_CONNECT_SWAPPED);
}

static void
mull_next_step_bar_init (MullNextStepBar *self)
{
  const char *kinds[N_CHOICES + 1] = { NULL };
  const char *holes[MULL_HOLE_COMMITMENT + 2] = { NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < N_TOUCH_KINDS; i++)
    kinds[i] = mull_entry_kind_label ((MullEntryKind) i);
  kinds[CHOICE_OURS] = _ ("We promised");
  kinds[CHOICE_OURS + 1] = _ ("They promised");
  set_choices (self->kind, kinds);
  for (int i = 0; i <= MULL_HOLE_COMMITMENT; i++)
    holes[i] = mull_hole_kind_label ((MullHoleKind) i);
  set_choices (self->hole_kind, holes);
  mull_date_entry_set_label (self->day, _ ("When"));
  follow_fields (self);
}

/* ── Public ───────────────────────────────────────────────────────────── */

/**
 * mull_next_step_bar_set_workspace:
 *
 * Says, once, where steps are written.
 */
void
mull_next_step_bar_set_workspace (MullNextStepBar *self, MullWorkspace *workspace)
{
  g_return_if_fail (MULL_IS_NEXT_STEP_BAR (self));

  g_set_object (&self->workspace, workspace);
  g_clear_object (&self->drafts);
  self->drafts = mull_draft_keeper_new (GTK_WIDGET (self), workspace, print_draft);
}

/**
 * mull_next_step_bar_ask:
 * @entry_id: the touch that was just logged
 *
 * Asks for the next step of a deal. What was typed about it before and not planned is there again.
 */
void
mull_next_step_bar_ask (MullNextStepBar *self, const MullDeal *deal, gint64 entry_id)
{
  g_return_if_fail (MULL_IS_NEXT_STEP_BAR (self));

  self->deal_id = deal->record.id;
  self->entry_id = entry_id;
  self->hole_id = 0;
  mull_date_entry_set_today (self->day, mull_workspace_get_today (self->workspace));
  restore (self, deal->uuid);
  gtk_widget_set_visible (self->stuck, was_heard (self));
  show_page (self, "step", _ ("What is the next step?"));
}

/**
 * mull_next_step_bar_refresh:
 * @dossier: the deal as it is now
 *
 * Takes the question away if the touch is gone, or the hole that was left at it: they were undone.
 */
void
mull_next_step_bar_refresh (MullNextStepBar *self, MullDossier *dossier)
{
  g_return_if_fail (MULL_IS_NEXT_STEP_BAR (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self)) &&
      (!mull_dossier_has_entry (dossier, self->entry_id) ||
       (self->hole_id != 0 && !mull_dossier_has_hole (dossier, self->hole_id))))
    mull_next_step_bar_dismiss (self);
}

/**
 * mull_next_step_bar_dismiss:
 *
 * Takes the question away. What was typed is kept.
 */
void
mull_next_step_bar_dismiss (MullNextStepBar *self)
{
  g_return_if_fail (MULL_IS_NEXT_STEP_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * mull_next_step_bar_escape:
 *
 * Does what Escape does. What was typed is not given up by one key: the field is left first, and so
 * is the guard.
 *
 * Returns: whether something was asked
 */
gboolean
mull_next_step_bar_escape (MullNextStepBar *self)
{
  GtkWidget *button;
  gboolean is_typed;

  g_return_val_if_fail (MULL_IS_NEXT_STEP_BAR (self), FALSE);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  button = gtk_widget_get_mapped (self->keep) ? self->keep : self->plan;
  is_typed = button == self->keep ? *gtk_editable_get_text (self->hole_text) != '\0'
                                  : *gtk_editable_get_text (self->text) != '\0' ||
                                        *mull_date_entry_get_text (self->day) != '\0';
  if (gtk_widget_get_visible (GTK_WIDGET (self->guard)))
    {
      set_problem (self, NULL);
      gtk_widget_grab_focus (self->plan);
    }
  else if (!is_typed || !mull_widget_leave_text (GTK_WIDGET (self), button))
    mull_next_step_bar_dismiss (self);
  return TRUE;
}

/**
 * mull_next_step_bar_type:
 * @kind: a kind of touch, or behind those a promise of ours or of theirs
 * @day: as it is typed
 * @text: what for
 *
 * Fills in the next step.
 */
void
mull_next_step_bar_type (MullNextStepBar *self, guint kind, const char *day, const char *text)
{
  g_return_if_fail (MULL_IS_NEXT_STEP_BAR (self));

  gtk_drop_down_set_selected (self->kind, kind);
  mull_date_entry_set_text (self->day, day);
  gtk_editable_set_text (self->text, text);
}

/**
 * mull_next_step_bar_type_hole:
 * @text: the one thing
 *
 * Fills in what was left without.
 */
void
mull_next_step_bar_type_hole (MullNextStepBar *self, MullHoleKind kind, const char *text)
{
  g_return_if_fail (MULL_IS_NEXT_STEP_BAR (self));

  gtk_drop_down_set_selected (self->hole_kind, kind);
  gtk_editable_set_text (self->hole_text, text);
}
