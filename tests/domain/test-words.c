/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-promise-words.h"
#include "mull-words.h"

typedef const char *(*Label) (int value);

static void
test_promise_events (void)
{
  g_autofree char *late =
      mull_commitment_format_event (MULL_COMMITMENT_KEPT_LATE, "The 100 % plan");

  g_assert_cmpstr (late, ==, "Promise kept late: The 100 % plan");
  for (MullCommitmentState state = MULL_COMMITMENT_OPEN; state <= MULL_COMMITMENT_RELEASED; state++)
    {
      g_autofree char *event = mull_commitment_format_event (state, "R&D <b>");

      g_assert_true (g_str_has_suffix (event, ": R&D <b>"));
    }
}

/* Every enumeration is an int to the compiler's calling convention and to this table. */
#define LABEL(name)                                                                                \
  {                                                                                                \
#name, mull_##name##_get_type, (Label) (GCallback) mull_##name##_label                         \
  }

static const struct
{
  const char *name;
  GType (*get_type) (void);
  Label label;
} words[] = {
  LABEL (address_kind),     LABEL (answer_source),     LABEL (cause),
  LABEL (commitment_state), LABEL (direction),         LABEL (entry_kind),
  LABEL (firmness),         LABEL (hole_kind),         LABEL (hole_source),
  LABEL (hole_state),       LABEL (outcome),           LABEL (quiet_scope),
  LABEL (quiet_state),      LABEL (roadblock_outcome), LABEL (role),
  LABEL (said_no),          LABEL (script_outcome),    LABEL (side),
  LABEL (stance),           LABEL (decision_cause),    LABEL (decision_choice),
  LABEL (hard_outcome),     LABEL (hard_reading),      LABEL (own_outcome),
  LABEL (ternary),          LABEL (touch_state),       LABEL (truth),
};

static void
test_labels (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  GEnumClass *klass = g_type_class_ref (words[i].get_type ());
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint j = 0; j < klass->n_values; j++)
    {
      const char *label = words[i].label (klass->values[j].value);

      g_assert_nonnull (label);
      g_assert_true (g_unichar_isupper (g_utf8_get_char (label)));
      /* Two values with one word would be one value to the user. */
      g_assert_true (g_hash_table_add (seen, (gpointer) label));
    }
  g_type_class_unref (klass);
}

static void
test_touch_phrase (void)
{
  g_assert_cmpstr (mull_touch_phrase (MULL_ENTRY_CALL, MULL_DIRECTION_OUT, FALSE), ==,
                   "Called, not reached");
  g_assert_cmpstr (mull_touch_phrase (MULL_ENTRY_CALL, MULL_DIRECTION_OUT, TRUE), ==,
                   "Talked on the telephone");
  g_assert_cmpstr (mull_touch_phrase (MULL_ENTRY_MEETING, MULL_DIRECTION_BOTH, TRUE), ==, "Met");
  g_assert_cmpstr (mull_touch_phrase (MULL_ENTRY_MAIL, MULL_DIRECTION_IN, FALSE), ==,
                   "E-mail from them");
  g_assert_cmpstr (mull_touch_phrase (MULL_ENTRY_LETTER, MULL_DIRECTION_NONE, FALSE), ==, "Letter");
  g_assert_cmpstr (mull_touch_phrase (MULL_ENTRY_NOTE, MULL_DIRECTION_NONE, FALSE), ==, "Note");
  g_assert_cmpstr (mull_touch_phrase (MULL_ENTRY_FIELD, MULL_DIRECTION_NONE, FALSE), ==, "Change");
}

static void
test_line (void)
{
  static const struct
  {
    const char *change_line, *text, *line;
  } lines[] = {
    { "", "", "" },
    { "", "Rang back", "Rang back" },
    { "Moved from Qualify to Discover", "", "Moved from Qualify to Discover" },
    { "Moved on", "The audit", "Moved on: The audit" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (MullEntry) entry = mull_entry_new ();
      g_autofree char *line = NULL;

      mull_set_text (&entry->change_line, lines[i].change_line);
      mull_set_text (&entry->text, lines[i].text);
      line = mull_entry_dup_line (entry);
      g_assert_cmpstr (line, ==, lines[i].line);
    }
}

static void
test_out_of_range (void)
{
  if (g_test_subprocess ())
    {
      mull_outcome_label ((MullOutcome) 99);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*value >= 0*");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *path = g_strconcat ("/words/label/", words[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_labels);
    }
  g_test_add_func ("/words/promise-events", test_promise_events);
  g_test_add_func ("/words/touch-phrase", test_touch_phrase);
  g_test_add_func ("/words/line", test_line);
  g_test_add_func ("/words/out-of-range", test_out_of_range);
  return g_test_run ();
}
