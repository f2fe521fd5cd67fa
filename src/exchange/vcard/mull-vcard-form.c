/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-vcard-form"

#include "config.h"

#include "mull-vcard-form.h"

#include <string.h>

/* ── Names and addresses ──────────────────────────────────────────────── */

/* Appends the parts that say anything, in this order, with @joiner between them. */
static char *
join_parts (char **parts, const guint *order, guint n, const char *joiner)
{
  GString *text = g_string_new (NULL);
  guint n_parts = g_strv_length (parts);

  for (guint i = 0; i < n; i++)
    {
      const char *part = order[i] < n_parts ? g_strstrip (parts[order[i]]) : "";

      if (*part != '\0' && text->len > 0)
        g_string_append (text, joiner);
      g_string_append (text, part);
    }
  return g_string_free (text, FALSE);
}

/**
 * mull_vcard_form_name:
 * @n: the property N
 *
 * Returns: (transfer full): the name as it is said: prefix, given name, further names, family name,
 *   suffix
 */
char *
mull_vcard_form_name (const MullVcardField *n)
{
  static const guint order[] = { 3, 1, 2, 0, 4 };
  g_auto (GStrv) parts = mull_vcard_field_split (n);

  return join_parts (parts, order, G_N_ELEMENTS (order), " ");
}

/**
 * mull_vcard_form_name_parts:
 * @name: of a person
 *
 * Returns: (transfer full): the value of N for somebody of whom no more is known: the last word is
 *   the family name
 */
char *
mull_vcard_form_name_parts (const char *name)
{
  const char *space = strrchr (name, ' ');
  g_autofree char *given = space != NULL ? g_strndup (name, (gsize) (space - name)) : g_strdup ("");
  GString *value = g_string_new (NULL);

  mull_vcard_form_append_escaped (value, space != NULL ? space + 1 : name);
  g_string_append_c (value, ';');
  mull_vcard_form_append_escaped (value, given);
  g_string_append (value, ";;;");
  return g_string_free (value, FALSE);
}

/**
 * mull_vcard_form_address:
 * @adr: the property ADR
 *
 * Returns: (transfer full): the address on one line
 */
char *
mull_vcard_form_address (const MullVcardField *adr)
{
  static const guint street[] = { 0, 1, 2 };
  static const guint town[] = { 5, 3 };
  static const guint land[] = { 4, 6 };
  g_auto (GStrv) parts = mull_vcard_field_split (adr);
  g_autofree char *first = join_parts (parts, street, G_N_ELEMENTS (street), ", ");
  g_autofree char *second = join_parts (parts, town, G_N_ELEMENTS (town), " ");
  g_autofree char *third = join_parts (parts, land, G_N_ELEMENTS (land), ", ");
  char *all[] = { first, second, third, NULL };
  static const guint order[] = { 0, 1, 2 };

  return join_parts (all, order, G_N_ELEMENTS (order), ", ");
}

/* The value without the scheme that 4.0 writes before it. */
static char *
strip_scheme (const MullVcardField *field, const char *scheme)
{
  g_autofree char *text = mull_vcard_field_dup_text (field);
  g_autofree char *plain = NULL;

  g_strstrip (text);
  if (g_ascii_strncasecmp (text, scheme, strlen (scheme)) != 0)
    return g_steal_pointer (&text);
  plain = g_uri_unescape_string (text + strlen (scheme), NULL);
  if (plain == NULL || !g_utf8_validate (plain, -1, NULL))
    return g_steal_pointer (&text);
  return g_steal_pointer (&plain);
}

/**
 * mull_vcard_form_phone:
 * @tel: the property TEL
 *
 * Returns: (transfer full): the number as people write it, also of `tel:+49-30-1;ext=5`
 */
char *
mull_vcard_form_phone (const MullVcardField *tel)
{
  char *number = strip_scheme (tel, "tel:");
  char *extension = strstr (number, ";ext=");
  char *mark = strchr (number, ';');
  g_autofree char *digits = NULL;
  g_autofree char *whole = NULL;

  if (mark == NULL || !g_str_has_prefix (tel->value, "tel:"))
    return number;
  if (extension != NULL)
    {
      extension += strlen (";ext=");
      digits = g_strndup (extension, strcspn (extension, ";"));
    }
  *mark = '\0';
  if (digits == NULL)
    return number;
  whole = number;
  return g_strdup_printf ("%s ext. %s", whole, digits);
}

/**
 * mull_vcard_form_mail:
 * @email: the property EMAIL
 *
 * Returns: (transfer full): the address, also of `mailto:ann@hartwell.example`
 */
char *
mull_vcard_form_mail (const MullVcardField *email)
{
  return strip_scheme (email, "mailto:");
}

/* ── Labels ───────────────────────────────────────────────────────────── */

/* What a type says here; empty for those that say nothing. The first ones come first in a label. */
static const struct
{
  const char *type;
  const char *word;
} words[] = {
  { "WORK", "work" },   { "HOME", "home" },   { "CELL", "mobile" }, { "MOBILE", "mobile" },
  { "FAX", "fax" },     { "PAGER", "pager" }, { "MAIN", "main" },   { "CAR", "car" },
  { "OTHER", "other" }, { "VIDEO", "video" }, { "ISDN", "isdn" },   { "VOICE", "" },
  { "PREF", "" },       { "INTERNET", "" },   { "MSG", "" },        { "TEXT", "" },
};

static int
find_word (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (words[i].type, type) == 0)
      return (int) i;
  return -1;
}

static void
add_word (GString *label, const char *word)
{
  if (*word == '\0')
    return;
  if (label->len > 0)
    g_string_append_c (label, ' ');
  g_string_append (label, word);
}

static gboolean
has_type (char **types, const char *type)
{
  for (guint i = 0; types[i] != NULL; i++)
    if (g_ascii_strcasecmp (types[i], type) == 0)
      return TRUE;
  return FALSE;
}

/* Known types in our order, then the others as the file has them. */
static char *
join_types (char **types)
{
  GString *label = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_type (types, words[i].type) &&
        !(g_str_equal (words[i].type, "MOBILE") && has_type (types, "CELL")))
      add_word (label, words[i].word);
  for (guint i = 0; types[i] != NULL; i++)
    if (find_word (types[i]) < 0)
      add_word (label, types[i]);
  return g_string_free (label, FALSE);
}

/* Apple writes its own labels as `_$!<Mobile>!$_`. */
static char *
strip_label (const MullVcardField *field)
{
  g_autofree char *text = mull_vcard_field_dup_text (field);
  gsize length = strlen (text);
  g_autofree char *inner = NULL;

  if (!g_str_has_prefix (text, "_$!<") || !g_str_has_suffix (text, ">!$_"))
    return g_steal_pointer (&text);
  inner = g_strndup (text + 4, length - 8);
  return g_ascii_strdown (inner, -1);
}

/**
 * mull_vcard_form_label:
 * @card: a card
 * @field: a telephone number or an e-mail address of it
 *
 * Returns: (transfer full): what its types say, or what the card calls it; unknown and translated
 *   types stay as they are
 */
char *
mull_vcard_form_label (const MullVcard *card, const MullVcardField *field)
{
  g_auto (GStrv) types = mull_vcard_field_dup_types (field);

  for (guint i = 0; *field->group != '\0' && i < mull_vcard_get_n_fields (card); i++)
    {
      const MullVcardField *other = mull_vcard_get_field (card, i);

      if (g_str_equal (other->name, "X-ABLABEL") && g_str_equal (other->group, field->group) &&
          *other->value != '\0')
        return strip_label (other);
    }
  return join_types (types);
}

static gboolean
is_token (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && *at != '-')
      return FALSE;
  return *text != '\0';
}

/**
 * mull_vcard_form_types:
 * @label: "work fax", or whatever the rep calls a number
 *
 * Returns: (transfer full) (nullable): the types that say just that when they are read, joined by
 *   `,`; %NULL if no types do
 */
char *
mull_vcard_form_types (const char *label)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit (label, " ", -1);
  g_auto (GStrv) types = NULL;
  g_autofree char *again = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *type = parts[i];

      for (guint j = G_N_ELEMENTS (words); j > 0; j--)
        if (*words[j - 1].word != '\0' && g_str_equal (words[j - 1].word, parts[i]))
          type = words[j - 1].type;
      if (!is_token (type))
        return NULL;
      g_strv_builder_add (builder, type);
    }
  types = g_strv_builder_end (builder);
  again = join_types (types);
  return g_str_equal (again, label) ? g_strjoinv (",", types) : NULL;
}

/**
 * mull_vcard_form_preference:
 * @field: a telephone number or an e-mail address
 *
 * Returns: which place it has among its like, from 1; a large number if the card does not say
 */
guint
mull_vcard_form_preference (const MullVcardField *field)
{
  g_auto (GStrv) types = mull_vcard_field_dup_types (field);
  g_autofree char *pref = mull_vcard_field_dup_param (field, "PREF");
  guint64 place;

  if (pref != NULL && g_ascii_string_to_unsigned (pref, 10, 1, 100, &place, NULL))
    return (guint) place;
  return has_type (types, "PREF") ? 1 : G_MAXUINT;
}

/* ── Escapes ──────────────────────────────────────────────────────────── */

/**
 * mull_vcard_form_append_escaped:
 * @to: a text is appended to it
 * @text: what is meant
 *
 * Writes a text as a value, or a part of one.
 */
void
mull_vcard_form_append_escaped (GString *to, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (*at == '\n')
      g_string_append (to, "\\n");
    else
      {
        if (strchr ("\\,;", *at) != NULL)
          g_string_append_c (to, '\\');
        g_string_append_c (to, *at);
      }
}

/**
 * mull_vcard_form_street_line:
 * @address: an address on one line, of which no parts are known
 *
 * Returns: (transfer full): the line of a card that says so
 */
char *
mull_vcard_form_street_line (const char *address)
{
  GString *line = g_string_new ("ADR;TYPE=WORK:;;");

  mull_vcard_form_append_escaped (line, address);
  g_string_append (line, ";;;;");
  return g_string_free (line, FALSE);
}

/**
 * mull_vcard_form_page_line:
 * @domain: an internet domain
 *
 * Returns: (transfer full): the line of a card that says so
 */
char *
mull_vcard_form_page_line (const char *domain)
{
  return g_strconcat ("URL:https://", domain, NULL);
}
