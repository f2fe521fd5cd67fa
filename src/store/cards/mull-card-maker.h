/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-deal.h"

G_BEGIN_DECLS

/**
 * MullCardParts:
 * @MULL_CARD_ENTRIES: entries
 * @MULL_CARD_TOUCHES: planned touches
 * @MULL_CARD_COMMITMENTS: commitments
 * @MULL_CARD_HOLES: holes
 * @MULL_CARD_ROADBLOCKS: roadblocks
 * @MULL_CARD_QUIETS: quiets that cover it
 * @MULL_CARD_ANSWERS: answers to the four questions
 *
 * What a deal may have that its card depends on.
 */
typedef enum
{
  MULL_CARD_ENTRIES = 1 << 0,
  MULL_CARD_TOUCHES = 1 << 1,
  MULL_CARD_COMMITMENTS = 1 << 2,
  MULL_CARD_HOLES = 1 << 3,
  MULL_CARD_ROADBLOCKS = 1 << 4,
  MULL_CARD_QUIETS = 1 << 5,
  MULL_CARD_ANSWERS = 1 << 6,
} MullCardParts;

#define MULL_CARD_ALL_PARTS ((MullCardParts) 0x7f)

/**
 * MullCardMaker:
 *
 * Makes rows of deal_card from the records of deals by the rules of the domain, for one day. Lives
 * for one refresh.
 */
typedef struct _MullCardMaker MullCardMaker;

MullCardMaker *mull_card_maker_new (MullDatabase *db,
                                    MullDay today,
                                    GTimeZone *zone,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_card_maker_free (MullCardMaker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullCardMaker, mull_card_maker_free)

/* Writes the row of an open deal that is not in the trash. Only @parts are read: the others are
 * known to be empty. A row that says the same already is left alone. */
gboolean mull_card_maker_write (MullCardMaker *self,
                                const MullDeal *deal,
                                MullCardParts parts,
                                GError **error);

G_END_DECLS
