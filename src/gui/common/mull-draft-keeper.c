/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-draft-keeper"

#include "config.h"

#include "mull-draft-keeper.h"

#include "mull-feedback.h"

/* After the first key that is not kept yet. */
#define KEEP_MS 400

struct _MullDraftKeeper
{
  GObject parent_instance;

  /* Borrowed: owns the keeper */
  GtkWidget *owner;
  /* Owned */
  MullWorkspace *workspace;
  char *key;

  MullDraftFunc func;
  guint source;
};

enum
{
  SIGNAL_KEPT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MullDraftKeeper, mull_draft_keeper, G_TYPE_OBJECT)

static void
keep (MullDraftKeeper *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!mull_workspace_set_draft (self->workspace, self->key, text, &error))
    mull_feedback_error (self->owner, error);
  else if (text != NULL)
    g_signal_emit (self, signals[SIGNAL_KEPT], 0);
}

static gboolean
on_keep_timeout_cb (gpointer user_data)
{
  MullDraftKeeper *self = user_data;

  if (mull_workspace_is_bulk (self->workspace))
    return G_SOURCE_CONTINUE;
  mull_draft_keeper_flush (self);
  return G_SOURCE_REMOVE;
}

static void
mull_draft_keeper_dispose (GObject *object)
{
  MullDraftKeeper *self = MULL_DRAFT_KEEPER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->key, g_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_draft_keeper_parent_class)->dispose (object);
}

static void
mull_draft_keeper_class_init (MullDraftKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mull_draft_keeper_dispose;

  /**
   * MullDraftKeeper::kept:
   *
   * What was typed is safe.
   */
  signals[SIGNAL_KEPT] = g_signal_new ("kept", MULL_TYPE_DRAFT_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
}

static void
mull_draft_keeper_init (MullDraftKeeper *self)
{
}

/**
 * mull_draft_keeper_new:
 * @owner: (transfer none): where one types; it lets go of the keeper when it is disposed of
 * @workspace: (transfer none): where drafts are kept
 * @func: says what is to be kept
 *
 * Returns: (transfer full): a keeper, which waits for mull_draft_keeper_set_key()
 */
MullDraftKeeper *
mull_draft_keeper_new (GtkWidget *owner, MullWorkspace *workspace, MullDraftFunc func)
{
  MullDraftKeeper *self = g_object_new (MULL_TYPE_DRAFT_KEEPER, NULL);

  self->owner = owner;
  self->workspace = g_object_ref (workspace);
  self->func = func;
  return self;
}

/**
 * mull_draft_keeper_set_key:
 * @key: under which name the next draft is kept
 *
 * Call mull_draft_keeper_flush() first for what was typed under the last one.
 */
void
mull_draft_keeper_set_key (MullDraftKeeper *self, const char *key)
{
  g_return_if_fail (MULL_IS_DRAFT_KEEPER (self));
  g_return_if_fail (key != NULL);

  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self->key);
  self->key = g_strdup (key);
}

/**
 * mull_draft_keeper_dup:
 *
 * Returns: (transfer full) (nullable): the draft that is there, %NULL if there is none
 */
char *
mull_draft_keeper_dup (MullDraftKeeper *self)
{
  g_return_val_if_fail (MULL_IS_DRAFT_KEEPER (self), NULL);

  return self->key != NULL ? mull_workspace_dup_draft (self->workspace, self->key) : NULL;
}

/**
 * mull_draft_keeper_queue:
 *
 * Something was typed: it is kept in a moment.
 */
void
mull_draft_keeper_queue (MullDraftKeeper *self)
{
  g_return_if_fail (MULL_IS_DRAFT_KEEPER (self));

  if (self->key != NULL && self->source == 0)
    self->source = g_timeout_add (KEEP_MS, on_keep_timeout_cb, self);
}

/**
 * mull_draft_keeper_flush:
 *
 * Keeps now what waits to be kept.
 */
void
mull_draft_keeper_flush (MullDraftKeeper *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (MULL_IS_DRAFT_KEEPER (self));

  if (self->source == 0)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  text = self->func (self->owner);
  keep (self, text);
}

/**
 * mull_draft_keeper_drop:
 *
 * Forgets the draft: what it held is saved, or not wanted.
 */
void
mull_draft_keeper_drop (MullDraftKeeper *self)
{
  g_return_if_fail (MULL_IS_DRAFT_KEEPER (self));

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->key != NULL)
    keep (self, NULL);
}
