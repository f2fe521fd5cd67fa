/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-import-row.h"
#include "mull-vcard.h"

G_BEGIN_DECLS

void mull_vcard_row_fill (MullImportRow *row, const MullVcard *card);

G_END_DECLS
