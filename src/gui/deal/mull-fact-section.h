/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-fact-row.h"

G_BEGIN_DECLS

/**
 * MullFactSection:
 *
 * A heading with a button, and rows below it. To show other facts, begin, take a row for each, and
 * end: rows are used again, and what is left over disappears.
 */
#define MULL_TYPE_FACT_SECTION (mull_fact_section_get_type ())
G_DECLARE_FINAL_TYPE (MullFactSection, mull_fact_section, MULL, FACT_SECTION, GtkWidget)

void mull_fact_section_set_count (MullFactSection *self, const char *count);
void mull_fact_section_begin (MullFactSection *self);
MullFactRow *mull_fact_section_next (MullFactSection *self);
void mull_fact_section_end (MullFactSection *self);

G_END_DECLS
