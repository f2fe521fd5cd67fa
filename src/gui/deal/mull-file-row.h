/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-attachment.h"

G_BEGIN_DECLS

/**
 * MullFileRow:
 *
 * A line for a file: what kind it is, its name, its size. One that is attached is opened by a
 * click, and has a menu; its commands are the actions deal.open-file, deal.save-file and
 * deal.remove-file of whoever holds it. One that is about to be has a button that takes it away
 * again.
 */
#define MULL_TYPE_FILE_ROW (mull_file_row_get_type ())
G_DECLARE_FINAL_TYPE (MullFileRow, mull_file_row, MULL, FILE_ROW, GtkWidget)

MullFileRow *mull_file_row_new_attached (const MullAttachment *file) G_GNUC_WARN_UNUSED_RESULT;
/* ::removed follows. */
MullFileRow *mull_file_row_new_pending (const MullAttachment *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
