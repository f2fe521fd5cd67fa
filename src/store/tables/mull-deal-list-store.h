/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-card.h"
#include "mull-database.h"
#include "mull-deal.h"
#include "mull-money.h"
#include "mull-move-state.h"

G_BEGIN_DECLS

/**
 * MullDealRow:
 * @person: the first of the buying centre
 * @state: whose move; %MULL_MOVE_CLOSED if it has an outcome
 * @state_on: the day shown with it, or %MULL_DAY_NONE
 * @flags: of its card; 0 for a deal that is closed
 * @next_on: the day of the next step, or %MULL_DAY_NONE
 * @closed_at: when it was closed, or %MULL_INSTANT_NONE
 *
 * What lists and tables say of a deal. Texts are never %NULL and live as long as the call that is
 * handed the row.
 */
typedef struct
{
  gint64 id;
  const char *uuid;
  const char *title;
  const char *company;
  const char *company_uuid;
  const char *person;
  const char *person_uuid;
  const char *pipeline;
  const char *stage;
  gint64 stage_id;
  MullMoney value;
  MullOutcome outcome;
  const char *reason;
  MullMoveState state;
  MullDay state_on;
  MullCardFlags flags;
  MullDay next_on;
  const char *next_text;
  MullDay expected_on;
  gint64 created_at;
  gint64 closed_at;
} MullDealRow;

typedef void (*MullDealRowFunc) (const MullDealRow *row, gpointer user_data);

/* Every deal that is not in the trash, in one query: open ones first, as the board has them. */
gboolean mull_deal_list_store_read (MullDatabase *db,
                                    MullDealRowFunc func,
                                    gpointer user_data,
                                    GError **error);

typedef void (*MullDealTitleFunc) (gint64 deal_id,
                                   const char *title,
                                   gboolean whole,
                                   gpointer user_data);
/* Every deal not in the trash whose title begins with @text, by id. */
gboolean mull_deal_list_store_match_title (MullDatabase *db,
                                           const char *text,
                                           MullDealTitleFunc func,
                                           gpointer user_data,
                                           GError **error);

G_END_DECLS
