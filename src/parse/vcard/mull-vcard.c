/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-vcard"

#include "config.h"

#include "mull-vcard.h"

#include "mull-parse-limits.h"
#include "mull-text.h"
#include "mull-vcard-scan.h"

#include <string.h>

#define STORE_BLOCK 4096
/* How a line says that its value is base64. */
#define BINARY "ENCODING=b"

static void
free_problem (gpointer data)
{
  mull_vcard_problem_free (data);
}

/**
 * mull_vcard_new:
 *
 * Returns: (transfer full): an empty card, to be filled by a reader
 */
MullVcard *
mull_vcard_new (void)
{
  MullVcard *self = g_new0 (MullVcard, 1);

  self->raw = "";
  self->fields = g_array_new (FALSE, FALSE, sizeof (MullVcardField));
  self->omissions = g_ptr_array_new_with_free_func (free_problem);
  self->store = g_string_chunk_new (STORE_BLOCK);
  return self;
}

/**
 * mull_vcard_free:
 * @self: (transfer full): a card
 */
void
mull_vcard_free (MullVcard *self)
{
  g_clear_pointer (&self->problem, mull_vcard_problem_free);
  g_array_unref (self->fields);
  g_ptr_array_unref (self->omissions);
  g_string_chunk_free (self->store);
  g_free (self);
}

/**
 * mull_vcard_clear:
 * @self: a card
 *
 * Makes the card empty.
 */
void
mull_vcard_clear (MullVcard *self)
{
  self->number = self->line = 0;
  self->raw = "";
  self->raw_length = 0;
  g_clear_pointer (&self->problem, mull_vcard_problem_free);
  g_array_set_size (self->fields, 0);
  g_ptr_array_set_size (self->omissions, 0);
  g_string_chunk_clear (self->store);
}

/**
 * mull_vcard_get_n_fields:
 *
 * Returns: how many properties the card has
 */
guint
mull_vcard_get_n_fields (const MullVcard *self)
{
  return self->fields->len;
}

/**
 * mull_vcard_get_field:
 * @index: from 0
 *
 * Returns: (transfer none): the property
 */
const MullVcardField *
mull_vcard_get_field (const MullVcard *self, guint index)
{
  return &g_array_index (self->fields, MullVcardField, index);
}

/**
 * mull_vcard_find:
 * @name: in capitals
 *
 * Returns: (transfer none) (nullable): the first property of that name that says anything
 */
const MullVcardField *
mull_vcard_find (const MullVcard *self, const char *name)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const MullVcardField *field = mull_vcard_get_field (self, i);

      if (g_str_equal (field->name, name) && *field->value != '\0')
        return field;
    }
  return NULL;
}

/**
 * mull_vcard_is_name:
 * @name: a text
 *
 * Returns: whether it can be the name of a property, or of what properties are grouped by
 */
gboolean
mull_vcard_is_name (const char *name)
{
  const char *at = name;

  while (g_ascii_isalnum (*at) || *at == '-' || *at == '_')
    at++;
  return *at == '\0' && at > name && at - name <= MULL_VCARD_NAME_MAX;
}

/* What a card is made of is no property of it. */
static gboolean
is_frame (const char *name)
{
  return g_str_equal (name, "BEGIN") || g_str_equal (name, "END") || g_str_equal (name, "VERSION");
}

/**
 * mull_vcard_add_line:
 * @self: a card
 * @line: valid UTF-8
 *
 * Adds what mull_vcard_field_to_line() made a line of.
 *
 * Returns: %FALSE, and nothing is added, if the line is no property
 */
gboolean
mull_vcard_add_line (MullVcard *self, const char *line)
{
  gsize searched = 0;
  gboolean in_quotes = FALSE;
  gssize colon = mull_vcard_scan_colon (line, strlen (line), &searched, &in_quotes);
  g_autofree char *head = g_strndup (line, colon >= 0 ? (gsize) colon : 0);
  g_auto (GStrv) halves = g_strsplit (head, ";", 2);
  const char *params = halves[0] != NULL && halves[1] != NULL ? halves[1] : "";
  char *dot = halves[0] != NULL ? strrchr (halves[0], '.') : NULL;
  g_autofree char *name = g_ascii_strup (dot != NULL ? dot + 1 : head, -1);
  gsize length = strlen (params);
  MullVcardField field = { 0 };

  name[strcspn (name, ";")] = '\0';
  if (dot != NULL)
    *dot = '\0';
  if (!mull_vcard_is_name (name) || is_frame (name) ||
      (dot != NULL && !mull_vcard_is_name (halves[0])) || strpbrk (line, "\r\n") != NULL ||
      mull_text_has_rubbish (line, strlen (line)))
    return FALSE;
  field.is_binary = g_str_has_suffix (params, BINARY) &&
                    (length == strlen (BINARY) || params[length - strlen (BINARY) - 1] == ';');
  if (field.is_binary)
    length -= MIN (length, strlen (BINARY) + 1);
  field.group = dot != NULL ? g_string_chunk_insert (self->store, halves[0]) : "";
  field.name = g_string_chunk_insert (self->store, name);
  field.params = g_string_chunk_insert_len (self->store, params, (gssize) length);
  field.value = g_string_chunk_insert (self->store, line + colon + 1);
  g_array_append_val (self->fields, field);
  return TRUE;
}

/* ── Problems ─────────────────────────────────────────────────────────── */

/**
 * mull_vcard_problem_new:
 * @line: the physical line, from 1
 * @field: the name of the property, or empty
 * @reason: a sentence
 * @excerpt: the first characters of what it is about
 *
 * Returns: (transfer full): a problem
 */
MullVcardProblem *
mull_vcard_problem_new (guint line, const char *field, const char *reason, const char *excerpt)
{
  MullVcardProblem *self = g_new (MullVcardProblem, 1);

  self->line = line;
  self->field = g_strdup (field);
  self->reason = g_strdup (reason);
  self->excerpt = g_strdup (excerpt);
  return self;
}

/**
 * mull_vcard_problem_free:
 * @self: (transfer full): a problem
 */
void
mull_vcard_problem_free (MullVcardProblem *self)
{
  g_free (self->field);
  g_free (self->reason);
  g_free (self->excerpt);
  g_free (self);
}

/* ── A property ───────────────────────────────────────────────────────── */

static char *
unescape (const char *value, gsize length)
{
  GString *text = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    if (value[i] != '\\' || i + 1 == length)
      g_string_append_c (text, value[i]);
    else
      {
        i++;
        g_string_append_c (text, value[i] == 'n' || value[i] == 'N' ? '\n' : value[i]);
      }
  return g_string_free (text, FALSE);
}

/**
 * mull_vcard_field_dup_text:
 * @self: a property
 *
 * Returns: (transfer full): its value as one text, without escapes
 */
char *
mull_vcard_field_dup_text (const MullVcardField *self)
{
  return unescape (self->value, strlen (self->value));
}

/**
 * mull_vcard_field_split:
 * @self: a property of several parts, such as N, ADR or ORG
 *
 * Returns: (transfer full) (array zero-terminated=1): its parts, without escapes
 */
char **
mull_vcard_field_split (const MullVcardField *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  const char *start = self->value, *at;

  for (at = start;; at++)
    {
      if (*at == '\\' && at[1] != '\0')
        {
          at++;
          continue;
        }
      if (*at == ';' || *at == '\0')
        {
          g_autofree char *part = unescape (start, (gsize) (at - start));

          g_strv_builder_add (parts, part);
          start = at + 1;
        }
      if (*at == '\0')
        return g_strv_builder_end (parts);
    }
}

/* Calls @func with each value of each parameter @name, without quotation marks. */
static void
foreach_param (const MullVcardField *self,
               const char *name,
               void (*func) (const char *value, gsize length, gpointer user_data),
               gpointer user_data)
{
  gsize name_length = strlen (name);

  for (const char *at = self->params; *at != '\0';)
    {
      gboolean is_it = g_ascii_strncasecmp (at, name, name_length) == 0 && at[name_length] == '=';
      gboolean in_quotes = FALSE;
      const char *start;

      at += strcspn (at, "=;");
      at += *at == '=';
      for (start = at;; at++)
        {
          in_quotes ^= *at == '"';
          if (*at != '\0' && (in_quotes || (*at != ',' && *at != ';')))
            continue;
          if (is_it)
            {
              gsize length = (gsize) (at - start);
              gboolean quoted = length >= 2 && *start == '"' && at[-1] == '"';

              func (start + quoted, length - 2 * quoted, user_data);
            }
          start = at + 1;
          if (*at != ',')
            break;
        }
      at += *at == ';';
    }
}

static void
add_value (const char *value, gsize length, gpointer user_data)
{
  g_autofree char *text = g_strndup (value, length);
  g_auto (GStrv) words = g_strsplit (text, ",", -1);

  /* 4.0 quotes a list of types as a whole. */
  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0')
      g_strv_builder_add (user_data, words[i]);
}

static void
take_first (const char *value, gsize length, gpointer user_data)
{
  char **first = user_data;

  if (*first == NULL)
    *first = g_strndup (value, length);
}

/**
 * mull_vcard_field_dup_types:
 * @self: a property
 *
 * Returns: (transfer full) (array zero-terminated=1): its types as they stand, such as "CELL"
 */
char **
mull_vcard_field_dup_types (const MullVcardField *self)
{
  g_autoptr (GStrvBuilder) types = g_strv_builder_new ();

  foreach_param (self, "TYPE", add_value, types);
  return g_strv_builder_end (types);
}

/**
 * mull_vcard_field_dup_param:
 * @self: a property
 * @name: a parameter
 *
 * Returns: (transfer full) (nullable): its first value
 */
char *
mull_vcard_field_dup_param (const MullVcardField *self, const char *name)
{
  char *value = NULL;

  foreach_param (self, name, take_first, &value);
  return value;
}

/**
 * mull_vcard_field_to_line:
 * @self: a property
 *
 * Returns: (transfer full): the property as a line of a vCard 3.0, not folded
 */
char *
mull_vcard_field_to_line (const MullVcardField *self)
{
  return g_strconcat (self->group, *self->group != '\0' ? "." : "", self->name,
                      *self->params != '\0' ? ";" : "", self->params,
                      self->is_binary ? ";" BINARY ":" : ":", self->value, NULL);
}
