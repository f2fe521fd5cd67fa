/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mull-remark.h"

G_BEGIN_DECLS

/**
 * MullLabel:
 * @category: what is to be marked
 * @words: (nullable): on which words, %NULL anywhere in the script
 *
 * What a careful reader would mark.
 */
typedef struct
{
  MullRemarkCategory category;
  char *words;
} MullLabel;

/**
 * MullLabelledScript:
 * @name: its name among the others
 * @kind: id of the template
 * @n_broken: promises to this person that the record shows as broken
 * @beats: (element-type utf8): ids of the beats, in order
 * @texts: (element-type utf8): what is said in each
 * @labels: (element-type MullLabel): what a careful reader would mark
 *
 * A script that somebody read. Filled in by whoever reads the file, then read-only.
 */
typedef struct
{
  char *name;
  char *kind;
  guint n_broken;
  GPtrArray *beats;
  GPtrArray *texts;
  GPtrArray *labels;
} MullLabelledScript;

GPtrArray *mull_labelled_scripts_read (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_labelled_script_find (const MullLabelledScript *self,
                                    const MullLabel *label,
                                    guint beat,
                                    gsize *start,
                                    gsize *end);

G_END_DECLS
