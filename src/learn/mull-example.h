/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mull-remark.h"

G_BEGIN_DECLS

/**
 * MullExample:
 * @cues: (array zero-terminated=1): names of what may tell what the sentence does
 * @labels: set of %MULL_REMARK_BIT of what a careful reader would mark in it
 * @unknown: set of %MULL_REMARK_BIT of what the example says nothing about
 *
 * A sentence to learn from.
 */
typedef struct
{
  char **cues;
  guint labels;
  guint unknown;
} MullExample;

GPtrArray *mull_examples_new (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_examples_add_scripts (GPtrArray *examples, const char *path, GError **error);
gboolean mull_examples_add_sentences (GPtrArray *examples, const char *path, GError **error);

G_END_DECLS
