/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "MULG": the application id in the header of our files. */
#define MULL_STORE_APPLICATION_ID 0x4D554C47
/* The schema version this program writes. */
#define MULL_STORE_VERSION 1

void mull_store_init (void);

/* (array zero-terminated=1): the tables whose rows are the rep's content: what undo records, what
 * digests cover and what an archive holds; parents before their children */
const char *const *mull_store_content_tables (void);

G_END_DECLS
