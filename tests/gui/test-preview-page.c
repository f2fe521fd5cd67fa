/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-preview-page.h"

#include "mull-deal-ops.h"
#include "mull-dossier.h"
#include "mull-gui-test.h"
#include "mull-preview-sheet.h"
#include "mull-preview-view.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  MullWorkspace *workspace;
  gint64 deal_id;
  GSettings *settings;
  GtkWidget *overlay;
  MullPreviewPage *page;
  MullPreviewView *view;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  MullNewDeal spec = { "R&D <b>", NULL, NULL, 0, { 7300000, "EUR" }, MULL_DAY_NONE };
  g_autoptr (GError) error = NULL;

  fixture->settings = g_settings_new (MULL_APP_ID);
  g_settings_reset (fixture->settings, "paper");
  g_settings_reset (fixture->settings, "brief-pages");
  g_settings_reset (fixture->settings, "brief-discreet");
  fixture->folder = fixture_make_folder ();
  fixture->workspace = fixture_open (fixture->folder);
  g_assert_true (mull_deal_ops_add (fixture->workspace, &spec, &fixture->deal_id, &error));
  g_assert_no_error (error);
  fixture->page = mull_preview_page_new (fixture->workspace);
  g_assert_true (mull_preview_page_open (fixture->page, fixture->deal_id, &error));
  g_assert_no_error (error);
  fixture->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->overlay), GTK_WIDGET (fixture->page));
  fixture->view = MULL_PREVIEW_VIEW (
      mull_gui_test_find (GTK_WIDGET (fixture->page), MULL_TYPE_PREVIEW_VIEW, NULL, NULL));
  fixture->window = mull_gui_test_present (fixture->overlay, 800, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  mull_gui_test_drain ();
  g_object_unref (fixture->settings);
  fixture_close (fixture->workspace);
  fixture_remove_folder (fixture->folder);
}

static MullPreviewSheet *
first_sheet (Fixture *fixture)
{
  return MULL_PREVIEW_SHEET (
      mull_gui_test_find (GTK_WIDGET (fixture->view), MULL_TYPE_PREVIEW_SHEET, NULL, NULL));
}

static char *
save_and_read (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "brief.pdf", NULL);
  g_autofree char *line = g_strdup_printf ("pdftotext -layout '%s' -", path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status = 0;

  g_assert_true (mull_preview_page_save_to (fixture->page, file, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_command_line_sync (line, &text, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  return text;
}

static void
test_title (Fixture *fixture, gconstpointer data)
{
  g_autofree char *title = NULL;

  g_object_get (fixture->page, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Brief: R&D <b>");
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (fixture->page), "R&D <b>"));
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (fixture->page), "Page 1 of 2"));
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *pages = GTK_DROP_DOWN (gtk_widget_get_template_child (
      GTK_WIDGET (fixture->page), MULL_TYPE_PREVIEW_PAGE, "pages_drop_down"));

  g_assert_cmpuint (mull_preview_view_get_n_pages (fixture->view), ==, 2);
  g_assert_cmpuint (gtk_drop_down_get_selected (pages), ==, 1);
  gtk_drop_down_set_selected (pages, 0);
  g_assert_cmpuint (mull_preview_view_get_n_pages (fixture->view), ==, 1);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "brief-pages"), ==, 1);
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (fixture->page), "Page 1 of 1"));
  g_settings_set_int (fixture->settings, "brief-pages", 2);
  g_assert_cmpuint (gtk_drop_down_get_selected (pages), ==, 1);
  g_assert_cmpuint (mull_preview_view_get_n_pages (fixture->view), ==, 2);
}

static void
test_paper (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *paper = GTK_DROP_DOWN (gtk_widget_get_template_child (
      GTK_WIDGET (fixture->page), MULL_TYPE_PREVIEW_PAGE, "paper_drop_down"));
  g_autofree char *setting = NULL;
  int a4_height;

  /* The locale of tests has A4; showing it is no choice. */
  g_assert_cmpuint (gtk_drop_down_get_selected (paper), ==, MULL_PAPER_A4);
  setting = g_settings_get_string (fixture->settings, "paper");
  g_assert_cmpstr (setting, ==, "locale");
  mull_gui_test_wait_for (gtk_widget_get_height (GTK_WIDGET (first_sheet (fixture))) > 0);
  a4_height = gtk_widget_get_height (GTK_WIDGET (first_sheet (fixture)));
  gtk_drop_down_set_selected (paper, MULL_PAPER_LETTER);
  g_free (setting);
  setting = g_settings_get_string (fixture->settings, "paper");
  g_assert_cmpstr (setting, ==, "letter");
  mull_gui_test_wait_for (gtk_widget_get_height (GTK_WIDGET (first_sheet (fixture))) < a4_height);
}

static gboolean
is_like (GtkWidget *widget, gpointer pattern)
{
  return g_pattern_match_simple (pattern, gtk_label_get_text (GTK_LABEL (widget)));
}

static gboolean
has_said (Fixture *fixture, const char *pattern)
{
  return mull_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, is_like,
                             (gpointer) pattern) != NULL;
}

static void
test_discreet (Fixture *fixture, gconstpointer data)
{
  GtkSwitch *discreet = GTK_SWITCH (gtk_widget_get_template_child (
      GTK_WIDGET (fixture->page), MULL_TYPE_PREVIEW_PAGE, "discreet_switch"));
  g_autofree char *open_text = save_and_read (fixture);
  g_autofree char *discreet_text = NULL;

  g_assert_nonnull (strstr (open_text, "R&D <b>"));
  g_assert_nonnull (strstr (open_text, "73"));
  gtk_switch_set_active (discreet, TRUE);
  g_assert_true (g_settings_get_boolean (fixture->settings, "brief-discreet"));
  discreet_text = save_and_read (fixture);
  g_assert_nonnull (strstr (discreet_text, "R&D <b>"));
  g_assert_null (strstr (discreet_text, "73"));
  g_assert_true (has_said (fixture, "“*.pdf” saved"));
}

static void
test_rendering (Fixture *fixture, gconstpointer data)
{
  MullPreviewSheet *sheet = first_sheet (fixture);
  GtkWidget *second = gtk_widget_get_next_sibling (GTK_WIDGET (sheet));
  g_autoptr (GdkTexture) before = NULL;

  mull_gui_test_wait_for (mull_preview_sheet_get_texture (sheet) != NULL);
  mull_gui_test_wait_for (!mull_preview_sheet_needs_render (MULL_PREVIEW_SHEET (second)));
  before = g_object_ref (mull_preview_sheet_get_texture (sheet));
  /* A texel is a pixel of the screen. */
  g_assert_cmpint (gdk_texture_get_width (before), ==,
                   gtk_widget_get_width (GTK_WIDGET (sheet)) *
                       gtk_widget_get_scale_factor (GTK_WIDGET (sheet)));
  g_settings_set_boolean (fixture->settings, "brief-discreet", TRUE);
  g_assert_true (mull_preview_sheet_needs_render (sheet));
  mull_gui_test_wait_for (mull_preview_sheet_get_texture (sheet) != before);
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  double fitted = mull_preview_view_get_zoom (fixture->view);

  g_assert_cmpfloat (fitted, <=, 1);
  g_assert_true (mull_gui_test_press (page, "<Control>plus"));
  g_assert_cmpfloat (mull_preview_view_get_zoom (fixture->view), >, fitted);
  mull_gui_test_wait_for (G_APPROX_VALUE (mull_preview_sheet_get_shown_zoom (first_sheet (fixture)),
                                          mull_preview_view_get_zoom (fixture->view), 0.01));
  for (guint i = 0; i < 20; i++)
    mull_gui_test_press (page, "<Control>plus");
  g_assert_cmpfloat (mull_preview_view_get_zoom (fixture->view), ==, 3);
  for (guint i = 0; i < 20; i++)
    mull_gui_test_press (page, "<Control>minus");
  g_assert_cmpfloat (mull_preview_view_get_zoom (fixture->view), ==, 0.5);
  g_assert_true (mull_gui_test_press (page, "<Control>0"));
  mull_gui_test_wait_for (
      G_APPROX_VALUE (mull_preview_view_get_zoom (fixture->view), fitted, 0.01));
}

/* Scrolled to the end, the title says that it is the last page. */
static void
test_page_of_pages (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scrolled =
      mull_gui_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_SCROLLED_WINDOW, NULL, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  mull_gui_test_wait_for (mull_gui_test_find_label (GTK_WIDGET (fixture->page), "Page 2 of 2") !=
                          NULL);
}

static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none", "brief.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) elsewhere = g_file_new_for_uri ("sftp://example.invalid/brief.pdf");
  g_autoptr (GError) error = NULL;

  g_assert_false (mull_preview_page_save_to (fixture->page, file, &error));
  g_assert_nonnull (strstr (error->message, path));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (has_said (fixture, "“*.pdf” saved"));
  g_clear_error (&error);
  g_assert_false (mull_preview_page_save_to (fixture->page, elsewhere, &error));
  g_assert_nonnull (strstr (error->message, "example.invalid"));
  g_assert_false (has_said (fixture, "“*.pdf” saved"));
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (GTK_IS_DIALOG (l->data) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

/* Cancelling a question leaves everything as it was, and it can be asked again. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  const char *trigger = data;

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (mull_gui_test_press (GTK_WIDGET (fixture->page), trigger));
      mull_gui_test_wait_for (find_dialog () != NULL);
      /* Only one at a time. */
      g_assert_false (mull_gui_test_press (GTK_WIDGET (fixture->page), trigger));
      gtk_dialog_response (GTK_DIALOG (find_dialog ()), GTK_RESPONSE_CANCEL);
      mull_gui_test_wait_for (find_dialog () == NULL);
      mull_gui_test_drain ();
    }
  g_assert_null (
      mull_gui_test_find (fixture->overlay, g_type_from_name ("AdwToastWidget"), NULL, NULL));
}

static void
test_follows_the_deal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (MullDeal) changed = NULL;
  g_autoptr (GError) error = NULL;

  dossier = mull_dossier_load (fixture->workspace, fixture->deal_id, &error);
  g_assert_no_error (error);
  changed = mull_deal_copy (dossier->deal);
  mull_set_text (&changed->title, "Boiler house");
  g_assert_true (mull_deal_ops_update (fixture->workspace, changed, &error));
  g_assert_no_error (error);
  mull_gui_test_wait_for (mull_gui_test_find_label (GTK_WIDGET (fixture->page), "Boiler house") !=
                          NULL);
  g_assert_true (mull_workspace_undo (fixture->workspace, &error));
  mull_gui_test_wait_for (mull_gui_test_find_label (GTK_WIDGET (fixture->page), "R&D <b>") != NULL);
  /* The deal itself is gone: the last brief stays on the screen until Back. */
  g_assert_true (mull_workspace_undo (fixture->workspace, &error));
  mull_gui_test_drain ();
}

static void
test_no_such_deal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mull_preview_page_open (fixture->page, 4711, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (mull_preview_view_get_n_pages (fixture->view), ==, 2);
}

static gboolean
lacks_name (GtkWidget *widget, gpointer user_data)
{
  if (!gtk_widget_get_mapped (widget) ||
      (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL))
    return FALSE;
  return !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                            GTK_ACCESSIBLE_PROPERTY_LABEL) &&
         !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                            GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  const GType types[] = { MULL_TYPE_PREVIEW_SHEET, GTK_TYPE_DROP_DOWN, GTK_TYPE_SWITCH,
                          GTK_TYPE_SCROLLED_WINDOW };
  GtkWidget *bare =
      mull_gui_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_BUTTON, lacks_name, NULL);

  g_assert_null (bare);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      /* The drop downs have lists of their own. */
      GtkWidget *root =
          GTK_WIDGET (types[i] == GTK_TYPE_SCROLLED_WINDOW ? (gpointer) fixture->view
                                                           : (gpointer) fixture->page);
      GtkWidget *widget = mull_gui_test_find (root, types[i], NULL, NULL);

      g_assert_nonnull (widget);
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                                       GTK_ACCESSIBLE_PROPERTY_LABEL));
    }
  gtk_test_accessible_assert_property (first_sheet (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Page 1 of 2");
  /* The page can be heard, not only seen. */
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (first_sheet (fixture)),
                                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  int minimum = 0;

  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static void
test_finalisation (Fixture *fixture, gconstpointer data)
{
  gpointer page = fixture->page;

  g_object_add_weak_pointer (page, &page);
  gtk_window_destroy (g_steal_pointer (&fixture->window));
  mull_gui_test_wait_for (page == NULL);
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  mull_gui_test_init (&argc, &argv);
  ADD ("/preview-page/title", NULL, test_title);
  ADD ("/preview-page/pages", NULL, test_pages);
  ADD ("/preview-page/paper", NULL, test_paper);
  ADD ("/preview-page/discreet", NULL, test_discreet);
  ADD ("/preview-page/rendering", NULL, test_rendering);
  ADD ("/preview-page/zoom", NULL, test_zoom);
  ADD ("/preview-page/page-of-pages", NULL, test_page_of_pages);
  ADD ("/preview-page/unwritable", NULL, test_unwritable);
  ADD ("/preview-page/cancel/save", "<Control>s", test_cancel);
  ADD ("/preview-page/cancel/print", "<Control>p", test_cancel);
  ADD ("/preview-page/follows-the-deal", NULL, test_follows_the_deal);
  ADD ("/preview-page/no-such-deal", NULL, test_no_such_deal);
  ADD ("/preview-page/accessible", NULL, test_accessible);
  ADD ("/preview-page/narrow", NULL, test_narrow);
  ADD ("/preview-page/finalisation", NULL, test_finalisation);
  return g_test_run ();
}
