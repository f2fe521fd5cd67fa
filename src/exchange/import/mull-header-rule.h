/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-import-target.h"

G_BEGIN_DECLS

/**
 * MullHeaderRole:
 * @MULL_HEADER_WHOLE: the column is the target
 * @MULL_HEADER_PART: the column is a part of the target, for files that have no whole one
 * @MULL_HEADER_TITLE: the column makes a good title together with the company
 *
 * How a column serves its target.
 */
typedef enum
{
  MULL_HEADER_WHOLE,
  MULL_HEADER_PART,
  MULL_HEADER_TITLE,
} MullHeaderRole;

/**
 * MullHeaderRule:
 * @kinds: a bit `1 << kind` for each kind of row it holds for
 * @weight: how strongly the header speaks for those kinds
 * @header: the header as people see it; with a star at its end, what it begins with
 * @target: what the column becomes
 * @label: (nullable): label of the addresses in the column
 * @role: how the column serves the target
 *
 * What a header means.
 */
typedef struct
{
  guint kinds;
  guint weight;
  const char *header;
  MullImportTarget target;
  const char *label;
  MullHeaderRole role;
} MullHeaderRule;

/* Short names for the tables. */
#define MULL_HEADER_D (1u << MULL_IMPORT_DEALS)
#define MULL_HEADER_C (1u << MULL_IMPORT_COMPANIES)
#define MULL_HEADER_P (1u << MULL_IMPORT_PEOPLE)
#define MULL_HEADER_A (1u << MULL_IMPORT_ACTIVITIES)
#define MULL_HEADER_N (1u << MULL_IMPORT_NOTES)

extern const MullHeaderRule mull_pipedrive_headers[];
extern const guint mull_n_pipedrive_headers;
extern const MullHeaderRule mull_hubspot_headers[];
extern const guint mull_n_hubspot_headers;
extern const MullHeaderRule mull_own_headers[];
extern const guint mull_n_own_headers;
extern const MullHeaderRule mull_common_headers[];
extern const guint mull_n_common_headers;

char *mull_header_key (const char *header) G_GNUC_WARN_UNUSED_RESULT;
const MullHeaderRule *mull_header_rule_find (const MullHeaderRule *rules,
                                             guint n_rules,
                                             MullImportKind kind,
                                             const char *key);
void mull_header_rule_weigh (const MullHeaderRule *rules,
                             guint n_rules,
                             const char *key,
                             guint weights[MULL_N_IMPORT_KINDS]);

G_END_DECLS
