/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/**
 * MullErasePart:
 *
 * What is linked to somebody and goes with them, or loses its words.
 */
typedef enum
{
  MULL_ERASE_ADDRESSES,
  MULL_ERASE_MEMBERSHIPS,
  MULL_ERASE_ENTRIES,
  MULL_ERASE_WORDS,
  MULL_ERASE_REVIEWS,
  MULL_ERASE_ATTACHMENTS,
  MULL_ERASE_PROMISES,
  MULL_ERASE_TOUCHES,
  MULL_ERASE_HOLES,
  MULL_ERASE_QUIETS,
  MULL_ERASE_ROADBLOCKS,
  MULL_ERASE_SCRIPTS,
  MULL_ERASE_QUESTIONS,
  MULL_ERASE_DRAFTS,
  MULL_ERASE_STEPS,
  MULL_ERASE_N_PARTS
} MullErasePart;

/* @counts: one number for each part. */
gboolean
mull_erase_store_count_person (MullDatabase *db, gint64 person_id, gint64 *counts, GError **error);
/* (array zero-terminated=1): SHA-256 of the files that are attached to their entries. */
char **mull_erase_store_list_files (MullDatabase *db,
                                    gint64 person_id,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @instead: what stands where there must be words. */
gboolean
mull_erase_store_person (MullDatabase *db, gint64 person_id, const char *instead, GError **error);
/* In how many rows @name stands, whether or not they are linked to anybody. */
gboolean mull_erase_store_count_mentions (MullDatabase *db,
                                          const char *name,
                                          gint64 *n_mentions,
                                          GError **error);
/* Writes the full-text indexes anew, without what was deleted. */
gboolean mull_erase_store_wipe_indexes (MullDatabase *db, GError **error);
/* Whether a database holds the row @uuid of people, or its history has one of @texts. */
gboolean mull_erase_store_holds_person (MullDatabase *db,
                                        const char *uuid,
                                        const char *const *texts,
                                        gboolean *holds,
                                        GError **error);

G_END_DECLS
