/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullContactPage:
 *
 * A person or a company: the record as facts with what is behind each of them, addresses, deals,
 * and the timeline of that person.
 */
#define MULL_TYPE_CONTACT_PAGE (mull_contact_page_get_type ())
G_DECLARE_FINAL_TYPE (MullContactPage, mull_contact_page, MULL, CONTACT_PAGE, AdwBin)

MullContactPage *mull_contact_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_contact_page_open_person (MullContactPage *self, gint64 person_id, GError **error);
gboolean mull_contact_page_open_company (MullContactPage *self, gint64 company_id, GError **error);

G_END_DECLS
