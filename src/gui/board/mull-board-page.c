/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-page"

#include "config.h"

#include "mull-board-page-private.h"

#include "mull-feedback.h"
#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

/* Below this width, in pixels, one column is seen at a time. */
#define NARROW_WIDTH 600
/* To which the wide layout may be made smaller, in pixels; by then it is the narrow one. */
#define MIN_WIDTH 340

G_DEFINE_FINAL_TYPE (MullBoardPage, mull_board_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_TITLE = 1,
  PROP_ORDER,
  PROP_DENSITY,
  PROP_FOCUS_ONLY,
  PROP_PIPELINE,
} MullBoardPageProps;
static GParamSpec *props[PROP_PIPELINE + 1];

/**
 * mull_board_page_report:
 * @error: (nullable): why it was not done
 * @done: what was done
 * @name: to what
 * @other: (nullable): the stage or the outcome
 *
 * Says what the last step did, with the way back, or why it did nothing.
 */
void
mull_board_page_report (MullBoardPage *self,
                        const GError *error,
                        MullDone done,
                        const char *name,
                        const char *other)
{
  if (error != NULL)
    mull_feedback_error (GTK_WIDGET (self), error);
  else
    mull_done_toast (GTK_WIDGET (self), done, name, other);
}

/**
 * mull_board_page_show_title:
 *
 * The name of the pipeline is the title.
 */
void
mull_board_page_show_title (MullBoardPage *self)
{
  gtk_label_set_text (self->pipeline_label, self->title);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PIPELINE]);
}

/* ── Width ────────────────────────────────────────────────────────────── */

static gboolean
on_tick_layout (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MullBoardPage *self = MULL_BOARD_PAGE (widget);

  self->layout_id = 0;
  mull_board_page_set_narrow (self, gtk_widget_get_width (widget) < NARROW_WIDTH);
  return G_SOURCE_REMOVE;
}

/* The wide layout may ask for more than the narrow one, into which it turns before that matters.
 * The narrow one must have what it asks for. */
static void
mull_board_page_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && !MULL_BOARD_PAGE (widget)->narrow)
    *minimum = MIN (*minimum, MIN_WIDTH);
}

/* libadwaita 1.2 has no breakpoints. The layout cannot be changed while it is made, so the next
 * frame brings the other one. */
static void
mull_board_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MullBoardPage *self = MULL_BOARD_PAGE (widget);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (child, MAX (width, minimum), height, baseline, NULL);
  mull_board_page_check_sight (self);
  if (self->narrow != (width < NARROW_WIDTH) && self->layout_id == 0)
    self->layout_id = gtk_widget_add_tick_callback (widget, on_tick_layout, NULL, NULL);
}

/* The first frame is right already. */
static void
mull_board_page_root (GtkWidget *widget)
{
  GtkRoot *root;
  int width = 0, height = 0;

  GTK_WIDGET_CLASS (mull_board_page_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root))
    gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  if (width > 0 && !gtk_widget_get_mapped (widget))
    {
      mull_board_page_set_narrow (MULL_BOARD_PAGE (widget), width < NARROW_WIDTH);
      mull_board_page_guess_sight (MULL_BOARD_PAGE (widget), width);
    }
}

static gboolean
mull_board_page_grab_focus (GtkWidget *widget)
{
  MullBoardPage *self = MULL_BOARD_PAGE (widget);

  if (self->current != NULL &&
      gtk_widget_grab_focus (GTK_WIDGET (mull_board_column_get_list (self->current))))
    return TRUE;
  return gtk_widget_child_focus (GTK_WIDGET (self->columns), GTK_DIR_TAB_FORWARD) ||
         gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_board_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MullBoardPage *self = MULL_BOARD_PAGE (object);

  switch ((MullBoardPageProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_ORDER:
      g_value_set_enum (value, self->order);
      break;
    case PROP_DENSITY:
      g_value_set_enum (value, self->density);
      break;
    case PROP_FOCUS_ONLY:
      g_value_set_boolean (value, mull_board_page_get_focus_only (self));
      break;
    case PROP_PIPELINE:
      g_value_set_string (value, self->pipeline);
      break;
    }
}

static void
mull_board_page_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  MullBoardPage *self = MULL_BOARD_PAGE (object);

  switch ((MullBoardPageProps) prop_id)
    {
    case PROP_TITLE:
      g_assert_not_reached ();
    case PROP_ORDER:
      mull_board_page_set_order (self, g_value_get_enum (value));
      break;
    case PROP_DENSITY:
      mull_board_page_set_density (self, g_value_get_enum (value));
      break;
    case PROP_FOCUS_ONLY:
      mull_board_page_set_focus_only (self, g_value_get_boolean (value));
      break;
    case PROP_PIPELINE:
      mull_board_page_set_pipeline (self, g_value_get_string (value));
      break;
    }
}

static void
mull_board_page_dispose (GObject *object)
{
  MullBoardPage *self = MULL_BOARD_PAGE (object);

  if (self->edge_scroll != NULL)
    mull_edge_scroll_stop (self->edge_scroll);
  g_clear_handle_id (&self->apply_id, g_source_remove);
  self->current = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_BOARD_PAGE);
  g_clear_object (&self->edge_scroll);
  g_clear_object (&self->primary_menu);
  g_clear_object (&self->pipeline_menu);
  g_clear_object (&self->card_menu);
  g_clear_object (&self->heads);
  g_clear_object (&self->board);
  g_clear_object (&self->settings);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_board_page_parent_class)->dispose (object);
}

static void
mull_board_page_finalize (GObject *object)
{
  MullBoardPage *self = MULL_BOARD_PAGE (object);

  g_free (self->title);
  g_free (self->pipeline);
  G_OBJECT_CLASS (mull_board_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * MullBoardPage:title:
   *
   * What the window is called: the name of the pipeline.
   */
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * MullBoardPage:order:
   *
   * How the cards of a column are ordered. Kept, never reset silently.
   */
  props[PROP_ORDER] =
      g_param_spec_enum ("order", NULL, NULL, MULL_TYPE_BOARD_ORDER, MULL_BOARD_ORDER_NEEDS, flags);
  /**
   * MullBoardPage:density:
   *
   * How much a card shows.
   */
  props[PROP_DENSITY] =
      g_param_spec_enum ("density", NULL, NULL, MULL_TYPE_DENSITY, MULL_DENSITY_CARD, flags);
  /**
   * MullBoardPage:focus-only:
   *
   * Whether starred deals only are shown.
   */
  props[PROP_FOCUS_ONLY] = g_param_spec_boolean ("focus-only", NULL, NULL, FALSE, flags);
  /**
   * MullBoardPage:pipeline:
   *
   * The lasting identifier of the pipeline shown.
   */
  props[PROP_PIPELINE] = g_param_spec_string ("pipeline", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, pipeline_button);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, pipeline_label);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, search_slot);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, search_toggle);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, add_label);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, today);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, today_slot);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, today_row);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, primary_button);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, search_revealer);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, search_row);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, search);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, everywhere);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, everywhere_label);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, chips);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, order_button);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, overlay);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, columns);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, outcome_revealer);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, sheet_revealer);
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, no_match);
}

static void
mull_board_page_class_init (MullBoardPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mull_board_page_get_property;
  object_class->set_property = mull_board_page_set_property;
  object_class->dispose = mull_board_page_dispose;
  object_class->finalize = mull_board_page_finalize;
  widget_class->measure = mull_board_page_measure;
  widget_class->size_allocate = mull_board_page_size_allocate;
  widget_class->root = mull_board_page_root;
  widget_class->focus = mull_widget_focus_children;
  widget_class->grab_focus = mull_board_page_grab_focus;
  install_properties (object_class);

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_CHIP_BAR);
  g_type_ensure (MULL_TYPE_STAGE_SWITCHER);
  g_type_ensure (MULL_TYPE_TODAY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/board/mull-board-page.ui");
  bind_template (widget_class);
  mull_board_page_install_filter (widget_class);
  mull_board_page_install_pipelines (widget_class);
  mull_board_page_install_cards (widget_class);
}

static void
mull_board_page_init (MullBoardPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Instead of the layout manager of AdwBin, which would not ask us. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  self->settings = g_settings_new (MULL_APP_ID);
  self->title = g_strdup ("");
  self->pipeline = g_strdup ("");
  self->order = g_settings_get_enum (self->settings, "order");
  self->density = g_settings_get_enum (self->settings, "density");
  self->heads = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  mull_board_page_init_columns (self);
  mull_board_page_init_drag (self);
}

/**
 * mull_board_page_new:
 * @workspace: (transfer none): the data
 *
 * Returns: (transfer floating): the page
 */
MullBoardPage *
mull_board_page_new (MullWorkspace *workspace)
{
  MullBoardPage *self = g_object_new (MULL_TYPE_BOARD_PAGE, NULL);
  g_autoptr (GError) error = NULL;

  self->workspace = g_object_ref (workspace);
  mull_today_button_set_workspace (self->today, workspace);
  mull_board_page_init_filter (self);
  mull_board_page_init_menus (self);
  mull_board_page_init_pipelines (self);
  if (!mull_board_page_open_board (self, &error))
    mull_feedback_error (GTK_WIDGET (self), error);
  return self;
}

/**
 * mull_board_page_get_narrow:
 *
 * Returns: whether one column is seen at a time
 */
gboolean
mull_board_page_get_narrow (MullBoardPage *self)
{
  g_return_val_if_fail (MULL_IS_BOARD_PAGE (self), FALSE);

  return self->narrow;
}
