/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"
#include "mull-ternary.h"

G_BEGIN_DECLS

/**
 * MullCallReview:
 * @uuid: identity across databases
 * @entry_id: the call or meeting
 * @next_commitment: whether a next commitment with a day came out of it
 * @question: the one question that came to mind afterwards
 *
 * What the rep noted right after a call or a meeting.
 */
typedef struct
{
  MullRecord record;
  char *uuid;
  gint64 entry_id;
  MullTernary next_commitment;
  char *question;
  gint64 created_at;
} MullCallReview;

MULL_DECLARE_RECORD (MullCallReview, mull_call_review)

G_END_DECLS
