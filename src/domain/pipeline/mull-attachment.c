/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-attachment"

#include "config.h"

#include "mull-attachment.h"

#include "mull-text.h"

#include <string.h>

/* File systems allow 255 bytes. */
#define NAME_MAX_BYTES 200
/* What is called an ending, with its dot. */
#define ENDING_MAX_BYTES 16
#define SHA256_LENGTH 64
/* Some scripts cannot be written without these. */
#define NON_JOINER 0x200c
#define JOINER 0x200d

static const MullField fields[] = {
  MULL_FIELD (MullAttachment, uuid, TEXT),   MULL_FIELD (MullAttachment, entry_id, REFERENCE),
  MULL_FIELD (MullAttachment, name, TEXT),   MULL_FIELD (MullAttachment, sha256, TEXT),
  MULL_FIELD (MullAttachment, size, NUMBER), MULL_FIELD (MullAttachment, media_type, TEXT),
};
MULL_DEFINE_RECORD (MullAttachment, mull_attachment, "attachment", fields)

/* What cannot be in a name, or would not be seen in one. */
static gboolean
is_refused (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_SURROGATE:
      return TRUE;
    case G_UNICODE_FORMAT:
      return c != JOINER && c != NON_JOINER;
    default:
      return c == '/' || c == '\\';
    }
}

/* Cuts in front of the ending, which says what kind of file it is. */
static char *
shorten (const char *name)
{
  const char *dot = strrchr (name, '.');
  const char *ending = dot != NULL && strlen (dot) <= ENDING_MAX_BYTES ? dot : "";
  const char *cut = name + NAME_MAX_BYTES - strlen (ending);
  g_autofree char *stem = NULL;

  if (strlen (name) <= NAME_MAX_BYTES)
    return g_strdup (name);
  cut = g_utf8_find_prev_char (name, cut + 1);
  stem = g_strndup (name, (gsize) (cut - name));
  return g_strconcat (stem, ending, NULL);
}

/**
 * mull_attachment_clean_name:
 * @name: whatever somebody called a file
 *
 * Makes a text of one line that names a file in a folder and nothing else: without a slash, without
 * what is not seen or turns the rest around, not hidden, and not too long.
 *
 * Returns: (transfer full): the name, "file" if nothing is left of it
 */
char *
mull_attachment_clean_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autoptr (GString) clean = g_string_new (NULL);
  const char *start;

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (clean, is_refused (c) ? '_' : c);
    }
  g_strstrip (clean->str);
  for (start = clean->str; *start == '.' || *start == ' ';)
    start++;
  return *start != '\0' ? shorten (start) : g_strdup ("file");
}

/**
 * mull_attachment_is_sha256:
 *
 * Returns: whether @text is a SHA-256 in lower case, so that it may become part of a path
 */
gboolean
mull_attachment_is_sha256 (const char *text)
{
  return strlen (text) == SHA256_LENGTH && strspn (text, "0123456789abcdef") == SHA256_LENGTH;
}

/**
 * mull_attachment_is_program:
 *
 * Returns: whether the desktop may start it rather than show it, going by its kind and its ending
 */
gboolean
mull_attachment_is_program (const MullAttachment *self)
{
  static const char *const types[] = {
    "application/java-archive",
    "application/vnd.appimage",
    "application/vnd.microsoft.portable-executable",
    "application/x-desktop",
    "application/x-dosexec",
    "application/x-executable",
    "application/x-java-archive",
    "application/x-java-jnlp-file",
    "application/x-ms-dos-executable",
    "application/x-ms-shortcut",
    "application/x-msdos-program",
    "application/x-msdownload",
    "application/x-msi",
    "application/x-pie-executable",
    "application/x-sharedlib",
    "application/x-shellscript",
    "application/x-wine-extension-msp",
    NULL,
  };
  static const char *const endings[] = {
    ".appimage", ".bat", ".cmd", ".com", ".desktop", ".exe", ".jar", ".jnlp",
    ".lnk",      ".msi", ".pif", ".ps1", ".run",     ".scr", ".sh",  ".vbs",
  };
  g_autofree char *name = g_ascii_strdown (self->name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;
  return g_strv_contains (types, self->media_type);
}
