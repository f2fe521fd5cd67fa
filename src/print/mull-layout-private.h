/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-block-private.h"
#include "mull-layout.h"

G_BEGIN_DECLS

typedef struct
{
  MullLayoutItem item;
  /* Text */
  PangoLayout *pango;
  double pitch;
  double baseline;
  gboolean align_right;

  /* A line to write on is fainter than one that divides */
  gboolean faint;
  MullMark mark;
  MullPulse *pulse;
} MullPlaced;

struct _MullLayout
{
  gatomicrefcount ref_count;
  PangoContext *context;
  double page_width;
  double page_height;
  gboolean rtl;
  gboolean finished;
  /* Each an array of MullPlaced */
  GPtrArray *pages;
};

#define MULL_HAIRLINE 0.4

void _mull_layout_new_page (MullLayout *self);
void _mull_layout_place (MullLayout *self, MullBlock *block, double x, double y, double room);
void _mull_layout_place_text (MullLayout *self, GArray *page, MullBlock *block, double x, double y);
void _mull_layout_drop_until_fits (MullLayout *self, MullBlock *stack, double room);

G_END_DECLS
