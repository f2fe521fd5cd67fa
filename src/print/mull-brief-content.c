/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-brief-content"

#include "config.h"

#include "mull-brief-content.h"

/* Every text of the content itself: made empty, and freed, in one place. */
static const gsize texts[] = {
  G_STRUCT_OFFSET (MullBriefContent, meeting_when),
  G_STRUCT_OFFSET (MullBriefContent, meeting_where),
  G_STRUCT_OFFSET (MullBriefContent, meeting_who),
  G_STRUCT_OFFSET (MullBriefContent, title),
  G_STRUCT_OFFSET (MullBriefContent, company),
  G_STRUCT_OFFSET (MullBriefContent, outcome),
  G_STRUCT_OFFSET (MullBriefContent, gain),
  G_STRUCT_OFFSET (MullBriefContent, ask),
  G_STRUCT_OFFSET (MullBriefContent, value),
  G_STRUCT_OFFSET (MullBriefContent, stage),
  G_STRUCT_OFFSET (MullBriefContent, their_date),
  G_STRUCT_OFFSET (MullBriefContent, whose_move),
  G_STRUCT_OFFSET (MullBriefContent, why),
  G_STRUCT_OFFSET (MullBriefContent, next_step),
  G_STRUCT_OFFSET (MullBriefContent, spent),
  G_STRUCT_OFFSET (MullBriefContent, roadblock),
  G_STRUCT_OFFSET (MullBriefContent, words),
  G_STRUCT_OFFSET (MullBriefContent, words_speaker),
  G_STRUCT_OFFSET (MullBriefContent, words_day),
  G_STRUCT_OFFSET (MullBriefContent, script_title),
  G_STRUCT_OFFSET (MullBriefContent, printed_on),
};

static char **
text_at (MullBriefContent *self, guint index)
{
  return (char **) G_STRUCT_MEMBER_P (self, texts[index]);
}

static void
free_person (gpointer data)
{
  MullBriefPerson *person = data;

  g_free (person->name);
  g_free (person->job_title);
  g_free (person->last_spoke);
  g_free (person->quiet);
  g_free (person);
}

static void
free_promise (gpointer data)
{
  MullBriefPromise *promise = data;

  g_free (promise->words);
  g_free (promise->due);
  g_free (promise);
}

static void
free_hole (gpointer data)
{
  MullBriefHole *hole = data;

  g_free (hole->text);
  g_free (hole->why);
  g_free (hole);
}

static void
free_touch (gpointer data)
{
  MullBriefTouch *touch = data;

  g_free (touch->day);
  g_free (touch->who);
  g_free (touch->text);
  g_free (touch);
}

static void
free_beat (gpointer data)
{
  MullBriefBeat *beat = data;

  g_free (beat->title);
  g_free (beat->text);
  g_free (beat);
}

/**
 * mull_brief_content_new:
 *
 * Returns: (transfer full): the content of an empty brief
 */
MullBriefContent *
mull_brief_content_new (void)
{
  MullBriefContent *self = g_new0 (MullBriefContent, 1);

  g_atomic_ref_count_init (&self->ref_count);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *text_at (self, i) = g_strdup ("");
  for (guint i = 0; i < MULL_BRIEF_N_QUESTIONS; i++)
    self->questions[i].evidence = g_strdup ("");
  self->people = g_ptr_array_new_with_free_func (free_person);
  self->our_promises = g_ptr_array_new_with_free_func (free_promise);
  self->their_promises = g_ptr_array_new_with_free_func (free_promise);
  self->holes = g_ptr_array_new_with_free_func (free_hole);
  self->touches = g_ptr_array_new_with_free_func (free_touch);
  self->beats = g_ptr_array_new_with_free_func (free_beat);
  return self;
}

/**
 * mull_brief_content_ref:
 *
 * Returns: (transfer full): @self
 */
MullBriefContent *
mull_brief_content_ref (MullBriefContent *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * mull_brief_content_unref:
 * @self: (transfer full): a content
 *
 * Releases a reference; the last one frees @self.
 */
void
mull_brief_content_unref (MullBriefContent *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*text_at (self, i));
  for (guint i = 0; i < MULL_BRIEF_N_QUESTIONS; i++)
    g_free (self->questions[i].evidence);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->our_promises);
  g_ptr_array_unref (self->their_promises);
  g_ptr_array_unref (self->holes);
  g_ptr_array_unref (self->touches);
  g_ptr_array_unref (self->beats);
  g_clear_pointer (&self->pulse, mull_pulse_unref);
  g_free (self);
}

/**
 * mull_brief_content_add_person:
 * @self: a content under construction
 * @name: as they are called
 *
 * Returns: (transfer none): the person, for the rest to be filled in with mull_set_text()
 */
MullBriefPerson *
mull_brief_content_add_person (MullBriefContent *self, const char *name)
{
  MullBriefPerson *person;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  person = g_new0 (MullBriefPerson, 1);
  person->name = g_strdup (name);
  person->job_title = g_strdup ("");
  person->last_spoke = g_strdup ("");
  person->quiet = g_strdup ("");
  g_ptr_array_add (self->people, person);
  return person;
}

/**
 * mull_brief_content_add_promise:
 * @self: a content under construction
 * @side: whose promise; %MULL_SIDE_BOTH is listed with ours
 * @words: what was promised
 *
 * Returns: (transfer none): the promise, for the rest to be filled in
 */
MullBriefPromise *
mull_brief_content_add_promise (MullBriefContent *self, MullSide side, const char *words)
{
  MullBriefPromise *promise;

  g_return_val_if_fail (self != NULL && words != NULL, NULL);

  promise = g_new0 (MullBriefPromise, 1);
  promise->words = g_strdup (words);
  promise->due = g_strdup ("");
  g_ptr_array_add (side == MULL_SIDE_THEM ? self->their_promises : self->our_promises, promise);
  return promise;
}

/**
 * mull_brief_content_add_hole:
 * @self: a content under construction
 * @text: what is missing
 *
 * Returns: (transfer none): the hole, for the rest to be filled in
 */
MullBriefHole *
mull_brief_content_add_hole (MullBriefContent *self, const char *text)
{
  MullBriefHole *hole;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  hole = g_new0 (MullBriefHole, 1);
  hole->text = g_strdup (text);
  hole->why = g_strdup ("");
  g_ptr_array_add (self->holes, hole);
  return hole;
}

/**
 * mull_brief_content_add_touch:
 * @self: a content under construction
 * @text: what was written down
 *
 * Returns: (transfer none): the touch, for the rest to be filled in
 */
MullBriefTouch *
mull_brief_content_add_touch (MullBriefContent *self, const char *text)
{
  MullBriefTouch *touch;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  touch = g_new0 (MullBriefTouch, 1);
  touch->text = g_strdup (text);
  touch->day = g_strdup ("");
  touch->who = g_strdup ("");
  g_ptr_array_add (self->touches, touch);
  return touch;
}

/**
 * mull_brief_content_add_beat:
 * @self: a content under construction
 * @title: what the beat is called
 * @text: what to say
 *
 * Returns: (transfer none): the beat
 */
MullBriefBeat *
mull_brief_content_add_beat (MullBriefContent *self, const char *title, const char *text)
{
  MullBriefBeat *beat;

  g_return_val_if_fail (self != NULL && title != NULL && text != NULL, NULL);

  beat = g_new0 (MullBriefBeat, 1);
  beat->title = g_strdup (title);
  beat->text = g_strdup (text);
  g_ptr_array_add (self->beats, beat);
  return beat;
}
