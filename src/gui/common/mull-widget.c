/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-widget"

#include "config.h"

#include "mull-widget.h"

#include "mull-drop-down.h"

#include <adwaita.h>
#include <math.h>

/* What the frame of a window without a shadow takes of its size. */
#define WINDOW_FRAME 10
/* In letters. */
#define SHORT_LABEL 11

/**
 * mull_widget_dispose_template:
 * @type: the class that has the template
 *
 * For the dispose of a class that has a template and is no container: lets go of the children of
 * its template, also of those that no field of the instance names, which
 * gtk_widget_dispose_template() alone would leave behind.
 */
void
mull_widget_dispose_template (GtkWidget *widget, GType type)
{
  GtkWidget *child;

  gtk_widget_dispose_template (widget, type);
  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

static GtkWidget *
find_child_with_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  while (focus != NULL && gtk_widget_get_parent (focus) != widget)
    focus = gtk_widget_get_parent (focus);
  return focus;
}

/**
 * mull_widget_focus_children:
 *
 * What #GtkWidgetClass.focus() has to be in a class with a grab_focus() of its own whose children
 * take the focus in their order. The default of GTK 4.8 calls for grab_focus() when Tab comes to
 * the last child, so that the focus could never leave.
 */
gboolean
mull_widget_focus_children (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean backward =
      direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP || direction == GTK_DIR_LEFT;
  GtkWidget *child = find_child_with_focus (widget);

  if (child == NULL)
    child = backward ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  for (; child != NULL;
       child = backward ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child))
    if (gtk_widget_child_focus (child, direction))
      return TRUE;
  return FALSE;
}

/**
 * mull_widget_forget_state:
 * @widget: a widget without a parent, to be shown again elsewhere or later
 *
 * Takes back what its window and the pointer made of it. GTK 4.8 hands the state of a new parent
 * down, but never takes back that of the old one: what was taken out of a window in the background
 * would look as if it still were there.
 */
void
mull_widget_forget_state (GtkWidget *widget)
{
  gtk_widget_unset_state_flags (widget, GTK_STATE_FLAG_BACKDROP | GTK_STATE_FLAG_PRELIGHT |
                                            GTK_STATE_FLAG_ACTIVE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    mull_widget_forget_state (child);
}

/* The button inside a drop-down, which is what takes the focus, has the drop-down's name. In
 * GTK 4.8 it has none of its own. The drop-down must have its name as a label: one that it has from
 * a relation is not passed on. */
static void
ready_drop_down (GtkWidget *drop_down)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (drop_down)),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, drop_down, NULL, -1);
  mull_drop_down_give_way (GTK_DROP_DOWN (drop_down));
}

/* What can wrap gets no more room from a row that is high enough for two lines than two lines need,
 * however wide it is: what is short has one line there. What says nothing yet may say anything
 * later. */
static gboolean
is_short_in_row (GtkWidget *label)
{
  glong length = g_utf8_strlen (gtk_label_get_text (GTK_LABEL (label)), -1);

  return length > 0 && length <= SHORT_LABEL &&
         gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW) != NULL;
}

static void
let_wrap (GtkWidget *label, GtkJustification justification)
{
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), justification);
}

/* GTK 4.8 has a button be called by its label with the underline in it, and once more by the words
 * that are seen. The words are enough. */
static void
name_once (GtkButton *button)
{
  if (gtk_button_get_label (button) != NULL && gtk_button_get_use_underline (button))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* What scrolls in it takes the focus where there is no button, and a screen reader would have
 * nothing to say. */
static void
name_status_page (AdwStatusPage *page)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (page))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, adw_status_page_get_title (page),
                                  -1);
}

/* The bar of a page is as high as two lines, and asks how narrow its buttons can be at that height;
 * so they would have two lines however wide the bar is. That of a form has to give way. */
static gboolean
is_in_bar_of_page (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, ADW_TYPE_HEADER_BAR) != NULL &&
         gtk_widget_get_ancestor (widget, ADW_TYPE_WINDOW) == NULL;
}

/* A row that is pushed sideways gives its children no more than they need at least. */
static gboolean
is_pushed_sideways (GtkWidget *widget)
{
  GtkPolicyType policy = GTK_POLICY_NEVER;

  if (GTK_IS_SCROLLED_WINDOW (widget))
    gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &policy, NULL);
  return policy == GTK_POLICY_EXTERNAL;
}

/**
 * mull_widget_make_ready:
 * @widget: a page or a form, before it is shown
 *
 * Does what GTK 4.8 leaves out, for everything inside: drop-downs get a name and need not be as
 * wide as their longest choice; buttons are called once what they say, and may say it in two lines,
 * and a title in a header bar may be cut, where letters are large and windows narrow.
 */
void
mull_widget_make_ready (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    name_once (GTK_BUTTON (widget));
  else if (ADW_IS_STATUS_PAGE (widget))
    name_status_page (ADW_STATUS_PAGE (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_DROP_DOWN (child))
      ready_drop_down (child);
    else if (GTK_IS_LABEL (child) && GTK_IS_BUTTON (widget))
      {
        if (!is_in_bar_of_page (widget) && !is_short_in_row (child))
          let_wrap (child, GTK_JUSTIFY_CENTER);
      }
    else if (GTK_IS_LABEL (child) && GTK_IS_CHECK_BUTTON (widget))
      let_wrap (child, GTK_JUSTIFY_LEFT);
    else if (GTK_IS_LABEL (child) && gtk_widget_has_css_class (child, "title"))
      gtk_label_set_width_chars (GTK_LABEL (child), -1);
    else if (GTK_IS_EXPANDER (child) &&
             gtk_expander_get_label_widget (GTK_EXPANDER (child)) != NULL)
      {
        let_wrap (gtk_expander_get_label_widget (GTK_EXPANDER (child)), GTK_JUSTIFY_LEFT);
        mull_widget_make_ready (child);
      }
    else if (!is_pushed_sideways (child))
      mull_widget_make_ready (child);
}

/* The content, without what scrolls it: a viewport of GTK 4.8 does not pass a width on. */
static GtkWidget *
get_content (GtkScrolledWindow *scrolled)
{
  GtkWidget *child = gtk_scrolled_window_get_child (scrolled);

  return GTK_IS_VIEWPORT (child) ? gtk_viewport_get_child (GTK_VIEWPORT (child)) : child;
}

static int
limit_to_below (GtkWindow *window, int width)
{
  GtkWindow *below = gtk_window_get_transient_for (window);
  int room = below != NULL ? gtk_widget_get_width (GTK_WIDGET (below)) : 0;

  return room > 0 ? MIN (width, room) : width;
}

/**
 * mull_widget_fit_width:
 * @window: a window, before it is shown
 * @width: how wide it is where there is room
 *
 * Makes the window no wider than the one below it.
 */
void
mull_widget_fit_width (GtkWindow *window, int width)
{
  int last, height;

  gtk_window_get_default_size (window, &last, &height);
  gtk_window_set_default_size (window, limit_to_below (window, width), height);
}

/**
 * mull_widget_fit_height:
 * @window: a window that has a width of its own, before it is shown
 * @scrolled: what scrolls in it, across all of its width, if it must
 *
 * Makes the window no wider than the one below it, and as high as its content is at that width, up
 * to what @scrolled shows at most. By itself a scrolled window of GTK 4.8 is as high as its content
 * would be if no line had to wrap.
 */
void
mull_widget_fit_height (GtkWindow *window, GtkScrolledWindow *scrolled)
{
  int max = gtk_scrolled_window_get_max_content_height (scrolled);
  int width, high, content, shown;

  gtk_window_get_default_size (window, &width, &high);
  width = limit_to_below (window, width);
  gtk_widget_measure (gtk_window_get_child (window), GTK_ORIENTATION_VERTICAL, width, NULL, &high,
                      NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (scrolled), GTK_ORIENTATION_VERTICAL, width, NULL, &shown, NULL,
                      NULL);
  gtk_widget_measure (get_content (scrolled), GTK_ORIENTATION_VERTICAL, width - WINDOW_FRAME, NULL,
                      &content, NULL, NULL);
  if (max >= 0)
    content = MIN (content, max);
  gtk_window_set_default_size (window, width, high - shown + MAX (content, shown) + WINDOW_FRAME);
}

/**
 * mull_widget_can_do:
 * @widget: from where it is done
 * @action: the name of an action
 * @target: (nullable): with what
 *
 * GTK tells that only to what has an action.
 *
 * Returns: whether @action is there, and can be done just now
 */
gboolean
mull_widget_can_do (GtkWidget *widget, const char *action, GVariant *target)
{
  GtkWidget *button;
  gboolean can;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  button = gtk_button_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_widget_set_parent (button, widget);
  can = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  return can;
}

/**
 * mull_widget_leave_text:
 * @widget: where something was typed
 * @button: a button in it that does something with what was typed
 *
 * What the first Escape does, which must not give up what was typed: unless a button in @widget has
 * the focus already, @button gets it.
 *
 * Returns: whether it got it
 */
gboolean
mull_widget_leave_text (GtkWidget *widget, GtkWidget *button)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (button), FALSE);

  if (focus != NULL && gtk_widget_is_ancestor (focus, widget) && !GTK_IS_EDITABLE (focus) &&
      !GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  return gtk_widget_get_mapped (button) && gtk_widget_grab_focus (button);
}

/**
 * mull_widget_stop_search:
 * @entry: an entry that finds something on its page
 *
 * What its Escape does: the first one empties the entry, the next one leaves the page.
 */
void
mull_widget_stop_search (GtkSearchEntry *entry)
{
  g_return_if_fail (GTK_IS_SEARCH_ENTRY (entry));

  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (entry), "win.back", NULL);
}

/**
 * mull_widget_measure_letters:
 * @n: a number of letters
 *
 * A letter is about half as wide as the font is high. What the font says about itself is found out
 * by laying out a sample, each time.
 *
 * Returns: how wide so many are in the font of @widget, in pixels
 */
int
mull_widget_measure_letters (GtkWidget *widget, int n)
{
  PangoContext *context;
  const PangoFontDescription *font;
  double size;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  context = gtk_widget_get_pango_context (widget);
  font = pango_context_get_font_description (context);
  size = pango_units_to_double (pango_font_description_get_size (font));
  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return (int) ceil (n * size / 2);
}
