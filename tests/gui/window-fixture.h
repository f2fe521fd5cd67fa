/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-gui-test.h"
#include "mull-window.h"

G_BEGIN_DECLS

/* A window over an empty workspace. */
typedef struct
{
  char *folder;
  MullWorkspace *workspace;
  MullWindow *window;
} WindowFixture;

/* Runs the tests with one application for all of them: one leaves the bus only with its process. */
int window_fixture_run (void);
AdwApplication *window_fixture_get_application (void);

void window_fixture_set_up (WindowFixture *fixture, gconstpointer data);
void window_fixture_tear_down (WindowFixture *fixture, gconstpointer data);
/* Opens the window, also again; @width: in pixels, or 0. */
void window_fixture_open (WindowFixture *fixture, int width);
gboolean window_fixture_shows (WindowFixture *fixture, GType type);
void window_fixture_add_deal (WindowFixture *fixture);

#define WINDOW_ADD(path, func)                                                                     \
  g_test_add (path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

G_END_DECLS
