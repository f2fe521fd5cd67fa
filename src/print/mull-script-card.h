/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-dossier.h"
#include "mull-layout.h"
#include "mull-script-composition.h"

G_BEGIN_DECLS

/**
 * MullScriptCard:
 * @composition: what is said
 * @dossier: the deal that it is about
 * @person: (nullable): whom it is said to
 * @phone: (nullable): the number to call
 *
 * What a printed script is made from. All of it is borrowed.
 */
typedef struct
{
  const MullScriptComposition *composition;
  const MullDossier *dossier;
  const MullPerson *person;
  const char *phone;
} MullScriptCard;

MullLayout *mull_script_card_lay_out (const MullScriptCard *card,
                                      MullPaper paper,
                                      gboolean rtl) G_GNUC_WARN_UNUSED_RESULT;
char *mull_script_card_dup_title (const MullScriptCard *card) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
