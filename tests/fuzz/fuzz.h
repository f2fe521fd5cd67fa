/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <stddef.h>
#include <stdint.h>

#include "mull-content-merge.h"
#include "mull-frame-writer.h"
#include "mull-import-file.h"

G_BEGIN_DECLS

/* Each fuzz-NAME.c has one function, which takes whatever bytes: nothing may crash, leak or take
 * long, and what it says of them has to hold. libFuzzer calls it with what it makes up (see `run`),
 * and replay.c with what is kept in corpus/NAME, in every run of the tests. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
int LLVMFuzzerInitialize (int *argc, char ***argv);

/* What a parser sends, as the other side of the pipe gets it. */
typedef gboolean (*FuzzSendFunc) (GBytes *bytes, MullFrameWriter *writer, GError **error);
GBytes *fuzz_send (FuzzSendFunc send, GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

/* A copy that ends where it ends, so that a byte too many is noticed. */
char *fuzz_dup_text (const uint8_t *data, size_t size) G_GNUC_WARN_UNUSED_RESULT;
void fuzz_check_text (const char *text);
void fuzz_check_error (const GError *error);

/* Everything that the program does with a file before anything is written. */
void fuzz_import (GBytes *bytes, GBytes *frames);
void fuzz_read_archive (GBytes *frames);

G_END_DECLS
