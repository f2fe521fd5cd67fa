/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-script-composition.h"

G_BEGIN_DECLS

/**
 * MullBeatEditor:
 *
 * One beat of a script on the page it is written on: the text as it will be spoken, and while it is
 * the one that is worked on, what it has to do and a worked example. What the reviewer marks is
 * underlined.
 */
#define MULL_TYPE_BEAT_EDITOR (mull_beat_editor_get_type ())
G_DECLARE_FINAL_TYPE (MullBeatEditor, mull_beat_editor, MULL, BEAT_EDITOR, AdwBin)

MullBeatEditor *mull_beat_editor_new (const MullTemplateBeat *beat) G_GNUC_WARN_UNUSED_RESULT;

const char *mull_beat_editor_get_beat (MullBeatEditor *self);
char *mull_beat_editor_dup_text (MullBeatEditor *self) G_GNUC_WARN_UNUSED_RESULT;
GtkTextView *mull_beat_editor_get_view (MullBeatEditor *self);

GtkWidget *mull_beat_editor_get_wordings_button (MullBeatEditor *self);
void mull_beat_editor_set_active (MullBeatEditor *self, gboolean active);
void
mull_beat_editor_show (MullBeatEditor *self, const MullComposedBeat *composed, const char *written);
gboolean mull_beat_editor_show_remark (MullBeatEditor *self, const MullRemark *remark);
gboolean mull_beat_editor_has_next_remark (MullBeatEditor *self, gboolean backward, gboolean anew);
gboolean mull_beat_editor_show_next_remark (MullBeatEditor *self, gboolean backward, gboolean anew);
void mull_beat_editor_close_remark (MullBeatEditor *self);

G_END_DECLS
