/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MULL_ERROR:
 *
 * The one error domain of the program. Cancellation is reported as %G_IO_ERROR_CANCELLED instead.
 * Every message is a translated, complete sentence that a user may read.
 */
#define MULL_ERROR (mull_error_quark ())

/**
 * MullError:
 * @MULL_ERROR_NOT_FOUND: the thing asked for does not exist (any more)
 * @MULL_ERROR_INVALID: the input is not acceptable; the message says what, where and what to do
 * @MULL_ERROR_CONSTRAINT: the change would contradict what is stored
 * @MULL_ERROR_QUIET: they asked to be left alone; it is done once the rep says why all the same
 * @MULL_ERROR_REASON: the change needs a reason in writing
 * @MULL_ERROR_BUSY: another program holds the data
 * @MULL_ERROR_READ_ONLY: the data cannot be written
 * @MULL_ERROR_NO_SPACE: the disk is full
 * @MULL_ERROR_CORRUPT: the file is damaged or is not ours
 * @MULL_ERROR_NEWER_FILE: the file was written by a newer version
 * @MULL_ERROR_IO: reading or writing failed for another reason
 * @MULL_ERROR_NO_MEMORY: there is not enough memory
 * @MULL_ERROR_INTERNAL: a mistake in the program; nothing was changed
 *
 * Codes by what the caller can do about it.
 */
typedef enum
{
  MULL_ERROR_NOT_FOUND,
  MULL_ERROR_INVALID,
  MULL_ERROR_CONSTRAINT,
  MULL_ERROR_QUIET,
  MULL_ERROR_REASON,
  MULL_ERROR_BUSY,
  MULL_ERROR_READ_ONLY,
  MULL_ERROR_NO_SPACE,
  MULL_ERROR_CORRUPT,
  MULL_ERROR_NEWER_FILE,
  MULL_ERROR_IO,
  MULL_ERROR_NO_MEMORY,
  MULL_ERROR_INTERNAL,
} MullError;

GQuark mull_error_quark (void);

G_END_DECLS
