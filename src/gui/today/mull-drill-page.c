/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-drill-page"

#include "config.h"

#include "mull-drill-page.h"

#include "mull-call.h"
#include "mull-done.h"
#include "mull-drill-rules.h"
#include "mull-drill.h"
#include "mull-feedback.h"
#include "mull-script-desk.h"
#include "mull-script-ops.h"
#include "mull-ui.h"
#include "mull-widget.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

#define TICK_MS 250

struct _MullDrillPage
{
  AdwBin parent_instance;

  /* Template children */
  GtkStack *views;
  GtkLabel *deal_title;
  GtkLabel *deal_about;
  GtkWidget *known;
  GtkLabel *known_text;
  GtkToggleButton *hint_button;
  GtkLabel *missing;
  GtkDropDown *kind;
  GtkEntry *entry;
  GtkLabel *problem;
  GtkLabel *say_thing;
  GtkLabel *clock;
  GtkLabel *target;
  GtkButton *speak;
  GtkLabel *judged;
  GtkBox *script;
  GtkWidget *next;

  /* Owned */
  MullWorkspace *workspace;
  GRand *rand;
  MullDrill *drill; /* nullable */
  MullCall *call;   /* nullable: while it is said aloud */

  /* What the call is about */
  gint64 hole_id;
  guint tick_source;
};

typedef enum
{
  PROP_TITLE = 1
} MullDrillPageProps;

static GParamSpec *props[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (MullDrillPage, mull_drill_page, ADW_TYPE_BIN)

/* The kinds in the order in which they are offered. */
static const MullHoleKind kinds[] = {
  MULL_HOLE_QUESTION, MULL_HOLE_ACCESS,     MULL_HOLE_INFORMATION,
  MULL_HOLE_FEEDBACK, MULL_HOLE_COMMITMENT,
};

/* ── Views ────────────────────────────────────────────────────────────── */

static void
focus_view (MullDrillPage *self)
{
  const char *view = gtk_stack_get_visible_child_name (self->views);

  if (g_str_equal (view, "look"))
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  else if (g_str_equal (view, "say"))
    gtk_widget_grab_focus (GTK_WIDGET (self->speak));
  else if (g_str_equal (view, "compare"))
    gtk_widget_grab_focus (self->next);
  else
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->views), GTK_DIR_TAB_FORWARD);
}

static void
show_view (MullDrillPage *self, const char *view)
{
  gtk_stack_set_visible_child_name (self->views, view);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    focus_view (self);
}

/* ── The deal ─────────────────────────────────────────────────────────── */

static void
show_problem (MullDrillPage *self, const char *text)
{
  gtk_label_set_text (self->problem, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), *text != '\0');
}

static void
show_missing (MullDrillPage *self)
{
  g_autofree char *text = NULL;

  if (self->drill->missing[0] == NULL)
    text = g_strdup (_ ("Nothing. Look deeper."));
  else
    text = g_strjoinv ("\n", self->drill->missing);
  gtk_label_set_text (self->missing, text);
  gtk_toggle_button_set_active (self->hint_button, FALSE);
}

static void
show_deal (MullDrillPage *self)
{
  MullDossier *dossier = self->drill->dossier;
  const MullHole *hole = mull_dossier_get_hole (dossier);
  /* Translators: the stage of a deal, and whose move it is */
  g_autofree char *place = g_strdup_printf (_ ("%1$s · %2$s"), dossier->stage->name,
                                            mull_move_state_label (dossier->verdict.state));
  g_autofree char *about = dossier->company != NULL
                               ? g_strdup_printf ("%s · %s", dossier->company->name, place)
                               : g_strdup (place);

  gtk_label_set_text (self->deal_title, dossier->deal->title);
  gtk_label_set_text (self->deal_about, about);
  gtk_widget_set_visible (self->known, hole != NULL);
  gtk_label_set_text (self->known_text, hole != NULL ? hole->text : "");
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_drop_down_set_selected (self->kind, 0);
  show_problem (self, "");
  show_missing (self);
}

static void
stop_clock (MullDrillPage *self)
{
  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_pointer (&self->call, mull_call_free);
}

/**
 * mull_drill_page_draw:
 * @self: a page
 *
 * Draws a deal, another one than last time if there is another one.
 */
void
mull_drill_page_draw (MullDrillPage *self)
{
  g_autoptr (GError) error = NULL;
  gint64 last_id;

  g_return_if_fail (MULL_IS_DRILL_PAGE (self));

  last_id = self->drill != NULL ? self->drill->dossier->deal->record.id : 0;
  stop_clock (self);
  g_clear_pointer (&self->drill, mull_drill_free);
  self->drill = mull_drill_load (self->workspace, last_id, self->rand, &error);
  if (error != NULL)
    mull_feedback_error (GTK_WIDGET (self), error);
  if (self->drill != NULL)
    show_deal (self);
  show_view (self, self->drill != NULL ? "look" : "empty");
}

static void
next_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mull_drill_page_draw (MULL_DRILL_PAGE (widget));
}

/* ── Saying it aloud ──────────────────────────────────────────────────── */

static void
show_clock (MullDrillPage *self)
{
  g_autofree char *text =
      self->call != NULL ? mull_call_dup_elapsed_text (self->call) : g_strdup ("0:00");

  gtk_label_set_text (self->clock, text);
  gtk_button_set_label (self->speak, self->call != NULL
                                         /* Translators: the rep has said the script aloud */
                                         ? _ ("I Have Said It")
                                         /* Translators: the rep begins to say the script aloud */
                                         : _ ("Start Speaking"));
}

static gboolean
on_tick_cb (gpointer user_data)
{
  show_clock (user_data);
  return G_SOURCE_CONTINUE;
}

static void
say (MullDrillPage *self, gint64 hole_id, const char *thing)
{
  /* Translators: how long a call may take, in seconds */
  g_autofree char *target =
      g_strdup_printf (_ ("of at most %d s"), self->drill->dossier->thresholds.call_seconds);

  stop_clock (self);
  self->hole_id = hole_id;
  gtk_label_set_text (self->say_thing, thing);
  gtk_label_set_text (self->target, target);
  show_clock (self);
  show_view (self, "say");
}

static void
known_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDrillPage *self = MULL_DRILL_PAGE (widget);
  const MullHole *hole = self->drill != NULL ? mull_dossier_get_hole (self->drill->dossier) : NULL;

  if (hole != NULL)
    say (self, hole->record.id, hole->text);
}

/* What was found is on the list of the deal from now on. */
static void
found_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDrillPage *self = MULL_DRILL_PAGE (widget);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  gint64 hole_id = 0;

  if (self->drill == NULL)
    return;
  if (!mull_drill_ops_find_hole (self->workspace, self->drill->dossier->deal->record.id,
                                 kinds[gtk_drop_down_get_selected (self->kind)], text, &hole_id,
                                 &error))
    {
      show_problem (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      return;
    }
  mull_done_toast (widget, MULL_DONE_OPENED_HOLE, text, NULL);
  say (self, hole_id, text);
}

static void
on_entry_activate_cb (MullDrillPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "drill.found", NULL);
}

/* ── Comparing ────────────────────────────────────────────────────────── */

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What the script says, as it would be written for this hole now; nothing is stored. */
static MullScriptComposition *
compose (MullDrillPage *self, GError **error)
{
  g_autoptr (MullScript) script = mull_script_new ();
  g_autoptr (MullDossier) dossier =
      mull_dossier_load (self->workspace, self->drill->dossier->deal->record.id, error);
  g_autoptr (MullScriptDesk) desk = NULL;

  if (dossier == NULL)
    return NULL;
  mull_set_text (&script->kind, "do-over");
  script->deal_id = dossier->deal->record.id;
  script->hole_id = self->hole_id;
  for (guint i = 0; i < dossier->holes->len; i++)
    if (((MullHole *) dossier->holes->pdata[i])->record.id == self->hole_id)
      script->person_id = ((MullHole *) dossier->holes->pdata[i])->person_id;
  if (script->person_id == 0 && dossier->people->len > 0)
    script->person_id = ((MullDossierPerson *) dossier->people->pdata[0])->person->record.id;
  desk = mull_script_desk_preview (self->workspace, script, error);
  return desk != NULL ? mull_script_desk_compose_with (desk, NULL) : NULL;
}

static void
show_script (MullDrillPage *self, const MullScriptComposition *composition)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->script))) != NULL)
    gtk_box_remove (self->script, child);
  for (guint i = 0; i < composition->beats->len; i++)
    {
      const MullComposedBeat *beat = composition->beats->pdata[i];

      gtk_box_append (self->script, new_label (beat->beat->title, "beat-title"));
      gtk_box_append (self->script, new_label (beat->text, "drill-text"));
    }
}

static void
compare (MullDrillPage *self, int seconds)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullScriptComposition) composition = compose (self, &error);
  g_autofree char *judged = NULL;

  stop_clock (self);
  if (composition == NULL)
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      mull_drill_page_draw (self);
      return;
    }
  judged = mull_drill_judge_time (seconds, &composition->thresholds);
  gtk_label_set_text (self->judged, judged);
  show_script (self, composition);
  show_view (self, "compare");
}

/* Begins to speak, or has spoken. */
static void
speak_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDrillPage *self = MULL_DRILL_PAGE (widget);

  if (self->drill == NULL)
    return;
  if (self->call != NULL)
    {
      compare (self, (int) (mull_call_get_elapsed_us (self->call) / G_TIME_SPAN_SECOND));
      return;
    }
  self->call = mull_call_new (1, 0, mull_workspace_get_clock (self->workspace));
  mull_call_start (self->call);
  self->tick_source = g_timeout_add (TICK_MS, on_tick_cb, self);
  show_clock (self);
}

static void
write_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDrillPage *self = MULL_DRILL_PAGE (widget);
  g_autoptr (GError) error = NULL;
  gint64 script_id = 0;

  if (mull_script_ops_open_do_over (self->workspace, self->hole_id, &script_id, &error))
    gtk_widget_activate_action (widget, "win.open-script", "x", script_id);
  else
    mull_feedback_error (widget, error);
}

static void
open_deal_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDrillPage *self = MULL_DRILL_PAGE (widget);

  if (self->drill != NULL)
    gtk_widget_activate_action (widget, "win.open-deal", "x",
                                self->drill->dossier->deal->record.id);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static gboolean
mull_drill_page_grab_focus (GtkWidget *widget)
{
  focus_view (MULL_DRILL_PAGE (widget));
  return TRUE;
}

/* Nobody speaks to a page that is not there. */
static void
mull_drill_page_unmap (GtkWidget *widget)
{
  MullDrillPage *self = MULL_DRILL_PAGE (widget);

  stop_clock (self);
  show_clock (self);
  GTK_WIDGET_CLASS (mull_drill_page_parent_class)->unmap (widget);
}

static void
mull_drill_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((MullDrillPageProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, _ ("Drill"));
      break;
    }
}

static void
mull_drill_page_dispose (GObject *object)
{
  MullDrillPage *self = MULL_DRILL_PAGE (object);

  stop_clock (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_DRILL_PAGE);
  g_clear_pointer (&self->drill, mull_drill_free);
  g_clear_pointer (&self->rand, g_rand_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_drill_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MullDrillPage, views);
  gtk_widget_class_bind_template_child (widget_class, MullDrillPage, deal_title);
  gtk_widget_class_bind_template_child (widget_class, MullDrillPage, deal_about);
  gtk_widget_class_bind_template_child (widget_class, MullDrillPage, known);
  gtk_widget_class_bind_template_child (widget_class, MullDrillPage, known_text);
  gtk_widget_class_bind_template_child (widget_class, MullDrillPage, hint_button);
  gtk_widget_class_bind_template_child (widget_class, MullDrillPage, missing);
  gtk_widget_class_bind_template_child (widget_class, MullDrillPage, kind);
  gtk_widget_class_bind_template_child (widget_class, MullDrillPage, entry);
  gtk_widget_class_bind_template_child (widget_class, MullDrillPage, problem);
  gtk_widget_class_bind_template_child (widget_class, MullDrillPage, say_thing);
  gtk_widget_class_bind_template_child (widget_class, MullDrillPage, clock);
  gtk_widget_class_bind_template_child (widget_class, MullDrillPage, target);
  gtk_widget_class_bind_template_child (widget_class, MullDrillPage, speak);
  gtk_widget_class_bind_template_child (widget_class, MullDrillPage, judged);
  gtk_widget_class_bind_template_child (widget_class, MullDrillPage, script);
  gtk_widget_class_bind_template_child (widget_class, MullDrillPage, next);
}

static void
mull_drill_page_class_init (MullDrillPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_drill_page_dispose;
  object_class->get_property = mull_drill_page_get_property;
  widget_class->focus = mull_widget_focus_children;
  widget_class->grab_focus = mull_drill_page_grab_focus;
  widget_class->unmap = mull_drill_page_unmap;

  /**
   * MullDrillPage:title:
   *
   * The title of the window while the page is shown.
   */
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/today/mull-drill-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate_cb);
  gtk_widget_class_install_action (widget_class, "drill.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "drill.known", NULL, known_action);
  gtk_widget_class_install_action (widget_class, "drill.found", NULL, found_action);
  gtk_widget_class_install_action (widget_class, "drill.speak", NULL, speak_action);
  gtk_widget_class_install_action (widget_class, "drill.write", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "drill.open-deal", NULL, open_deal_action);
}

static void
mull_drill_page_init (MullDrillPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (names, mull_hole_kind_label (kinds[i]));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (names));
  self->rand = g_rand_new ();
}

/**
 * mull_drill_page_new:
 * @workspace: the data
 *
 * Returns: (transfer floating): a page without a deal; see mull_drill_page_draw()
 */
MullDrillPage *
mull_drill_page_new (MullWorkspace *workspace)
{
  MullDrillPage *self = g_object_new (MULL_TYPE_DRILL_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  return self;
}
