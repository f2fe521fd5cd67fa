/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"

G_BEGIN_DECLS

/* What one file may have at most. */
#define MULL_ATTACHMENT_MAX_MIB 64
#define MULL_ATTACHMENT_MAX ((gint64) MULL_ATTACHMENT_MAX_MIB * 1024 * 1024)

/**
 * MullAttachment:
 * @uuid: identity across databases
 * @name: what the file was called; a text, never a path
 * @sha256: of its content, in hexadecimal digits: where it is found in the data folder
 * @size: bytes
 * @media_type: what kind of file it seemed to be, or empty
 *
 * A file that belongs to an entry.
 */
typedef struct
{
  MullRecord record;
  char *uuid;
  gint64 entry_id;
  char *name;
  char *sha256;
  gint64 size;
  char *media_type;
} MullAttachment;

MULL_DECLARE_RECORD (MullAttachment, mull_attachment)

/* What may be shown and written as the name of a file, whatever @name is. */
char *mull_attachment_clean_name (const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @text is the SHA-256 of something as we write it. */
gboolean mull_attachment_is_sha256 (const char *text);
/* Whether opening it would run it. */
gboolean mull_attachment_is_program (const MullAttachment *self);

G_END_DECLS
