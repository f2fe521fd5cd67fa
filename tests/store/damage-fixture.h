/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DamageKind:
 *
 * What can happen to a file.
 */
typedef enum
{
  DAMAGE_BIT,
  DAMAGE_BYTES,       /* eight of them */
  DAMAGE_HEADER,      /* the first hundred bytes */
  DAMAGE_PAGE_HEADER, /* the first eight bytes of a page */
  DAMAGE_ZERO_PAGE,
  DAMAGE_SWAP, /* two pages */
  DAMAGE_TRUNCATE,
  DAMAGE_N_KINDS,
} DamageKind;

const char *damage_kind_name (DamageKind kind);
/* One such damage, somewhere in @bytes. */
void damage_apply (GByteArray *bytes, DamageKind kind, GRand *rand);

/* (element-type guint): the pages of the table or index @name. */
GArray *damage_list_pages (GByteArray *bytes, const char *name);

/**
 * DamageMaster:
 * @file: a sound file of about a megabyte
 * @digests: what it holds
 * @backup: (nullable): what the file was some steps ago
 * @early: the data file as it was then, beside its log
 * @log: that log, which does not belong to @file
 * @rows: every row of content, as text
 *
 * What is damaged, again and again.
 */
typedef struct
{
  GBytes *file;
  GBytes *backup;
  GBytes *early;
  GBytes *log;
  char *digests;
  char *dump; /* as damage_dump() gives it */
  GHashTable *rows;
} DamageMaster;

DamageMaster *damage_master_new (void) G_GNUC_WARN_UNUSED_RESULT;
void damage_master_free (DamageMaster *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DamageMaster, damage_master_free)

/* How many rows of the file @path are as they were, and how many are not. */
void damage_master_compare (DamageMaster *self, const char *path, guint *n_exact, guint *n_wrong);
/* @bytes as a file. */
void damage_write (const char *folder, const char *name, const guint8 *bytes, gsize size);
/* How often, unless the environment says otherwise. */
guint damage_count (const char *variable, guint usual);

/* Every row of every table of @path. */
char *damage_dump (const char *path);

/* How many pages of @bytes are not those of the file any longer; and, at least, how many of its
 * rows lie on those that are. */
guint damage_master_count_there (DamageMaster *self, GByteArray *bytes, guint *n_lost_pages);

G_END_DECLS
