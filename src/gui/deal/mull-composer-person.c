/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-composer"

#include "config.h"

#include "mull-composer-private.h"

#include <glib/gi18n-lib.h>

/* With whom: chosen by the rep, or else the one it is likely to be. */

static MullPerson *
get_person (MullComposer *self)
{
  guint selected = gtk_drop_down_get_selected (self->person);

  return selected < self->people->len ? self->people->pdata[selected] : NULL;
}

/**
 * mull_composer_get_person:
 *
 * Returns: the person who is chosen, or 0
 */
gint64
mull_composer_get_person (MullComposer *self)
{
  const MullPerson *person = get_person (self);

  return person != NULL ? person->record.id : 0;
}

/**
 * mull_composer_get_person_uuid:
 *
 * Returns: (transfer none): the person who is chosen, or ""
 */
const char *
mull_composer_get_person_uuid (MullComposer *self)
{
  const MullPerson *person = get_person (self);

  return person != NULL ? person->uuid : "";
}

/* Somebody else is nobody. */
static void
select_person (MullComposer *self, gint64 person_id)
{
  gboolean frozen = self->frozen;
  guint selected = 0;

  for (guint i = 1; i < self->people->len; i++)
    if (((const MullPerson *) self->people->pdata[i])->record.id == person_id)
      selected = i;
  self->frozen = TRUE;
  gtk_drop_down_set_selected (self->person, selected);
  self->frozen = frozen;
}

/**
 * mull_composer_choose_person:
 * @uuid: a person of the deal, or ""
 *
 * Chooses a person as the rep would; somebody else changes nothing.
 */
void
mull_composer_choose_person (MullComposer *self, const char *uuid)
{
  if (g_str_equal (uuid, mull_composer_get_person_uuid (self)))
    return;
  for (guint i = 0; i < self->people->len; i++)
    {
      const MullPerson *person = self->people->pdata[i];

      if (!g_str_equal (uuid, person != NULL ? person->uuid : ""))
        continue;
      select_person (self, person != NULL ? person->record.id : 0);
      self->person_chosen = TRUE;
    }
}

/**
 * mull_composer_suggest_person:
 *
 * Chooses the likely person, if the rep has not chosen. A note is about the deal, and names nobody
 * until somebody is chosen.
 */
void
mull_composer_suggest_person (MullComposer *self)
{
  if (!self->person_chosen)
    select_person (self, mull_composer_get_kind (self) == MULL_ENTRY_NOTE ? 0 : self->likely_id);
}

/* Whom the next touch is planned with. */
static gint64
find_planned (MullDossier *dossier)
{
  for (guint i = 0; i < dossier->touches->len; i++)
    {
      const MullPlannedTouch *touch = dossier->touches->pdata[i];

      if (touch->person_id != 0 && mull_dossier_get_person (dossier, touch->person_id) != NULL)
        return touch->person_id;
    }
  return 0;
}

static gint64
find_last_spoken (MullDossier *dossier)
{
  gint64 last = MULL_INSTANT_NONE;
  gint64 found = 0;

  for (guint i = 0; i < dossier->people->len; i++)
    {
      const MullDossierPerson *person = dossier->people->pdata[i];

      if (person->last_spoke_at > last)
        {
          last = person->last_spoke_at;
          found = person->person->record.id;
        }
    }
  return found;
}

static gint64
find_likely (MullDossier *dossier)
{
  gint64 planned;

  if (dossier->people->len == 1)
    return ((const MullDossierPerson *) dossier->people->pdata[0])->person->record.id;
  planned = find_planned (dossier);
  return planned != 0 ? planned : find_last_spoken (dossier);
}

static void
offer (MullComposer *self, MullDossier *dossier)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GtkStringList) list = NULL;

  /* Translators: whom a call or an e-mail was with: it is not said */
  g_ptr_array_add (names, (gpointer) C_ ("person", "Nobody named"));
  g_ptr_array_set_size (self->people, 1);
  for (guint i = 0; i < dossier->people->len; i++)
    {
      MullPerson *person = ((MullDossierPerson *) dossier->people->pdata[i])->person;

      g_ptr_array_add (names, person->name);
      g_ptr_array_add (self->people, mull_person_ref (person));
    }
  g_ptr_array_add (names, NULL);
  list = gtk_string_list_new ((const char *const *) names->pdata);
  gtk_drop_down_set_model (self->person, G_LIST_MODEL (list));
}

/**
 * mull_composer_set_people:
 *
 * Offers the people of the deal. Who is chosen stays chosen; instead of nobody, the only one is
 * suggested, or whom the next touch is planned with, or who was spoken with last.
 */
void
mull_composer_set_people (MullComposer *self, MullDossier *dossier)
{
  gboolean frozen = self->frozen;
  gint64 before;

  g_return_if_fail (MULL_IS_COMPOSER (self));

  before = mull_composer_get_person (self);
  self->frozen = TRUE;
  offer (self, dossier);
  select_person (self, before);
  self->likely_id = find_likely (dossier);
  if (mull_composer_get_person (self) == 0)
    mull_composer_suggest_person (self);
  mull_date_entry_set_today (self->day, dossier->today);
  self->frozen = frozen;
}
