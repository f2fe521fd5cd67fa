/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-window-search"

#include "config.h"

#include "mull-window-private.h"

#include "mull-board-page.h"
#include "mull-commands.h"
#include "mull-search-page.h"
#include "mull-switcher.h"

#include <glib/gi18n-lib.h>

/* How many of the things that were opened are offered again, and how many steps are looked at for
 * more of them. */
#define N_RECENT 6
#define N_STEPS 40

/* Something that was opened. */
typedef struct
{
  MullSearchKind kind;
  gint64 id;
} Opened;

/* ── The page ─────────────────────────────────────────────────────────── */

static GtkWidget *
make_search_page (MullWorkspace *workspace)
{
  return GTK_WIDGET (mull_search_page_new (workspace));
}

/* Without words, those of the last time stay, ready to be replaced. */
static void
search_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  const char *text = g_variant_get_string (parameter, NULL);
  GtkWidget *page = mull_window_ensure_page (self, MULL_TYPE_SEARCH_PAGE, make_search_page);

  mull_window_show_page (self, page);
  mull_search_page_open (MULL_SEARCH_PAGE (page), *text != '\0' ? text : NULL);
}

/* ── The switcher ─────────────────────────────────────────────────────── */

/**
 * mull_window_note_opened:
 * @kind: a deal, a person or a company
 *
 * Remembers what was opened, for the switcher: as long as the window is there.
 */
void
mull_window_note_opened (MullWindow *self, MullSearchKind kind, gint64 id)
{
  Opened opened = { kind, id };

  for (guint i = 0; i < self->opened->len; i++)
    {
      const Opened *other = &g_array_index (self->opened, Opened, i);

      if (other->kind == kind && other->id == id)
        {
          g_array_remove_index (self->opened, i);
          break;
        }
    }
  g_array_prepend_val (self->opened, opened);
  if (self->opened->len > 2 * N_RECENT)
    g_array_set_size (self->opened, 2 * N_RECENT);
}

/**
 * mull_window_opened_new:
 *
 * Returns: (transfer full): a list of what was opened, empty
 */
GArray *
mull_window_opened_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Opened));
}

static void
add_recent (MullWindow *self, GPtrArray *recent, MullSearchKind kind, gint64 id)
{
  MullSearchHit *hit;

  for (guint i = 0; i < recent->len; i++)
    {
      const MullSearchHit *other = recent->pdata[i];

      if (other->kind == kind && other->id == id)
        return;
    }
  hit = recent->len < N_RECENT ? mull_search_look_up (self->workspace, kind, id) : NULL;
  if (hit != NULL)
    g_ptr_array_add (recent, hit);
}

/* What was opened since the start, then what was worked on before. */
static GPtrArray *
list_recent (MullWindow *self)
{
  GPtrArray *recent = g_ptr_array_new_with_free_func ((GDestroyNotify) mull_search_hit_free);
  g_autoptr (GPtrArray) steps = NULL;

  for (guint i = 0; i < self->opened->len; i++)
    {
      const Opened *opened = &g_array_index (self->opened, Opened, i);

      add_recent (self, recent, opened->kind, opened->id);
    }
  steps = mull_workspace_list_steps (self->workspace, N_STEPS, NULL);
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const MullStepInfo *step = steps->pdata[i];

      if (step->deal_id != 0)
        add_recent (self, recent, MULL_SEARCH_DEAL, step->deal_id);
    }
  return recent;
}

/* What no menu has: buttons and keys do it. */
static void
add_places (MullWindow *self, GPtrArray *commands, GtkWidget *page)
{
  mull_commands_add (commands, page, _ ("New Deal"), "win.new-deal", g_variant_new_int64 (0));
  mull_commands_add (commands, page, _ ("Search Everything"), "win.search",
                     g_variant_new_string (""));
  mull_commands_add (commands, page, _ ("Board"), "win.show-board", NULL);
}

static void
leave_out_switcher (GPtrArray *commands)
{
  for (guint i = commands->len; i > 0; i--)
    if (g_str_equal (((const MullChoice *) commands->pdata[i - 1])->action, "win.switch"))
      g_ptr_array_remove_index (commands, i - 1);
}

static GPtrArray *
list_commands (MullWindow *self, GtkWidget *page)
{
  GPtrArray *commands = mull_choice_array_new ();
  g_autoptr (GMenu) menu = mull_board_page_make_main_menu (self->workspace);

  mull_commands_add_page (commands, page);
  add_places (self, commands, page);
  mull_commands_add_menu (commands, page, G_MENU_MODEL (menu));
  leave_out_switcher (commands);
  return commands;
}

static void
on_switcher_chosen_cb (MullWindow *self, const char *action, GVariant *target)
{
  gtk_widget_activate_action_variant (gtk_stack_get_visible_child (self->pages), action, target);
}

static void
switch_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  g_autoptr (GPtrArray) recent = NULL;
  g_autoptr (GPtrArray) commands = NULL;
  MullSwitcher *switcher;

  recent = list_recent (self);
  commands = list_commands (self, gtk_stack_get_visible_child (self->pages));
  switcher = mull_switcher_new (GTK_WINDOW (self), self->workspace, recent, commands);
  g_signal_connect_object (switcher, "chosen", G_CALLBACK (on_switcher_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (switcher));
}

/* ── Class ────────────────────────────────────────────────────────────── */

/**
 * mull_window_install_search_actions:
 * @widget_class: the class of the window
 *
 * Installs the search over everything and the switcher. A page may have keys of its own for the
 * first: on the board, Ctrl+F filters.
 */
void
mull_window_install_search_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.search", "s", search_action);
  /* The first is the one that is shown: it means the same on every page. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.search", "s", "");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.search", "s",
                                       "");
  gtk_widget_class_install_action (widget_class, "win.switch", NULL, switch_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "win.switch",
                                       NULL);
}
