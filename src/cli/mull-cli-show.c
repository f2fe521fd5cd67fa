/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-show"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-cli-page.h"
#include "mull-commitment-rules.h"
#include "mull-deal-advice.h"
#include "mull-four-questions.h"
#include "mull-hole-rules.h"
#include "mull-investment.h"
#include "mull-quiet-rules.h"
#include "mull-reason.h"
#include "mull-text.h"
#include "mull-timeline.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where the texts begin that stand behind labels. */
#define LABEL_WIDTH 14
/* How much of the timeline is shown unless somebody asks for more. */
#define N_ENTRIES "10"
#define MAX_ENTRIES 1000

typedef struct
{
  MullCliContext *context;
  MullDossier *dossier;
  GTimeZone *zone;
  GString *out;
} Page;

static void
add_item (const Page *page, const char *label, const char *text)
{
  mull_cli_page_add_item (page->out, 0, LABEL_WIDTH, label, text);
}

static char *
format_instant_day (const Page *page, gint64 at)
{
  g_autofree char *day =
      mull_day_format_short (mull_day_from_instant (at, page->zone), page->dossier->today);

  return g_steal_pointer (&day);
}

/* "a · b · c", without those that are empty. */
static char *
join (const char *const *parts, guint n_parts)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < n_parts; i++)
    mull_text_append_part (line, parts[i]);
  return g_string_free (line, FALSE);
}

/* ── Whose move ───────────────────────────────────────────────────────── */

/* The words of the program, whatever the language: scripts read them. */
static char *
format_state (const MullMoveVerdict *verdict)
{
  g_autofree char *words = g_strdup (mull_enum_nick (MULL_TYPE_MOVE_STATE, verdict->state));
  g_autofree char *day = verdict->on != MULL_DAY_NONE ? mull_day_to_iso (verdict->on) : NULL;

  g_strdelimit (words, "-", ' ');
  return day != NULL ? g_strdup_printf ("%s %s", words, day) : g_steal_pointer (&words);
}

static void
add_reasons (GString *out, MullDossier *dossier)
{
  g_autoptr (GPtrArray) reasons = mull_move_state_explain (
      &dossier->facts, dossier->stage->dark_days, &dossier->thresholds, dossier->today);
  static const MullMoveFlags flags[] = { MULL_MOVE_WE_WENT_QUIET, MULL_MOVE_ONLY_ONE_TRY,
                                         MULL_MOVE_NOT_TRIED };

  for (guint i = 0; i < reasons->len; i++)
    mull_cli_page_add_item (out, 0, 2, "-", ((MullReason *) reasons->pdata[i])->text);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if ((dossier->verdict.flags & flags[i]) != 0)
      mull_cli_page_add_item (out, 0, 2, "-", mull_move_flag_label (flags[i]));
}

static int
run_state (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, NULL, 1, 1, &status);
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (MullDealAdvice) advice = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *state = NULL;

  if (rest == NULL)
    return status;
  dossier = mull_cli_load_dossier (context->workspace, rest[0], &error);
  if (dossier == NULL)
    return mull_cli_refuse (context, error);
  state = format_state (&dossier->verdict);
  advice = mull_deal_advice_new (dossier);
  mull_cli_say (context, "%s", state);
  add_reasons (context->out, dossier);
  if (advice->advice != MULL_ADVICE_NONE)
    {
      mull_cli_page_add_item (context->out, 0, 2, "→", mull_advice_label (advice->advice));
      for (guint i = 0; i < advice->reasons->len; i++)
        mull_cli_page_add_item (context->out, 2, 2, "-",
                                ((MullReason *) advice->reasons->pdata[i])->text);
    }
  return MULL_CLI_DONE;
}

/* ── The head of the page ─────────────────────────────────────────────── */

static void
add_place (const Page *page)
{
  const MullDossier *dossier = page->dossier;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, dossier->deal->record.id);
  g_autofree char *value = mull_dossier_format_value (page->dossier);
  /* Translators: where a deal is: a stage and its pipeline */
  g_autofree char *stage =
      g_strdup_printf (_ ("%s (%s)"), dossier->stage->name, dossier->pipeline->name);
  const char *parts[] = { dossier->company != NULL ? dossier->company->name : NULL, stage, value };
  g_autofree char *line = join (parts, G_N_ELEMENTS (parts));

  mull_cli_page_add_title (page->out, dossier->deal->title);
  mull_cli_page_add_text (page->out, 0, line);
  g_string_append_c (page->out, '\n');
  /* Translators: the number by which a deal is called on the command line */
  add_item (page, _ ("Id"), id);
}

static void
add_next (const Page *page)
{
  const MullNextStep *next = &page->dossier->next;
  g_autofree char *day = NULL;
  g_autofree char *line = NULL;

  if (next->kind == MULL_NEXT_STEP_NONE)
    {
      add_item (page, _ ("Next step"), _ ("none"));
      return;
    }
  day = mull_day_format_short (next->on, page->dossier->today);
  {
    const char *parts[] = { day, next->text, next->overdue ? _ ("overdue") : NULL };

    line = join (parts, G_N_ELEMENTS (parts));
  }
  add_item (page, _ ("Next step"), line);
}

static void
add_standing (const Page *page)
{
  const MullDossier *dossier = page->dossier;
  g_autofree char *move = mull_move_state_format (dossier->verdict.state, dossier->verdict.on,
                                                  dossier->verdict.flags, dossier->today);

  add_item (page, _ ("Whose move"), move);
  if (dossier->deal->outcome != MULL_OUTCOME_OPEN)
    {
      const char *parts[] = { mull_outcome_label (dossier->deal->outcome),
                              dossier->deal->outcome_reason };
      g_autofree char *line = join (parts, G_N_ELEMENTS (parts));

      add_item (page, _ ("Outcome"), line);
    }
  else
    add_next (page);
  if (dossier->deal->expected_on != MULL_DAY_NONE)
    {
      g_autofree char *day = mull_day_format (dossier->deal->expected_on);

      add_item (page, _ ("Their date"), day);
    }
}

static void
add_plan (const Page *page)
{
  const MullDeal *deal = page->dossier->deal;

  if (*deal->plan_outcome != '\0')
    add_item (page, _ ("I want"), deal->plan_outcome);
  if (*deal->plan_gets != '\0')
    add_item (page, _ ("They get"), deal->plan_gets);
  if (*deal->plan_ask != '\0')
    add_item (page, _ ("I will ask"), deal->plan_ask);
}

/* ── Words, holes, roadblock ──────────────────────────────────────────── */

static void
add_words (const Page *page)
{
  const MullDossier *dossier = page->dossier;
  const MullEntry *entry = dossier->last_words_entry;
  MullDossierPerson *speaker;
  g_autofree char *quoted = NULL;
  g_autofree char *day = NULL;
  g_autofree char *line = NULL;

  if (dossier->last_words == NULL || entry == NULL)
    return;
  mull_cli_page_add_section (page->out, _ ("Their last words"));
  quoted = g_strdup_printf ("“%s”", dossier->last_words);
  mull_cli_page_add_text (page->out, 0, quoted);
  speaker = mull_dossier_get_person (page->dossier, entry->person_id);
  day = format_instant_day (page, entry->happened_at);
  {
    const char *parts[] = { speaker != NULL ? speaker->person->name : NULL, day };

    line = join (parts, G_N_ELEMENTS (parts));
  }
  mull_cli_page_add_text (page->out, 2, line);
}

static void
add_holes (const Page *page)
{
  const MullHole *first = mull_dossier_get_hole (page->dossier);

  if (first == NULL)
    return;
  mull_cli_page_add_section (page->out, _ ("What we left without"));
  for (guint i = 0; i < page->dossier->holes->len; i++)
    {
      const MullHole *hole = page->dossier->holes->pdata[i];

      if (!mull_hole_is_unsettled (hole))
        continue;
      add_item (page, mull_hole_kind_label (hole->kind), hole->text);
      if (hole == first && *hole->why != '\0')
        mull_cli_page_add_item (page->out, LABEL_WIDTH, 0, "", hole->why);
    }
}

static void
add_roadblock (const Page *page)
{
  const MullRoadblock *roadblock = mull_dossier_get_roadblock (page->dossier);

  if (roadblock == NULL)
    return;
  mull_cli_page_add_section (page->out, _ ("Roadblock"));
  add_item (page, _ ("They said"), roadblock->symptom);
  if (*roadblock->underlying != '\0')
    add_item (page, _ ("Underneath"), roadblock->underlying);
  if (*roadblock->takes != '\0')
    add_item (page, _ ("It takes"), roadblock->takes);
}

static void
add_quiets (const Page *page)
{
  GPtrArray *quiets = page->dossier->quiets;

  for (guint i = 0; i < quiets->len; i++)
    {
      const MullQuiet *quiet = quiets->pdata[i];
      g_autofree char *until = mull_quiet_format (quiet);
      g_autofree char *told = mull_quiet_format_told (quiet);
      /* Translators: "until 1 July", the customer's own words, "told 2 times" */
      g_autofree char *line =
          g_strdup_printf (_ ("%1$s: “%2$s” (%3$s)"), until, quiet->words, told);

      if (i == 0)
        mull_cli_page_add_section (page->out, _ ("Quiet"));
      add_item (page, mull_quiet_scope_label (quiet->scope), line);
    }
}

/* ── People ───────────────────────────────────────────────────────────── */

static void
add_person (const Page *page, const MullDossierPerson *person)
{
  const MullMember *member = person->member;
  g_autofree char *spoke = NULL;
  g_autofree char *decides = NULL;
  g_autofree char *line = NULL;
  g_autofree char *head = NULL;

  if (person->last_spoke_at != MULL_INSTANT_NONE)
    {
      g_autofree char *day = mull_day_format_relative (
          mull_day_from_instant (person->last_spoke_at, page->zone), page->dossier->today);

      /* Translators: when we last spoke with somebody */
      spoke = g_strdup_printf (_ ("spoke %s"), day);
    }
  if (member->decides != MULL_TERNARY_UNKNOWN)
    decides =
        g_strdup (member->decides == MULL_TERNARY_YES ? _ ("decides") : _ ("does not decide"));
  {
    const char *parts[] = {
      person->person->title,
      member->role != MULL_ROLE_UNKNOWN ? mull_role_label (member->role) : NULL,
      decides,
      spoke != NULL ? spoke : _ ("never spoke"),
    };
    const char *head_parts[] = { person->person->name, person->phone };

    line = join (parts, G_N_ELEMENTS (parts));
    head = join (head_parts, G_N_ELEMENTS (head_parts));
  }
  mull_cli_page_add_text (page->out, 0, head);
  mull_cli_page_add_text (page->out, 2, line);
}

static void
add_people (const Page *page)
{
  GPtrArray *people = page->dossier->people;

  if (people->len == 0)
    return;
  mull_cli_page_add_section (page->out, _ ("Buying centre"));
  for (guint i = 0; i < people->len; i++)
    add_person (page, people->pdata[i]);
}

/* ── Questions, promises, effort ──────────────────────────────────────── */

static void
add_questions (const Page *page)
{
  const MullDossier *dossier = page->dossier;
  gboolean any = FALSE;

  for (int i = 0; i < MULL_N_QUESTIONS; i++)
    {
      const MullQualification *answer = dossier->answers[i];
      g_autofree char *line = NULL;

      if (answer == NULL)
        continue;
      if (!any)
        mull_cli_page_add_section (page->out, _ ("Four questions"));
      any = TRUE;
      {
        const char *parts[] = { mull_answer_mark_label (mull_four_questions_mark (
                                    answer, &dossier->thresholds, dossier->today, page->zone)),
                                answer->evidence };

        line = join (parts, G_N_ELEMENTS (parts));
      }
      mull_cli_page_add_item (page->out, 0, 30, mull_question_name (i + 1), line);
    }
}

static void
add_promises (const Page *page)
{
  GPtrArray *commitments = page->dossier->commitments;

  for (guint i = 0; i < commitments->len; i++)
    {
      const MullCommitment *commitment = commitments->pdata[i];
      g_autofree char *day = mull_day_format_short (commitment->due_on, page->dossier->today);
      const char *state = mull_commitment_is_overdue (commitment, page->dossier->today)
                              ? _ ("overdue")
                              : mull_commitment_state_label (commitment->state);
      const char *parts[] = { commitment->words, day, state };
      g_autofree char *line = join (parts, G_N_ELEMENTS (parts));

      if (i == 0)
        mull_cli_page_add_section (page->out, _ ("Promises"));
      add_item (page, mull_side_label (commitment->side), line);
    }
}

static void
add_effort (const Page *page)
{
  g_autoptr (MullInvestment) investment = mull_investment_new (
      page->dossier->entries, page->dossier->commitments, page->dossier->today, page->zone);
  gint64 minutes = investment->total.minutes;
  g_autofree char *next = mull_investment_format_next (page->dossier->touches);
  g_autofree char *time = NULL;
  g_autoptr (GString) line = NULL;

  if (*next != '\0')
    {
      mull_cli_page_add_section (page->out, _ ("What the next step would cost"));
      mull_cli_page_add_text (page->out, 0, next);
    }
  if (minutes == 0 && investment->total.costs->len == 0)
    return;
  /* Translators: time spent on a deal: hours and minutes */
  time = g_strdup_printf (_ ("%d h %02d min"), (int) (minutes / 60), (int) (minutes % 60));
  line = g_string_new (time);
  for (guint i = 0; i < investment->total.costs->len; i++)
    {
      g_autofree char *cost =
          mull_money_format (&g_array_index (investment->total.costs, MullMoney, i));

      g_string_append_printf (line, " · %s", cost);
    }
  mull_cli_page_add_section (page->out, _ ("Spent so far"));
  mull_cli_page_add_text (page->out, 0, line->str);
}

/* ── Timeline ─────────────────────────────────────────────────────────── */

static void
add_entry (const Page *page, const MullTimelineItem *item)
{
  const MullEntry *entry = item->entry;
  g_autofree char *day = format_instant_day (page, entry->happened_at);
  g_autofree char *line = mull_entry_dup_line (entry);
  /* Translators: an entry that is never printed */
  const char *parts[] = { mull_touch_phrase (entry->kind, entry->direction, entry->reached),
                          item->person, entry->private ? _ ("private") : NULL };
  g_autofree char *head = join (parts, G_N_ELEMENTS (parts));

  add_item (page, day, head);
  if (*line != '\0')
    mull_cli_page_add_item (page->out, LABEL_WIDTH, 0, "", line);
  if (*item->words != '\0')
    {
      g_autofree char *quoted = g_strdup_printf ("“%s”", item->words);

      mull_cli_page_add_item (page->out, LABEL_WIDTH, 0, "", quoted);
    }
}

static gboolean
add_timeline (const Page *page, guint limit, GError **error)
{
  MullWorkspace *workspace = page->context->workspace;
  gint64 deal_id = page->dossier->deal->record.id;
  g_autoptr (GPtrArray) items = NULL;
  guint n_shown, n_hidden;

  if (limit == 0)
    return TRUE;
  items = mull_timeline_load_page (workspace, deal_id, NULL, NULL, limit, error);
  if (items == NULL || !mull_timeline_count (workspace, deal_id, NULL, &n_shown, &n_hidden, error))
    return FALSE;
  if (items->len == 0)
    return TRUE;
  mull_cli_page_add_section (page->out, _ ("Timeline"));
  for (guint i = 0; i < items->len; i++)
    add_entry (page, items->pdata[i]);
  if (n_shown > items->len)
    {
      guint n_more = n_shown - items->len;

      g_string_append_printf (page->out, ngettext ("+%u older entry", "+%u older entries", n_more),
                              n_more);
      g_string_append_c (page->out, '\n');
    }
  return TRUE;
}

static int
run_show (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *entries_text = NULL;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("entries", &entries_text),
    MULL_CLI_NO_MORE,
  };
  int status, limit;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 1, &status);
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  Page page;

  if (rest == NULL)
    return status;
  if (!mull_cli_read_number (entries_text != NULL ? entries_text : N_ENTRIES, "--entries", 0,
                             MAX_ENTRIES, &limit, &error) ||
      (dossier = mull_cli_load_dossier (context->workspace, rest[0], &error)) == NULL)
    return mull_cli_refuse (context, error);
  page =
      (Page){ context, dossier, mull_clock_get_zone (mull_workspace_get_clock (context->workspace)),
              context->out };
  add_place (&page);
  add_standing (&page);
  add_plan (&page);
  add_words (&page);
  add_holes (&page);
  add_quiets (&page);
  add_roadblock (&page);
  add_people (&page);
  add_questions (&page);
  add_promises (&page);
  add_effort (&page);
  return add_timeline (&page, (guint) limit, &error) ? MULL_CLI_DONE
                                                     : mull_cli_refuse (context, error);
}

const MullCliCommand mull_cli_show_commands[] = {
  { "show", "DEAL [--entries N]", N_ ("Show everything about a deal"), run_show },
  { "state", "DEAL", N_ ("Say whose move it is, since when, and why"), run_state },
  { NULL, NULL, NULL, NULL },
};
