/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-script-composition"

#include "config.h"

#include "mull-script-composition.h"

#include "mull-fill-in.h"
#include "mull-review.h"
#include "mull-sentence.h"
#include "mull-speaking-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
remark_free (gpointer data)
{
  mull_remark_free (data);
}

static void
composed_beat_free (gpointer data)
{
  MullComposedBeat *composed = data;

  g_free (composed->text);
  g_ptr_array_unref (composed->remarks);
  g_free (composed);
}

static void
composed_answer_free (gpointer data)
{
  MullComposedAnswer *composed = data;

  g_free (composed->text);
  g_free (composed->subject);
  g_free (composed->mail);
  g_free (composed);
}

static void
composition_clear (gpointer data)
{
  MullScriptComposition *self = data;

  g_ptr_array_unref (self->beats);
  g_ptr_array_unref (self->answers);
  g_clear_pointer (&self->message, composed_beat_free);
  g_free (self->spoken);
  mull_script_template_unref (self->script);
}

static char *
fill_part (const MullScriptComposition *self,
           const MullTemplatePart *part,
           const MullScriptFacts *facts)
{
  MullTemplateCase when = mull_template_case_of (facts);
  const MullTemplateWording *wording = mull_template_part_find (part, &when);

  return wording != NULL ? mull_fill_in (wording->text, facts, self->script) : g_strdup ("");
}

static void
compose_beats (MullScriptComposition *self, const MullScriptFacts *facts, GHashTable *own_texts)
{
  for (guint i = 0; i < self->script->beats->len; i++)
    {
      const MullTemplateBeat *beat = g_ptr_array_index (self->script->beats, i);
      MullComposedBeat *composed = g_new0 (MullComposedBeat, 1);
      const char *own = own_texts != NULL ? g_hash_table_lookup (own_texts, beat->id) : NULL;

      composed->beat = beat;
      composed->own = own != NULL;
      composed->text = own != NULL ? mull_fill_in (own, facts, self->script)
                                   : fill_part (self, beat->speech, facts);
      composed->seconds =
          mull_speaking_seconds (composed->text, -1, self->thresholds.speaking_rate);
      composed->starts_at = self->seconds;
      composed->remarks = g_ptr_array_new_with_free_func (remark_free);
      self->seconds += composed->seconds;
      g_ptr_array_add (self->beats, composed);
    }
}

static void
append_speech (GString *speech, const char *separator, const char *text)
{
  if (*text == '\0')
    return;
  if (speech->len > 0)
    g_string_append (speech, separator);
  g_string_append (speech, text);
}

/* What a part says: the rep's own words for its beat above all, then its own wording for the case,
 * then the beat as it is spoken. */
static char *
compose_part (const MullScriptComposition *self,
              const MullTemplatePart *part,
              const MullScriptFacts *facts)
{
  const MullComposedBeat *beat =
      *part->id != '\0' ? mull_script_composition_find_beat (self, part->id) : NULL;

  if (beat != NULL && (beat->own || part->wordings->len == 0))
    return g_strdup (beat->text);
  return fill_part (self, part, facts);
}

/* Whoever was addressed is not addressed again a sentence later. */
static char *
without_address (char *text, const MullScriptFacts *facts)
{
  g_autofree char *spoken = text;
  g_autofree char *name = mull_script_facts_dup_first_name (facts);
  g_autofree char *address = g_strconcat (name != NULL ? name : "", ", ", NULL);
  char first[7] = { 0 };
  const char *rest;

  if (name == NULL || *name == '\0' || !g_str_has_prefix (spoken, address))
    return g_steal_pointer (&spoken);
  rest = spoken + strlen (address);
  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (rest)), first);
  return g_strconcat (first, *rest != '\0' ? g_utf8_next_char (rest) : "", NULL);
}

static char *
compose_passage (const MullScriptComposition *self,
                 const GPtrArray *parts,
                 const MullScriptFacts *facts,
                 const char *separator)
{
  GString *speech = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *text = compose_part (self, g_ptr_array_index (parts, i), facts);

      if (speech->len > 0)
        text = without_address (g_steal_pointer (&text), facts);
      append_speech (speech, separator, text);
    }
  return g_string_free (speech, FALSE);
}

/* What the rep wrote for the machine, or what the beats make of it. */
static void
compose_message (MullScriptComposition *self, const MullScriptFacts *facts, GHashTable *own_texts)
{
  MullComposedBeat *message = g_new0 (MullComposedBeat, 1);
  const char *own =
      own_texts != NULL ? g_hash_table_lookup (own_texts, self->script->message->id) : NULL;

  message->beat = self->script->message;
  message->own = own != NULL;
  message->text = own != NULL ? mull_fill_in (own, facts, self->script)
                              : compose_passage (self, self->script->voicemail, facts, " ");
  message->seconds = mull_speaking_seconds (message->text, -1, self->thresholds.speaking_rate);
  message->remarks = g_ptr_array_new_with_free_func (remark_free);
  self->message = message;
}

static void
compose_answers (MullScriptComposition *self, const MullScriptFacts *facts)
{
  for (guint i = 0; i < self->script->answers->len; i++)
    {
      const MullTemplateAnswer *answer = g_ptr_array_index (self->script->answers, i);
      MullComposedAnswer *composed = g_new0 (MullComposedAnswer, 1);

      composed->answer = answer;
      composed->text = compose_passage (self, answer->speech, facts, " ");
      if (answer->subject != NULL)
        composed->subject = fill_part (self, answer->subject, facts);
      if (answer->mail->len > 0)
        composed->mail = compose_passage (self, answer->mail, facts, "\n\n");
      g_ptr_array_add (self->answers, composed);
    }
}

/* Hands each remark to the beat it is about. */
static void
hand_out_remarks (MullScriptComposition *self, GPtrArray *remarks)
{
  while (remarks->len > 0)
    {
      MullRemark *remark = g_ptr_array_steal_index (remarks, 0);

      if (remark->category == MULL_REMARK_NO_DATE)
        self->names_day = FALSE;
      for (guint i = 0; i < self->beats->len; i++)
        {
          MullComposedBeat *composed = g_ptr_array_index (self->beats, i);

          if (g_str_equal (composed->beat->id, remark->beat))
            {
              g_ptr_array_add (composed->remarks, g_steal_pointer (&remark));
              self->n_remarks++;
              break;
            }
        }
      g_clear_pointer (&remark, mull_remark_free);
    }
}

static guint
count_questions (const char *text)
{
  g_autoptr (GArray) sentences = mull_sentences_of (text);
  g_autoptr (GArray) quotations = mull_quotations_of (text);
  guint n = 0;

  for (guint i = 0; i < sentences->len; i++)
    if (mull_sentence_is_question (text, &g_array_index (sentences, MullSpan, i), quotations))
      n++;
  return n;
}

/* What is marked where it is written is not marked again where it is repeated. */
static gboolean
is_marked_in_beat (const MullScriptComposition *self, const MullRemark *remark)
{
  for (guint i = 0; i < self->beats->len; i++)
    {
      const MullComposedBeat *composed = g_ptr_array_index (self->beats, i);

      for (guint j = 0; j < composed->remarks->len; j++)
        {
          const MullRemark *other = g_ptr_array_index (composed->remarks, j);

          if (other->category == remark->category &&
              (!remark->of_words || g_str_equal (other->words, remark->words)))
            return TRUE;
        }
    }
  return FALSE;
}

static void
review_message (MullScriptComposition *self, const MullReviewer *reviewer)
{
  MullComposedBeat *message = self->message;
  guint checks = mull_script_template_get_checks (self->script);

  g_ptr_array_unref (message->remarks);
  message->remarks = mull_review_voicemail (message->text, checks, &self->thresholds, reviewer);
  for (guint i = message->remarks->len; i > 0 && !message->own; i--)
    {
      const MullRemark *remark = g_ptr_array_index (message->remarks, i - 1);

      if (remark->category != MULL_REMARK_GAP && remark->category != MULL_REMARK_TOO_LONG &&
          is_marked_in_beat (self, remark))
        g_ptr_array_remove_index (message->remarks, i - 1);
    }
  self->n_remarks += message->remarks->len;
}

static void
review (MullScriptComposition *self, const MullReviewer *reviewer)
{
  g_autofree MullReviewPiece *pieces = g_new0 (MullReviewPiece, self->beats->len);
  g_autoptr (GPtrArray) remarks = NULL;

  self->names_day = TRUE;
  for (guint i = 0; i < self->beats->len; i++)
    {
      const MullComposedBeat *composed = g_ptr_array_index (self->beats, i);

      pieces[i].beat = composed->beat->id;
      pieces[i].text = composed->text;
      pieces[i].checks = composed->beat->checks;
      pieces[i].max_sentences = composed->beat->max_sentences;
      self->n_questions += count_questions (composed->text);
      self->asks |= (composed->beat->checks & MULL_REMARK_BIT (MULL_REMARK_ASK)) != 0;
    }

  remarks = mull_review_script (pieces, self->beats->len, &self->thresholds, reviewer);
  hand_out_remarks (self, remarks);
  self->seconds_before_ask =
      mull_review_seconds_before_ask (pieces, self->beats->len, &self->thresholds);
  review_message (self, reviewer);
}

/**
 * mull_script_composition_new:
 * @script: (transfer none): the template
 * @facts: what it is filled in with
 * @own_texts: (nullable) (element-type utf8 utf8): what the rep wrote, by id of the beat. An empty
 *   text is a beat that the rep leaves out. Placeholders in it are filled in too.
 * @thresholds: thresholds of the rules
 * @reviewer: (nullable): the rules about words and what is ignored
 *
 * Puts a script together: every beat with its time and its remarks, the whole speech, the message
 * for a machine, the answers and the mail.
 *
 * Returns: (transfer full): the script
 */
MullScriptComposition *
mull_script_composition_new (MullScriptTemplate *script,
                             const MullScriptFacts *facts,
                             GHashTable *own_texts,
                             const MullThresholds *thresholds,
                             const MullReviewer *reviewer)
{
  MullScriptComposition *self;
  GString *spoken;

  g_return_val_if_fail (script != NULL, NULL);
  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (thresholds != NULL && thresholds->speaking_rate > 0, NULL);

  self = g_atomic_rc_box_new0 (MullScriptComposition);
  self->script = mull_script_template_ref (script);
  self->thresholds = *thresholds;
  self->beats = g_ptr_array_new_with_free_func (composed_beat_free);
  self->answers = g_ptr_array_new_with_free_func (composed_answer_free);

  compose_beats (self, facts, own_texts);
  spoken = g_string_new (NULL);
  for (guint i = 0; i < self->beats->len; i++)
    append_speech (spoken, " ", ((MullComposedBeat *) g_ptr_array_index (self->beats, i))->text);
  self->spoken = g_string_free (spoken, FALSE);

  compose_message (self, facts, own_texts);
  compose_answers (self, facts);
  review (self, reviewer);
  return self;
}

/**
 * mull_script_composition_ref:
 * @self: a script
 *
 * Returns: (transfer full): @self
 */
MullScriptComposition *
mull_script_composition_ref (MullScriptComposition *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * mull_script_composition_unref:
 * @self: (transfer full): a script
 *
 * Releases a reference.
 */
void
mull_script_composition_unref (MullScriptComposition *self)
{
  g_atomic_rc_box_release_full (self, composition_clear);
}

/**
 * mull_script_composition_find_beat:
 * @self: a script
 * @id: id of a beat, or of the message
 *
 * Returns: (transfer none) (nullable): the beat
 */
const MullComposedBeat *
mull_script_composition_find_beat (const MullScriptComposition *self, const char *id)
{
  if (self->message != NULL && g_str_equal (id, self->message->beat->id))
    return self->message;
  for (guint i = 0; i < self->beats->len; i++)
    {
      const MullComposedBeat *composed = g_ptr_array_index (self->beats, i);

      if (g_str_equal (composed->beat->id, id))
        return composed;
    }
  return NULL;
}

/**
 * mull_script_composition_format_time:
 *
 * Returns: (transfer full): how long it takes to say, and when its question comes, in words
 */
char *
mull_script_composition_format_time (const MullScriptComposition *self)
{
  g_autofree char *seconds = mull_script_seconds_format (self->seconds);
  g_autofree char *before = NULL;

  if (self->seconds_before_ask < 0)
    return g_steal_pointer (&seconds);
  before = mull_script_seconds_format (self->seconds_before_ask);
  /* Translators: how long a script is, and how long until its question; both are "20 seconds" */
  return g_strdup_printf (_ ("%s, the question after %s"), seconds, before);
}

/**
 * mull_script_seconds_format:
 * @seconds: how long something takes to say
 *
 * Returns: (transfer full): as in "20 seconds"
 */
char *
mull_script_seconds_format (double seconds)
{
  guint n = (guint) (seconds + 0.5);

  return g_strdup_printf (ngettext ("%u second", "%u seconds", n), n);
}
