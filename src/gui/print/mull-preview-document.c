/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-preview-document"

#include "config.h"

#include "mull-preview-document.h"

#include "mull-brief-loader.h"
#include "mull-help-request.h"
#include "mull-roadblock-case.h"
#include "mull-script-card.h"
#include "mull-script-desk.h"

#include <glib/gi18n-lib.h>

struct _MullPreviewDocument
{
  gatomicrefcount ref_count;
  gint64 deal_id;
  MullDay today;
  /* Owned: one of the three */
  MullBriefContent *content;
  MullRoadblockCase *help;
  MullScriptDesk *desk;
  /* Owned: with @desk */
  MullScriptComposition *composition;
};

static MullPreviewDocument *
document_new (MullWorkspace *workspace, gint64 deal_id)
{
  MullPreviewDocument *self = g_new0 (MullPreviewDocument, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->deal_id = deal_id;
  self->today = mull_workspace_get_today (workspace);
  return self;
}

/**
 * mull_preview_document_new_brief:
 * @workspace: the data
 * @deal_id: a deal
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the brief of the deal; %NULL with %MULL_ERROR_NOT_FOUND if
 *   there is no such deal
 */
MullPreviewDocument *
mull_preview_document_new_brief (MullWorkspace *workspace, gint64 deal_id, GError **error)
{
  g_autoptr (MullScriptComposition) composition = NULL;
  MullBriefContent *content;
  MullPreviewDocument *self;

  /* The script card is that of the do-over that is open, as on the command line. */
  if (!mull_script_desk_compose_open (workspace, deal_id, &composition, error))
    return NULL;
  content = mull_brief_loader_load (workspace, deal_id, composition, error);
  if (content == NULL)
    return NULL;
  self = document_new (workspace, deal_id);
  self->content = content;
  return self;
}

/**
 * mull_preview_document_new_help:
 * @workspace: the data
 * @roadblock_id: a roadblock
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the page that asks for help; %NULL with
 *   %MULL_ERROR_NOT_FOUND if there is no such roadblock
 */
MullPreviewDocument *
mull_preview_document_new_help (MullWorkspace *workspace, gint64 roadblock_id, GError **error)
{
  MullRoadblockCase *help = mull_roadblock_case_load (workspace, roadblock_id, error);
  MullPreviewDocument *self;

  if (help == NULL)
    return NULL;
  self = document_new (workspace, help->roadblock->deal_id);
  self->help = help;
  return self;
}

/**
 * mull_preview_document_new_script:
 * @workspace: the data
 * @script_id: a script
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the script, to be spoken from paper; %NULL with
 *   %MULL_ERROR_NOT_FOUND if there is no such script
 */
MullPreviewDocument *
mull_preview_document_new_script (MullWorkspace *workspace, gint64 script_id, GError **error)
{
  MullScriptDesk *desk = mull_script_desk_load (workspace, script_id, error);
  MullPreviewDocument *self;

  if (desk == NULL)
    return NULL;
  self = document_new (workspace, desk->script->deal_id);
  self->desk = desk;
  self->composition = mull_script_desk_compose_with (desk, NULL);
  return self;
}

static MullScriptCard
get_card (const MullPreviewDocument *self)
{
  return (MullScriptCard){ self->composition, self->desk->dossier, self->desk->person,
                           self->desk->phone };
}

/**
 * mull_preview_document_new_again:
 * @self: a document
 * @workspace: the data
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the same document as the data are now; %NULL with
 *   %MULL_ERROR_NOT_FOUND if what it is about is gone
 */
MullPreviewDocument *
mull_preview_document_new_again (const MullPreviewDocument *self,
                                 MullWorkspace *workspace,
                                 GError **error)
{
  if (self->help != NULL)
    return mull_preview_document_new_help (workspace, self->help->roadblock->record.id, error);
  if (self->desk != NULL)
    return mull_preview_document_new_script (workspace, self->desk->script->record.id, error);
  return mull_preview_document_new_brief (workspace, self->deal_id, error);
}

/**
 * mull_preview_document_ref:
 * @self: a document
 *
 * Returns: (transfer full): @self
 */
MullPreviewDocument *
mull_preview_document_ref (MullPreviewDocument *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * mull_preview_document_unref:
 * @self: (transfer full): a document
 */
void
mull_preview_document_unref (MullPreviewDocument *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->content, mull_brief_content_unref);
  g_clear_pointer (&self->help, mull_roadblock_case_unref);
  g_clear_pointer (&self->composition, mull_script_composition_unref);
  g_clear_pointer (&self->desk, mull_script_desk_free);
  g_free (self);
}

/**
 * mull_preview_document_get_deal_id:
 * @self: a document
 *
 * Returns: the deal that it is about
 */
gint64
mull_preview_document_get_deal_id (const MullPreviewDocument *self)
{
  return self->deal_id;
}

/**
 * mull_preview_document_is_brief:
 * @self: a document
 *
 * Returns: whether it may have two pages and may leave out what is confidential; a request for help
 *   and a script have as many pages as they need, and no secrets from whom they are for
 */
gboolean
mull_preview_document_is_brief (const MullPreviewDocument *self)
{
  return self->content != NULL;
}

/**
 * mull_preview_document_dup_title:
 * @self: a document
 *
 * Returns: (transfer full): what it is called, also as a file and as a print job
 */
char *
mull_preview_document_dup_title (const MullPreviewDocument *self)
{
  if (self->desk != NULL)
    {
      const MullScriptCard card = get_card (self);

      return mull_script_card_dup_title (&card);
    }
  return self->help != NULL ? mull_help_request_dup_title (self->help)
                            : g_strdup (self->content->title);
}

/**
 * mull_preview_document_dup_window_title:
 * @self: a document
 *
 * Returns: (transfer full): the title of a window that shows it
 */
char *
mull_preview_document_dup_window_title (const MullPreviewDocument *self)
{
  if (self->content == NULL)
    return mull_preview_document_dup_title (self);
  /* Translators: the title of a window; %s is the name of a deal. */
  return g_strdup_printf (_ ("Brief: %s"), self->content->title);
}

/**
 * mull_preview_document_lay_out:
 * @self: a document
 * @options: how; only a brief heeds more than the paper and the direction of writing
 *
 * Returns: (transfer full): its pages
 */
MullLayout *
mull_preview_document_lay_out (const MullPreviewDocument *self, const MullBriefOptions *options)
{
  if (self->desk != NULL)
    {
      const MullScriptCard card = get_card (self);

      return mull_script_card_lay_out (&card, options->paper, options->rtl);
    }
  if (self->help != NULL)
    return mull_help_request_new (self->help, self->today, options->paper, options->rtl);
  return mull_brief_new (self->content, options);
}
