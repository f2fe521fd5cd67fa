/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-script-facts"

#include "config.h"

#include "mull-script-facts.h"

#include <string.h>

G_DEFINE_ENUM_TYPE (MullOccasion,
                    mull_occasion,
                    G_DEFINE_ENUM_VALUE (MULL_OCCASION_MEETING, "meeting"),
                    G_DEFINE_ENUM_VALUE (MULL_OCCASION_CALL, "call"))

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/**
 * mull_script_facts_new:
 * @now: microseconds UTC
 * @zone: (transfer none): the rep's time zone
 *
 * Makes facts that know nothing but the time; the caller fills in the rest with text of its own
 * (`mull_set_text ()`).
 *
 * Returns: (transfer full): new facts
 */
MullScriptFacts *
mull_script_facts_new (gint64 now, GTimeZone *zone)
{
  MullScriptFacts *self;

  g_return_val_if_fail (zone != NULL, NULL);

  self = g_new0 (MullScriptFacts, 1);
  self->now = now;
  self->zone = g_time_zone_ref (zone);
  self->left_at = MULL_INSTANT_NONE;
  self->ask_day = MULL_DAY_NONE;
  self->due_day = MULL_DAY_NONE;
  return self;
}

/**
 * mull_script_facts_free:
 * @self: (transfer full): facts
 *
 * Frees the facts and their texts.
 */
void
mull_script_facts_free (MullScriptFacts *self)
{
  char **texts[] = {
    &self->first_name, &self->name,    &self->company, &self->deal,    &self->my_name,
    &self->my_phone,   &self->thing,   &self->why,     &self->benefit, &self->promise,
    &self->effort,     &self->way_out, &self->words,   &self->reason,  &self->takes,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*texts[i]);
  g_time_zone_unref (self->zone);
  g_free (self);
}

/**
 * mull_script_facts_set_hole:
 * @self: facts
 * @hole: what is missing
 *
 * Takes the kind, the words and the time over from @hole.
 */
void
mull_script_facts_set_hole (MullScriptFacts *self, const MullHole *hole)
{
  self->hole = hole->kind;
  self->left_at = hole->left_at;
  mull_set_text (&self->thing, hole->text);
  mull_set_text (&self->why, hole->why);
  mull_set_text (&self->benefit, hole->benefit);
}

/**
 * mull_script_facts_set_commitment:
 * @self: facts
 * @commitment: the promise that the call is about
 *
 * Takes its words and its day over.
 */
void
mull_script_facts_set_commitment (MullScriptFacts *self, const MullCommitment *commitment)
{
  self->due_day = commitment->due_on;
  mull_set_text (&self->promise, commitment->words);
}

/**
 * mull_script_facts_set_roadblock:
 * @self: facts
 * @roadblock: the roadblock that the call is about
 *
 * Takes their words, the reason underneath and what would remove it over.
 */
void
mull_script_facts_set_roadblock (MullScriptFacts *self, const MullRoadblock *roadblock)
{
  mull_set_text (&self->words, roadblock->symptom);
  mull_set_text (&self->reason, roadblock->underlying);
  mull_set_text (&self->takes, roadblock->takes);
}

/**
 * mull_script_facts_get_elapsed:
 * @self: facts
 *
 * Returns: how long ago the touch was
 */
MullElapsed
mull_script_facts_get_elapsed (const MullScriptFacts *self)
{
  return mull_elapsed_of (self->left_at, self->now, self->zone);
}

/**
 * mull_script_facts_get_today:
 * @self: facts
 *
 * Returns: the civil day of now in the rep's time zone
 */
MullDay
mull_script_facts_get_today (const MullScriptFacts *self)
{
  return mull_day_from_instant (self->now, self->zone);
}

/**
 * mull_script_facts_dup_first_name:
 * @self: facts
 *
 * How the person is addressed: as the rep wrote it, else the first word of the whole name that is
 * not a title with a full stop ("Dr. Ann Ruiz" is Ann).
 *
 * Returns: (transfer full): the name, empty if nothing is known
 */
char *
mull_script_facts_dup_first_name (const MullScriptFacts *self)
{
  g_auto (GStrv) words = NULL;

  if (is_set (self->first_name))
    return g_strstrip (g_strdup (self->first_name));
  if (!is_set (self->name))
    return g_strdup ("");

  words = g_strsplit_set (self->name, " \t\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && (!g_str_has_suffix (words[i], ".") || strlen (words[i]) < 3))
      return g_strdup (words[i]);

  return g_strstrip (g_strdup (self->name));
}
