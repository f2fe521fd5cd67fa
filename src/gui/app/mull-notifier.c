/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-notifier"

#include "config.h"

#include "mull-notifier.h"

#include "mull-reminders.h"

#include <glib/gi18n-lib.h>

#define LOOK_SECONDS 60
/* Changes come in bursts. */
#define SETTLE_SECONDS 2
/* Of the one notification that stands for many. */
#define SUMMARY "today"

struct _MullNotifier
{
  GObject parent_instance;

  /* Owned */
  MullWorkspace *workspace;
  GHashTable *shown; /* (element-type utf8): keys of what is on the screen */

  gboolean enabled;

  guint look_source;
  guint change_source;
};

G_DEFINE_FINAL_TYPE (MullNotifier, mull_notifier, G_TYPE_OBJECT)

typedef enum
{
  TELL,
  TAKE_BACK,
  N_SIGNALS
} MullNotifierSignals;

static guint signals[N_SIGNALS];

/* ── On the screen ────────────────────────────────────────────────────── */

static void
tell (MullNotifier *self, const char *key, const char *title, const char *body, gint64 deal_id)
{
  g_hash_table_add (self->shown, g_strdup (key));
  g_signal_emit (self, signals[TELL], 0, key, title, body, deal_id);
}

static void
tell_summary (MullNotifier *self, guint n)
{
  g_autofree char *title =
      g_strdup_printf (ngettext ("%u thing cannot wait", "%u things cannot wait", (gulong) n), n);

  tell (self, SUMMARY, title, _ ("They stand in today, each with its reason."), 0);
}

static gboolean
is_among (GPtrArray *reminders, const char *key)
{
  for (guint i = 0; i < reminders->len; i++)
    if (g_str_equal (((MullReminder *) reminders->pdata[i])->key, key))
      return TRUE;
  return FALSE;
}

/* What is done need not be said any longer; without reminders nothing is said. */
static void
withdraw_done (MullNotifier *self, GPtrArray *reminders)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (reminders != NULL &&
          (g_str_equal (key, SUMMARY) ? reminders->len > 0 : is_among (reminders, key)))
        continue;
      g_signal_emit (self, signals[TAKE_BACK], 0, key);
      g_hash_table_iter_remove (&iter);
    }
}

/**
 * mull_notifier_look:
 * @error: return location
 *
 * Tells of what came up since the last look, and takes back what is done. What cannot be noted is
 * not told either: else it would be told again every minute.
 */
gboolean
mull_notifier_look (MullNotifier *self, GError **error)
{
  g_autoptr (GPtrArray) reminders = NULL;
  guint n_new = 0;

  g_return_val_if_fail (MULL_IS_NOTIFIER (self), FALSE);

  if (mull_workspace_is_bulk (self->workspace) || !self->enabled)
    return TRUE;
  reminders = mull_reminders_load (self->workspace, error);
  if (reminders == NULL)
    return FALSE;
  withdraw_done (self, reminders);
  for (guint i = 0; i < reminders->len; i++)
    n_new += ((MullReminder *) reminders->pdata[i])->is_new;
  if (n_new == 0)
    return TRUE;
  if (!mull_reminders_note (self->workspace, reminders, error))
    return FALSE;
  if (n_new > MULL_REMINDERS_MAX_SINGLE)
    {
      tell_summary (self, n_new);
      return TRUE;
    }
  for (guint i = 0; i < reminders->len; i++)
    {
      const MullReminder *reminder = reminders->pdata[i];

      if (reminder->is_new)
        tell (self, reminder->key, reminder->title, reminder->body, reminder->deal_id);
    }
  return TRUE;
}

/* ── When ─────────────────────────────────────────────────────────────── */

static void
look (MullNotifier *self)
{
  g_autoptr (GError) error = NULL;

  if (!mull_notifier_look (self, &error))
    g_warning ("Reminders could not be looked up: %s", error->message);
}

static gboolean
on_look_due_cb (gpointer user_data)
{
  look (user_data);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_changes_settled_cb (gpointer user_data)
{
  MullNotifier *self = user_data;

  self->change_source = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

/* Only what is on the screen can be done with now; what is new waits for the next minute. */
static void
on_workspace_changed_cb (MullWorkspace *workspace, MullChanges *changes, gpointer user_data)
{
  MullNotifier *self = user_data;

  if (self->change_source == 0 && g_hash_table_size (self->shown) > 0)
    self->change_source = g_timeout_add_seconds (SETTLE_SECONDS, on_changes_settled_cb, self);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_notifier_dispose (GObject *object)
{
  MullNotifier *self = MULL_NOTIFIER (object);

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_handle_id (&self->change_source, g_source_remove);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_notifier_parent_class)->dispose (object);
}

static void
mull_notifier_finalize (GObject *object)
{
  g_hash_table_unref (MULL_NOTIFIER (object)->shown);
  G_OBJECT_CLASS (mull_notifier_parent_class)->finalize (object);
}

static void
mull_notifier_class_init (MullNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mull_notifier_dispose;
  G_OBJECT_CLASS (klass)->finalize = mull_notifier_finalize;
  signals[TELL] =
      g_signal_new ("tell", MULL_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    4, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_INT64);
  signals[TAKE_BACK] = g_signal_new ("take-back", MULL_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mull_notifier_init (MullNotifier *self)
{
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->enabled = TRUE;
}

/**
 * mull_notifier_new:
 * @workspace: (transfer none): the workspace
 *
 * Returns: (transfer full): looks once a minute; the first time after a minute, when the rep has
 *   come in
 */
MullNotifier *
mull_notifier_new (MullWorkspace *workspace)
{
  MullNotifier *self = g_object_new (MULL_TYPE_NOTIFIER, NULL);

  self->workspace = g_object_ref (workspace);
  self->look_source = g_timeout_add_seconds (LOOK_SECONDS, on_look_due_cb, self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed_cb), self,
                           G_CONNECT_DEFAULT);
  return self;
}

/**
 * mull_notifier_set_enabled:
 * @enabled: whether the rep wants to be reminded
 *
 * Switched off, it takes back what is on the screen. What came up meanwhile is told once it is
 * switched on again, if it still matters then.
 */
void
mull_notifier_set_enabled (MullNotifier *self, gboolean enabled)
{
  g_return_if_fail (MULL_IS_NOTIFIER (self));

  self->enabled = enabled;
  if (!enabled)
    withdraw_done (self, NULL);
}
