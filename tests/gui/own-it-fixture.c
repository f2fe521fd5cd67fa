/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "own-it-fixture"

#include "config.h"

#include "own-it-fixture.h"

#include "mull-commitment-ops.h"
#include "mull-date-entry.h"
#include "mull-field-box.h"

gint64
own_it_fixture_promise (OwnItFixture *fixture, MullSide side, int in_days)
{
  g_autoptr (MullCommitment) promise = mull_commitment_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  promise->deal_id = fixture->deal.ops.deal_id;
  promise->side = side;
  promise->due_on = mull_clock_get_today (fixture->deal.ops.clock) + in_days;
  *(side == MULL_SIDE_US ? &promise->to_person_id : &promise->by_person_id) =
      fixture->deal.ops.person_id;
  mull_set_text (&promise->words, "forty <valves>");
  mull_commitment_ops_promise (fixture->deal.ops.workspace, promise, &id, &error);
  g_assert_no_error (error);
  return id;
}

void
own_it_fixture_set_up (OwnItFixture *fixture, gconstpointer data)
{
  deal_fixture_set_up (&fixture->deal, data);
  fixture->promise_id = own_it_fixture_promise (fixture, MULL_SIDE_US, 14);
}

void
own_it_fixture_tear_down (OwnItFixture *fixture, gconstpointer data)
{
  deal_fixture_tear_down (&fixture->deal, data);
}

MullOwnItPage *
own_it_fixture_open (OwnItFixture *fixture, int width, int height)
{
  AdwToastOverlay *overlay;
  MullOwnItPage *page = mull_own_it_page_new (fixture->deal.ops.workspace);
  g_autoptr (GError) error = NULL;

  if (fixture->deal.window == NULL)
    deal_fixture_open (&fixture->deal, width, height);
  overlay = ADW_TOAST_OVERLAY (adw_window_get_content (ADW_WINDOW (fixture->deal.window)));
  mull_own_it_page_open (page, fixture->promise_id, &error);
  g_assert_no_error (error);
  adw_toast_overlay_set_child (overlay, GTK_WIDGET (page));
  gtk_widget_grab_focus (GTK_WIDGET (page));
  mull_gui_test_drain ();
  return page;
}

static gboolean
has_id (GtkWidget *widget, gpointer id)
{
  return g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0;
}

gpointer
own_it_child (gpointer root, const char *id)
{
  GtkWidget *found = mull_gui_test_find (root, GTK_TYPE_WIDGET, has_id, (gpointer) id);

  if (found == NULL)
    g_error ("There is no “%s”.", id);
  return found;
}

void
own_it_type_text (MullOwnItPage *page, const char *id, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (own_it_child (page, id)), text, -1);
}

void
own_it_assert_text (MullOwnItPage *page, const char *id, const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (own_it_child (page, id)), "text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

GtkWidget *
own_it_row_at (MullOwnItPage *page, guint i)
{
  GtkWidget *row = gtk_widget_get_first_child (own_it_child (page, "ways"));

  for (; i > 0 && row != NULL; i--)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

void
own_it_type_way (MullOwnItPage *page, guint i, const char *text, const char *day, const char *cost)
{
  GtkWidget *row = own_it_row_at (page, i);

  g_assert_nonnull (row);
  gtk_editable_set_text (own_it_child (row, "text"), text);
  mull_date_entry_set_text (own_it_child (row, "day"), day);
  gtk_editable_set_text (own_it_child (row, "cost"), cost);
}

gboolean
own_it_act (MullOwnItPage *page, const char *action)
{
  gboolean known = gtk_widget_activate_action (GTK_WIDGET (page), action, NULL);

  mull_gui_test_drain ();
  return known;
}

const char *
own_it_problem_of (gpointer root, const char *id)
{
  return mull_field_box_get_problem (own_it_child (root, id));
}

MullOwnItCase *
own_it_fixture_get_case (OwnItFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MullOwnItCase *own =
      mull_own_it_case_load_for_promise (fixture->deal.ops.workspace, fixture->promise_id, &error);

  g_assert_no_error (error);
  return own;
}

char *
own_it_fixture_dup_draft (OwnItFixture *fixture)
{
  g_autoptr (MullOwnItCase) own = own_it_fixture_get_case (fixture);
  g_autofree char *key = g_strconcat ("own-it:", own->commitment->uuid, NULL);

  return mull_workspace_dup_draft (fixture->deal.ops.workspace, key);
}

gboolean
own_it_shows (MullOwnItPage *page, const char *text)
{
  GtkWidget *label = mull_gui_test_find_label (GTK_WIDGET (page), text);

  return label != NULL && gtk_widget_get_mapped (label);
}
