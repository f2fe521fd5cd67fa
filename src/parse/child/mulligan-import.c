/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mulligan-import"

/* mulligan-import file
 * mulligan-import csv ENCODING DELIMITER HEADER
 * mulligan-import archive NAME
 *
 * Reads a file from outside for Mulligan, which starts it: the bytes of the file on the standard
 * input, what is in it, as frames, on the standard output. Of a file it finds out by itself whether
 * it holds vCards or is CSV, and how that is written. It gives up everything else before it looks
 * at the first byte. */

#include "config.h"

#include "mull-archive-sender.h"
#include "mull-csv-sender.h"
#include "mull-parse-exit.h"
#include "mull-sandbox.h"
#include "mull-vcard-reader.h"
#include "mull-vcard-sender.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* @fault says why the file is refused. */
typedef gboolean (*SendFunc) (GBytes *bytes,
                              char **arguments,
                              MullFrameWriter *writer,
                              GError **fault);

static gboolean
send_file (GBytes *bytes, char **arguments, MullFrameWriter *writer, GError **fault)
{
  return mull_vcard_is_vcard (bytes) ? mull_vcard_sender_send (bytes, writer, fault)
                                     : mull_csv_sender_send (bytes, NULL, writer, fault);
}

static gboolean
send_csv (GBytes *bytes, char **arguments, MullFrameWriter *writer, GError **fault)
{
  MullCsvDialect dialect = { .encoding_certain = TRUE,
                             .delimiter_certain = TRUE,
                             .header_certain = TRUE };

  dialect.encoding = atoi (arguments[0]);
  dialect.delimiter = (char) atoi (arguments[1]);
  dialect.has_header = atoi (arguments[2]);
  return mull_csv_sender_send (bytes, &dialect, writer, fault);
}

static gboolean
send_archive (GBytes *bytes, char **arguments, MullFrameWriter *writer, GError **fault)
{
  return mull_archive_sender_send (bytes, arguments[0], writer, fault);
}

static const struct
{
  const char *format;
  int n_arguments;
  SendFunc func;
} formats[] = {
  { "file", 0, send_file },
  { "csv", 3, send_csv },
  { "archive", 1, send_archive },
};

static SendFunc
find_format (int argc, char *argv[])
{
  for (guint i = 0; i < G_N_ELEMENTS (formats) && argc > 1; i++)
    if (g_str_equal (formats[i].format, argv[1]) && formats[i].n_arguments == argc - 2)
      return formats[i].func;
  return NULL;
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
  SendFunc send = find_format (argc, argv);
  g_autoptr (GBytes) bytes = map_input ();
  g_autoptr (MullFrameWriter) writer = mull_frame_writer_new (STDOUT_FILENO);
  g_autoptr (GError) fault = NULL;

  if (bytes == NULL || send == NULL)
    return MULL_PARSE_EXIT_USAGE;
  set_up_language ();
  g_log_set_writer_func (on_message_cb, NULL, NULL);
  if (!mull_sandbox_enter (g_bytes_get_size (bytes)))
    return MULL_PARSE_EXIT_NO_SANDBOX;
  send (bytes, argv + 2, writer, &fault);
  mull_frame_writer_finish (writer, fault);
  /* Nothing that runs at the end of a program has a place here. */
  _exit (MULL_PARSE_EXIT_DONE);
}
