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

  g_assert_cmpuint (cues->len, ==, 3);
  g_assert_nonnull (find_cue (cues, ""));
}

/* ── Sums ─────────────────────────────────────────────────────────────── */

/* The cues of a text, of which some speak for an excuse. */
static GArray *
weighed_cues_of (const char *text)
{
  static const struct
  {
    const char *name;
    int weight;
  } known[] = { { "", -300 },      { "traffic", 100 }, { "snow", 80 },         { "snow ,", 5 },
                { "really", -10 }, { "but", -500 },    { "kind=do-over", 900 } };
  GArray *cues = cues_of (text);

  for (guint i = 0; i < cues->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (known); j++)
      if (g_str_equal (g_array_index (cues, MullCue, i).name, known[j].name))
        g_array_index (cues, MullCue, i).weights[MULL_REMARK_EXCUSE] = known[j].weight;
  return cues;
}

/* Each category has its own sums, and the kind of script counts as well. */
static void
test_sum (void)
{
  g_autoptr (GArray) cues = weighed_cues_of ("The traffic was bad.");

  g_assert_cmpint (mull_cues_sum (cues, MULL_REMARK_EXCUSE), ==, 700);
  g_assert_cmpint (mull_cues_sum (cues, MULL_REMARK_BLAME), ==, 0);
}

static void
test_sum_in (void)
{
  g_autoptr (GArray) cues = weighed_cues_of ("Snow, and traffic.");
  MullSpan first = { 0, strlen ("Snow") };

  g_assert_cmpint (mull_cues_sum_in (cues, MULL_REMARK_EXCUSE, &first), ==, 80);
}

static void
assert_found (const char *text, const char *expected)
{
  g_autoptr (GArray) cues = weighed_cues_of (text);
  MullSpan span = mull_cues_find (cues, MULL_REMARK_EXCUSE);
  g_autofree char *found = g_strndup (text + span.start, span.end - span.start);

  g_assert_cmpstr (found, ==, expected);
}

/* The stretch in which most speaks for it: a little against it does not part one. */
static void
test_find (void)
{
  assert_found ("Well, the traffic was bad.", "traffic");
  assert_found ("Well, the snow, really, and traffic it was.", "snow, really, and traffic");
  assert_found ("The snow, but traffic it was.", "traffic");
  assert_found ("Good morning.", "");
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
  g_test_add_func ("/cue/sum", test_sum);
  g_test_add_func ("/cue/sum-in", test_sum_in);
  g_test_add_func ("/cue/find", test_find);
  return g_test_run ();
}
