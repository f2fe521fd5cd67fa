/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the page is lost that says which pages a table consists of, these are still there. Finds
 * them in @path, the copy of a damaged file whose schema can be read, by their rows, and writes
 * such a page anew.
 *
 * @tables: (inout) (element-type utf8): gets the names of the tables to which pages were given */
gboolean mull_salvage_orphans_adopt (const char *path, GPtrArray *tables, GError **error);

G_END_DECLS
