/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mulligan-import"

/* mulligan-import csv [ENCODING DELIMITER HEADER]
 *
 * Reads a file from outside for Mulligan, which starts it: the bytes of the file on the standard
 * input, what is in it, as frames, on the standard output. It gives up everything else before it
 * looks at the first byte. */

#include "config.h"

#include "mull-csv-sender.h"
#include "mull-parse-exit.h"
#include "mull-sandbox.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  const char *format;
  MullCsvDialect dialect;
  gboolean has_dialect;
} Request;

static gboolean
parse_request (int argc, char *argv[], Request *request)
{
  if (argc != 2 && argc != 5)
    return FALSE;
  request->format = argv[1];
  request->has_dialect = argc == 5;
  if (request->has_dialect)
    request->dialect = (MullCsvDialect){ .encoding = atoi (argv[2]),
                                         .encoding_certain = TRUE,
                                         .delimiter = (char) atoi (argv[3]),
                                         .delimiter_certain = TRUE,
                                         .has_header = atoi (argv[4]),
                                         .header_certain = TRUE };
  return g_str_equal (request->format, "csv");
}

/* Catalogues are files, which are out of reach later; the first sentence opens them. */
static void
set_up_language (void)
{
  const char *folder = g_getenv ("MULLIGAN_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : MULL_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_dgettext (GETTEXT_PACKAGE, "Import");
}

static GBytes *
map_input (void)
{
  struct stat state;
  void *data;

  if (fstat (STDIN_FILENO, &state) != 0)
    return NULL;
  if (state.st_size == 0)
    return g_bytes_new_static ("", 0);
  data = mmap (NULL, (size_t) state.st_size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
  return data != MAP_FAILED ? g_bytes_new_static (data, (gsize) state.st_size) : NULL;
}

/* The one fatal message of a parser is that there is no memory left. */
static GLogWriterOutput
on_message_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  if ((level & G_LOG_LEVEL_ERROR) != 0)
    _exit (MULL_PARSE_EXIT_MEMORY);
  return G_LOG_WRITER_HANDLED;
}

int
main (int argc, char *argv[])
{
  Request request = { 0 };
  g_autoptr (GBytes) bytes = map_input ();
  g_autoptr (MullFrameWriter) writer = mull_frame_writer_new (STDOUT_FILENO);
  g_autoptr (GError) fault = NULL;

  if (bytes == NULL || !parse_request (argc, argv, &request))
    return MULL_PARSE_EXIT_USAGE;
  set_up_language ();
  g_log_set_writer_func (on_message_cb, NULL, NULL);
  if (!mull_sandbox_enter ())
    return MULL_PARSE_EXIT_NO_SANDBOX;
  mull_csv_sender_send (bytes, request.has_dialect ? &request.dialect : NULL, writer, &fault);
  mull_frame_writer_finish (writer, fault);
  /* Nothing that runs at the end of a program has a place here. */
  _exit (MULL_PARSE_EXIT_DONE);
}
