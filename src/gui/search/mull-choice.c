/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-choice"

#include "config.h"

#include "mull-choice.h"

#include "mull-entry-row.h"
#include "mull-search-snippet.h"

/* Two lines of a narrow window. */
#define SNIPPET_CHARS 150

static const char *
get_kind_icon (const char *nick)
{
  int kind = MULL_ENTRY_NOTE;

  mull_enum_from_nick (MULL_TYPE_ENTRY_KIND, nick, &kind);
  return mull_entry_row_kind_icon ((MullEntryKind) kind);
}

static const char *
get_icon (const MullSearchHit *hit)
{
  switch (hit->kind)
    {
    case MULL_SEARCH_DEAL:
      return "view-paged-symbolic";
    case MULL_SEARCH_PERSON:
      return "avatar-default-symbolic";
    case MULL_SEARCH_COMPANY:
      return "system-users-symbolic";
    case MULL_SEARCH_ENTRY:
    case MULL_SEARCH_TOUCH:
      return get_kind_icon (hit->word);
    case MULL_SEARCH_SCRIPT:
      return "audio-input-microphone-symbolic";
    case MULL_SEARCH_HOLE:
      return "mull-hole-symbolic";
    case MULL_SEARCH_ROADBLOCK:
      return "mull-roadblock-symbolic";
    case MULL_SEARCH_QUIET:
    case MULL_SEARCH_N_KINDS:
      break;
    }
  return "mull-quiet-symbolic";
}

/* Somebody's quiet is shown on the page of whoever asked for it. */
static const char *
get_quiet_action (const char *scope)
{
  if (g_str_equal (scope, "person"))
    return "win.open-person";
  return g_str_equal (scope, "company") ? "win.open-company" : "win.open-deal";
}

static void
set_action (MullChoice *self, const char *action, GVariant *target)
{
  self->action = g_strdup (action);
  self->target = g_variant_ref_sink (target);
}

static void
set_way (MullChoice *self, const MullSearchHit *hit)
{
  switch (hit->kind)
    {
    case MULL_SEARCH_DEAL:
      set_action (self, "win.open-deal", g_variant_new_int64 (hit->id));
      break;
    case MULL_SEARCH_PERSON:
      set_action (self, "win.open-person", g_variant_new_int64 (hit->id));
      break;
    case MULL_SEARCH_COMPANY:
      set_action (self, "win.open-company", g_variant_new_int64 (hit->id));
      break;
    case MULL_SEARCH_ENTRY:
      set_action (self, "win.open-entry", g_variant_new ("(xx)", hit->deal_id, hit->id));
      break;
    case MULL_SEARCH_SCRIPT:
      set_action (self, "win.open-script", g_variant_new_int64 (hit->id));
      break;
    case MULL_SEARCH_ROADBLOCK:
      set_action (self, "win.open-roadblock", g_variant_new ("(xx)", hit->deal_id, hit->id));
      break;
    case MULL_SEARCH_QUIET:
      set_action (self, get_quiet_action (hit->word), g_variant_new_int64 (hit->id));
      break;
    case MULL_SEARCH_HOLE:
    case MULL_SEARCH_TOUCH:
    case MULL_SEARCH_N_KINDS:
      set_action (self, "win.open-deal", g_variant_new_int64 (hit->deal_id));
      break;
    }
}

/**
 * mull_choice_new_for_hit:
 * @hit: something that was found
 * @words: what was typed
 *
 * Returns: (transfer full): a choice that opens it; what is on a timeline, at its entry
 */
MullChoice *
mull_choice_new_for_hit (const MullSearchHit *hit, const MullTypedWords *words)
{
  MullChoice *self = g_new0 (MullChoice, 1);

  self->heading = g_strdup (mull_search_group_label (mull_search_hit_get_group (hit)));
  self->icon = get_icon (hit);
  self->title = g_strdup (hit->title);
  if (*hit->about != '\0')
    self->about = g_strdup (hit->about);
  if (hit->text != NULL)
    self->text = mull_search_snippet (words, hit->text, SNIPPET_CHARS);
  self->rank = hit->rank;
  set_way (self, hit);
  return self;
}

/**
 * mull_choice_free:
 * @self: (transfer full): a choice
 */
void
mull_choice_free (MullChoice *self)
{
  g_free (self->heading);
  g_free (self->title);
  g_free (self->about);
  g_free (self->text);
  g_free (self->keys);
  g_free (self->action);
  g_clear_pointer (&self->target, g_variant_unref);
  g_free (self);
}

/**
 * mull_choice_array_new:
 *
 * Returns: (transfer full) (element-type MullChoice): an empty array that owns what is put into it
 */
GPtrArray *
mull_choice_array_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mull_choice_free);
}
