/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-example"

#include "config.h"

#include "mull-example.h"

#include "mull-cue.h"
#include "mull-error.h"
#include "mull-labelled-script.h"
#include "mull-record.h"

#include <string.h>

/* What stands around the words that a label is about. */
#define MARK_START "«"
#define MARK_END "»"
/* Of a sentence in which nothing is to be marked. */
#define CLEAN "clean"
/* A cue of sentences that were written for what is to be marked in them, which no text has: they
 * are marked more often, and that is not for their words. Words have no such sign in them. */
#define CHOSEN "chosen="

static void
example_free (gpointer data)
{
  MullExample *self = data;

  g_strfreev (self->cues);
  g_free (self);
}

/**
 * mull_examples_new:
 *
 * Returns: (transfer full) (element-type MullExample): no examples
 */
GPtrArray *
mull_examples_new (void)
{
  return g_ptr_array_new_with_free_func (example_free);
}

static void
add_example (GPtrArray *examples,
             const char *text,
             const MullSpan *sentence,
             const char *kind,
             const char *beat,
             gboolean chosen,
             guint labels,
             guint unknown)
{
  g_autoptr (GArray) quotations = mull_quotations_of (text);
  g_autoptr (GArray) cues = mull_cues_of (text, sentence, quotations, kind, beat);
  MullExample *example = g_new0 (MullExample, 1);

  example->cues = g_new0 (char *, cues->len + 2);
  for (guint i = 0; i < cues->len; i++)
    example->cues[i] = g_strdup (g_array_index (cues, MullCue, i).name);
  if (chosen)
    example->cues[cues->len] = g_strdup (CHOSEN);
  example->labels = labels;
  example->unknown = unknown;
  g_ptr_array_add (examples, example);
}

/* ── Scripts ──────────────────────────────────────────────────────────── */

static guint
labels_of (const MullLabelledScript *script, guint beat, const MullSpan *sentence)
{
  guint labels = 0;

  for (guint i = 0; i < script->labels->len; i++)
    {
      const MullLabel *label = script->labels->pdata[i];
      gsize start;
      gsize end;

      if (mull_labelled_script_find (script, label, beat, &start, &end) && start < sentence->end &&
          sentence->start < end)
        labels |= MULL_REMARK_BIT (label->category);
    }
  return labels;
}

static void
add_script (GPtrArray *examples, const MullLabelledScript *script)
{
  /* That something happens for the first time is labelled only where the record shows otherwise. */
  guint unknown = script->n_broken == 0 ? MULL_REMARK_BIT (MULL_REMARK_UNTRUE_FIRST_TIME) : 0;

  for (guint i = 0; i < script->beats->len; i++)
    {
      const char *text = script->texts->pdata[i];
      g_autoptr (GArray) sentences = mull_sentences_of (text);

      for (guint j = 0; j < sentences->len; j++)
        {
          const MullSpan *sentence = &g_array_index (sentences, MullSpan, j);

          add_example (examples, text, sentence, script->kind, script->beats->pdata[i], FALSE,
                       labels_of (script, i, sentence), unknown);
        }
    }
}

/**
 * mull_examples_add_scripts:
 * @examples: (element-type MullExample): sentences are added here
 * @path: a file with labelled scripts
 * @error: return location for a %MULL_ERROR_INVALID or a %G_FILE_ERROR
 *
 * Adds each sentence of the scripts.
 *
 * Returns: whether the file could be read
 */
gboolean
mull_examples_add_scripts (GPtrArray *examples, const char *path, GError **error)
{
  g_autoptr (GPtrArray) scripts = mull_labelled_scripts_read (path, error);

  for (guint i = 0; scripts != NULL && i < scripts->len; i++)
    add_script (examples, scripts->pdata[i]);
  return scripts != NULL;
}

/* ── Sentences ────────────────────────────────────────────────────────── */

static gboolean
read_labels (const char *text, GArray *labels, GError **error)
{
  g_auto (GStrv) nicks = g_strsplit (text, "+", -1);

  for (guint i = 0; nicks[i] != NULL && !g_str_equal (text, CLEAN); i++)
    {
      int category;

      if (!mull_enum_from_nick (MULL_TYPE_REMARK_CATEGORY, nicks[i], &category))
        {
          g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID, "no such category: “%s”", nicks[i]);
          return FALSE;
        }
      g_array_append_val (labels, category);
    }
  return TRUE;
}

/* Returns the text without the signs around what is marked, which goes to @marks; %NULL if a sign
 * has no other. */
static char *
take_marks (const char *marked, GArray *marks)
{
  g_autoptr (GString) text = g_string_new (NULL);
  MullSpan mark = { 0, 0 };
  gboolean open = FALSE;

  for (const char *p = marked; *p != '\0';)
    {
      if (g_str_has_prefix (p, open ? MARK_START : MARK_END))
        return NULL;
      if (g_str_has_prefix (p, MARK_START))
        {
          open = TRUE;
          mark.start = text->len;
          p += strlen (MARK_START);
        }
      else if (g_str_has_prefix (p, MARK_END))
        {
          open = FALSE;
          mark.end = text->len;
          g_array_append_val (marks, mark);
          p += strlen (MARK_END);
        }
      else
        g_string_append_c (text, *p++);
    }
  return open ? NULL : g_strdup (text->str);
}

static gboolean
add_line (GPtrArray *examples, const char *line, GError **error)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);
  g_autoptr (GArray) categories = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (MullSpan));
  g_autoptr (GArray) sentences = NULL;
  g_autofree char *text = NULL;

  if (g_strv_length (fields) != 4)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID, "not “LABELS, KIND, BEAT, TEXT”");
      return FALSE;
    }
  text = take_marks (fields[3], marks);
  if (text == NULL)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                   "one of “" MARK_START MARK_END "” is missing");
      return FALSE;
    }
  if (!read_labels (fields[0], categories, error))
    return FALSE;
  /* Without marks the label is about all of it. */
  if (categories->len == 1 && marks->len == 0)
    {
      MullSpan whole = { 0, strlen (text) };

      g_array_append_val (marks, whole);
    }
  if (categories->len != marks->len)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID, "%u labels, but %u stretches are marked",
                   categories->len, marks->len);
      return FALSE;
    }
  sentences = mull_sentences_of (text);
  for (guint i = 0; i < sentences->len; i++)
    {
      const MullSpan *sentence = &g_array_index (sentences, MullSpan, i);
      guint labels = 0;

      for (guint j = 0; j < marks->len; j++)
        {
          const MullSpan *mark = &g_array_index (marks, MullSpan, j);

          if (mark->start < sentence->end && sentence->start < mark->end)
            labels |= MULL_REMARK_BIT (g_array_index (categories, int, j));
        }
      add_example (examples, text, sentence, fields[1], fields[2], TRUE, labels, 0);
    }
  return TRUE;
}

/**
 * mull_examples_add_sentences:
 * @examples: (element-type MullExample): sentences are added here
 * @path: a file with labelled sentences, one a line: what is to be marked ("clean", or categories
 *   joined by "+"), kind of script, beat and text, parted by tabs; «» stand around what each label
 *   is about, if it is not all of it
 * @error: return location for a %MULL_ERROR_INVALID or a %G_FILE_ERROR
 *
 * Adds the sentences.
 *
 * Returns: whether the file could be read
 */
gboolean
mull_examples_add_sentences (GPtrArray *examples, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#' && !add_line (examples, lines[i], error))
      {
        g_prefix_error (error, "%s, line %u: ", path, i + 1);
        return FALSE;
      }
  return TRUE;
}
