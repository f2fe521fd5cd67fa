/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-layout-check.h"

#define EPSILON 0.01

static void
collect_cb (const MullLayoutItem *item, gpointer user_data)
{
  GArray *items = user_data;

  g_array_append_vals (items, item, 1);
}

static GArray *
get_items (MullLayout *layout, guint page)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (MullLayoutItem));

  mull_layout_foreach_item (layout, page, collect_cb, items);
  return items;
}

static const char *
describe (const MullLayoutItem *item)
{
  return item->text != NULL ? item->text : "(no text)";
}

static void
check_apart (const MullLayoutItem *a, const MullLayoutItem *b)
{
  if (a->x + a->width <= b->x + EPSILON || b->x + b->width <= a->x + EPSILON ||
      a->y + a->height <= b->y + EPSILON || b->y + b->height <= a->y + EPSILON)
    return;
  g_error ("“%s” at %.1f,%.1f %.1f×%.1f overlaps “%s” at %.1f,%.1f %.1f×%.1f", describe (a), a->x,
           a->y, a->width, a->height, describe (b), b->x, b->y, b->width, b->height);
}

void
mull_layout_check (MullLayout *layout)
{
  double x;
  double y;
  double width;
  double height;

  mull_layout_get_content_box (layout, &x, &y, &width, &height);
  for (guint page = 0; page < mull_layout_get_n_pages (layout); page++)
    {
      g_autoptr (GArray) items = get_items (layout, page);

      for (guint i = 0; i < items->len; i++)
        {
          const MullLayoutItem *item = &g_array_index (items, MullLayoutItem, i);

          g_assert_cmpfloat (item->x, >=, x - EPSILON);
          g_assert_cmpfloat (item->y, >=, y - EPSILON);
          g_assert_cmpfloat (item->x + item->width, <=, x + width + EPSILON);
          g_assert_cmpfloat (item->y + item->height, <=, y + height + EPSILON);
          for (guint j = i + 1; j < items->len; j++)
            check_apart (item, &g_array_index (items, MullLayoutItem, j));
        }
    }
}

char *
mull_layout_dup_text (MullLayout *layout, guint page)
{
  g_autoptr (GArray) items = get_items (layout, page);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const MullLayoutItem *item = &g_array_index (items, MullLayoutItem, i);

      if (item->text != NULL)
        g_string_append_printf (text, "%s\n", item->text);
    }
  return g_string_free (text, FALSE);
}

guint
mull_layout_count_items (MullLayout *layout, guint page, MullLayoutItemKind kind)
{
  g_autoptr (GArray) items = get_items (layout, page);
  guint n_items = 0;

  for (guint i = 0; i < items->len; i++)
    n_items += g_array_index (items, MullLayoutItem, i).kind == kind ? 1 : 0;
  return n_items;
}
