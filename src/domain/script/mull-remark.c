/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-remark"

#include "config.h"

#include "mull-remark.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (MullRemarkCategory,
                    mull_remark_category,
                    G_DEFINE_ENUM_VALUE (MULL_REMARK_NO_OWNERSHIP, "no-ownership"),
                    G_DEFINE_ENUM_VALUE (MULL_REMARK_EXCUSE, "excuse"),
                    G_DEFINE_ENUM_VALUE (MULL_REMARK_BLAME, "blame"),
                    G_DEFINE_ENUM_VALUE (MULL_REMARK_PRESSURE, "pressure"),
                    G_DEFINE_ENUM_VALUE (MULL_REMARK_ABOUT_US, "about-us"),
                    G_DEFINE_ENUM_VALUE (MULL_REMARK_PITCH, "pitch"),
                    G_DEFINE_ENUM_VALUE (MULL_REMARK_HEDGE, "hedge"),
                    G_DEFINE_ENUM_VALUE (MULL_REMARK_ASK, "ask"),
                    G_DEFINE_ENUM_VALUE (MULL_REMARK_NO_DATE, "no-date"),
                    G_DEFINE_ENUM_VALUE (MULL_REMARK_OVER_APOLOGY, "over-apology"),
                    G_DEFINE_ENUM_VALUE (MULL_REMARK_UNTRUE_FIRST_TIME, "untrue-first-time"),
                    G_DEFINE_ENUM_VALUE (MULL_REMARK_TOO_LONG, "too-long"),
                    G_DEFINE_ENUM_VALUE (MULL_REMARK_GAP, "gap"))

/**
 * mull_remark_category_get_name:
 * @category: a category
 *
 * Returns: (transfer none): its name for people, translated
 */
const char *
mull_remark_category_get_name (MullRemarkCategory category)
{
  switch (category)
    {
    case MULL_REMARK_NO_OWNERSHIP:
      return _ ("no ownership");
    case MULL_REMARK_EXCUSE:
      return _ ("excuse");
    case MULL_REMARK_BLAME:
      return _ ("blame");
    case MULL_REMARK_PRESSURE:
      return _ ("pressure");
    case MULL_REMARK_ABOUT_US:
      /* Translators: the script speaks about us instead of the customer. */
      return _ ("about us");
    case MULL_REMARK_PITCH:
      /* Translators: sales talk in the wrong place. */
      return _ ("pitch");
    case MULL_REMARK_HEDGE:
      /* Translators: words that take back what is said: "sort of", "hopefully". */
      return _ ("hedge");
    case MULL_REMARK_ASK:
      /* Translators: the request that the call is made for (noun). */
      return _ ("ask");
    case MULL_REMARK_NO_DATE:
      return _ ("no date");
    case MULL_REMARK_OVER_APOLOGY:
      return _ ("over-apology");
    case MULL_REMARK_UNTRUE_FIRST_TIME:
      return _ ("untrue first time");
    case MULL_REMARK_TOO_LONG:
      return _ ("too long");
    case MULL_REMARK_GAP:
      /* Translators: a place in the script that is not filled in yet. */
      return _ ("gap");
    }
  g_return_val_if_reached ("");
}

/**
 * mull_remark_new:
 * @category: what is marked
 * @beat: id of the beat that the span is in
 * @start: first character of the span
 * @end: one past its last character
 * @words: what stands there
 * @reason: what is wrong
 * @suggestion: what to do instead
 *
 * Returns: (transfer full): a new remark
 */
MullRemark *
mull_remark_new (MullRemarkCategory category,
                 const char *beat,
                 guint start,
                 guint end,
                 const char *words,
                 const char *reason,
                 const char *suggestion)
{
  MullRemark *self = g_new0 (MullRemark, 1);

  self->category = category;
  self->beat = g_strdup (beat);
  self->start = start;
  self->end = end;
  self->words = g_strdup (words);
  self->reason = g_strdup (reason);
  self->suggestion = g_strdup (suggestion);
  return self;
}

/**
 * mull_remark_new_of_bytes:
 * @category: what is marked
 * @beat: id of the beat that the span is in
 * @text: what is said in it
 * @start: first byte of the span
 * @end: one past its last byte
 * @reason: what is wrong
 * @suggestion: what to do instead
 *
 * Returns: (transfer full): a new remark; it counts characters
 */
MullRemark *
mull_remark_new_of_bytes (MullRemarkCategory category,
                          const char *beat,
                          const char *text,
                          gsize start,
                          gsize end,
                          const char *reason,
                          const char *suggestion)
{
  g_autofree char *words = g_strndup (text + start, end - start);
  guint first = (guint) g_utf8_strlen (text, (gssize) start);

  return mull_remark_new (category, beat, first, first + (guint) g_utf8_strlen (words, -1), words,
                          reason, suggestion);
}

/**
 * mull_remark_copy:
 * @self: a remark
 *
 * Returns: (transfer full): a remark that says the same
 */
MullRemark *
mull_remark_copy (const MullRemark *self)
{
  MullRemark *copy = mull_remark_new (self->category, self->beat, self->start, self->end,
                                      self->words, self->reason, self->suggestion);

  copy->instead = g_strdup (self->instead);
  copy->of_words = self->of_words;
  return copy;
}

/**
 * mull_remark_free:
 * @self: (transfer full): a remark
 *
 * Frees it.
 */
void
mull_remark_free (MullRemark *self)
{
  g_free (self->beat);
  g_free (self->words);
  g_free (self->reason);
  g_free (self->suggestion);
  g_free (self->instead);
  g_free (self);
}
