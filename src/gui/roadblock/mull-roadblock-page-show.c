/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-roadblock-page"

#include "config.h"

#include "mull-roadblock-page-private.h"

#include "mull-text.h"
#include "mull-widget.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* What a roadblock shows: head, reasons, the next step, and each of the eight steps. */

/* The symptom is struck through once the reason is confirmed, and the reason takes its place. */
static void
show_head (MullRoadblockPage *self)
{
  const MullRoadblock *roadblock = self->shown->roadblock;
  gboolean struck = mull_roadblock_is_struck (roadblock);
  MullDay today = mull_workspace_get_today (self->workspace);
  g_autofree char *words = g_strdup_printf (_ ("“%s”"), roadblock->symptom);
  g_autofree char *day = mull_day_format_relative (roadblock->symptom_on, today);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GString) about = g_string_new (NULL);

  pango_attr_list_insert (attributes, pango_attr_strikethrough_new (struck));
  gtk_label_set_attributes (self->symptom_words, attributes);
  gtk_label_set_text (self->symptom_words, words);
  if (struck)
    gtk_widget_add_css_class (GTK_WIDGET (self->symptom_words), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->symptom_words), "dim-label");
  gtk_label_set_text (self->cause_words, roadblock->underlying);
  gtk_widget_set_visible (GTK_WIDGET (self->cause_words), struck);
  mull_text_append_part (about, self->shown->speaker);
  mull_text_append_part (about, day);
  mull_text_append_part (about, mull_entry_kind_label (roadblock->channel));
  gtk_label_set_text (self->about, about->str);
}

/* The one loud thing: the step that it waits at; a walk-away comes before it. */
static void
show_next (MullRoadblockPage *self)
{
  MullRoadblockStep step = self->shown->step;
  gboolean open = self->shown->roadblock->outcome == MULL_ROADBLOCK_OPEN;

  gtk_widget_set_visible (self->next_box, open);
  gtk_widget_set_visible (self->walk_away, mull_roadblock_offers_walk_away (
                                               self->shown->roadblock, self->shown->facts.problem,
                                               self->shown->facts.serious));
  if (!open)
    return;
  gtk_label_set_text (self->next, mull_roadblock_next_prompt (&self->shown->facts));
  gtk_button_set_label (self->next_button, mull_roadblock_step_label (step));
  mull_widget_make_ready (self->next_box);
}

static void
show_questions (MullRoadblockPage *self)
{
  static const char *const names[] = { N_ ("Right customer"), N_ ("Real problem"),
                                       N_ ("Superior solution"), N_ ("Serious alternative") };
  GtkFlowBoxChild *old;

  while ((old = gtk_flow_box_get_child_at_index (self->questions, 0)) != NULL)
    gtk_flow_box_remove (self->questions, GTK_WIDGET (old));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      MullTernary answer = self->shown->questions[i];
      g_autofree char *text =
          g_strdup_printf ("%s: %s", _ (names[i]),
                           answer == MULL_TERNARY_UNKNOWN ? "?" : mull_ternary_label (answer));
      GtkWidget *badge = gtk_label_new (text);

      gtk_label_set_ellipsize (GTK_LABEL (badge), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (badge, "badge");
      gtk_widget_add_css_class (badge, answer == MULL_TERNARY_YES  ? "state-kept"
                                       : answer == MULL_TERNARY_NO ? "state-dark"
                                                                   : "state-theirs");
      gtk_widget_set_tooltip_text (badge, text);
      gtk_widget_set_halign (badge, GTK_ALIGN_START);
      gtk_flow_box_append (self->questions, badge);
      gtk_widget_set_focusable (gtk_widget_get_parent (badge), FALSE);
    }
}

static void
add_row (MullFactSection *section, const char *title, const char *about)
{
  if (*title != '\0')
    mull_fact_row_set_text (mull_fact_section_next (section), title, about);
}

static void
append_item (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static GMenu *
make_menu (const char *edit, const char *delete, gint64 id)
{
  GMenu *menu = g_menu_new ();

  append_item (menu, _ ("_Edit…"), edit, id);
  append_item (menu, _ ("_Delete"), delete, id);
  return menu;
}

static void
show_ladder (MullRoadblockPage *self)
{
  mull_fact_section_begin (self->ladder);
  for (guint i = 0; i < self->shown->answers->len; i++)
    {
      const MullRoadblockAnswer *answer = self->shown->answers->pdata[i];
      MullFactRow *row = mull_fact_section_next (self->ladder);
      g_autoptr (GMenu) menu =
          make_menu ("roadblock.edit-answer", "roadblock.delete-answer", answer->record.id);
      g_autoptr (GString) note = g_string_new (NULL);

      mull_fact_row_set_text (row, answer->question,
                              *answer->answer != '\0' ? answer->answer : NULL);
      if (*answer->answer != '\0')
        {
          mull_text_append_part (note, self->shown->people->pdata[i]);
          mull_text_append_part (note, mull_answer_source_label (answer->source));
          mull_fact_row_set_note (row, NULL, note->str,
                                  answer->source == MULL_ANSWER_HEARD ? "state-kept"
                                                                      : "state-theirs");
        }
      mull_fact_row_set_menu (row, G_MENU_MODEL (menu));
    }
  mull_fact_section_end (self->ladder);
}

static void
show_help (MullRoadblockPage *self)
{
  MullDay today = mull_workspace_get_today (self->workspace);

  mull_fact_section_begin (self->help);
  for (guint i = 0; i < self->shown->helps->len; i++)
    {
      const MullRoadblockHelp *help = self->shown->helps->pdata[i];
      MullFactRow *row = mull_fact_section_next (self->help);
      g_autoptr (GMenu) menu =
          make_menu ("roadblock.edit-help", "roadblock.delete-help", help->record.id);
      g_autofree char *day = mull_day_format_relative (help->asked_on, today);
      g_autoptr (GString) title = g_string_new (help->helper);

      mull_text_append_part (title, day);
      mull_fact_row_set_text (row, title->str, *help->asked != '\0' ? help->asked : NULL);
      if (*help->answer != '\0')
        mull_fact_row_set_note (row, "object-select-symbolic", help->answer, "state-kept");
      mull_fact_row_set_menu (row, G_MENU_MODEL (menu));
    }
  mull_fact_section_end (self->help);
}

static void
show_cause (MullRoadblockPage *self)
{
  const MullRoadblock *roadblock = self->shown->roadblock;

  mull_fact_section_begin (self->cause);
  if (*roadblock->underlying != '\0')
    {
      MullFactRow *row = mull_fact_section_next (self->cause);
      g_autofree char *day = NULL;
      g_autoptr (GString) note = g_string_new (mull_truth_label (roadblock->truth));

      if (roadblock->confirmed_on != MULL_DAY_NONE)
        day = mull_day_format (roadblock->confirmed_on);
      mull_text_append_part (note, day);
      mull_fact_row_set_text (
          row, roadblock->underlying,
          roadblock->cause != MULL_CAUSE_UNKNOWN ? mull_cause_label (roadblock->cause) : NULL);
      mull_fact_row_set_note (row, NULL, note->str,
                              roadblock->truth == MULL_TRUTH_CONFIRMED ? "state-kept"
                              : roadblock->truth == MULL_TRUTH_GUESS   ? "state-risk"
                                                                       : "state-theirs");
    }
  mull_fact_section_end (self->cause);
}

static void
show_takes (MullRoadblockPage *self)
{
  const MullRoadblock *roadblock = self->shown->roadblock;
  g_autofree char *by = mull_day_format (roadblock->takes_by_on);

  mull_fact_section_begin (self->takes);
  add_row (self->takes, roadblock->takes,
           *roadblock->takes_who != '\0' ? roadblock->takes_who : NULL);
  add_row (self->takes, by, _ ("By when"));
  add_row (self->takes, roadblock->we_give, _ ("What we give"));
  add_row (self->takes, roadblock->costs_not, _ ("If we do not"));
  mull_fact_section_end (self->takes);
}

static void
show_short_steps (MullRoadblockPage *self)
{
  const MullRoadblock *roadblock = self->shown->roadblock;
  g_autofree char *day = mull_day_format (roadblock->symptom_on);
  g_autofree char *settled = mull_day_format (roadblock->outcome_on);
  g_autofree char *believe = NULL;

  if (roadblock->believe != MULL_TERNARY_UNKNOWN)
    /* Translators: whether the rep believes in it: "Yes" or "No" */
    believe =
        g_strdup_printf (_ ("Do you believe in it? %s"), mull_ternary_label (roadblock->believe));
  mull_fact_section_begin (self->symptom);
  add_row (self->symptom, day, believe);
  mull_fact_section_end (self->symptom);

  mull_fact_section_begin (self->no);
  if (roadblock->said_no != MULL_SAID_NO_UNASKED)
    add_row (self->no, mull_said_no_label (roadblock->said_no), NULL);
  mull_fact_section_end (self->no);

  mull_fact_section_begin (self->back);
  if (self->shown->facts.brought_back)
    add_row (self->back, _ ("They have heard it."), NULL);
  mull_fact_section_end (self->back);

  mull_fact_section_begin (self->outcome);
  if (roadblock->outcome != MULL_ROADBLOCK_OPEN)
    {
      add_row (self->outcome, mull_roadblock_outcome_label (roadblock->outcome), settled);
      add_row (self->outcome, roadblock->lesson, _ ("Lesson"));
      add_row (self->outcome, self->shown->behind, _ ("Behind it"));
    }
  mull_fact_section_end (self->outcome);
}

static void
show_title (MullRoadblockPage *self)
{
  int age =
      mull_roadblock_get_age (self->shown->roadblock, mull_workspace_get_today (self->workspace));
  g_autofree char *subtitle = NULL;

  /* Translators: the age of a roadblock */
  subtitle =
      g_strdup_printf (ngettext ("Roadblock · %d day", "Roadblock · %d days", (gulong) age), age);
  adw_window_title_set_title (self->window_title, self->shown->deal);
  adw_window_title_set_subtitle (self->window_title, subtitle);
}

/**
 * mull_roadblock_page_show:
 *
 * Shows the roadblock that was loaded.
 */
void
mull_roadblock_page_show (MullRoadblockPage *self)
{
  show_title (self);
  show_head (self);
  mull_reason_list_show (self->reasons, self->shown->reasons);
  show_next (self);
  show_questions (self);
  show_short_steps (self);
  show_ladder (self);
  show_cause (self);
  show_takes (self);
  show_help (self);
}
