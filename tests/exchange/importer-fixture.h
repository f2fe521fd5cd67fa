/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-importer.h"

G_BEGIN_DECLS

/* 2026-02-10 10:00 UTC. */
#define IMPORTER_NOW G_GINT64_CONSTANT (1770717600000000)

/* A workspace in a new folder, and files that are imported into it. */
typedef struct
{
  char *folder;
  MullWorkspace *workspace;
  MullDatabase *db;
} ImporterFixture;

void importer_fixture_set_up (ImporterFixture *fixture, gconstpointer data);
void importer_fixture_tear_down (ImporterFixture *fixture, gconstpointer data);

MullImportFile *importer_fixture_read (const char *path);
MullImportFile *importer_fixture_read_data (const char *name);
MullImportFile *importer_fixture_read_text (const char *text);

/* Dry run, then in earnest; any failure ends the test. */
MullImporter *importer_fixture_import (ImporterFixture *fixture, MullImportFile *file);
MullImporter *importer_fixture_import_data (ImporterFixture *fixture, const char *name);
MullImporter *importer_fixture_import_text (ImporterFixture *fixture, const char *text);

void importer_fixture_assert_counts (MullImporter *importer,
                                     MullImportThing thing,
                                     guint n_new,
                                     guint n_changed,
                                     guint n_identical);
/* The first column of the first row. */
char *importer_fixture_query (ImporterFixture *fixture, const char *sql);
void
importer_fixture_assert_query (ImporterFixture *fixture, const char *sql, const char *expected);

G_END_DECLS
