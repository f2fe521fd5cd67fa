/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-beat-editor.h"
#include "mull-beat-marks.h"

G_BEGIN_DECLS

struct _MullBeatEditor
{
  AdwBin parent_instance;

  /* Template children */
  GtkLabel *title;
  GtkLabel *prompt;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkExpander *example_expander;
  GtkLabel *example;
  GtkWidget *wordings;
  GtkButton *restore;

  /* Owned */
  char *beat;
  char *hint;
  MullBeatMarks *marks;
  /* What the popover is about */
  MullRemark *shown;

  /* Borrowed: belongs to GTK; NULL when it is closed */
  GtkPopover *popover;

  /* While the popover finds its place */
  guint place_tick;
  guint n_place_ticks;
  guint click_source;

  gboolean active;
  gboolean own;
  /* The text is being shown, not typed. */
  gboolean showing;
};

/* The reviewer's marks: looking at them, using and ignoring them. */
void mull_beat_editor_install_remarks (GtkWidgetClass *widget_class);
void mull_beat_editor_init_remarks (MullBeatEditor *self);
void mull_beat_editor_describe (MullBeatEditor *self);

G_END_DECLS
