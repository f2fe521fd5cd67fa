/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-lookup"

#include "config.h"

#include "mull-cli-lookup.h"

#include "mull-cli-options.h"
#include "mull-contact-list-store.h"
#include "mull-deal-list-store.h"
#include "mull-deal-store.h"
#include "mull-error.h"
#include "mull-pipeline-ops.h"
#include "mull-record-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/* How many of several that fit are named. */
#define MAX_NAMED 5

/* ── Names ────────────────────────────────────────────────────────────── */

/**
 * Choice:
 * @fits: how many begin with the text
 * @whole: how many are the text
 * @id: the last one that fits, or the last whole one if there is any
 * @names: those that fit, for a message
 *
 * What a text may mean: a name that it is, before one that it begins.
 */
typedef struct
{
  guint fits;
  guint whole;
  gint64 id;
  GString *names;
} Choice;

static void
choice_add (Choice *choice, gint64 id, const char *name, gboolean whole, gboolean with_id)
{
  g_autofree char *shown = mull_cli_shown (name);

  if (choice->fits < MAX_NAMED)
    {
      g_string_append_printf (choice->names, "%s“%s”", choice->fits > 0 ? ", " : "", shown);
      if (with_id)
        g_string_append_printf (choice->names, " (%" G_GINT64_FORMAT ")", id);
    }
  else if (choice->fits == MAX_NAMED)
    g_string_append (choice->names, ", …");
  choice->fits++;
  if (whole)
    choice->whole++;
  if (whole || choice->whole == 0)
    choice->id = id;
}

static gboolean
choice_is_clear (const Choice *choice)
{
  return choice->whole == 1 || (choice->whole == 0 && choice->fits == 1);
}

static void
choice_offer (Choice *choice, const char *text, gint64 id, const char *name)
{
  g_autofree char *wanted = mull_text_fold (text);
  g_autofree char *folded = mull_text_fold (name);

  if (g_str_has_prefix (folded, wanted))
    choice_add (choice, id, name, g_str_equal (folded, wanted), FALSE);
}

static gboolean
check_text (const char *text, const char *what, GError **error)
{
  if (g_utf8_validate (text, -1, NULL))
    return TRUE;
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               /* Translators: the argument is "DEAL" or "STAGE", as in a usage line */
               _ ("%s contains bytes that are not text (not UTF-8). Type it again."), what);
  return FALSE;
}

/* ── Deals ────────────────────────────────────────────────────────────── */

static void
add_title (gint64 deal_id, const char *title, gboolean whole, gpointer choice)
{
  choice_add (choice, deal_id, title, whole, TRUE);
}

static MullDeal *
refuse_deal (const Choice *choice, const char *text, GError **error)
{
  g_autofree char *shown = mull_cli_shown (text);

  if (choice->fits == 0)
    g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                 /* Translators: the argument is what was typed for a deal */
                 _ ("There is no deal “%s”: no id, and no title begins with it. “mulligan list "
                    "deals” shows them all."),
                 shown);
  else
    g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                 /* Translators: what was typed for a deal, and the titles and ids it may mean */
                 _ ("“%s” may be any of %u deals: %s. Type more of the title, or the id."), shown,
                 choice->whole > 1 ? choice->whole : choice->fits, choice->names->str);
  return NULL;
}

static gboolean
get_by_id (MullDatabase *db, const char *text, MullDeal **deal, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 id;

  *deal = NULL;
  if (!g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    return TRUE;
  *deal = mull_deal_store_get (db, id, &local_error);
  if (*deal != NULL || g_error_matches (local_error, MULL_ERROR, MULL_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * mull_cli_find_deal:
 * @text: an id, a title, or the unambiguous beginning of one
 *
 * Returns: (transfer full) (nullable): the deal, never one in the trash
 */
MullDeal *
mull_cli_find_deal (MullWorkspace *workspace, const char *text, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (MullDeal) deal = NULL;
  g_autofree char *wanted = NULL;
  Choice choice = { 0, 0, 0, names };

  if (!check_text (text, "DEAL", error) || !get_by_id (db, text, &deal, error))
    return NULL;
  if (deal != NULL && deal->trashed_at == MULL_INSTANT_NONE)
    return g_steal_pointer (&deal);
  /* No title is as long as that. */
  wanted = g_utf8_strlen (text, -1) <= MULL_TEXT_LINE_MAX ? mull_text_fold (text) : g_strdup ("");
  if (*wanted != '\0' && !mull_deal_list_store_match_title (db, text, add_title, &choice, error))
    return NULL;
  if (choice_is_clear (&choice))
    return mull_deal_store_get (db, choice.id, error);
  if (choice.fits == 0 && deal != NULL)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                   /* Translators: the argument is the title of a deal */
                   _ ("“%s” is in the trash. Restore it in the window first."), deal->title);
      return NULL;
    }
  return refuse_deal (&choice, text, error);
}

/**
 * mull_cli_load_dossier:
 *
 * Returns: (transfer full) (nullable): everything about the deal that mull_cli_find_deal() finds
 */
MullDossier *
mull_cli_load_dossier (MullWorkspace *workspace, const char *text, GError **error)
{
  g_autoptr (MullDeal) deal = mull_cli_find_deal (workspace, text, error);

  return deal != NULL ? mull_dossier_load (workspace, deal->record.id, error) : NULL;
}

/* ── Pipelines, stages, people ────────────────────────────────────────── */

/**
 * mull_cli_find_pipeline:
 * @text: (nullable): its name or the beginning of it; %NULL for the first pipeline
 * @pipeline_id: (out): the pipeline, or 0 if there is none at all
 */
gboolean
mull_cli_find_pipeline (MullWorkspace *workspace,
                        const char *text,
                        gint64 *pipeline_id,
                        GError **error)
{
  g_autoptr (GPtrArray) pipelines = mull_pipeline_list (workspace, error);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *shown = NULL;
  Choice choice = { 0, 0, 0, names };

  *pipeline_id = 0;
  if (pipelines == NULL || (text != NULL && !check_text (text, "PIPELINE", error)))
    return FALSE;
  for (guint i = 0; i < pipelines->len; i++)
    {
      const MullPipeline *pipeline = pipelines->pdata[i];

      if (text != NULL)
        choice_offer (&choice, text, pipeline->record.id, pipeline->name);
      else if (i == 0)
        choice_add (&choice, pipeline->record.id, pipeline->name, TRUE, FALSE);
      g_string_append_printf (all, "%s“%s”", i > 0 ? ", " : "", pipeline->name);
    }
  if (choice_is_clear (&choice) || (text == NULL && pipelines->len == 0))
    {
      *pipeline_id = choice.id;
      return TRUE;
    }
  shown = mull_cli_shown (text);
  if (pipelines->len == 0)
    g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                 /* Translators: the argument is what was typed for a pipeline */
                 _ ("There is no pipeline “%s”, nor any other. Add a deal first."), shown);
  else
    g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                 /* Translators: what was typed for a pipeline, and the names of all of them */
                 _ ("“%s” names no pipeline, or several. There are: %s."), shown, all->str);
  return FALSE;
}

/**
 * mull_cli_find_stage:
 * @pipeline_id: whose stage it is
 * @text: its name or the beginning of it
 *
 * Returns: (transfer full) (nullable): the stage
 */
MullStage *
mull_cli_find_stage (MullWorkspace *workspace, gint64 pipeline_id, const char *text, GError **error)
{
  g_autoptr (GPtrArray) stages = mull_stage_list (workspace, pipeline_id, error);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *shown = NULL;
  Choice choice = { 0, 0, 0, names };

  if (stages == NULL || !check_text (text, "STAGE", error))
    return NULL;
  for (guint i = 0; i < stages->len; i++)
    {
      const MullStage *stage = stages->pdata[i];

      choice_offer (&choice, text, stage->record.id, stage->name);
      g_string_append_printf (all, "%s“%s”", i > 0 ? ", " : "", stage->name);
    }
  for (guint i = 0; i < stages->len && *text != '\0' && choice_is_clear (&choice); i++)
    if (((MullStage *) stages->pdata[i])->record.id == choice.id)
      return mull_stage_ref (stages->pdata[i]);
  shown = mull_cli_shown (text);
  g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
               /* Translators: what was typed for a stage, and the names of all of them */
               _ ("“%s” names no stage of this pipeline, or several. There are: %s."), shown,
               all->str);
  return NULL;
}

/**
 * mull_cli_find_member:
 * @text: (nullable): the name of somebody in the buying centre, or the beginning of it
 * @person_id: (inout): the person; as it was if there is no text
 */
gboolean
mull_cli_find_member (MullWorkspace *workspace,
                      const MullDeal *deal,
                      const char *text,
                      gint64 *person_id,
                      GError **error)
{
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *shown = NULL;
  Choice choice = { 0, 0, 0, names };

  if (text == NULL)
    return TRUE;
  dossier = mull_dossier_load (workspace, deal->record.id, error);
  if (dossier == NULL || !check_text (text, "--person", error))
    return FALSE;
  for (guint i = 0; i < dossier->people->len; i++)
    {
      const MullPerson *person = ((MullDossierPerson *) dossier->people->pdata[i])->person;

      choice_offer (&choice, text, person->record.id, person->name);
      g_string_append_printf (all, "%s“%s”", i > 0 ? ", " : "", person->name);
    }
  if (*text != '\0' && choice_is_clear (&choice))
    {
      *person_id = choice.id;
      return TRUE;
    }
  shown = mull_cli_shown (text);
  if (all->len == 0)
    g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                 /* Translators: the name of a person, and the title of a deal */
                 _ ("“%s” is not in the buying centre of “%s”, nor is anybody. Add them with "
                    "“mulligan add person”."),
                 shown, deal->title);
  else
    g_set_error (
        error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
        /* Translators: the name of a person, the title of a deal, names of people */
        _ ("“%s” names nobody in the buying centre of “%s”, or several. There are: %s. Add "
           "others with “mulligan add person”."),
        shown, deal->title, all->str);
  return FALSE;
}

/* ── People and companies ─────────────────────────────────────────────── */

typedef struct
{
  Choice choice;
  const char *text;
} ContactSearch;

/* People have even numbers here, companies odd ones. */
static void
offer_person (const MullPersonRow *row, gpointer user_data)
{
  ContactSearch *search = user_data;

  choice_offer (&search->choice, search->text, row->id * 2, row->name);
}

static void
offer_company (const MullCompanyRow *row, gpointer user_data)
{
  ContactSearch *search = user_data;

  choice_offer (&search->choice, search->text, row->id * 2 + 1, row->name);
}

/**
 * mull_cli_find_contact:
 * @text: the name of a person or a company, or the beginning of it
 * @person_id: (out): the person, or 0
 * @company_id: (out): the company, or 0
 */
gboolean
mull_cli_find_contact (MullWorkspace *workspace,
                       const char *text,
                       gint64 *person_id,
                       gint64 *company_id,
                       GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (GString) names = g_string_new (NULL);
  ContactSearch search = { { 0, 0, 0, names }, text };
  g_autofree char *shown = NULL;

  *person_id = *company_id = 0;
  if (!check_text (text, "PERSON|COMPANY", error) ||
      !mull_person_list_store_read (db, offer_person, &search, error) ||
      !mull_company_list_store_read (db, offer_company, &search, error))
    return FALSE;
  if (*text != '\0' && choice_is_clear (&search.choice))
    {
      *(search.choice.id % 2 == 0 ? person_id : company_id) = search.choice.id / 2;
      return TRUE;
    }
  shown = mull_cli_shown (text);
  if (search.choice.fits == 0)
    g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                 /* Translators: the argument is what was typed for a person or a company */
                 _ ("Nobody is called “%s”, and no company. “mulligan list people” and “mulligan "
                    "list companies” show them all."),
                 shown);
  else
    g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                 /* Translators: what was typed for a person or a company, and the names that it
                  * may mean */
                 _ ("“%s” may be any of these: %s. Type more of the name."), shown, names->str);
  return FALSE;
}

/* ── Numbers ──────────────────────────────────────────────────────────── */

/* @missing says that there is nothing of that number. */
static gpointer
find_by_number (MullWorkspace *workspace,
                const MullRecordType *type,
                const char *text,
                const char *missing,
                GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gpointer record = NULL;
  gint64 id;

  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    record =
        mull_record_store_get (mull_workspace_get_database (workspace), type, id, &local_error);
  if (record != NULL)
    return record;
  if (local_error != NULL && !g_error_matches (local_error, MULL_ERROR, MULL_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_NOT_FOUND, missing);
  return NULL;
}

/**
 * mull_cli_find_promise:
 * @text: the number of a promise, as “promises” shows it
 *
 * Returns: (transfer full) (nullable): the promise
 */
MullCommitment *
mull_cli_find_promise (MullWorkspace *workspace, const char *text, GError **error)
{
  g_autofree char *shown = mull_cli_shown (text);
  /* Translators: %s is what was typed for the number of a promise */
  g_autofree char *missing = g_strdup_printf (
      _ ("There is no promise “%s”. “mulligan promises DEAL” shows their numbers."), shown);

  return find_by_number (workspace, &mull_commitment_type, text, missing, error);
}

/**
 * mull_cli_find_roadblock:
 * @text: the number of a roadblock, as “roadblock list” shows it
 *
 * Returns: (transfer full) (nullable): the roadblock
 */
MullRoadblock *
mull_cli_find_roadblock (MullWorkspace *workspace, const char *text, GError **error)
{
  g_autofree char *shown = mull_cli_shown (text);
  /* Translators: the argument is what was typed for the number of a roadblock */
  g_autofree char *missing = g_strdup_printf (
      _ ("There is no roadblock “%s”. “mulligan roadblock list” shows their numbers."), shown);

  return find_by_number (workspace, &mull_roadblock_type, text, missing, error);
}
