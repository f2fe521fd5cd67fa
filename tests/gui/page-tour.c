/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "page-tour"

#include "config.h"

#include "page-tour.h"

#include "mull-board-page.h"
#include "mull-call-page.h"
#include "mull-check-window.h"
#include "mull-deal-page.h"
#include "mull-error.h"
#include "mull-figures-page.h"
#include "mull-import-outcome.h"
#include "mull-preferences.h"
#include "mull-roadblock-page.h"
#include "mull-sample-data.h"
#include "mull-sample.h"
#include "mull-trouble-window.h"
#include "mull-window.h"
#include "store-fixture.h"

/* One for all tours: an application leaves the bus only with its process. */
static AdwApplication *application;

typedef struct
{
  char *folder;
  MullWorkspace *workspace;
  MullWindow *window;
  PageTourLook look;
  gpointer user_data;
} Tour;

/* ── Looking ──────────────────────────────────────────────────────────── */

/* The first stack of the window holds its pages. */
static GtkWidget *
get_page (Tour *tour)
{
  GtkWidget *pages = mull_gui_test_find (GTK_WIDGET (tour->window), GTK_TYPE_STACK, NULL, NULL);

  return gtk_stack_get_visible_child (GTK_STACK (pages));
}

/* GTK 4.8 cannot place a popover for what is scrolled off the screen. */
static gboolean
is_in_sight (Tour *tour, GtkWidget *widget)
{
  GtkWidget *window = GTK_WIDGET (tour->window);
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (widget) && gtk_widget_compute_bounds (widget, window, &bounds) &&
         bounds.origin.x >= 0 && bounds.origin.y >= 0 &&
         bounds.origin.x + bounds.size.width <= (float) gtk_widget_get_width (window) &&
         bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (window);
}

/* The menus and popovers that a button opens. */
static void
look_into_menus (Tour *tour, GtkWidget *widget, const char *where)
{
  if (GTK_IS_MENU_BUTTON (widget))
    {
      GtkPopover *popover;

      if (!is_in_sight (tour, widget))
        return;
      gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
      mull_gui_test_drain ();
      popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget));
      if (popover != NULL && gtk_widget_get_visible (GTK_WIDGET (popover)))
        {
          g_autofree char *menu = g_strconcat (where, ", a menu", NULL);

          tour->look (GTK_WIDGET (popover), menu, tour->user_data);
          gtk_popover_popdown (popover);
          mull_gui_test_drain ();
        }
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_into_menus (tour, child, where);
}

static void
look_at_page (Tour *tour, const char *where)
{
  mull_gui_test_drain ();
  gtk_test_widget_wait_for_draw (GTK_WIDGET (tour->window));
  mull_gui_test_drain ();
  mull_gui_test_shoot (GTK_WINDOW (tour->window), where);
  tour->look (get_page (tour), where, tour->user_data);
}

static void
look_at_page_and_menus (Tour *tour, const char *where)
{
  look_at_page (tour, where);
  look_into_menus (tour, get_page (tour), where);
}

/* (nullable): a window that stands over the first one. */
static GtkWindow *
find_dialog (Tour *tour)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (window != GTK_WINDOW (tour->window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static void
look_at_dialog (Tour *tour, const char *where)
{
  GtkWindow *dialog = find_dialog (tour);

  if (dialog == NULL)
    g_error ("%s opens nothing", where);
  mull_gui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  mull_gui_test_drain ();
  mull_gui_test_shoot (dialog, where);
  tour->look (GTK_WIDGET (dialog), where, tour->user_data);
  gtk_window_destroy (dialog);
  mull_gui_test_drain ();
}

/* ── Going places ─────────────────────────────────────────────────────── */

/* An id out of the sample. */
static gint64
find_id (Tour *tour, const char *sql)
{
  gint64 id = fixture_query (mull_workspace_get_database (tour->workspace), sql);

  if (id <= 0)
    g_error ("The sample has none: %s", sql);
  return id;
}

static void
go (Tour *tour, const char *action, GVariant *parameter)
{
  g_autoptr (GVariant) owned = parameter != NULL ? g_variant_ref_sink (parameter) : NULL;

  if (!gtk_widget_activate_action_variant (GTK_WIDGET (tour->window), action, owned))
    g_error ("There is no action “%s”", action);
  mull_gui_test_drain ();
}

/* An action of the page that is shown. */
static void
do_on_page (Tour *tour, const char *action, GVariant *parameter)
{
  g_autoptr (GVariant) owned = parameter != NULL ? g_variant_ref_sink (parameter) : NULL;

  if (!gtk_widget_activate_action_variant (get_page (tour), action, owned))
    g_error ("There is no action “%s” here", action);
  mull_gui_test_drain ();
}

static void
tour_board (Tour *tour)
{
  static const char *const densities[] = { "line", "card", "full" };

  for (guint i = 0; i < G_N_ELEMENTS (densities); i++)
    {
      do_on_page (tour, "board.density", g_variant_new_string (densities[i]));
      look_at_page (tour, densities[i]);
    }
  do_on_page (tour, "board.search", NULL);
  look_at_page_and_menus (tour, "the board");
  go (tour, "win.new-deal", g_variant_new_int64 (0));
  look_at_dialog (tour, "a new deal");
}

/* What a page of a deal asks, by action; "x" actions get the id that the query finds. */
static const struct
{
  const char *action;
  const char *parameter; /* (nullable): as g_variant_parse() reads it */
  const char *id;        /* (nullable): what finds the id */
} forms[] = {
  { "deal.edit-step", NULL, NULL },
  { "deal.add-hole", NULL, NULL },
  { "deal.add-promise", "'us'", NULL },
  { "deal.add-promise", "'them'", NULL },
  { "deal.add-person", NULL, NULL },
  { "deal.edit", NULL, NULL },
  { "deal.edit-plan", NULL, NULL },
  { "deal.quiet", NULL, NULL },
  { "deal.answer-question", "1", NULL },
  { "deal.answer-question", "4", NULL },
  { "deal.decide", NULL, NULL },
  { "deal.set-stop", NULL, NULL },
  { "deal.proof-of-concept", NULL, NULL },
  { "deal.edit-hole", NULL, "SELECT id FROM hole WHERE deal_id = 1" },
  { "deal.fill-hole", NULL, "SELECT id FROM hole WHERE deal_id = 1" },
  { "deal.edit-promise", NULL, "SELECT id FROM commitment WHERE deal_id = 1" },
  { "deal.renegotiate-promise", NULL, "SELECT id FROM commitment WHERE deal_id = 1" },
  { "deal.prove-promise", NULL, "SELECT id FROM commitment WHERE deal_id = 1" },
  { "deal.read-promise", NULL, "SELECT id FROM commitment WHERE deal_id = 1" },
  { "deal.edit-person", NULL, "SELECT id FROM member WHERE deal_id = 1" },
  { "deal.edit-entry", NULL,
    "SELECT id FROM entry WHERE deal_id = 1 AND kind = 'call' ORDER BY happened_at DESC" },
};

static void
tour_forms (Tour *tour)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      GVariant *parameter = forms[i].id != NULL ? g_variant_new_int64 (find_id (tour, forms[i].id))
                            : forms[i].parameter != NULL
                                ? g_variant_parse (NULL, forms[i].parameter, NULL, NULL, NULL)
                                : NULL;

      do_on_page (tour, forms[i].action, parameter);
      look_at_dialog (tour, forms[i].action);
    }
}

/* Deals that show what the first one does not. */
static const struct
{
  const char *where;
  const char *id;
} deals[] = {
  { "a quiet deal", "SELECT deal_id FROM quiet WHERE state = 'in-force' AND scope = 'deal'" },
  { "a deal with a roadblock", "SELECT deal_id FROM roadblock" },
  { "a deal with a decision", "SELECT deal_id FROM decision" },
  { "a deal with a hard question", "SELECT deal_id FROM hard_question" },
  { "a deal that is won", "SELECT id FROM deal WHERE outcome = 'won'" },
};

static void
tour_deals (Tour *tour)
{
  static const char *const outcomes[] = { "won",       "said-no", "walked-away",
                                          "went-dark", "stopped", "chose-another" };

  go (tour, "win.open-deal", g_variant_new_int64 (1));
  look_at_page_and_menus (tour, "the deal");
  tour_forms (tour);
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      go (tour, "win.close-deal", g_variant_new ("(xss)", (gint64) 1, outcomes[i], ""));
      look_at_dialog (tour, outcomes[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (deals); i++)
    {
      go (tour, "win.open-deal", g_variant_new_int64 (find_id (tour, deals[i].id)));
      look_at_page (tour, deals[i].where);
    }
  go (tour, "win.ask-hard-question",
      g_variant_new_int64 (
          find_id (tour, "SELECT id FROM deal d WHERE outcome = 'open' AND EXISTS "
                         "(SELECT 1 FROM commitment c WHERE c.deal_id = d.id AND side = 'them')")));
  look_at_dialog (tour, "the hard question");
}

static void
tour_scripts (Tour *tour)
{
  gint64 script_id;

  go (tour, "win.open-deal", g_variant_new_int64 (1));
  do_on_page (tour, "deal.do-over",
              g_variant_new_int64 (
                  find_id (tour, "SELECT id FROM hole WHERE deal_id = 1 AND state = 'open'")));
  look_at_page_and_menus (tour, "the script");
  script_id = find_id (tour, "SELECT max (id) FROM script");
  go (tour, "win.print-script", g_variant_new_int64 (script_id));
  look_at_page (tour, "the preview of a script");
  go (tour, "win.start-call", g_variant_new_int64 (script_id));
  look_at_page (tour, "before the call");
  do_on_page (tour, "call.next", NULL);
  do_on_page (tour, "call.note", NULL);
  look_at_page (tour, "a beat of the call");
  do_on_page (tour, "call.escape", NULL);
  do_on_page (tour, "call.voicemail", NULL);
  look_at_page (tour, "a voicemail");
  do_on_page (tour, "call.voicemail", NULL);
  for (int key = 1; key <= 6; key++)
    {
      g_autofree char *where = g_strdup_printf ("outcome %d of the call", key);

      do_on_page (tour, "call.outcome", g_variant_new_int32 (key));
      look_at_page (tour, where);
      do_on_page (tour, "call.escape", NULL);
    }
  do_on_page (tour, "call.outcome", g_variant_new_int32 (5));
  do_on_page (tour, "call.finish", NULL);
  look_at_page (tour, "after the call");
}

/* A promise of ours that is open, with two ways out, and one that was owned. */
static void
tour_own_it (Tour *tour)
{
  go (tour, "win.own-promise",
      g_variant_new_int64 (
          find_id (tour, "SELECT id FROM commitment WHERE deal_id = 1 AND side = 'us' AND "
                         "state = 'open' ORDER BY due_on")));
  do_on_page (tour, "own-it.add-way", NULL);
  do_on_page (tour, "own-it.write", NULL);
  look_at_page_and_menus (tour, "a promise to own");
  go (tour, "win.own-promise",
      g_variant_new_int64 (
          find_id (tour, "SELECT commitment_id FROM own_it WHERE outcome = 'work-around'")));
  look_at_page_and_menus (tour, "a promise that was owned");
}

static void
tour_prints (Tour *tour)
{
  go (tour, "win.print-brief", g_variant_new_int64 (1));
  look_at_page_and_menus (tour, "the preview of a brief");
}

static void
tour_roadblocks (Tour *tour)
{
  gint64 id = find_id (tour, "SELECT id FROM roadblock");
  gint64 deal_id = find_id (tour, "SELECT deal_id FROM roadblock");

  go (tour, "win.show-roadblocks", NULL);
  look_at_page_and_menus (tour, "the roadblocks");
  go (tour, "win.open-roadblock", g_variant_new ("(xx)", deal_id, id));
  look_at_page_and_menus (tour, "a roadblock");
  go (tour, "win.open-roadblock", g_variant_new ("(xx)", (gint64) 1, (gint64) 0));
  if (find_dialog (tour) != NULL)
    look_at_dialog (tour, "a new roadblock");
}

static void
tour_people (Tour *tour)
{
  go (tour, "win.show-people", NULL);
  look_at_page_and_menus (tour, "people and companies");
  do_on_page (tour, "people.add", NULL);
  look_at_dialog (tour, "a new person");
  go (tour, "win.open-person",
      g_variant_new_int64 (find_id (tour, "SELECT person_id FROM member WHERE deal_id = 1")));
  look_at_page_and_menus (tour, "a person");
  do_on_page (tour, "contact.edit", NULL);
  look_at_dialog (tour, "the form of a person");
  go (tour, "win.open-company",
      g_variant_new_int64 (find_id (tour, "SELECT company_id FROM deal WHERE id = 1")));
  look_at_page_and_menus (tour, "a company");
  do_on_page (tour, "contact.edit", NULL);
  look_at_dialog (tour, "the form of a company");
}

static gboolean
is_shown (Tour *tour, GType type)
{
  GtkWidget *widget = mull_gui_test_find (get_page (tour), type, NULL, NULL);

  return widget != NULL && gtk_widget_get_mapped (widget);
}

static void
tour_search (Tour *tour)
{
  go (tour, "win.search", g_variant_new_string (""));
  look_at_page (tour, "the search");
  /* A name, and a number: what is no word of any language. */
  go (tour, "win.search", g_variant_new_string (page_tour_get_data (0)));
  look_at_page (tour, "who was found");
  go (tour, "win.search", g_variant_new_string ("10"));
  look_at_page (tour, "what was found");
  go (tour, "win.switch", NULL);
  look_at_dialog (tour, "the switcher");
}

static void
tour_import (Tour *tour)
{
  static const char csv[] = "DEAL,COMPANY,AMOUNT,SOMEBODY\n1,2,3,4\n5,6,12..3,8\n";
  g_autofree char *path = g_build_filename (tour->folder, "deals.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, csv, -1, &error);
  g_assert_no_error (error);
  go (tour, "win.import", g_variant_new_string (path));
  mull_gui_test_wait_for (is_shown (tour, MULL_TYPE_IMPORT_OUTCOME));
  look_at_page_and_menus (tour, "the import");
}

static gboolean
is_erase_button (GtkWidget *widget, gpointer user_data)
{
  return gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "erase.erase") == 0;
}

/* What takes two into one, takes back and takes away. */
static void
tour_custody (Tour *tour)
{
  gint64 person_id = find_id (tour, "SELECT person_id FROM member WHERE deal_id = 2");

  go (tour, "win.merge-person", g_variant_new_int64 (person_id));
  look_at_page_and_menus (tour, "with whom somebody is merged");
  go (tour, "win.merge-people", g_variant_new ("(xx)", person_id, person_id + 1));
  look_at_page_and_menus (tour, "two who become one");
  go (tour, "win.open-person", g_variant_new_int64 (person_id));
  do_on_page (tour, "contact.delete", NULL);
  go (tour, "win.show-trash", NULL);
  look_at_page_and_menus (tour, "the trash");
  go (tour, "win.show-history", NULL);
  look_at_page_and_menus (tour, "the history");
  go (tour, "win.erase-person", g_variant_new_int64 (person_id));
  /* It is found out first what would go. */
  mull_gui_test_wait_for (
      mull_gui_test_find (get_page (tour), GTK_TYPE_BUTTON, is_erase_button, NULL) != NULL);
  look_at_page_and_menus (tour, "what erasing a person takes away");
}

static void
tour_preferences (Tour *tour)
{
  static const char *const actions[] = { "win.preferences", "win.show-backups" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      go (tour, actions[i], NULL);
      look_at_dialog (tour, actions[i]);
    }
}

static void
tour_trouble (Tour *tour)
{
  g_autoptr (GError) error =
      g_error_new_literal (MULL_ERROR, MULL_ERROR_NEWER_FILE, "⟦It is newer.⟧");

  gtk_window_present (GTK_WINDOW (
      mull_trouble_window_new (application, error, mull_workspace_get_folder (tour->workspace),
                               mull_workspace_get_clock (tour->workspace))));
  look_at_dialog (tour, "the window that tells of trouble");
}

static void
tour_check (Tour *tour)
{
  gtk_window_present (GTK_WINDOW (mull_check_window_new (application)));
  look_at_dialog (tour, "the window that says that the data is checked");
}

/* ── Data ─────────────────────────────────────────────────────────────── */

/* Of the file that is imported. */
static const char *const headings[] = { "DEAL", "COMPANY", "AMOUNT", "SOMEBODY" };

/**
 * page_tour_get_n_data:
 *
 * Returns: how many texts of the sample are names, which are the same in every language
 */
guint
page_tour_get_n_data (void)
{
  return CO_N * 2 + P_N + G_N_ELEMENTS (headings);
}

/**
 * page_tour_get_data:
 *
 * Returns: one of them; it may be empty
 */
const char *
page_tour_get_data (guint i)
{
  const char *text = i < CO_N             ? mull_sample_companies[i].name
                     : i < 2 * CO_N       ? mull_sample_companies[i - CO_N].place
                     : i < 2 * CO_N + P_N ? mull_sample_people[i - 2 * CO_N].name
                                          : headings[i - 2 * CO_N - P_N];

  return text != NULL ? text : "";
}

/* ── The whole ────────────────────────────────────────────────────────── */

static void
begin (Tour *tour, int width, int height)
{
  tour->folder = fixture_make_folder ();
  tour->workspace = fixture_open (tour->folder);
  tour->window = mull_window_new (application, tour->workspace);
  gtk_window_set_default_size (GTK_WINDOW (tour->window), width, height);
  gtk_window_present (GTK_WINDOW (tour->window));
  mull_gui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (tour->window)));
}

static void
end (Tour *tour)
{
  gtk_window_destroy (GTK_WINDOW (tour->window));
  mull_gui_test_drain ();
  fixture_close (tour->workspace);
  fixture_remove_folder (tour->folder);
}

/**
 * page_tour_init:
 *
 * Makes the application that all tours share. Call after mull_gui_test_init().
 */
void
page_tour_init (void)
{
  g_autoptr (GError) error = NULL;

  application = adw_application_new ("org.mulliganapp.Mulligan.Test", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
}

/**
 * page_tour_end:
 *
 * Lets go of the application.
 */
void
page_tour_end (void)
{
  g_clear_object (&application);
}

/**
 * page_tour_run:
 * @width: of the window
 * @height: of the window
 *
 * Shows every page, form and menu of the program over the sample pipeline, and has @look look at
 * each.
 */
void
page_tour_run (int width, int height, PageTourLook look, gpointer user_data)
{
  Tour tour = { .look = look, .user_data = user_data };
  g_autoptr (GError) error = NULL;

  begin (&tour, width, height);
  look_at_page_and_menus (&tour, "the start page");
  mull_sample_fill (tour.workspace, &error);
  g_assert_no_error (error);
  mull_gui_test_drain ();
  tour_board (&tour);
  tour_deals (&tour);
  tour_scripts (&tour);
  tour_own_it (&tour);
  tour_prints (&tour);
  go (&tour, "win.show-today", NULL);
  look_at_page_and_menus (&tour, "today");
  go (&tour, "win.drill", NULL);
  look_at_page (&tour, "the drill");
  tour_roadblocks (&tour);
  tour_people (&tour);
  go (&tour, "win.show-figures", NULL);
  look_at_page_and_menus (&tour, "the figures");
  tour_search (&tour);
  tour_import (&tour);
  tour_custody (&tour);
  tour_preferences (&tour);
  tour_trouble (&tour);
  tour_check (&tour);
  end (&tour);
}
