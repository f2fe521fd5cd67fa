/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-card"

#include "config.h"

#include "mull-deal-card.h"

#include "mull-card-layout.h"
#include "mull-card-words.h"
#include "mull-move-look.h"

/* Made when a card first has so many. */
typedef struct
{
  GtkWidget *box; /* (nullable) */
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
  GtkWidget *star;  /* (nullable): made when a card first has one */
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
  gboolean measuring; /* it is the sample that tells how high the others are */
};

enum
{
  LINE_HEAD,
  LINE_TITLE,
  LINE_COMPANY,
  LINE_NEXT,
  LINE_FOOT,
  N_LINES
};

/* How high the lines of a card are, by density; in the font that was measured. All cards of a
 * density are equally high, so one is asked for all. */
static struct
{
  char *font;
  int dpi;
  int height;
  int lines[N_LINES];
} known[MULL_DENSITY_FULL + 1];

G_DEFINE_FINAL_TYPE (MullDealCard, mull_deal_card, GTK_TYPE_WIDGET)

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
new_figure (const char *css_class)
{
  GtkWidget *label = gtk_label_new ("");

  /* An amount is never cut. */
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "figures");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_image (void)
{
  GtkWidget *image = gtk_image_new ();

  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  return image;
}

static GtkWidget *
add (MullDealCard *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return child;
}

static void
make_badge (MullDealCard *self, Badge *badge)
{
  badge->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  badge->icon = new_image ();
  badge->text = gtk_label_new ("");
  gtk_widget_add_css_class (badge->box, "badge");
  gtk_widget_add_css_class (badge->box, "figures");
  gtk_widget_set_valign (badge->box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (badge->box), badge->icon);
  gtk_box_append (GTK_BOX (badge->box), badge->text);
  add (self, badge->box);
}

static void
build_line (MullDealCard *self)
{
  self->state_icon = add (self, new_image ());
  self->title = add (self, new_label ("title"));
  self->value = add (self, new_figure (NULL));
}

static void
build_card (MullDealCard *self)
{
  self->state_icon = add (self, new_image ());
  self->state = add (self, new_label ("move-line"));
  self->title = add (self, new_label ("title"));
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->title), 2);
  gtk_label_set_yalign (GTK_LABEL (self->title), 0);
  self->company = add (self, new_label ("aside"));
  if (self->density == MULL_DENSITY_FULL)
    self->next = add (self, new_label (NULL));
  self->value = add (self, new_figure ("value"));
  self->days = add (self, new_figure ("aside"));
}

/* ── Layout ───────────────────────────────────────────────────────────── */

/* Whose move it is, title, company; and at the bottom the next step and the figures. */
static void
collect_lines (MullDealCard *self, MullCardLine lines[N_LINES])
{
  gboolean one = self->density == MULL_DENSITY_LINE;
  MullCardLine *foot = one ? &lines[LINE_HEAD] : &lines[LINE_FOOT];

  for (guint i = 0; i < N_LINES && !self->measuring; i++)
    lines[i].height = known[self->density].lines[i];
  mull_card_line_add (&lines[LINE_HEAD], self->state_icon);
  lines[LINE_HEAD].cut = 1;
  if (one)
    mull_card_line_add (foot, self->title);
  else
    {
      mull_card_line_add (&lines[LINE_HEAD], self->state);
      mull_card_line_add (&lines[LINE_HEAD], self->star);
      mull_card_line_add (&lines[LINE_TITLE], self->title);
      mull_card_line_add (&lines[LINE_COMPANY], self->company);
      mull_card_line_add (&lines[LINE_NEXT], self->next);
      mull_card_line_add (foot, self->value);
      foot->cut = MULL_CARD_LINE_MAX;
    }
  for (guint i = 0; i < MULL_CARD_BADGES_MAX; i++)
    mull_card_line_add (foot, self->badges[i].box);
  mull_card_line_add (foot, one ? self->value : self->days);
  lines[LINE_NEXT].at_end = lines[LINE_FOOT].at_end = TRUE;
}

/* Of the sample, for all that come after it. */
static int
measure_lines (MullDealCard *self, const MullCardLine lines[N_LINES])
{
  for (guint i = 0; i < N_LINES; i++)
    known[self->density].lines[i] = mull_card_line_measure_height (&lines[i], -1);
  return mull_card_lines_sum (known[self->density].lines, N_LINES);
}

static void
mull_deal_card_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  MullDealCard *self = MULL_DEAL_CARD (widget);
  MullCardLine lines[N_LINES] = { 0 };

  if (orientation == GTK_ORIENTATION_VERTICAL && !self->measuring)
    *minimum = mull_card_lines_sum (known[self->density].lines, N_LINES);
  else
    {
      collect_lines (self, lines);
      *minimum = orientation == GTK_ORIENTATION_HORIZONTAL
                     ? mull_card_lines_measure_width (lines, N_LINES)
                     : measure_lines (self, lines);
    }
  *natural = *minimum;
}

static void
mull_deal_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MullCardLine lines[N_LINES] = { 0 };

  collect_lines (MULL_DEAL_CARD (widget), lines);
  mull_card_lines_allocate (lines, N_LINES, width, height,
                            gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
}

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
  g_autofree char *text =
      mull_card_flags_format_state (card->flags, card->state, card->state_on, today);
  const char *css_class = mull_move_look_get_css_class (card->state);
  const char *icon_class = self->state_class;
  gboolean quiet = card->state == MULL_MOVE_QUIET || card->state == MULL_MOVE_AWAY;

  set_icon (self->state_icon,
            mull_move_look_get_icon (card->state, mull_card_flags_get_move (card->flags)));
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
  guint n_all = mull_card_collect_badges (card, badges);
  guint n = self->density == MULL_DENSITY_LINE ? MIN (n_all, 1) : n_all;

  for (guint i = 0; i < MULL_CARD_BADGES_MAX; i++)
    {
      Badge *badge = &self->badges[i];
      g_autofree char *text = NULL;

      g_clear_pointer (&badge->words, g_free);
      if (badge->box != NULL)
        gtk_widget_set_visible (badge->box, i < n);
      if (i >= n)
        continue;
      if (badge->box == NULL)
        make_badge (self, badge);
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
  mull_card_badges_clear (badges, n_all);
}

static void
show_star (MullDealCard *self, gboolean starred)
{
  if (self->density == MULL_DENSITY_LINE)
    return;
  if (self->star == NULL && starred)
    {
      self->star = add (self, new_image ());
      set_icon (self->star, "mull-star-symbolic");
    }
  if (self->star != NULL)
    gtk_widget_set_visible (self->star, starred);
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
  widget_class->measure = mull_deal_card_measure;
  widget_class->size_allocate = mull_deal_card_size_allocate;
  widget_class->query_tooltip = mull_deal_card_query_tooltip;
}

static void
mull_deal_card_init (MullDealCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "deal-card");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

static MullDealCard *
make (MullDensity density)
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
  return self;
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
  g_return_val_if_fail ((guint) density < G_N_ELEMENTS (known), NULL);

  if (known[density].height == 0)
    mull_deal_card_measure_height (density);
  return make (density);
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
  show_star (self, (card->flags & MULL_CARD_FOCUS) != 0);
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

static int
measure_sample (MullDensity density)
{
  g_autoptr (MullDealCard) card = g_object_ref_sink (make (density));
  g_autoptr (MullCard) sample = mull_card_new ();
  int height;

  card->measuring = TRUE;
  sample->title = g_strdup (density == MULL_DENSITY_LINE ? "Ág" : "Ág\nÁg");
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
  g_autofree char *font = NULL;
  int dpi;

  g_return_val_if_fail ((guint) density < G_N_ELEMENTS (known), 0);

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &font, "gtk-xft-dpi", &dpi, NULL);
  if (g_strcmp0 (known[density].font, font) != 0 || known[density].dpi != dpi)
    {
      g_free (known[density].font);
      known[density].font = g_steal_pointer (&font);
      known[density].dpi = dpi;
      known[density].height = measure_sample (density);
    }
  return known[density].height;
}
