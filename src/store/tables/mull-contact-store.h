/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-company.h"
#include "mull-database.h"
#include "mull-member.h"
#include "mull-person-address.h"
#include "mull-person.h"
#include "mull-vcard-property.h"

G_BEGIN_DECLS

MullCompany *mull_company_store_get (MullDatabase *db, gint64 id, GError **error);
/* @company is NULL if there is none; FALSE on error. */
gboolean mull_company_store_find_by_key (MullDatabase *db,
                                         const char *name_key,
                                         MullCompany **company,
                                         GError **error);
/* (element-type MullCompany) */
GPtrArray *mull_company_store_list_by_prefix (MullDatabase *db,
                                              const char *prefix,
                                              guint limit,
                                              GError **error);

MullPerson *mull_person_store_get (MullDatabase *db, gint64 id, GError **error);
gboolean mull_person_store_find_by_key (MullDatabase *db,
                                        const char *name_key,
                                        gint64 company_id,
                                        MullPerson **person,
                                        GError **error);
/* @person and @company are NULL if there is none. */
gboolean mull_person_store_find_by_uuid (MullDatabase *db,
                                         const char *uuid,
                                         MullPerson **person,
                                         GError **error);
gboolean mull_company_store_find_by_uuid (MullDatabase *db,
                                          const char *uuid,
                                          MullCompany **company,
                                          GError **error);
GPtrArray *mull_person_address_store_list (MullDatabase *db, gint64 person_id, GError **error);
/* What is kept of the vCard of a person, or of a company if @person_id is 0. */
GPtrArray *mull_vcard_property_store_list (MullDatabase *db,
                                           gint64 person_id,
                                           gint64 company_id,
                                           GError **error);

MullMember *mull_member_store_get (MullDatabase *db, gint64 id, GError **error);
GPtrArray *mull_member_store_list (MullDatabase *db, gint64 deal_id, GError **error);

G_END_DECLS
