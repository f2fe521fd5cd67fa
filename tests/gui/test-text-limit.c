/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-text-limit"

#include "config.h"

#include "mull-text-limit.h"

#include "mull-error.h"
#include "mull-gui-test.h"
#include "mull-text.h"

#include <string.h>

typedef struct
{
  GtkTextView *view;
  GtkTextBuffer *buffer;
  char *said;
} Fixture;

static void
on_refused (gpointer owner, const GError *error)
{
  Fixture *fixture = owner;

  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_free (fixture->said);
  fixture->said = g_strdup (error->message);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->view = g_object_ref_sink (GTK_TEXT_VIEW (gtk_text_view_new ()));
  fixture->buffer = gtk_text_view_get_buffer (fixture->view);
  mull_text_limit_install (fixture->view, "Text", on_refused, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->view);
  g_free (fixture->said);
}

static void
insert (Fixture *fixture, gsize n_chars, const char *what)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (n_chars-- > 0)
    g_string_append (text, what);
  gtk_text_buffer_insert_at_cursor (fixture->buffer, text->str, (int) text->len);
}

/* Characters count, not bytes: as many as may be are let in, and one more is not. */
static void
test_edge (Fixture *fixture, gconstpointer data)
{
  insert (fixture, MULL_TEXT_BODY_MAX - 1, "ü");
  g_assert_null (fixture->said);
  insert (fixture, 2, "x");
  g_assert_nonnull (strstr (fixture->said, "65537"));
  g_assert_nonnull (strstr (fixture->said, "at most 65536 fit"));
  g_assert_cmpint (gtk_text_buffer_get_char_count (fixture->buffer), ==, MULL_TEXT_BODY_MAX - 1);
  insert (fixture, 1, "x");
  g_assert_cmpint (gtk_text_buffer_get_char_count (fixture->buffer), ==, MULL_TEXT_BODY_MAX);
  insert (fixture, 1, "x");
  g_assert_cmpint (gtk_text_buffer_get_char_count (fixture->buffer), ==, MULL_TEXT_BODY_MAX);
}

/* What is dropped when it is stored does not count. */
static void
test_rubbish (Fixture *fixture, gconstpointer data)
{
  insert (fixture, MULL_TEXT_BODY_MAX, "x");
  insert (fixture, 1, " \n ");
  g_assert_null (fixture->said);
  insert (fixture, 1, "x");
  g_assert_nonnull (fixture->said);
}

/* A megabyte in one line leaves what was there, and can be taken out in parts. */
static void
test_megabyte (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  insert (fixture, 5, "a");
  insert (fixture, 1024 * 1024, "x");
  g_object_get (fixture->buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "aaaaa");
  g_assert_nonnull (strstr (fixture->said, "1048581"));
}

int
main (int argc, char **argv)
{
  mull_gui_test_init (&argc, &argv);
#define ADD(name, test) g_test_add ("/text-limit/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("edge", test_edge);
  ADD ("rubbish", test_rubbish);
  ADD ("megabyte", test_megabyte);
  return g_test_run ();
}
