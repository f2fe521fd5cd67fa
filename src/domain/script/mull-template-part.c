/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-template-part"

#include "config.h"

#include "mull-template-part.h"

static void
wording_free (gpointer data)
{
  MullTemplateWording *wording = data;

  g_free (wording->text);
  g_free (wording);
}

/**
 * mull_template_part_new:
 * @id: id of its beat or phrase, or the empty string
 * @line: where it begins in the template file
 *
 * Returns: (transfer full): a part without wordings
 */
MullTemplatePart *
mull_template_part_new (const char *id, int line)
{
  MullTemplatePart *self = g_new0 (MullTemplatePart, 1);

  self->id = g_strdup (id);
  self->wordings = g_ptr_array_new_with_free_func (wording_free);
  self->line = line;
  return self;
}

/**
 * mull_template_part_free:
 * @self: (transfer full): a part
 *
 * Frees the part with its wordings.
 */
void
mull_template_part_free (MullTemplatePart *self)
{
  g_free (self->id);
  g_ptr_array_unref (self->wordings);
  g_free (self);
}

/**
 * mull_template_part_add:
 * @self: a part
 * @when: the facts that the wording is meant for
 * @text: what is said
 * @line: where it is written in the template file
 *
 * Adds a wording.
 */
void
mull_template_part_add (MullTemplatePart *self,
                        const MullTemplateCase *when,
                        const char *text,
                        int line)
{
  MullTemplateWording *wording = g_new0 (MullTemplateWording, 1);

  wording->when = *when;
  wording->text = g_strdup (text);
  wording->line = line;
  g_ptr_array_add (self->wordings, wording);
}

/* How many conditions of @when hold for @facts, or -1 if one does not. */
static int
count_matches (const MullTemplateCase *when, const MullTemplateCase *facts)
{
  const int wanted[] = { when->elapsed, when->hole, when->occasion, when->first_time };
  const int actual[] = { facts->elapsed, facts->hole, facts->occasion, facts->first_time };
  int n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      if (wanted[i] == MULL_CASE_ANY)
        continue;
      if (wanted[i] != actual[i])
        return -1;
      n++;
    }
  return n;
}

/**
 * mull_template_part_find:
 * @self: a part
 * @facts: the case at hand, without %MULL_CASE_ANY
 *
 * The wording that fits best: of those whose conditions all hold, the one with the most conditions;
 * the first of equals.
 *
 * Returns: (transfer none) (nullable): the wording, %NULL if none fits
 */
const MullTemplateWording *
mull_template_part_find (const MullTemplatePart *self, const MullTemplateCase *facts)
{
  const MullTemplateWording *best = NULL;
  int best_matches = -1;

  for (guint i = 0; i < self->wordings->len; i++)
    {
      const MullTemplateWording *wording = g_ptr_array_index (self->wordings, i);
      int matches = count_matches (&wording->when, facts);

      if (matches > best_matches)
        {
          best = wording;
          best_matches = matches;
        }
    }
  return best;
}

/**
 * mull_template_part_find_repeated:
 * @self: a part
 *
 * Returns: (transfer none) (nullable): a wording for the very case that an earlier one is for
 */
const MullTemplateWording *
mull_template_part_find_repeated (const MullTemplatePart *self)
{
  for (guint i = 1; i < self->wordings->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const MullTemplateWording *later = g_ptr_array_index (self->wordings, i);
        const MullTemplateWording *earlier = g_ptr_array_index (self->wordings, j);

        if (later->when.elapsed == earlier->when.elapsed &&
            later->when.hole == earlier->when.hole &&
            later->when.occasion == earlier->when.occasion &&
            later->when.first_time == earlier->when.first_time)
          return later;
      }
  return NULL;
}

/**
 * mull_template_part_covers_all:
 * @self: a part
 *
 * Returns: whether there is a wording for every case that facts can be in
 */
gboolean
mull_template_part_covers_all (const MullTemplatePart *self)
{
  MullTemplateCase facts;

  for (facts.elapsed = 0; facts.elapsed <= MULL_ELAPSED_LATER; facts.elapsed++)
    for (facts.hole = 0; facts.hole <= MULL_HOLE_COMMITMENT; facts.hole++)
      for (facts.occasion = 0; facts.occasion <= MULL_OCCASION_CALL; facts.occasion++)
        for (facts.first_time = 0; facts.first_time <= 1; facts.first_time++)
          if (mull_template_part_find (self, &facts) == NULL)
            return FALSE;
  return TRUE;
}

/**
 * mull_template_case_of:
 * @facts: facts
 *
 * Returns: the case that they are in
 */
MullTemplateCase
mull_template_case_of (const MullScriptFacts *facts)
{
  return (MullTemplateCase){
    .elapsed = mull_script_facts_get_elapsed (facts),
    .hole = facts->hole,
    .occasion = facts->occasion,
    .first_time = facts->first_time ? 1 : 0,
  };
}
