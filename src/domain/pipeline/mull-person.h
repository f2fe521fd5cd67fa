/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullPerson:
 * @uuid: identity across databases
 * @name_key: @name folded by mull_text_fold(), for matching
 * @title: job title
 * @company_id: the first company
 * @trashed_at: when it went to the trash
 *
 * Somebody at a customer.
 */
typedef struct
{
  MullRecord record;
  char *uuid;
  char *name;
  char *name_key;
  char *title;
  gint64 company_id;
  char *notes;
  gint64 created_at;
  gint64 trashed_at;
} MullPerson;

MULL_DECLARE_RECORD (MullPerson, mull_person)

G_END_DECLS
