/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-planned-touch.h"

G_BEGIN_DECLS

/**
 * MullImportIdentity:
 * @source: what the thing came from, such as "pipedrive"
 * @kind: "deal", "company", "person" or "entry"
 * @source_id: its id there
 * @object_id: what it became here
 * @digest: of the row as it was read last; empty to have it read again in any case
 *
 * Where an imported thing came from. Borrows its texts.
 */
typedef struct
{
  const char *source;
  const char *kind;
  const char *source_id;
  gint64 object_id;
  const char *digest;
} MullImportIdentity;

/* @object_id is 0 if nothing is known by that id; @digest (nullable) (out). */
gboolean mull_import_store_find (MullDatabase *db,
                                 const MullImportIdentity *identity,
                                 gint64 *object_id,
                                 char **digest,
                                 GError **error);
/* Of what has this identity across databases, in the trash too; 0 if nothing has it. */
gboolean mull_import_store_find_uuid (MullDatabase *db,
                                      const char *kind,
                                      const char *uuid,
                                      gint64 *object_id,
                                      GError **error);
gboolean
mull_import_store_put (MullDatabase *db, const MullImportIdentity *identity, GError **error);
gboolean
mull_import_store_add (MullDatabase *db, const MullImportIdentity *identity, GError **error);
gboolean mull_import_store_knows_source (MullDatabase *db,
                                         const char *source,
                                         gboolean *known,
                                         GError **error);
gboolean mull_import_store_has_other_id (MullDatabase *db,
                                         const char *source,
                                         const char *kind,
                                         gint64 object_id,
                                         const char *source_id,
                                         gboolean *has,
                                         GError **error);

/* @person_id is 0 if nobody has the address @value_key. */
gboolean mull_import_store_find_newest (MullDatabase *db, gint64 newest[2], GError **error);
gboolean mull_import_store_find_person_by_mail (MullDatabase *db,
                                                const char *value_key,
                                                gint64 *person_id,
                                                GError **error);
/* Called for every deal outside the trash. */
typedef void (*MullImportTitleFunc) (gint64 deal_id, const char *title, gpointer user_data);
gboolean mull_import_store_foreach_title (MullDatabase *db,
                                          MullImportTitleFunc func,
                                          gpointer user_data,
                                          GError **error);
gboolean mull_import_store_is_member (MullDatabase *db,
                                      gint64 deal_id,
                                      gint64 person_id,
                                      gboolean *is_member,
                                      GError **error);
gboolean mull_import_store_find_touch (MullDatabase *db,
                                       const char *uuid,
                                       MullPlannedTouch **touch,
                                       GError **error);
gboolean mull_import_store_find_open_touch (MullDatabase *db,
                                            gint64 deal_id,
                                            MullDay due_on,
                                            MullPlannedTouch **touch,
                                            GError **error);

G_END_DECLS
