/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-gui-test.h"

G_BEGIN_DECLS

/**
 * PageTourLook:
 * @root: what is shown: a page of the window, another window, or a popover
 * @where: its name, for the message of a failure
 *
 * Looks at one place.
 */
typedef void (*PageTourLook) (GtkWidget *root, const char *where, gpointer user_data);

/* Makes the application that all tours share; after mull_gui_test_init(). */
void page_tour_init (void);
void page_tour_end (void);
/* The names in the sample, which are the same in every language. */
guint page_tour_get_n_data (void);
const char *page_tour_get_data (guint i);
/* Shows every page, form and menu of the program over the sample pipeline, and looks at each. */
void page_tour_run (int width, int height, PageTourLook look, gpointer user_data);

G_END_DECLS
