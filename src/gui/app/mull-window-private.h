/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-preferences.h"
#include "mull-search.h"
#include "mull-window.h"

G_BEGIN_DECLS

struct _MullWindow
{
  AdwApplicationWindow parent_instance;

  /* Template children */
  GtkStack *pages;
  GtkWidget *banner;
  GtkImage *banner_icon;
  GtkLabel *banner_label;
  GtkButton *banner_button;
  GtkWidget *drop_hint;

  /* Owned */
  MullWorkspace *workspace;
  GSettings *settings;
  GArray *opened;      /* what the switcher offers again */
  char *sync_sentence; /* (nullable): what the banner says where there is no trouble */

  /* Borrowed: pages that Back leads to; they are children of @pages */
  GQueue behind;

  /* Weak: kept when they are closed */
  MullPreferences *preferences;

  /* Weak: offers to catch up, until it is read (nullable) */
  AdwToast *greeting;

  /* The day on which the rep was here before, or MULL_DAY_NONE */
  MullDay last_seen;
  /* On which it was noted that the rep is here, or MULL_DAY_NONE */
  MullDay seen_on;
  guint catch_up_id;

  /* Alt+Left led to the board, and nothing was done there yet. */
  gboolean came_back;
};

typedef GtkWidget *(*MullPageFunc) (MullWorkspace *workspace);

/* Pages are made at their first use and kept. */
GtkWidget *mull_window_ensure_page (MullWindow *self, GType type, MullPageFunc make);
void mull_window_show_page (MullWindow *self, GtkWidget *page);
gboolean mull_window_go_back (MullWindow *self);
void mull_window_show_board (MullWindow *self);

void mull_window_install_actions (GtkWidgetClass *widget_class);
void mull_window_install_page_actions (GtkWidgetClass *widget_class);
void mull_window_install_print_actions (GtkWidgetClass *widget_class);
void mull_window_install_preferences_actions (GtkWidgetClass *widget_class);
void mull_window_install_archive_action (GtkWidgetClass *widget_class);
void mull_window_install_merge_actions (GtkWidgetClass *widget_class);
void mull_window_install_export_action (GtkWidgetClass *widget_class);
void mull_window_install_search_actions (GtkWidgetClass *widget_class);
GArray *mull_window_opened_new (void);
void mull_window_note_opened (MullWindow *self, MullSearchKind kind, gint64 id);
void mull_window_install_backup_actions (GtkWidgetClass *widget_class);
/* Follows the custodian, and what keeps the data from being changed. */
void mull_window_follow_custody (MullWindow *self);
void mull_window_catch_up (MullWindow *self);
void mull_window_note_presence (MullWindow *self);
void mull_window_accept_files (MullWindow *self);
void mull_window_install_back_keys (GtkWidgetClass *widget_class);
void mull_window_guard_keys (MullWindow *self);
/* The one place that says which actions make sense now. */
void mull_window_update_actions (MullWindow *self);

G_END_DECLS
