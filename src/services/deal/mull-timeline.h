/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-attachment.h"
#include "mull-entry.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullTimelineKinds:
 * @MULL_TIMELINE_ANY: every kind
 * @MULL_TIMELINE_CALLS:
 * @MULL_TIMELINE_MEETINGS:
 * @MULL_TIMELINE_WRITTEN: mails, messages and letters
 * @MULL_TIMELINE_NOTES:
 * @MULL_TIMELINE_APP: what the app wrote
 *
 * The kinds of entries that a timeline is filtered by.
 */
typedef enum
{
  MULL_TIMELINE_ANY,
  MULL_TIMELINE_CALLS,
  MULL_TIMELINE_MEETINGS,
  MULL_TIMELINE_WRITTEN,
  MULL_TIMELINE_NOTES,
  MULL_TIMELINE_APP,
} MullTimelineKinds;

#define MULL_TIMELINE_N_KINDS (MULL_TIMELINE_APP + 1)

/**
 * MullTimelineFilter:
 * @kinds: which kinds
 * @person_id: with whom, or 0 for anybody
 * @direction: who reached for whom, or %MULL_DIRECTION_NONE for all; a conversation is both
 * @words_only: only what quotes them
 *
 * What of a timeline is shown. All zero is everything.
 */
typedef struct
{
  MullTimelineKinds kinds;
  gint64 person_id;
  MullDirection direction;
  gboolean words_only;
} MullTimelineFilter;

/**
 * MullTimelineItem:
 * @entry: the entry
 * @words: what they said, verbatim; several quotations are lines of it; empty if there are none
 * @person: (nullable): the name of the person
 * @files: (element-type MullAttachment): what is attached to it
 *
 * One row of a timeline.
 */
typedef struct
{
  gatomicrefcount ref_count;
  MullEntry *entry;
  char *words;
  char *person;
  GPtrArray *files;
} MullTimelineItem;

MullTimelineItem *mull_timeline_item_ref (MullTimelineItem *self);
void mull_timeline_item_unref (MullTimelineItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullTimelineItem, mull_timeline_item_unref)
gboolean mull_timeline_item_equal (const MullTimelineItem *a, const MullTimelineItem *b);

GPtrArray *mull_timeline_load_page (MullWorkspace *workspace,
                                    gint64 deal_id,
                                    const MullTimelineFilter *filter,
                                    const MullEntry *after,
                                    guint limit,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullTimelineItem *mull_timeline_load_item (MullWorkspace *workspace,
                                           gint64 entry_id,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_timeline_count (MullWorkspace *workspace,
                              gint64 deal_id,
                              const MullTimelineFilter *filter,
                              guint *n_shown,
                              guint *n_hidden,
                              GError **error);
gboolean mull_timeline_filter_is_set (const MullTimelineFilter *filter);
const char *mull_timeline_kinds_label (MullTimelineKinds kinds);

G_END_DECLS
