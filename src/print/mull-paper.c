/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-paper"

#include "config.h"

#include "mull-paper.h"

#include <langinfo.h>

#define POINTS_PER_MM (72.0 / 25.4)
#define LETTER_HEIGHT_MM 279

G_DEFINE_ENUM_TYPE (MullPaper,
                    mull_paper,
                    G_DEFINE_ENUM_VALUE (MULL_PAPER_A4, "A4"),
                    G_DEFINE_ENUM_VALUE (MULL_PAPER_LETTER, "Letter"))

/**
 * mull_paper_get_size:
 * @paper: a paper
 * @width: (out): its width in points
 * @height: (out): its height in points
 *
 * Gets the size of @paper, upright.
 */
void
mull_paper_get_size (MullPaper paper, double *width, double *height)
{
  g_return_if_fail (width != NULL && height != NULL);

  switch (paper)
    {
    case MULL_PAPER_A4:
      *width = 210 * POINTS_PER_MM;
      *height = 297 * POINTS_PER_MM;
      return;
    case MULL_PAPER_LETTER:
      *width = 8.5 * 72;
      *height = 11 * 72;
      return;
    }
  g_assert_not_reached ();
}

/**
 * mull_paper_of_locale:
 *
 * Returns: the paper that is usual where the user lives
 */
MullPaper
mull_paper_of_locale (void)
{
#ifdef __GLIBC__
  /* glibc, where the item is an enumerator, hands the number itself out in place of the pointer. */
  if (GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_HEIGHT)) == LETTER_HEIGHT_MM)
    return MULL_PAPER_LETTER;
#endif
  return MULL_PAPER_A4;
}
