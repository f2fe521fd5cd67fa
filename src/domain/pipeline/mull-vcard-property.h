/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullVcardProperty:
 * @uuid: identity across databases
 * @person_id: whose it is, or 0
 * @company_id: whose it is, if it is nobody's
 * @text: the property as a line of a vCard 3.0, not folded
 * @rank: its place among the others
 *
 * What the vCard of a person or a company says that has no other place here. It is kept for the
 * way back.
 */
typedef struct
{
  MullRecord record;
  char *uuid;
  gint64 person_id;
  gint64 company_id;
  char *text;
  gint64 rank;
} MullVcardProperty;

MULL_DECLARE_RECORD (MullVcardProperty, mull_vcard_property)

G_END_DECLS
