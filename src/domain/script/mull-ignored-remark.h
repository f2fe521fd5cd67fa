/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"
#include "mull-remark.h"

G_BEGIN_DECLS

/**
 * MullIgnoredRemark:
 * @uuid: identity across databases
 * @script_id: the script in which they are ignored; 0: in all
 * @category: the kind of mark
 * @words: the marked words, folded
 *
 * Words that the reviewer is not to mark again.
 */
typedef struct
{
  MullRecord record;
  char *uuid;
  gint64 script_id;
  MullRemarkCategory category;
  char *words;
  gint64 created_at;
} MullIgnoredRemark;

MULL_DECLARE_RECORD (MullIgnoredRemark, mull_ignored_remark)

G_END_DECLS
