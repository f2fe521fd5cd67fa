/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-search-page"

#include "config.h"

#include "mull-search-page.h"

#include "mull-choice-list.h"
#include "mull-feedback.h"
#include "mull-refresher.h"
#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

struct _MullSearchPage
{
  AdwBin parent_instance;

  /* Template children */
  GtkSearchEntry *search;
  GtkStack *views;
  MullChoiceList *list;

  /* Owned */
  MullWorkspace *workspace;
  MullRefresher *refresher;

  guint find_id;
};

typedef enum
{
  PROP_TITLE = 1
} MullSearchPageProps;

static GParamSpec *props[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (MullSearchPage, mull_search_page, ADW_TYPE_BIN)

static const char *
get_text (MullSearchPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

/* ── Finding ──────────────────────────────────────────────────────────── */

static void
show_hits (MullSearchPage *self, GPtrArray *hits, const MullTypedWords *words)
{
  g_autoptr (GPtrArray) choices = mull_choice_array_new ();
  const char *view = "list";

  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (choices, mull_choice_new_for_hit (hits->pdata[i], words));
  mull_choice_list_show (self->list, choices, get_text (self));
  if (hits->len == 0)
    view = mull_typed_words_get_n (words) == 0 ? "hint" : "nothing";
  gtk_stack_set_visible_child_name (self->views, view);
}

static void
find (MullSearchPage *self)
{
  g_autoptr (MullTypedWords) words = mull_typed_words_new (get_text (self));
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->find_id, g_source_remove);
  mull_refresher_note_read (self->refresher);
  hits = mull_search_find (self->workspace, words, FALSE, &error);
  if (hits != NULL)
    show_hits (self, hits, words);
  else
    mull_feedback_error (GTK_WIDGET (self), error);
}

static gboolean
on_idle_find (gpointer user_data)
{
  MullSearchPage *self = user_data;

  self->find_id = 0;
  find (self);
  return G_SOURCE_REMOVE;
}

/* Before the next frame, but once only: text that is replaced changes twice, and keys may come
 * faster than frames. While the data is away, it waits. */
static void
find_soon (MullSearchPage *self)
{
  if (self->find_id == 0 && self->workspace != NULL)
    self->find_id =
        mull_workspace_add_idle (self->workspace, G_PRIORITY_HIGH_IDLE, on_idle_find, self);
}

static void
refresh (GtkWidget *widget)
{
  find_soon (MULL_SEARCH_PAGE (widget));
}

/* ── Callbacks ────────────────────────────────────────────────────────── */

static void
on_search_changed_cb (MullSearchPage *self)
{
  find_soon (self);
}

/* What was typed before Enter counts. */
static void
on_search_activate_cb (MullSearchPage *self)
{
  if (self->find_id != 0)
    find (self);
  mull_choice_list_choose (self->list);
}

static void
on_list_chosen_cb (MullSearchPage *self, const MullChoice *choice)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (self), choice->action, choice->target);
}

/* ── Class ────────────────────────────────────────────────────────────── */

static gboolean
mull_search_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MULL_SEARCH_PAGE (widget)->search));
}

static void
mull_search_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((MullSearchPageProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, _ ("Search"));
      break;
    }
}

static void
mull_search_page_dispose (GObject *object)
{
  MullSearchPage *self = MULL_SEARCH_PAGE (object);

  g_clear_handle_id (&self->find_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_SEARCH_PAGE);
  g_clear_object (&self->refresher);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_search_page_parent_class)->dispose (object);
}

static void
mull_search_page_class_init (MullSearchPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_search_page_dispose;
  object_class->get_property = mull_search_page_get_property;
  widget_class->grab_focus = mull_search_page_grab_focus;

  /**
   * MullSearchPage:title:
   *
   * The title of the window while the page is shown.
   */
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_CHOICE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/search/mull-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MullSearchPage, search);
  gtk_widget_class_bind_template_child (widget_class, MullSearchPage, views);
  gtk_widget_class_bind_template_child (widget_class, MullSearchPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, mull_widget_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_list_chosen_cb);
}

static void
mull_search_page_init (MullSearchPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_search_delay (self->search, 0);
  mull_choice_list_follow (self->list, GTK_WIDGET (self->search));
}

/**
 * mull_search_page_new:
 *
 * Returns: (transfer floating): the page
 */
MullSearchPage *
mull_search_page_new (MullWorkspace *workspace)
{
  MullSearchPage *self = g_object_new (MULL_TYPE_SEARCH_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->refresher = mull_refresher_new (GTK_WIDGET (self), workspace, NULL, refresh);
  return self;
}

/**
 * mull_search_page_open:
 * @text: (nullable): what to look for
 *
 * Looks for something; without @text, what was typed last stays, and the next letter replaces it.
 */
void
mull_search_page_open (MullSearchPage *self, const char *text)
{
  g_return_if_fail (MULL_IS_SEARCH_PAGE (self));

  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  if (text != NULL)
    gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
  else
    gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}
