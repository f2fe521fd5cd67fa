/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-brief.h"

G_BEGIN_DECLS

/* Contents that the tests of the print layer share. Every money, stance and private text of them
 * holds a word of its own, so that a search finds each leak. */
MullBriefContent *mull_brief_sample_typical (void);
MullBriefContent *mull_brief_sample_crowded (void);
MullBriefContent *mull_brief_sample_wordy (void);
MullBriefContent *mull_brief_sample_scripts (void);
MullBriefContent *mull_brief_sample_markup (void);

G_END_DECLS
