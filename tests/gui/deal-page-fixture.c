/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "deal-page-fixture"

#include "config.h"

#include "deal-page-fixture.h"

#include "mull-deal-ops.h"
#include "mull-timeline-ops.h"

static void
on_action_activated_cb (GSimpleAction *action, GVariant *parameter, DealFixture *fixture)
{
  g_free (fixture->asked_action);
  fixture->asked_action = g_strdup (g_action_get_name (G_ACTION (action)));
  g_clear_pointer (&fixture->asked_parameter, g_variant_unref);
  if (parameter != NULL)
    fixture->asked_parameter = g_variant_ref (parameter);
}

/* The actions of the window that the page navigates with. */
static void
add_window_actions (DealFixture *fixture)
{
  static const struct
  {
    const char *name;
    const char *parameter;
  } actions[] = { { "back", NULL },  { "open-script", "x" },       { "print-brief", "x" },
                  { "undo", NULL },  { "open-roadblock", "(xx)" }, { "close-deal", "(xss)" },
                  { "decide", "x" }, { "own-promise", "x" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GVariantType) type =
          actions[i].parameter != NULL ? g_variant_type_new (actions[i].parameter) : NULL;
      g_autoptr (GSimpleAction) action = g_simple_action_new (actions[i].name, type);

      g_signal_connect (action, "activate", G_CALLBACK (on_action_activated_cb), fixture);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (group));
}

void
deal_fixture_set_up (DealFixture *fixture, gconstpointer data)
{
  g_autoptr (MullDeal) before = NULL;
  g_autoptr (MullDeal) deal = NULL;
  g_autoptr (GError) error = NULL;

  ops_fixture_set_up (&fixture->ops, data);
  before = ops_fixture_get_deal (&fixture->ops);
  deal = mull_deal_copy (before);
  mull_set_text (&deal->title, "R&D <b>");
  mull_deal_ops_update (fixture->ops.workspace, deal, &error);
  g_assert_no_error (error);
  mull_deal_ops_set_company (fixture->ops.workspace, fixture->ops.deal_id, "Hart & <i>Sons",
                             &error);
  g_assert_no_error (error);
}

void
deal_fixture_tear_down (DealFixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  mull_gui_test_drain ();
  g_free (fixture->asked_action);
  g_clear_pointer (&fixture->asked_parameter, g_variant_unref);
  ops_fixture_tear_down (&fixture->ops, data);
}

void
deal_fixture_open (DealFixture *fixture, int width, int height)
{
  g_autoptr (GError) error = NULL;

  fixture->page = mull_deal_page_new (fixture->ops.workspace);
  fixture->window = mull_gui_test_present (adw_toast_overlay_new (), width, height);
  adw_toast_overlay_set_child (
      ADW_TOAST_OVERLAY (adw_window_get_content (ADW_WINDOW (fixture->window))),
      GTK_WIDGET (fixture->page));
  add_window_actions (fixture);
  mull_deal_page_open (fixture->page, fixture->ops.deal_id, 0, &error);
  g_assert_no_error (error);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  mull_gui_test_drain ();
}

gint64
deal_fixture_log (DealFixture *fixture,
                  MullEntryKind kind,
                  MullDirection direction,
                  int minutes_ago,
                  const char *text,
                  const char *words)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (GError) error = NULL;
  gint64 entry_id;

  entry->deal_id = fixture->ops.deal_id;
  entry->person_id = fixture->ops.person_id;
  entry->kind = kind;
  entry->direction = direction;
  entry->reached = direction == MULL_DIRECTION_IN || direction == MULL_DIRECTION_BOTH;
  entry->happened_at =
      mull_workspace_get_now (fixture->ops.workspace) - minutes_ago * G_TIME_SPAN_MINUTE;
  mull_set_text (&entry->text, text);
  mull_timeline_ops_log (fixture->ops.workspace, entry, words, &entry_id, &error);
  g_assert_no_error (error);
  return entry_id;
}

GtkWidget *
deal_fixture_find (DealFixture *fixture, GType type)
{
  GtkWidget *widget = mull_gui_test_find (GTK_WIDGET (fixture->page), type, NULL, NULL);

  g_assert_nonnull (widget);
  return widget;
}

static gboolean
is_mapped_label (GtkWidget *widget, gpointer text)
{
  return gtk_widget_get_mapped (widget) && g_strcmp0 (mull_gui_test_get_text (widget), text) == 0;
}

gboolean
deal_fixture_shows (DealFixture *fixture, const char *text)
{
  return mull_gui_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_WIDGET, is_mapped_label,
                             (gpointer) text) != NULL;
}

void
deal_fixture_activate (DealFixture *fixture, const char *action, const char *parameter)
{
  g_autoptr (GVariant) value =
      parameter != NULL ? g_variant_parse (NULL, parameter, NULL, NULL, NULL) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->page), action, value));
}

MullFormDialog *
deal_fixture_get_form (DealFixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (MULL_IS_FORM_DIALOG (window))
        return MULL_FORM_DIALOG (window);
    }
  g_assert_not_reached ();
}
