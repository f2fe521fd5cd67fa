/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-entry-row"

#include "config.h"

#include "mull-entry-row.h"

#include "mull-file-row.h"
#include "mull-paragraph.h"
#include "mull-row-layout.h"
#include "mull-text.h"
#include "mull-ui.h"
#include "mull-widget.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

#define FLASH_MS 1600

struct _MullEntryRow
{
  GtkWidget parent_instance;

  /* Template children */
  MullParagraph *heading;
  GtkWidget *body;
  GtkImage *kind;
  GtkImage *arrow;
  MullParagraph *text;
  MullParagraph *words;
  GtkBox *files;
  MullParagraph *about;
  GtkWidget *lock;
  GtkWidget *menu;

  /* Owned */
  MullTimelineItem *item;
  GtkWidget *popover;

  guint flash_id;
  gboolean expanded;
};

G_DEFINE_FINAL_TYPE (MullEntryRow, mull_entry_row, GTK_TYPE_WIDGET)

/* ── What it shows ────────────────────────────────────────────────────── */

/**
 * mull_entry_row_kind_icon:
 *
 * Returns: the name of the icon for entries of a kind
 */
const char *
mull_entry_row_kind_icon (MullEntryKind kind)
{
  switch (kind)
    {
    case MULL_ENTRY_CALL:
      return "call-start-symbolic";
    case MULL_ENTRY_MEETING:
      return "mull-meeting-symbolic";
    case MULL_ENTRY_MAIL:
      return "mail-unread-symbolic";
    case MULL_ENTRY_MESSAGE:
      return "chat-message-new-symbolic";
    case MULL_ENTRY_LETTER:
      return "mail-send-symbolic";
    case MULL_ENTRY_NOTE:
      return "document-edit-symbolic";
    case MULL_ENTRY_COMMITMENT:
      return "mull-promise-symbolic";
    case MULL_ENTRY_SCRIPT:
    case MULL_ENTRY_DRILL:
      return "mull-hole-symbolic";
    case MULL_ENTRY_STAGE:
    case MULL_ENTRY_FIELD:
      break;
    }
  return "document-properties-symbolic";
}

static const char *
arrow_icon (const MullEntry *entry)
{
  switch (entry->direction)
    {
    case MULL_DIRECTION_OUT:
      return entry->reached || entry->kind > MULL_ENTRY_MEETING ? "mull-out-symbolic"
                                                                : "mull-out-hollow-symbolic";
    case MULL_DIRECTION_IN:
      return "mull-in-symbolic";
    case MULL_DIRECTION_BOTH:
      return "mull-both-symbolic";
    case MULL_DIRECTION_NONE:
      break;
    }
  return NULL;
}

/* Both dates, where the entry was written on another day than it happened. */
static char *
describe_lateness (const MullEntry *entry, MullClock *clock)
{
  MullDay happened_on = mull_clock_day_of (clock, entry->happened_at);
  MullDay written_on = mull_clock_day_of (clock, entry->written_at);
  g_autofree char *day = NULL;

  if (happened_on == written_on)
    return NULL;
  day = mull_day_format (written_on);
  /* Translators: on an entry that was written down on a later day; %s is a date */
  return g_strdup_printf (_ ("written %s"), day);
}

static char *
describe (MullEntryRow *self, MullClock *clock)
{
  const MullEntry *entry = self->item->entry;
  g_autoptr (GString) about = g_string_new (NULL);
  g_autofree char *time =
      mull_instant_format_time (entry->happened_at, mull_clock_get_zone (clock));
  g_autofree char *late = describe_lateness (entry, clock);

  if (*entry->text != '\0' && entry->kind <= MULL_ENTRY_NOTE)
    mull_text_append_part (about,
                           mull_touch_phrase (entry->kind, entry->direction, entry->reached));
  mull_text_append_part (about, self->item->person);
  if (mull_entry_row_is_own (self))
    mull_text_append_part (about, time);
  if (entry->effort_min > 0)
    {
      g_autofree char *effort = g_strdup_printf (
          ngettext ("%d minute", "%d minutes", entry->effort_min), entry->effort_min);

      mull_text_append_part (about, effort);
    }
  mull_text_append_part (about, late);
  return g_string_free (g_steal_pointer (&about), FALSE);
}

static void
set_expanded (MullEntryRow *self, gboolean expanded)
{
  self->expanded = expanded;
  mull_paragraph_set_lines (self->text, expanded ? 0 : 1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}

static void
set_heading (MullEntryRow *self, const char *text)
{
  mull_paragraph_set_text (self->heading, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->heading), text != NULL);
}

static void
set_shown_text (MullParagraph *paragraph, const char *text)
{
  mull_paragraph_set_text (paragraph, text);
  gtk_widget_set_visible (GTK_WIDGET (paragraph), *text != '\0');
}

static void
show_files (MullEntryRow *self)
{
  GPtrArray *files = self->item->files;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->files))) != NULL)
    gtk_box_remove (self->files, child);
  for (guint i = 0; i < files->len; i++)
    gtk_box_append (self->files, GTK_WIDGET (mull_file_row_new_attached (files->pdata[i])));
  gtk_widget_set_visible (GTK_WIDGET (self->files), files->len > 0);
}

static void
update_label (MullEntryRow *self, const char *text, const char *about)
{
  g_autofree char *label =
      g_strjoin (". ", text, about, *self->item->words != '\0' ? self->item->words : NULL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* ── Its commands ─────────────────────────────────────────────────────── */

static void
expand_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullEntryRow *self = MULL_ENTRY_ROW (widget);

  set_expanded (self, !self->expanded);
}

static void
command_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullEntryRow *self = MULL_ENTRY_ROW (widget);
  const char *command = g_str_equal (action_name, "entry.edit")     ? "deal.edit-entry"
                        : g_str_equal (action_name, "entry.attach") ? "deal.attach-file"
                                                                    : "deal.trash-entry";

  if (mull_entry_row_is_own (self))
    gtk_widget_activate_action (widget, command, "x", self->item->entry->record.id);
}

/* Made when it is first asked for: fifty rows seldom need one. */
static void
pop_up_menu (MullEntryRow *self)
{
  if (!mull_entry_row_is_own (self))
    return;
  if (self->popover == NULL)
    {
      g_autoptr (GMenu) menu = g_menu_new ();

      g_menu_append (menu, _ ("_Edit…"), "entry.edit");
      g_menu_append (menu, _ ("_Attach a File…"), "entry.attach");
      g_menu_append (menu, _ ("_Delete"), "entry.trash");
      self->popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
      gtk_widget_set_parent (self->popover, self->menu);
    }
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  pop_up_menu (MULL_ENTRY_ROW (widget));
}

/* In GTK 4.8 a button that has an action does not find it again in a row that is used again. */
static void
on_menu_clicked (MullEntryRow *self)
{
  pop_up_menu (self);
}

static void
on_click_released_cb (MullEntryRow *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 1)
    set_expanded (self, !self->expanded);
  else if (n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "entry.edit", NULL);
}

static void
on_secondary_pressed_cb (MullEntryRow *self, int n_press, double x, double y)
{
  pop_up_menu (self);
}

static gboolean
end_flash (gpointer user_data)
{
  MullEntryRow *self = user_data;

  self->flash_id = 0;
  gtk_widget_remove_css_class (self->body, "flash");
  return G_SOURCE_REMOVE;
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_entry_row_dispose (GObject *object)
{
  MullEntryRow *self = MULL_ENTRY_ROW (object);

  g_clear_handle_id (&self->flash_id, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  mull_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_ENTRY_ROW);
  g_clear_pointer (&self->item, mull_timeline_item_unref);
  G_OBJECT_CLASS (mull_entry_row_parent_class)->dispose (object);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "entry.expand", NULL, expand_action);
  gtk_widget_class_install_action (widget_class, "entry.edit", NULL, command_action);
  gtk_widget_class_install_action (widget_class, "entry.attach", NULL, command_action);
  gtk_widget_class_install_action (widget_class, "entry.trash", NULL, command_action);
  gtk_widget_class_install_action (widget_class, "entry.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "entry.expand", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "entry.expand", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "entry.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "entry.attach", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "entry.trash", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "entry.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "entry.menu",
                                       NULL);
}

static void
mull_entry_row_class_init (MullEntryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_entry_row_dispose;

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_PARAGRAPH);
  g_type_ensure (MULL_TYPE_ROW_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "entryrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mulliganapp/Mulligan/deal/mull-entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MullEntryRow, heading);
  gtk_widget_class_bind_template_child (widget_class, MullEntryRow, body);
  gtk_widget_class_bind_template_child (widget_class, MullEntryRow, kind);
  gtk_widget_class_bind_template_child (widget_class, MullEntryRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, MullEntryRow, text);
  gtk_widget_class_bind_template_child (widget_class, MullEntryRow, words);
  gtk_widget_class_bind_template_child (widget_class, MullEntryRow, files);
  gtk_widget_class_bind_template_child (widget_class, MullEntryRow, about);
  gtk_widget_class_bind_template_child (widget_class, MullEntryRow, lock);
  gtk_widget_class_bind_template_child (widget_class, MullEntryRow, menu);
  gtk_widget_class_bind_template_callback (widget_class, on_menu_clicked);
  add_bindings (widget_class);
}

static void
add_click (MullEntryRow *self, const char *signal, guint button, GCallback callback)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), button);
  g_signal_connect_swapped (click, signal, callback, self);
  gtk_widget_add_controller (self->body, GTK_EVENT_CONTROLLER (click));
}

static void
mull_entry_row_init (MullEntryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  add_click (self, "released", GDK_BUTTON_PRIMARY, G_CALLBACK (on_click_released_cb));
  add_click (self, "pressed", GDK_BUTTON_SECONDARY, G_CALLBACK (on_secondary_pressed_cb));
}

/**
 * mull_entry_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
MullEntryRow *
mull_entry_row_new (void)
{
  return g_object_new (MULL_TYPE_ENTRY_ROW, NULL);
}

/**
 * mull_entry_row_show:
 * @heading: (nullable): the day, if this is the first row of it
 * @clock: the rep's
 *
 * Shows @item. Another entry is folded to one line; the same one stays as it is.
 */
void
mull_entry_row_show (MullEntryRow *self,
                     MullTimelineItem *item,
                     const char *heading,
                     MullClock *clock)
{
  const MullEntry *entry = item->entry;
  const char *text, *arrow;
  g_autofree char *line = NULL;
  g_autofree char *about = NULL;

  g_return_if_fail (MULL_IS_ENTRY_ROW (self));

  set_heading (self, heading);
  if (self->item != NULL && mull_timeline_item_equal (self->item, item))
    return;
  if (self->item == NULL || self->item->entry->record.id != entry->record.id)
    set_expanded (self, FALSE);
  mull_timeline_item_ref (item);
  g_clear_pointer (&self->item, mull_timeline_item_unref);
  self->item = item;
  line = mull_entry_dup_line (entry);
  text = *line != '\0' ? line : mull_touch_phrase (entry->kind, entry->direction, entry->reached);
  about = describe (self, clock);
  gtk_image_set_from_icon_name (self->kind, mull_entry_row_kind_icon (entry->kind));
  arrow = arrow_icon (entry);
  gtk_image_set_from_icon_name (self->arrow, arrow);
  gtk_widget_set_visible (GTK_WIDGET (self->arrow), arrow != NULL);
  mull_paragraph_set_text (self->text, text);
  set_shown_text (self->words, item->words);
  show_files (self);
  set_shown_text (self->about, about);
  gtk_widget_set_visible (self->lock, entry->private);
  gtk_widget_set_visible (self->menu, mull_entry_row_is_own (self));
  if (mull_entry_row_is_own (self))
    gtk_widget_remove_css_class (GTK_WIDGET (self), "by-app");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "by-app");
  update_label (self, text, about);
}

/**
 * mull_entry_row_get_item:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
MullTimelineItem *
mull_entry_row_get_item (MullEntryRow *self)
{
  return self->item;
}

/**
 * mull_entry_row_is_own:
 *
 * Returns: whether the rep wrote the entry, not the app: only those can be edited
 */
gboolean
mull_entry_row_is_own (MullEntryRow *self)
{
  return self->item != NULL && self->item->entry->kind <= MULL_ENTRY_NOTE;
}

/**
 * mull_entry_row_is_expanded:
 *
 * Returns: whether all of its text is seen
 */
gboolean
mull_entry_row_is_expanded (MullEntryRow *self)
{
  return self->expanded;
}

/**
 * mull_entry_row_walk_files:
 * @direction: where to
 *
 * From the row Tab goes on to its files, and back from the first of them.
 *
 * Returns: whether the focus is elsewhere in the row now
 */
gboolean
mull_entry_row_walk_files (MullEntryRow *self, GtkDirectionType direction)
{
  gboolean is_inside = !gtk_widget_is_focus (GTK_WIDGET (self));

  g_return_val_if_fail (MULL_IS_ENTRY_ROW (self), FALSE);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if ((is_inside || direction == GTK_DIR_TAB_FORWARD) &&
      gtk_widget_child_focus (GTK_WIDGET (self->files), direction))
    return TRUE;
  return is_inside && direction == GTK_DIR_TAB_BACKWARD &&
         gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * mull_entry_row_flash:
 *
 * Shows for a moment that this is the one that was asked for.
 */
void
mull_entry_row_flash (MullEntryRow *self)
{
  g_return_if_fail (MULL_IS_ENTRY_ROW (self));

  g_clear_handle_id (&self->flash_id, g_source_remove);
  gtk_widget_add_css_class (self->body, "flash");
  self->flash_id = g_timeout_add (FLASH_MS, end_flash, self);
}
