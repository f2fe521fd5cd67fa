/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-switcher"

#include "config.h"

#include "mull-switcher.h"

#include "mull-choice-list.h"
#include "mull-feedback.h"
#include "mull-search-rank.h"
#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

/* Between its edges and those of the window that it is above. */
#define MARGIN 24
#define WIDTH 520
#define HEIGHT 460

struct _MullSwitcher
{
  AdwWindow parent_instance;

  /* Template children */
  GtkSearchEntry *search;
  GtkStack *views;
  MullChoiceList *list;

  /* Owned */
  MullWorkspace *workspace;
  GPtrArray *recent;   /* MullSearchHit */
  GPtrArray *commands; /* MullChoice */

  guint find_id;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MullSwitcher, mull_switcher, ADW_TYPE_WINDOW)

static const char *
get_text (MullSwitcher *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

/* ── What there is to choose from ─────────────────────────────────────── */

static MullChoice *
copy_command (const MullChoice *command, int rank)
{
  MullChoice *copy = g_new0 (MullChoice, 1);

  copy->heading = g_strdup (command->heading);
  copy->icon = command->icon;
  copy->title = g_strdup (command->title);
  copy->keys = g_strdup (command->keys);
  copy->action = g_strdup (command->action);
  copy->target = command->target != NULL ? g_variant_ref (command->target) : NULL;
  copy->rank = rank;
  return copy;
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const MullChoice *choice_a = *(MullChoice *const *) a, *choice_b = *(MullChoice *const *) b;

  if (choice_a->rank != choice_b->rank)
    return choice_a->rank > choice_b->rank ? -1 : 1;
  return g_utf8_collate (choice_a->title, choice_b->title);
}

/* A command is found by its name only. */
static GPtrArray *
find_commands (MullSwitcher *self, const MullTypedWords *words)
{
  GPtrArray *found = mull_choice_array_new ();

  for (guint i = 0; i < self->commands->len; i++)
    {
      const MullChoice *command = self->commands->pdata[i];
      MullSearchFacts facts = { .title = command->title, .age = G_MAXINT32 };
      int rank = mull_search_rank (words, &facts);

      if (rank >= MULL_SEARCH_RANK_NAMES_BEGIN)
        g_ptr_array_add (found, copy_command (command, rank));
    }
  g_ptr_array_sort (found, compare_ranks);
  return found;
}

/* The commands come before the first heading whose best answer is worse. */
static void
insert_commands (GPtrArray *choices, GPtrArray *commands)
{
  const MullChoice *best = commands->len > 0 ? commands->pdata[0] : NULL;
  guint place = 0;

  for (guint i = 0; best != NULL && i < choices->len; i++)
    {
      const MullChoice *choice = choices->pdata[i];
      const MullChoice *before = i > 0 ? choices->pdata[i - 1] : NULL;

      if ((before == NULL || !g_str_equal (before->heading, choice->heading)) &&
          choice->rank < best->rank)
        break;
      place = i + 1;
    }
  for (guint i = 0; i < commands->len; i++)
    g_ptr_array_insert (choices, (int) (place + i), commands->pdata[i]);
  g_ptr_array_set_free_func (commands, NULL);
  g_ptr_array_set_size (commands, 0);
}

static GPtrArray *
list_all (MullSwitcher *self, const MullTypedWords *words)
{
  GPtrArray *choices = mull_choice_array_new ();

  for (guint i = 0; i < self->recent->len; i++)
    {
      MullChoice *choice = mull_choice_new_for_hit (self->recent->pdata[i], words);

      g_free (choice->heading);
      /* Translators: a heading above what was opened last */
      choice->heading = g_strdup (_ ("Recent"));
      g_ptr_array_add (choices, choice);
    }
  for (guint i = 0; i < self->commands->len; i++)
    g_ptr_array_add (choices, copy_command (self->commands->pdata[i], 0));
  return choices;
}

static GPtrArray *
list_found (MullSwitcher *self, const MullTypedWords *words, GError **error)
{
  g_autoptr (GPtrArray) hits = mull_search_find (self->workspace, words, TRUE, error);
  g_autoptr (GPtrArray) choices = mull_choice_array_new ();
  g_autoptr (GPtrArray) commands = NULL;

  if (hits == NULL)
    return NULL;
  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (choices, mull_choice_new_for_hit (hits->pdata[i], words));
  commands = find_commands (self, words);
  insert_commands (choices, commands);
  return g_steal_pointer (&choices);
}

static void
find (MullSwitcher *self)
{
  g_autoptr (MullTypedWords) words = mull_typed_words_new (get_text (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) choices = NULL;

  g_clear_handle_id (&self->find_id, g_source_remove);
  choices = mull_typed_words_get_n (words) > 0 ? list_found (self, words, &error)
                                               : list_all (self, words);
  if (choices == NULL)
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  mull_choice_list_show (self->list, choices, get_text (self));
  gtk_stack_set_visible_child_name (self->views, choices->len > 0 ? "list" : "nothing");
}

static gboolean
on_idle_find (gpointer user_data)
{
  MullSwitcher *self = user_data;

  self->find_id = 0;
  find (self);
  return G_SOURCE_REMOVE;
}

/* ── Callbacks ────────────────────────────────────────────────────────── */

static void
on_search_changed_cb (MullSwitcher *self)
{
  if (self->find_id == 0 && self->workspace != NULL)
    self->find_id =
        mull_workspace_add_idle (self->workspace, G_PRIORITY_HIGH_IDLE, on_idle_find, self);
}

static void
on_search_activate_cb (MullSwitcher *self)
{
  if (self->find_id != 0)
    find (self);
  mull_choice_list_choose (self->list);
}

static void
on_search_stop_cb (MullSwitcher *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* What is chosen may open a window of its own, above the one that is left then. */
static void
leave_for (MullSwitcher *self, const char *action, GVariant *target)
{
  g_autofree char *name = g_strdup (action);
  g_autoptr (GVariant) parameter = target != NULL ? g_variant_ref_sink (target) : NULL;
  g_autoptr (MullSwitcher) keep G_GNUC_UNUSED = g_object_ref (self);

  gtk_window_destroy (GTK_WINDOW (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, name, parameter);
}

static void
on_list_chosen_cb (MullSwitcher *self, const MullChoice *choice)
{
  leave_for (self, choice->action, choice->target);
}

/* The same words in everything. */
static void
search_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullSwitcher *self = MULL_SWITCHER (widget);

  leave_for (self, "win.search", g_variant_new_string (get_text (self)));
}

/* ── Class ────────────────────────────────────────────────────────────── */

static void
mull_switcher_dispose (GObject *object)
{
  MullSwitcher *self = MULL_SWITCHER (object);

  g_clear_handle_id (&self->find_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_SWITCHER);
  g_clear_pointer (&self->recent, g_ptr_array_unref);
  g_clear_pointer (&self->commands, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_switcher_parent_class)->dispose (object);
}

static void
mull_switcher_class_init (MullSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_switcher_dispose;

  /**
   * MullSwitcher::chosen:
   * @action: the name of an action
   * @target: (nullable): with what it is to be done
   *
   * The rep wants to go there. The switcher is closed by then.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", MULL_TYPE_SWITCHER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_VARIANT);

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_CHOICE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/search/mull-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, MullSwitcher, search);
  gtk_widget_class_bind_template_child (widget_class, MullSwitcher, views);
  gtk_widget_class_bind_template_child (widget_class, MullSwitcher, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_list_chosen_cb);
  gtk_widget_class_install_action (widget_class, "switcher.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "switcher.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static void
mull_switcher_init (MullSwitcher *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mull_widget_make_ready (GTK_WIDGET (self));
  gtk_search_entry_set_search_delay (self->search, 0);
  mull_choice_list_follow (self->list, GTK_WIDGET (self->search));
}

/**
 * mull_switcher_new:
 * @parent: the window it belongs to
 * @workspace: (transfer none): the data
 * @recent: (transfer none) (element-type MullSearchHit): what was opened, the last one first
 * @commands: (transfer none) (element-type MullChoice): what can be done
 *
 * Returns: (transfer none): the window; it belongs to GTK until it is closed
 */
MullSwitcher *
mull_switcher_new (GtkWindow *parent,
                   MullWorkspace *workspace,
                   GPtrArray *recent,
                   GPtrArray *commands)
{
  MullSwitcher *self = g_object_new (MULL_TYPE_SWITCHER, "transient-for", parent, NULL);
  int width = gtk_widget_get_width (GTK_WIDGET (parent));
  int height = gtk_widget_get_height (GTK_WIDGET (parent));

  self->workspace = g_object_ref (workspace);
  self->recent = g_ptr_array_ref (recent);
  self->commands = g_ptr_array_ref (commands);
  if (width > MARGIN && height > MARGIN)
    gtk_window_set_default_size (GTK_WINDOW (self), MIN (WIDTH, width - MARGIN),
                                 MIN (HEIGHT, height - MARGIN));
  find (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  return self;
}
