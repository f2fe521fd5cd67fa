/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-guard-pass"

#include "config.h"

#include "mull-guard-pass.h"

#include "mull-script-ops.h"

/* Between the guard and the moment in which the call is written down the pass is a draft: it is no
 * content yet, and still there after a crash in the middle of the call. */

/* Not by the number of the script, which another one gets when the making of this one is undone:
 * that would be a pass for somebody else. */
static char *
dup_key (MullWorkspace *workspace, gint64 script_id, GError **error)
{
  g_autoptr (MullScript) script = mull_script_load (workspace, script_id, error);

  return script != NULL ? g_strconcat ("quiet-pass:", script->uuid, NULL) : NULL;
}

/**
 * mull_kept_pass_clear:
 *
 * Frees what it holds.
 */
void
mull_kept_pass_clear (MullKeptPass *self)
{
  g_clear_pointer (&self->why, g_free);
  self->is_set = FALSE;
}

/**
 * mull_kept_pass_get:
 *
 * Returns: (transfer none) (nullable): the pass; %NULL if there is none
 */
const MullQuietPass *
mull_kept_pass_get (const MullKeptPass *self)
{
  return self->is_set ? &self->pass : NULL;
}

/**
 * mull_guard_keep_pass:
 * @script_id: the script of the call
 * @pass: (nullable): why they are called all the same; %NULL forgets it
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if @pass does not say why, or %MULL_ERROR_NOT_FOUND if
 *   there is no such script
 */
gboolean
mull_guard_keep_pass (MullWorkspace *workspace,
                      gint64 script_id,
                      const MullQuietPass *pass,
                      GError **error)
{
  g_autofree char *key = dup_key (workspace, script_id, error);
  g_autofree char *text = NULL;

  if (key == NULL)
    return FALSE;
  if (pass != NULL)
    {
      if (!mull_quiet_check_pass (pass, error))
        return FALSE;
      text = g_strdup_printf ("%s\n%s", mull_enum_nick (MULL_TYPE_QUIET_REASON, (int) pass->reason),
                              pass->why != NULL ? pass->why : "");
    }
  return mull_workspace_set_draft (workspace, key, text, error);
}

/**
 * mull_guard_load_pass:
 * @script_id: the script of the call
 * @kept: (out caller-allocates): the pass that is kept for it, if any
 *
 * Finds what mull_guard_keep_pass() kept.
 */
void
mull_guard_load_pass (MullWorkspace *workspace, gint64 script_id, MullKeptPass *kept)
{
  g_autofree char *key = dup_key (workspace, script_id, NULL);
  g_autofree char *text = key != NULL ? mull_workspace_dup_draft (workspace, key) : NULL;
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, "\n", 2) : NULL;
  int reason;

  *kept = (MullKeptPass){ 0 };
  if (parts == NULL || parts[0] == NULL || parts[1] == NULL ||
      !mull_enum_from_nick (MULL_TYPE_QUIET_REASON, parts[0], &reason))
    return;
  kept->is_set = TRUE;
  kept->why = g_strdup (parts[1]);
  kept->pass = (MullQuietPass){ (MullQuietReason) reason, kept->why };
}
