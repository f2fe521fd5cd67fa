/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-sample"

#include "config.h"

#include "mull-company.h"
#include "mull-person-address.h"
#include "mull-person.h"
#include "mull-qualification.h"
#include "mull-rank.h"
#include "mull-record-store.h"
#include "mull-sample-private.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/* A company and its people are known since their first deal. */
static gint64
known_since (MullSample *self, guint company)
{
  int days = -1;

  for (guint i = 0; i < D_N; i++)
    if (mull_sample_deals[i].company == company)
      days = MIN (days, mull_sample_deals[i].created);
  return mull_sample_instant (self, days, 900);
}

static gboolean
write_company (MullSample *self, guint key, GError **error)
{
  const MullSampleCompany *data = &mull_sample_companies[key];
  g_autoptr (MullCompany) company = mull_company_new ();

  mull_take_text (&company->uuid, mull_uuid_new ());
  mull_set_text (&company->name, data->name);
  mull_take_text (&company->name_key, mull_text_fold (data->name));
  mull_set_text (&company->domain, data->domain);
  mull_take_text (&company->phone, g_strdup_printf ("+44 1632 960%03u", key));
  mull_set_text (&company->address, data->place);
  mull_set_text (&company->sector, mull_sample_text (data->sector));
  mull_set_text (&company->notes, mull_sample_text (data->notes));
  company->created_at = known_since (self, key);
  if (!mull_record_store_insert (self->db, company, error))
    return FALSE;
  self->companies[key] = company->record.id;
  return TRUE;
}

/* Takes @value. */
static gboolean
write_address (MullSample *self,
               gint64 person_id,
               MullAddressKind kind,
               const char *label,
               char *value,
               guint rank,
               GError **error)
{
  g_autoptr (MullPersonAddress) address = mull_person_address_new ();

  address->person_id = person_id;
  address->kind = kind;
  mull_set_text (&address->label, label);
  mull_take_text (&address->value, value);
  mull_take_text (&address->value_key, mull_address_key (kind, value));
  address->rank = mull_rank_spread (rank);
  return mull_record_store_insert (self->db, address, error);
}

static gboolean
write_person (MullSample *self, guint key, GError **error)
{
  const MullSamplePerson *data = &mull_sample_people[key];
  g_autoptr (MullPerson) person = mull_person_new ();
  gint64 id;

  mull_take_text (&person->uuid, mull_uuid_new ());
  mull_set_text (&person->name, data->name);
  mull_take_text (&person->name_key, mull_text_fold (data->name));
  mull_set_text (&person->title, mull_sample_text (data->title));
  person->company_id = self->companies[data->company];
  mull_set_text (&person->notes, mull_sample_text (data->notes));
  person->created_at = known_since (self, data->company);
  if (!mull_record_store_insert (self->db, person, error))
    return FALSE;
  id = self->people[key] = person->record.id;
  /* Translators: what a telephone number is for */
  return write_address (self, id, MULL_ADDRESS_PHONE, _ ("work"),
                        g_strdup_printf ("+44 1632 960%03u", 100 + key), 0, error) &&
         (!data->has_mobile ||
          /* Translators: what a telephone number is for */
          write_address (self, id, MULL_ADDRESS_PHONE, _ ("mobile"),
                         g_strdup_printf ("+44 7700 900%03u", 100 + key), 1, error)) &&
         write_address (
             self, id, MULL_ADDRESS_MAIL, _ ("work"),
             g_strdup_printf ("%s@%s", data->mailbox, mull_sample_companies[data->company].domain),
             0, error);
}

/**
 * mull_sample_write_contacts:
 *
 * Puts companies and people in.
 */
gboolean
mull_sample_write_contacts (MullSample *self, GError **error)
{
  for (guint i = CO_NONE + 1; i < CO_N; i++)
    if (!write_company (self, i, error))
      return FALSE;
  for (guint i = P_NONE + 1; i < P_N; i++)
    if (!write_person (self, i, error))
      return FALSE;
  return TRUE;
}

static void
set_plan (MullDeal *deal, const MullSampleDeal *data)
{
  mull_set_text (&deal->plan_outcome, mull_sample_text (data->plan_outcome));
  mull_set_text (&deal->plan_gets, mull_sample_text (data->plan_gets));
  mull_set_text (&deal->plan_must, mull_sample_text (data->plan_must));
  mull_set_text (&deal->plan_ask, mull_sample_text (data->plan_ask));
  if (data->stop_minutes > 0)
    deal->stop_minutes = data->stop_minutes;
}

static gboolean
write_deal (MullSample *self, guint key, GError **error)
{
  const MullSampleDeal *data = &mull_sample_deals[key];
  int since = data->stage > QUALIFY ? data->entered[data->stage - 1] : data->created;
  g_autoptr (MullDeal) deal = mull_deal_new ();

  mull_take_text (&deal->uuid, mull_uuid_new ());
  mull_set_text (&deal->title, mull_sample_text (data->title));
  deal->company_id = self->companies[data->company];
  deal->stage_id = self->stages[data->stage]->record.id;
  deal->rank = mull_rank_spread (key);
  deal->value_minor = (gint64) data->value * 100;
  g_strlcpy (deal->currency, data->currency != NULL ? data->currency : "GBP",
             sizeof deal->currency);
  if (data->expected != 0)
    deal->expected_on = mull_sample_day (self, data->expected);
  deal->starred = data->starred;
  set_plan (deal, data);
  deal->created_at = mull_sample_instant (self, data->created, 900);
  deal->stage_since_at = mull_sample_instant (self, since, since == data->created ? 900 : 1705);
  deal->outcome = data->outcome;
  if (data->outcome != MULL_OUTCOME_OPEN)
    {
      mull_set_text (&deal->outcome_reason, mull_sample_text (data->reason));
      deal->heard_no = data->heard_no;
      deal->closed_at = mull_sample_instant (self, data->closed, 1740);
      if (data->look_again != 0)
        deal->look_again_on = mull_sample_day (self, data->look_again);
    }
  if (!mull_record_store_insert (self->db, deal, error))
    return FALSE;
  self->deals[key] = deal->record.id;
  return TRUE;
}

static gboolean
write_member (MullSample *self, guint index, GError **error)
{
  const MullSampleMember *data = &mull_sample_members[index];
  g_autoptr (MullMember) member = mull_member_new ();

  member->deal_id = self->deals[data->deal];
  member->person_id = self->people[data->person];
  member->role = data->role;
  member->decides = data->decides;
  member->stance = data->stance;
  mull_set_text (&member->evidence, mull_sample_text (data->evidence));
  member->rank = mull_rank_spread (index);
  return mull_record_store_insert (self->db, member, error);
}

static gboolean
write_answer (MullSample *self, const MullSampleAnswer *data, GError **error)
{
  g_autoptr (MullQualification) answer = mull_qualification_new ();

  answer->deal_id = self->deals[data->deal];
  answer->question = data->question;
  answer->answer = data->answer;
  mull_set_text (&answer->evidence, mull_sample_text (data->evidence));
  answer->answered_at = mull_sample_instant (self, data->days, 1735);
  return mull_record_store_insert (self->db, answer, error);
}

/**
 * mull_sample_write_deals:
 *
 * Puts the deals in, with their buying centres and the four questions.
 */
gboolean
mull_sample_write_deals (MullSample *self, GError **error)
{
  for (guint i = 0; i < D_N; i++)
    if (!write_deal (self, i, error))
      return FALSE;
  for (guint i = 0; i < mull_sample_n_members; i++)
    if (!write_member (self, i, error))
      return FALSE;
  for (guint i = 0; i < mull_sample_n_answers; i++)
    if (!write_answer (self, &mull_sample_answers[i], error))
      return FALSE;
  return TRUE;
}
