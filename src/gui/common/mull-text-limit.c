/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-text-limit"

#include "config.h"

#include "mull-text-limit.h"

#include "mull-text.h"

typedef struct
{
  char *(*clean) (const char *text, const char *field, GError **error);
  int max_chars;
  char *field;
  MullTextLimitFunc refused;
  gpointer owner;
} Limit;

static void
limit_free (gpointer data, GClosure *closure)
{
  Limit *limit = data;

  g_free (limit->field);
  g_free (limit);
}

static char *
dup_with (GtkTextBuffer *buffer, const GtkTextIter *at, const char *text, int length)
{
  GtkTextIter start, end;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *inserted = g_strndup (text, (gsize) length);

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  before = gtk_text_buffer_get_text (buffer, &start, at, FALSE);
  after = gtk_text_buffer_get_text (buffer, at, &end, FALSE);
  return g_strconcat (before, inserted, after, NULL);
}

static void
on_insert_text_cb (GtkTextBuffer *buffer,
                   const GtkTextIter *at,
                   const char *text,
                   int length,
                   gpointer user_data)
{
  Limit *limit = user_data;
  g_autofree char *all = NULL;
  g_autofree char *cleaned = NULL;
  g_autoptr (GError) error = NULL;

  if (gtk_text_buffer_get_char_count (buffer) + g_utf8_strlen (text, length) <= limit->max_chars)
    return;
  all = dup_with (buffer, at, text, length);
  cleaned = limit->clean (all, limit->field, &error);
  if (cleaned != NULL)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  limit->refused (limit->owner, error);
}

static Limit *
install (GtkTextView *view, const char *field, MullTextLimitFunc refused, gpointer owner)
{
  Limit *limit = g_new0 (Limit, 1);

  limit->field = g_strdup (field);
  limit->refused = refused;
  limit->owner = owner;
  g_signal_connect_data (gtk_text_view_get_buffer (view), "insert-text",
                         G_CALLBACK (on_insert_text_cb), limit, limit_free, G_CONNECT_DEFAULT);
  return limit;
}

/**
 * mull_text_limit_install:
 * @view: where texts of several lines are written
 * @field: its name, for the sentence
 * @refused: shows the sentence
 * @owner: given to @refused; lives as long as @view
 *
 * Keeps out what is longer than a text may be. It could not be stored, and GTK lays out a line as
 * one piece: much longer ones are drawn as nothing at all.
 */
void
mull_text_limit_install (GtkTextView *view,
                         const char *field,
                         MullTextLimitFunc refused,
                         gpointer owner)
{
  Limit *limit;

  g_return_if_fail (GTK_IS_TEXT_VIEW (view) && field != NULL && refused != NULL);

  limit = install (view, field, refused, owner);
  limit->clean = mull_text_clean_body;
  limit->max_chars = MULL_TEXT_BODY_MAX;
}

/**
 * mull_text_limit_install_line:
 * @view: where something short is written that may need more room than a line
 * @field: its name, for the sentence
 * @refused: shows the sentence
 * @owner: given to @refused; lives as long as @view
 *
 * Keeps out what is longer than a line may be.
 */
void
mull_text_limit_install_line (GtkTextView *view,
                              const char *field,
                              MullTextLimitFunc refused,
                              gpointer owner)
{
  Limit *limit;

  g_return_if_fail (GTK_IS_TEXT_VIEW (view) && field != NULL && refused != NULL);

  limit = install (view, field, refused, owner);
  limit->clean = mull_text_clean_line;
  limit->max_chars = MULL_TEXT_LINE_MAX;
}
