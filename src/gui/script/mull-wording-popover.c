/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-wording-popover"

#include "config.h"

#include "mull-wording-popover.h"

#include "mull-wording.h"

#include <glib/gi18n-lib.h>

/* About as wide as a sentence is easy to read, and as fits into a narrow window. */
#define WIDTH_CHARS 32
#define NARROW_WIDTH_CHARS 20
#define MAX_HEIGHT 340

struct _MullWordingPopover
{
  GtkPopover parent_instance;

  /* Borrowed: a child */
  GtkListBox *rows;

  int width_chars;
};

G_DEFINE_FINAL_TYPE (MullWordingPopover, mull_wording_popover, GTK_TYPE_POPOVER)

/* ── Rows ─────────────────────────────────────────────────────────────── */

static GtkWidget *
new_label (MullWordingPopover *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), self->width_chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), self->width_chars);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_button (GtkWidget *box, const char *icon, const char *label, const char *action, gint64 id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (box), button);
}

/* What is written now has a tick. */
static GtkWidget *
add_row (MullWordingPopover *self,
         const char *source,
         const char *use,
         const char *text,
         gboolean current,
         const char *action)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *row = gtk_list_box_row_new ();
  /* Translators: where a wording comes from, and in how many calls it was spoken */
  g_autofree char *head =
      use != NULL ? g_strdup_printf (_ ("%1$s · %2$s"), source, use) : g_strdup (source);
  g_autofree char *label = g_strdup_printf ("%s: %s", head, text);

  gtk_box_append (GTK_BOX (lines), new_label (self, head, "beat-title"));
  gtk_box_append (GTK_BOX (lines), new_label (self, text, "wording-text"));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (box), lines);
  if (current)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (self->rows, row);
  return row;
}

static void
add_own (MullWordingPopover *self,
         MullScriptDesk *desk,
         const MullComposedBeat *beat,
         const MullWording *wording)
{
  gint64 id = wording->own->record.id;
  g_autofree char *text = mull_script_desk_fill_in (desk, wording->own->text);
  g_autofree char *use = mull_wording_format_use (wording);
  /* Translators: a wording of the rep's own that has no name */
  const char *source = *wording->own->name != '\0' ? wording->own->name : _ ("Yours");
  GtkWidget *row =
      add_row (self, source, use, text, g_str_equal (text, beat->text), "script.use-wording");
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", id);
  add_button (box, "document-edit-symbolic", _ ("Change this wording"), "script.edit-wording", id);
  add_button (box, "user-trash-symbolic", _ ("Remove this wording"), "script.remove-wording", id);
}

/* ── Object ───────────────────────────────────────────────────────────── */

/* A popover asks for the height of its text on one line otherwise, also where it takes two. */
static GtkSizeRequestMode
mull_wording_popover_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mull_wording_popover_class_init (MullWordingPopoverClass *klass)
{
  GTK_WIDGET_CLASS (klass)->get_request_mode = mull_wording_popover_get_request_mode;
}

static GtkWidget *
make_keep_button (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Keep This Wording…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "script.keep-wording");
  gtk_widget_set_margin_top (button, 9);
  gtk_widget_set_margin_bottom (button, 12);
  gtk_widget_set_margin_start (button, 12);
  gtk_widget_set_margin_end (button, 12);
  return button;
}

static void
mull_wording_popover_init (MullWordingPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "remarks");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: what a part of a script can say */
                                  _ ("Wordings"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->rows));
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), make_keep_button ());
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "remark-popover");
}

/**
 * mull_wording_popover_new:
 * @desk: (transfer none): the script
 * @beat: the beat as it will be spoken
 * @wordings: (element-type MullWording): the rep's own, in their order
 * @narrow: whether there is little room
 *
 * Returns: (transfer floating): the popover; see mull_popover_show_once()
 */
MullWordingPopover *
mull_wording_popover_new (MullScriptDesk *desk,
                          const MullComposedBeat *beat,
                          GPtrArray *wordings,
                          gboolean narrow)
{
  MullWordingPopover *self = g_object_new (MULL_TYPE_WORDING_POPOVER, NULL);
  g_autofree char *suggestion = mull_script_desk_dup_suggestion (desk, beat->beat->id);

  self->width_chars = narrow ? NARROW_WIDTH_CHARS : WIDTH_CHARS;
  for (guint i = 0; i < wordings->len; i++)
    add_own (self, desk, beat, wordings->pdata[i]);
  add_row (self, _ ("Suggestion"), NULL, suggestion, !beat->own, "script.use-suggestion");
  add_row (self, _ ("Worked example"), NULL, beat->beat->example,
           beat->own && g_str_equal (beat->text, beat->beat->example), "script.use-example");
  return self;
}
