/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-own-headers"

#include "config.h"

#include "mull-csv-writer.h"
#include "mull-header-rule.h"

#define D MULL_HEADER_D
#define C MULL_HEADER_C
#define P MULL_HEADER_P

/* Headers of our own tables that mean more, or less, than in the tables of others. The numbers of
 * rows are for the command line: in another database they are those of others. */
const MullHeaderRule mull_own_headers[] = {
  { D | C | P, 0, "id", MULL_IMPORT_IGNORED },
  { D | C | P, 0, MULL_CSV_ID_HEADER, MULL_IMPORT_SOURCE_ID },
  { D | P, 0, MULL_CSV_COMPANY_ID_HEADER, MULL_IMPORT_COMPANY_SOURCE_ID },
  { D, 0, MULL_CSV_PERSON_ID_HEADER, MULL_IMPORT_PERSON_SOURCE_ID },
};
const guint mull_n_own_headers = G_N_ELEMENTS (mull_own_headers);
