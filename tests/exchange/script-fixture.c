/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "script-fixture"

#include "config.h"

#include "script-fixture.h"

#include "mull-contact-ops.h"
#include "mull-deal-ops.h"
#include "mull-dossier.h"
#include "mull-hole-ops.h"
#include "mull-pipeline-ops.h"
#include "mull-quiet-ops.h"
#include "mull-script-desk.h"
#include "mull-script-ops.h"
#include "mull-timeline-ops.h"
#include "store-fixture.h"

static void
add_deal (ScriptFixture *self)
{
  MullNewDeal spec = { .title = "Boiler service",
                       .company = "Hartwell Mills",
                       .person = "Ann Ruiz",
                       .expected_on = MULL_DAY_NONE };
  gint64 pipeline_id;
  g_autoptr (GError) error = NULL;

  mull_pipeline_ops_ensure (self->workspace, &pipeline_id, &error);
  g_assert_no_error (error);
  mull_deal_ops_add (self->workspace, &spec, &self->deal_id, &error);
  g_assert_no_error (error);
}

static void
add_people (ScriptFixture *self)
{
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  gint64 member_id;

  mull_member_ops_add (self->workspace, self->deal_id, "Ben Cole", MULL_ROLE_GATEKEEPER, &member_id,
                       &error);
  g_assert_no_error (error);
  dossier = mull_dossier_load (self->workspace, self->deal_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dossier->people->len, ==, 2);
  for (guint i = 0; i < dossier->people->len; i++)
    {
      MullDossierPerson *person = dossier->people->pdata[i];
      gboolean is_ann = g_str_equal (person->person->name, "Ann Ruiz");

      *(is_ann ? &self->ann_id : &self->ben_id) = person->person->record.id;
      mull_person_ops_update (self->workspace, person->person, NULL,
                              is_ann ? "+44 20 7946 0123" : "+44 20 7946 0456",
                              is_ann ? "ann.ruiz@hartwell.example" : NULL, &error);
      g_assert_no_error (error);
    }
}

static void
add_meeting (ScriptFixture *self)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (GError) error = NULL;

  entry->deal_id = self->deal_id;
  entry->person_id = self->ann_id;
  entry->kind = MULL_ENTRY_MEETING;
  entry->direction = MULL_DIRECTION_BOTH;
  entry->reached = TRUE;
  entry->happened_at = FIXTURE_NOW - 30 * G_TIME_SPAN_MINUTE;
  mull_set_text (&entry->text, "Walked through the boiler house");
  mull_timeline_ops_log (self->workspace, entry, NULL, &self->meeting_id, &error);
  g_assert_no_error (error);
}

static gint64
add_hole (ScriptFixture *self, MullHoleKind kind, const char *text)
{
  g_autoptr (MullHole) hole = mull_hole_new ();
  g_autoptr (GError) error = NULL;
  gint64 hole_id;

  hole->deal_id = self->deal_id;
  hole->person_id = self->ann_id;
  hole->kind = kind;
  hole->entry_id = self->meeting_id;
  mull_set_text (&hole->text, text);
  mull_set_text (&hole->why, "they know which line can stand still and when");
  mull_set_text (&hole->benefit, "a plan that does not stop your night shift");
  mull_hole_ops_open (self->workspace, hole, &hole_id, &error);
  g_assert_no_error (error);
  return hole_id;
}

static gint64
open_script (ScriptFixture *self, gint64 hole_id)
{
  g_autoptr (GError) error = NULL;
  gint64 script_id;

  mull_script_ops_open_do_over (self->workspace, hole_id, &script_id, &error);
  g_assert_no_error (error);
  return script_id;
}

void
script_fixture_set_up (ScriptFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = fixture_make_folder ();
  self->workspace = fixture_open (self->folder);
  self->clock = mull_workspace_get_clock (self->workspace);
  mull_workspace_set_setting (self->workspace, MULL_SCRIPT_DESK_MY_NAME, "Tom Berg", &error);
  g_assert_no_error (error);
  mull_workspace_set_setting (self->workspace, MULL_SCRIPT_DESK_MY_PHONE, "020 7946 0018", &error);
  g_assert_no_error (error);
  add_deal (self);
  add_people (self);
  add_meeting (self);
  self->hole_id = add_hole (self, MULL_HOLE_ACCESS, "your operations group");
  self->script_id = open_script (self, self->hole_id);
}

void
script_fixture_tear_down (ScriptFixture *self, gconstpointer data)
{
  fixture_close (g_steal_pointer (&self->workspace));
  fixture_remove_folder (g_steal_pointer (&self->folder));
}

void
script_fixture_advance (ScriptFixture *self, gint64 microseconds)
{
  mull_clock_set_now (self->clock, mull_clock_get_now (self->clock) + microseconds);
}

gint64
script_fixture_add_script (ScriptFixture *self, MullHoleKind kind, const char *text)
{
  return open_script (self, add_hole (self, kind, text));
}

void
script_fixture_write (ScriptFixture *self, const char *beat, const char *text)
{
  g_autoptr (GError) error = NULL;

  mull_script_ops_set_beat (self->workspace, self->script_id, beat, text, &error);
  g_assert_no_error (error);
}

MullHole *
script_fixture_load_hole (ScriptFixture *self, gint64 hole_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDossier) dossier = mull_dossier_load (self->workspace, self->deal_id, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < dossier->holes->len; i++)
    {
      MullHole *hole = dossier->holes->pdata[i];

      if (hole->record.id == hole_id)
        return mull_hole_ref (hole);
    }
  g_assert_not_reached ();
}

gint64
script_fixture_add_quiet (ScriptFixture *self)
{
  g_autoptr (MullQuiet) quiet = mull_quiet_new ();
  g_autoptr (GError) error = NULL;
  gint64 quiet_id;

  quiet->scope = MULL_QUIET_SCOPE_PERSON;
  quiet->deal_id = self->deal_id;
  quiet->person_id = self->ann_id;
  quiet->until_on = mull_clock_get_today (self->clock) + 10;
  quiet->asked_on = MULL_DAY_NONE;
  mull_set_text (&quiet->words, "Please leave us alone until the audit is over.");
  mull_quiet_ops_add (self->workspace, quiet, &quiet_id, &error);
  g_assert_no_error (error);
  return quiet_id;
}
