/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MullFilePicker:
 *
 * Asks for a file to open, or for a place to save to. The desktop's own dialog is shown where there
 * is one. Used like #GtkFileDialog of later GTKs, which can take its place.
 */
#define MULL_TYPE_FILE_PICKER (mull_file_picker_get_type ())
G_DECLARE_FINAL_TYPE (MullFilePicker, mull_file_picker, MULL, FILE_PICKER, GObject)

MullFilePicker *mull_file_picker_new (const char *title) G_GNUC_WARN_UNUSED_RESULT;

void mull_file_picker_set_accept_label (MullFilePicker *self, const char *accept_label);
void mull_file_picker_set_initial_name (MullFilePicker *self, const char *initial_name);
void mull_file_picker_set_initial_folder (MullFilePicker *self, GFile *initial_folder);
void mull_file_picker_add_filter (MullFilePicker *self,
                                  const char *name,
                                  const char *const *mime_types,
                                  const char *const *suffixes);

void mull_file_picker_open (MullFilePicker *self,
                            GtkWindow *parent,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
GFile *mull_file_picker_open_finish (MullFilePicker *self, GAsyncResult *result, GError **error);
void mull_file_picker_save (MullFilePicker *self,
                            GtkWindow *parent,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
GFile *mull_file_picker_save_finish (MullFilePicker *self, GAsyncResult *result, GError **error);
void mull_file_picker_select_folder (MullFilePicker *self,
                                     GtkWindow *parent,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GFile *
mull_file_picker_select_folder_finish (MullFilePicker *self, GAsyncResult *result, GError **error);

G_END_DECLS
