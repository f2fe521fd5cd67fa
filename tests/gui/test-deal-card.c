/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-deal-card"

#include "config.h"

#include "mull-deal-card.h"

#include "mull-gui-test.h"
#include "mull-move-look.h"

static MullCard *
new_card (void)
{
  MullCard *card = mull_card_new ();

  card->deal_id = 7;
  card->title = g_strdup ("R&D <b> boiler");
  card->company = g_strdup ("Hartwell & Sons");
  card->next_text = g_strdup ("call Ann");
  card->value = (MullMoney){ 1240000, "EUR" };
  card->state = MULL_MOVE_OURS;
  card->state_on = 100;
  card->next_on = 101;
  return card;
}

static gboolean
is_seen (GtkWidget *root, const char *text)
{
  GtkWidget *label = mull_gui_test_find_label (root, text);

  return label != NULL && gtk_widget_get_child_visible (label) && gtk_widget_get_visible (label) &&
         gtk_widget_get_visible (gtk_widget_get_parent (label));
}

static void
test_texts (void)
{
  g_autoptr (MullDealCard) self = g_object_ref_sink (mull_deal_card_new (MULL_DENSITY_FULL));
  g_autoptr (MullCard) card = new_card ();
  GtkWidget *root = GTK_WIDGET (self);

  mull_deal_card_set_card (self, card, 100, 3);
  g_assert_cmpint (mull_deal_card_get_deal_id (self), ==, 7);
  g_assert_true (is_seen (root, "our move since today"));
  g_assert_true (is_seen (root, "R&D <b> boiler"));
  g_assert_true (is_seen (root, "Hartwell & Sons"));
  g_assert_true (is_seen (root, "€12,400"));
  g_assert_true (is_seen (root, "3 d"));
  g_assert_true (is_seen (root, "tomorrow: call Ann"));
  g_assert_cmpstr (mull_deal_card_get_label (self), ==,
                   "our move since today, R&D <b> boiler, Hartwell & Sons, €12,400, "
                   "3 days in this stage");
}

static void
test_badges (void)
{
  g_autoptr (MullDealCard) self = g_object_ref_sink (mull_deal_card_new (MULL_DENSITY_CARD));
  g_autoptr (MullCard) card = new_card ();
  g_autoptr (MullCard) calm = new_card ();
  GtkWidget *root = GTK_WIDGET (self);

  card->ours_overdue = 2;
  card->theirs_overdue = 1;
  card->roadblocks = 1;
  card->open_holes = 3;
  card->flags = MULL_CARD_FOCUS;
  mull_deal_card_set_card (self, card, 100, 1);
  g_assert_true (is_seen (root, "2"));
  /* At most three; the holes are the least pressing. */
  g_assert_false (is_seen (root, "3"));
  g_assert_cmpstr (mull_deal_card_get_label (self), ==,
                   "our move since today, R&D <b> boiler, Hartwell & Sons, €12,400, "
                   "1 day in this stage, 2 promises of ours are overdue, "
                   "1 promise of theirs is overdue, 1 roadblock, in focus");
  mull_deal_card_set_card (self, calm, 100, 1);
  g_assert_false (is_seen (root, "2"));
}

static void
test_states (void)
{
  g_autoptr (MullDealCard) self = g_object_ref_sink (mull_deal_card_new (MULL_DENSITY_CARD));
  g_autoptr (GHashTable) classes = g_hash_table_new (g_str_hash, g_str_equal);

  for (int state = 0; state < (int) MULL_MOVE_N_STATES; state++)
    {
      g_autoptr (MullCard) card = new_card ();
      g_autofree char *text = mull_move_state_format (state, 100, MULL_MOVE_NO_FLAGS, 100);
      GtkWidget *label;

      card->state = state;
      mull_deal_card_set_card (self, card, 100, 1);
      label = mull_gui_test_find_label (GTK_WIDGET (self), text);
      g_assert_nonnull (label);
      g_assert_true (gtk_widget_has_css_class (label, mull_move_look_get_css_class (state)));
      g_assert_cmpint (gtk_widget_has_css_class (GTK_WIDGET (self), "quiet"), ==,
                       state == MULL_MOVE_QUIET || state == MULL_MOVE_AWAY);
      g_hash_table_add (classes, (gpointer) mull_move_look_get_css_class (state));
      g_assert_true (
          g_str_has_suffix (mull_move_look_get_icon (state, MULL_MOVE_NO_FLAGS), "-symbolic"));
    }
  g_assert_cmpuint (g_hash_table_size (classes), ==, 5);
}

static gboolean
is_icon (GtkWidget *widget, gpointer name)
{
  return g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (widget)), name) == 0;
}

/* Nobody waits for an answer of somebody who was never tried: no hourglass. */
static void
test_never_heard (void)
{
  const struct
  {
    MullCardFlags flags;
    const char *icon;
  } cases[] = {
    { MULL_CARD_NOT_TRIED, "mull-new-symbolic" },
    { MULL_CARD_NO_NEXT_STEP, "mull-fading-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullDealCard) self = g_object_ref_sink (mull_deal_card_new (MULL_DENSITY_CARD));
      g_autoptr (MullCard) card = new_card ();

      card->state = MULL_MOVE_NEVER_HEARD;
      card->flags = cases[i].flags;
      mull_deal_card_set_card (self, card, 100, 1);
      g_assert_nonnull (mull_gui_test_find (GTK_WIDGET (self), GTK_TYPE_IMAGE, is_icon,
                                            (gpointer) cases[i].icon));
    }
}

/* Whatever a card says, it is no higher than measured, and a short one is no lower. */
static void
test_heights (void)
{
  int last = 0;

  for (int density = MULL_DENSITY_LINE; density <= (int) MULL_DENSITY_FULL; density++)
    {
      int height = mull_deal_card_measure_height (density);
      g_autoptr (MullDealCard) self = g_object_ref_sink (mull_deal_card_new (density));
      g_autoptr (MullCard) card = new_card ();
      int minimum, width;

      g_free (card->title);
      card->title = g_strnfill (300, 'W');
      card->ours_overdue = card->theirs_overdue = card->roadblocks = 12;
      card->flags = MULL_CARD_FOCUS;
      mull_deal_card_set_card (self, card, 100, 1234);
      gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                          NULL);
      g_assert_cmpint (width, <=, 348);
      gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, 348, &minimum, NULL, NULL,
                          NULL);
      g_assert_cmpint (minimum, <=, height);
      g_assert_cmpint (height, >, last);
      last = height;
    }
}

static graphene_rect_t
bounds_of (GtkWidget *root, const char *text)
{
  GtkWidget *label = mull_gui_test_find_label (root, text);
  graphene_rect_t bounds;

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_compute_bounds (label, root, &bounds));
  return bounds;
}

/* Where reading begins stands the value, at the other end the days; nothing leaves the card. */
static void
test_layout (void)
{
  const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };
  const int width = 300;

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      g_autoptr (MullDealCard) self = g_object_ref_sink (mull_deal_card_new (MULL_DENSITY_FULL));
      GtkWidget *root = GTK_WIDGET (self);
      g_autoptr (MullCard) card = new_card ();
      int height = mull_deal_card_measure_height (MULL_DENSITY_FULL);
      gboolean mirrored = directions[i] == GTK_TEXT_DIR_RTL;
      graphene_rect_t title, company, value, days;

      gtk_widget_set_direction (root, directions[i]);
      mull_deal_card_set_card (self, card, 100, 3);
      gtk_widget_measure (root, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_allocate (root, width, height, -1, NULL);
      title = bounds_of (root, "R&D <b> boiler");
      company = bounds_of (root, "Hartwell & Sons");
      value = bounds_of (root, "€12,400");
      days = bounds_of (root, "3 d");
      /* The title has room for two lines and needs one. */
      g_assert_cmpfloat (title.origin.y + title.size.height / 2, <=, company.origin.y);
      g_assert_cmpfloat (company.origin.y + company.size.height, <=, value.origin.y);
      g_assert_cmpfloat (value.origin.y + value.size.height, <=, height);
      if (mirrored)
        g_assert_cmpfloat (days.origin.x + days.size.width, <, value.origin.x);
      else
        g_assert_cmpfloat (value.origin.x + value.size.width, <, days.origin.x);
      g_assert_cmpfloat (MIN (days.origin.x, value.origin.x), >=, 0);
      g_assert_cmpfloat (MAX (days.origin.x + days.size.width, value.origin.x + value.size.width),
                         <=, width);
    }
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  g_test_add_func ("/deal-card/texts", test_texts);
  g_test_add_func ("/deal-card/badges", test_badges);
  g_test_add_func ("/deal-card/states", test_states);
  g_test_add_func ("/deal-card/never-heard", test_never_heard);
  g_test_add_func ("/deal-card/heights", test_heights);
  g_test_add_func ("/deal-card/layout", test_layout);
  return g_test_run ();
}
