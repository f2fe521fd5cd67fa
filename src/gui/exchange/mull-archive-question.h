/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/* Importing an archive: it is looked through first, then the rep is asked with what it would do. */

/* Whether @file says of itself that it is an archive. */
gboolean mull_archive_question_is_for (GFile *file);
void mull_archive_question_ask (GtkWidget *from, MullWorkspace *workspace, GFile *file);

G_END_DECLS
