/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-vcard.h"

G_BEGIN_DECLS

/* What our words are in a card, and what the words of a card are here. */

char *mull_vcard_form_name (const MullVcardField *n) G_GNUC_WARN_UNUSED_RESULT;
char *mull_vcard_form_name_parts (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *mull_vcard_form_address (const MullVcardField *adr) G_GNUC_WARN_UNUSED_RESULT;
char *mull_vcard_form_phone (const MullVcardField *tel) G_GNUC_WARN_UNUSED_RESULT;
char *mull_vcard_form_mail (const MullVcardField *email) G_GNUC_WARN_UNUSED_RESULT;
char *mull_vcard_form_label (const MullVcard *card,
                             const MullVcardField *field) G_GNUC_WARN_UNUSED_RESULT;
char *mull_vcard_form_types (const char *label) G_GNUC_WARN_UNUSED_RESULT;
char *mull_vcard_form_street_line (const char *address) G_GNUC_WARN_UNUSED_RESULT;
char *mull_vcard_form_page_line (const char *domain) G_GNUC_WARN_UNUSED_RESULT;
guint mull_vcard_form_preference (const MullVcardField *field);
void mull_vcard_form_append_escaped (GString *to, const char *text);

G_END_DECLS
