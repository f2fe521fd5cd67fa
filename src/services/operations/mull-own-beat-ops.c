/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-own-beat-ops"

#include "config.h"

#include "mull-own-beat-ops.h"

#include "mull-error.h"
#include "mull-ops-private.h"
#include "mull-own-beat-store.h"
#include "mull-record-store.h"
#include "mull-script-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/* How much of a wording without a name stands in the history. */
#define EXCERPT 60

static int
compare (gconstpointer a, gconstpointer b)
{
  return mull_wording_compare (*(MullWording *const *) a, *(MullWording *const *) b);
}

/**
 * mull_own_beat_dup_wordings:
 * @kind: (nullable): id of a template, %NULL for every one
 * @beat: (nullable): id of one of its beats, %NULL for every one
 *
 * Returns: (transfer full) (element-type MullWording) (nullable): what the rep keeps, in the order
 *   in which it is offered
 */
GPtrArray *
mull_own_beat_dup_wordings (MullWorkspace *workspace,
                            const char *kind,
                            const char *beat,
                            GError **error)
{
  GPtrArray *wordings =
      mull_own_beat_store_list (mull_workspace_get_database (workspace), kind, beat, error);

  if (wordings != NULL)
    g_ptr_array_sort (wordings, compare);
  return wordings;
}

/**
 * mull_own_beat_load:
 *
 * Returns: (transfer full) (nullable): the wording; %NULL with %MULL_ERROR_NOT_FOUND if there is
 *   none
 */
MullOwnBeat *
mull_own_beat_load (MullWorkspace *workspace, gint64 id, GError **error)
{
  return mull_own_beat_store_get (mull_workspace_get_database (workspace), id, error);
}

/* ── Writing ──────────────────────────────────────────────────────────── */

typedef struct
{
  MullOwnBeat *own;
  gint64 script_id;
  const char *text;
} Args;

static char *
dup_shown (const MullOwnBeat *own)
{
  return mull_text_excerpt (*own->name != '\0' ? own->name : own->text, EXCERPT);
}

/* Keeping the same words twice would part what is known of how they did. */
static gboolean
check_new (MullDatabase *db, const MullOwnBeat *own, GError **error)
{
  g_autoptr (GPtrArray) wordings = mull_own_beat_store_list (db, own->kind, own->beat, error);

  if (wordings == NULL)
    return FALSE;
  for (guint i = 0; i < wordings->len; i++)
    {
      const MullOwnBeat *other = ((MullWording *) wordings->pdata[i])->own;

      if (other->record.id != own->record.id && g_str_equal (other->text, own->text))
        {
          g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
                               _ ("You keep this wording already. Change it, or choose it from "
                                  "the list."));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
clean (MullDatabase *db, MullOwnBeat *own, GError **error)
{
  /* Translators: fields of a form about a wording that the rep keeps */
  if (!mull_ops_clean_line (&own->name, _ ("Name"), error) ||
      !mull_ops_clean_body (&own->text, _ ("Wording"), error))
    return FALSE;
  if (*own->text == '\0')
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("There is nothing to keep yet. Write what you would say."));
      return FALSE;
    }
  return check_new (db, own, error);
}

static gboolean
keep (MullDatabase *db, gpointer user_data, GError **error)
{
  Args *args = user_data;

  return mull_record_store_insert (db, args->own, error) &&
         (args->text == NULL ||
          mull_script_beat_store_write_own (db, args->script_id, args->own->beat, args->text,
                                            args->own->record.id, error));
}

/**
 * mull_own_beat_ops_keep:
 * @own: kind, beat, name and text of the wording
 * @script_id: the script it was written in, whose call is the first that it counts for; 0 for none
 * @id: (out) (optional): the wording
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if it is empty, %MULL_ERROR_CONSTRAINT if it is kept
 *   already
 */
gboolean
mull_own_beat_ops_keep (MullWorkspace *workspace,
                        const MullOwnBeat *own,
                        gint64 script_id,
                        gint64 *id,
                        GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullOwnBeat) kept = mull_own_beat_copy (own);
  g_autoptr (MullScript) script = NULL;
  g_autoptr (GHashTable) written = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *label = NULL;
  Args args = { kept, script_id, NULL };

  if (!clean (db, kept, error) ||
      (script_id != 0 && ((script = mull_script_store_get (db, script_id, error)) == NULL ||
                          (written = mull_script_beat_store_read (db, script_id, error)) == NULL)))
    return FALSE;
  if (written != NULL)
    args.text = g_hash_table_lookup (written, kept->beat);
  mull_take_text (&kept->uuid, mull_uuid_new ());
  kept->created_at = mull_workspace_get_now (workspace);
  shown = dup_shown (kept);
  /* Translators: a step of the history; %s is a wording or its name */
  label = g_strdup_printf (_ ("Keep the wording “%s”"), shown);
  if (!mull_workspace_transact (workspace, MULL_OP_EDIT_LIBRARY, label,
                                script != NULL ? script->deal_id : 0, keep, &args, error))
    return FALSE;
  if (id != NULL)
    *id = kept->record.id;
  return TRUE;
}

/**
 * mull_own_beat_ops_edit:
 * @own: the wording as it is to be
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if it is empty, %MULL_ERROR_CONSTRAINT if another one
 *   says the same
 */
gboolean
mull_own_beat_ops_edit (MullWorkspace *workspace, const MullOwnBeat *own, GError **error)
{
  g_autoptr (MullOwnBeat) edited = mull_own_beat_copy (own);
  g_autofree char *shown = NULL;
  g_autofree char *label = NULL;

  if (!clean (mull_workspace_get_database (workspace), edited, error))
    return FALSE;
  shown = dup_shown (edited);
  /* Translators: a step of the history; %s is a wording or its name */
  label = g_strdup_printf (_ ("Change the wording “%s”"), shown);
  return mull_workspace_transact (workspace, MULL_OP_EDIT_LIBRARY, label, 0, mull_ops_save, edited,
                                  error);
}

static gboolean
remove_own (MullDatabase *db, gpointer user_data, GError **error)
{
  const MullOwnBeat *own = user_data;

  return mull_record_store_delete (db, &mull_own_beat_type, own->record.id, error);
}

/**
 * mull_own_beat_ops_remove:
 * @id: a wording; scripts that use it keep their text
 */
gboolean
mull_own_beat_ops_remove (MullWorkspace *workspace, gint64 id, GError **error)
{
  g_autoptr (MullOwnBeat) own = mull_own_beat_load (workspace, id, error);
  g_autofree char *shown = NULL;
  g_autofree char *label = NULL;

  if (own == NULL)
    return FALSE;
  shown = dup_shown (own);
  /* Translators: a step of the history; %s is a wording or its name */
  label = g_strdup_printf (_ ("Remove the wording “%s”"), shown);
  return mull_workspace_transact (workspace, MULL_OP_EDIT_LIBRARY, label, 0, remove_own, own,
                                  error);
}

static gboolean
use (MullDatabase *db, gpointer user_data, GError **error)
{
  Args *args = user_data;

  return mull_script_beat_store_write_own (db, args->script_id, args->own->beat, args->text,
                                           args->own->record.id, error);
}

/**
 * mull_own_beat_ops_use:
 * @id: a wording
 * @script_id: a script of its kind
 * @text: the wording, filled in for that call
 *
 * Puts a wording into a script, and counts it as used when the call is done.
 *
 * Returns: %FALSE with %MULL_ERROR_CONSTRAINT if it is for another kind of script
 */
gboolean
mull_own_beat_ops_use (MullWorkspace *workspace,
                       gint64 id,
                       gint64 script_id,
                       const char *text,
                       GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullOwnBeat) own = mull_own_beat_load (workspace, id, error);
  g_autoptr (MullScript) script = NULL;
  g_autofree char *clean_text = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *label = NULL;
  Args args;

  if (own == NULL || (script = mull_script_store_get (db, script_id, error)) == NULL ||
      /* Translators: a part of a script, named in an error message */
      (clean_text = mull_text_clean_body (text, _ ("Script"), error)) == NULL)
    return FALSE;
  if (!g_str_equal (own->kind, script->kind))
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
                           _ ("This wording is for another kind of script. Choose one that is for "
                              "this kind."));
      return FALSE;
    }
  args = (Args){ own, script_id, clean_text };
  shown = dup_shown (own);
  /* Translators: a step of the history; %s is a wording or its name */
  label = g_strdup_printf (_ ("Use the wording “%s”"), shown);
  return mull_workspace_transact (workspace, MULL_OP_WRITE_SCRIPT, label, script->deal_id, use,
                                  &args, error);
}
