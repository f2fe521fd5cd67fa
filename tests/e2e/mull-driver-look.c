/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-driver-look"

#include "config.h"

#include "mull-driver-private.h"

typedef struct
{
  AtspiAccessible *root;
  AtspiRole role;
  const char *name;
  AtspiAccessible *hit;
} Search;

typedef gboolean (*Visit) (AtspiAccessible *node, guint depth, gpointer user_data);

/* Depth first; a node that goes away while it is looked at is passed over. Ends when @visit says
 * so. */
static gboolean
walk (AtspiAccessible *node, guint depth, Visit visit, gpointer user_data)
{
  int n_children = atspi_accessible_get_child_count (node, NULL);

  for (int i = 0; i < n_children; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);

      if (child != NULL &&
          (visit (child, depth, user_data) || walk (child, depth + 1, visit, user_data)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_name (AtspiAccessible *node, AtspiRole role, const char *pattern)
{
  g_autofree char *name = NULL;

  if (role != ATSPI_ROLE_INVALID && atspi_accessible_get_role (node, NULL) != role)
    return FALSE;
  if (pattern == NULL)
    return TRUE;
  name = atspi_accessible_get_name (node, NULL);
  return name != NULL && g_pattern_match_simple (pattern, name);
}

static gboolean
visit_search (AtspiAccessible *node, guint depth, gpointer user_data)
{
  Search *search = user_data;

  if (!has_name (node, search->role, search->name))
    return FALSE;
  search->hit = g_object_ref (node);
  return TRUE;
}

/**
 * mull_driver_look:
 * @root: (nullable): where to begin; the whole program if %NULL
 * @role: the role, or %ATSPI_ROLE_INVALID for any
 * @name: (nullable): the accessible name; "*" and "?" stand for other characters
 *
 * Looks once, without waiting.
 *
 * Returns: (transfer full) (nullable): the first such thing, depth first
 */
AtspiAccessible *
mull_driver_look (MullDriver *self, AtspiAccessible *root, AtspiRole role, const char *name)
{
  Search search = { .role = role, .name = name };

  walk (root != NULL ? root : self->application, 0, visit_search, &search);
  return search.hit;
}

static gboolean
is_found (MullDriver *self, gpointer user_data)
{
  Search *search = user_data;

  search->hit = mull_driver_look (self, search->root, search->role, search->name);
  return search->hit != NULL;
}

static gboolean
is_gone (MullDriver *self, gpointer user_data)
{
  g_autoptr (AtspiAccessible) hit = NULL;
  Search *search = user_data;

  hit = mull_driver_look (self, NULL, search->role, search->name);
  return hit == NULL;
}

static char *
describe (AtspiRole role, const char *name)
{
  g_autofree char *role_name =
      role != ATSPI_ROLE_INVALID ? atspi_role_get_name (role) : g_strdup ("thing");

  return name != NULL ? g_strdup_printf ("a %s named “%s”", role_name, name)
                      : g_strdup_printf ("a %s", role_name);
}

/**
 * mull_driver_find:
 * @root: (nullable): where to begin; the whole program if %NULL
 * @role: the role, or %ATSPI_ROLE_INVALID for any
 * @name: (nullable): the accessible name; "*" and "?" stand for other characters
 *
 * Waits for a thing to appear.
 *
 * Returns: (transfer full): the first such thing, depth first
 */
AtspiAccessible *
mull_driver_find (MullDriver *self, AtspiAccessible *root, AtspiRole role, const char *name)
{
  Search search = { .root = root, .role = role, .name = name };
  g_autofree char *what = describe (role, name);

  mull_driver_wait_for (self, what, is_found, &search);
  return search.hit;
}

/**
 * mull_driver_wait_gone:
 * @role: the role, or %ATSPI_ROLE_INVALID for any
 * @name: (nullable): the accessible name, with "*" and "?"
 *
 * Waits until there is no such thing.
 */
void
mull_driver_wait_gone (MullDriver *self, AtspiRole role, const char *name)
{
  Search search = { .role = role, .name = name };
  g_autofree char *what = describe (role, name);
  g_autofree char *text = g_strconcat ("the end of ", what, NULL);

  mull_driver_wait_for (self, text, is_gone, &search);
}

typedef struct
{
  AtspiRole role;
  const char *name;
  guint n;
} Count;

static gboolean
visit_count (AtspiAccessible *node, guint depth, gpointer user_data)
{
  Count *count = user_data;

  if (has_name (node, count->role, count->name))
    count->n++;
  return FALSE;
}

/**
 * mull_driver_count:
 * @root: (nullable): where to begin; the whole program if %NULL
 * @role: the role, or %ATSPI_ROLE_INVALID for any
 * @name: (nullable): the accessible name, with "*" and "?"
 *
 * Returns: how many such things there are now
 */
guint
mull_driver_count (MullDriver *self, AtspiAccessible *root, AtspiRole role, const char *name)
{
  Count count = { .role = role, .name = name };

  walk (root != NULL ? root : self->application, 0, visit_count, &count);
  return count.n;
}

/**
 * mull_driver_is_sensitive:
 * @node: a button, for instance
 *
 * Returns: whether it can be used now
 */
gboolean
mull_driver_is_sensitive (AtspiAccessible *node)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (node);

  return states != NULL && atspi_state_set_contains (states, ATSPI_STATE_SENSITIVE);
}

/**
 * mull_driver_dup_text:
 * @node: a label, an entry or a text view
 *
 * Returns: (transfer full): its text
 */
char *
mull_driver_dup_text (AtspiAccessible *node)
{
  /* -1 for "to the end" gives nothing in GTK 4.8. */
  int length = atspi_text_get_character_count (ATSPI_TEXT (node), NULL);

  return atspi_text_get_text (ATSPI_TEXT (node), 0, length, NULL);
}

/**
 * mull_driver_set_text:
 * @node: an entry or a text view
 * @text: its new text
 *
 * Sets the text at once. mull_driver_type() does it letter by letter, where the focus is.
 */
void
mull_driver_set_text (AtspiAccessible *node, const char *text)
{
  g_assert_true (atspi_editable_text_set_text_contents (ATSPI_EDITABLE_TEXT (node), text, NULL));
}

/**
 * mull_driver_activate:
 * @node: a button, a menu item, a switch
 *
 * Does what its first action does. Rows of lists have none; entries have one that does nothing.
 */
void
mull_driver_activate (AtspiAccessible *node)
{
  g_assert_true (atspi_action_do_action (ATSPI_ACTION (node), 0, NULL));
}

/**
 * mull_driver_expect:
 * @page: the accessible name of a page: pages that are behind stay in the tree
 * @role: the role, or %ATSPI_ROLE_INVALID for any
 * @name: (nullable): the accessible name; "*" and "?" stand for other characters
 *
 * Waits for a thing to appear on a page.
 */
void
mull_driver_expect (MullDriver *self, const char *page, AtspiRole role, const char *name)
{
  g_autoptr (AtspiAccessible) root = mull_driver_find (self, NULL, ATSPI_ROLE_INVALID, page);
  g_autoptr (AtspiAccessible) hit = mull_driver_find (self, root, role, name);
}

static gboolean
is_pressed (MullDriver *self, gpointer user_data)
{
  Search *search = user_data;
  g_autoptr (AtspiAccessible) button =
      mull_driver_look (self, search->root, search->role, search->name);

  return button != NULL && mull_driver_is_sensitive (button) &&
         atspi_action_do_action (ATSPI_ACTION (button), 0, NULL);
}

/**
 * mull_driver_press:
 * @root: (nullable): where the button is; the whole program if %NULL
 * @name: the accessible name of a button; "*" and "?" stand for other characters
 *
 * Waits for a button that can be pressed, and presses it.
 */
void
mull_driver_press (MullDriver *self, AtspiAccessible *root, const char *name)
{
  Search search = { .root = root, .role = ATSPI_ROLE_PUSH_BUTTON, .name = name };
  g_autofree char *what = g_strdup_printf ("a button “%s” that can be pressed", name);

  mull_driver_wait_for (self, what, is_pressed, &search);
}

static gboolean
visit_focus (AtspiAccessible *node, guint depth, gpointer user_data)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (node);
  char **name = user_data;

  if (states == NULL || !atspi_state_set_contains (states, ATSPI_STATE_FOCUSED))
    return FALSE;
  *name = atspi_accessible_get_name (node, NULL);
  return TRUE;
}

/**
 * mull_driver_dup_focus:
 *
 * Returns: (transfer full) (nullable): the name of what has the focus
 */
char *
mull_driver_dup_focus (MullDriver *self)
{
  char *name = NULL;

  walk (self->application, 0, visit_focus, &name);
  return name;
}

static gboolean
is_focused (MullDriver *self, gpointer user_data)
{
  g_autofree char *name = mull_driver_dup_focus (self);

  return name != NULL && g_pattern_match_simple (user_data, name);
}

/**
 * mull_driver_wait_focus:
 * @name: the accessible name, with "*" and "?"
 *
 * Waits until such a thing has the focus.
 */
void
mull_driver_wait_focus (MullDriver *self, const char *name)
{
  g_autofree char *what = g_strdup_printf ("the focus on “%s”", name);

  mull_driver_wait_for (self, what, is_focused, (gpointer) name);
}

static gboolean
visit_tree (AtspiAccessible *node, guint depth, gpointer user_data)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (node);
  g_autofree char *role = atspi_accessible_get_role_name (node, NULL);
  g_autofree char *name = atspi_accessible_get_name (node, NULL);
  gboolean focused = states != NULL && atspi_state_set_contains (states, ATSPI_STATE_FOCUSED);

  g_string_append_printf (user_data, "%*s%s “%s”%s\n", (int) depth * 2, "", role, name,
                          focused ? " (focus)" : "");
  return FALSE;
}

/**
 * mull_driver_dup_tree:
 *
 * Returns: (transfer full): everything that the program shows, one thing a line
 */
char *
mull_driver_dup_tree (MullDriver *self)
{
  GString *tree = g_string_new (NULL);

  walk (self->application, 0, visit_tree, tree);
  return g_string_free (tree, FALSE);
}
