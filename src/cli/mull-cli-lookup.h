/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-cli.h"
#include "mull-commitment.h"
#include "mull-deal.h"
#include "mull-dossier.h"
#include "mull-roadblock.h"
#include "mull-stage.h"

G_BEGIN_DECLS

MullDeal *mull_cli_find_deal (MullWorkspace *workspace,
                              const char *text,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullDossier *mull_cli_load_dossier (MullWorkspace *workspace,
                                    const char *text,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_cli_find_pipeline (MullWorkspace *workspace,
                                 const char *text,
                                 gint64 *pipeline_id,
                                 GError **error);
MullStage *mull_cli_find_stage (MullWorkspace *workspace,
                                gint64 pipeline_id,
                                const char *text,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_cli_find_member (MullWorkspace *workspace,
                               const MullDeal *deal,
                               const char *text,
                               gint64 *person_id,
                               GError **error);
gboolean mull_cli_find_contact (MullWorkspace *workspace,
                                const char *text,
                                gint64 *person_id,
                                gint64 *company_id,
                                GError **error);
MullCommitment *mull_cli_find_promise (MullWorkspace *workspace,
                                       const char *text,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullRoadblock *mull_cli_find_roadblock (MullWorkspace *workspace,
                                        const char *text,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
