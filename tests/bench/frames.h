/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bench.h"

G_BEGIN_DECLS

/* Waits until the window draws nothing more, so that an action meets a window at rest. */
void frames_rest (GtkWindow *window);

/* From the beginning of @act to the end of the frame after which the labels inside @root, which are
 * what the user reads, remain as they are. The X server has drawn that frame. */
typedef void (*FramesAct) (gpointer user_data);
double frames_time_action (GtkWindow *window,
                           GtkWidget *root,
                           GType within,
                           FramesAct act,
                           gpointer user_data);

/**
 * Frames:
 * @work: how long each frame took to make, from its beginning until the server drew it
 * @gaps: the time from one frame to the next
 *
 * A record of every frame of a window. Frames are asked for without a break while it goes on.
 */
typedef struct
{
  GtkWindow *window;
  BenchSamples *work;
  BenchSamples *gaps;
  double began;
  double last;
  gulong before_id;
  gulong after_id;
  guint tick_id;
} Frames;

void frames_start (Frames *self, GtkWindow *window);
void frames_stop (Frames *self);
void frames_clear (Frames *self);

G_END_DECLS
