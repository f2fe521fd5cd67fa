/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-column-head"

#include "config.h"

#include "mull-board-column-head.h"

#include "mull-ui.h"

#include <glib/gi18n-lib.h>

/* Who sells in more currencies than this sees the rest in the lists. */
#define CURRENCIES_MAX 4

typedef struct
{
  GtkWidget *value;
  GtkWidget *weighted;
  GtkWidget *parts; /* quiet and dark */
} Line;

struct _MullBoardColumnHead
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkLabel *name;
  GtkLabel *count;
  GtkBox *sums;
  GtkProgressBar *share;
  GtkMenuButton *menu_button;

  /* Children of @sums; made when there is a currency to show */
  Line lines[CURRENCIES_MAX];
};

G_DEFINE_FINAL_TYPE (MullBoardColumnHead, mull_board_column_head, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (GtkBox *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "figures");
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

static void
make_line (MullBoardColumnHead *self, Line *line)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  line->value = add_label (GTK_BOX (row), "value");
  line->weighted = add_label (GTK_BOX (row), "aside");
  gtk_widget_set_tooltip_text (line->weighted,
                               _ ("Weighted: each value times the probability of its stage"));
  gtk_box_append (self->sums, row);
  line->parts = add_label (self->sums, "aside");
  gtk_widget_set_visible (line->parts, FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (line->parts), PANGO_ELLIPSIZE_END);
}

/* "quiet €22 k · dark €9 k", or NULL if there is neither. */
static char *
dup_parts (const MullStageTotal *total)
{
  g_autofree char *quiet_sum = mull_money_format_compact (&total->quiet);
  g_autofree char *dark_sum = mull_money_format_compact (&total->dark);
  g_autofree char *quiet = NULL;
  g_autofree char *dark = NULL;

  if (total->quiet.minor != 0)
    /* Translators: how much of a column's money is with deals that are left alone for now */
    quiet = g_strdup_printf (_ ("quiet %s"), quiet_sum);
  if (total->dark.minor != 0)
    /* Translators: how much of a column's money is with deals that no longer answer */
    dark = g_strdup_printf (_ ("dark %s"), dark_sum);
  if (quiet != NULL && dark != NULL)
    return g_strjoin (" · ", quiet, dark, NULL);
  return quiet != NULL ? g_steal_pointer (&quiet) : g_steal_pointer (&dark);
}

/* A line that has been there keeps its room: the cards must not jump up and down with every key
 * that is typed into the filter. */
static void
clear_line (Line *line)
{
  gtk_label_set_text (GTK_LABEL (line->value), "");
  gtk_label_set_text (GTK_LABEL (line->weighted), "");
  gtk_label_set_text (GTK_LABEL (line->parts), "");
}

static void
show_line (MullBoardColumnHead *self, Line *line, const MullStageTotal *total)
{
  g_autofree char *value = NULL;
  g_autofree char *weighted_sum = NULL;
  g_autofree char *weighted = NULL;
  g_autofree char *parts = NULL;

  if (line->value == NULL && total == NULL)
    return;
  if (line->value == NULL)
    make_line (self, line);
  if (total == NULL)
    {
      clear_line (line);
      return;
    }
  value = mull_money_format_compact (&total->value);
  weighted_sum = mull_money_format_compact (&total->weighted);
  /* Translators: the sum of a column, each value times the probability of its stage; %s is an
   * amount */
  weighted = g_strdup_printf (_ ("weighted %s"), weighted_sum);
  parts = dup_parts (total);
  gtk_label_set_text (GTK_LABEL (line->value), value);
  gtk_label_set_text (GTK_LABEL (line->weighted), weighted);
  if (parts != NULL)
    gtk_widget_set_visible (line->parts, TRUE);
  gtk_label_set_text (GTK_LABEL (line->parts), parts != NULL ? parts : "");
}

static const MullStageTotal *
get_total (GArray *totals, guint *i)
{
  while (*i < totals->len)
    {
      const MullStageTotal *total = &g_array_index (totals, MullStageTotal, *i);

      (*i)++;
      /* Deals without a value have no currency. */
      if (mull_money_is_set (&total->value))
        return total;
    }
  return NULL;
}

static void
show_share (MullBoardColumnHead *self, const MullStageTotal *total)
{
  double share = 0;

  if (total != NULL && total->value.minor > 0)
    share = CLAMP ((double) total->weighted.minor / (double) total->value.minor, 0, 1);
  gtk_progress_bar_set_fraction (self->share, share);
}

static void
show_name (MullBoardColumnHead *self, const char *name)
{
  /* Translators: a button; %s is the name of a stage */
  g_autofree char *label = g_strdup_printf (_ ("Menu of the stage “%s”"), name);

  gtk_label_set_text (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
mull_board_column_head_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_BOARD_COLUMN_HEAD);
  G_OBJECT_CLASS (mull_board_column_head_parent_class)->dispose (object);
}

static void
mull_board_column_head_class_init (MullBoardColumnHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_board_column_head_dispose;

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/board/mull-board-column-head.ui");
  gtk_widget_class_bind_template_child (widget_class, MullBoardColumnHead, box);
  gtk_widget_class_bind_template_child (widget_class, MullBoardColumnHead, name);
  gtk_widget_class_bind_template_child (widget_class, MullBoardColumnHead, count);
  gtk_widget_class_bind_template_child (widget_class, MullBoardColumnHead, sums);
  gtk_widget_class_bind_template_child (widget_class, MullBoardColumnHead, share);
  gtk_widget_class_bind_template_child (widget_class, MullBoardColumnHead, menu_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mull_board_column_head_init (MullBoardColumnHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_board_column_head_new:
 *
 * Returns: (transfer floating): a head that shows nothing yet
 */
MullBoardColumnHead *
mull_board_column_head_new (void)
{
  return g_object_new (MULL_TYPE_BOARD_COLUMN_HEAD, NULL);
}

/**
 * mull_board_column_head_update:
 * @stage: (transfer none): the column
 *
 * Shows the name and the sums as they are now.
 */
void
mull_board_column_head_update (MullBoardColumnHead *self, MullStageModel *stage)
{
  GArray *totals;
  g_autofree char *count = NULL;
  const char *name;
  const MullStageTotal *first;
  guint i = 0;

  g_return_if_fail (MULL_IS_BOARD_COLUMN_HEAD (self));
  g_return_if_fail (MULL_IS_STAGE_MODEL (stage));

  totals = mull_stage_model_get_totals (stage);
  name = mull_stage_model_get_stage (stage)->name;
  count = g_strdup_printf ("%u", mull_stage_model_get_n_deals (stage));
  if (!g_str_equal (gtk_label_get_text (self->name), name))
    show_name (self, name);
  gtk_label_set_text (self->count, count);
  first = get_total (totals, &i);
  show_line (self, &self->lines[0], first);
  show_share (self, first);
  for (guint k = 1; k < CURRENCIES_MAX; k++)
    show_line (self, &self->lines[k], get_total (totals, &i));
}

/**
 * mull_board_column_head_get_menu_button:
 *
 * Returns: (transfer none): the button of the stage's menu
 */
GtkMenuButton *
mull_board_column_head_get_menu_button (MullBoardColumnHead *self)
{
  g_return_val_if_fail (MULL_IS_BOARD_COLUMN_HEAD (self), NULL);

  return self->menu_button;
}

/**
 * mull_board_column_head_dup_title:
 * @stage: (transfer none): a column
 *
 * Returns: (transfer full): the name of a stage and how many deals are in it: "Propose · 8"
 */
char *
mull_board_column_head_dup_title (MullStageModel *stage)
{
  /* Translators: a column of the board: the name of the stage and how many deals are in it */
  return g_strdup_printf (_ ("%s · %u"), mull_stage_model_get_stage (stage)->name,
                          mull_stage_model_get_n_deals (stage));
}
