/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-stage-path"

#include "config.h"

#include "mull-stage-path.h"

#include <glib/gi18n-lib.h>

struct _MullStagePath
{
  AdwBin parent_instance;

  /* Child */
  GtkBox *segments;

  /* Owned: what the tooltip of each segment says */
  GPtrArray *tips;
};

G_DEFINE_FINAL_TYPE (MullStagePath, mull_stage_path, ADW_TYPE_BIN)

/* "12 d", and for who asks "8 days ours, 4 days theirs". */
static char *
describe_time (const MullStageTime *time)
{
  if (time == NULL)
    return g_strdup (_ ("The deal was never here."));
  if (time->quiet > 0)
    /* Translators: where the days in a stage went; three numbers of days */
    return g_strdup_printf (_ ("Days: %d ours, %d theirs, %d quiet"), time->ours, time->theirs,
                            time->quiet);
  /* Translators: where the days in a stage went; two numbers of days */
  return g_strdup_printf (_ ("Days: %d ours, %d theirs"), time->ours, time->theirs);
}

/* Asked for by the pointer only: a tooltip that is set asks the display where the pointer is. */
static gboolean
on_segment_query_tooltip_cb (GtkWidget *button,
                             int x,
                             int y,
                             gboolean keyboard_tooltip,
                             GtkTooltip *tooltip,
                             gpointer user_data)
{
  MullStagePath *self = user_data;
  GtkWidget *segment = gtk_widget_get_first_child (GTK_WIDGET (self->segments));
  guint place = 0;

  for (; segment != button; segment = gtk_widget_get_next_sibling (segment))
    place++;
  gtk_tooltip_set_text (tooltip, self->tips->pdata[place]);
  return TRUE;
}

static GtkWidget *
make_segment (MullStagePath *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *days = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (name), 7);
  gtk_widget_add_css_class (name, "segment-name");
  gtk_widget_add_css_class (days, "caption");
  gtk_widget_add_css_class (days, "figures");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), days);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "segment");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_has_tooltip (button, TRUE);
  g_signal_connect_object (button, "query-tooltip", G_CALLBACK (on_segment_query_tooltip_cb), self,
                           G_CONNECT_DEFAULT);
  return button;
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_stage (MullStagePath *self,
            GtkWidget *button,
            MullStage *stage,
            const MullStageTime *time,
            int order)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (button));
  GtkLabel *name = GTK_LABEL (gtk_widget_get_first_child (box));
  GtkLabel *days = GTK_LABEL (gtk_widget_get_last_child (box));
  g_autofree char *where = describe_time (time);
  /* Translators: a short form of days: "12 d" */
  g_autofree char *text = time != NULL ? g_strdup_printf (_ ("%d d"), time->days) : g_strdup ("–");

  gtk_label_set_text (name, stage->name);
  gtk_label_set_text (days, text);
  g_ptr_array_add (self->tips, g_strdup_printf ("%s\n%s", stage->name, where));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", stage->record.id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "deal.move-to-stage");
  set_class (button, "current", order == 0);
  set_class (button, "passed", order < 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  stage->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, where, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_SELECTED, order == 0,
                               -1);
}

static void
mull_stage_path_finalize (GObject *object)
{
  g_ptr_array_unref (MULL_STAGE_PATH (object)->tips);
  G_OBJECT_CLASS (mull_stage_path_parent_class)->finalize (object);
}

static void
mull_stage_path_class_init (MullStagePathClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mull_stage_path_finalize;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "stagepath");
}

static void
mull_stage_path_init (MullStagePath *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->tips = g_ptr_array_new_with_free_func (g_free);
  self->segments = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3));
  gtk_box_set_homogeneous (self->segments, TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->segments));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * mull_stage_path_set:
 * @history: (nullable): where the time of the deal went
 */
void
mull_stage_path_set (MullStagePath *self, MullDossier *dossier, const MullDealHistory *history)
{
  GtkWidget *segment, *next;
  guint current = 0;

  g_return_if_fail (MULL_IS_STAGE_PATH (self));

  for (guint i = 0; i < dossier->stages->len; i++)
    if (((MullStage *) dossier->stages->pdata[i])->record.id == dossier->deal->stage_id)
      current = i;
  g_ptr_array_set_size (self->tips, 0);
  segment = gtk_widget_get_first_child (GTK_WIDGET (self->segments));
  for (guint i = 0; i < dossier->stages->len; i++)
    {
      MullStage *stage = dossier->stages->pdata[i];

      if (segment == NULL)
        {
          segment = make_segment (self);
          gtk_box_append (self->segments, segment);
        }
      show_stage (self, segment, stage,
                  history != NULL ? mull_deal_history_get_stage (history, stage->record.id) : NULL,
                  (int) i - (int) current);
      segment = gtk_widget_get_next_sibling (segment);
    }
  for (; segment != NULL; segment = next)
    {
      next = gtk_widget_get_next_sibling (segment);
      gtk_box_remove (self->segments, segment);
    }
}
