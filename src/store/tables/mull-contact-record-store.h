/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/* What happened between us and a person, over all deals. */
GPtrArray *mull_contact_record_store_list_promises (MullDatabase *db,
                                                    gint64 person_id,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *mull_contact_record_store_list_quiets (MullDatabase *db,
                                                  gint64 person_id,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *mull_contact_record_store_list_company_quiets (MullDatabase *db,
                                                          gint64 company_id,
                                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *mull_contact_record_store_list_scripts (MullDatabase *db,
                                                   gint64 person_id,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *mull_contact_record_store_list_entries (MullDatabase *db,
                                                   gint64 person_id,
                                                   guint limit,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *mull_contact_record_store_list_deals (MullDatabase *db,
                                                 gint64 person_id,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *mull_contact_record_store_list_company_deals (MullDatabase *db,
                                                         gint64 company_id,
                                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *mull_contact_record_store_list_people (MullDatabase *db,
                                                  gint64 company_id,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
