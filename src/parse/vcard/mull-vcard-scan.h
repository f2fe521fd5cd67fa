/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MullVcardScan:
 * @data: the file
 * @size: its bytes
 * @at: where the next physical line begins
 * @line: the number of that line, from 1
 *
 * Takes a file apart into the lines that it means.
 */
typedef struct
{
  const char *data;
  gsize size;
  gsize at;
  guint line;
} MullVcardScan;

/**
 * MullVcardContent:
 * @text: a line of content: folds and soft line breaks are gone
 * @start: where it begins in the file
 * @end: where it ends, without its line end
 * @line: its first physical line, from 1
 * @colon: the place of the colon in @text, or -1
 * @is_quoted_printable: whether the value is written so
 * @is_base64: whether the value is written so
 * @is_cut: whether there was more of it than any property may have
 *
 * What a file means as one line.
 */
typedef struct
{
  GString *text;
  gsize start;
  gsize end;
  guint line;
  gssize colon;
  gboolean is_quoted_printable;
  gboolean is_base64;
  gboolean is_cut;
  /*< private >*/
  gsize searched; /* up to where there is no colon */
  gboolean in_quotes;
} MullVcardContent;

gboolean
mull_vcard_scan_next (MullVcardScan *self, gboolean keeps_folds, MullVcardContent *content);
gssize mull_vcard_scan_colon (const char *text, gsize length, gsize *searched, gboolean *in_quotes);
gboolean mull_vcard_content_is (const MullVcardContent *self, const char *name, const char *value);

G_END_DECLS
