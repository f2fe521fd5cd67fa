/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review-corpus.h"

#include "mull-review.h"
#include "mull-template-reader.h"

#include <string.h>

/* ── Reading ──────────────────────────────────────────────────────────── */

/* Each kind is read once. */
static MullScriptTemplate *
template_of (const char *kind)
{
  static GHashTable *templates = NULL;
  MullScriptTemplate *template;

  if (templates == NULL)
    templates = g_hash_table_new (g_str_hash, g_str_equal);
  template = g_hash_table_lookup (templates, kind);
  if (template == NULL)
    {
      template = mull_template_reader_load (kind, NULL);
      g_hash_table_insert (templates, template->id, template);
    }
  return template;
}

static gboolean
is_beat (const MullLabelledScript *script, const char *beat)
{
  MullScriptTemplate *template = template_of (script->kind);

  if (g_str_equal (beat, MULL_REVIEW_TEXT) || g_str_equal (beat, MULL_REVIEW_VOICEMAIL))
    return TRUE;
  return mull_script_template_find_beat (template, beat) != NULL;
}

GPtrArray *
review_corpus_read (const char *path, GError **error)
{
  GPtrArray *scripts = mull_labelled_scripts_read (path, error);

  for (guint i = 0; scripts != NULL && i < scripts->len; i++)
    {
      const MullLabelledScript *script = scripts->pdata[i];

      g_assert_true (g_strv_contains (mull_template_reader_list (), script->kind));
      for (guint j = 0; j < script->beats->len; j++)
        g_assert_true (is_beat (script, script->beats->pdata[j]));
    }
  return scripts;
}

/* ── Scoring ──────────────────────────────────────────────────────────── */

/* The beat that asks is always there in the program, empty if nothing is written yet. */
static guint
add_asking_piece (MullScriptTemplate *template, MullReviewPiece *pieces, guint n_pieces)
{
  for (guint i = 0; i < n_pieces; i++)
    if ((pieces[i].checks & MULL_REMARK_BIT (MULL_REMARK_ASK)) != 0)
      return n_pieces;
  for (guint i = 0; i < template->beats->len; i++)
    {
      const MullTemplateBeat *beat = template->beats->pdata[i];

      if ((beat->checks & MULL_REMARK_BIT (MULL_REMARK_ASK)) == 0)
        continue;
      pieces[n_pieces] = (MullReviewPiece){ beat->id, "", beat->checks, 0 };
      return n_pieces + 1;
    }
  return n_pieces;
}

static GPtrArray *
review (const MullLabelledScript *script, MullRuleSet *rules)
{
  MullScriptTemplate *template = template_of (script->kind);
  g_autoptr (MullReviewer) reviewer = mull_reviewer_new (script->kind, rules);
  g_autofree MullReviewPiece *pieces = g_new0 (MullReviewPiece, script->beats->len + 1);
  guint n_pieces = script->beats->len;
  const char *only = script->beats->pdata[0];

  reviewer->n_broken = script->n_broken;
  if (g_str_equal (only, MULL_REVIEW_VOICEMAIL))
    return mull_review_voicemail (script->texts->pdata[0],
                                  mull_script_template_get_checks (template),
                                  mull_thresholds_get_default (), reviewer);
  if (g_str_equal (only, MULL_REVIEW_TEXT))
    return mull_review_text (script->texts->pdata[0], mull_script_template_get_checks (template),
                             mull_thresholds_get_default (), reviewer);
  for (guint i = 0; i < script->beats->len; i++)
    {
      const MullTemplateBeat *beat =
          mull_script_template_find_beat (template, script->beats->pdata[i]);

      pieces[i].beat = beat->id;
      pieces[i].text = script->texts->pdata[i];
      pieces[i].checks = beat->checks;
    }
  n_pieces = add_asking_piece (template, pieces, n_pieces);
  return mull_review_script (pieces, n_pieces, mull_thresholds_get_default (), reviewer);
}

/* Whether the mark stands on the words of a label, or anywhere if it has none. */
static gboolean
touches (const MullLabelledScript *script, const MullRemark *remark, const MullLabel *label)
{
  if (label->words == NULL)
    return TRUE;
  for (guint i = 0; i < script->beats->len; i++)
    {
      const char *text = script->texts->pdata[i];
      gsize start;
      gsize end;

      /* Labels count bytes and remarks characters. */
      if (g_str_equal (script->beats->pdata[i], remark->beat) &&
          mull_labelled_script_find (script, label, i, &start, &end) &&
          remark->start < (guint) g_utf8_strlen (text, (gssize) end) &&
          (guint) g_utf8_strlen (text, (gssize) start) < remark->end)
        return TRUE;
    }
  return FALSE;
}

static void
trace_line (GString *trace,
            const char *what,
            const MullLabelledScript *script,
            MullRemarkCategory category,
            const char *words)
{
  if (trace != NULL)
    g_string_append_printf (trace, "%s %s %s: %s\n", script->name, what,
                            mull_remark_category_get_name (category), words != NULL ? words : "");
}

void
review_corpus_score (const MullLabelledScript *script,
                     MullRuleSet *rules,
                     Score *score,
                     GString *trace)
{
  g_autoptr (GPtrArray) remarks = review (script, rules);

  for (guint i = 0; i < script->labels->len; i++)
    {
      const MullLabel *label = script->labels->pdata[i];
      gboolean hit = FALSE;

      for (guint j = 0; j < remarks->len && !hit; j++)
        {
          const MullRemark *remark = remarks->pdata[j];

          hit = remark->category == label->category && touches (script, remark, label);
        }
      if (hit)
        score->hits[label->category]++;
      else
        {
          score->misses[label->category]++;
          trace_line (trace, "missed", script, label->category, label->words);
        }
    }
  for (guint i = 0; i < remarks->len; i++)
    {
      const MullRemark *remark = remarks->pdata[i];
      gboolean labelled = FALSE;

      for (guint j = 0; j < script->labels->len && !labelled; j++)
        {
          const MullLabel *label = script->labels->pdata[j];

          labelled = remark->category == label->category && touches (script, remark, label);
        }
      if (labelled)
        continue;
      score->alarms[remark->category]++;
      trace_line (trace, "false", script, remark->category, remark->words);
    }
}

double
score_precision (const Score *score, int category)
{
  guint marked = score->hits[category] + score->alarms[category];

  return marked > 0 ? (double) score->hits[category] / marked : 1;
}

double
score_recall (const Score *score, int category)
{
  guint labelled = score->hits[category] + score->misses[category];

  return labelled > 0 ? (double) score->hits[category] / labelled : 1;
}

Score
score_total (const Score *score)
{
  Score total = { 0 };

  for (int i = 0; i < MULL_N_REMARK_CATEGORIES; i++)
    {
      total.hits[0] += score->hits[i];
      total.misses[0] += score->misses[i];
      total.alarms[0] += score->alarms[i];
    }
  return total;
}
