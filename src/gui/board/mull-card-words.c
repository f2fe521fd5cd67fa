/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-card-words"

#include "config.h"

#include "mull-card-words.h"

#include <glib/gi18n-lib.h>

static void
add_badge (MullCardBadge *badges,
           guint *n_badges,
           const char *icon,
           const char *css_class,
           int count,
           const char *short_words,
           char *words)
{
  MullCardBadge *badge;

  if (*n_badges == MULL_CARD_BADGES_MAX)
    {
      g_free (words);
      return;
    }
  badge = &badges[(*n_badges)++];
  badge->icon = icon;
  badge->css_class = css_class;
  badge->words = words;
  badge->short_words = short_words;
  badge->count[0] = '\0';
  if (count > 1)
    g_snprintf (badge->count, sizeof badge->count, "%d", count);
}

/**
 * mull_card_collect_badges:
 * @card: a deal
 * @badges: (out): room for %MULL_CARD_BADGES_MAX badges
 *
 * Says what a card shows beside whose move it is, the most pressing first. End with
 * mull_card_badges_clear().
 *
 * Returns: how many there are
 */
guint
mull_card_collect_badges (const MullCard *card, MullCardBadge *badges)
{
  guint n = 0;

  if (card->ours_overdue > 0)
    add_badge (badges, &n, "mull-promise-symbolic", "state-dark", card->ours_overdue,
               /* Translators: a badge: a promise of ours is overdue */
               _ ("we owe"),
               g_strdup_printf (ngettext ("%d promise of ours is overdue",
                                          "%d promises of ours are overdue", card->ours_overdue),
                                card->ours_overdue));
  if (card->theirs_overdue > 0)
    add_badge (
        badges, &n, "alarm-symbolic", "state-risk", card->theirs_overdue,
        /* Translators: a badge: a promise of theirs is overdue */
        _ ("they owe"),
        g_strdup_printf (ngettext ("%d promise of theirs is overdue",
                                   "%d promises of theirs are overdue", card->theirs_overdue),
                         card->theirs_overdue));
  if (card->roadblocks > 0)
    add_badge (badges, &n, "mull-roadblock-symbolic", "state-risk", card->roadblocks,
               /* Translators: a badge: something keeps the deal from happening */
               _ ("roadblock"),
               g_strdup_printf (ngettext ("%d roadblock", "%d roadblocks", card->roadblocks),
                                card->roadblocks));
  if (card->open_holes > 0)
    add_badge (
        badges, &n, "mull-hole-symbolic", "state-theirs", card->open_holes,
        /* Translators: a badge: something we need and left without */
        _ ("hole"),
        g_strdup_printf (ngettext ("%d hole", "%d holes", card->open_holes), card->open_holes));
  if ((card->flags & MULL_CARD_UNQUALIFIED) != 0)
    add_badge (badges, &n, "mull-unqualified-symbolic", "state-theirs", 1,
               /* Translators: a badge: one of the four questions is a no, or not known */
               _ ("unqualified"), g_strdup (_ ("unqualified")));
  return n;
}

/**
 * mull_card_badges_clear:
 * @badges: from mull_card_collect_badges()
 * @n_badges: how many of them
 *
 * Frees what the badges hold.
 */
void
mull_card_badges_clear (MullCardBadge *badges, guint n_badges)
{
  for (guint i = 0; i < n_badges; i++)
    g_clear_pointer (&badges[i].words, g_free);
}

/**
 * mull_card_dup_days:
 * @days: how long in the stage
 *
 * Returns: (transfer full): "3 d"
 */
char *
mull_card_dup_days (int days)
{
  /* Translators: days, as short as can be: a deal has been in its stage for so long */
  return g_strdup_printf (_ ("%d d"), days);
}

/**
 * mull_card_dup_next_step:
 * @card: a deal
 * @today: the present day
 *
 * Returns: (transfer full): the next step with its day, or that there is none
 */
char *
mull_card_dup_next_step (const MullCard *card, MullDay today)
{
  g_autofree char *day = NULL;

  if (card->next_on == MULL_DAY_NONE)
    return g_strdup (_ ("No next step"));
  day = mull_day_format_short (card->next_on, today);
  if (*card->next_text == '\0')
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("Next step %s"), day);
  /* Translators: the next step of a deal: a date and what is to be done */
  return g_strdup_printf (_ ("%s: %s"), day, card->next_text);
}

/**
 * mull_card_dup_label:
 * @card: a deal
 * @today: the present day
 * @days: how long in the stage
 *
 * Returns: (transfer full): the whole card in one sentence, as a screen reader says it: whose move,
 *   title, company, amount, and then the rest
 */
char *
mull_card_dup_label (const MullCard *card, MullDay today, int days)
{
  g_autofree char *state =
      mull_card_flags_format_state (card->flags, card->state, card->state_on, today);
  MullCardBadge badges[MULL_CARD_BADGES_MAX];
  guint n_badges = mull_card_collect_badges (card, badges);
  /* Translators: what separates the parts of a card as a screen reader says it */
  const char *comma = _ (", ");
  GString *label = g_string_new (state);

  g_string_append_printf (label, "%s%s", comma, card->title);
  if (*card->company != '\0')
    g_string_append_printf (label, "%s%s", comma, card->company);
  if (mull_money_is_set (&card->value))
    {
      g_autofree char *value = mull_money_format (&card->value);

      g_string_append_printf (label, "%s%s", comma, value);
    }
  g_string_append (label, comma);
  g_string_append_printf (label, ngettext ("%d day in this stage", "%d days in this stage", days),
                          days);
  for (guint i = 0; i < n_badges; i++)
    g_string_append_printf (label, "%s%s", comma, badges[i].words);
  if ((card->flags & MULL_CARD_FOCUS) != 0)
    /* Translators: a deal that the rep has starred */
    g_string_append_printf (label, "%s%s", comma, _ ("in focus"));
  mull_card_badges_clear (badges, n_badges);
  return g_string_free (label, FALSE);
}
