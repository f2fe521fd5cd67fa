/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-import-settings.h"

G_BEGIN_DECLS

struct _MullImportSettings
{
  AdwBin parent_instance;

  /* Template children */
  AdwActionRow *file_row;
  AdwPreferencesGroup *questions_group;
  AdwPreferencesGroup *columns_group;
  AdwPreferencesGroup *preview_group;
  AdwComboRow *kind_row;
  AdwExpanderRow *title_row;
  AdwEntryRow *pipeline_row;
  AdwComboRow *currency_row;
  AdwExpanderRow *dialect_row;
  AdwComboRow *encoding_row;
  AdwComboRow *delimiter_row;
  GtkSwitch *header_switch;
  AdwActionRow *header_row;

  /* Owned */
  MullImportFile *file;
  MullImportMapping *mapping; /* as it is being changed */
  GPtrArray *fields;          /* of questions; mull-import-settings-questions.c knows what */
  GPtrArray *column_rows;     /* AdwComboRow, borrowed */
  GPtrArray *title_rows;      /* GtkCheckButton, borrowed */
  GPtrArray *preview_rows;    /* AdwActionRow, borrowed */
  GArray *targets;            /* MullImportTarget: the choices of a column */
  GListModel *choices;        /* their names */
  GListModel *title_choices;  /* and those for a column that the title is made of */
  GPtrArray *preview;         /* nullable: MullImportRow: the first rows of the file */

  gboolean is_filling;
  guint rest_source; /* adds the rows of further columns */
};

void mull_import_settings_tell (MullImportSettings *self);
void mull_import_settings_fill_in (MullImportSettings *self);

void mull_import_settings_set_title (gpointer row, const char *text);
void mull_import_settings_set_subtitle (gpointer row, const char *text);
AdwComboRow *mull_import_settings_new_combo_row (const char *title,
                                                 const char *subtitle,
                                                 GListModel *choices,
                                                 guint selected);

/* What the file leaves open: mull-import-settings-questions.c */
void mull_import_settings_init_questions (MullImportSettings *self);
void mull_import_settings_forget_questions (MullImportSettings *self);
void mull_import_settings_fill_in_questions (MullImportSettings *self);
void mull_import_settings_ask_about_column (MullImportSettings *self, guint index);
void mull_import_settings_show_answers (MullImportSettings *self, GPtrArray *preview);

/* What its columns become: mull-import-settings-columns.c */
void mull_import_settings_dispose_columns (MullImportSettings *self);
void mull_import_settings_fill_in_columns (MullImportSettings *self);
void mull_import_settings_show_columns (MullImportSettings *self, GPtrArray *preview);

G_END_DECLS
