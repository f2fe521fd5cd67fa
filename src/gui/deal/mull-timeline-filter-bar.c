/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-timeline-filter-bar"

#include "config.h"

#include "mull-timeline-filter-bar.h"

#include "mull-ui.h"
#include "mull-widget.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

struct _MullTimelineFilterBar
{
  GtkWidget parent_instance;

  /* Template children */
  GtkDropDown *kinds;
  GtkDropDown *people;
  GtkDropDown *direction;
  GtkCheckButton *words_only;
  GtkLabel *summary;
  GtkLabel *hidden;
  GtkWidget *reset;

  /* Owned: who is behind the choices of @people; the first is everybody */
  GArray *person_ids;

  /* While the choices are changed from here. */
  gboolean frozen;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MullTimelineFilterBar, mull_timeline_filter_bar, GTK_TYPE_WIDGET)

static const char *
get_selected_text (GtkDropDown *dropdown)
{
  GtkStringObject *text = gtk_drop_down_get_selected_item (dropdown);

  return text != NULL ? gtk_string_object_get_string (text) : "";
}

/* The button says what is shown: "Calls · Ann Ruiz". */
static void
update_summary (MullTimelineFilterBar *self)
{
  MullTimelineFilter filter = mull_timeline_filter_bar_get_filter (self);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *text = NULL;

  if (filter.kinds != MULL_TIMELINE_ANY || !mull_timeline_filter_is_set (&filter))
    g_ptr_array_add (parts, (gpointer) mull_timeline_kinds_label (filter.kinds));
  if (filter.person_id != 0)
    g_ptr_array_add (parts, (gpointer) get_selected_text (self->people));
  if (filter.direction != MULL_DIRECTION_NONE)
    g_ptr_array_add (parts, (gpointer) get_selected_text (self->direction));
  if (filter.words_only)
    g_ptr_array_add (parts, _ ("Their words only"));
  g_ptr_array_add (parts, NULL);
  text = g_strjoinv (" · ", (char **) parts->pdata);
  gtk_label_set_text (self->summary, text);
  gtk_widget_set_visible (self->reset, mull_timeline_filter_is_set (&filter));
}

static void
on_choice_changed_cb (MullTimelineFilterBar *self)
{
  if (self->frozen)
    return;
  update_summary (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_reset_clicked_cb (MullTimelineFilterBar *self)
{
  mull_timeline_filter_bar_reset (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_timeline_filter_bar_dispose (GObject *object)
{
  MullTimelineFilterBar *self = MULL_TIMELINE_FILTER_BAR (object);

  self->frozen = TRUE;
  mull_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_TIMELINE_FILTER_BAR);
  g_clear_pointer (&self->person_ids, g_array_unref);
  G_OBJECT_CLASS (mull_timeline_filter_bar_parent_class)->dispose (object);
}

static void
mull_timeline_filter_bar_class_init (MullTimelineFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_timeline_filter_bar_dispose;

  /**
   * MullTimelineFilterBar::changed:
   *
   * The rep chose something else.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MULL_TYPE_TIMELINE_FILTER_BAR,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  mull_ui_init ();
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/mulliganapp/Mulligan/deal/mull-timeline-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MullTimelineFilterBar, kinds);
  gtk_widget_class_bind_template_child (widget_class, MullTimelineFilterBar, people);
  gtk_widget_class_bind_template_child (widget_class, MullTimelineFilterBar, direction);
  gtk_widget_class_bind_template_child (widget_class, MullTimelineFilterBar, words_only);
  gtk_widget_class_bind_template_child (widget_class, MullTimelineFilterBar, summary);
  gtk_widget_class_bind_template_child (widget_class, MullTimelineFilterBar, hidden);
  gtk_widget_class_bind_template_child (widget_class, MullTimelineFilterBar, reset);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reset_clicked_cb);
}

static void
set_choices (GtkDropDown *dropdown, const char *const *choices)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (choices);

  gtk_drop_down_set_model (dropdown, G_LIST_MODEL (list));
}

static void
mull_timeline_filter_bar_init (MullTimelineFilterBar *self)
{
  const char *kinds[MULL_TIMELINE_N_KINDS + 1] = { NULL };
  /* Translators: choices of a filter: touches in every direction */
  const char *directions[] = { _ ("In and out"), mull_direction_label (MULL_DIRECTION_OUT),
                               mull_direction_label (MULL_DIRECTION_IN), NULL };

  for (int i = 0; i < MULL_TIMELINE_N_KINDS; i++)
    kinds[i] = mull_timeline_kinds_label ((MullTimelineKinds) i);
  self->person_ids = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_array_set_size (self->person_ids, 1);
  self->frozen = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_choices (self->kinds, kinds);
  set_choices (self->direction, directions);
  self->frozen = FALSE;
  update_summary (self);
}

static gboolean
has_same_people (MullTimelineFilterBar *self, MullDossier *dossier)
{
  GListModel *model = gtk_drop_down_get_model (self->people);

  if (model == NULL || g_list_model_get_n_items (model) != dossier->people->len + 1)
    return FALSE;
  for (guint i = 0; i < dossier->people->len; i++)
    {
      MullPerson *person = ((MullDossierPerson *) dossier->people->pdata[i])->person;
      const char *shown = gtk_string_list_get_string (GTK_STRING_LIST (model), i + 1);

      if (g_array_index (self->person_ids, gint64, i + 1) != person->record.id ||
          !g_str_equal (shown, person->name))
        return FALSE;
    }
  return TRUE;
}

/**
 * mull_timeline_filter_bar_set_dossier:
 *
 * Offers the people of the deal; whom the rep chose stays chosen.
 */
void
mull_timeline_filter_bar_set_dossier (MullTimelineFilterBar *self, MullDossier *dossier)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  gint64 chosen;
  guint selected = 0;

  g_return_if_fail (MULL_IS_TIMELINE_FILTER_BAR (self));

  if (has_same_people (self, dossier))
    return;
  chosen = mull_timeline_filter_bar_get_filter (self).person_id;
  g_ptr_array_add (names, _ ("Everybody"));
  g_array_set_size (self->person_ids, 1);
  for (guint i = 0; i < dossier->people->len; i++)
    {
      MullPerson *person = ((MullDossierPerson *) dossier->people->pdata[i])->person;

      if (person->record.id == chosen)
        selected = i + 1;
      g_ptr_array_add (names, person->name);
      g_array_append_val (self->person_ids, person->record.id);
    }
  g_ptr_array_add (names, NULL);
  self->frozen = TRUE;
  set_choices (self->people, (const char *const *) names->pdata);
  gtk_drop_down_set_selected (self->people, selected);
  self->frozen = FALSE;
  update_summary (self);
}

/**
 * mull_timeline_filter_bar_reset:
 *
 * Shows everything again. Does not emit #MullTimelineFilterBar::changed.
 */
void
mull_timeline_filter_bar_reset (MullTimelineFilterBar *self)
{
  g_return_if_fail (MULL_IS_TIMELINE_FILTER_BAR (self));

  self->frozen = TRUE;
  gtk_drop_down_set_selected (self->kinds, 0);
  gtk_drop_down_set_selected (self->people, 0);
  gtk_drop_down_set_selected (self->direction, 0);
  gtk_check_button_set_active (self->words_only, FALSE);
  self->frozen = FALSE;
  update_summary (self);
}

/**
 * mull_timeline_filter_bar_get_filter:
 *
 * Returns: what the rep chose
 */
MullTimelineFilter
mull_timeline_filter_bar_get_filter (MullTimelineFilterBar *self)
{
  guint person = gtk_drop_down_get_selected (self->people);

  return (MullTimelineFilter){
    .kinds = (MullTimelineKinds) gtk_drop_down_get_selected (self->kinds),
    .person_id =
        person < self->person_ids->len ? g_array_index (self->person_ids, gint64, person) : 0,
    .direction = (MullDirection) gtk_drop_down_get_selected (self->direction),
    .words_only = gtk_check_button_get_active (self->words_only),
  };
}

/**
 * mull_timeline_filter_bar_set_n_hidden:
 * @n_hidden: how many entries the filter hides
 *
 * Says how much is not to be seen.
 */
void
mull_timeline_filter_bar_set_n_hidden (MullTimelineFilterBar *self, guint n_hidden)
{
  /* Translators: how many entries a filter hides */
  g_autofree char *text = g_strdup_printf (ngettext ("%u hidden", "%u hidden", n_hidden), n_hidden);

  gtk_label_set_text (self->hidden, text);
  gtk_widget_set_visible (GTK_WIDGET (self->hidden), n_hidden > 0);
}
