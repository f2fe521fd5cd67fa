/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-draft-keeper"

#include "config.h"

#include "mull-draft-keeper.h"

#include "mull-feedback.h"

/* After the first key that is not kept yet. */
#define KEEP_MS 400
/* After it could not be kept. */
#define RETRY_MS 2000

struct _MullDraftKeeper
{
  GObject parent_instance;

  /* Borrowed: owns the keeper */
  GtkWidget *owner;
  /* Owned */
  MullWorkspace *workspace;
  char *key;

  /* Owned: by key, what is to be kept; NULL forgets it. Only what could not be kept stays here. */
  GHashTable *waiting;

  MullDraftFunc func;
  guint source;
  gboolean typed;
  gboolean told;
};

enum
{
  SIGNAL_KEPT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MullDraftKeeper, mull_draft_keeper, G_TYPE_OBJECT)

static gboolean
on_keep_timeout_cb (gpointer user_data)
{
  MullDraftKeeper *self = user_data;

  self->source = 0;
  mull_draft_keeper_flush (self);
  return G_SOURCE_REMOVE;
}

/* Returns: whether nothing waits any more. @is_kept: whether a draft with @self->key is safe now */
static gboolean
write_waiting (MullDraftKeeper *self, gboolean *is_kept, GError **error)
{
  GHashTableIter iter;
  gpointer key, text;

  g_hash_table_iter_init (&iter, self->waiting);
  while (g_hash_table_iter_next (&iter, &key, &text))
    {
      if (!mull_workspace_set_draft (self->workspace, key, text, error))
        return FALSE;
      *is_kept |= text != NULL && g_str_equal (key, self->key);
      g_hash_table_iter_remove (&iter);
    }
  return TRUE;
}

/* What cannot be kept now is tried again, also when something else is being typed by then; it is
 * told once. That others are writing is nothing to tell. */
static void
keep (MullDraftKeeper *self)
{
  g_autoptr (GError) error = NULL;
  gboolean is_kept = FALSE;

  g_clear_handle_id (&self->source, g_source_remove);
  if (mull_workspace_is_bulk (self->workspace))
    {
      self->source = g_timeout_add (KEEP_MS, on_keep_timeout_cb, self);
      return;
    }
  if (write_waiting (self, &is_kept, &error))
    self->told = FALSE;
  else
    {
      self->source = g_timeout_add (RETRY_MS, on_keep_timeout_cb, self);
      if (!self->told)
        mull_feedback_error (self->owner, error);
      self->told = TRUE;
    }
  if (is_kept)
    g_signal_emit (self, signals[SIGNAL_KEPT], 0);
}

static void
mull_draft_keeper_dispose (GObject *object)
{
  MullDraftKeeper *self = MULL_DRAFT_KEEPER (object);

  g_autoptr (GError) error = NULL;
  gboolean is_kept = FALSE;

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->waiting != NULL && !write_waiting (self, &is_kept, &error))
    g_warning ("A draft is lost: %s", error->message);
  g_clear_pointer (&self->waiting, g_hash_table_unref);
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
  self->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
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

  self->typed = FALSE;
  if (g_hash_table_size (self->waiting) == 0)
    g_clear_handle_id (&self->source, g_source_remove);
  g_free (self->key);
  self->key = g_strdup (key);
}

static char *
dup_draft (MullDraftKeeper *self)
{
  gpointer text;

  if (self->key != NULL && g_hash_table_lookup_extended (self->waiting, self->key, NULL, &text))
    return g_strdup (text);
  return self->key != NULL ? mull_workspace_dup_draft (self->workspace, self->key) : NULL;
}

/**
 * mull_draft_keeper_load:
 * @type: what it is printed from
 *
 * Returns: (transfer full) (nullable): the draft that is there, %NULL if there is none
 */
GVariant *
mull_draft_keeper_load (MullDraftKeeper *self, const GVariantType *type)
{
  g_autofree char *printed = NULL;

  g_return_val_if_fail (MULL_IS_DRAFT_KEEPER (self), NULL);

  printed = dup_draft (self);
  return printed != NULL ? g_variant_parse (type, printed, NULL, NULL, NULL) : NULL;
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

  if (self->key == NULL)
    return;
  self->typed = TRUE;
  if (self->source == 0)
    self->source = g_timeout_add (KEEP_MS, on_keep_timeout_cb, self);
}

/**
 * mull_draft_keeper_flush:
 *
 * Keeps now what waits to be kept; what cannot be kept now waits on.
 */
void
mull_draft_keeper_flush (MullDraftKeeper *self)
{
  g_return_if_fail (MULL_IS_DRAFT_KEEPER (self));

  if (self->typed)
    g_hash_table_replace (self->waiting, g_strdup (self->key), self->func (self->owner));
  self->typed = FALSE;
  if (g_hash_table_size (self->waiting) > 0)
    keep (self);
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

  self->typed = FALSE;
  if (self->key == NULL)
    return;
  g_hash_table_replace (self->waiting, g_strdup (self->key), NULL);
  keep (self);
}
