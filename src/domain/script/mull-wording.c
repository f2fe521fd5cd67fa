/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-wording"

#include "config.h"

#include "mull-wording.h"

#include "mull-fill-in.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is shorter than this stands in too many words to be taken for a fact. */
#define FACT_MIN_CHARACTERS 2

/**
 * mull_wording_new:
 * @own: (transfer none): what the rep keeps
 *
 * Returns: (transfer full): it, not used yet
 */
MullWording *
mull_wording_new (MullOwnBeat *own)
{
  MullWording *self = g_new0 (MullWording, 1);

  self->own = mull_own_beat_ref (own);
  return self;
}

/**
 * mull_wording_free:
 * @self: (transfer full): a wording
 */
void
mull_wording_free (MullWording *self)
{
  g_return_if_fail (self != NULL);

  mull_own_beat_unref (self->own);
  g_free (self);
}

/**
 * mull_wording_compare:
 * @a: a wording
 * @b: another one
 *
 * Orders wordings for a choice: what worked most often comes first, then what was used most often,
 * then what was kept last. A share would put one lucky call above ten good ones of eleven.
 *
 * Returns: negative if @a comes first
 */
int
mull_wording_compare (const MullWording *a, const MullWording *b)
{
  if (a->n_worked != b->n_worked)
    return a->n_worked > b->n_worked ? -1 : 1;
  if (a->n_used != b->n_used)
    return a->n_used > b->n_used ? -1 : 1;
  if (a->own->created_at != b->own->created_at)
    return a->own->created_at > b->own->created_at ? -1 : 1;
  return a->own->record.id > b->own->record.id ? -1 : a->own->record.id < b->own->record.id;
}

/**
 * mull_wording_format_use:
 * @self: a wording
 *
 * Returns: (transfer full): how it did, for people
 */
char *
mull_wording_format_use (const MullWording *self)
{
  g_autofree char *calls = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->n_used == 0)
    /* Translators: of a wording that the rep keeps: it was in no call yet */
    return g_strdup (_ ("Not spoken yet"));
  calls = g_strdup_printf (ngettext ("In %u call", "In %u calls", self->n_used), self->n_used);
  /* Translators: "In 3 calls", and how many of them brought what was asked for */
  return g_strdup_printf (_ ("%1$s, got it in %2$u"), calls, self->n_worked);
}

/* ── From a call to every call ────────────────────────────────────────── */

/* A fact as it is spoken, and the placeholder that stands for it. */
typedef struct
{
  char *spoken;
  char *placeholder;
} Fact;

static void
clear_fact (gpointer data)
{
  Fact *fact = data;

  g_free (fact->spoken);
  g_free (fact->placeholder);
}

static void
add_fact (GArray *spoken,
          const char *name,
          const MullScriptFacts *facts,
          const MullScriptTemplate *script)
{
  Fact fact = { .placeholder = g_strdup_printf ("{%s}", name) };

  fact.spoken = mull_fill_in (fact.placeholder, facts, script);
  if (strstr (fact.spoken, MULL_FILL_IN_GAP) != NULL ||
      g_utf8_strlen (fact.spoken, -1) < FACT_MIN_CHARACTERS)
    clear_fact (&fact);
  else
    g_array_append_val (spoken, fact);
}

/* The longest first, so that a whole name is not taken for a first name; of equal ones the first.
 */
static const Fact *
find_fact (GArray *spoken, const char *text, gsize *length)
{
  const Fact *found = NULL;
  gunichar first = g_unichar_tolower (g_utf8_get_char (text));

  *length = 0;
  for (guint i = 0; i < spoken->len; i++)
    {
      const Fact *fact = &g_array_index (spoken, Fact, i);
      gsize n = strlen (fact->spoken);
      const char *rest = g_utf8_next_char (fact->spoken);

      /* Where a sentence begins, a fact has a capital. */
      if (n > *length && g_unichar_tolower (g_utf8_get_char (fact->spoken)) == first &&
          g_str_has_prefix (g_utf8_next_char (text), rest) &&
          !g_unichar_isalnum (g_utf8_get_char (g_utf8_next_char (text) + strlen (rest))))
        {
          found = fact;
          *length = (gsize) (g_utf8_next_char (text) - text) + strlen (rest);
        }
    }
  return found;
}

static char *
replace_facts (const char *text, GArray *spoken)
{
  GString *general = g_string_new (NULL);
  gunichar before = 0;
  const char *p = text;

  while (*p != '\0')
    {
      const char *close = *p == '{' ? strchr (p, '}') : NULL;
      gsize length = 0;
      const Fact *fact = g_unichar_isalnum (before) ? NULL : find_fact (spoken, p, &length);

      if (fact != NULL)
        g_string_append (general, fact->placeholder);
      else
        {
          /* What is a placeholder already stays one. */
          length = (gsize) ((close != NULL ? close + 1 : g_utf8_next_char (p)) - p);
          g_string_append_len (general, p, (gssize) length);
        }
      p += length;
      before = g_utf8_get_char (g_utf8_prev_char (p));
    }
  return g_string_free (general, FALSE);
}

/**
 * mull_wording_generalise:
 * @text: what is said on one call
 * @facts: what that call is filled in with
 * @script: the template, whose phrases stand for words as well
 *
 * Puts placeholders in the place of names, days and whatever else belongs to this one call, so that
 * the wording fits the next one: what mull_fill_in() does, the other way round.
 *
 * Returns: (transfer full): the wording
 */
char *
mull_wording_generalise (const char *text,
                         const MullScriptFacts *facts,
                         const MullScriptTemplate *script)
{
  const char *const *names = mull_fill_in_get_placeholders ();
  g_autoptr (GArray) spoken = NULL;

  g_return_val_if_fail (text != NULL && facts != NULL && script != NULL, NULL);

  spoken = g_array_new (FALSE, FALSE, sizeof (Fact));
  g_array_set_clear_func (spoken, clear_fact);
  for (guint i = 0; names[i] != NULL; i++)
    add_fact (spoken, names[i], facts, script);
  for (guint i = 0; i < script->phrases->len; i++)
    add_fact (spoken, ((MullTemplatePart *) script->phrases->pdata[i])->id, facts, script);
  return replace_facts (text, spoken);
}
