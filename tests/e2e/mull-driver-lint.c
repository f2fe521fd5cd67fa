/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-driver-lint"

#include "config.h"

#include "mull-driver-private.h"

#include <string.h>

/* What GTK says of a thing that nobody named is the name of its class. */
static gboolean
is_class_name (const char *name)
{
  static const char *const prefixes[] = { "Gtk", "Adw", "Mull" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (name, prefixes[i]) && g_ascii_isupper (name[strlen (prefixes[i])]))
      return TRUE;
  return FALSE;
}

static gboolean
has_state (AtspiAccessible *node, AtspiStateType state)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (node);

  return states != NULL && atspi_state_set_contains (states, state);
}

static gboolean
is_focusable_inside (AtspiAccessible *node)
{
  int n_children = atspi_accessible_get_child_count (node, NULL);

  for (int i = 0; i < n_children; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);

      if (child != NULL &&
          (has_state (child, ATSPI_STATE_FOCUSABLE) || is_focusable_inside (child)))
        return TRUE;
    }
  return FALSE;
}

/* A drop-down shows its choice as the row of a list inside its button; that is never reached. */
static gboolean
shows_choice (AtspiAccessible *node, const char *name)
{
  switch ((int) atspi_accessible_get_role (node, NULL))
    {
    case ATSPI_ROLE_LIST:
      return g_strcmp0 (name, "GtkListView") == 0;
    case ATSPI_ROLE_LIST_ITEM:
      return TRUE;
    default:
      return g_strcmp0 (name, "GtkListItemWidget") == 0;
    }
}

/* The search in a window for preferences, and what it finds: nobody can name it from outside. */
static gboolean
is_of_libadwaita (const char *path)
{
  static const char *const ends[] = { "/entry[GtkSearchEntry]",
                                      "/filler[AdwGizmo]/panel[]/push button[GtkImage]",
                                      "/panel[No Results Found]/scroll pane[]",
                                      "/list[GtkListBox]" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (path, ends[i]))
      return TRUE;
  return FALSE;
}

static void
check (AtspiAccessible *node, const char *path, GString *offences)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);

  if (!has_state (node, ATSPI_STATE_FOCUSABLE))
    return;
  /* What scrolls or lists takes the focus itself only where nothing inside can. */
  if ((atspi_accessible_get_role (node, NULL) == ATSPI_ROLE_SCROLL_PANE ||
       g_strcmp0 (name, "GtkListBox") == 0) &&
      is_focusable_inside (node))
    return;
  if (strstr (path, "/combo box[") != NULL && shows_choice (node, name))
    return;
  if (g_str_has_prefix (path, "/frame[Preferences]/") && is_of_libadwaita (path))
    return;
  /* The button that closes a toast is libadwaita's own; a toast goes away by itself. */
  if (strstr (path, "/filler[AdwToastWidget]/") != NULL)
    return;
  if (name == NULL || *name == '\0')
    g_string_append_printf (offences, "%s has no name\n", path);
  else if (is_class_name (name))
    g_string_append_printf (offences, "%s is named “%s”\n", path, name);
}

static void
walk (AtspiAccessible *node, const char *path, GString *offences)
{
  int n_children = atspi_accessible_get_child_count (node, NULL);

  for (int i = 0; i < n_children; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);
      g_autofree char *role = NULL;
      g_autofree char *name = NULL;
      g_autofree char *below = NULL;

      if (child == NULL)
        continue;
      role = atspi_accessible_get_role_name (child, NULL);
      name = atspi_accessible_get_name (child, NULL);
      below = g_strdup_printf ("%s/%s[%s]", path, role, name);
      check (child, below, offences);
      walk (child, below, offences);
    }
}

/**
 * mull_driver_lint:
 * @where: what is shown now, for the message of a failure
 *
 * Fails the test when something that can have the focus has no name of its own: a screen reader
 * would have nothing to say there.
 */
void
mull_driver_lint (MullDriver *self, const char *where)
{
  g_autoptr (GString) offences = g_string_new (NULL);

  walk (self->application, "", offences);
  if (offences->len > 0)
    g_error ("On %s a screen reader has nothing to say:\n%s", where, offences->str);
}
