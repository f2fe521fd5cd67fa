/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-forms"

#include "config.h"

#include "mull-deal-forms.h"

#include "mull-deal-ops.h"
#include "mull-error.h"
#include "mull-money.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* The forms that are about the deal itself. */

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
                                               _ ("Edit the deal"), _ ("_Save"), finish_deal);
  g_autofree char *value = format_typed_value (deal);

  mull_form_dialog_add_line (form, "title", _ ("Title"), deal->title);
  mull_form_dialog_add_line (form, "company", _ ("Company"),
                             dossier->company != NULL ? dossier->company->name : "");
  mull_form_dialog_add_line (form, "value", _ ("Value"), value);
  /* Translators: a field: the day on which the customer wants to decide or to have it */
  mull_form_dialog_add_day (form, "expected-on", _ ("Their date"), deal->expected_on, FALSE);
  return mull_form_dialog_present_for_deal (form, dossier->deal, "deal", "");
}
