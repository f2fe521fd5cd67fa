/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-company.h"
#include "mull-import-store.h"
#include "mull-import-writer.h"
#include "mull-person.h"

G_BEGIN_DECLS

/* Bytes of a digest as text, with its NUL. */
#define MULL_IMPORT_DIGEST_SIZE 17

typedef struct _MullImportStages MullImportStages;

struct _MullImportWriter
{
  /* Owned */
  MullDatabase *db;
  MullClock *clock;
  MullImportMapping *mapping;
  MullImportStages *stages;
  char *source;
  GHashTable *companies;   /* name as written → gint64 id */
  GHashTable *people;      /* what names a person in a row → gint64 id */
  GHashTable *seen;        /* hash of an id of the file → line */
  GHashTable *occurrences; /* hash of a row without an id → how often it occurred */
  GHashTable *carded;      /* contacts that a card of this file with an id stands for */
  GHashTable *titles;      /* folded title → gint64 id of the deal, 0 if several have it */
  GHashTable *choices;     /* nullable: line of the file → MullImportChoice */
  GString *key;            /* scratch */
  /* Borrowed */
  MullImportReport *report;
  const MullImportRow *row;
  /* State */
  MullImportKind kind;
  gint64 now;
  gboolean has_own_ids; /* of no program that is known: another file may use the same ids */
  gboolean is_ours;     /* a table that we wrote: its ids are identities */
  gboolean is_fresh;    /* nothing ever came from this source */
  gboolean tells_outcome;
  gboolean has_no_members; /* the deal of the row is new */
  gboolean is_unresolved;  /* the row names something that is not here yet */
  gint64 newest[2];        /* the company and the person that came last before this import */
  MullImportChoice choice; /* about the row */
  MullImportRowState exception;
  GString *matter; /* what is the matter with the row */
  char digest[MULL_IMPORT_DIGEST_SIZE];
};

/* What is known of the thing that a row is. */
typedef struct
{
  char *id;
  gint64 object_id;
  gboolean is_same;
} MullImportKnown;

void mull_import_known_clear (MullImportKnown *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MullImportKnown, mull_import_known_clear)

/* How a record is brought up to date. */
typedef struct
{
  MullImportWriter *writer;
  const char *name;        /* of the thing, for notices */
  gboolean is_same_source; /* what it says came from this source */
} MullImportMerge;

const char *mull_import_writer_text (MullImportWriter *self, MullImportTarget target);
const char *
mull_import_writer_set_key (MullImportWriter *self, const char *first, ...) G_GNUC_NULL_TERMINATED;

/* What the report says: mull-import-writer-report.c */
void mull_import_writer_count (MullImportWriter *self,
                               MullImportThing thing,
                               gboolean is_new,
                               gboolean is_changed);
void mull_import_writer_notice (MullImportWriter *self, char *text);
void mull_import_writer_keep (MullImportWriter *self, char *text);
void mull_import_writer_leave_out (MullImportWriter *self, char *text);
void mull_import_writer_miss_person (MullImportWriter *self, const char *source_id);
void mull_import_writer_keep_in_conflict (MullImportWriter *self, char *text);
void mull_import_writer_except (MullImportWriter *self, MullImportRowState state, const char *text);
void mull_import_writer_refuse_whole (MullImportWriter *self, const char *reason);
void mull_import_writer_note_row (MullImportWriter *self, const MullImportReport *before);

gboolean mull_import_writer_look_up (MullImportWriter *self,
                                     const char *kind,
                                     const char *source_id,
                                     gint64 *object_id,
                                     char **digest,
                                     GError **error);
gboolean mull_import_writer_remember (MullImportWriter *self,
                                      const char *kind,
                                      const char *source_id,
                                      gint64 object_id,
                                      const char *digest,
                                      GError **error);
gboolean mull_import_writer_remember_deal (MullImportWriter *self,
                                           const char *source_id,
                                           gint64 deal_id,
                                           GError **error);
gboolean mull_import_writer_dup_uuid (MullImportWriter *self,
                                      const char *kind,
                                      const char *source_id,
                                      char **uuid,
                                      GError **error);
char *mull_import_writer_dup_row_id (MullImportWriter *self,
                                     const char *key,
                                     gboolean counts) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_import_writer_is_repeated (MullImportWriter *self, const char *id);

void mull_import_merge_text (const MullImportMerge *self,
                             char **field,
                             const char *value,
                             const char *label);

gboolean mull_import_companies_find (MullImportWriter *self, gint64 *company_id, GError **error);
gboolean mull_import_people_find (MullImportWriter *self,
                                  gint64 company_id,
                                  gint64 *person_id,
                                  GError **error);
gboolean mull_import_companies_add (MullImportWriter *self, GError **error);
gboolean mull_import_people_add (MullImportWriter *self, GError **error);

gboolean mull_import_deals_add (MullImportWriter *self, GError **error);
gboolean mull_import_entries_add (MullImportWriter *self, GError **error);
gboolean mull_import_entries_add_note (MullImportWriter *self,
                                       gint64 deal_id,
                                       const char *deal_source_id,
                                       gint64 happened_at,
                                       GError **error);
gboolean mull_import_entries_plan_next (MullImportWriter *self,
                                        gint64 deal_id,
                                        const char *deal_source_id,
                                        GError **error);

MullImportStages *mull_import_stages_new (MullImportWriter *writer,
                                          MullImportFile *file,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_import_stages_free (MullImportStages *self);
gboolean mull_import_stages_find (MullImportStages *self, gint64 *stage_id, GError **error);
gboolean mull_import_stages_take_rank (MullImportStages *self,
                                       gint64 stage_id,
                                       gint64 *rank,
                                       GError **error);
gboolean mull_import_stages_finish (MullImportStages *self, GError **error);

G_END_DECLS
