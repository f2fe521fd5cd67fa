/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-window-pages"

#include "config.h"

#include "mull-window-private.h"

#include "mull-call-page.h"
#include "mull-close-sheet.h"
#include "mull-contact-page.h"
#include "mull-deal-page.h"
#include "mull-drill-page.h"
#include "mull-erase-page.h"
#include "mull-feedback.h"
#include "mull-figures-page.h"
#include "mull-guard-pass.h"
#include "mull-history-page.h"
#include "mull-import-page.h"
#include "mull-own-it-page.h"
#include "mull-people-page.h"
#include "mull-promise-forms.h"
#include "mull-roadblock-forms.h"
#include "mull-roadblock-page.h"
#include "mull-roadblocks-page.h"
#include "mull-script-ops.h"
#include "mull-script-page.h"
#include "mull-today-page.h"
#include "mull-trash-page.h"

/* ── Deals ────────────────────────────────────────────────────────────── */

static GtkWidget *
make_deal_page (MullWorkspace *workspace)
{
  return GTK_WIDGET (mull_deal_page_new (workspace));
}

static void
open_deal (MullWindow *self, gint64 deal_id, gint64 entry_id)
{
  GtkWidget *page = mull_window_ensure_page (self, MULL_TYPE_DEAL_PAGE, make_deal_page);
  g_autoptr (GError) error = NULL;

  if (!mull_deal_page_open (MULL_DEAL_PAGE (page), deal_id, entry_id, &error))
    {
      mull_feedback_error (GTK_WIDGET (self->pages), error);
      return;
    }
  mull_window_note_opened (self, MULL_SEARCH_DEAL, deal_id);
  mull_window_show_page (self, page);
  if (entry_id == 0)
    gtk_widget_grab_focus (page);
}

static void
open_deal_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_deal (MULL_WINDOW (widget), g_variant_get_int64 (parameter), 0);
}

static void
open_entry_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gint64 deal_id, entry_id;

  g_variant_get (parameter, "(xx)", &deal_id, &entry_id);
  open_deal (MULL_WINDOW (widget), deal_id, entry_id);
}

/* ── Promises ─────────────────────────────────────────────────────────── */

/* What is asked is asked over the page of the deal. */
static void
ask_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  gint64 deal_id = g_variant_get_int64 (parameter);
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;

  open_deal (self, deal_id, 0);
  if (g_str_equal (action_name, "win.ask-hard-question"))
    mull_hard_question_form_present (widget, mull_window_get_workspace (self), deal_id, &error);
  else if ((dossier = mull_dossier_load (mull_window_get_workspace (self), deal_id, &error)) !=
           NULL)
    mull_decision_form_present (widget, mull_window_get_workspace (self), dossier);
  if (error != NULL)
    mull_feedback_error (GTK_WIDGET (self->pages), error);
}

static void
close_deal_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  const char *nick, *reason;
  MullCloseSheet *sheet;
  gint64 deal_id;
  int outcome;

  g_variant_get (parameter, "(x&s&s)", &deal_id, &nick, &reason);
  if (!mull_enum_from_nick (MULL_TYPE_OUTCOME, nick, &outcome))
    return;
  open_deal (self, deal_id, 0);
  dossier = mull_dossier_load (mull_window_get_workspace (self), deal_id, &error);
  if (dossier == NULL)
    {
      mull_feedback_error (GTK_WIDGET (self->pages), error);
      return;
    }
  if (dossier->deal->outcome != MULL_OUTCOME_OPEN)
    return;
  sheet = mull_close_sheet_present (widget, mull_window_get_workspace (self), dossier->deal,
                                    (MullOutcome) outcome);
  mull_close_sheet_set_reason (sheet, reason);
}

static GtkWidget *
make_own_it_page (MullWorkspace *workspace)
{
  return GTK_WIDGET (mull_own_it_page_new (workspace));
}

static void
own_promise_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  GtkWidget *page = mull_window_ensure_page (self, MULL_TYPE_OWN_IT_PAGE, make_own_it_page);
  g_autoptr (GError) error = NULL;

  if (!mull_own_it_page_open (MULL_OWN_IT_PAGE (page), g_variant_get_int64 (parameter), &error))
    {
      mull_feedback_error (GTK_WIDGET (self->pages), error);
      return;
    }
  mull_window_show_page (self, page);
  gtk_widget_grab_focus (page);
}

/* ── Scripts ──────────────────────────────────────────────────────────── */

static GtkWidget *
make_script_page (MullWorkspace *workspace)
{
  return GTK_WIDGET (mull_script_page_new (workspace));
}

static void
open_script_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  GtkWidget *page = mull_window_ensure_page (self, MULL_TYPE_SCRIPT_PAGE, make_script_page);
  g_autoptr (GError) error = NULL;

  if (!mull_script_page_open (MULL_SCRIPT_PAGE (page), g_variant_get_int64 (parameter), &error))
    {
      mull_feedback_error (GTK_WIDGET (self->pages), error);
      return;
    }
  mull_window_show_page (self, page);
  gtk_widget_grab_focus (page);
}

static GtkWidget *
make_call_page (MullWorkspace *workspace)
{
  return GTK_WIDGET (mull_call_page_new (workspace));
}

/* Wherever a call is begun from: who asked to be left alone is called after a look at their words,
 * which stands on the page of the script. */
static gboolean
is_guarded (MullWindow *self, gint64 script_id)
{
  MullWorkspace *workspace = mull_window_get_workspace (self);
  g_autoptr (MullScript) script = mull_script_load (workspace, script_id, NULL);
  g_auto (MullKeptPass) kept = { 0 };
  g_autoptr (MullGuard) guard = NULL;

  if (script == NULL)
    return FALSE;
  mull_guard_load_pass (workspace, script_id, &kept);
  guard = mull_guard_new_for_call (workspace, script->deal_id, script->person_id, NULL);
  if (mull_kept_pass_get (&kept) != NULL || guard == NULL || !mull_guard_is_closed (guard))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-script", "x", script_id);
  gtk_widget_activate_action (gtk_stack_get_visible_child (GTK_STACK (self->pages)), "script.call",
                              NULL);
  return TRUE;
}

static void
start_call_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  GtkWidget *page = mull_window_ensure_page (self, MULL_TYPE_CALL_PAGE, make_call_page);
  g_autoptr (GError) error = NULL;

  if (is_guarded (self, g_variant_get_int64 (parameter)))
    return;
  if (!mull_call_page_open (MULL_CALL_PAGE (page), g_variant_get_int64 (parameter), &error))
    {
      mull_feedback_error (GTK_WIDGET (self->pages), error);
      return;
    }
  mull_window_show_page (self, page);
  gtk_widget_grab_focus (page);
}

/* ── Today ────────────────────────────────────────────────────────────── */

static GtkWidget *
make_today_page (MullWorkspace *workspace)
{
  return GTK_WIDGET (mull_today_page_new (workspace));
}

static void
show_today_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  GtkWidget *page = mull_window_ensure_page (self, MULL_TYPE_TODAY_PAGE, make_today_page);

  /* Who is there need not be led there, and rows stand where the toast does. */
  if (self->greeting != NULL)
    adw_toast_dismiss (self->greeting);
  /* What changed since the last time is one click away. */
  if (self->last_seen != MULL_DAY_NONE &&
      self->last_seen < mull_workspace_get_today (self->workspace))
    mull_today_page_catch_up (MULL_TODAY_PAGE (page), self->last_seen);
  else
    mull_today_page_open (MULL_TODAY_PAGE (page));
  mull_window_show_page (self, page);
  gtk_widget_grab_focus (page);
}

/* ── Drill ────────────────────────────────────────────────────────────── */

static GtkWidget *
make_drill_page (MullWorkspace *workspace)
{
  return GTK_WIDGET (mull_drill_page_new (workspace));
}

static void
drill_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  GtkWidget *page = mull_window_ensure_page (self, MULL_TYPE_DRILL_PAGE, make_drill_page);

  mull_drill_page_draw (MULL_DRILL_PAGE (page));
  mull_window_show_page (self, page);
  gtk_widget_grab_focus (page);
}

/* ── Roadblocks ───────────────────────────────────────────────────────── */

static GtkWidget *
make_roadblock_page (MullWorkspace *workspace)
{
  return GTK_WIDGET (mull_roadblock_page_new (workspace));
}

/* A new one begins with what they said; its page is shown once that is written down. */
static void
begin_roadblock (MullWindow *self, gint64 deal_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDossier) dossier = mull_dossier_load (self->workspace, deal_id, &error);

  if (dossier == NULL)
    mull_feedback_error (GTK_WIDGET (self->pages), error);
  else if (mull_dossier_get_roadblock (dossier) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->pages), "win.open-roadblock", "(xx)", deal_id,
                                mull_dossier_get_roadblock (dossier)->record.id);
  else
    mull_roadblock_new_form_present (GTK_WIDGET (self->pages), self->workspace, dossier, NULL);
}

static void
open_roadblock_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  gint64 deal_id, roadblock_id;
  GtkWidget *page;

  g_variant_get (parameter, "(xx)", &deal_id, &roadblock_id);
  if (roadblock_id == 0)
    {
      begin_roadblock (self, deal_id);
      return;
    }
  page = mull_window_ensure_page (self, MULL_TYPE_ROADBLOCK_PAGE, make_roadblock_page);
  if (!mull_roadblock_page_open (MULL_ROADBLOCK_PAGE (page), roadblock_id, &error))
    {
      mull_feedback_error (GTK_WIDGET (self->pages), error);
      return;
    }
  mull_window_show_page (self, page);
}

static GtkWidget *
make_roadblocks_page (MullWorkspace *workspace)
{
  return GTK_WIDGET (mull_roadblocks_page_new (workspace));
}

static void
show_roadblocks_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);

  mull_window_show_page (
      self, mull_window_ensure_page (self, MULL_TYPE_ROADBLOCKS_PAGE, make_roadblocks_page));
}

/* ── People and companies ─────────────────────────────────────────────── */

static GtkWidget *
make_people_page (MullWorkspace *workspace)
{
  return GTK_WIDGET (mull_people_page_new (workspace));
}

static void
show_people_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  GtkWidget *page = mull_window_ensure_page (self, MULL_TYPE_PEOPLE_PAGE, make_people_page);

  mull_window_show_page (self, page);
  gtk_widget_grab_focus (page);
}

static GtkWidget *
make_contact_page (MullWorkspace *workspace)
{
  return GTK_WIDGET (mull_contact_page_new (workspace));
}

static void
open_contact_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  MullContactPage *page =
      MULL_CONTACT_PAGE (mull_window_ensure_page (self, MULL_TYPE_CONTACT_PAGE, make_contact_page));
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr (GError) error = NULL;
  gboolean is_person = g_str_equal (action_name, "win.open-person");
  gboolean done = is_person ? mull_contact_page_open_person (page, id, &error)
                            : mull_contact_page_open_company (page, id, &error);

  if (!done)
    {
      mull_feedback_error (GTK_WIDGET (self->pages), error);
      return;
    }
  mull_window_note_opened (self, is_person ? MULL_SEARCH_PERSON : MULL_SEARCH_COMPANY, id);
  mull_window_show_page (self, GTK_WIDGET (page));
}

/* ── Figures ──────────────────────────────────────────────────────────── */

static GtkWidget *
make_figures_page (MullWorkspace *workspace)
{
  return GTK_WIDGET (mull_figures_page_new (workspace));
}

static void
show_figures_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);

  mull_window_show_page (self,
                         mull_window_ensure_page (self, MULL_TYPE_FIGURES_PAGE, make_figures_page));
}

/* ── Trash ────────────────────────────────────────────────────────────── */

static GtkWidget *
make_trash_page (MullWorkspace *workspace)
{
  return GTK_WIDGET (mull_trash_page_new (workspace));
}

static void
show_trash_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  GtkWidget *page = mull_window_ensure_page (self, MULL_TYPE_TRASH_PAGE, make_trash_page);

  mull_window_show_page (self, page);
  gtk_widget_grab_focus (page);
}

static GtkWidget *
make_history_page (MullWorkspace *workspace)
{
  return GTK_WIDGET (mull_history_page_new (workspace));
}

static void
show_history_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  GtkWidget *page = mull_window_ensure_page (self, MULL_TYPE_HISTORY_PAGE, make_history_page);

  mull_window_show_page (self, page);
  gtk_widget_grab_focus (page);
}

static GtkWidget *
make_erase_page (MullWorkspace *workspace)
{
  return GTK_WIDGET (mull_erase_page_new (workspace));
}

static void
erase_person_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  GtkWidget *page = mull_window_ensure_page (self, MULL_TYPE_ERASE_PAGE, make_erase_page);
  g_autoptr (GError) error = NULL;

  if (!mull_erase_page_open (MULL_ERASE_PAGE (page), g_variant_get_int64 (parameter), &error))
    {
      mull_feedback_error (GTK_WIDGET (self->pages), error);
      return;
    }
  mull_window_show_page (self, page);
}

/* ── Import ───────────────────────────────────────────────────────────── */

static GtkWidget *
make_import_page (MullWorkspace *workspace)
{
  return GTK_WIDGET (mull_import_page_new (workspace));
}

static MullImportPage *
show_import_page (MullWindow *self)
{
  GtkWidget *page = mull_window_ensure_page (self, MULL_TYPE_IMPORT_PAGE, make_import_page);

  mull_window_show_page (self, page);
  return MULL_IMPORT_PAGE (page);
}

static void
import_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullImportPage *page = show_import_page (MULL_WINDOW (widget));
  const char *path = g_variant_get_string (parameter, NULL);
  g_autoptr (GFile) file = NULL;

  if (*path == '\0')
    {
      mull_import_page_choose (page);
      return;
    }
  file = g_file_new_for_path (path);
  mull_import_page_open (page, file);
}

static gboolean
on_target_drop_cb (GtkDropTarget *target,
                   const GValue *value,
                   double x,
                   double y,
                   gpointer user_data)
{
  MullWindow *self = user_data;
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  gtk_widget_set_visible (self->drop_hint, FALSE);
  mull_window_import_files (self, files);
  return TRUE;
}

static GdkDragAction
on_target_enter_cb (GtkDropTarget *target, double x, double y, gpointer user_data)
{
  gtk_widget_set_visible (MULL_WINDOW (user_data)->drop_hint, TRUE);
  return GDK_ACTION_COPY;
}

static void
on_target_leave_cb (GtkDropTarget *target, gpointer user_data)
{
  gtk_widget_set_visible (MULL_WINDOW (user_data)->drop_hint, FALSE);
}

/**
 * mull_window_import_files:
 * @files: (element-type GFile): what was dropped, or named on the command line
 *
 * Opens the import page, which shows what each file would bring before anything is written.
 */
void
mull_window_import_files (MullWindow *self, GSList *files)
{
  g_return_if_fail (MULL_IS_WINDOW (self));

  mull_import_page_open_list (show_import_page (self), files);
}

/**
 * mull_window_accept_files:
 * @self: the window
 *
 * Lets files that are dropped on the window be imported, and says so while they are above it.
 */
void
mull_window_accept_files (MullWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (on_target_drop_cb), self);
  g_signal_connect (target, "enter", G_CALLBACK (on_target_enter_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (on_target_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->pages), GTK_EVENT_CONTROLLER (target));
}

/* ── Class ────────────────────────────────────────────────────────────── */

/**
 * mull_window_install_page_actions:
 * @widget_class: the class of the window
 *
 * Installs the actions that lead to pages about one thing.
 */
void
mull_window_install_page_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-deal", "x", open_deal_action);
  gtk_widget_class_install_action (widget_class, "win.open-entry", "(xx)", open_entry_action);
  gtk_widget_class_install_action (widget_class, "win.ask-hard-question", "x", ask_action);
  gtk_widget_class_install_action (widget_class, "win.decide", "x", ask_action);
  gtk_widget_class_install_action (widget_class, "win.close-deal", "(xss)", close_deal_action);
  gtk_widget_class_install_action (widget_class, "win.own-promise", "x", own_promise_action);
  gtk_widget_class_install_action (widget_class, "win.open-script", "x", open_script_action);
  gtk_widget_class_install_action (widget_class, "win.start-call", "x", start_call_action);
  gtk_widget_class_install_action (widget_class, "win.show-today", NULL, show_today_action);
  gtk_widget_class_install_action (widget_class, "win.drill", NULL, drill_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "win.drill",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "win.open-roadblock", "(xx)",
                                   open_roadblock_action);
  gtk_widget_class_install_action (widget_class, "win.show-roadblocks", NULL,
                                   show_roadblocks_action);
  gtk_widget_class_install_action (widget_class, "win.show-people", NULL, show_people_action);
  gtk_widget_class_install_action (widget_class, "win.open-person", "x", open_contact_action);
  gtk_widget_class_install_action (widget_class, "win.open-company", "x", open_contact_action);
  gtk_widget_class_install_action (widget_class, "win.show-figures", NULL, show_figures_action);
  gtk_widget_class_install_action (widget_class, "win.show-trash", NULL, show_trash_action);
  gtk_widget_class_install_action (widget_class, "win.show-history", NULL, show_history_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK,
                                       "win.show-history", NULL);
  gtk_widget_class_install_action (widget_class, "win.erase-person", "x", erase_person_action);
  gtk_widget_class_install_action (widget_class, "win.import", "s", import_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "win.show-today",
                                       NULL);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "win.import", "s",
                                       "");
}
