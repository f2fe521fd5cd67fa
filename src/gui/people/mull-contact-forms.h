/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-company.h"
#include "mull-form-dialog.h"
#include "mull-person.h"

G_BEGIN_DECLS

/* @person and @company (nullable): nobody for a new one, whose page is shown then. */
MullFormDialog *mull_person_form_present (GtkWidget *from,
                                          MullWorkspace *workspace,
                                          const MullPerson *person,
                                          const char *company);
MullFormDialog *
mull_company_form_present (GtkWidget *from, MullWorkspace *workspace, const MullCompany *company);

G_END_DECLS
