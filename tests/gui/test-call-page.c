/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-call-page"

#include "config.h"

#include "mull-call-page.h"

#include "mull-dossier.h"
#include "mull-outcome-form.h"
#include "mull-script-ops.h"
#include "script-page-fixture.h"

#include <string.h>

static MullCallPage *
open_page (PageFixture *fixture, int width, int height)
{
  MullCallPage *page = mull_call_page_new (fixture->script.workspace);
  g_autoptr (GError) error = NULL;

  mull_call_page_open (page, fixture->script.script_id, &error);
  g_assert_no_error (error);
  page_fixture_present (fixture, GTK_WIDGET (page), width, height);
  return page;
}

static void
press (MullCallPage *page, const char *key)
{
  g_assert_true (mull_gui_test_press (GTK_WIDGET (page), key));
  mull_gui_test_drain ();
}

static const char *
view_of (MullCallPage *page)
{
  return gtk_stack_get_visible_child_name (
      GTK_STACK (page_fixture_child (GTK_WIDGET (page), GTK_TYPE_STACK, "views")));
}

static GtkWidget *
beat_label (MullCallPage *page)
{
  GtkStack *beats = GTK_STACK (page_fixture_child (GTK_WIDGET (page), GTK_TYPE_STACK, "beats"));

  return mull_gui_test_find (gtk_stack_get_visible_child (beats), GTK_TYPE_LABEL, NULL, NULL);
}

static GtkWidget *
beat_target (MullCallPage *page)
{
  return gtk_widget_get_parent (beat_label (page));
}

static const char *
label_of (MullCallPage *page, const char *id)
{
  return gtk_label_get_text (
      GTK_LABEL (page_fixture_child (GTK_WIDGET (page), GTK_TYPE_LABEL, id)));
}

static GtkWidget *
entry_of (MullCallPage *page, const char *id)
{
  return page_fixture_child (GTK_WIDGET (page), GTK_TYPE_ENTRY, id);
}

static void
fill (MullCallPage *page, const char *id, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry_of (page, id)), text);
}

static void
finish (MullCallPage *page)
{
  g_signal_emit_by_name (entry_of (page, "words"), "activate");
  mull_gui_test_drain ();
}

/* What the database says after the call. */
typedef struct
{
  MullDossier *dossier;
  MullHole *hole;
  MullScript *script;
} Result;

static void
load_result (PageFixture *fixture, Result *result)
{
  g_autoptr (GError) error = NULL;

  result->dossier = mull_dossier_load (fixture->script.workspace, fixture->script.deal_id, &error);
  g_assert_no_error (error);
  result->hole = script_fixture_load_hole (&fixture->script, fixture->script.hole_id);
  result->script = mull_script_load (fixture->script.workspace, fixture->script.script_id, &error);
  g_assert_no_error (error);
}

static void
clear_result (Result *result)
{
  mull_dossier_unref (result->dossier);
  mull_hole_unref (result->hole);
  mull_script_unref (result->script);
}

/* The call as it stands on the timeline. */
static MullEntry *
last_entry (Result *result)
{
  GPtrArray *entries = result->dossier->entries;

  g_assert_cmpuint (entries->len, ==, 2);
  return entries->pdata[entries->len - 1];
}

static void
assert_went_to_deal (PageFixture *fixture)
{
  g_autofree char *expected =
      g_strdup_printf ("back, open-deal %" G_GINT64_FORMAT, fixture->script.deal_id);

  g_assert_cmpstr (fixture->went->str, ==, expected);
}

static void
talk (PageFixture *fixture, MullCallPage *page)
{
  press (page, "space");
  script_fixture_advance (&fixture->script, 95 * G_TIME_SPAN_SECOND);
}

/* ── Reading ──────────────────────────────────────────────────────────── */

static void
test_beats (PageFixture *fixture, gconstpointer data)
{
  MullCallPage *page = open_page (fixture, 1000, 720);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  g_assert_cmpstr (view_of (page), ==, "ready");
  g_assert_cmpstr (label_of (page, "ready_number"), ==, "+44 20 7946 0123");
  g_assert_cmpstr (label_of (page, "clock"), ==, "0:00");
  page_fixture_shoot (fixture, "call-ready");

  press (page, "space");
  g_assert_cmpstr (view_of (page), ==, "beats");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (beat_label (page))), ==,
                   "Ann, I slipped up, and I would like to put it right.");
  g_assert_cmpstr (label_of (page, "dots"), ==, "●  ○  ○  ○  ○");
  /* The focus is what a screen reader follows. */
  g_assert_true (gtk_root_get_focus (root) == beat_target (page));
  gtk_test_accessible_assert_property (
      beat_target (page), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Beat 1 of 5, Own it: Ann, I slipped up, and I would like to put it right.");

  press (page, "space");
  press (page, "space");
  g_assert_cmpstr (label_of (page, "dots"), ==, "●  ●  ●  ○  ○");
  g_assert_true (gtk_root_get_focus (root) == beat_target (page));
  script_fixture_advance (&fixture->script, 65 * G_TIME_SPAN_SECOND);
  mull_gui_test_wait_for (g_str_equal (label_of (page, "clock"), "1:05"));
  page_fixture_shoot (fixture, "call-beat");
  press (page, "b");
  g_assert_cmpstr (label_of (page, "dots"), ==, "●  ●  ○  ○  ○");
  for (guint i = 0; i < 10; i++)
    press (page, "space");
  g_assert_cmpstr (label_of (page, "dots"), ==, "●  ●  ●  ●  ●");
}

static void
test_note (PageFixture *fixture, gconstpointer data)
{
  MullCallPage *page = open_page (fixture, 1000, 720);
  GtkRevealer *revealer =
      GTK_REVEALER (page_fixture_child (GTK_WIDGET (page), GTK_TYPE_REVEALER, "note_revealer"));

  talk (fixture, page);
  press (page, "n");
  g_assert_true (gtk_revealer_get_reveal_child (revealer));
  fill (page, "note", "Ben leads the group");
  page_fixture_shoot (fixture, "call-note");
  g_signal_emit_by_name (entry_of (page, "note"), "activate");
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  g_assert_cmpstr (label_of (page, "notes"), ==, "Ben leads the group");
  press (page, "n");
  fill (page, "note", "not yet");
  press (page, "Escape");
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  g_assert_cmpstr (label_of (page, "notes"), ==, "Ben leads the group");
  g_assert_cmpstr (fixture->went->str, ==, "");
}

/* Escape puts a note away that was begun; it is there when the note is opened again, to be gone on
 * with, and it belongs to this call only. */
static void
test_note_kept (PageFixture *fixture, gconstpointer data)
{
  MullCallPage *page = open_page (fixture, 1000, 720);
  GtkEditable *note = GTK_EDITABLE (entry_of (page, "note"));
  g_autoptr (GError) error = NULL;

  talk (fixture, page);
  press (page, "n");
  fill (page, "note", "Half an hour");
  press (page, "Escape");
  press (page, "n");
  g_assert_cmpstr (gtk_editable_get_text (note), ==, "Half an hour");
  g_assert_false (gtk_editable_get_selection_bounds (note, NULL, NULL));
  g_assert_cmpint (gtk_editable_get_position (note), ==, (int) strlen ("Half an hour"));
  press (page, "Escape");
  press (page, "Escape");
  g_assert_cmpstr (fixture->went->str, ==, "back");
  mull_call_page_open (page, fixture->script.script_id, &error);
  g_assert_no_error (error);
  press (page, "n");
  g_assert_cmpstr (gtk_editable_get_text (note), ==, "Half an hour");
  press (page, "Escape");
  press (page, "1");
  press (page, "Escape");
  g_assert_cmpstr (label_of (page, "notes"), ==, "Half an hour");
  g_assert_cmpstr (gtk_editable_get_text (note), ==, "");
}

/* Escape leaves without a question, and the call goes on where it was. */
static void
test_escape (PageFixture *fixture, gconstpointer data)
{
  MullCallPage *page = open_page (fixture, 1000, 720);
  g_autoptr (GError) error = NULL;

  talk (fixture, page);
  press (page, "space");
  press (page, "1");
  g_assert_cmpstr (view_of (page), ==, "outcome");
  press (page, "Escape");
  g_assert_cmpstr (view_of (page), ==, "beats");
  g_assert_cmpstr (fixture->went->str, ==, "");
  press (page, "Escape");
  g_assert_cmpstr (fixture->went->str, ==, "back");

  script_fixture_write (&fixture->script, "name-it", "I forgot one thing.");
  mull_call_page_open (page, fixture->script.script_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (view_of (page), ==, "beats");
  g_assert_cmpstr (label_of (page, "dots"), ==, "●  ●  ○  ○  ○");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (beat_label (page))), ==, "I forgot one thing.");
  mull_gui_test_wait_for (g_str_equal (label_of (page, "clock"), "1:35"));
}

/* ── The six outcomes ─────────────────────────────────────────────────── */

static void
test_got_it (PageFixture *fixture, gconstpointer data)
{
  MullCallPage *page = open_page (fixture, 1000, 720);
  MullDossierPerson *contact = NULL;
  MullPlannedTouch *touch;
  Result result;

  talk (fixture, page);
  press (page, "n");
  fill (page, "note", "Half an hour on site");
  g_signal_emit_by_name (entry_of (page, "note"), "activate");
  press (page, "1");
  fill (page, "words", "You can have half an hour with Eve.");
  fill (page, "contact", "Eve Stone");
  fill (page, "day", "2024-05-21");
  g_assert_cmpstr (label_of (page, "understood"), ==, "Tuesday, 21 May 2024");
  page_fixture_shoot (fixture, "call-got-it");
  finish (page);
  assert_went_to_deal (fixture);

  load_result (fixture, &result);
  g_assert_cmpint (result.hole->state, ==, MULL_HOLE_STATE_FILLED);
  g_assert_cmpstr (result.hole->answer, ==, "You can have half an hour with Eve.");
  g_assert_cmpint (result.script->state, ==, MULL_SCRIPT_CALLED);
  g_assert_cmpint (result.script->outcome, ==, MULL_SCRIPT_OUTCOME_GOT_IT);
  g_assert_cmpint (result.script->tries, ==, 1);
  g_assert_cmpint (last_entry (&result)->effort_min, ==, 2);
  g_assert_true (last_entry (&result)->reached);
  g_assert_nonnull (strstr (last_entry (&result)->text, "Half an hour on site"));
  g_assert_nonnull (strstr (last_entry (&result)->text, "I slipped up"));
  g_assert_cmpstr (result.dossier->last_words, ==, "You can have half an hour with Eve.");
  for (guint i = 0; i < result.dossier->people->len; i++)
    {
      MullDossierPerson *person = result.dossier->people->pdata[i];

      if (g_str_equal (person->person->name, "Eve Stone"))
        contact = person;
    }
  g_assert_nonnull (contact);
  g_assert_cmpuint (result.dossier->touches->len, ==, 1);
  touch = result.dossier->touches->pdata[0];
  g_assert_cmpint (touch->kind, ==, MULL_ENTRY_MEETING);
  g_assert_cmpint (touch->person_id, ==, contact->person->record.id);
  g_assert_cmpint (touch->due_on, ==, mull_day_from_ymd (2024, 5, 21));
  clear_result (&result);
}

static void
test_promised (PageFixture *fixture, gconstpointer data)
{
  MullCallPage *page = open_page (fixture, 1000, 720);
  MullCommitment *commitment;
  Result result;

  talk (fixture, page);
  press (page, "2");
  page_fixture_shoot (fixture, "call-promised");
  finish (page);
  g_assert_cmpstr (view_of (page), ==, "outcome");
  g_assert_cmpstr (label_of (page, "problem"), ==, "Write down what they said, as they said it.");
  fill (page, "words", "I will set it up.");
  finish (page);
  g_assert_cmpstr (label_of (page, "problem"), ==, "A promise needs a day. Say by when.");
  page_fixture_shoot (fixture, "call-problem");
  fill (page, "day", "2024-05-14");
  finish (page);
  g_assert_cmpstr (label_of (page, "problem"), ==,
                   "That day has passed. Choose today or a later day.");
  fill (page, "day", "fri");
  g_assert_cmpstr (label_of (page, "understood"), ==, "Friday, 17 May 2024");
  finish (page);
  assert_went_to_deal (fixture);

  load_result (fixture, &result);
  g_assert_cmpint (result.hole->state, ==, MULL_HOLE_STATE_ASKED);
  g_assert_cmpuint (result.dossier->commitments->len, ==, 1);
  commitment = result.dossier->commitments->pdata[0];
  g_assert_cmpint (commitment->side, ==, MULL_SIDE_THEM);
  g_assert_cmpstr (commitment->words, ==, "I will set it up.");
  g_assert_cmpint (commitment->due_on, ==, mull_day_from_ymd (2024, 5, 17));
  g_assert_cmpint (commitment->by_person_id, ==, fixture->script.ann_id);
  clear_result (&result);
}

static void
test_write (PageFixture *fixture, gconstpointer data)
{
  MullCallPage *page = open_page (fixture, 1000, 720);
  MullPlannedTouch *touch;
  Result result;

  talk (fixture, page);
  press (page, "3");
  finish (page);
  g_assert_cmpstr (view_of (page), ==, "after");
  g_assert_nonnull (strstr (label_of (page, "after_text"), "Hello Ann,"));
  page_fixture_shoot (fixture, "call-mail");

  load_result (fixture, &result);
  g_assert_cmpint (result.hole->state, ==, MULL_HOLE_STATE_ASKED);
  g_assert_cmpuint (result.dossier->touches->len, ==, 1);
  touch = result.dossier->touches->pdata[0];
  g_assert_cmpint (touch->kind, ==, MULL_ENTRY_MAIL);
  clear_result (&result);
  gtk_widget_activate_action (GTK_WIDGET (page), "call.finish", NULL);
  assert_went_to_deal (fixture);
}

static void
test_refused (PageFixture *fixture, gconstpointer data)
{
  gboolean roadblock = GPOINTER_TO_INT (data);
  MullCallPage *page = open_page (fixture, 1000, 720);
  Result result;

  talk (fixture, page);
  press (page, "4");
  fill (page, "words", "Nobody gets to talk to them.");
  finish (page);
  g_assert_cmpstr (view_of (page), ==, "after");
  page_fixture_shoot (fixture, "call-refused");
  gtk_widget_activate_action (GTK_WIDGET (page), roadblock ? "call.roadblock" : "call.accept-no",
                              NULL);
  if (roadblock)
    g_assert_nonnull (strstr (fixture->went->str, ", open-roadblock ("));
  else
    assert_went_to_deal (fixture);

  load_result (fixture, &result);
  g_assert_cmpint (result.hole->state, ==, MULL_HOLE_STATE_GIVEN_UP);
  g_assert_cmpuint (result.dossier->roadblocks->len, ==, roadblock ? 1 : 0);
  if (roadblock)
    {
      MullRoadblock *opened = result.dossier->roadblocks->pdata[0];

      g_assert_cmpstr (opened->symptom, ==, "Nobody gets to talk to them.");
      g_assert_cmpint (opened->symptom_by_id, ==, fixture->script.ann_id);
    }
  else
    {
      g_assert_nonnull (result.dossier->answers[3]);
      g_assert_cmpint (result.dossier->answers[3]->answer, ==, MULL_TERNARY_NO);
    }
  clear_result (&result);
}

static void
test_not_reached (PageFixture *fixture, gconstpointer data)
{
  MullCallPage *page = open_page (fixture, 1000, 720);
  MullPlannedTouch *touch;
  Result result;

  /* Nobody answered: the time never began, and the message was left. */
  press (page, "v");
  g_assert_cmpstr (view_of (page), ==, "voicemail");
  page_fixture_shoot (fixture, "call-voicemail");
  script_fixture_advance (&fixture->script, 95 * G_TIME_SPAN_SECOND);
  press (page, "5");
  gtk_widget_activate_action (GTK_WIDGET (page), "call.finish", NULL);
  assert_went_to_deal (fixture);

  load_result (fixture, &result);
  g_assert_cmpint (result.hole->state, ==, MULL_HOLE_STATE_OPEN);
  g_assert_cmpint (result.hole->tries, ==, 1);
  g_assert_cmpint (result.script->tries, ==, 1);
  g_assert_cmpint (result.script->state, ==, MULL_SCRIPT_DRAFT);
  g_assert_false (last_entry (&result)->reached);
  g_assert_cmpint (last_entry (&result)->effort_min, ==, 0);
  g_assert_nonnull (strstr (last_entry (&result)->text, "this is Tom Berg"));
  g_assert_cmpuint (result.dossier->touches->len, ==, 1);
  touch = result.dossier->touches->pdata[0];
  g_assert_cmpint (touch->kind, ==, MULL_ENTRY_CALL);
  g_assert_cmpint (touch->due_on, ==, mull_day_from_ymd (2024, 5, 16));
  clear_result (&result);
}

static void
test_not_needed (PageFixture *fixture, gconstpointer data)
{
  MullCallPage *page = open_page (fixture, 1000, 720);
  Result result;

  press (page, "6");
  fill (page, "words", "Eve called me herself");
  finish (page);
  assert_went_to_deal (fixture);

  load_result (fixture, &result);
  g_assert_cmpint (result.hole->state, ==, MULL_HOLE_STATE_GIVEN_UP);
  g_assert_cmpint (result.script->state, ==, MULL_SCRIPT_DROPPED);
  g_assert_cmpuint (result.dossier->entries->len, ==, 1);
  clear_result (&result);
}

/* One undo takes back all that followed from the call. */
static void
test_undo (PageFixture *fixture, gconstpointer data)
{
  MullCallPage *page = open_page (fixture, 1000, 720);
  g_autoptr (GError) error = NULL;
  Result result;

  talk (fixture, page);
  press (page, "2");
  fill (page, "words", "I will set it up.");
  fill (page, "day", "fri");
  finish (page);
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (fixture->window),
                                              "They promised “I will set it up.”, due in 2 days"));
  mull_workspace_undo (fixture->script.workspace, &error);
  g_assert_no_error (error);
  load_result (fixture, &result);
  g_assert_cmpint (result.hole->state, ==, MULL_HOLE_STATE_OPEN);
  g_assert_cmpuint (result.dossier->commitments->len, ==, 0);
  g_assert_cmpuint (result.dossier->entries->len, ==, 1);
  clear_result (&result);
}

/* ── Sizes and directions ─────────────────────────────────────────────── */

static void
test_narrow (PageFixture *fixture, gconstpointer data)
{
  MullCallPage *page = open_page (fixture, 360, 640);

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 360);
  page_fixture_shoot (fixture, "call-360-ready");
  press (page, "space");
  press (page, "space");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 360);
  page_fixture_shoot (fixture, "call-360");
  press (page, "1");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 360);
  page_fixture_shoot (fixture, "call-360-outcome");
}

static void
test_rtl (PageFixture *fixture, gconstpointer data)
{
  MullCallPage *page;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  page = open_page (fixture, 1000, 720);
  press (page, "space");
  page_fixture_shoot (fixture, "call-rtl");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

#define ADD(name, function, data)                                                                  \
  g_test_add ("/call-page/" name, PageFixture, GINT_TO_POINTER (data), page_fixture_set_up,        \
              function, page_fixture_tear_down)

int
main (int argc, char **argv)
{
  mull_gui_test_init (&argc, &argv);
  ADD ("beats", test_beats, 0);
  ADD ("note", test_note, 0);
  ADD ("note-kept", test_note_kept, 0);
  ADD ("escape", test_escape, 0);
  ADD ("got-it", test_got_it, 0);
  ADD ("promised", test_promised, 0);
  ADD ("write", test_write, 0);
  ADD ("refused/roadblock", test_refused, TRUE);
  ADD ("refused/no", test_refused, FALSE);
  ADD ("not-reached", test_not_reached, 0);
  ADD ("not-needed", test_not_needed, 0);
  ADD ("undo", test_undo, 0);
  ADD ("narrow", test_narrow, 0);
  ADD ("rtl", test_rtl, 0);
  return g_test_run ();
}
