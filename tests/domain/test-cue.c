/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-cue.h"

#include <string.h>

static GArray *
cues_of (const char *text)
{
  g_autoptr (GArray) quotations = mull_quotations_of (text);
  MullSpan whole = { 0, strlen (text) };

  return mull_cues_of (text, &whole, quotations, "do-over", "ask");
}

static const MullCue *
find_cue (const GArray *cues, const char *name)
{
  for (guint i = 0; i < cues->len; i++)
    if (g_str_equal (g_array_index (cues, MullCue, i).name, name))
      return &g_array_index (cues, MullCue, i);
  return NULL;
}

static void
assert_cue (const char *text, const char *name, const char *words)
{
  g_autoptr (GArray) cues = cues_of (text);
  const MullCue *cue = find_cue (cues, name);
  g_autofree char *found = NULL;

  g_assert_nonnull (cue);
  found = g_strndup (text + cue->span.start, cue->span.end - cue->span.start);
  g_assert_cmpstr (found, ==, words);
}

static void
assert_no_cue (const char *text, const char *name)
{
  g_autoptr (GArray) cues = cues_of (text);

  g_assert_null (find_cue (cues, name));
}

/* One, two and three in a row, and signs that part what is said. */
static void
test_rows (void)
{
  assert_cue ("Traffic was bad, Ann.", "traffic", "Traffic");
  assert_cue ("Traffic was bad, Ann.", "traffic was", "Traffic was");
  assert_cue ("Traffic was bad, Ann.", "was bad ,", "was bad,");
  assert_cue ("Can you?", "you ?", "you?");
  assert_no_cue ("Traffic was bad, Ann.", "traffic was bad ,");
  assert_no_cue ("Traffic was bad.", "bad .");
}

/* Capitals, apostrophes and figures do not part what is the same. */
static void
test_folding (void)
{
  assert_cue ("I DIDN’T ask.", "didn't ask", "DIDN’T ask");
  assert_cue ("It costs 1200 euros.", "0 euros", "1200 euros");
  assert_cue ("Übermorgen geht es.", "übermorgen", "Übermorgen");
}

/* What a longer word begins and ends with, by letters and not by bytes. */
static void
test_parts (void)
{
  assert_cue ("Lieferverzug.", "^lief", "Lieferverzug");
  assert_cue ("Lieferverzug.", "^liefer", "Lieferverzug");
  assert_cue ("Lieferverzug.", "$rzug", "Lieferverzug");
  assert_cue ("Überfällig.", "^über", "Überfällig");
  assert_no_cue ("Eile.", "^eile");
}

static void
test_place (void)
{
  g_autoptr (GArray) cues = cues_of ("Late.");
  const MullCue *kind = find_cue (cues, "kind=do-over");

  g_assert_nonnull (kind);
  g_assert_cmpuint (kind->span.end, ==, kind->span.start);
  g_assert_nonnull (find_cue (cues, "beat=ask"));
  assert_cue ("Late.", "ask|late", "Late");
}

/* What somebody else said is not what the rep says. */
static void
test_quotation (void)
{
  assert_no_cue ("You said \"the lorry broke down\" on Monday.", "lorry");
  assert_cue ("You said \"the lorry broke down\" on Monday.", "monday", "Monday");
}

/* Each name once, in the order of the text; only the sentence that is asked about. */
static void
test_order (void)
{
  const char *text = "Late again, late. Sorry.";
  MullSpan first = { 0, strlen ("Late again, late.") };
  g_autoptr (GArray) quotations = mull_quotations_of (text);
  g_autoptr (GArray) cues = mull_cues_of (text, &first, quotations, "do-over", "ask");
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  gsize last = 0;

  for (guint i = 0; i < cues->len; i++)
    {
      const MullCue *cue = &g_array_index (cues, MullCue, i);

      g_assert_true (g_hash_table_add (names, cue->name));
      if (cue->span.end == cue->span.start)
        continue;
      g_assert_cmpuint (cue->span.start, >=, last);
      g_assert_cmpuint (cue->span.end, <=, first.end);
      last = cue->span.start;
    }
  g_assert_false (g_hash_table_contains (names, "sorry"));
}

static void
test_nothing (void)
{
  g_autoptr (GArray) cues = cues_of ("…");

  g_assert_cmpuint (cues->len, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cue/rows", test_rows);
  g_test_add_func ("/cue/folding", test_folding);
  g_test_add_func ("/cue/parts", test_parts);
  g_test_add_func ("/cue/place", test_place);
  g_test_add_func ("/cue/quotation", test_quotation);
  g_test_add_func ("/cue/order", test_order);
  g_test_add_func ("/cue/nothing", test_nothing);
  return g_test_run ();
}
