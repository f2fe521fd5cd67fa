/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-deal.h"
#include "mull-money.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullNewDeal:
 * @title: what it is called
 * @company: (nullable): name; found by its folded form or created
 * @person: (nullable): name of whom we talk to; joins the buying centre
 * @stage_id: 0 for the first stage of the first pipeline
 * @value: may be unset
 * @expected_on: the customer's own date, or %MULL_DAY_NONE
 *
 * What is asked for when a deal is added.
 */
typedef struct
{
  const char *title;
  const char *company;
  const char *person;
  gint64 stage_id;
  MullMoney value;
  MullDay expected_on;
} MullNewDeal;

/* Where a card lands, instead of the id of the card it goes before. */
#define MULL_PLACE_END G_GINT64_CONSTANT (0)
#define MULL_PLACE_START G_GINT64_CONSTANT (-1)
#define MULL_PLACE_KEEP G_GINT64_CONSTANT (-2)

gboolean mull_deal_ops_add (MullWorkspace *workspace,
                            const MullNewDeal *spec,
                            gint64 *deal_id,
                            GError **error);
gboolean mull_deal_ops_update (MullWorkspace *workspace, const MullDeal *deal, GError **error);
gboolean mull_deal_ops_set_company (MullWorkspace *workspace,
                                    gint64 deal_id,
                                    const char *company,
                                    GError **error);
gboolean mull_deal_ops_move (MullWorkspace *workspace,
                             gint64 deal_id,
                             gint64 stage_id,
                             gint64 before_id,
                             GError **error);
gboolean mull_deal_ops_move_with_reason (MullWorkspace *workspace,
                                         gint64 deal_id,
                                         gint64 stage_id,
                                         gint64 before_id,
                                         const char *reason,
                                         GError **error);

/**
 * MullClosing:
 * @outcome: anything but %MULL_OUTCOME_OPEN
 * @reason: (nullable): in the rep's words
 * @heard_no: whether somebody told us no; unknown is on record, too
 * @look_again_on: when to knock again, or %MULL_DAY_NONE
 * @look_again_if: (nullable): or after which event
 *
 * How a deal ends.
 */
typedef struct
{
  MullOutcome outcome;
  const char *reason;
  MullTernary heard_no;
  MullDay look_again_on;
  const char *look_again_if;
} MullClosing;

#define MULL_CLOSING_INIT(outcome)                                                                 \
  {                                                                                                \
    outcome, NULL, MULL_TERNARY_UNKNOWN, MULL_DAY_NONE, NULL                                       \
  }

gboolean mull_deal_ops_close (MullWorkspace *workspace,
                              gint64 deal_id,
                              const MullClosing *closing,
                              GError **error);
gboolean mull_deal_ops_reopen (MullWorkspace *workspace, gint64 deal_id, GError **error);
gboolean mull_deal_ops_set_starred (MullWorkspace *workspace,
                                    gint64 deal_id,
                                    gboolean starred,
                                    GError **error);
gboolean mull_deal_ops_trash (MullWorkspace *workspace, gint64 deal_id, GError **error);
gboolean mull_deal_ops_restore (MullWorkspace *workspace, gint64 deal_id, GError **error);

/* (transfer full) (nullable): NULL if there is no such deal */
char *mull_deal_dup_title (MullWorkspace *workspace, gint64 deal_id);

G_END_DECLS
