/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-beat-marks"

#include "config.h"

#include "mull-beat-marks.h"

#include <string.h>

/* How much a remark weighs, which is the colour of its mark. */
typedef enum
{
  WEIGHT_TRUST, /* it costs trust */
  WEIGHT_ADVICE,
  WEIGHT_GAP, /* ours to fill in */
} Weight;

static const char *const colours[] = { "mull_dark", "mull_risk", "mull_ours" };

/* A remark and where its words stand now. */
typedef struct
{
  MullRemark *remark;
  /* Borrowed: belong to the buffer */
  GtkTextMark *start;
  GtkTextMark *end;
} Place;

struct _MullBeatMarks
{
  /* Borrowed: lives longer */
  GtkTextView *view;
  GtkTextBuffer *buffer;
  /* Borrowed: belong to the tag table */
  GtkTextTag *tags[G_N_ELEMENTS (colours)];
  /* Owned */
  GArray *places;
};

static Weight
weight_of (MullRemarkCategory category)
{
  switch (category)
    {
    case MULL_REMARK_NO_OWNERSHIP:
    case MULL_REMARK_BLAME:
    case MULL_REMARK_PRESSURE:
    case MULL_REMARK_UNTRUE_FIRST_TIME:
      return WEIGHT_TRUST;
    case MULL_REMARK_GAP:
      return WEIGHT_GAP;
    case MULL_REMARK_EXCUSE:
    case MULL_REMARK_ABOUT_US:
    case MULL_REMARK_PITCH:
    case MULL_REMARK_HEDGE:
    case MULL_REMARK_ASK:
    case MULL_REMARK_NO_DATE:
    case MULL_REMARK_OVER_APOLOGY:
    case MULL_REMARK_TOO_LONG:
      return WEIGHT_ADVICE;
    }
  g_return_val_if_reached (WEIGHT_ADVICE);
}

static char *
dup_text (MullBeatMarks *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/* Where a span of the spoken text stands in the buffer. The two differ only where the rep wrote a
 * placeholder; what cannot be found is the whole text. Where something is missing, the last word is
 * what to look at. */
static void
find_span (MullBeatMarks *self,
           const char *spoken,
           const MullRemark *remark,
           GtkTextIter *start,
           GtkTextIter *end)
{
  g_autofree char *text = dup_text (self);
  guint n_spoken = (guint) g_utf8_strlen (spoken, -1);
  guint from = MIN (remark->start, n_spoken);
  guint to = MIN (remark->end, n_spoken);

  gtk_text_buffer_get_bounds (self->buffer, start, end);
  if (from >= to)
    {
      *start = *end;
      gtk_text_iter_backward_word_start (start);
      return;
    }
  if (!g_str_equal (text, spoken))
    {
      const char *at = strstr (text, remark->words);

      if (at == NULL)
        return;
      to -= from;
      from = (guint) g_utf8_pointer_to_offset (text, at);
      to += from;
    }
  gtk_text_buffer_get_iter_at_offset (self->buffer, start, (int) from);
  gtk_text_buffer_get_iter_at_offset (self->buffer, end, (int) to);
}

static void
clear (MullBeatMarks *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    gtk_text_buffer_remove_tag (self->buffer, self->tags[i], &start, &end);
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = &g_array_index (self->places, Place, i);

      gtk_text_buffer_delete_mark (self->buffer, place->start);
      gtk_text_buffer_delete_mark (self->buffer, place->end);
      mull_remark_free (place->remark);
    }
  g_array_set_size (self->places, 0);
}

/**
 * mull_beat_marks_new:
 * @view: (transfer none): where they are shown; must live longer
 *
 * Returns: (transfer full): no marks yet
 */
MullBeatMarks *
mull_beat_marks_new (GtkTextView *view)
{
  MullBeatMarks *self = g_new0 (MullBeatMarks, 1);

  self->view = view;
  self->buffer = gtk_text_view_get_buffer (view);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    self->tags[i] =
        gtk_text_buffer_create_tag (self->buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, NULL);
  mull_beat_marks_update_colours (self);
  return self;
}

/**
 * mull_beat_marks_free:
 * @self: (transfer full): marks
 *
 * Frees what is known about the marks; the view may be on its way out.
 */
void
mull_beat_marks_free (MullBeatMarks *self)
{
  for (guint i = 0; i < self->places->len; i++)
    mull_remark_free (g_array_index (self->places, Place, i).remark);
  g_array_unref (self->places);
  g_free (self);
}

/**
 * mull_beat_marks_show:
 * @self: marks
 * @spoken: the text that was reviewed
 * @remarks: (element-type MullRemark): what the reviewer says about it
 *
 * Shows these marks instead of those before.
 */
void
mull_beat_marks_show (MullBeatMarks *self, const char *spoken, GPtrArray *remarks)
{
  clear (self);
  for (guint i = 0; i < remarks->len; i++)
    {
      const MullRemark *remark = g_ptr_array_index (remarks, i);
      Place place = { mull_remark_copy (remark), NULL, NULL };
      GtkTextIter start, end;

      find_span (self, spoken, remark, &start, &end);
      gtk_text_buffer_apply_tag (self->buffer, self->tags[weight_of (remark->category)], &start,
                                 &end);
      place.start = gtk_text_buffer_create_mark (self->buffer, NULL, &start, FALSE);
      place.end = gtk_text_buffer_create_mark (self->buffer, NULL, &end, TRUE);
      g_array_append_val (self->places, place);
    }
}

/**
 * mull_beat_marks_update_colours:
 * @self: marks
 *
 * Takes the colours from the style, which has changed.
 */
void
mull_beat_marks_update_colours (MullBeatMarks *self)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self->view));

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      GdkRGBA colour;

      if (gtk_style_context_lookup_color (style, colours[i], &colour))
        g_object_set (self->tags[i], "underline-rgba", &colour, NULL);
    }
}

/**
 * mull_beat_marks_get_n:
 * @self: marks
 *
 * Returns: how many there are
 */
guint
mull_beat_marks_get_n (MullBeatMarks *self)
{
  return self->places->len;
}

/**
 * mull_beat_marks_get:
 * @i: which
 *
 * Returns: (transfer none): what it says
 */
const MullRemark *
mull_beat_marks_get (MullBeatMarks *self, guint i)
{
  return g_array_index (self->places, Place, i).remark;
}

/**
 * mull_beat_marks_get_place:
 * @i: which
 * @start: (out): where it begins now
 * @end: (out): where it ends
 */
void
mull_beat_marks_get_place (MullBeatMarks *self, guint i, GtkTextIter *start, GtkTextIter *end)
{
  const Place *place = &g_array_index (self->places, Place, i);

  gtk_text_buffer_get_iter_at_mark (self->buffer, start, place->start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, end, place->end);
  /* Their gravities cross where the words are gone. */
  gtk_text_iter_order (start, end);
}

/**
 * mull_beat_marks_find:
 * @at: a place in the text
 *
 * Returns: the mark there, the narrowest if there are more, or -1
 */
int
mull_beat_marks_find (MullBeatMarks *self, const GtkTextIter *at)
{
  int offset = gtk_text_iter_get_offset (at);
  int narrowest = G_MAXINT;
  int found = -1;

  for (guint i = 0; i < self->places->len; i++)
    {
      GtkTextIter start, end;
      int from;
      int to;

      mull_beat_marks_get_place (self, i, &start, &end);
      from = gtk_text_iter_get_offset (&start);
      to = gtk_text_iter_get_offset (&end);
      /* Right behind the words one is still at them. */
      if (offset < from || offset > to || to - from >= narrowest)
        continue;
      narrowest = to - from;
      found = (int) i;
    }
  return found;
}

/**
 * mull_beat_marks_find_remark:
 * @remark: a remark about this beat
 *
 * Returns: its mark, or -1 if it is not shown
 */
int
mull_beat_marks_find_remark (MullBeatMarks *self, const MullRemark *remark)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const MullRemark *shown = mull_beat_marks_get (self, i);

      if (shown->category == remark->category && shown->start == remark->start &&
          g_str_equal (shown->words, remark->words) && g_str_equal (shown->reason, remark->reason))
        return (int) i;
    }
  return -1;
}

static gboolean
stands (MullBeatMarks *self, guint i, GtkTextIter *start, GtkTextIter *end)
{
  g_autofree char *text = NULL;

  mull_beat_marks_get_place (self, i, start, end);
  text = gtk_text_buffer_get_text (self->buffer, start, end, TRUE);
  return g_str_equal (text, mull_beat_marks_get (self, i)->words);
}

/**
 * mull_beat_marks_can_use:
 * @i: which
 *
 * Returns: whether the remark has words to put in place of those that it marks, and they are still
 *   there
 */
gboolean
mull_beat_marks_can_use (MullBeatMarks *self, guint i)
{
  GtkTextIter start, end;

  return mull_beat_marks_get (self, i)->instead != NULL && stands (self, i, &start, &end);
}

/* With the space and the comma that stood around words that are gone; a sentence that lost its
 * beginning gets a capital letter. */
static void
delete_words (MullBeatMarks *self, GtkTextIter *start, GtkTextIter *end)
{
  gboolean begins = gtk_text_iter_starts_sentence (start) || gtk_text_iter_is_start (start);
  GtkTextIter next;

  if (begins && gtk_text_iter_get_char (end) == ',')
    gtk_text_iter_forward_char (end);
  if (gtk_text_iter_get_char (end) == ' ')
    gtk_text_iter_forward_char (end);
  else if (!gtk_text_iter_is_start (start))
    {
      gtk_text_iter_backward_char (start);
      if (gtk_text_iter_get_char (start) != ' ')
        gtk_text_iter_forward_char (start);
    }
  gtk_text_buffer_delete (self->buffer, start, end);
  next = *start;
  if (begins && gtk_text_iter_forward_char (&next))
    {
      gunichar capital = g_unichar_totitle (gtk_text_iter_get_char (start));
      char letter[7] = { 0 };

      if (capital == gtk_text_iter_get_char (start))
        return;
      g_unichar_to_utf8 (capital, letter);
      gtk_text_buffer_delete (self->buffer, start, &next);
      gtk_text_buffer_insert (self->buffer, start, letter, -1);
    }
}

/**
 * mull_beat_marks_use:
 * @i: which
 *
 * Puts the words that the remark suggests in place of those that it marks, as one step of the
 * text's own undo.
 *
 * Returns: whether it could
 */
gboolean
mull_beat_marks_use (MullBeatMarks *self, guint i)
{
  const char *instead = mull_beat_marks_get (self, i)->instead;
  GtkTextIter start, end;

  if (instead == NULL || !stands (self, i, &start, &end))
    return FALSE;
  gtk_text_buffer_begin_user_action (self->buffer);
  if (*instead == '\0')
    delete_words (self, &start, &end);
  else
    {
      g_autofree char *words = g_strdup (instead);

      gtk_text_buffer_delete (self->buffer, &start, &end);
      gtk_text_buffer_insert (self->buffer, &start, words, -1);
    }
  gtk_text_buffer_end_user_action (self->buffer);
  return TRUE;
}
