/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-deal-page"

#include "config.h"

#include "deal-page-fixture.h"

#include "mull-composer.h"
#include "mull-deal-ops.h"
#include "mull-deal-panes.h"
#include "mull-deal-strip.h"
#include "mull-dossier.h"
#include "mull-entry-row.h"
#include "mull-fact-row.h"
#include "mull-fact-section.h"
#include "mull-facts-pane.h"
#include "mull-hole-ops.h"
#include "mull-next-step-bar.h"
#include "mull-popover.h"
#include "mull-pulse-strip.h"
#include "mull-review-bar.h"
#include "mull-stage-path.h"
#include "mull-timeline-filter-bar.h"
#include "mull-timeline-view.h"

static MullDossier *
load_dossier (DealFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MullDossier *dossier = mull_dossier_load (fixture->ops.workspace, fixture->ops.deal_id, &error);

  g_assert_no_error (error);
  return dossier;
}

/* A property of a template that GTK does not know is a warning, and warnings are fatal. */
static void
test_templates (void)
{
  GType types[] = {
    MULL_TYPE_COMPOSER,    MULL_TYPE_DEAL_STRIP,          MULL_TYPE_ENTRY_ROW,
    MULL_TYPE_FACT_ROW,    MULL_TYPE_FACT_SECTION,        MULL_TYPE_FACTS_PANE,
    MULL_TYPE_PULSE_STRIP, MULL_TYPE_NEXT_STEP_BAR,       MULL_TYPE_STAGE_PATH,
    MULL_TYPE_FORM_DIALOG, MULL_TYPE_TIMELINE_FILTER_BAR, MULL_TYPE_TIMELINE_VIEW,
    MULL_TYPE_DEAL_PAGE,   MULL_TYPE_REVIEW_BAR,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_new (types[i], NULL);

      if (GTK_IS_WINDOW (widget))
        {
          gtk_window_destroy (GTK_WINDOW (widget));
          continue;
        }
      g_object_ref_sink (widget);
      g_assert_finalize_object (widget);
    }
}

static void
test_title (DealFixture *fixture, gconstpointer data)
{
  g_autofree char *title = NULL;

  deal_fixture_open (fixture, 1200, 800);
  g_object_get (fixture->page, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "R&D <b> · Hart & <i>Sons");
  g_assert_true (deal_fixture_shows (fixture, "R&D <b>"));
  g_assert_true (deal_fixture_shows (fixture, "Hart & <i>Sons"));
}

static void
test_log_a_call (DealFixture *fixture, gconstpointer data)
{
  MullComposer *composer;
  g_autoptr (MullDossier) dossier = NULL;
  g_autofree char *left = NULL;
  MullEntry *entry;

  deal_fixture_open (fixture, 1200, 800);
  composer = MULL_COMPOSER (deal_fixture_find (fixture, MULL_TYPE_COMPOSER));
  mull_composer_set_touch (composer, MULL_ENTRY_CALL, MULL_DIRECTION_OUT, FALSE);
  mull_composer_set_text (composer, "Rang, <nobody> & nothing");
  g_assert_true (mull_composer_log (composer));
  left = mull_composer_dup_text (composer);
  g_assert_cmpstr (left, ==, "");
  g_assert_true (deal_fixture_shows (fixture, "Rang, <nobody> & nothing"));
  dossier = load_dossier (fixture);
  g_assert_cmpuint (dossier->entries->len, ==, 1);
  entry = dossier->entries->pdata[0];
  g_assert_cmpint (entry->kind, ==, MULL_ENTRY_CALL);
  g_assert_cmpint (entry->direction, ==, MULL_DIRECTION_OUT);
  g_assert_false (entry->reached);
}

/* The mnemonics of the buttons are the two keys of a call. */
static void
test_two_keys (DealFixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "_Not reached", "_Reached", "_In", "_Both", "_Out" };

  deal_fixture_open (fixture, 1200, 800);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkWidget *composer = deal_fixture_find (fixture, MULL_TYPE_COMPOSER);
      GtkWidget *button = NULL;
      GtkWidget *label = mull_gui_test_find_label (composer, keys[i] + 1);

      g_assert_nonnull (label);
      button = gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON);
      g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, keys[i]);
      g_assert_true (gtk_button_get_use_underline (GTK_BUTTON (button)));
      gtk_widget_mnemonic_activate (button, FALSE);
      mull_gui_test_wait_for (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
    }
}

static void
test_note_needs_text (DealFixture *fixture, gconstpointer data)
{
  MullComposer *composer;

  deal_fixture_open (fixture, 1200, 800);
  composer = MULL_COMPOSER (deal_fixture_find (fixture, MULL_TYPE_COMPOSER));
  mull_composer_set_touch (composer, MULL_ENTRY_NOTE, MULL_DIRECTION_NONE, FALSE);
  g_assert_false (mull_composer_log (composer));
  g_assert_true (deal_fixture_shows (fixture, "A note needs a text. Write it above."));
}

static gboolean
log_line (DealFixture *fixture, const char *text)
{
  MullComposer *composer = MULL_COMPOSER (deal_fixture_find (fixture, MULL_TYPE_COMPOSER));

  mull_composer_set_text (composer, text);
  return mull_composer_log (composer);
}

/* A talk of today is looked back on first; who skips that is asked for the next step. */
static void
log_talk_and_skip_review (DealFixture *fixture)
{
  GtkWidget *review = deal_fixture_find (fixture, MULL_TYPE_REVIEW_BAR);

  g_assert_true (log_line (fixture, "Rang"));
  g_assert_true (gtk_widget_get_visible (review));
  g_assert_false (gtk_widget_get_visible (deal_fixture_find (fixture, MULL_TYPE_NEXT_STEP_BAR)));
  g_assert_true (gtk_widget_activate_action (review, "review.skip", NULL));
  g_assert_false (gtk_widget_get_visible (review));
}

static void
test_next_step (DealFixture *fixture, gconstpointer data)
{
  MullNextStepBar *bar;
  g_autoptr (MullDossier) dossier = NULL;

  deal_fixture_open (fixture, 1200, 800);
  bar = MULL_NEXT_STEP_BAR (deal_fixture_find (fixture, MULL_TYPE_NEXT_STEP_BAR));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar)));
  log_talk_and_skip_review (fixture);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (bar)));

  /* Without a day it says so, in place. */
  mull_next_step_bar_type (bar, MULL_ENTRY_MEETING, "", "Show the heat pump");
  g_assert_false (mull_next_step_bar_plan (bar));
  g_assert_true (deal_fixture_shows (fixture, "A next step needs a day. Say when."));
  mull_next_step_bar_type (bar, MULL_ENTRY_MEETING, "3d", "Show the heat pump");
  g_assert_true (mull_next_step_bar_plan (bar));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar)));
  dossier = load_dossier (fixture);
  g_assert_cmpuint (dossier->touches->len, ==, 1);
  g_assert_cmpint (((MullPlannedTouch *) dossier->touches->pdata[0])->due_on, ==,
                   dossier->today + 3);
  g_assert_true (deal_fixture_shows (fixture, "Show the heat pump"));
}

/* What they said is where a roadblock begins; what we wrote is not. */
static void
test_stuck (DealFixture *fixture, gconstpointer data)
{
  MullFormDialog *form;
  MullComposer *composer;
  g_autofree char *symptom = NULL;

  deal_fixture_open (fixture, 1200, 800);
  composer = MULL_COMPOSER (deal_fixture_find (fixture, MULL_TYPE_COMPOSER));
  mull_composer_set_touch (composer, MULL_ENTRY_MAIL, MULL_DIRECTION_OUT, FALSE);
  mull_composer_set_text (composer, "Sent the offer");
  g_assert_true (mull_composer_log (composer));
  g_assert_false (gtk_widget_get_mapped (
      mull_gui_test_find_label (GTK_WIDGET (fixture->page), "It is stuck…")));

  mull_composer_set_touch (composer, MULL_ENTRY_MAIL, MULL_DIRECTION_IN, TRUE);
  mull_composer_set_text (composer, "This is not happening");
  g_assert_true (mull_composer_log (composer));
  mull_gui_test_drain ();
  g_signal_emit_by_name (
      gtk_widget_get_ancestor (
          mull_gui_test_find_label (GTK_WIDGET (fixture->page), "It is stuck…"), GTK_TYPE_BUTTON),
      "clicked");
  mull_gui_test_drain ();
  form = deal_fixture_get_form (fixture);
  symptom = mull_form_dialog_dup_text (form, "symptom");
  g_assert_cmpstr (symptom, ==, "This is not happening");
  g_assert_cmpuint (mull_form_dialog_get_choice (form, "channel"), ==, MULL_ENTRY_MAIL);
  g_assert_true (mull_form_dialog_finish (form));
  mull_gui_test_drain ();
  g_assert_cmpstr (fixture->asked_action, ==, "open-roadblock");
}

static void
test_promise_as_next_step (DealFixture *fixture, gconstpointer data)
{
  MullNextStepBar *bar;
  g_autoptr (MullDossier) dossier = NULL;

  deal_fixture_open (fixture, 1200, 800);
  log_talk_and_skip_review (fixture);
  bar = MULL_NEXT_STEP_BAR (deal_fixture_find (fixture, MULL_TYPE_NEXT_STEP_BAR));
  /* Behind the kinds of touches: ours, then theirs. */
  mull_next_step_bar_type (bar, MULL_ENTRY_NOTE + 1, "1w", "Send the plans");
  g_assert_true (mull_next_step_bar_plan (bar));
  dossier = load_dossier (fixture);
  g_assert_cmpuint (dossier->commitments->len, ==, 1);
  g_assert_cmpint (((MullCommitment *) dossier->commitments->pdata[0])->side, ==, MULL_SIDE_THEM);
}

/* A planned talk is looked back on: what is missing becomes *the* hole, and a do-over is offered.
 */
static void
test_review (DealFixture *fixture, gconstpointer data)
{
  g_autoptr (MullDeal) deal = mull_deal_copy (ops_fixture_get_deal (&fixture->ops));
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  MullComposer *composer;
  MullReviewBar *bar;
  GtkWidget *step;

  mull_set_text (&deal->plan_must, "their deadline\nthe budget");
  mull_deal_ops_update (fixture->ops.workspace, deal, &error);
  g_assert_no_error (error);
  deal_fixture_open (fixture, 1200, 800);
  composer = MULL_COMPOSER (deal_fixture_find (fixture, MULL_TYPE_COMPOSER));
  bar = MULL_REVIEW_BAR (deal_fixture_find (fixture, MULL_TYPE_REVIEW_BAR));
  step = deal_fixture_find (fixture, MULL_TYPE_NEXT_STEP_BAR);
  mull_composer_set_touch (composer, MULL_ENTRY_CALL, MULL_DIRECTION_OUT, FALSE);
  g_assert_true (log_line (fixture, "Rang"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar)));
  g_assert_true (gtk_widget_get_visible (step));

  mull_composer_set_touch (composer, MULL_ENTRY_CALL, MULL_DIRECTION_OUT, TRUE);
  g_assert_true (log_line (fixture, "Rang"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (bar)));
  g_assert_false (gtk_widget_get_visible (step));
  g_assert_true (deal_fixture_shows (fixture, "their deadline"));
  mull_review_bar_set_got (bar, 0, TRUE);
  mull_review_bar_set_next (bar, TRUE);
  mull_review_bar_type_question (bar, "Who signs?");
  g_assert_true (mull_review_bar_keep (bar));
  dossier = load_dossier (fixture);
  g_assert_cmpuint (dossier->holes->len, ==, 2);
  g_assert_cmpstr (mull_dossier_get_hole (dossier)->text, ==, "the budget");
  g_assert_cmpint (mull_dossier_get_hole (dossier)->source, ==, MULL_HOLE_SOURCE_PLAN);

  gtk_widget_activate_action (GTK_WIDGET (bar), "review.skip", NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar)));
  g_assert_true (gtk_widget_get_visible (step));
}

/* By keys alone: a digit, a letter, Enter. */
static void
test_review_keys (DealFixture *fixture, gconstpointer data)
{
  g_autoptr (MullDeal) deal = mull_deal_copy (ops_fixture_get_deal (&fixture->ops));
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *bar;

  mull_set_text (&deal->plan_must, "their deadline\nthe budget");
  mull_deal_ops_update (fixture->ops.workspace, deal, &error);
  g_assert_no_error (error);
  deal_fixture_open (fixture, 1200, 800);
  g_assert_true (log_line (fixture, "Rang"));
  bar = deal_fixture_find (fixture, MULL_TYPE_REVIEW_BAR);
  for (const char *key = "12n"; *key != '\0'; key++)
    {
      GtkEventController *keys = mull_gui_test_find_controller (bar, GTK_TYPE_EVENT_CONTROLLER_KEY);
      gboolean handled = FALSE;

      g_signal_emit_by_name (keys, "key-pressed", (guint) *key, 0, 0, &handled);
      g_assert_true (handled);
    }
  g_assert_true (mull_review_bar_keep (MULL_REVIEW_BAR (bar)));
  dossier = load_dossier (fixture);
  g_assert_cmpuint (dossier->holes->len, ==, 1);
  g_assert_cmpint (mull_dossier_get_hole (dossier)->kind, ==, MULL_HOLE_COMMITMENT);
}

static void
test_hole_and_do_over (DealFixture *fixture, gconstpointer data)
{
  MullNextStepBar *bar;
  g_autoptr (MullDossier) dossier = NULL;
  MullHole *hole;
  MullEntry *entry;
  g_autofree char *target = NULL;

  deal_fixture_open (fixture, 1200, 800);
  log_talk_and_skip_review (fixture);
  bar = MULL_NEXT_STEP_BAR (deal_fixture_find (fixture, MULL_TYPE_NEXT_STEP_BAR));
  mull_next_step_bar_ask_hole (bar);
  g_assert_false (mull_next_step_bar_open_hole (bar));
  mull_next_step_bar_type_hole (bar, MULL_HOLE_ACCESS, "Meet the CFO");
  g_assert_true (mull_next_step_bar_open_hole (bar));
  dossier = load_dossier (fixture);
  hole = mull_dossier_get_hole (dossier);
  entry = dossier->entries->pdata[0];
  g_assert_cmpstr (hole->text, ==, "Meet the CFO");
  g_assert_cmpint (hole->entry_id, ==, entry->record.id);
  g_assert_cmpint (hole->left_at, ==, entry->happened_at);
  g_assert_true (deal_fixture_shows (fixture, "Meet the CFO"));

  target = g_strdup_printf ("int64 %" G_GINT64_FORMAT, hole->record.id);
  deal_fixture_activate (fixture, "deal.do-over", target);
  g_assert_cmpstr (fixture->asked_action, ==, "open-script");
  g_assert_cmpint (g_variant_get_int64 (fixture->asked_parameter), >, 0);
}

static void
rename_deal (DealFixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  mull_database_begin (fixture->ops.db, &error);
  mull_database_exec (fixture->ops.db, sql, &error);
  mull_database_commit (fixture->ops.db, &error);
  g_assert_no_error (error);
}

static void
test_draft (DealFixture *fixture, gconstpointer data)
{
  MullComposer *composer;
  g_autofree char *elsewhere = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  deal_fixture_open (fixture, 1200, 800);
  composer = MULL_COMPOSER (deal_fixture_find (fixture, MULL_TYPE_COMPOSER));
  mull_composer_set_touch (composer, MULL_ENTRY_MAIL, MULL_DIRECTION_IN, FALSE);
  mull_composer_set_text (composer, "Half a sen");
  gtk_window_destroy (fixture->window);
  mull_gui_test_drain ();

  /* It is none of another deal that gets the number. */
  rename_deal (fixture, "UPDATE deal SET uuid = 'else' || uuid");
  deal_fixture_open (fixture, 1200, 800);
  composer = MULL_COMPOSER (deal_fixture_find (fixture, MULL_TYPE_COMPOSER));
  elsewhere = mull_composer_dup_text (composer);
  g_assert_cmpstr (elsewhere, ==, "");
  gtk_window_destroy (fixture->window);
  mull_gui_test_drain ();
  rename_deal (fixture, "UPDATE deal SET uuid = substr (uuid, 5)");

  deal_fixture_open (fixture, 1200, 800);
  composer = MULL_COMPOSER (deal_fixture_find (fixture, MULL_TYPE_COMPOSER));
  text = mull_composer_dup_text (composer);
  g_assert_cmpstr (text, ==, "Half a sen");
  /* What is logged is no draft any more. */
  g_assert_true (mull_composer_log (composer));
  mull_deal_page_open (fixture->page, fixture->ops.deal_id, 0, &error);
  g_assert_no_error (error);
  again = mull_composer_dup_text (composer);
  g_assert_cmpstr (again, ==, "");
}

/* A change from elsewhere neither takes the typed text nor the focus. */
static void
test_refresh_keeps_text (DealFixture *fixture, gconstpointer data)
{
  MullComposer *composer;
  GtkWidget *focus;
  g_autofree char *text = NULL;

  deal_fixture_open (fixture, 1200, 800);
  composer = MULL_COMPOSER (deal_fixture_find (fixture, MULL_TYPE_COMPOSER));
  mull_composer_set_text (composer, "Typing");
  focus = gtk_window_get_focus (fixture->window);
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (composer)));
  deal_fixture_log (fixture, MULL_ENTRY_MAIL, MULL_DIRECTION_IN, 5, "They wrote", NULL);
  g_assert_true (deal_fixture_shows (fixture, "They wrote"));
  text = mull_composer_dup_text (composer);
  g_assert_cmpstr (text, ==, "Typing");
  g_assert_true (gtk_window_get_focus (fixture->window) == focus);
}

/* Not one pixel may be asked for that a narrow window does not have. */
static void
test_narrow (DealFixture *fixture, gconstpointer data)
{
  MullDealPanes *panes;
  int minimum;

  deal_fixture_log (fixture, MULL_ENTRY_CALL, MULL_DIRECTION_BOTH, 5,
                    "A long line of text that has to be cut or wrapped somewhere", "Their words");
  deal_fixture_open (fixture, 360, 640);
  panes = MULL_DEAL_PANES (deal_fixture_find (fixture, MULL_TYPE_DEAL_PANES));
  mull_gui_test_wait_for (!mull_deal_panes_is_wide (panes));
  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->page)), <=, 360);

  gtk_window_set_default_size (fixture->window, 1100, 640);
  mull_gui_test_wait_for (mull_deal_panes_is_wide (panes));
}

static void
test_right_to_left (DealFixture *fixture, gconstpointer data)
{
  graphene_point_t facts, timeline;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  deal_fixture_open (fixture, 1200, 800);
  g_assert_true (gtk_widget_compute_point (deal_fixture_find (fixture, MULL_TYPE_FACTS_PANE),
                                           GTK_WIDGET (fixture->page), &GRAPHENE_POINT_INIT (0, 0),
                                           &facts));
  g_assert_true (gtk_widget_compute_point (deal_fixture_find (fixture, MULL_TYPE_TIMELINE_VIEW),
                                           GTK_WIDGET (fixture->page), &GRAPHENE_POINT_INIT (0, 0),
                                           &timeline));
  g_assert_cmpfloat (facts.x, >, timeline.x);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Nothing that takes the focus is without a name. */
static void
check_names (GtkWidget *widget)
{
  if (gtk_widget_get_mapped (widget) && gtk_widget_get_focusable (widget) &&
      GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) == NULL &&
      !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) &&
      !gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                         GTK_ACCESSIBLE_RELATION_LABELLED_BY) &&
      mull_gui_test_find (widget, GTK_TYPE_LABEL, NULL, NULL) == NULL &&
      GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)) == FALSE)
    g_error ("A button without a name: %s", gtk_button_get_icon_name (GTK_BUTTON (widget)));
  if (gtk_widget_get_mapped (widget) && GTK_IS_MENU_BUTTON (widget) &&
      gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)) != NULL)
    g_assert_true (
        gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_names (child);
}

static void
test_names (DealFixture *fixture, gconstpointer data)
{
  g_autofree char *pulse = NULL;

  deal_fixture_log (fixture, MULL_ENTRY_CALL, MULL_DIRECTION_BOTH, 60 * 24 * 3, "Talked", NULL);
  deal_fixture_log (fixture, MULL_ENTRY_MAIL, MULL_DIRECTION_OUT, 60 * 24, "Wrote", NULL);
  deal_fixture_open (fixture, 1200, 800);
  check_names (GTK_WIDGET (fixture->page));
  pulse = mull_pulse_strip_describe (
      MULL_PULSE_STRIP (deal_fixture_find (fixture, MULL_TYPE_PULSE_STRIP)));
  g_assert_nonnull (strstr (pulse, "2 touches of ours, 1 touch of theirs"));
}

static void
test_stages_and_star (DealFixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_strdup_printf ("int64 %" G_GINT64_FORMAT, fixture->ops.stages[2]);
  g_autoptr (MullDossier) dossier = NULL;
  GtkWidget *star;

  deal_fixture_open (fixture, 1200, 800);
  deal_fixture_activate (fixture, "deal.move-to-stage", target);
  star = mull_gui_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_TOGGLE_BUTTON, NULL, NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (star), TRUE);
  dossier = load_dossier (fixture);
  g_assert_cmpint (dossier->deal->stage_id, ==, fixture->ops.stages[2]);
  g_assert_true (dossier->deal->starred);
}

static void
test_delete_goes_back (DealFixture *fixture, gconstpointer data)
{
  deal_fixture_open (fixture, 1200, 800);
  deal_fixture_activate (fixture, "deal.trash", NULL);
  g_assert_cmpstr (fixture->asked_action, ==, "back");
}

/* A telephone number goes from the menu of a person to whatever dials it. */
static void
test_copy (DealFixture *fixture, gconstpointer data)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  GdkClipboard *clipboard;

  deal_fixture_open (fixture, 1200, 800);
  deal_fixture_activate (fixture, "deal.copy", "'+44 1632 960_101'");
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->page));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_nonnull (gdk_clipboard_get_content (clipboard));
  gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_value_get_string (&value), ==, "+44 1632 960_101");
}

/* In a menu one underscore would be gone, and underline the next letter. */
static void
test_menu_text (void)
{
  static const char *const cases[][2] = { { "", "" }, { "A_B", "A__B" }, { "__", "____" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mull_popover_dup_menu_text (cases[i][0]);

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

/* How a promise stands is said in full, also in a column of a narrow window. */
static void
test_note_wraps (void)
{
  GtkWidget *row = g_object_ref_sink (mull_fact_row_new ());
  GtkLabel *note;
  int height;

  mull_fact_row_set_text (MULL_FACT_ROW (row), "The figures", "Mon, Mar 2");
  mull_fact_row_set_note (MULL_FACT_ROW (row), "mull-promise-symbolic", "Broken, not called",
                          "state-dark");
  note = GTK_LABEL (mull_gui_test_find_label (row, "Broken, not called"));
  for (int wraps = 0; wraps < 2; wraps++)
    {
      mull_fact_row_set_note_wraps (MULL_FACT_ROW (row), wraps);
      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 110, NULL, &height, NULL, NULL);
      gtk_widget_size_allocate (row, &(GtkAllocation){ 0, 0, 110, height }, -1);
      g_assert_cmpint (pango_layout_is_ellipsized (gtk_label_get_layout (note)), ==, !wraps);
      g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (note)), ==, 1 + wraps);
    }
  g_assert_finalize_object (row);
}

int
main (int argc, char **argv)
{
  mull_gui_test_init (&argc, &argv);
  g_test_add_func ("/deal-page/templates", test_templates);
  g_test_add_func ("/deal-page/note-wraps", test_note_wraps);
  DEAL_ADD ("/deal-page/title", test_title);
  DEAL_ADD ("/deal-page/log-a-call", test_log_a_call);
  DEAL_ADD ("/deal-page/two-keys", test_two_keys);
  DEAL_ADD ("/deal-page/note-needs-text", test_note_needs_text);
  DEAL_ADD ("/deal-page/next-step", test_next_step);
  DEAL_ADD ("/deal-page/review", test_review);
  DEAL_ADD ("/deal-page/review-keys", test_review_keys);
  DEAL_ADD ("/deal-page/stuck", test_stuck);
  DEAL_ADD ("/deal-page/promise-as-next-step", test_promise_as_next_step);
  DEAL_ADD ("/deal-page/hole-and-do-over", test_hole_and_do_over);
  DEAL_ADD ("/deal-page/draft", test_draft);
  DEAL_ADD ("/deal-page/refresh-keeps-text", test_refresh_keeps_text);
  DEAL_ADD ("/deal-page/narrow", test_narrow);
  DEAL_ADD ("/deal-page/right-to-left", test_right_to_left);
  DEAL_ADD ("/deal-page/names", test_names);
  DEAL_ADD ("/deal-page/stages-and-star", test_stages_and_star);
  DEAL_ADD ("/deal-page/delete-goes-back", test_delete_goes_back);
  DEAL_ADD ("/deal-page/copy", test_copy);
  g_test_add_func ("/deal-page/menu-text", test_menu_text);
  return g_test_run ();
}
