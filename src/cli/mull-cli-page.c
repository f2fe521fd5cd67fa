/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-page"

#include "config.h"

#include "mull-cli-page.h"

#include "mull-cli-table.h"
#include "mull-text.h"

#include <string.h>

static void
pad (GString *out, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (out, ' ');
}

static void
rule (GString *out, const char *text, char c)
{
  for (guint i = MIN (mull_cli_text_width (text), MULL_CLI_WIDTH); i > 0; i--)
    g_string_append_c (out, c);
  g_string_append_c (out, '\n');
}

/* One paragraph from @column on, its further lines indented by @indent. A word that is wider than
 * the page stands on a line of its own. */
static void
wrap (GString *out, guint column, guint indent, const char *paragraph)
{
  g_auto (GStrv) words = g_strsplit (paragraph, " ", -1);
  gboolean first = TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint width = mull_cli_text_width (words[i]);

      if (width == 0)
        continue;
      if (!first && column + 1 + width > MULL_CLI_WIDTH)
        {
          g_string_append_c (out, '\n');
          pad (out, indent);
          column = indent;
        }
      else if (!first)
        {
          g_string_append_c (out, ' ');
          column++;
        }
      g_string_append (out, words[i]);
      column += width;
      first = FALSE;
    }
  g_string_append_c (out, '\n');
}

/**
 * mull_cli_page_add_title:
 *
 * What the page is about.
 */
void
mull_cli_page_add_title (GString *out, const char *title)
{
  g_autofree char *plain = mull_text_strip_bidi (title);

  wrap (out, 0, 0, plain);
  rule (out, plain, '=');
}

/**
 * mull_cli_page_add_section:
 *
 * A heading, after an empty line.
 */
void
mull_cli_page_add_section (GString *out, const char *title)
{
  g_string_append_printf (out, "\n%s\n", title);
  rule (out, title, '-');
}

/**
 * mull_cli_page_add_text:
 * @text: paragraphs, parted by line feeds
 */
void
mull_cli_page_add_text (GString *out, guint indent, const char *text)
{
  mull_cli_page_add_item (out, indent, 0, "", text);
}

/**
 * mull_cli_page_add_item:
 * @indent: where the label begins
 * @label_width: how wide labels are; the text begins behind it on every line
 */
void
mull_cli_page_add_item (GString *out,
                        guint indent,
                        guint label_width,
                        const char *label,
                        const char *text)
{
  g_autofree char *plain = mull_text_strip_bidi (text);
  g_auto (GStrv) paragraphs = g_strsplit (g_strdelimit (plain, "\t\r", ' '), "\n", -1);
  guint column = indent + label_width;
  guint width = mull_cli_text_width (label);

  pad (out, indent);
  g_string_append (out, label);
  pad (out, label_width > width ? label_width - width : width > 0 ? 1 : 0);
  wrap (out, indent + MAX (label_width, width > 0 ? width + 1 : 0), column,
        paragraphs[0] != NULL ? paragraphs[0] : "");
  for (guint i = 1; paragraphs[0] != NULL && paragraphs[i] != NULL; i++)
    {
      pad (out, *paragraphs[i] != '\0' ? column : 0);
      wrap (out, column, column, paragraphs[i]);
    }
}
