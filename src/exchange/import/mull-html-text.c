/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-html-text"

#include "config.h"

#include "mull-html-text.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <string.h>

/* Elements that begin and end on a line of their own. */
static const char *const blocks[] = {
  "p",  "div", "ul", "ol", "li",  "table", "tr",         "h1",      "h2",      "h3",
  "h4", "h5",  "h6", "hr", "pre", "dl",    "blockquote", "section", "article", "header",
};

/* Elements whose content is not for people. */
static const char *const hidden[] = { "script", "style", "title", "template" };

/* Elements by which notes of other programs are told from text with a lone "<". */
static const char *const usual[] = {
  "p",      "br", "div", "span", "ul", "ol", "li",    "b",    "i",    "u",
  "strong", "em", "a",   "h1",   "h2", "h3", "table", "html", "body", "blockquote",
};

typedef struct
{
  GString *text;
  guint n_hidden; /* open elements whose content is left out */
  gboolean space; /* white space is due before the next word */
} Writer;

static gboolean
is_one_of (const char *name, const char *const *names, guint n_names)
{
  for (guint i = 0; i < n_names; i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

/* At most one empty line in between. */
static void
break_line (Writer *writer)
{
  writer->space = FALSE;
  if (writer->text->len > 0 && writer->text->str[writer->text->len - 1] != '\n')
    g_string_append_c (writer->text, '\n');
}

static void
on_start_element (void *data, const xmlChar *name, const xmlChar **attributes)
{
  Writer *writer = data;

  if (is_one_of ((const char *) name, hidden, G_N_ELEMENTS (hidden)))
    writer->n_hidden++;
  else if (strcmp ((const char *) name, "br") == 0)
    {
      writer->space = FALSE;
      g_string_append_c (writer->text, '\n');
    }
  else if (is_one_of ((const char *) name, blocks, G_N_ELEMENTS (blocks)))
    break_line (writer);
  else if (strcmp ((const char *) name, "td") == 0 || strcmp ((const char *) name, "th") == 0)
    writer->space = TRUE;
  if (strcmp ((const char *) name, "li") == 0)
    g_string_append (writer->text, "- ");
}

static void
on_end_element (void *data, const xmlChar *name)
{
  Writer *writer = data;

  if (is_one_of ((const char *) name, hidden, G_N_ELEMENTS (hidden)) && writer->n_hidden > 0)
    writer->n_hidden--;
  else if (is_one_of ((const char *) name, blocks, G_N_ELEMENTS (blocks)))
    break_line (writer);
}

static void
on_characters (void *data, const xmlChar *characters, int length)
{
  Writer *writer = data;

  if (writer->n_hidden > 0)
    return;
  for (int i = 0; i < length; i++)
    {
      char c = (char) characters[i];

      if (g_ascii_isspace (c))
        {
          writer->space = TRUE;
          continue;
        }
      if (writer->space && writer->text->len > 0 &&
          strchr ("\n ", writer->text->str[writer->text->len - 1]) == NULL)
        g_string_append_c (writer->text, ' ');
      writer->space = FALSE;
      g_string_append_c (writer->text, c);
    }
}

/* What people write is not markup just because it contains a "<". */
static gboolean
starts_tag (const char *at)
{
  char name[12];
  gsize length;

  at++;
  if (*at == '/')
    at++;
  length = strspn (at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
  if (length == 0 || length >= sizeof name || at[length] == '\0' ||
      strchr ("> /\n\t\r", at[length]) == NULL || strchr (at + length, '>') == NULL)
    return FALSE;
  memcpy (name, at, length);
  name[length] = '\0';
  return is_one_of (name, usual, G_N_ELEMENTS (usual));
}

static gboolean
starts_entity (const char *at)
{
  static const char *const names[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&nbsp;", "&#" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (at, names[i]))
      return TRUE;
  return FALSE;
}

/**
 * mull_html_text_is_html:
 * @text: a text of a file
 *
 * Returns: whether the text contains an element or an entity that is usual in notes
 */
gboolean
mull_html_text_is_html (const char *text)
{
  for (const char *at = strpbrk (text, "<&"); at != NULL; at = strpbrk (at + 1, "<&"))
    if (*at == '<' ? starts_tag (at) : starts_entity (at))
      return TRUE;
  return FALSE;
}

/**
 * mull_html_text_to_plain:
 * @html: valid UTF-8
 *
 * Turns HTML into plain text: paragraphs and line breaks become lines, points of a list get a dash,
 * scripts and styles are left out. Nothing is loaded and no document is kept; parsing never fails,
 * since HTML has no errors, only surprises.
 *
 * Returns: (transfer full): the text
 */
char *
mull_html_text_to_plain (const char *html)
{
  static gsize initialized = 0;
  xmlSAXHandler handler = {
    .startElement = on_start_element,
    .endElement = on_end_element,
    .characters = on_characters,
    .ignorableWhitespace = on_characters,
    .cdataBlock = on_characters,
  };
  Writer writer = { .text = g_string_sized_new (strlen (html)) };
  htmlParserCtxtPtr context;
  g_autofree char *text = NULL;

  /* Imports run on worker threads. */
  if (g_once_init_enter (&initialized))
    {
      xmlInitParser ();
      g_once_init_leave (&initialized, 1);
    }
  context = htmlCreatePushParserCtxt (&handler, &writer, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (context == NULL)
    g_error ("no memory for a parser");
  /* Not HTML_PARSE_NOIMPLIED: without a body around it, parsing ends after the first element. */
  htmlCtxtUseOptions (context, HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
  htmlParseChunk (context, html, (int) strlen (html), 0);
  htmlParseChunk (context, "", 0, 1);
  htmlFreeParserCtxt (context);
  text = g_string_free (writer.text, FALSE);
  return g_utf8_make_valid (g_strstrip (text), -1);
}
