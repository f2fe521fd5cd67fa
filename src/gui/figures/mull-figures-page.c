/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-figures-page"

#include "config.h"

#include "mull-figures-page.h"

#include "mull-fact-section.h"
#include "mull-feedback.h"
#include "mull-figures.h"
#include "mull-refresher.h"
#include "mull-ui.h"

#include <glib/gi18n-lib.h>

/* A time of so many hours is told in days. */
#define HOURS_SHOWN 48

struct _MullFiguresPage
{
  AdwBin parent_instance;

  /* Template children */
  MullFactSection *promises;
  MullFactSection *closes;
  MullFactSection *roadblocks;
  MullFactSection *holes;
  MullFactSection *months;

  /* Owned */
  MullWorkspace *workspace;
  MullRefresher *refresher;
};

typedef enum
{
  PROP_TITLE = 1
} MullFiguresPageProps;

static GParamSpec *props[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (MullFiguresPage, mull_figures_page, ADW_TYPE_BIN)

/* ── What is shown ────────────────────────────────────────────────────── */

/* The figure stands at the end of its line. */
static void
add_text (MullFactSection *section, const char *label, const char *figure)
{
  MullFactRow *row = mull_fact_section_next (section);

  mull_fact_row_set_text (row, label, NULL);
  mull_fact_row_set_figure (row, figure);
}

static void
add_number (MullFactSection *section, const char *label, guint number)
{
  g_autofree char *figure = g_strdup_printf ("%u", number);

  add_text (section, label, figure);
}

static void
add_share (MullFactSection *section, const char *label, guint part, guint whole)
{
  /* Translators: a share: "3 of 5" */
  g_autofree char *figure = g_strdup_printf (_ ("%1$u of %2$u"), part, whole);

  if (whole > 0)
    add_text (section, label, figure);
}

static void
add_days (MullFactSection *section, const char *label, int days)
{
  g_autofree char *figure =
      g_strdup_printf (ngettext ("%d day", "%d days", (gulong) MAX (days, 0)), days);

  if (days >= 0)
    add_text (section, label, figure);
}

static void
add_minutes (MullFactSection *section, const char *label, gint64 minutes)
{
  g_autofree char *figure =
      g_strdup_printf ("%d:%02d h", (int) (minutes / 60), (int) (minutes % 60));

  if (minutes >= 0)
    add_text (section, label, figure);
}

/* What one counts in days is not told in hours. */
static char *
format_elapsed (int hours)
{
  g_autofree char *days = NULL;

  if (hours < HOURS_SHOWN)
    return g_strdup_printf (ngettext ("%d hour", "%d hours", (gulong) MAX (hours, 0)), hours);
  days = g_strdup_printf (ngettext ("%d day", "%d days", (gulong) (hours / 24)), hours / 24);
  if (hours % 24 == 0)
    return g_steal_pointer (&days);
  /* Translators: a time that passed: “7 days”, and hours on top of them */
  return g_strdup_printf (_ ("%1$s %2$d h"), days, hours % 24);
}

static void
show_promises (MullFiguresPage *self, const MullPromiseFigures *figures)
{
  mull_fact_section_begin (self->promises);
  if (figures->n_kept + figures->n_owned + figures->n_owned_late + figures->n_silent > 0)
    {
      add_number (self->promises, _ ("Kept"), figures->n_kept);
      add_number (self->promises, _ ("Owned before their day"), figures->n_owned);
      add_number (self->promises, _ ("Owned late"), figures->n_owned_late);
      add_number (self->promises, _ ("Broken in silence"), figures->n_silent);
    }
  add_share (self->promises, _ ("People heard again half a year after we owned a promise"),
             figures->n_active, figures->n_after);
  mull_fact_section_end (self->promises);
}

static void
show_closes (MullFiguresPage *self, const MullCloseMeasures *figures)
{
  mull_fact_section_begin (self->closes);
  if (figures->n_lost > 0)
    {
      add_share (self->closes, _ ("Deals lost, with an answer"), figures->n_heard, figures->n_lost);
      add_days (self->closes, _ ("To a no, half of them within"), figures->median_days);
      add_minutes (self->closes, _ ("… with an effort of"), figures->median_minutes);
      add_minutes (self->closes, _ ("Spent on lost deals after they were last heard"),
                   figures->minutes_after_heard);
    }
  mull_fact_section_end (self->closes);
}

static void
show_roadblocks (MullFiguresPage *self, const MullRoadblockMeasures *figures)
{
  mull_fact_section_begin (self->roadblocks);
  if (figures->n > 0)
    {
      add_number (self->roadblocks, _ ("Removed or worked around"), figures->n_removed);
      add_number (self->roadblocks, _ ("A real no"), figures->n_real_no);
      add_number (self->roadblocks, _ ("Never known"), figures->n_unknown);
      add_days (self->roadblocks, _ ("From their words to the confirmed reason"),
                figures->median_days);
    }
  add_share (self->roadblocks, _ ("Lost deals with a confirmed reason"), figures->n_lost_confirmed,
             figures->n_lost);
  mull_fact_section_end (self->roadblocks);
}

static void
show_holes (MullFiguresPage *self, const MullFigures *figures)
{
  const MullHoleFigures *holes = &figures->holes;
  g_autofree char *day = mull_day_format (figures->from);
  /* Translators: below a heading; %s is a day */
  g_autofree char *since = g_strdup_printf (_ ("since %s"), day);
  g_autofree char *elapsed = format_elapsed (holes->median_hours);

  mull_fact_section_begin (self->holes);
  if (holes->n_found > 0)
    {
      add_number (self->holes, _ ("Holes found"), holes->n_found);
      add_number (self->holes, _ ("… asked for"), holes->n_asked);
      add_number (self->holes, _ ("… filled"), holes->n_filled);
      add_number (self->holes, _ ("Do-overs called"), holes->n_called);
      if (holes->median_hours >= 0)
        add_text (self->holes, _ ("From the meeting to the call"), elapsed);
      add_number (self->holes, _ ("Deals that moved on in 14 days"), holes->n_moved);
    }
  mull_fact_section_end (self->holes);
  mull_fact_section_set_count (self->holes, holes->n_found > 0 ? since : NULL);
}

static void
show_month (MullFiguresPage *self, const MullDriftMonth *month)
{
  MullFactRow *row = mull_fact_section_next (self->months);
  g_autofree char *name = mull_day_format_month (month->first_on);
  g_autofree char *about = g_strdup_printf (
      ngettext ("%d new deal", "%d new deals", (gulong) month->deals), month->deals);
  g_autofree char *figure = g_strdup_printf ("%.1f", mull_drift_per_deal (month));

  mull_fact_row_set_text (row, name, about);
  mull_fact_row_set_figure (row, month->deals > 0 ? figure : "–");
}

static void
show_months (MullFiguresPage *self, const MullFigures *figures)
{
  mull_fact_section_begin (self->months);
  for (guint i = figures->months->len; i > 0; i--)
    show_month (self, &g_array_index (figures->months, MullDriftMonth, i - 1));
  add_share (self->months, _ ("Planned talks without a plan"), (guint) figures->talks.without_plan,
             (guint) figures->talks.planned);
  mull_fact_section_end (self->months);
}

static void
reload (MullFiguresPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullFigures) figures = mull_figures_load (self->workspace, &error);

  mull_refresher_note_read (self->refresher);
  if (figures == NULL)
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  show_promises (self, &figures->promises);
  show_closes (self, &figures->closes);
  show_roadblocks (self, &figures->roadblocks);
  show_holes (self, figures);
  show_months (self, figures);
}

static void
refresh (GtkWidget *widget)
{
  reload (MULL_FIGURES_PAGE (widget));
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_figures_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((MullFiguresPageProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, _ ("Figures"));
      break;
    }
}

static void
mull_figures_page_dispose (GObject *object)
{
  MullFiguresPage *self = MULL_FIGURES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_FIGURES_PAGE);
  g_clear_object (&self->refresher);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_figures_page_parent_class)->dispose (object);
}

static void
mull_figures_page_class_init (MullFiguresPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_figures_page_dispose;
  object_class->get_property = mull_figures_page_get_property;

  /**
   * MullFiguresPage:title:
   *
   * The title of the window while the page is shown.
   */
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_FACT_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/figures/mull-figures-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MullFiguresPage, promises);
  gtk_widget_class_bind_template_child (widget_class, MullFiguresPage, closes);
  gtk_widget_class_bind_template_child (widget_class, MullFiguresPage, roadblocks);
  gtk_widget_class_bind_template_child (widget_class, MullFiguresPage, holes);
  gtk_widget_class_bind_template_child (widget_class, MullFiguresPage, months);
}

static void
mull_figures_page_init (MullFiguresPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_figures_page_new:
 *
 * Returns: (transfer floating): the page
 */
MullFiguresPage *
mull_figures_page_new (MullWorkspace *workspace)
{
  MullFiguresPage *self = g_object_new (MULL_TYPE_FIGURES_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->refresher = mull_refresher_new (GTK_WIDGET (self), workspace, NULL, refresh);
  reload (self);
  return self;
}
