/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-remark.h"

G_BEGIN_DECLS

/**
 * MullBeatMarks:
 *
 * The reviewer's marks in a text view: wavy underlines in the colours of the style, and what each
 * of them says. A mark stays with its words while the text around it changes.
 */
typedef struct _MullBeatMarks MullBeatMarks;

MullBeatMarks *mull_beat_marks_new (GtkTextView *view) G_GNUC_WARN_UNUSED_RESULT;
void mull_beat_marks_free (MullBeatMarks *self);

void mull_beat_marks_show (MullBeatMarks *self, const char *spoken, GPtrArray *remarks);
void mull_beat_marks_update_colours (MullBeatMarks *self);

guint mull_beat_marks_get_n (MullBeatMarks *self);
const MullRemark *mull_beat_marks_get (MullBeatMarks *self, guint i);
void mull_beat_marks_get_place (MullBeatMarks *self, guint i, GtkTextIter *start, GtkTextIter *end);
int mull_beat_marks_find (MullBeatMarks *self, const GtkTextIter *at);
int mull_beat_marks_find_remark (MullBeatMarks *self, const MullRemark *remark);
gboolean mull_beat_marks_can_use (MullBeatMarks *self, guint i);
gboolean mull_beat_marks_use (MullBeatMarks *self, guint i);

G_END_DECLS
