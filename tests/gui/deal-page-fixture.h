/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-deal-page.h"
#include "mull-entry.h"
#include "mull-form-dialog.h"
#include "mull-gui-test.h"
#include "ops-fixture.h"

G_BEGIN_DECLS

/* A deal page in a window over a workspace with one deal. What the page asks of the window is
 * written down instead of done. */
typedef struct
{
  OpsFixture ops;
  GtkWindow *window;
  MullDealPage *page;
  char *asked_action;
  GVariant *asked_parameter;
} DealFixture;

void deal_fixture_set_up (DealFixture *fixture, gconstpointer data);
void deal_fixture_tear_down (DealFixture *fixture, gconstpointer data);

/* Opens the deal in a window of that size. */
void deal_fixture_open (DealFixture *fixture, int width, int height);
/* An entry that happened @minutes_ago. */
gint64 deal_fixture_log (DealFixture *fixture,
                         MullEntryKind kind,
                         MullDirection direction,
                         int minutes_ago,
                         const char *text,
                         const char *words);
GtkWidget *deal_fixture_find (DealFixture *fixture, GType type);
gboolean deal_fixture_shows (DealFixture *fixture, const char *text);
void deal_fixture_activate (DealFixture *fixture, const char *action, const char *parameter);
/* The form that is open, over the window. */
MullFormDialog *deal_fixture_get_form (DealFixture *fixture);

#define DEAL_ADD(path, func)                                                                       \
  g_test_add (path, DealFixture, NULL, deal_fixture_set_up, func, deal_fixture_tear_down)

G_END_DECLS
