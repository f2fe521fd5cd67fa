/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mull-attachment.h"

G_BEGIN_DECLS

/*
 * The files that were attached to entries, by their content: "attachments/ab/abcdef…" in the data
 * folder. Nothing here knows who refers to them. Every function may be called in any thread.
 */
#define MULL_VAULT_FOLDER "attachments"

/**
 * MullVaultProgressFunc:
 * @n_bytes: bytes done so far
 *
 * Told from time to time how far it is, in the thread that does it.
 */
typedef void (*MullVaultProgressFunc) (gint64 n_bytes, gpointer user_data);

/* A copy of @file in the vault @folder, with its name and kind: a record that has no entry yet. */
MullAttachment *mull_vault_take (const char *folder,
                                 GFile *file,
                                 GCancellable *cancellable,
                                 MullVaultProgressFunc progress_func,
                                 gpointer user_data,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Writes the content of a file out; fails if it is not what was attached. */
gboolean mull_vault_give (const char *folder,
                          const MullAttachment *attachment,
                          GOutputStream *stream,
                          GCancellable *cancellable,
                          MullVaultProgressFunc progress_func,
                          gpointer user_data,
                          GError **error);
/* Whether there is such a file, going by its name and size. */
gboolean mull_vault_keep (const char *folder, const char *sha256, gint64 size);
gboolean mull_vault_has (const char *folder, const char *sha256, gint64 size);
char *mull_vault_dup_path (const char *folder, const char *sha256) G_GNUC_WARN_UNUSED_RESULT;

/**
 * MullVaultWriter:
 *
 * A file on its way into the vault. It gets its name when it is whole.
 */
typedef struct _MullVaultWriter MullVaultWriter;

/* @name: for sentences */
MullVaultWriter *mull_vault_writer_new (const char *folder,
                                        const char *name,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_vault_writer_free (MullVaultWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullVaultWriter, mull_vault_writer_free)
gboolean
mull_vault_writer_add (MullVaultWriter *self, const guint8 *data, gsize length, GError **error);
gint64 mull_vault_writer_get_size (MullVaultWriter *self);
/* Durably in its place. @expected (nullable): the SHA-256 that it must have; *@sha256 (optional):
 * the one that it has. */
gboolean mull_vault_writer_finish (MullVaultWriter *self,
                                   const char *expected,
                                   char **sha256,
                                   GError **error);

/* Taking stock, for who knows what is referred to. (element-type utf8): what got there before
 * @before, microseconds UTC of the real clock */
GPtrArray *mull_vault_list (const char *folder, gint64 before) G_GNUC_WARN_UNUSED_RESULT;
/* Unless it got there again since @before. */
gboolean mull_vault_remove (const char *folder, const char *sha256, gint64 before);
/* What was never finished. */
void mull_vault_sweep (const char *folder, gint64 before);
/* Brings a file of another vault here, unless it is here. */
gboolean mull_vault_bring (const char *folder,
                           const char *from,
                           const char *sha256,
                           gint64 size,
                           GError **error);

G_END_DECLS
