/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-timeline-forms"

#include "config.h"

#include "mull-commitment-ops.h"
#include "mull-contact-ops.h"
#include "mull-deal-forms.h"
#include "mull-error.h"
#include "mull-hole-ops.h"
#include "mull-timeline-ops.h"
#include "mull-typed-effort.h"
#include "mull-typed-moment.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* The forms that are about something on the deal: an entry, a step, a promise, a hole, a person. */

#define N_OWN_KINDS (MULL_ENTRY_NOTE + 1)
#define N_TOUCH_KINDS MULL_ENTRY_NOTE

static void
add_entry_kinds (MullFormDialog *form, const char *label, guint n_kinds, MullEntryKind selected)
{
  const char *kinds[N_OWN_KINDS + 1] = { NULL };

  for (guint i = 0; i < n_kinds; i++)
    kinds[i] = mull_entry_kind_label ((MullEntryKind) i);
  mull_form_dialog_add_choice (form, "kind", label, kinds, selected);
}

/* ── Entries ──────────────────────────────────────────────────────────── */

static gboolean
read_moment (MullFormDialog *form, MullWorkspace *workspace, MullEntry *entry, GError **error)
{
  MullClock *clock = mull_workspace_get_clock (workspace);
  g_autofree char *time = mull_form_dialog_dup_text (form, "time");
  g_autofree char *shown =
      mull_instant_format_time (entry->happened_at, mull_clock_get_zone (clock));
  MullDay day, before = mull_clock_day_of (clock, entry->happened_at);

  if (!mull_form_dialog_get_day (form, "day", &day, error))
    return FALSE;
  /* What was not touched keeps its seconds. */
  if ((day == MULL_DAY_NONE || day == before) && g_str_equal (time, shown))
    return TRUE;
  return mull_typed_moment (clock, day != MULL_DAY_NONE ? day : before, time, &entry->happened_at,
                            error);
}

/* As one would type it: "45 €40". */
static char *
format_effort (int minutes, gint64 minor, const char *currency)
{
  GString *text = g_string_new (NULL);
  MullMoney cost;

  if (minutes > 0)
    g_string_append_printf (text, "%d", minutes);
  if (minor != 0 && mull_money_init (&cost, minor, currency, NULL))
    {
      g_autofree char *amount = mull_money_format (&cost);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", amount);
    }
  return g_string_free (text, FALSE);
}

static gboolean
read_effort (const char *text, int *minutes, gint64 *minor, char currency[4], GError **error)
{
  MullMoney cost;

  if (!mull_effort_parse_typed (text, currency, minutes, &cost, error))
    return FALSE;
  *minor = cost.minor;
  g_strlcpy (currency, cost.currency, sizeof cost.currency);
  return TRUE;
}

static gboolean
finish_entry (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullEntry *entry = record;
  g_autofree char *effort = mull_form_dialog_dup_text (form, "effort");
  g_autofree char *words = mull_form_dialog_dup_text (form, "words");

  entry->kind = (MullEntryKind) mull_form_dialog_get_choice (form, "kind");
  entry->direction = (MullDirection) mull_form_dialog_get_choice (form, "direction");
  if (entry->kind == MULL_ENTRY_NOTE)
    entry->direction = MULL_DIRECTION_NONE;
  else if (entry->direction == MULL_DIRECTION_NONE)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("Say who reached for whom, or make it a note."));
      return FALSE;
    }
  entry->reached =
      entry->direction != MULL_DIRECTION_NONE &&
      (entry->direction != MULL_DIRECTION_OUT || mull_form_dialog_get_switch (form, "reached"));
  entry->person_id = mull_form_dialog_get_person (form, "person");
  entry->private = mull_form_dialog_get_switch (form, "private");
  mull_take_text (&entry->text, mull_form_dialog_dup_text (form, "text"));
  return read_moment (form, workspace, entry, error) &&
         read_effort (effort, &entry->effort_min, &entry->cost_minor, entry->cost_currency,
                      error) &&
         mull_timeline_ops_update_with_pass (workspace, entry, words,
                                             mull_form_dialog_get_pass (form), error);
}

static void
add_entry_fields (MullFormDialog *form,
                  MullWorkspace *workspace,
                  MullDossier *dossier,
                  MullTimelineItem *item)
{
  MullEntry *entry = item->entry;
  MullClock *clock = mull_workspace_get_clock (workspace);
  g_autofree char *time =
      mull_instant_format_time (entry->happened_at, mull_clock_get_zone (clock));
  g_autofree char *effort =
      format_effort (entry->effort_min, entry->cost_minor, entry->cost_currency);
  const char *directions[MULL_DIRECTION_BOTH + 2] = { NULL };

  for (int i = 0; i <= MULL_DIRECTION_BOTH; i++)
    directions[i] = mull_direction_label ((MullDirection) i);
  mull_form_dialog_add_body (form, "text", _ ("What happened"), entry->text);
  add_entry_kinds (form, _ ("Kind"), N_OWN_KINDS, entry->kind);
  mull_form_dialog_add_choice (form, "direction", _ ("Who reached for whom"), directions,
                               entry->direction);
  mull_form_dialog_add_switch (form, "reached", _ ("Reached"), entry->reached);
  mull_form_dialog_add_person (form, "person", _ ("With whom"), dossier, entry->person_id);
  mull_form_dialog_add_day (form, "day", _ ("Day"), mull_clock_day_of (clock, entry->happened_at),
                            TRUE);
  mull_form_dialog_add_line (form, "time", _ ("Time"), time);
  mull_form_dialog_add_line (form, "effort", _ ("What it took, like 30m, 2h or €40"), effort);
  mull_form_dialog_add_body (form, "words", _ ("Their words"), item->words);
  mull_form_dialog_add_switch (form, "private", _ ("Private: never printed"), entry->private);
}

/**
 * mull_entry_form_present:
 * @item: an entry that the rep wrote
 *
 * Edits everything about an entry, also when it happened. When it was written stays.
 *
 * Returns: (transfer none): the form
 */
MullFormDialog *
mull_entry_form_present (GtkWidget *from,
                         MullWorkspace *workspace,
                         MullDossier *dossier,
                         MullTimelineItem *item)
{
  MullFormDialog *form = mull_form_dialog_new (from, workspace, mull_entry_copy (item->entry),
                                               _ ("Edit the entry"), _ ("_Save"), finish_entry);

  add_entry_fields (form, workspace, dossier, item);
  return mull_form_dialog_present_for_deal (form, dossier->deal, "entry", item->entry->uuid);
}

/* ── Next step ────────────────────────────────────────────────────────── */

static gboolean
read_due_time (MullPlannedTouch *touch, const char *time, GError **error)
{
  int minute;

  if (!mull_typed_time_parse (time, &minute, error))
    return FALSE;
  touch->due_minute = minute >= 0 ? minute : MULL_NUMBER_NONE;
  return TRUE;
}

static gboolean
finish_step (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullPlannedTouch *touch = record;
  g_autofree char *time = mull_form_dialog_dup_text (form, "time");
  g_autofree char *cost = mull_form_dialog_dup_text (form, "cost");

  touch->kind = (MullEntryKind) mull_form_dialog_get_choice (form, "kind");
  touch->person_id = mull_form_dialog_get_person (form, "person");
  touch->accepted =
      touch->kind == MULL_ENTRY_MEETING && mull_form_dialog_get_switch (form, "accepted");
  mull_take_text (&touch->text, mull_form_dialog_dup_text (form, "text"));
  mull_take_text (&touch->place, mull_form_dialog_dup_text (form, "place"));
  if (!mull_form_dialog_get_day (form, "due", &touch->due_on, error) ||
      !read_due_time (touch, time, error) ||
      !read_effort (cost, &touch->cost_min, &touch->cost_minor, touch->cost_currency, error))
    return FALSE;
  return touch->record.id != 0
             ? mull_touch_ops_update_with_pass (workspace, touch, mull_form_dialog_get_pass (form),
                                                error)
             : mull_touch_ops_plan_with_pass (workspace, touch, mull_form_dialog_get_pass (form),
                                              NULL, error);
}

static MullPlannedTouch *
copy_touch (MullDossier *dossier, gint64 touch_id)
{
  MullPlannedTouch *touch = NULL;

  for (guint i = 0; i < dossier->touches->len; i++)
    if (((MullPlannedTouch *) dossier->touches->pdata[i])->record.id == touch_id)
      return mull_planned_touch_copy (dossier->touches->pdata[i]);
  touch = mull_planned_touch_new ();
  touch->deal_id = dossier->deal->record.id;
  return touch;
}

/**
 * mull_step_form_present:
 * @touch_id: the planned touch to change, or 0 for a new one
 *
 * Returns: (transfer none): the form
 */
MullFormDialog *
mull_step_form_present (GtkWidget *from,
                        MullWorkspace *workspace,
                        MullDossier *dossier,
                        gint64 touch_id)
{
  MullPlannedTouch *touch = copy_touch (dossier, touch_id);
  g_autofree char *time =
      touch->due_minute != MULL_NUMBER_NONE
          ? g_strdup_printf ("%d:%02d", (int) touch->due_minute / 60, (int) touch->due_minute % 60)
          : g_strdup ("");
  g_autofree char *cost = format_effort (touch->cost_min, touch->cost_minor, touch->cost_currency);
  MullFormDialog *form =
      mull_form_dialog_new (from, workspace, touch, _ ("Next step"), _ ("_Plan"), finish_step);

  mull_form_dialog_add_line (form, "text", _ ("What will you do?"), touch->text);
  add_entry_kinds (form, _ ("How"), N_TOUCH_KINDS, touch->kind);
  mull_form_dialog_add_day (form, "due", _ ("When"), touch->due_on, FALSE);
  mull_form_dialog_add_line (form, "time", _ ("Time, if it is fixed"), time);
  mull_form_dialog_add_person (form, "person", _ ("With whom"), dossier, touch->person_id);
  mull_form_dialog_add_line (form, "place", _ ("Where"), touch->place);
  mull_form_dialog_add_line (form, "cost", _ ("What it would cost, like 2h or €40"), cost);
  mull_form_dialog_add_switch (form, "accepted", _ ("They accepted the meeting"), touch->accepted);
  return mull_form_dialog_present_for_deal (form, dossier->deal, "step", touch->uuid);
}

/* ── Promises ─────────────────────────────────────────────────────────── */

static gboolean
finish_promise (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullCommitment *commitment = record;
  gint64 person_id = mull_form_dialog_get_person (form, "person");

  mull_take_text (&commitment->words, mull_form_dialog_dup_text (form, "words"));
  commitment->side = (MullSide) mull_form_dialog_get_choice (form, "side");
  commitment->firmness = (MullFirmness) mull_form_dialog_get_choice (form, "firmness");
  commitment->by_person_id = commitment->side != MULL_SIDE_US ? person_id : 0;
  commitment->to_person_id = commitment->side != MULL_SIDE_THEM ? person_id : 0;
  if (!mull_form_dialog_get_day (form, "due", &commitment->due_on, error))
    return FALSE;
  return commitment->record.id != 0
             ? mull_commitment_ops_update (workspace, commitment, error)
             : mull_commitment_ops_promise (workspace, commitment, NULL, error);
}

static MullCommitment *
copy_commitment (MullDossier *dossier, gint64 commitment_id, MullSide side)
{
  MullCommitment *commitment;

  for (guint i = 0; i < dossier->commitments->len; i++)
    if (((MullCommitment *) dossier->commitments->pdata[i])->record.id == commitment_id)
      return mull_commitment_copy (dossier->commitments->pdata[i]);
  commitment = mull_commitment_new ();
  commitment->deal_id = dossier->deal->record.id;
  commitment->side = side;
  return commitment;
}

/**
 * mull_promise_form_present:
 * @commitment_id: the promise to change, or 0 for a new one
 * @side: whose promise a new one is
 *
 * Returns: (transfer none): the form
 */
MullFormDialog *
mull_promise_form_present (GtkWidget *from,
                           MullWorkspace *workspace,
                           MullDossier *dossier,
                           gint64 commitment_id,
                           MullSide side)
{
  MullCommitment *commitment = copy_commitment (dossier, commitment_id, side);
  MullFormDialog *form = mull_form_dialog_new (from, workspace, commitment, _ ("Promise"),
                                               _ ("_Save"), finish_promise);
  const char *sides[MULL_SIDE_BOTH + 2] = { NULL };
  const char *firmnesses[MULL_FIRMNESS_HOPE + 2] = { NULL };

  for (int i = 0; i <= MULL_SIDE_BOTH; i++)
    sides[i] = mull_side_label ((MullSide) i);
  for (int i = 0; i <= MULL_FIRMNESS_HOPE; i++)
    firmnesses[i] = mull_firmness_label ((MullFirmness) i);
  mull_form_dialog_add_body (form, "words", _ ("What was promised?"), commitment->words);
  mull_form_dialog_add_day (form, "due", _ ("By when?"), commitment->due_on, FALSE);
  mull_form_dialog_add_choice (form, "side", _ ("Who promised?"), sides, commitment->side);
  mull_form_dialog_add_person (form, "person", _ ("Who of theirs?"), dossier,
                               commitment->by_person_id != 0 ? commitment->by_person_id
                                                             : commitment->to_person_id);
  mull_form_dialog_add_choice (form, "firmness", _ ("How firmly?"), firmnesses,
                               commitment->firmness);
  return mull_form_dialog_present_for_deal (
      form, dossier->deal, mull_enum_nick (MULL_TYPE_SIDE, (int) side), commitment->uuid);
}

/* ── Holes ────────────────────────────────────────────────────────────── */

static MullHole *
copy_hole (MullDossier *dossier, gint64 hole_id)
{
  MullHole *hole;

  for (guint i = 0; i < dossier->holes->len; i++)
    if (((MullHole *) dossier->holes->pdata[i])->record.id == hole_id)
      return mull_hole_copy (dossier->holes->pdata[i]);
  hole = mull_hole_new ();
  hole->deal_id = dossier->deal->record.id;
  return hole;
}

static gboolean
finish_hole (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullHole *hole = record;

  mull_take_text (&hole->text, mull_form_dialog_dup_text (form, "text"));
  mull_take_text (&hole->why, mull_form_dialog_dup_text (form, "why"));
  mull_take_text (&hole->benefit, mull_form_dialog_dup_text (form, "benefit"));
  hole->kind = (MullHoleKind) mull_form_dialog_get_choice (form, "kind");
  hole->person_id = mull_form_dialog_get_person (form, "person");
  return hole->record.id != 0 ? mull_hole_ops_update (workspace, hole, error)
                              : mull_hole_ops_open (workspace, hole, NULL, error);
}

/**
 * mull_hole_form_present:
 * @hole_id: the hole to change, or 0 for a new one
 *
 * Returns: (transfer none): the form
 */
MullFormDialog *
mull_hole_form_present (GtkWidget *from,
                        MullWorkspace *workspace,
                        MullDossier *dossier,
                        gint64 hole_id)
{
  MullHole *hole = copy_hole (dossier, hole_id);
  MullFormDialog *form =
      mull_form_dialog_new (from, workspace, hole, _ ("Hole"), _ ("_Save"), finish_hole);
  const char *kinds[MULL_HOLE_COMMITMENT + 2] = { NULL };

  for (int i = 0; i <= MULL_HOLE_COMMITMENT; i++)
    kinds[i] = mull_hole_kind_label ((MullHoleKind) i);
  mull_form_dialog_add_line (form, "text", _ ("What did you leave without? One thing."),
                             hole->text);
  mull_form_dialog_add_choice (form, "kind", _ ("What is it?"), kinds, hole->kind);
  mull_form_dialog_add_person (form, "person", _ ("Whom to ask"), dossier, hole->person_id);
  mull_form_dialog_add_line (form, "why", _ ("Why do you need it?"), hole->why);
  mull_form_dialog_add_line (form, "benefit", _ ("How does it help them?"), hole->benefit);
  return mull_form_dialog_present_for_deal (form, dossier->deal, "hole", hole->uuid);
}

static gboolean
finish_hole_answer (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullHole *hole = record;
  g_autofree char *answer = mull_form_dialog_dup_text (form, "answer");

  return mull_hole_ops_settle (workspace, hole->record.id, MULL_HOLE_STATE_FILLED, answer, error);
}

/**
 * mull_hole_answer_form_present:
 * @hole_id: a hole
 *
 * Asks what filled it.
 *
 * Returns: (transfer none): the form
 */
MullFormDialog *
mull_hole_answer_form_present (GtkWidget *from,
                               MullWorkspace *workspace,
                               MullDossier *dossier,
                               gint64 hole_id)
{
  MullHole *hole = copy_hole (dossier, hole_id);
  MullFormDialog *form = mull_form_dialog_new (from, workspace, hole, _ ("Fill the hole"),
                                               _ ("_Filled"), finish_hole_answer);

  mull_form_dialog_add_body (form, "answer", hole->text, hole->answer);
  return mull_form_dialog_present_for_deal (form, dossier->deal, "hole-answer", hole->uuid);
}

/* ── People ───────────────────────────────────────────────────────────── */

static gboolean
update_person (MullFormDialog *form, MullWorkspace *workspace, MullMember *member, GError **error)
{
  g_autoptr (MullDossier) dossier = mull_dossier_load (workspace, member->deal_id, error);
  g_autofree char *phone = mull_form_dialog_dup_text (form, "phone");
  g_autofree char *mail = mull_form_dialog_dup_text (form, "mail");
  g_autoptr (MullPerson) person = NULL;
  MullDossierPerson *shown;

  if (dossier == NULL)
    return FALSE;
  shown = mull_dossier_get_person (dossier, member->person_id);
  if (shown == NULL)
    return TRUE;
  person = mull_person_copy (shown->person);
  mull_take_text (&person->name, mull_form_dialog_dup_text (form, "name"));
  mull_take_text (&person->title, mull_form_dialog_dup_text (form, "title"));
  return mull_person_ops_update (workspace, person, NULL, phone, mail, error);
}

static gboolean
find_added (MullWorkspace *workspace, MullMember *member, gint64 member_id, GError **error)
{
  g_autoptr (MullDossier) dossier = mull_dossier_load (workspace, member->deal_id, error);

  if (dossier == NULL)
    return FALSE;
  for (guint i = 0; i < dossier->people->len; i++)
    {
      MullMember *added = ((MullDossierPerson *) dossier->people->pdata[i])->member;

      if (added->record.id != member_id)
        continue;
      member->record.id = member_id;
      member->person_id = added->person_id;
      member->rank = added->rank;
    }
  return TRUE;
}

static gboolean
finish_member (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullMember *member = record;

  if (member->record.id == 0)
    {
      g_autofree char *name = mull_form_dialog_dup_text (form, "name");
      gint64 member_id;

      if (!mull_member_ops_add (workspace, member->deal_id, name,
                                (MullRole) mull_form_dialog_get_choice (form, "role"), &member_id,
                                error) ||
          !find_added (workspace, member, member_id, error))
        return FALSE;
    }
  member->role = (MullRole) mull_form_dialog_get_choice (form, "role");
  member->decides = (MullTernary) mull_form_dialog_get_choice (form, "decides");
  member->stance = (MullStance) mull_form_dialog_get_choice (form, "stance");
  mull_take_text (&member->evidence, mull_form_dialog_dup_text (form, "evidence"));
  return mull_member_ops_update (workspace, member, error) &&
         update_person (form, workspace, member, error);
}

static void
add_member_choices (MullFormDialog *form, const MullMember *member)
{
  const char *roles[MULL_ROLE_OPPONENT + 2] = { NULL };
  const char *answers[MULL_TERNARY_NO + 2] = { NULL };
  const char *stances[MULL_STANCE_AGAINST + 2] = { NULL };

  for (int i = 0; i <= MULL_ROLE_OPPONENT; i++)
    roles[i] = mull_role_label ((MullRole) i);
  for (int i = 0; i <= MULL_TERNARY_NO; i++)
    answers[i] = mull_ternary_label ((MullTernary) i);
  for (int i = 0; i <= MULL_STANCE_AGAINST; i++)
    stances[i] = mull_stance_label ((MullStance) i);
  mull_form_dialog_add_choice (form, "role", _ ("Role"), roles, member->role);
  mull_form_dialog_add_choice (form, "decides", _ ("Decides this purchase?"), answers,
                               member->decides);
  mull_form_dialog_add_choice (form, "stance", _ ("Stands to us"), stances, member->stance);
}

/**
 * mull_member_form_present:
 * @member_id: the part to change, or 0 to add somebody
 *
 * Edits a person and the part they play in this deal.
 *
 * Returns: (transfer none): the form
 */
MullFormDialog *
mull_member_form_present (GtkWidget *from,
                          MullWorkspace *workspace,
                          MullDossier *dossier,
                          gint64 member_id)
{
  MullMember *member = NULL;
  MullDossierPerson *person = NULL;
  g_autofree char *mail = NULL;
  MullFormDialog *form;

  for (guint i = 0; i < dossier->people->len && person == NULL; i++)
    if (((MullDossierPerson *) dossier->people->pdata[i])->member->record.id == member_id)
      person = dossier->people->pdata[i];
  member = person != NULL ? mull_member_copy (person->member) : mull_member_new ();
  member->deal_id = dossier->deal->record.id;
  form = mull_form_dialog_new (from, workspace, member,
                               person != NULL ? _ ("Edit a person") : _ ("Add a person"),
                               _ ("_Save"), finish_member);
  if (person != NULL)
    mail = mull_person_dup_first_address (workspace, person->person->record.id, MULL_ADDRESS_MAIL);
  mull_form_dialog_add_line (form, "name", _ ("Name"), person != NULL ? person->person->name : "");
  mull_form_dialog_add_line (form, "title", _ ("Job title"),
                             person != NULL ? person->person->title : "");
  mull_form_dialog_add_line (form, "phone", _ ("Phone"),
                             person != NULL && person->phone != NULL ? person->phone : "");
  mull_form_dialog_add_line (form, "mail", _ ("Mail"), mail != NULL ? mail : "");
  add_member_choices (form, member);
  mull_form_dialog_add_body (form, "evidence", _ ("What shows it?"), member->evidence);
  return mull_form_dialog_present_for_deal (form, dossier->deal, "member",
                                            person != NULL ? person->person->uuid : "");
}
