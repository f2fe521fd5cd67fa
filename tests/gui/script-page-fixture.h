/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-gui-test.h"
#include "script-fixture.h"

G_BEGIN_DECLS

/**
 * PageFixture:
 * @went: the window actions that the page asked for, in order: "start-call 1", "back", …
 *
 * A page in a window that has the actions of the real one and writes down what is asked of it.
 */
typedef struct
{
  ScriptFixture script;
  GtkWindow *window;
  GSimpleActionGroup *actions;
  GString *went;
} PageFixture;

void page_fixture_set_up (PageFixture *self, gconstpointer data);
void page_fixture_tear_down (PageFixture *self, gconstpointer data);
void page_fixture_present (PageFixture *self, GtkWidget *page, int width, int height);
/* Writes a picture if SHOTS names a folder. */
void page_fixture_shoot (PageFixture *self, const char *name);
/* The widget of a template by its id. */
GtkWidget *page_fixture_child (GtkWidget *widget, GType type, const char *id);
/* A button by what it says. */
GtkWidget *page_fixture_button (GtkWidget *widget, const char *label);

G_END_DECLS
