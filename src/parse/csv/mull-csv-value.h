/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-date-scan.h"
#include "mull-import-moment.h"
#include "mull-money.h"

G_BEGIN_DECLS

void mull_csv_value_trim (const char **text, gsize *length);

gboolean mull_csv_value_parse_date (const char *text,
                                    gsize length,
                                    MullDateOrder order,
                                    MullImportMoment *moment,
                                    GError **error);
gboolean mull_csv_value_parse_time (const char *text, gsize length, int *second, GError **error);
gboolean mull_csv_value_parse_amount (const char *text,
                                      gsize length,
                                      char decimal,
                                      const char *currency,
                                      MullMoney *money,
                                      GError **error);
gboolean
mull_csv_value_parse_currency (const char *text, gsize length, char code[4], GError **error);
gboolean
mull_csv_value_parse_boolean (const char *text, gsize length, gboolean *truth, GError **error);
gboolean mull_csv_value_parse_mail (const char *text, gsize length, GError **error);
char *mull_csv_value_parse_domain (const char *text, gsize length) G_GNUC_WARN_UNUSED_RESULT;
char **mull_csv_value_split (const char *text,
                             gsize length,
                             const char *separators) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
