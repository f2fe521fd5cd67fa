/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-workspace.h"

G_BEGIN_DECLS

/* Contacts as vCards of version 3.0, which most programs read. */
GString *mull_vcard_export_all (MullWorkspace *workspace,
                                guint *n_cards,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
GString *mull_vcard_export_person (MullWorkspace *workspace,
                                   gint64 person_id,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
GString *mull_vcard_export_company (MullWorkspace *workspace,
                                    gint64 company_id,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
