/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-own-beat.h"
#include "mull-script-facts.h"
#include "mull-script-template.h"

G_BEGIN_DECLS

/**
 * MullWording:
 * @own: what the rep keeps
 * @n_used: in how many calls it was spoken
 * @n_worked: in how many of them we got what we asked for, or a promise of it
 *
 * A wording of the rep's own, and how it did.
 */
typedef struct
{
  MullOwnBeat *own;
  guint n_used;
  guint n_worked;
} MullWording;

MullWording *mull_wording_new (MullOwnBeat *own) G_GNUC_WARN_UNUSED_RESULT;
void mull_wording_free (MullWording *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullWording, mull_wording_free)

int mull_wording_compare (const MullWording *a, const MullWording *b);
char *mull_wording_format_use (const MullWording *self) G_GNUC_WARN_UNUSED_RESULT;
char *mull_wording_generalise (const char *text,
                               const MullScriptFacts *facts,
                               const MullScriptTemplate *script) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
