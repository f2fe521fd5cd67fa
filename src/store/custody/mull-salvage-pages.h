/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The pages of a copy of a damaged file, mended as far as SQLite needs it to read the rest. Nothing
 * of this is ever done to the file itself. */

/* Turns single bits back that were turned over, and pages that changed places. */
gboolean mull_salvage_pages_mend (const char *path, GError **error);
/* Makes the header say what is true: the size of the file, no free pages, no log. */
gboolean mull_salvage_pages_mend_header (const char *path, int version, GError **error);
/* Puts the pages that tell where the tables are from the sound file @model, whose tables were made
 * in the same order, into the place of those of @path. */
guint mull_salvage_pages_count_roots (const char *path, const char *model);
gboolean mull_salvage_pages_graft_schema (const char *path, const char *model, GError **error);

G_END_DECLS
