/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-file-row"

#include "config.h"

#include "mull-file-row.h"

#include "mull-ui.h"
#include "mull-widget.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

struct _MullFileRow
{
  GtkWidget parent_instance;

  gint64 id; /* 0: it is not attached yet */
};

G_DEFINE_FINAL_TYPE (MullFileRow, mull_file_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ── What it shows ────────────────────────────────────────────────────── */

static GtkWidget *
make_icon (const MullAttachment *file)
{
  g_autofree char *type = g_content_type_from_mime_type (file->media_type);
  g_autoptr (GIcon) icon = type != NULL ? g_content_type_get_symbolic_icon (type)
                                        : g_themed_icon_new ("text-x-generic-symbolic");
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, "gicon", icon, NULL);

  return image;
}

/* Both ends of a name say what the file is. */
static GtkWidget *
make_name (const char *name)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
make_line (const MullAttachment *file, const char *name, const char *size)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *about = gtk_label_new (size);

  gtk_widget_add_css_class (about, "dim-label");
  gtk_widget_add_css_class (about, "caption");
  gtk_box_append (GTK_BOX (box), make_icon (file));
  gtk_box_append (GTK_BOX (box), make_name (name));
  gtk_box_append (GTK_BOX (box), about);
  return box;
}

/* Takes @label. */
static void
take_label (GtkWidget *widget, char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_free (label);
}

static void
append_command (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_menu (gint64 id)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  append_command (menu, _ ("_Open"), "deal.open-file", id);
  append_command (menu, _ ("_Save As…"), "deal.save-file", id);
  append_command (menu, _ ("_Remove"), "deal.remove-file", id);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, _ ("Menu of the file"));
  return button;
}

/* Where the focus is in the line, what Delete means is the file, not the entry. */
static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullFileRow *self = MULL_FILE_ROW (widget);

  if (self->id != 0)
    gtk_widget_activate_action (widget, "deal.remove-file", "x", self->id);
  else
    g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_file_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mull_file_row_parent_class)->dispose (object);
}

static void
mull_file_row_class_init (MullFileRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_file_row_dispose;
  widget_class->focus = mull_widget_focus_children;

  /**
   * MullFileRow::removed:
   *
   * The rep does not want it any longer.
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", MULL_TYPE_FILE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  mull_ui_init ();
  gtk_widget_class_install_action (widget_class, "file.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "file.remove", NULL);
  gtk_widget_class_set_css_name (widget_class, "filerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
mull_file_row_init (MullFileRow *self)
{
}

/**
 * mull_file_row_new_attached:
 * @file: a file of an entry
 *
 * Returns: (transfer floating): a line for it
 */
MullFileRow *
mull_file_row_new_attached (const MullAttachment *file)
{
  MullFileRow *self = g_object_new (MULL_TYPE_FILE_ROW, NULL);
  g_autofree char *name = mull_attachment_clean_name (file->name);
  g_autofree char *size = g_format_size ((guint64) file->size);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *menu = make_menu (file->record.id);

  self->id = file->record.id;
  gtk_button_set_child (GTK_BUTTON (button), make_line (file, name, size));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "deal.open-file");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", file->record.id);
  /* Translators: what a screen reader says of a button: the name of a file, and its size */
  take_label (button, g_strdup_printf (_ ("Open the file %1$s, %2$s"), name, size));
  /* Translators: what a screen reader says of a button: the name of a file */
  take_label (menu, g_strdup_printf (_ ("Menu of the file %s"), name));
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  gtk_widget_set_parent (menu, GTK_WIDGET (self));
  return self;
}

/**
 * mull_file_row_new_pending:
 * @file: a file that is about to be attached
 *
 * Returns: (transfer floating): a line for it
 */
MullFileRow *
mull_file_row_new_pending (const MullAttachment *file)
{
  MullFileRow *self = g_object_new (MULL_TYPE_FILE_ROW, NULL);
  g_autofree char *name = mull_attachment_clean_name (file->name);
  g_autofree char *size = g_format_size ((guint64) file->size);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkWidget *line = make_line (file, name, size);

  gtk_widget_set_margin_start (line, 6);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, _ ("Do not attach this file"));
  /* Translators: what a screen reader says of a button: the name of a file */
  take_label (button, g_strdup_printf (_ ("Do not attach the file %s"), name));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "file.remove");
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return self;
}
