/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-error"

#include "config.h"

#include "mull-error.h"

G_DEFINE_QUARK (mull_error, mull_error)
