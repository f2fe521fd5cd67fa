/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-company"

#include "config.h"

#include "mull-company.h"

#include <string.h>

static const MullField fields[] = {
  MULL_FIELD (MullCompany, uuid, TEXT),
  MULL_FIELD (MullCompany, name, TEXT),
  MULL_FIELD (MullCompany, name_key, TEXT),
  MULL_FIELD (MullCompany, domain, TEXT),
  MULL_FIELD (MullCompany, phone, TEXT),
  MULL_FIELD (MullCompany, address, TEXT),
  MULL_FIELD (MullCompany, sector, TEXT),
  MULL_FIELD (MullCompany, notes, TEXT),
  MULL_FIELD (MullCompany, created_at, INSTANT),
  MULL_FIELD (MullCompany, trashed_at, OPTIONAL_INSTANT),
};
MULL_DEFINE_RECORD (MullCompany, mull_company, "company", fields)

/* What companies call themselves by law, without dots, in the countries of our languages and their
 * neighbours. */
static const char *const legal_forms[] = {
  "ab",  "ag",   "aps",  "as",  "asa", "bv",   "co",  "company", "corp", "corporation", "ev",
  "eg",  "gbr",  "gmbh", "inc", "kg",  "kgaa", "lda", "limited", "llc",  "llp",         "lp",
  "ltd", "ltda", "mbh",  "nv",  "ohg", "oy",   "oyj", "plc",     "pty",  "sa",          "sarl",
  "sas", "se",   "sl",   "spa", "srl", "ug",   "&",   "und",     "and",
};

static gboolean
is_legal_form (const char *word)
{
  g_autoptr (GString) bare = g_string_new (word);

  g_string_replace (bare, ".", "", 0);
  g_string_replace (bare, ",", "", 0);
  for (guint i = 0; i < G_N_ELEMENTS (legal_forms); i++)
    if (g_str_equal (bare->str, legal_forms[i]))
      return TRUE;
  return bare->len == 0;
}

/**
 * mull_company_stem:
 * @name_key: a name folded by mull_text_fold()
 *
 * Returns: (transfer full): the name without its legal form: that of “zeta gmbh & co. kg” is
 *   “zeta”; all of it if nothing would be left
 */
char *
mull_company_stem (const char *name_key)
{
  g_autofree char *stem = g_strdup (name_key);
  char *space;

  while ((space = strrchr (stem, ' ')) != NULL && is_legal_form (space + 1))
    *space = '\0';
  /* "zeta, inc." */
  if (g_str_has_suffix (stem, ","))
    stem[strlen (stem) - 1] = '\0';
  return g_steal_pointer (&stem);
}
