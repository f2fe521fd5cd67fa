/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-script.h"

G_BEGIN_DECLS

MullScript *mull_script_store_get (MullDatabase *db, gint64 id, GError **error);
/* The script for a hole that has not been dropped; NULL if there is none. */
gboolean mull_script_store_find_for_hole (MullDatabase *db,
                                          gint64 hole_id,
                                          MullScript **script,
                                          GError **error);
/* The newest one of a kind that was not spoken yet; NULL if there is none. */
gboolean mull_script_store_find_open (MullDatabase *db,
                                      gint64 deal_id,
                                      const char *kind,
                                      MullScript **script,
                                      GError **error);
/* (element-type gint64): when a person was spoken to with scripts of @kind, since an instant */
GArray *mull_script_store_list_calls (MullDatabase *db,
                                      const char *kind,
                                      gint64 person_id,
                                      gint64 since,
                                      GError **error);

/* (element-type utf8 utf8): beat → text, only those that the rep wrote */
GHashTable *mull_script_beat_store_read (MullDatabase *db, gint64 script_id, GError **error);
/* NULL removes. */
gboolean mull_script_beat_store_write (MullDatabase *db,
                                       gint64 script_id,
                                       const char *beat,
                                       const char *text,
                                       GError **error);
/* The same from a wording of the rep's own. */
gboolean mull_script_beat_store_write_own (MullDatabase *db,
                                           gint64 script_id,
                                           const char *beat,
                                           const char *text,
                                           gint64 own_beat_id,
                                           GError **error);

G_END_DECLS
