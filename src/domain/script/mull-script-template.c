/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-script-template"

#include "config.h"

#include "mull-script-template.h"

#include "mull-error.h"
#include "mull-fill-in.h"
#include "mull-review.h"

#include <glib/gi18n-lib.h>

/* What a template of a known kind cannot do without. The beats come in this order. */
typedef struct
{
  const char *id;
  const char *const *beats;
  const char *const *answers;
} KindNeeds;

static const char *const do_over_beats[] = { "own-it", "name-it",      "why-it-helps",
                                             "ask",    "relationship", NULL };
static const char *const do_over_answers[] = { "sure-when", "why", "send-mail", NULL };
static const char *const own_it_beats[] = { "fact",    "effort", "responsibility",
                                            "options", "listen", NULL };
static const char *const get_to_no_beats[] = { "agreed", "readings", "question", "no-is-fine",
                                               NULL };
static const char *const roadblock_beats[] = { "their-words", "no-or-because", "whose-reason",
                                               "underneath",  "takes",         "next",
                                               NULL };
static const char *const no_answers[] = { NULL };

static const KindNeeds kinds[] = {
  { "do-over", do_over_beats, do_over_answers },
  { "own-it", own_it_beats, no_answers },
  { "get-to-no", get_to_no_beats, no_answers },
  { "roadblock", roadblock_beats, no_answers },
};

static void
part_free (gpointer data)
{
  mull_template_part_free (data);
}

static void
beat_free (gpointer data)
{
  mull_template_beat_free (data);
}

static void
answer_free (gpointer data)
{
  mull_template_answer_free (data);
}

static void
template_clear (gpointer data)
{
  MullScriptTemplate *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->summary);
  g_free (self->language);
  g_ptr_array_unref (self->beats);
  g_ptr_array_unref (self->phrases);
  g_ptr_array_unref (self->voicemail);
  mull_template_beat_free (self->message);
  g_ptr_array_unref (self->answers);
}

static MullTemplateBeat *
new_message (void)
{
  MullTemplateBeat *message = mull_template_beat_new ();

  g_free (message->id);
  message->id = g_strdup (MULL_REVIEW_VOICEMAIL);
  g_free (message->title);
  message->title = g_strdup (_ ("Voicemail"));
  g_free (message->prompt);
  message->prompt =
      g_strdup (_ ("Say who you are and what it is about, ask for one thing with a day, and leave "
                   "your number."));
  return message;
}

/**
 * mull_script_template_new:
 *
 * Returns: (transfer full): an empty template for a reader to fill
 */
MullScriptTemplate *
mull_script_template_new (void)
{
  MullScriptTemplate *self = g_atomic_rc_box_new0 (MullScriptTemplate);

  self->id = g_strdup ("");
  self->name = g_strdup ("");
  self->summary = g_strdup ("");
  self->language = g_strdup ("en");
  self->beats = g_ptr_array_new_with_free_func (beat_free);
  self->phrases = g_ptr_array_new_with_free_func (part_free);
  self->voicemail = g_ptr_array_new_with_free_func (part_free);
  self->message = new_message ();
  self->answers = g_ptr_array_new_with_free_func (answer_free);
  return self;
}

/**
 * mull_script_template_ref:
 * @self: a template
 *
 * Returns: (transfer full): @self
 */
MullScriptTemplate *
mull_script_template_ref (MullScriptTemplate *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * mull_script_template_unref:
 * @self: (transfer full): a template
 *
 * Releases a reference.
 */
void
mull_script_template_unref (MullScriptTemplate *self)
{
  g_atomic_rc_box_release_full (self, template_clear);
}

/**
 * mull_template_beat_new:
 *
 * Returns: (transfer full): an empty beat for a reader to fill
 */
MullTemplateBeat *
mull_template_beat_new (void)
{
  MullTemplateBeat *self = g_new0 (MullTemplateBeat, 1);

  self->id = g_strdup ("");
  self->title = g_strdup ("");
  self->prompt = g_strdup ("");
  self->example = g_strdup ("");
  return self;
}

/**
 * mull_template_beat_free:
 * @self: (transfer full): a beat
 *
 * Frees it.
 */
void
mull_template_beat_free (MullTemplateBeat *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->prompt);
  g_free (self->example);
  g_clear_pointer (&self->speech, mull_template_part_free);
  g_free (self);
}

/**
 * mull_template_answer_new:
 *
 * Returns: (transfer full): an empty answer for a reader to fill
 */
MullTemplateAnswer *
mull_template_answer_new (void)
{
  MullTemplateAnswer *self = g_new0 (MullTemplateAnswer, 1);

  self->id = g_strdup ("");
  self->title = g_strdup ("");
  self->speech = g_ptr_array_new_with_free_func (part_free);
  self->mail = g_ptr_array_new_with_free_func (part_free);
  return self;
}

/**
 * mull_template_answer_free:
 * @self: (transfer full): an answer
 *
 * Frees it.
 */
void
mull_template_answer_free (MullTemplateAnswer *self)
{
  g_free (self->id);
  g_free (self->title);
  g_ptr_array_unref (self->speech);
  g_clear_pointer (&self->subject, mull_template_part_free);
  g_ptr_array_unref (self->mail);
  g_free (self);
}

/* One of the beats that are spoken to a person. */
static const MullTemplateBeat *
find_spoken (const MullScriptTemplate *self, const char *id)
{
  for (guint i = 0; i < self->beats->len; i++)
    {
      const MullTemplateBeat *beat = g_ptr_array_index (self->beats, i);

      if (g_str_equal (beat->id, id))
        return beat;
    }
  return NULL;
}

/**
 * mull_script_template_find_beat:
 * @self: a template
 * @id: id of a beat, or of the message
 *
 * Returns: (transfer none) (nullable): the beat, or the message
 */
const MullTemplateBeat *
mull_script_template_find_beat (const MullScriptTemplate *self, const char *id)
{
  return g_str_equal (id, self->message->id) ? self->message : find_spoken (self, id);
}

/**
 * mull_script_template_get_checks:
 * @self: a template
 *
 * Returns: set of %MULL_REMARK_BIT of all remarks that can apply in any of its beats
 */
guint
mull_script_template_get_checks (const MullScriptTemplate *self)
{
  guint checks = 0;

  for (guint i = 0; i < self->beats->len; i++)
    checks |= ((const MullTemplateBeat *) self->beats->pdata[i])->checks;
  return checks;
}

/**
 * mull_script_template_find_phrase:
 * @self: a template
 * @id: name of a placeholder
 *
 * Returns: (transfer none) (nullable): the phrase that the template defines for it
 */
const MullTemplatePart *
mull_script_template_find_phrase (const MullScriptTemplate *self, const char *id)
{
  for (guint i = 0; i < self->phrases->len; i++)
    {
      const MullTemplatePart *phrase = g_ptr_array_index (self->phrases, i);

      if (g_str_equal (phrase->id, id))
        return phrase;
    }
  return NULL;
}

static gboolean
    G_GNUC_PRINTF (4, 5) refuse (int *line, int at, GError **error, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  if (line != NULL)
    *line = at;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, reason);
  return FALSE;
}

static gboolean
check_wordings (const MullScriptTemplate *self,
                const MullTemplatePart *part,
                const MullScriptTemplate *phrases,
                int *line,
                GError **error)
{
  const MullTemplateWording *repeated;

  for (guint i = 0; i < part->wordings->len; i++)
    {
      const MullTemplateWording *wording = g_ptr_array_index (part->wordings, i);
      g_autofree char *unknown = mull_fill_in_find_unknown (wording->text, phrases);

      if (unknown != NULL)
        return refuse (line, wording->line, error, _ ("the placeholder “%s” is not known"),
                       unknown);
    }

  repeated = mull_template_part_find_repeated (part);
  if (repeated != NULL)
    return refuse (line, repeated->line, error, _ ("there are two texts for the same case"));
  if (part->wordings->len > 0 && !mull_template_part_covers_all (part))
    return refuse (line, part->line, error, _ ("a text that holds in all other cases is missing"));

  return TRUE;
}

static gboolean
check_phrases (const MullScriptTemplate *self, int *line, GError **error)
{
  for (guint i = 0; i < self->phrases->len; i++)
    {
      const MullTemplatePart *phrase = g_ptr_array_index (self->phrases, i);
      g_autofree char *placeholder = g_strdup_printf ("{%s}", phrase->id);
      g_autofree char *unknown = mull_fill_in_find_unknown (placeholder, NULL);

      if (unknown == NULL || mull_script_template_find_phrase (self, phrase->id) != phrase)
        return refuse (line, phrase->line, error, _ ("the phrase “%s” is there twice"), phrase->id);
      /* A phrase knows no other phrases, so that none can contain itself. */
      if (!check_wordings (self, phrase, NULL, line, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_beats (const MullScriptTemplate *self, int *line, GError **error)
{
  for (guint i = 0; i < self->beats->len; i++)
    {
      const MullTemplateBeat *beat = g_ptr_array_index (self->beats, i);

      if (mull_script_template_find_beat (self, beat->id) != beat)
        return refuse (line, beat->line, error, _ ("the beat “%s” is there twice"), beat->id);
      if (beat->speech == NULL || beat->speech->wordings->len == 0)
        return refuse (line, beat->line, error, _ ("the beat “%s” says nothing"), beat->id);
      if (!check_wordings (self, beat->speech, self, line, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_passage (const MullScriptTemplate *self, const GPtrArray *parts, int *line, GError **error)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const MullTemplatePart *part = g_ptr_array_index (parts, i);

      if (*part->id != '\0' && find_spoken (self, part->id) == NULL)
        return refuse (line, part->line, error, _ ("the beat “%s” is missing"), part->id);
      if (*part->id == '\0' && part->wordings->len == 0)
        return refuse (line, part->line, error, _ ("this part says nothing"));
      if (!check_wordings (self, part, self, line, error))
        return FALSE;
    }
  return TRUE;
}

static const MullTemplateAnswer *
find_answer (const MullScriptTemplate *self, const char *id)
{
  for (guint i = 0; i < self->answers->len; i++)
    {
      const MullTemplateAnswer *answer = g_ptr_array_index (self->answers, i);

      if (g_str_equal (answer->id, id))
        return answer;
    }
  return NULL;
}

static gboolean
check_answers (const MullScriptTemplate *self, int *line, GError **error)
{
  for (guint i = 0; i < self->answers->len; i++)
    {
      const MullTemplateAnswer *answer = g_ptr_array_index (self->answers, i);

      if (find_answer (self, answer->id) != answer)
        return refuse (line, answer->line, error, _ ("the answer “%s” is there twice"), answer->id);
      if (!check_passage (self, answer->speech, line, error) ||
          !check_passage (self, answer->mail, line, error))
        return FALSE;
      if (answer->subject != NULL && !check_wordings (self, answer->subject, self, line, error))
        return FALSE;
    }
  return TRUE;
}

/* A known kind has all its beats, in their order, and all its answers. */
static gboolean
check_kind (const MullScriptTemplate *self, int *line, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const KindNeeds *kind = &kinds[i];
      guint at = 0;

      if (!g_str_equal (kind->id, self->id))
        continue;

      for (guint j = 0; kind->beats[j] != NULL; j++, at++)
        {
          const MullTemplateBeat *beat = mull_script_template_find_beat (self, kind->beats[j]);

          if (beat == NULL)
            return refuse (line, self->line, error, _ ("the beat “%s” is missing"), kind->beats[j]);
          while (at < self->beats->len && g_ptr_array_index (self->beats, at) != beat)
            at++;
          if (at == self->beats->len)
            return refuse (line, beat->line, error, _ ("the beat “%s” stands in the wrong place"),
                           beat->id);
        }
      for (guint j = 0; kind->answers[j] != NULL; j++)
        if (find_answer (self, kind->answers[j]) == NULL)
          return refuse (line, self->line, error, _ ("the answer “%s” is missing"),
                         kind->answers[j]);
    }
  return TRUE;
}

/**
 * mull_script_template_check:
 * @self: a template that was just built
 * @line: (out) (optional): where in the template file the mistake is
 * @error: return location for a %MULL_ERROR_INVALID
 *
 * Checks what the form of the file alone does not guarantee: ids are unique, beats that are spoken
 * of exist, placeholders are known, there is a wording for every case, and a template of one of the
 * known kinds has the beats of its kind in their order.
 *
 * The message is a clause, for a sentence that names file and line.
 *
 * Returns: whether the template can be used
 */
gboolean
mull_script_template_check (const MullScriptTemplate *self, int *line, GError **error)
{
  if (self->beats->len == 0)
    return refuse (line, self->line, error, _ ("there is no beat"));

  return check_phrases (self, line, error) && check_beats (self, line, error) &&
         check_passage (self, self->voicemail, line, error) && check_answers (self, line, error) &&
         check_kind (self, line, error);
}
