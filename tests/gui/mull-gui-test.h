/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How long a test waits for something that must come. Long enough for a loaded machine under
 * valgrind; a test that passes never waits for it. */
#define MULL_GUI_TEST_DEADLINE_SECONDS 20

/**
 * mull_gui_test_wait_for:
 * @condition: an expression
 *
 * Runs the main loop until @condition holds; fails the test when it does not within the deadline.
 */
#define mull_gui_test_wait_for(condition)                                                          \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 mull_deadline_ =                                                                        \
        g_get_monotonic_time () + MULL_GUI_TEST_DEADLINE_SECONDS * G_TIME_SPAN_SECOND;             \
    while (!(condition) && g_get_monotonic_time () < mull_deadline_)                               \
      if (!g_main_context_iteration (NULL, FALSE))                                                 \
        g_usleep (1000);                                                                           \
    g_assert_true (condition);                                                                     \
  }                                                                                                \
  G_STMT_END

typedef gboolean (*MullGuiTestMatch) (GtkWidget *widget, gpointer user_data);

void mull_gui_test_init (int *argc, char ***argv);
GtkWindow *
mull_gui_test_present (GtkWidget *content, int width, int height) G_GNUC_WARN_UNUSED_RESULT;
void mull_gui_test_drain (void);
GtkWidget *
mull_gui_test_find (GtkWidget *root, GType type, MullGuiTestMatch match, gpointer user_data);
const char *mull_gui_test_get_text (GtkWidget *widget);
GtkWidget *mull_gui_test_find_label (GtkWidget *root, const char *text);
void mull_gui_test_shoot (GtkWindow *window, const char *name);
gboolean mull_gui_test_press (GtkWidget *widget, const char *trigger);

/* (transfer none) (nullable): the first event controller of that type */
GtkEventController *mull_gui_test_find_controller (GtkWidget *widget, GType type);

G_END_DECLS
