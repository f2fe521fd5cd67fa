/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-fact-row"

#include "config.h"

#include "mull-fact-row.h"

#include "mull-paragraph.h"
#include "mull-row-layout.h"
#include "mull-text.h"
#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

struct _MullFactRow
{
  GtkWidget parent_instance;

  /* Template children */
  GtkLabel *avatar;
  GtkBox *text_box;
  GtkBox *title_box;
  MullParagraph *title;
  MullParagraph *about;
  MullParagraph *detail;
  GtkWidget *note_box;
  GtkImage *note_icon;
  GtkLabel *note;
  GtkButton *low_button;
  GtkButton *button;
  GtkWidget *menu_button;

  /* Owned */
  GMenuModel *menu;
  GtkWidget *popover;
  char *note_class;
};

G_DEFINE_FINAL_TYPE (MullFactRow, mull_fact_row, GTK_TYPE_WIDGET)

static void
set_shown_text (MullParagraph *paragraph, const char *text)
{
  mull_paragraph_set_text (paragraph, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (paragraph), text != NULL && *text != '\0');
}

/* A name alone stands in the middle of its avatar. More text is as high as the avatar: to be
 * aligned, it would have to be measured for every width that it could have. */
static void
align_text (MullFactRow *self)
{
  gboolean alone = gtk_widget_get_visible (GTK_WIDGET (self->avatar)) &&
                   !gtk_widget_get_visible (GTK_WIDGET (self->about)) &&
                   !gtk_widget_get_visible (GTK_WIDGET (self->detail));

  gtk_widget_set_valign (GTK_WIDGET (self->text_box), alone ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
}

/* Made when it is asked for: most rows are only read. */
static void
menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullFactRow *self = MULL_FACT_ROW (widget);

  if (self->menu == NULL)
    return;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = gtk_popover_menu_new_from_model (self->menu);
  gtk_widget_set_parent (self->popover, self->menu_button);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* Asked for by the pointer only: a tooltip that is set asks the display where the pointer is. */
static gboolean
on_note_query_tooltip_cb (MullFactRow *self,
                          int x,
                          int y,
                          gboolean keyboard_tooltip,
                          GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (self->note)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (self->note));
  return TRUE;
}

static void
mull_fact_row_dispose (GObject *object)
{
  MullFactRow *self = MULL_FACT_ROW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  mull_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_FACT_ROW);
  g_clear_object (&self->menu);
  g_clear_pointer (&self->note_class, g_free);
  G_OBJECT_CLASS (mull_fact_row_parent_class)->dispose (object);
}

static void
mull_fact_row_class_init (MullFactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_fact_row_dispose;

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_PARAGRAPH);
  gtk_widget_class_set_css_name (widget_class, "factrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_layout_manager_type (widget_class, MULL_TYPE_ROW_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mulliganapp/Mulligan/deal/mull-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MullFactRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, MullFactRow, text_box);
  gtk_widget_class_bind_template_child (widget_class, MullFactRow, title_box);
  gtk_widget_class_bind_template_child (widget_class, MullFactRow, title);
  gtk_widget_class_bind_template_child (widget_class, MullFactRow, about);
  gtk_widget_class_bind_template_child (widget_class, MullFactRow, detail);
  gtk_widget_class_bind_template_child (widget_class, MullFactRow, note_box);
  gtk_widget_class_bind_template_child (widget_class, MullFactRow, note_icon);
  gtk_widget_class_bind_template_child (widget_class, MullFactRow, note);
  gtk_widget_class_bind_template_child (widget_class, MullFactRow, low_button);
  gtk_widget_class_bind_template_child (widget_class, MullFactRow, button);
  gtk_widget_class_bind_template_child (widget_class, MullFactRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, on_note_query_tooltip_cb);
  gtk_widget_class_install_action (widget_class, "row.menu", NULL, menu_action);
}

static void
mull_fact_row_init (MullFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mull_row_layout_set_spacing (MULL_ROW_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                               9);
}

/**
 * mull_fact_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
mull_fact_row_new (void)
{
  return g_object_new (MULL_TYPE_FACT_ROW, NULL);
}

/**
 * mull_fact_row_set_text:
 * @about: (nullable): dimmed, below @title
 */
void
mull_fact_row_set_text (MullFactRow *self, const char *title, const char *about)
{
  g_autofree char *menu_label = NULL;

  g_return_if_fail (MULL_IS_FACT_ROW (self));

  mull_paragraph_set_text (self->title, title);
  set_shown_text (self->about, about);
  align_text (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  /* Translators: the name of a menu; %s is what it is about */
  menu_label = g_strdup_printf (_ ("Menu of “%s”"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  menu_label, -1);
}

/**
 * mull_fact_row_set_detail:
 * @detail: (nullable): a sentence of its own, dimmed, below the rest of the text
 */
void
mull_fact_row_set_detail (MullFactRow *self, const char *detail)
{
  g_return_if_fail (MULL_IS_FACT_ROW (self));

  set_shown_text (self->detail, detail);
  align_text (self);
}

/**
 * mull_fact_row_set_note_beside:
 * @beside: whether the note stands beside the title, which only a short one can: it is never cut
 *   there; otherwise below the text
 */
void
mull_fact_row_set_note_beside (MullFactRow *self, gboolean beside)
{
  GtkBox *box;

  g_return_if_fail (MULL_IS_FACT_ROW (self));

  box = beside ? self->title_box : self->text_box;
  if (gtk_widget_get_parent (self->note_box) == GTK_WIDGET (box))
    return;
  g_object_ref (self->note_box);
  gtk_box_remove (beside ? self->text_box : self->title_box, self->note_box);
  gtk_box_insert_child_after (box, self->note_box, GTK_WIDGET (beside ? self->title : self->about));
  gtk_label_set_ellipsize (self->note, beside ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  g_object_unref (self->note_box);
}

/**
 * mull_fact_row_set_note_wraps:
 * @wraps: whether a note below the text goes on in the next line where it has no room; otherwise it
 *   is cut short, which is quicker in long lists
 */
void
mull_fact_row_set_note_wraps (MullFactRow *self, gboolean wraps)
{
  g_return_if_fail (MULL_IS_FACT_ROW (self));

  if (gtk_label_get_wrap (self->note) == wraps)
    return;
  gtk_label_set_wrap (self->note, wraps);
  gtk_label_set_ellipsize (self->note, wraps ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
}

/**
 * mull_fact_row_set_figure:
 * @figure: what is counted, in tabular figures
 *
 * Shows a figure at the end of the line, on its baseline and below those of the other rows.
 */
void
mull_fact_row_set_figure (MullFactRow *self, const char *figure)
{
  g_return_if_fail (MULL_IS_FACT_ROW (self));

  mull_fact_row_set_note (self, NULL, figure, "figures");
  mull_fact_row_set_note_beside (self, TRUE);
  /* As large as what it is the figure of. */
  gtk_widget_remove_css_class (GTK_WIDGET (self->note), "caption");
  gtk_widget_set_hexpand (self->note_box, TRUE);
  gtk_widget_set_halign (self->note_box, GTK_ALIGN_END);
}

/**
 * mull_fact_row_set_avatar:
 * @name: (nullable): of a person
 */
void
mull_fact_row_set_avatar (MullFactRow *self, const char *name)
{
  g_autofree char *initials = NULL;

  g_return_if_fail (MULL_IS_FACT_ROW (self));

  initials = name != NULL ? mull_text_initials (name) : NULL;
  gtk_label_set_text (self->avatar, initials != NULL ? initials : "");
  gtk_widget_set_visible (GTK_WIDGET (self->avatar), name != NULL);
  align_text (self);
}

/**
 * mull_fact_row_set_note:
 * @icon_name: (nullable): the shape of the state
 * @text: (nullable): its word
 * @css_class: (nullable): its colour
 */
void
mull_fact_row_set_note (MullFactRow *self,
                        const char *icon_name,
                        const char *text,
                        const char *css_class)
{
  g_return_if_fail (MULL_IS_FACT_ROW (self));

  if (self->note_class != NULL)
    gtk_widget_remove_css_class (self->note_box, self->note_class);
  g_free (self->note_class);
  self->note_class = g_strdup (css_class);
  if (css_class != NULL)
    gtk_widget_add_css_class (self->note_box, css_class);
  gtk_image_set_from_icon_name (self->note_icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->note_icon), icon_name != NULL);
  gtk_label_set_text (self->note, text != NULL ? text : "");
  gtk_widget_set_visible (self->note_box, text != NULL);
}

static void
set_button (GtkButton *button, const char *label, const char *action_name, GVariant *target)
{
  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
}

/**
 * mull_fact_row_set_button:
 * @label: (nullable): the verb, or %NULL for no button
 * @target: (nullable): of the action
 */
void
mull_fact_row_set_button (MullFactRow *self,
                          const char *label,
                          const char *action_name,
                          GVariant *target)
{
  g_return_if_fail (MULL_IS_FACT_ROW (self));

  set_button (self->button, label, action_name, target);
}

/**
 * mull_fact_row_set_low_button:
 * @label: (nullable): the verb, or %NULL for no button
 * @target: (nullable): of the action
 *
 * As mull_fact_row_set_button(), below the text: for rows in narrow columns.
 */
void
mull_fact_row_set_low_button (MullFactRow *self,
                              const char *label,
                              const char *action_name,
                              GVariant *target)
{
  g_return_if_fail (MULL_IS_FACT_ROW (self));

  set_button (self->low_button, label, action_name, target);
}

/**
 * mull_fact_row_set_dim:
 * @dim: whether its title recedes: something that cannot be changed any more
 */
void
mull_fact_row_set_dim (MullFactRow *self, gboolean dim)
{
  g_return_if_fail (MULL_IS_FACT_ROW (self));

  if (dim)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "dim-label");
}

/**
 * mull_fact_row_set_menu:
 * @menu: (nullable): what can be done with it
 *
 * Gives the row a menu, or takes it away.
 */
void
mull_fact_row_set_menu (MullFactRow *self, GMenuModel *menu)
{
  g_return_if_fail (MULL_IS_FACT_ROW (self));

  g_set_object (&self->menu, menu);
  gtk_widget_set_visible (self->menu_button, menu != NULL);
}
