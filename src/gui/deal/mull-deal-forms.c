/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-forms"

#include "config.h"

#include "mull-deal-forms.h"

#include "mull-deal-ops.h"
#include "mull-error.h"
#include "mull-money.h"
#include "mull-roadblock-ops.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* The forms that are about the deal itself. */

static MullFormDialog *
present (MullFormDialog *form)
{
  gtk_window_present (GTK_WINDOW (form));
  return form;
}

/* ── The deal ─────────────────────────────────────────────────────────── */

/* "12400", "€ 12,400" or "12400 CHF"; without a currency the one it had. */
static gboolean
read_value (MullDeal *deal, const char *typed, GError **error)
{
  const char *const *currencies = mull_currency_list ();
  const char *currency = *deal->currency != '\0' ? deal->currency : mull_currency_of_locale ();
  g_autofree char *text = g_strstrip (g_strdup (typed));
  MullMoney value;

  if (*text == '\0')
    {
      deal->value_minor = MULL_NUMBER_NONE;
      deal->currency[0] = '\0';
      return TRUE;
    }
  if (!mull_money_parse_typed (text, currency, &value, error))
    {
      /* The amount may name another currency. */
      for (guint i = 0; currencies[i] != NULL; i++)
        if (mull_money_parse_typed (text, currencies[i], &value, NULL))
          {
            g_clear_error (error);
            break;
          }
      if (error != NULL && *error != NULL)
        return FALSE;
    }
  deal->value_minor = value.minor;
  g_strlcpy (deal->currency, value.currency, sizeof deal->currency);
  return TRUE;
}

static gboolean
finish_deal (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullDeal *deal = record;
  g_autofree char *value = mull_form_dialog_dup_text (form, "value");
  g_autofree char *company = mull_form_dialog_dup_text (form, "company");

  mull_take_text (&deal->title, mull_form_dialog_dup_text (form, "title"));
  return read_value (deal, value, error) &&
         mull_form_dialog_get_day (form, "expected-on", &deal->expected_on, error) &&
         mull_deal_ops_update (workspace, deal, error) &&
         mull_deal_ops_set_company (workspace, deal->record.id, company, error);
}

static char *
format_typed_value (const MullDeal *deal)
{
  MullMoney value;
  g_autofree char *amount = NULL;

  if (deal->value_minor == MULL_NUMBER_NONE ||
      !mull_money_init (&value, deal->value_minor, deal->currency, NULL))
    return g_strdup ("");
  amount = mull_money_format_typed (&value);
  return g_strdup_printf ("%s %s", amount, deal->currency);
}

/**
 * mull_deal_form_present:
 *
 * Edits what the deal is called, with whom it is, its value and their date.
 *
 * Returns: (transfer none): the form
 */
MullFormDialog *
mull_deal_form_present (GtkWidget *from, MullWorkspace *workspace, MullDossier *dossier)
{
  MullDeal *deal = dossier->deal;
  MullFormDialog *form = mull_form_dialog_new (from, workspace, mull_deal_copy (deal),
                                               _("Edit the deal"), _("_Save"), finish_deal);
  g_autofree char *value = format_typed_value (deal);

  mull_form_dialog_add_line (form, "title", _("Title"), deal->title);
  mull_form_dialog_add_line (form, "company",
                             _("Company"), dossier->company != NULL ? dossier->company->name : "");
  mull_form_dialog_add_line (form, "value", _("Value"), value);
  /* Translators: a field: the day on which the customer wants to decide or to have it */
  mull_form_dialog_add_day (form, "expected-on", _("Their date"), deal->expected_on, FALSE);
  return present (form);
}

/* ── Roadblock ────────────────────────────────────────────────────────── */

static gboolean
finish_roadblock (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullRoadblock *roadblock = record;

  mull_take_text (&roadblock->symptom, mull_form_dialog_dup_text (form, "symptom"));
  mull_take_text (&roadblock->underlying, mull_form_dialog_dup_text (form, "underlying"));
  mull_take_text (&roadblock->takes, mull_form_dialog_dup_text (form, "takes"));
  mull_take_text (&roadblock->takes_who, mull_form_dialog_dup_text (form, "who"));
  roadblock->truth = (MullTruth) mull_form_dialog_get_choice (form, "truth");
  roadblock->outcome = (MullRoadblockOutcome) mull_form_dialog_get_choice (form, "outcome");
  if (roadblock->outcome != MULL_ROADBLOCK_OPEN && roadblock->outcome_on == MULL_DAY_NONE)
    roadblock->outcome_on = mull_workspace_get_today (workspace);
  return roadblock->record.id != 0 ? mull_roadblock_ops_update (workspace, roadblock, error)
                                   : mull_roadblock_ops_open (workspace, roadblock, NULL, error);
}

static void
add_roadblock_choices (MullFormDialog *form, const MullRoadblock *roadblock)
{
  const char *truths[MULL_TRUTH_CONFIRMED + 2] = { NULL };
  const char *outcomes[MULL_ROADBLOCK_REAL_NO + 2] = { NULL };

  for (int i = 0; i <= MULL_TRUTH_CONFIRMED; i++)
    truths[i] = mull_truth_label ((MullTruth) i);
  for (int i = 0; i <= MULL_ROADBLOCK_REAL_NO; i++)
    outcomes[i] = mull_roadblock_outcome_label ((MullRoadblockOutcome) i);
  mull_form_dialog_add_choice (form, "truth", _("How do you know?"), truths, roadblock->truth);
  mull_form_dialog_add_choice (form, "outcome",
                               _("What became of it?"), outcomes, roadblock->outcome);
}

/**
 * mull_roadblock_form_present:
 *
 * Writes down why it "is not happening", or goes on with the roadblock that is open.
 *
 * Returns: (transfer none): the form
 */
MullFormDialog *
mull_roadblock_form_present (GtkWidget *from, MullWorkspace *workspace, MullDossier *dossier)
{
  MullRoadblock *open = mull_dossier_get_roadblock (dossier);
  MullRoadblock *roadblock = open != NULL ? mull_roadblock_copy (open) : mull_roadblock_new ();
  MullFormDialog *form;

  if (open == NULL)
    roadblock->deal_id = dossier->deal->record.id;
  form = mull_form_dialog_new (from, workspace, roadblock,
                               _("Roadblock"), _("_Save"), finish_roadblock);
  mull_form_dialog_add_body (form, "symptom", _("What exactly did they say?"), roadblock->symptom);
  mull_form_dialog_add_line (form, "underlying",
                             _("They cannot go forward because…"), roadblock->underlying);
  mull_form_dialog_add_line (form, "takes", _("What would remove it?"), roadblock->takes);
  mull_form_dialog_add_line (form, "who", _("Who can remove it?"), roadblock->takes_who);
  add_roadblock_choices (form, roadblock);
  return present (form);
}
