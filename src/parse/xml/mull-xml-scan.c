/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-xml-scan"

#include "config.h"

#include "mull-xml-scan.h"

#include "mull-parse-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DOCTYPE "<!DOCTYPE"
#define COMMENT "<!--"
#define CDATA "<![CDATA["
#define TAG_END ">"
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static int
count_lines (const char *data, gsize length)
{
  int lines = 1;

  for (gsize i = 0; i < length; i++)
    lines += data[i] == '\n';
  return lines;
}

/* Whether the document says that it is written in something else than it is. */
static gboolean
names_other_encoding (const char *data, gsize length)
{
  static const char declaration[] = "<?xml";
  const char *end, *at;

  if (length < strlen (declaration) || strncmp (data, declaration, strlen (declaration)) != 0)
    return FALSE;
  end = g_strstr_len (data, (gssize) length, "?>");
  if (end == NULL)
    return FALSE;
  at = g_strstr_len (data, end - data, "encoding");
  if (at == NULL)
    return FALSE;
  while (at < end && *at != '"' && *at != '\'')
    at++;
  return end - at < 7 || g_ascii_strncasecmp (at + 1, "UTF-8", strlen ("UTF-8")) != 0 ||
         at[6] != *at;
}

/* What may not stand at a place in a document, whatever else the parser would say to it. */
static const char *
find_fault (const char *at, gsize left, gboolean is_first)
{
  if (left >= strlen (DOCTYPE) && g_ascii_strncasecmp (at, DOCTYPE, strlen (DOCTYPE)) == 0)
    return _ ("a document type is not allowed");
  if (left > 1 && at[1] == '?' && !is_first)
    return _ ("a processing instruction is not allowed");
  return NULL;
}

static gboolean
begins_with (const char *at, gsize left, const char *what)
{
  return left >= strlen (what) && strncmp (at, what, strlen (what)) == 0;
}

/* What ends what begins with a '<'. In a comment and in a CDATA section nothing else begins. */
static const char *
find_end (const char *at, gsize left)
{
  if (begins_with (at, left, COMMENT))
    return "-->";
  return begins_with (at, left, CDATA) ? "]]>" : TAG_END;
}

/* A value of an attribute may hold the sign that ends a tag. */
static const char *
scan_tags (const char *data, gsize length, int *line)
{
  const char *end = NULL; /* of what is open */
  gsize tag = 0;
  char quote = '\0';

  for (gsize i = 0; i < length; i++)
    {
      const char *fault = NULL;
      gboolean in_tag = end != NULL && *end == *TAG_END;

      if (quote != '\0')
        quote = data[i] == quote ? '\0' : quote;
      else if (data[i] == '<')
        {
          fault = find_fault (data + i, length - i, i == 0);
          if (end == NULL || in_tag)
            {
              tag = i;
              end = find_end (data + i, length - i);
              /* What begins it does not end it, as in "<!-->". */
              if (*end != *TAG_END)
                i += strlen (*end == '-' ? COMMENT : CDATA) - 1;
            }
        }
      else if (in_tag && (data[i] == '"' || data[i] == '\''))
        quote = data[i];
      else if (end != NULL && begins_with (data + i, length - i, end))
        end = NULL;
      if (end != NULL && *end == *TAG_END && i - tag >= MULL_XML_TAG_MAX - 1)
        fault = _ ("this tag is too long");
      if (fault != NULL)
        {
          *line = count_lines (data, tag);
          return fault;
        }
    }
  return NULL;
}

/**
 * mull_xml_scan:
 * @bytes: a document
 * @max_bytes: how large it may be
 * @line: (out): where it is wrong, or 0
 *
 * Looks at what is cheap to see in the bytes, so that what could harm the parser never gets there.
 *
 * Returns: (nullable): why the document is refused, as a translated clause
 */
const char *
mull_xml_scan (GBytes *bytes, gsize max_bytes, int *line)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *end;

  *line = 0;
  if (length > max_bytes)
    return _ ("it is too large");
  if (!g_utf8_validate_len (data, length, &end))
    {
      *line = count_lines (data, (gsize) (end - data));
      return _ ("this is not UTF-8");
    }
  if (length >= strlen (BYTE_ORDER_MARK) &&
      strncmp (data, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    {
      data += strlen (BYTE_ORDER_MARK);
      length -= strlen (BYTE_ORDER_MARK);
    }
  if (names_other_encoding (data, length))
    {
      *line = 1;
      return _ ("this is not UTF-8");
    }
  return scan_tags (data, length, line);
}
