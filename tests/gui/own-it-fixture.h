/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "deal-page-fixture.h"
#include "mull-own-it-case.h"
#include "mull-own-it-page.h"

G_BEGIN_DECLS

/* A promise of ours that is to be owned. The page is in the window of the fixture, in the place of
 * that of the deal. */
typedef struct
{
  DealFixture deal;
  gint64 promise_id;
} OwnItFixture;

gint64 own_it_fixture_promise (OwnItFixture *fixture, MullSide side, int in_days);
void own_it_fixture_set_up (OwnItFixture *fixture, gconstpointer data);
void own_it_fixture_tear_down (OwnItFixture *fixture, gconstpointer data);
MullOwnItPage *own_it_fixture_open (OwnItFixture *fixture, int width, int height);
gpointer own_it_child (gpointer root, const char *id);
void own_it_type_text (MullOwnItPage *page, const char *id, const char *text);
void own_it_assert_text (MullOwnItPage *page, const char *id, const char *expected);
GtkWidget *own_it_row_at (MullOwnItPage *page, guint i);
void
own_it_type_way (MullOwnItPage *page, guint i, const char *text, const char *day, const char *cost);
gboolean own_it_act (MullOwnItPage *page, const char *action);
const char *own_it_problem_of (gpointer root, const char *id);
MullOwnItCase *own_it_fixture_get_case (OwnItFixture *fixture);
char *own_it_fixture_dup_draft (OwnItFixture *fixture);
gboolean own_it_shows (MullOwnItPage *page, const char *text);

#define OWN_IT_ADD(path, func)                                                                     \
  g_test_add (path, OwnItFixture, NULL, own_it_fixture_set_up, func, own_it_fixture_tear_down)

G_END_DECLS
