/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-vcard-row"

#include "config.h"

#include "mull-vcard-row.h"

#include "mull-csv-value.h"
#include "mull-error.h"
#include "mull-import-row-private.h"
#include "mull-parse-limits.h"
#include "mull-text.h"
#include "mull-vcard-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef char *(*CleanFunc) (const char *text, const char *field, GError **error);

/* What is being read. */
typedef struct
{
  MullImportRow *row;
  const MullVcard *card;
} Reading;

/* ── Texts ────────────────────────────────────────────────────────────── */

static const char *
store (Reading *self, const char *text)
{
  return *text != '\0' ? g_string_chunk_insert (self->row->store, text) : "";
}

/* @text: (transfer full) */
static const char *
clean (Reading *self, const MullVcardField *field, CleanFunc func, char *text)
{
  g_autofree char *owned = text;
  g_autofree char *cleaned = NULL;
  g_autofree char *excerpt = NULL;
  g_autoptr (GError) error = NULL;

  cleaned = func (owned, field->name, &error);
  if (cleaned != NULL)
    return store (self, cleaned);
  excerpt = mull_text_excerpt (owned, MULL_IMPORT_EXCERPT_CHARS);
  mull_import_row_refuse (self->row, field->line, field->name, error->message, excerpt);
  return "";
}

static const char *
clean_line (Reading *self, const MullVcardField *field, char *text)
{
  return clean (self, field, mull_text_clean_line, text);
}

/* The first property of that name, as a line. */
static const char *
read_line (Reading *self, const char *name)
{
  const MullVcardField *field = mull_vcard_find (self->card, name);

  return field != NULL ? clean_line (self, field, mull_vcard_field_dup_text (field)) : "";
}

/* All notes, with an empty line between them. */
static const char *
read_notes (Reading *self)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  const MullVcardField *first = mull_vcard_find (self->card, "NOTE");

  for (guint i = 0; i < mull_vcard_get_n_fields (self->card); i++)
    {
      const MullVcardField *field = mull_vcard_get_field (self->card, i);
      gboolean goes_on = g_str_equal (field->name, "X-MULLIGAN-NOTE-MORE");
      g_autofree char *text = NULL;

      if ((!goes_on && !g_str_equal (field->name, "NOTE")) || *field->value == '\0')
        continue;
      text = mull_vcard_field_dup_text (field);
      g_string_append_printf (notes, "%s%s", notes->len > 0 && !goes_on ? "\n\n" : "", text);
    }
  return first != NULL ? clean (self, first, mull_text_clean_body, g_strdup (notes->str)) : "";
}

/* The first part of ORG: the others are departments. */
static const char *
read_organisation (Reading *self)
{
  const MullVcardField *field = mull_vcard_find (self->card, "ORG");
  g_auto (GStrv) parts = field != NULL ? mull_vcard_field_split (field) : NULL;

  return parts != NULL ? clean_line (self, field, g_strdup (parts[0])) : "";
}

/* FN, else what N is made of. */
static const char *
read_name (Reading *self)
{
  const char *name = read_line (self, "FN");
  const MullVcardField *n = mull_vcard_find (self->card, "N");

  if (*name == '\0' && n != NULL)
    name = clean_line (self, n, mull_vcard_form_name (n));
  return name;
}

/* ── Telephones and e-mails ───────────────────────────────────────────── */

typedef struct
{
  MullImportAddress address;
  guint preference;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  guint first = ((const Candidate *) a)->preference, second = ((const Candidate *) b)->preference;

  return (first > second) - (first < second);
}

/* Those of one kind, the preferred one first, each once. */
static void
read_addresses (Reading *self, const char *name, MullAddressKind kind)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < mull_vcard_get_n_fields (self->card); i++)
    {
      const MullVcardField *field = mull_vcard_get_field (self->card, i);
      Candidate candidate = { .address.kind = kind };

      if (!g_str_equal (field->name, name))
        continue;
      candidate.address.value = clean_line (
          self, field,
          kind == MULL_ADDRESS_MAIL ? mull_vcard_form_mail (field) : mull_vcard_form_phone (field));
      if (*candidate.address.value == '\0')
        continue;
      candidate.address.label = clean_line (self, field, mull_vcard_form_label (self->card, field));
      candidate.preference = mull_vcard_form_preference (field);
      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (self->row->addresses, g_array_index (candidates, Candidate, i).address);
}

/* ── What is kept for the way back ────────────────────────────────────── */

static gboolean
is_one_of (const char *name, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (name, names[i]))
      return TRUE;
  return FALSE;
}

/* The label of a number that is taken over with the number. */
static gboolean
is_used_label (Reading *self, const MullVcardField *label, gboolean is_company)
{
  gboolean used = FALSE;

  if (!g_str_equal (label->name, "X-ABLABEL"))
    return FALSE;
  for (guint i = 0; i < mull_vcard_get_n_fields (self->card); i++)
    {
      const MullVcardField *field = mull_vcard_get_field (self->card, i);

      if (field == label || *label->group == '\0' || !g_str_equal (field->group, label->group))
        continue;
      used =
          !is_company && (g_str_equal (field->name, "TEL") || g_str_equal (field->name, "EMAIL"));
    }
  return used;
}

static gboolean
has_departments (const MullVcardField *org)
{
  g_auto (GStrv) parts = mull_vcard_field_split (org);

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      return TRUE;
  return FALSE;
}

/* Whether a property says more than what became of it here. */
static gboolean
says_more (Reading *self, const MullVcardField *field, gboolean is_company)
{
  static const char *const taken[] = { "FN",      "NOTE",  "X-MULLIGAN-NOTE-MORE",
                                       "PRODID",  "BEGIN", "END",
                                       "VERSION", NULL };
  static const char *const of_person[] = { "TEL", "EMAIL", "TITLE", NULL };
  static const char *const of_company[] = { "KIND", "X-ABSHOWAS", "X-MULLIGAN-SECTOR", NULL };
  g_autofree char *usual = NULL;
  g_autofree char *line = NULL;

  if (*field->value == '\0' || is_one_of (field->name, taken) ||
      is_one_of (field->name, is_company ? of_company : of_person) ||
      is_used_label (self, field, is_company))
    return FALSE;
  if (g_str_equal (field->name, "ORG"))
    return has_departments (field);
  if (g_str_equal (field->name, "N"))
    {
      usual = mull_vcard_form_name_parts (self->row->texts[MULL_IMPORT_PERSON_NAME]);
      return !is_company && !g_str_equal (field->value, usual);
    }
  if (is_company && g_str_equal (field->name, "TEL"))
    return field != mull_vcard_find (self->card, "TEL");
  if (is_company && g_str_equal (field->name, "ADR"))
    usual = mull_vcard_form_street_line (self->row->texts[MULL_IMPORT_COMPANY_ADDRESS]);
  else if (is_company && g_str_equal (field->name, "URL"))
    usual = mull_vcard_form_page_line (self->row->texts[MULL_IMPORT_COMPANY_DOMAIN]);
  line = mull_vcard_field_to_line (field);
  return g_strcmp0 (line, usual) != 0;
}

static void
keep_the_rest (Reading *self, gboolean is_company)
{
  for (guint i = 0; i < mull_vcard_get_n_fields (self->card); i++)
    {
      const MullVcardField *field = mull_vcard_get_field (self->card, i);
      g_autofree char *line = NULL;

      if (!says_more (self, field, is_company))
        continue;
      line = mull_vcard_field_to_line (field);
      g_ptr_array_add (self->row->kept, g_string_chunk_insert (self->row->store, line));
    }
}

/* ── Cards ────────────────────────────────────────────────────────────── */

static gboolean
is_kind (Reading *self, const char *name, const char *value)
{
  const MullVcardField *field = mull_vcard_find (self->card, name);

  return field != NULL && g_ascii_strcasecmp (field->value, value) == 0;
}

/* A card is a company if it says so, or names nobody but an organisation. */
static gboolean
is_company (Reading *self, const char *name, const char *organisation)
{
  const MullVcardField *n = mull_vcard_find (self->card, "N");
  g_autofree char *parts = n != NULL ? mull_vcard_form_name (n) : g_strdup ("");

  if (is_kind (self, "KIND", "org") || is_kind (self, "X-ABSHOWAS", "COMPANY"))
    return TRUE;
  return *organisation != '\0' && *parts == '\0' &&
         (*name == '\0' || g_str_equal (name, organisation));
}

static void
fill_person (Reading *self, const char *name, const char *organisation)
{
  const char **texts = self->row->texts;

  self->row->kind = MULL_IMPORT_PEOPLE;
  read_addresses (self, "EMAIL", MULL_ADDRESS_MAIL);
  read_addresses (self, "TEL", MULL_ADDRESS_PHONE);
  if (*name == '\0')
    name = read_line (self, "NICKNAME");
  if (*name == '\0' && self->row->addresses->len > 0)
    name = g_array_index (self->row->addresses, MullImportAddress, 0).value;
  texts[MULL_IMPORT_PERSON_NAME] = name;
  texts[MULL_IMPORT_COMPANY_NAME] = organisation;
  texts[MULL_IMPORT_PERSON_JOB] = read_line (self, "TITLE");
  if (*texts[MULL_IMPORT_PERSON_JOB] == '\0')
    texts[MULL_IMPORT_PERSON_JOB] = read_line (self, "ROLE");
  if (*name == '\0' && self->row->refusals->len == 0)
    mull_import_row_refuse (self->row, self->card->line, "",
                            _ ("The card has no name, no organisation, no number and no address."),
                            "");
}

static void
fill_company (Reading *self, const char *name, const char *organisation)
{
  const char **texts = self->row->texts;
  const MullVcardField *tel = mull_vcard_find (self->card, "TEL");
  const MullVcardField *adr = mull_vcard_find (self->card, "ADR");
  const MullVcardField *url = mull_vcard_find (self->card, "URL");
  g_autofree char *domain = NULL;

  self->row->kind = MULL_IMPORT_COMPANIES;
  texts[MULL_IMPORT_COMPANY_NAME] = *organisation != '\0' ? organisation : name;
  if (tel != NULL)
    texts[MULL_IMPORT_COMPANY_PHONE] = clean_line (self, tel, mull_vcard_form_phone (tel));
  if (adr != NULL)
    texts[MULL_IMPORT_COMPANY_ADDRESS] = clean_line (self, adr, mull_vcard_form_address (adr));
  if (url != NULL)
    {
      domain = mull_csv_value_parse_domain (url->value, strlen (url->value));
      texts[MULL_IMPORT_COMPANY_DOMAIN] = store (self, domain);
    }
  texts[MULL_IMPORT_COMPANY_SECTOR] = read_line (self, "X-MULLIGAN-SECTOR");
  if (*texts[MULL_IMPORT_COMPANY_NAME] == '\0' && self->row->refusals->len == 0)
    mull_import_row_refuse (self->row, self->card->line, "", _ ("The card has no name."), "");
}

static void
tell_omissions (Reading *self)
{
  for (guint i = 0; i < self->card->omissions->len; i++)
    {
      const MullVcardProblem *omission = self->card->omissions->pdata[i];

      /* Translators: the name of a property, and a sentence that says why it is left out */
      g_autofree char *text = g_strdup_printf (_ ("%s: %s"), omission->field, omission->reason);

      g_ptr_array_add (self->row->notes, g_string_chunk_insert (self->row->store, text));
    }
}

/**
 * mull_vcard_row_fill:
 * @row: an empty row whose bytes are set
 * @card: a card of these bytes
 *
 * Reads a card as a person or a company. What has no place here is kept as it is.
 */
void
mull_vcard_row_fill (MullImportRow *row, const MullVcard *card)
{
  Reading self = { row, card };
  const char *name, *organisation;
  gboolean company;

  row->is_card = TRUE;
  row->kind = MULL_IMPORT_PEOPLE;
  row->number = card->number;
  row->line = card->line;
  row->raw = card->raw;
  row->raw_length = card->raw_length;
  if (card->problem != NULL)
    {
      mull_import_row_refuse (row, card->problem->line, card->problem->field, card->problem->reason,
                              card->problem->excerpt);
      return;
    }
  name = read_name (&self);
  organisation = read_organisation (&self);
  row->is_group =
      is_kind (&self, "KIND", "group") || is_kind (&self, "X-ADDRESSBOOKSERVER-KIND", "group");
  company = is_company (&self, name, organisation);
  if (company)
    fill_company (&self, name, organisation);
  else
    fill_person (&self, name, organisation);
  row->texts[MULL_IMPORT_NOTE_TEXT] = read_notes (&self);
  row->texts[MULL_IMPORT_SOURCE_ID] = read_line (&self, "UID");
  keep_the_rest (&self, company);
  tell_omissions (&self);
}
