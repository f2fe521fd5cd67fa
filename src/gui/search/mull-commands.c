/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-commands"

#include "config.h"

#include "mull-commands.h"

#include "mull-widget.h"

#include <glib/gi18n-lib.h>

/* ── Keys ─────────────────────────────────────────────────────────────── */

static gboolean
is_same_target (GVariant *a, GVariant *b)
{
  return a == b || (a != NULL && b != NULL && g_variant_equal (a, b));
}

/* What the keys of one widget do. */
static char *
find_keys_of (GtkWidget *widget, const char *action, GVariant *target)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) shortcuts = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (shortcuts) &&
                        j < g_list_model_get_n_items (G_LIST_MODEL (shortcuts));
           j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (shortcuts), j);
          GtkShortcutAction *does = gtk_shortcut_get_action (shortcut);

          if (GTK_IS_NAMED_ACTION (does) &&
              g_str_equal (gtk_named_action_get_action_name (GTK_NAMED_ACTION (does)), action) &&
              is_same_target (gtk_shortcut_get_arguments (shortcut), target))
            return gtk_shortcut_trigger_to_label (gtk_shortcut_get_trigger (shortcut),
                                                  gtk_widget_get_display (widget));
        }
    }
  return NULL;
}

static char *
find_application_keys (GtkWidget *origin, const char *action, GVariant *target)
{
  GApplication *application = g_application_get_default ();
  g_autofree char *detailed = g_action_print_detailed_name (action, target);
  g_auto (GStrv) keys = NULL;
  g_autoptr (GtkShortcutTrigger) trigger = NULL;

  if (!GTK_IS_APPLICATION (application))
    return NULL;
  keys = gtk_application_get_accels_for_action (GTK_APPLICATION (application), detailed);
  trigger = keys[0] != NULL ? gtk_shortcut_trigger_parse_string (keys[0]) : NULL;
  return trigger != NULL ? gtk_shortcut_trigger_to_label (trigger, gtk_widget_get_display (origin))
                         : NULL;
}

static char *
find_keys (GtkWidget *origin, const char *action, GVariant *target)
{
  for (GtkWidget *widget = origin; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      char *keys = find_keys_of (widget, action, target);

      if (keys != NULL)
        return keys;
    }
  return find_application_keys (origin, action, target);
}

/* ── Commands ─────────────────────────────────────────────────────────── */

/* The letter that stands out in a menu is not marked here. */
static char *
strip_mnemonic (const char *label)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *at = label; *at != '\0'; at++)
    {
      if (*at == '_' && at[1] != '\0')
        at++;
      g_string_append_c (plain, *at);
    }
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/* What a menu of another page offers may not be there on this one, or not just now. */
static gboolean
can_be_done (GtkWidget *origin, const char *action, GVariant *target)
{
  return g_str_has_prefix (action, "app.") || mull_widget_can_do (origin, action, target);
}

static gboolean
is_there (GPtrArray *commands, const char *action, GVariant *target)
{
  for (guint i = 0; i < commands->len; i++)
    {
      const MullChoice *command = commands->pdata[i];

      if (g_str_equal (command->action, action) && is_same_target (command->target, target))
        return TRUE;
    }
  return FALSE;
}

/**
 * mull_commands_add:
 * @commands: (element-type MullChoice): where to put it
 * @origin: the widget from which it is done
 * @label: what it is called in a menu
 * @action: what it does
 * @target: (nullable) (transfer floating): with what
 *
 * Adds a command, unless it is there already or cannot be done from @origin.
 */
void
mull_commands_add (GPtrArray *commands,
                   GtkWidget *origin,
                   const char *label,
                   const char *action,
                   GVariant *target)
{
  g_autoptr (GVariant) kept = target != NULL ? g_variant_ref_sink (target) : NULL;
  MullChoice *command;

  if (is_there (commands, action, kept) || !can_be_done (origin, action, kept))
    return;
  command = g_new0 (MullChoice, 1);
  /* Translators: a heading above what can be done */
  command->heading = g_strdup (_ ("Commands"));
  command->icon = "system-run-symbolic";
  command->title = strip_mnemonic (label);
  command->keys = find_keys (origin, action, kept);
  command->action = g_strdup (action);
  command->target = g_steal_pointer (&kept);
  g_ptr_array_add (commands, command);
}

static void
add_menu (GPtrArray *commands, GtkWidget *origin, GMenuModel *menu, const char *before)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) below = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
      g_autoptr (GVariant) target =
          g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
      g_autofree char *label = NULL;
      g_autofree char *action = NULL;
      g_autofree char *full = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action);
      if (section != NULL || below != NULL)
        full = label != NULL && before != NULL ? g_strdup_printf ("%s: %s", before, label)
                                               : g_strdup (label != NULL ? label : before);
      else if (label != NULL)
        full = before != NULL ? g_strdup_printf ("%s: %s", before, label) : g_strdup (label);
      if (section != NULL)
        add_menu (commands, origin, section, full);
      else if (below != NULL)
        add_menu (commands, origin, below, full);
      else if (full != NULL && action != NULL)
        mull_commands_add (commands, origin, full, action, target);
    }
}

/**
 * mull_commands_add_menu:
 * @commands: (element-type MullChoice): where to put them
 * @origin: the widget from which they are done
 * @menu: a menu; what is in a submenu is called by both names
 *
 * Adds what a menu offers.
 */
void
mull_commands_add_menu (GPtrArray *commands, GtkWidget *origin, GMenuModel *menu)
{
  add_menu (commands, origin, menu, NULL);
}

/**
 * mull_commands_add_page:
 * @commands: (element-type MullChoice): where to put them
 * @page: a page, or a part of one
 *
 * Adds what the menus offer that stand on a page all the time.
 */
void
mull_commands_add_page (GPtrArray *commands, GtkWidget *page)
{
  if (!gtk_widget_get_mapped (page))
    return;
  if (GTK_IS_MENU_BUTTON (page) && gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (page)) != NULL)
    add_menu (commands, page, gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (page)), NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (page); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    mull_commands_add_page (commands, child);
}
