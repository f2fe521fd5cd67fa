/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-remark-popover"

#include "config.h"

#include "mull-remark-popover.h"

#include <glib/gi18n-lib.h>

/* About as wide as a sentence is easy to read. */
#define WIDTH_CHARS 38
#define MARGIN 12

struct _MullRemarkPopover
{
  GtkPopover parent_instance;
};

G_DEFINE_FINAL_TYPE (MullRemarkPopover, mull_remark_popover, GTK_TYPE_POPOVER)

/* A popover asks for the height of its text on one line otherwise, also where it takes two. */
static GtkSizeRequestMode
mull_remark_popover_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mull_remark_popover_class_init (MullRemarkPopoverClass *klass)
{
  GTK_WIDGET_CLASS (klass)->get_request_mode = mull_remark_popover_get_request_mode;
}

static void
mull_remark_popover_init (MullRemarkPopover *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "remark-popover");
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_button (GtkWidget *box, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "small");
  /* The focus stays where one writes, for as long as one does. */
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_box_append (GTK_BOX (box), button);
}

static char *
dup_use_label (const MullRemark *remark)
{
  if (*remark->instead == '\0')
    return g_strdup (_ ("_Leave It Out"));
  /* Translators: a button that puts these words in place of those that are marked */
  return g_strdup_printf (_ ("_Say “%s”"), remark->instead);
}

static GtkWidget *
make_buttons (const MullRemark *remark, gboolean can_use)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (can_use)
    {
      g_autofree char *label = dup_use_label (remark);

      add_button (buttons, label, "beat.use-remark");
      gtk_button_set_use_underline (GTK_BUTTON (gtk_widget_get_first_child (buttons)), TRUE);
      gtk_widget_add_css_class (gtk_widget_get_first_child (buttons), "suggested-action");
    }
  add_button (buttons, _ ("Ignore Once"), "beat.ignore-once");
  /* What is about a place in this script cannot come again in another. */
  if (remark->of_words)
    add_button (buttons, _ ("Ignore Always"), "beat.ignore-always");
  return buttons;
}

/**
 * mull_remark_popover_new:
 * @remark: what the reviewer says
 * @can_use: whether what it suggests can be put in place
 *
 * Returns: (transfer floating): the popover; see mull_popover_show_once()
 */
MullRemarkPopover *
mull_remark_popover_new (const MullRemark *remark, gboolean can_use)
{
  MullRemarkPopover *self = g_object_new (MULL_TYPE_REMARK_POPOVER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = make_buttons (remark, can_use);
  GtkWidget *reason;

  add_label (box, mull_remark_category_get_name (remark->category), "beat-title");
  reason = add_label (box, remark->reason, "remark-reason");
  if (*remark->suggestion != '\0')
    add_label (box, remark->suggestion, "remark-suggestion");
  gtk_widget_set_margin_top (buttons, 6);
  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mull_remark_category_get_name (remark->category),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, remark->reason, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (buttons), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  reason, NULL, -1);
  return self;
}
