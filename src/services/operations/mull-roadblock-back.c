/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-roadblock-back"

#include "config.h"

#include "mull-roadblock-ops.h"

#include "mull-entry-words.h"
#include "mull-error.h"
#include "mull-ops-call.h"
#include "mull-ops-private.h"
#include "mull-roadblock-store.h"
#include "mull-script.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/* Bringing what it takes back to them: the script for the call, or the call itself. */

#define SCRIPT_KIND "roadblock"

static MullScript *
script_new (MullWorkspace *workspace, const MullRoadblock *roadblock)
{
  MullScript *script = mull_script_new ();

  mull_take_text (&script->uuid, mull_uuid_new ());
  mull_set_text (&script->kind, SCRIPT_KIND);
  script->deal_id = roadblock->deal_id;
  script->person_id = roadblock->symptom_by_id;
  script->roadblock_id = roadblock->record.id;
  script->created_at = mull_workspace_get_now (workspace);
  return script;
}

/**
 * mull_roadblock_ops_open_script:
 * @script_id: (out): the script for the call that brings it back to them: the one that was begun,
 *   or a new one
 */
gboolean
mull_roadblock_ops_open_script (MullWorkspace *workspace,
                                gint64 roadblock_id,
                                gint64 *script_id,
                                GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullRoadblock) roadblock = mull_roadblock_store_get (db, roadblock_id, error);
  g_autoptr (MullScript) script = NULL;

  if (roadblock == NULL || !mull_roadblock_store_find_script (db, roadblock_id, script_id, error))
    return FALSE;
  if (*script_id != 0)
    return TRUE;
  script = script_new (workspace, roadblock);
  if (!mull_workspace_transact (workspace, MULL_OP_WRITE_SCRIPT,
                                /* Translators: a step of the history */
                                _ ("Script about the roadblock"), roadblock->deal_id, mull_ops_save,
                                script, error))
    return FALSE;
  *script_id = script->record.id;
  return TRUE;
}

typedef struct
{
  MullEntry *entry;
  MullEntryWords *words; /* nullable */
  MullScript *script;
  MullOpsCall *ops;
} Back;

static gboolean
bring_back (MullDatabase *db, gpointer user_data, GError **error)
{
  Back *back = user_data;

  return mull_ops_call_write_entry (back->ops, db, back->entry, back->words, back->script, error) &&
         mull_ops_save (db, back->script, error);
}

/* They were there, or there would be nothing to write down. */
static MullEntry *
entry_new (MullWorkspace *workspace, const MullRoadblock *roadblock, const char *text)
{
  MullEntry *entry = mull_entry_new ();

  entry->deal_id = roadblock->deal_id;
  entry->person_id = roadblock->symptom_by_id;
  entry->kind = MULL_ENTRY_CALL;
  entry->direction = MULL_DIRECTION_BOTH;
  entry->reached = TRUE;
  entry->happened_at = entry->written_at = mull_workspace_get_now (workspace);
  entry->happened_offset =
      mull_clock_offset_of (mull_workspace_get_clock (workspace), entry->happened_at);
  mull_set_text (&entry->text, text);
  return entry;
}

static MullEntryWords *
words_new (const MullRoadblock *roadblock, const char *text)
{
  MullEntryWords *words;

  if (*text == '\0')
    return NULL;
  words = mull_entry_words_new ();
  words->person_id = roadblock->symptom_by_id;
  mull_set_text (&words->words, text);
  return words;
}

/**
 * mull_roadblock_ops_bring_back:
 * @said: what we brought them
 * @words: what they said to it, in their words
 * @pass: (nullable): why they are reached for although they asked to be left alone
 * @entry_id: (out) (optional): that call
 *
 * Writes down the call in which they heard what we can do about it.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if there is nothing to write down
 */
gboolean
mull_roadblock_ops_bring_back (MullWorkspace *workspace,
                               gint64 roadblock_id,
                               const char *said,
                               const char *words,
                               const MullQuietPass *pass,
                               gint64 *entry_id,
                               GError **error)
{
  g_autoptr (MullRoadblock) roadblock =
      mull_roadblock_store_get (mull_workspace_get_database (workspace), roadblock_id, error);
  g_autoptr (MullEntry) entry = NULL;
  g_autoptr (MullEntryWords) quoted = NULL;
  g_autoptr (MullScript) script = NULL;
  g_autofree char *clean_said = g_strdup (said);
  g_autofree char *clean_words = g_strdup (words);
  g_auto (MullOpsCall) ops = { 0 };
  Back back;

  if (roadblock == NULL || !mull_ops_clean_body (&clean_said, _ ("What you brought them"), error) ||
      !mull_ops_clean_body (&clean_words, _ ("Their words"), error))
    return FALSE;
  if (*clean_said == '\0' && *clean_words == '\0')
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("Write down what you brought them, or what they said to it."));
      return FALSE;
    }
  entry = entry_new (workspace, roadblock, clean_said);
  quoted = words_new (roadblock, clean_words);
  script = script_new (workspace, roadblock);
  script->state = MULL_SCRIPT_CALLED;
  script->outcome = MULL_SCRIPT_OUTCOME_GOT_IT;
  script->tries = 1;
  script->called_at = entry->happened_at;
  if (!mull_ops_call_ask_guard (&ops, workspace, 0, entry, NULL, pass, error))
    return FALSE;
  back = (Back){ entry, quoted, script, &ops };
  if (!mull_workspace_transact (workspace, MULL_OP_ROADBLOCK,
                                /* Translators: a step of the history */
                                _ ("Bring it back to them"), roadblock->deal_id, bring_back, &back,
                                error))
    return FALSE;
  if (entry_id != NULL)
    *entry_id = entry->record.id;
  return TRUE;
}
