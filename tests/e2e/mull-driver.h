/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <atspi/atspi.h>
#include <gio/gio.h>

/* libatspi 2.46 declares none. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)

G_BEGIN_DECLS

/**
 * MullDriver:
 *
 * Starts the real program and works it from outside, as a person would: it looks through the
 * accessibility bus and acts through the X server's test extension. Runs inside gui-session.sh.
 *
 * Nothing here sleeps for a fixed time: each step polls for its outcome and fails the test, with
 * the tree of what was on the screen, when it does not come within #MULL_DRIVER_DEADLINE_SECONDS,
 * or as many seconds as the environment variable MULL_DEADLINE says.
 *
 * What GTK 4.8 does not tell, and what follows from it:
 *  - positions are relative to the window, so the window's place is asked of the X server;
 *  - rows of lists have no action: click them, or focus them and press Return;
 *  - only the window itself is ever "showing", so that state says nothing;
 *  - buttons of toasts and message dialogs are named with their mnemonic: "_Undo Undo";
 *  - a program that is asked for its windows while a new one is on its way to the screen answers
 *    with one that has no address on the bus yet, and complains ("g_variant_is_object_path", from
 *    GetChildAtIndex of GTK's gtkatspiroot.c). Wait for a new window with
 *    mull_driver_wait_window(), which asks the X server, before anything is looked for.
 */
typedef struct _MullDriver MullDriver;

#define MULL_DRIVER_DEADLINE_SECONDS 20

typedef gboolean (*MullDriverCondition) (MullDriver *driver, gpointer user_data);

void mull_driver_init (int *argc, char ***argv);
char *mull_driver_make_folder (void) G_GNUC_WARN_UNUSED_RESULT;
void mull_driver_remove_folder (const char *path);

MullDriver *mull_driver_new (const char *data_dir, const char *now) G_GNUC_WARN_UNUSED_RESULT;
const char *mull_driver_get_data_dir (MullDriver *self);
void mull_driver_set_wrapper (MullDriver *self, const char *const *wrapper);
void mull_driver_set_environment (MullDriver *self, const char *name, const char *value);
void mull_driver_set_folder (MullDriver *self, const char *path);
int mull_driver_run (MullDriver *self, char **out, char **err, ...) G_GNUC_NULL_TERMINATED;
char *mull_driver_command (MullDriver *self, ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
void mull_driver_start (MullDriver *self, ...) G_GNUC_NULL_TERMINATED;
gboolean mull_driver_is_running (MullDriver *self);
guint mull_driver_get_pid (MullDriver *self);
guint mull_driver_get_size (const char *variable, guint usual);
void mull_driver_stop (MullDriver *self);
gboolean mull_driver_has_quit (MullDriver *self);
void mull_driver_kill (MullDriver *self);
void mull_driver_pause (MullDriver *self);
void mull_driver_resume (MullDriver *self);
void mull_driver_free (MullDriver *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullDriver, mull_driver_free)

const char *mull_driver_get_messages (MullDriver *self);
void mull_driver_forgive (MullDriver *self, const char *const *complaints);
guint mull_driver_count_notifications (MullDriver *self, const char *summary);
gboolean mull_driver_has_notification (MullDriver *self, const char *summary);
void mull_driver_action (MullDriver *self, const char *name, GVariant *parameter);

void mull_driver_wait_for (MullDriver *self,
                           const char *what,
                           MullDriverCondition condition,
                           gpointer user_data);
AtspiAccessible *mull_driver_look (MullDriver *self,
                                   AtspiAccessible *root,
                                   AtspiRole role,
                                   const char *name) G_GNUC_WARN_UNUSED_RESULT;
AtspiAccessible *mull_driver_find (MullDriver *self,
                                   AtspiAccessible *root,
                                   AtspiRole role,
                                   const char *name) G_GNUC_WARN_UNUSED_RESULT;
void mull_driver_wait_gone (MullDriver *self, AtspiRole role, const char *name);
guint mull_driver_count (MullDriver *self, AtspiAccessible *root, AtspiRole role, const char *name);
gboolean mull_driver_is_sensitive (AtspiAccessible *node);
char *mull_driver_dup_text (AtspiAccessible *node) G_GNUC_WARN_UNUSED_RESULT;
void mull_driver_set_text (AtspiAccessible *node, const char *text);
void mull_driver_activate (AtspiAccessible *node);
void mull_driver_expect (MullDriver *self, const char *page, AtspiRole role, const char *name);
void mull_driver_press (MullDriver *self, AtspiAccessible *root, const char *name);
char *mull_driver_dup_focus (MullDriver *self) G_GNUC_WARN_UNUSED_RESULT;
void mull_driver_wait_focus (MullDriver *self, const char *name);
void mull_driver_lint (MullDriver *self, const char *where);
char *mull_driver_dup_tree (MullDriver *self) G_GNUC_WARN_UNUSED_RESULT;

void mull_driver_click (MullDriver *self, AtspiAccessible *node, guint button);
void mull_driver_drag (MullDriver *self, AtspiAccessible *from, AtspiAccessible *to);
void mull_driver_drag_begin (MullDriver *self, AtspiAccessible *from);
void mull_driver_drag_to (MullDriver *self, AtspiAccessible *to, double x, double y);
void mull_driver_drag_out (MullDriver *self);
void mull_driver_drag_end (MullDriver *self);
void mull_driver_key (MullDriver *self, const char *accelerator);
void mull_driver_type (MullDriver *self, const char *text);
void mull_driver_copy (MullDriver *self, const char *text);
void mull_driver_wait_window (MullDriver *self, const char *title, gboolean shown);
void mull_driver_resize (MullDriver *self, const char *title, int width, int height);
void mull_driver_screenshot (MullDriver *self, const char *path);

G_END_DECLS
