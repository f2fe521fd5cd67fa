/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-list-diff"

#include "config.h"

#include "mull-list-diff.h"

/**
 * mull_list_diff:
 * @before: (array length=n_before) (nullable): ids of the list as it is shown
 * @n_before: how many
 * @after: (array length=n_after) (nullable): ids of the list as it is to be
 * @n_after: how many
 * @splice: (out caller-allocates): what to replace
 *
 * Finds the one splice between what both lists have in common at their start and at their end, so
 * that the rows around it stay, and with them the place the view has scrolled to. The ids to put
 * in are @splice->n_added elements of @after from @splice->position on.
 *
 * Returns: %FALSE if both lists are equal; @splice is then empty, at the end of the list
 */
gboolean
mull_list_diff (const gint64 *before,
                guint n_before,
                const gint64 *after,
                guint n_after,
                MullListSplice *splice)
{
  guint prefix = 0, suffix = 0, shorter = MIN (n_before, n_after);

  g_return_val_if_fail (before != NULL || n_before == 0, FALSE);
  g_return_val_if_fail (after != NULL || n_after == 0, FALSE);
  g_return_val_if_fail (splice != NULL, FALSE);

  while (prefix < shorter && before[prefix] == after[prefix])
    prefix++;
  while (suffix < shorter - prefix && before[n_before - 1 - suffix] == after[n_after - 1 - suffix])
    suffix++;

  splice->position = prefix;
  splice->n_removed = n_before - prefix - suffix;
  splice->n_added = n_after - prefix - suffix;
  return splice->n_removed > 0 || splice->n_added > 0;
}
