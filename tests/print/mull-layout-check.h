/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-layout.h"

G_BEGIN_DECLS

/* Fails the test if two things on a page overlap or one lies in a margin. */
void mull_layout_check (MullLayout *layout);
/* All texts of a page in the order of placing, each with a line feed. */
char *mull_layout_dup_text (MullLayout *layout, guint page);
guint mull_layout_count_items (MullLayout *layout, guint page, MullLayoutItemKind kind);

G_END_DECLS
