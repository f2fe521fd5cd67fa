/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-card"

#include "config.h"

#include "mull-deal-card.h"

#include "mull-card-words.h"
#include "mull-move-look.h"

/* Titles may be cut to this and no further. */
#define TITLE_CHARS 12

typedef struct
{
  GtkWidget *box;
  GtkWidget *icon;
  GtkWidget *text;
  const char *css_class; /* static; what colours the box now */
  char *words;
} Badge;

struct _MullDealCard
{
  GtkWidget parent_instance;

  /* Children; which of them there are depends on the density */
  GtkWidget *state_icon;
  GtkWidget *state; /* (nullable) */
  GtkWidget *star;  /* (nullable) */
  GtkWidget *title;
  GtkWidget *company; /* (nullable) */
  GtkWidget *next;    /* (nullable) */
  GtkWidget *value;
  GtkWidget *days; /* (nullable) */
  Badge badges[MULL_CARD_BADGES_MAX];

  /* Owned */
  char *label;

  const char *state_class; /* static; what colours the state now */
  gint64 deal_id;
  MullDensity density;
};

G_DEFINE_FINAL_TYPE (MullDealCard, mull_deal_card, GTK_TYPE_WIDGET)

/* ── Showing only what changed ────────────────────────────────────────── */

/* A label that is given a text asks for a new layout, even if it is the old text. */
static void
set_text (GtkWidget *label, const char *text)
{
  if (label != NULL && !g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text))
    gtk_label_set_text (GTK_LABEL (label), text);
}

static void
set_icon (GtkWidget *image, const char *name)
{
  if (g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (image)), name) != 0)
    gtk_image_set_from_icon_name (GTK_IMAGE (image), name);
}

static void
set_class (GtkWidget *widget, const char **current, const char *css_class)
{
  if (g_strcmp0 (*current, css_class) == 0)
    return;
  if (*current != NULL)
    gtk_widget_remove_css_class (widget, *current);
  gtk_widget_add_css_class (widget, css_class);
  *current = css_class;
}

static void
toggle_class (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
show_state (MullDealCard *self, const MullCard *card, MullDay today)
{
  g_autofree char *text = mull_move_state_format (card->state, card->state_on, today);
  const char *css_class = mull_move_look_get_css_class (card->state);
  const char *icon_class = self->state_class;
  gboolean quiet = card->state == MULL_MOVE_QUIET || card->state == MULL_MOVE_AWAY;

  set_icon (self->state_icon, mull_move_look_get_icon (card->state));
  set_class (self->state_icon, &icon_class, css_class);
  if (self->state != NULL)
    {
      set_text (self->state, text);
      set_class (self->state, &self->state_class, css_class);
    }
  self->state_class = css_class;
  toggle_class (GTK_WIDGET (self), "quiet", quiet);
}

static void
show_badges (MullDealCard *self, const MullCard *card)
{
  MullCardBadge badges[MULL_CARD_BADGES_MAX];
  guint n = mull_card_collect_badges (card, badges);

  for (guint i = 0; i < MULL_CARD_BADGES_MAX; i++)
    {
      Badge *badge = &self->badges[i];
      g_autofree char *text = NULL;

      if (badge->box == NULL)
        break;
      gtk_widget_set_visible (badge->box, i < n);
      g_clear_pointer (&badge->words, g_free);
      if (i >= n)
        continue;
      set_icon (badge->icon, badges[i].icon);
      set_class (badge->box, &badge->css_class, badges[i].css_class);
      if (self->density == MULL_DENSITY_FULL && n == 1)
        text = g_strjoin (badges[i].count[0] != '\0' ? " " : "", badges[i].count,
                          badges[i].short_words, NULL);
      else
        text = g_strdup (badges[i].count);
      set_text (badge->text, text);
      gtk_widget_set_visible (badge->text, *text != '\0');
      badge->words = g_steal_pointer (&badges[i].words);
    }
  mull_card_badges_clear (badges, n);
}

/* ── Tooltips ─────────────────────────────────────────────────────────── */

static gboolean
is_over (MullDealCard *self, GtkWidget *child, int x, int y)
{
  graphene_rect_t bounds;

  return child != NULL && gtk_widget_get_visible (child) &&
         gtk_widget_compute_bounds (child, GTK_WIDGET (self), &bounds) &&
         graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT (x, y));
}

/* What a badge means, and a title that was cut; asked for when the pointer rests. */
static gboolean
mull_deal_card_query_tooltip (GtkWidget *widget,
                              int x,
                              int y,
                              gboolean keyboard_tooltip,
                              GtkTooltip *tooltip)
{
  MullDealCard *self = MULL_DEAL_CARD (widget);

  for (guint i = 0; i < MULL_CARD_BADGES_MAX; i++)
    if (self->badges[i].words != NULL && is_over (self, self->badges[i].box, x, y))
      {
        gtk_tooltip_set_text (tooltip, self->badges[i].words);
        return TRUE;
      }
  if (self->density == MULL_DENSITY_LINE)
    {
      gtk_tooltip_set_text (tooltip, self->label);
      return TRUE;
    }
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (self->title))) ||
      !is_over (self, self->title, x, y))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (self->title)));
  return TRUE;
}

/* ── Building ─────────────────────────────────────────────────────────── */

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_figure (void)
{
  GtkWidget *label = gtk_label_new ("");

  /* An amount is never cut. */
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "figures");
  return label;
}

static GtkWidget *
new_image (void)
{
  GtkWidget *image = gtk_image_new ();

  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  return image;
}

static void
add_badges (MullDealCard *self, GtkBox *box, guint n_badges)
{
  for (guint i = 0; i < n_badges; i++)
    {
      Badge *badge = &self->badges[i];

      badge->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
      badge->icon = new_image ();
      badge->text = gtk_label_new ("");
      gtk_widget_add_css_class (badge->box, "badge");
      gtk_widget_add_css_class (badge->box, "figures");
      gtk_widget_set_valign (badge->box, GTK_ALIGN_CENTER);
      gtk_widget_set_visible (badge->box, FALSE);
      gtk_box_append (GTK_BOX (badge->box), badge->icon);
      gtk_box_append (GTK_BOX (badge->box), badge->text);
      gtk_box_append (box, badge->box);
    }
}

static void
build_line (MullDealCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->state_icon = new_image ();
  self->title = new_label ("title");
  self->value = new_figure ();
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_box_append (GTK_BOX (box), self->state_icon);
  gtk_box_append (GTK_BOX (box), self->title);
  add_badges (self, GTK_BOX (box), 1);
  gtk_box_append (GTK_BOX (box), self->value);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

static void
build_head (MullDealCard *self, GtkBox *head)
{
  self->state_icon = new_image ();
  self->state = new_label ("move-line");
  gtk_widget_set_hexpand (self->state, TRUE);
  self->star = new_image ();
  set_icon (self->star, "mull-star-symbolic");
  gtk_box_append (head, self->state_icon);
  gtk_box_append (head, self->state);
  gtk_box_append (head, self->star);
}

static void
build_foot (MullDealCard *self, GtkBox *foot)
{
  self->value = new_figure ();
  gtk_widget_add_css_class (self->value, "value");
  gtk_widget_set_hexpand (self->value, TRUE);
  self->days = gtk_label_new ("");
  gtk_widget_add_css_class (self->days, "figures");
  gtk_widget_add_css_class (self->days, "aside");
  gtk_box_append (foot, self->value);
  add_badges (self, foot, MULL_CARD_BADGES_MAX);
  gtk_box_append (foot, self->days);
}

static void
build_card (MullDealCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  build_head (self, GTK_BOX (head));
  self->title = new_label ("title");
  self->company = new_label ("aside");
  build_foot (self, GTK_BOX (foot));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->company);
  gtk_widget_set_valign (self->company, GTK_ALIGN_START);
  gtk_widget_set_vexpand (self->company, TRUE);
  if (self->density == MULL_DENSITY_FULL)
    {
      gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (self->title), 2);
      self->next = new_label (NULL);
      gtk_box_append (GTK_BOX (box), self->next);
    }
  gtk_box_append (GTK_BOX (box), foot);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_deal_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mull_deal_card_parent_class)->dispose (object);
}

static void
mull_deal_card_finalize (GObject *object)
{
  MullDealCard *self = MULL_DEAL_CARD (object);

  g_free (self->label);
  for (guint i = 0; i < MULL_CARD_BADGES_MAX; i++)
    g_free (self->badges[i].words);
  G_OBJECT_CLASS (mull_deal_card_parent_class)->finalize (object);
}

static void
mull_deal_card_class_init (MullDealCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_deal_card_dispose;
  object_class->finalize = mull_deal_card_finalize;
  widget_class->query_tooltip = mull_deal_card_query_tooltip;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
mull_deal_card_init (MullDealCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "deal-card");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * mull_deal_card_new:
 * @density: how much it shows
 *
 * Returns: (transfer floating): a card that shows nothing yet
 */
MullDealCard *
mull_deal_card_new (MullDensity density)
{
  MullDealCard *self = g_object_new (MULL_TYPE_DEAL_CARD, NULL);

  self->density = density;
  self->label = g_strdup ("");
  if (density == MULL_DENSITY_LINE)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "line");
      build_line (self);
    }
  else
    build_card (self);
  gtk_label_set_width_chars (GTK_LABEL (self->title), TITLE_CHARS);
  return self;
}

/**
 * mull_deal_card_set_card:
 * @card: (transfer none): what to show; not needed afterwards
 * @today: the present day
 * @days: how long the deal has been in its stage
 *
 * Shows a deal. Only texts that are other ones are set anew.
 */
void
mull_deal_card_set_card (MullDealCard *self, const MullCard *card, MullDay today, int days)
{
  g_autofree char *value = NULL;
  g_autofree char *days_text = NULL;

  g_return_if_fail (MULL_IS_DEAL_CARD (self));
  g_return_if_fail (card != NULL);

  self->deal_id = card->deal_id;
  show_state (self, card, today);
  show_badges (self, card);
  value = mull_money_is_set (&card->value) ? mull_money_format (&card->value) : g_strdup ("");
  set_text (self->title, card->title);
  set_text (self->company, card->company);
  set_text (self->value, value);
  if (self->days != NULL)
    {
      days_text = mull_card_dup_days (days);
      set_text (self->days, days_text);
    }
  if (self->next != NULL)
    {
      g_autofree char *next = mull_card_dup_next_step (card, today);

      set_text (self->next, next);
    }
  if (self->star != NULL)
    gtk_widget_set_visible (self->star, (card->flags & MULL_CARD_FOCUS) != 0);
  g_free (self->label);
  self->label = mull_card_dup_label (card, today, days);
}

/**
 * mull_deal_card_set_dragged:
 * @dragged: whether its deal is being dragged
 *
 * Dims the card that stays behind during a drag.
 */
void
mull_deal_card_set_dragged (MullDealCard *self, gboolean dragged)
{
  g_return_if_fail (MULL_IS_DEAL_CARD (self));

  toggle_class (GTK_WIDGET (self), "dragged", dragged);
}

/**
 * mull_deal_card_get_deal_id:
 *
 * Returns: the deal shown, or 0
 */
gint64
mull_deal_card_get_deal_id (MullDealCard *self)
{
  g_return_val_if_fail (MULL_IS_DEAL_CARD (self), 0);

  return self->deal_id;
}

/**
 * mull_deal_card_get_label:
 *
 * Returns: (transfer none): the whole card in one sentence, for assistive technology
 */
const char *
mull_deal_card_get_label (MullDealCard *self)
{
  g_return_val_if_fail (MULL_IS_DEAL_CARD (self), "");

  return self->label;
}

/**
 * mull_deal_card_measure_height:
 * @density: how much the cards show
 *
 * Measures a card that has everything, in the font and the style of the moment.
 *
 * Returns: how high a card is, in pixels
 */
int
mull_deal_card_measure_height (MullDensity density)
{
  g_autoptr (MullDealCard) card = g_object_ref_sink (mull_deal_card_new (density));
  g_autoptr (MullCard) sample = mull_card_new ();
  int height;

  sample->title = g_strdup (density == MULL_DENSITY_FULL ? "Ág\nÁg" : "Ág");
  sample->company = g_strdup ("Ág");
  sample->next_text = g_strdup ("");
  sample->next_on = MULL_DAY_NONE;
  sample->state = MULL_MOVE_OURS;
  sample->state_on = MULL_DAY_NONE;
  sample->flags = MULL_CARD_FOCUS;
  sample->ours_overdue = sample->theirs_overdue = sample->roadblocks = 2;
  mull_deal_card_set_card (card, sample, 0, 1);
  gtk_widget_measure (GTK_WIDGET (card), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  return height;
}
