/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-ops"

#include "config.h"

#include "mull-deal-ops.h"

#include "mull-deal-store.h"
#include "mull-error.h"
#include "mull-ops-private.h"
#include "mull-pipeline-ops.h"
#include "mull-record-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/* ── Adding ───────────────────────────────────────────────────────────── */

typedef struct
{
  MullClock *clock;
  const MullNewDeal *spec;
  MullDeal *deal;
} AddArgs;

static gboolean
add_deal (MullDatabase *db, gpointer user_data, GError **error)
{
  AddArgs *args = user_data;
  MullDeal *deal = args->deal;
  gint64 person_id = 0, member_id;

  if (args->spec->company != NULL &&
      !mull_ops_ensure_company (db, args->clock, args->spec->company, &deal->company_id, error))
    return FALSE;
  if (!mull_ops_place_deal (db, deal->stage_id, FALSE, &deal->rank, error) ||
      !mull_record_store_insert (db, deal, error))
    return FALSE;
  if (args->spec->person != NULL && !mull_ops_ensure_person (db, args->clock, args->spec->person,
                                                             deal->company_id, &person_id, error))
    return FALSE;
  return person_id == 0 ||
         mull_ops_ensure_member (db, deal->record.id, person_id, &member_id, error);
}

static char *
clean_title (const char *title, GError **error)
{
  /* Translators: a field of a form, named in an error message */
  g_autofree char *clean = mull_text_clean_line (title, _ ("Title"), error);

  if (clean != NULL && *clean == '\0')
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("A deal needs a title. Type one."));
      return NULL;
    }
  return g_steal_pointer (&clean);
}

static gboolean
first_stage (MullWorkspace *workspace, gint64 *stage_id, GError **error)
{
  gint64 pipeline_id;
  g_autoptr (GPtrArray) stages = NULL;

  if (!mull_pipeline_ops_ensure (workspace, &pipeline_id, error))
    return FALSE;
  stages = mull_stage_list (workspace, pipeline_id, error);
  if (stages == NULL)
    return FALSE;
  if (stages->len == 0)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
                           _ ("This pipeline has no stages. Add a stage first."));
      return FALSE;
    }
  *stage_id = ((MullStage *) stages->pdata[0])->record.id;
  return TRUE;
}

/**
 * mull_deal_ops_add:
 * @spec: what is known of the deal
 * @deal_id: (out) (optional): the new deal
 *
 * Adds a deal at the top of its stage.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if the title is empty or a text is not acceptable
 */
gboolean
mull_deal_ops_add (MullWorkspace *workspace,
                   const MullNewDeal *spec,
                   gint64 *deal_id,
                   GError **error)
{
  g_autoptr (MullDeal) deal = mull_deal_new ();
  g_autofree char *title = clean_title (spec->title, error);
  g_autofree char *label = NULL;
  AddArgs args = { mull_workspace_get_clock (workspace), spec, deal };

  if (title == NULL)
    return FALSE;
  deal->stage_id = spec->stage_id;
  if (deal->stage_id == 0 && !first_stage (workspace, &deal->stage_id, error))
    return FALSE;
  mull_take_text (&deal->uuid, mull_uuid_new ());
  /* Translators: a step of the history; %s is the title of a deal */
  label = g_strdup_printf (_ ("Add “%s”"), title);
  mull_take_text (&deal->title, g_steal_pointer (&title));
  if (mull_money_is_set (&spec->value))
    {
      deal->value_minor = spec->value.minor;
      g_strlcpy (deal->currency, spec->value.currency, sizeof deal->currency);
    }
  deal->expected_on = spec->expected_on;
  deal->created_at = deal->stage_since_at = mull_workspace_get_now (workspace);
  if (!mull_workspace_transact (workspace, MULL_OP_ADD_DEAL, label, 0, add_deal, &args, error))
    return FALSE;
  if (deal_id != NULL)
    *deal_id = deal->record.id;
  return TRUE;
}

/* ── Changing ─────────────────────────────────────────────────────────── */

typedef struct
{
  MullClock *clock;
  const MullDeal *before;
  MullDeal *after;
} EditArgs;

static char *
value_text (const MullDeal *deal)
{
  MullMoney value;

  if (deal->value_minor == MULL_NUMBER_NONE ||
      !mull_money_init (&value, deal->value_minor, deal->currency, NULL))
    return g_strdup ("");
  return mull_money_format (&value);
}

static gboolean
write_value_change (MullDatabase *db, EditArgs *args, GError **error)
{
  g_autofree char *old_value = value_text (args->before);
  g_autofree char *new_value = value_text (args->after);
  g_autofree char *text = NULL;

  if (g_str_equal (old_value, new_value))
    return TRUE;
  if (*old_value == '\0')
    /* Translators: a line of the timeline; %s is an amount */
    text = g_strdup_printf (_ ("Value set to %s"), new_value);
  else if (*new_value == '\0')
    /* Translators: a line of the timeline; %s is an amount */
    text = g_strdup_printf (_ ("Value of %s removed"), old_value);
  else
    /* Translators: a line of the timeline; both are amounts */
    text = g_strdup_printf (_ ("Value changed from %s to %s"), old_value, new_value);
  return mull_ops_write_change (db, args->clock, args->after->record.id, MULL_ENTRY_FIELD, text, "",
                                "value", old_value, new_value, error);
}

static gboolean
write_date_change (MullDatabase *db, EditArgs *args, GError **error)
{
  MullDay before = args->before->expected_on, after = args->after->expected_on;
  g_autofree char *old_iso = before != MULL_DAY_NONE ? mull_day_to_iso (before) : g_strdup ("");
  g_autofree char *new_iso = after != MULL_DAY_NONE ? mull_day_to_iso (after) : g_strdup ("");
  g_autofree char *old_text = before != MULL_DAY_NONE ? mull_day_format (before) : NULL;
  g_autofree char *new_text = after != MULL_DAY_NONE ? mull_day_format (after) : NULL;
  g_autofree char *text = NULL;

  if (before == after)
    return TRUE;
  if (old_text == NULL)
    /* Translators: a line of the timeline; %s is a date */
    text = g_strdup_printf (_ ("Their date is %s"), new_text);
  else if (new_text == NULL)
    /* Translators: a line of the timeline; %s is a date */
    text = g_strdup_printf (_ ("Their date, %s, no longer holds"), old_text);
  else
    /* Translators: a line of the timeline; both are dates */
    text = g_strdup_printf (_ ("Their date moved from %s to %s"), old_text, new_text);
  return mull_ops_write_change (db, args->clock, args->after->record.id, MULL_ENTRY_FIELD, text, "",
                                "expected-on", old_iso, new_iso, error);
}

static gboolean
update_deal (MullDatabase *db, gpointer user_data, GError **error)
{
  EditArgs *args = user_data;

  return mull_record_store_update (db, args->after, error) &&
         write_value_change (db, args, error) && write_date_change (db, args, error);
}

static gboolean
change_deal (MullWorkspace *workspace,
             MullOp op,
             const char *label,
             const MullDeal *before,
             MullDeal *after,
             GError **error)
{
  EditArgs args = { mull_workspace_get_clock (workspace), before, after };

  if (mull_record_equal (before, after))
    return TRUE;
  return mull_workspace_transact (workspace, op, label, before->record.id, update_deal, &args,
                                  error);
}

/**
 * mull_deal_ops_update:
 * @deal: a changed copy of the deal as it was read
 *
 * Saves the fields that a form edits. A new value or date of theirs leaves a line on the timeline.
 */
gboolean
mull_deal_ops_update (MullWorkspace *workspace, const MullDeal *deal, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullDeal) before = mull_deal_store_get (db, deal->record.id, error);
  g_autoptr (MullDeal) after = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  if (before == NULL || (title = clean_title (deal->title, error)) == NULL)
    return FALSE;
  after = mull_deal_copy (deal);
  mull_take_text (&after->title, g_steal_pointer (&title));
  /* Translators: a step of the history; %s is the title of a deal */
  label = g_strdup_printf (_ ("Edit “%s”"), after->title);
  return change_deal (workspace, MULL_OP_EDIT_DEAL, label, before, after, error);
}

typedef struct
{
  MullClock *clock;
  MullDeal *deal;
  const char *company;
} CompanyArgs;

static gboolean
set_company (MullDatabase *db, gpointer user_data, GError **error)
{
  CompanyArgs *args = user_data;

  return mull_ops_ensure_company (db, args->clock, args->company, &args->deal->company_id, error) &&
         mull_record_store_update (db, args->deal, error);
}

/**
 * mull_deal_ops_set_company:
 * @company: its name, found or created; empty for none
 */
gboolean
mull_deal_ops_set_company (MullWorkspace *workspace,
                           gint64 deal_id,
                           const char *company,
                           GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullDeal) before = mull_deal_store_get (db, deal_id, error);
  g_autoptr (MullDeal) after = NULL;
  g_autofree char *label = NULL;
  CompanyArgs args;

  if (before == NULL)
    return FALSE;
  after = mull_deal_copy (before);
  /* Translators: a step of the history; %s is the title of a deal */
  label = g_strdup_printf (_ ("Set the company of “%s”"), before->title);
  args = (CompanyArgs){ mull_workspace_get_clock (workspace), after, company };
  return mull_workspace_transact (workspace, MULL_OP_EDIT_DEAL, label, deal_id, set_company, &args,
                                  error);
}

/**
 * mull_deal_dup_title:
 *
 * Returns: (transfer full) (nullable): the title of the deal, %NULL if it is gone
 */
char *
mull_deal_dup_title (MullWorkspace *workspace, gint64 deal_id)
{
  g_autoptr (MullDeal) deal =
      mull_deal_store_get (mull_workspace_get_database (workspace), deal_id, NULL);

  return deal != NULL ? g_strdup (deal->title) : NULL;
}
