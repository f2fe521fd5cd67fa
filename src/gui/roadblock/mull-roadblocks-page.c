/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-roadblocks-page"

#include "config.h"

#include "mull-roadblocks-page.h"

#include "mull-deal-rows.h"
#include "mull-fact-row.h"
#include "mull-feedback.h"
#include "mull-refresher.h"
#include "mull-roadblock-case.h"
#include "mull-text.h"
#include "mull-ui.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* Nobody has so many; who has is shown the oldest. */
#define LIMIT 100

struct _MullRoadblocksPage
{
  AdwBin parent_instance;

  /* Template children */
  AdwWindowTitle *window_title;
  GtkToggleButton *settled_button;
  GtkListBox *rows;
  GtkLabel *figures;

  /* Owned */
  MullWorkspace *workspace;
  MullRefresher *refresher;
  GPtrArray *cases; /* nullable: MullRoadblockCase, as shown */
};

typedef enum
{
  PROP_TITLE = 1
} MullRoadblocksPageProps;

static GParamSpec *props[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (MullRoadblocksPage, mull_roadblocks_page, ADW_TYPE_BIN)

static char *
describe_flags (const MullRoadblockCase *shown)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MULL_ROADBLOCK_N_FLAGS; i++)
    if (shown->flags & (1u << i))
      mull_text_append_part (text, mull_roadblock_flag_label ((MullRoadblockFlags) (1u << i)));
  if (shown->roadblock->outcome != MULL_ROADBLOCK_OPEN)
    mull_text_append_part (text, mull_roadblock_outcome_label (shown->roadblock->outcome));
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_row (const MullRoadblockCase *shown, MullDay today)
{
  const MullRoadblock *roadblock = shown->roadblock;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *fact = mull_fact_row_new ();
  int age = mull_roadblock_get_age (roadblock, today);
  g_autofree char *words = *roadblock->underlying != '\0'
                               ? g_strdup (roadblock->underlying)
                               : g_strdup_printf (_ ("“%s”"), roadblock->symptom);
  g_autofree char *days = g_strdup_printf (ngettext ("%d day", "%d days", (gulong) age), age);
  g_autofree char *note = describe_flags (shown);
  g_autoptr (GString) about = g_string_new (shown->deal);

  mull_text_append_part (about, shown->company);
  mull_text_append_part (about, days);
  mull_fact_row_set_text (MULL_FACT_ROW (fact), words, about->str);
  mull_fact_row_set_note_wraps (MULL_FACT_ROW (fact), TRUE);
  if (*note != '\0')
    mull_fact_row_set_note (MULL_FACT_ROW (fact), "mull-roadblock-symbolic", note,
                            roadblock->outcome == MULL_ROADBLOCK_OPEN      ? "state-risk"
                            : roadblock->outcome == MULL_ROADBLOCK_REMOVED ? "state-kept"
                                                                           : "state-theirs");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), fact);
  gtk_widget_add_css_class (row, "today-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return row;
}

/* What became of all of them, in one line. */
static void
show_figures (MullRoadblocksPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  MullRoadblockMeasures measures;

  if (!mull_roadblock_case_measure (self->workspace, &measures, &error))
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  g_string_append_printf (text, _ ("%u removed · %u a real no · %u never known"),
                          measures.n_removed, measures.n_real_no, measures.n_unknown);
  if (measures.median_days >= 0)
    {
      g_autofree char *days = g_strdup_printf (ngettext ("%d day to a confirmed reason",
                                                         "%d days to a confirmed reason",
                                                         (gulong) measures.median_days),
                                               measures.median_days);

      mull_text_append_part (text, days);
    }
  if (measures.n_lost > 0)
    {
      /* Translators: two numbers */
      g_autofree char *lost =
          g_strdup_printf (_ ("%1$u of %2$u lost deals with a confirmed reason"),
                           measures.n_lost_confirmed, measures.n_lost);

      mull_text_append_part (text, lost);
    }
  gtk_label_set_text (self->figures, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), measures.n > 0);
}

static void
reload (MullRoadblocksPage *self)
{
  MullDay today = mull_workspace_get_today (self->workspace);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cases = mull_roadblock_case_list (
      self->workspace, gtk_toggle_button_get_active (self->settled_button), LIMIT, &error);
  GtkListBoxRow *row;

  mull_refresher_note_read (self->refresher);
  if (cases == NULL)
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  self->cases = g_steal_pointer (&cases);
  for (guint i = 0; i < self->cases->len; i++)
    gtk_list_box_append (self->rows, make_row (self->cases->pdata[i], today));
  show_figures (self);
}

static void
refresh (GtkWidget *widget)
{
  reload (MULL_ROADBLOCKS_PAGE (widget));
}

static void
on_settled_button_toggled_cb (MullRoadblocksPage *self)
{
  reload (self);
}

static void
on_rows_row_activated_cb (MullRoadblocksPage *self, GtkListBoxRow *row)
{
  const MullRoadblockCase *shown = self->cases->pdata[gtk_list_box_row_get_index (row)];

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-roadblock", "(xx)",
                              shown->roadblock->deal_id, shown->roadblock->record.id);
}

static gint64
get_row_deal (GtkWidget *row, GtkWidget *page)
{
  MullRoadblocksPage *self = MULL_ROADBLOCKS_PAGE (page);
  int index = GTK_IS_LIST_BOX_ROW (row) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
  const MullRoadblockCase *shown = index >= 0 ? self->cases->pdata[index] : NULL;

  return shown != NULL ? shown->roadblock->deal_id : 0;
}

static void
mull_roadblocks_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((MullRoadblocksPageProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, _ ("Roadblocks"));
      break;
    }
}

static void
mull_roadblocks_page_dispose (GObject *object)
{
  MullRoadblocksPage *self = MULL_ROADBLOCKS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_ROADBLOCKS_PAGE);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_object (&self->refresher);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_roadblocks_page_parent_class)->dispose (object);
}

static void
mull_roadblocks_page_class_init (MullRoadblocksPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_roadblocks_page_dispose;
  object_class->get_property = mull_roadblocks_page_get_property;

  /**
   * MullRoadblocksPage:title:
   *
   * The title of the window while the page is shown.
   */
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/roadblock/mull-roadblocks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MullRoadblocksPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, MullRoadblocksPage, settled_button);
  gtk_widget_class_bind_template_child (widget_class, MullRoadblocksPage, rows);
  gtk_widget_class_bind_template_child (widget_class, MullRoadblocksPage, figures);
  gtk_widget_class_bind_template_callback (widget_class, on_settled_button_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_rows_row_activated_cb);
}

static void
mull_roadblocks_page_init (MullRoadblocksPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_roadblocks_page_new:
 *
 * Returns: (transfer floating): the page
 */
MullRoadblocksPage *
mull_roadblocks_page_new (MullWorkspace *workspace)
{
  MullRoadblocksPage *self = g_object_new (MULL_TYPE_ROADBLOCKS_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  mull_deal_rows_attach (GTK_WIDGET (self->rows), workspace, GTK_WIDGET (self), get_row_deal);
  self->refresher = mull_refresher_new (GTK_WIDGET (self), workspace, NULL, refresh);
  reload (self);
  return self;
}
