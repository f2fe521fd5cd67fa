/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-company.h"
#include "mull-member.h"
#include "mull-person-address.h"
#include "mull-person.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

gboolean mull_company_ops_add (MullWorkspace *workspace,
                               const MullCompany *company,
                               gint64 *company_id,
                               GError **error);
gboolean
mull_company_ops_update (MullWorkspace *workspace, const MullCompany *company, GError **error);

/* (transfer full): NULL with MULL_ERROR_NOT_FOUND if there is none */
MullCompany *mull_company_load (MullWorkspace *workspace,
                                gint64 company_id,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (nullable) (transfer full): names that begin as @text does, at most @limit */
char **mull_company_suggest (MullWorkspace *workspace, const char *text, guint limit);

/* @company (nullable) is found by name, or created; empty for none. @phone and @mail (nullable)
 * become the first address of their kind; empty removes it. */
gboolean mull_person_ops_add (MullWorkspace *workspace,
                              const MullPerson *person,
                              const char *company,
                              const char *phone,
                              const char *mail,
                              gint64 *person_id,
                              GError **error);
gboolean mull_person_ops_update (MullWorkspace *workspace,
                                 const MullPerson *person,
                                 const char *company,
                                 const char *phone,
                                 const char *mail,
                                 GError **error);
/* (transfer full): NULL with MULL_ERROR_NOT_FOUND if there is none */
MullPerson *mull_person_load (MullWorkspace *workspace,
                              gint64 person_id,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable) (transfer full), no error if there is none */
char *
mull_person_dup_first_address (MullWorkspace *workspace, gint64 person_id, MullAddressKind kind);

/* The person is found by name within the deal's company, or created. */
gboolean mull_member_ops_add (MullWorkspace *workspace,
                              gint64 deal_id,
                              const char *person_name,
                              MullRole role,
                              gint64 *member_id,
                              GError **error);
gboolean
mull_member_ops_update (MullWorkspace *workspace, const MullMember *member, GError **error);
gboolean mull_member_ops_remove (MullWorkspace *workspace, gint64 member_id, GError **error);

G_END_DECLS
