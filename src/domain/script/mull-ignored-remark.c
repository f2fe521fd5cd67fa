/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-ignored-remark"

#include "config.h"

#include "mull-ignored-remark.h"

static const MullField fields[] = {
  MULL_FIELD (MullIgnoredRemark, uuid, TEXT),
  MULL_FIELD (MullIgnoredRemark, script_id, OPTIONAL_REFERENCE),
  MULL_FIELD_OF_ENUM (MullIgnoredRemark, category, mull_remark_category_get_type),
  MULL_FIELD (MullIgnoredRemark, words, TEXT),
  MULL_FIELD (MullIgnoredRemark, created_at, INSTANT),
};
MULL_DEFINE_RECORD (MullIgnoredRemark, mull_ignored_remark, "ignored_remark", fields)
