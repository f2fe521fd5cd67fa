/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-paper.h"

G_BEGIN_DECLS

/* How the rep printed last: printer and page setup, kept in a small file on this computer. */

GtkPrintSettings *mull_print_memory_load_settings (void) G_GNUC_WARN_UNUSED_RESULT;
GtkPageSetup *mull_print_memory_load_page_setup (MullPaper paper) G_GNUC_WARN_UNUSED_RESULT;
void mull_print_memory_save (GtkPrintSettings *settings, GtkPageSetup *page_setup);

char *mull_print_memory_dup_folder (void);
void mull_print_memory_save_folder (const char *folder);

char *mull_print_memory_dup_path (void);

G_END_DECLS
