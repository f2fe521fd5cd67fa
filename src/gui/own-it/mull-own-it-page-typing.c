/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-own-it-page"

#include "config.h"

#include "mull-own-it-page-private.h"

#include "mull-feedback.h"
#include "mull-own-it-rules.h"
#include "mull-text-limit.h"

#include <glib/gi18n-lib.h>

/* What is typed, as one value: what cannot and can be done, what was tried, whether it is said to
 * be the first time, the lesson, and the ways out. It is the draft, too. */
#define TYPED "(sssbsa" MULL_WAY_OUT_TYPED ")"

/* ── Texts ────────────────────────────────────────────────────────────── */

/**
 * mull_own_it_page_dup_text:
 * @view: a field
 *
 * Returns: (transfer full): what is typed in it
 */
char *
mull_own_it_page_dup_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* The cursor must not be taken away from who types. */
static void
show_text (GtkTextView *view, const char *text)
{
  g_autofree char *shown = mull_own_it_page_dup_text (view);

  if (!g_str_equal (shown, text))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

/* ── Ways out ─────────────────────────────────────────────────────────── */

static void
number_ways (MullOwnItPage *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->ways));
  gboolean several = first != NULL && gtk_widget_get_next_sibling (first) != NULL;
  gboolean is_chosen = FALSE;
  guint place = 0;

  for (GtkWidget *row = first; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      mull_way_out_row_set_place (MULL_WAY_OUT_ROW (row), ++place, MULL_WAY_OUT_ROW (first));
      mull_way_out_row_set_may_choose (MULL_WAY_OUT_ROW (row), several);
      is_chosen |= mull_way_out_row_is_chosen (MULL_WAY_OUT_ROW (row));
    }
  if (first != NULL && !is_chosen)
    mull_way_out_row_set_chosen (MULL_WAY_OUT_ROW (first));
}

static void
on_way_changed_cb (MullOwnItPage *self)
{
  mull_own_it_page_note_typed (self);
}

/* Only where there are others: one is always there to be typed in. */
static void
on_way_removed_cb (MullOwnItPage *self, MullWayOutRow *row)
{
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (row));

  if (next == NULL)
    next = gtk_widget_get_prev_sibling (GTK_WIDGET (row));
  gtk_box_remove (self->ways, GTK_WIDGET (row));
  number_ways (self);
  gtk_widget_grab_focus (next);
  mull_own_it_page_note_typed (self);
}

static MullWayOutRow *
append_way (MullOwnItPage *self)
{
  MullWayOutRow *row = mull_way_out_row_new (self->shown->dossier->today);

  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_way_changed_cb), self);
  g_signal_connect_swapped (row, "removed", G_CALLBACK (on_way_removed_cb), self);
  gtk_box_append (self->ways, GTK_WIDGET (row));
  return row;
}

/**
 * mull_own_it_page_add_way:
 *
 * Adds a row for another way out, and leads there.
 */
void
mull_own_it_page_add_way (MullOwnItPage *self)
{
  MullWayOutRow *row = append_way (self);

  number_ways (self);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
type_ways (MullOwnItPage *self, GVariant *ways)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->ways));
  gsize n = MAX (g_variant_n_children (ways), 1);

  for (gsize i = 0; i < n; i++)
    {
      if (row == NULL)
        row = GTK_WIDGET (append_way (self));
      mull_way_out_row_set_today (MULL_WAY_OUT_ROW (row), self->shown->dossier->today);
      row = gtk_widget_get_next_sibling (row);
    }
  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      gtk_box_remove (self->ways, row);
      row = next;
    }
  number_ways (self);
  row = gtk_widget_get_first_child (GTK_WIDGET (self->ways));
  if (g_variant_n_children (ways) == 0)
    mull_way_out_row_clear (MULL_WAY_OUT_ROW (row));
  for (gsize i = 0; i < g_variant_n_children (ways); i++)
    {
      g_autoptr (GVariant) way = g_variant_get_child_value (ways, i);

      mull_way_out_row_set_typed (MULL_WAY_OUT_ROW (row), way);
      row = gtk_widget_get_next_sibling (row);
    }
}

static void
add_typed_ways (MullOwnItPage *self, GVariantBuilder *builder)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->ways)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (!mull_way_out_row_is_empty (MULL_WAY_OUT_ROW (row)))
      g_variant_builder_add_value (builder, mull_way_out_row_get_typed (MULL_WAY_OUT_ROW (row)));
}

/* One of them is the first to be offered, if there are any. */
static GVariant *
choose_one (GVariant *floating)
{
  g_autoptr (GVariant) ways = g_variant_ref_sink (floating);
  GVariantBuilder builder;
  gboolean any = FALSE;

  for (gsize i = 0; i < g_variant_n_children (ways); i++)
    {
      gboolean chosen;

      g_variant_get_child (ways, i, "(&s&s&sb)", NULL, NULL, NULL, &chosen);
      any |= chosen;
    }
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" MULL_WAY_OUT_TYPED));
  for (gsize i = 0; i < g_variant_n_children (ways); i++)
    {
      const char *text, *day, *cost;
      gboolean chosen;

      g_variant_get_child (ways, i, "(&s&s&sb)", &text, &day, &cost, &chosen);
      g_variant_builder_add (&builder, MULL_WAY_OUT_TYPED, text, day, cost, any ? chosen : i == 0);
      any |= chosen;
    }
  return g_variant_builder_end (&builder);
}

/* ── The whole ────────────────────────────────────────────────────────── */

static GVariant *
get_typed (MullOwnItPage *self)
{
  g_autofree char *cannot = mull_own_it_page_dup_text (self->cannot);
  g_autofree char *can = mull_own_it_page_dup_text (self->can);
  g_autofree char *effort = mull_own_it_page_dup_text (self->effort);
  g_autofree char *lesson = mull_own_it_page_dup_text (self->lesson);
  GVariantBuilder ways;

  g_variant_builder_init (&ways, G_VARIANT_TYPE ("a" MULL_WAY_OUT_TYPED));
  add_typed_ways (self, &ways);
  return g_variant_ref_sink (g_variant_new ("(sssbs@a" MULL_WAY_OUT_TYPED ")", cannot, can, effort,
                                            gtk_check_button_get_active (self->first_time), lesson,
                                            choose_one (g_variant_builder_end (&ways))));
}

/* Made once: it goes through the whole timeline. */
static void
note_known (MullOwnItPage *self)
{
  g_autofree char *known =
      mull_own_it_list_effort (self->shown->commitment, self->shown->dossier->entries,
                               mull_clock_get_zone (mull_workspace_get_clock (self->workspace)));

  g_clear_pointer (&self->known, g_strfreev);
  self->known = g_strsplit (known, "\n", -1);
}

static const char *
get_stored_lesson (MullOwnItPage *self)
{
  const char *lesson;

  g_variant_get_child (self->stored, 4, "&s", &lesson);
  return lesson;
}

/**
 * mull_own_it_page_note_stored:
 *
 * Remembers what is saved, to know what is not.
 */
void
mull_own_it_page_note_stored (MullOwnItPage *self)
{
  const MullOwnIt *own = self->shown->own;
  GVariantBuilder ways;

  g_variant_builder_init (&ways, G_VARIANT_TYPE ("a" MULL_WAY_OUT_TYPED));
  for (guint i = 0; i < self->shown->ways->len; i++)
    g_variant_builder_add_value (&ways, mull_way_out_to_typed (self->shown->ways->pdata[i]));
  g_clear_pointer (&self->stored, g_variant_unref);
  self->stored = g_variant_ref_sink (
      g_variant_new ("(sssbs@a" MULL_WAY_OUT_TYPED ")", own->cannot, own->can, own->effort,
                     own->say_first_time, own->lesson, choose_one (g_variant_builder_end (&ways))));
  note_known (self);
}

/**
 * mull_own_it_page_differs:
 *
 * Returns: whether a field, in sight or not, holds something else than what is saved
 */
gboolean
mull_own_it_page_differs (MullOwnItPage *self)
{
  g_autoptr (GVariant) typed = NULL;

  if (self->shown == NULL)
    return FALSE;
  typed = get_typed (self);
  return !g_variant_equal (typed, self->stored);
}

/**
 * mull_own_it_page_is_changed:
 *
 * After the call that is the lesson alone: the other fields are hidden. What was typed there stays
 * a draft, for the case that the call is undone.
 *
 * Returns: whether something is typed that can be saved
 */
gboolean
mull_own_it_page_is_changed (MullOwnItPage *self)
{
  g_autofree char *lesson = NULL;

  if (self->shown == NULL || !mull_own_it_page_is_done (self))
    return mull_own_it_page_differs (self);
  lesson = mull_own_it_page_dup_text (self->lesson);
  return !g_str_equal (lesson, get_stored_lesson (self));
}

/**
 * mull_own_it_page_dup_draft:
 * @page: the page
 *
 * Returns: (transfer full) (nullable): what is typed and not saved
 */
char *
mull_own_it_page_dup_draft (GtkWidget *page)
{
  MullOwnItPage *self = MULL_OWN_IT_PAGE (page);
  g_autoptr (GVariant) typed = NULL;

  if (!mull_own_it_page_differs (self))
    return NULL;
  typed = get_typed (self);
  return g_variant_print (typed, FALSE);
}

static void
update_actions (MullOwnItPage *self)
{
  gboolean changed = mull_own_it_page_is_changed (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "own-it.save", changed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "own-it.discard", changed);
}

/**
 * mull_own_it_page_type:
 * @typed: (transfer none): the page's @stored, or a draft
 *
 * Types it into the fields.
 */
void
mull_own_it_page_type (MullOwnItPage *self, GVariant *typed)
{
  const char *cannot, *can, *effort, *lesson;
  g_autoptr (GVariant) ways = NULL;
  gboolean first_time;

  g_variant_get (typed, "(&s&s&sb&s@a" MULL_WAY_OUT_TYPED ")", &cannot, &can, &effort, &first_time,
                 &lesson, &ways);
  self->showing = TRUE;
  show_text (self->cannot, cannot);
  show_text (self->can, can);
  show_text (self->effort, effort);
  show_text (self->lesson, lesson);
  gtk_check_button_set_active (self->first_time, first_time);
  type_ways (self, ways);
  mull_field_box_set_problem (self->cannot_field, NULL);
  mull_field_box_set_problem (self->first_time_field, NULL);
  self->showing = FALSE;
  mull_kept_line_clear (self->kept);
  update_actions (self);
  mull_own_it_page_update_fields (self);
  mull_own_it_page_schedule_review (self);
}

/**
 * mull_own_it_page_type_lesson:
 *
 * Types the lesson that is saved. What else was typed stays, and stays a draft.
 */
void
mull_own_it_page_type_lesson (MullOwnItPage *self)
{
  self->showing = TRUE;
  show_text (self->lesson, get_stored_lesson (self));
  self->showing = FALSE;
  mull_own_it_page_note_typed (self);
  mull_draft_keeper_flush (self->drafts);
}

/**
 * mull_own_it_page_restore:
 *
 * Types what was typed here before and not saved.
 */
void
mull_own_it_page_restore (MullOwnItPage *self)
{
  g_autoptr (GVariant) draft = mull_draft_keeper_load (self->drafts, G_VARIANT_TYPE (TYPED));

  if (draft == NULL)
    return;
  mull_own_it_page_type (self, draft);
  mull_kept_line_note_restored (self->kept, mull_own_it_page_is_changed (self));
}

static void
update_first_time (MullOwnItPage *self)
{
  gboolean true_first = mull_record_facts_may_say_first_time (&self->shown->record) ||
                        gtk_check_button_get_active (self->first_time);

  /* What is not true can be taken back, not said. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->first_time), true_first);
}

/**
 * mull_own_it_page_note_typed:
 *
 * Something was typed: it becomes a draft.
 */
void
mull_own_it_page_note_typed (MullOwnItPage *self)
{
  if (self->showing || self->shown == NULL)
    return;
  mull_field_box_set_problem (self->cannot_field, NULL);
  mull_field_box_set_problem (self->first_time_field, NULL);
  mull_kept_line_note_typed (self->kept, mull_own_it_page_is_changed (self));
  update_actions (self);
  update_first_time (self);
  mull_draft_keeper_queue (self->drafts);
}

/* ── What was tried ───────────────────────────────────────────────────── */

/* What the timeline knows and the field does not say, one a line. */
static char *
dup_missing_effort (MullOwnItPage *self)
{
  g_autofree char *typed = mull_own_it_page_dup_text (self->effort);
  g_auto (GStrv) have = g_strsplit (typed, "\n", -1);
  char **lines = self->known;
  GString *missing = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && !g_strv_contains ((const char *const *) have, lines[i]))
      g_string_append_printf (missing, "%s%s", missing->len > 0 ? "\n" : "", lines[i]);
  return g_string_free (missing, FALSE);
}

/**
 * mull_own_it_page_fill_in:
 *
 * Adds to what was tried what else happened since the promise was made.
 */
void
mull_own_it_page_fill_in (MullOwnItPage *self)
{
  g_autofree char *missing = dup_missing_effort (self);
  g_autofree char *typed = mull_own_it_page_dup_text (self->effort);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->effort);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  if (*typed != '\0' && !g_str_has_suffix (typed, "\n"))
    gtk_text_buffer_insert (buffer, &end, "\n", -1);
  gtk_text_buffer_insert (buffer, &end, missing, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->effort));
}

/**
 * mull_own_it_page_update_fields:
 *
 * Says beside the fields what follows from what is typed.
 */
void
mull_own_it_page_update_fields (MullOwnItPage *self)
{
  g_autofree char *missing = dup_missing_effort (self);
  g_autofree char *typed = mull_own_it_page_dup_text (self->effort);

  update_first_time (self);
  gtk_widget_set_visible (self->fill_in, *missing != '\0');
  mull_field_box_set_hint (
      self->effort_field,
      *missing == '\0' && *typed == '\0'
          ? _ ("The timeline has nothing since you made the promise. What did you "
               "try all the same?")
          : NULL);
}

/* ── Setting up ───────────────────────────────────────────────────────── */

static void
on_refused (gpointer self, const GError *error)
{
  mull_feedback_error (GTK_WIDGET (MULL_OWN_IT_PAGE (self)->words), error);
}

static void
on_cannot_changed_cb (MullOwnItPage *self)
{
  mull_own_it_page_schedule_review (self);
}

static void
on_effort_changed_cb (MullOwnItPage *self)
{
  if (!self->showing && self->shown != NULL)
    mull_own_it_page_update_fields (self);
}

static void
follow (MullOwnItPage *self, GtkTextView *view, const char *name)
{
  mull_text_limit_install (view, name, on_refused, self);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed",
                           G_CALLBACK (mull_own_it_page_note_typed), self, G_CONNECT_SWAPPED);
}

/**
 * mull_own_it_page_init_typing:
 *
 * Follows what is typed. The page has its workspace.
 */
void
mull_own_it_page_init_typing (MullOwnItPage *self)
{
  self->drafts =
      mull_draft_keeper_new (GTK_WIDGET (self), self->workspace, mull_own_it_page_dup_draft);
  mull_kept_line_follow (self->kept, self->drafts);
  /* Translators: fields of a form about a promise of ours, named in an error message */
  follow (self, self->cannot, _ ("What we cannot do"));
  follow (self, self->can, _ ("What we can do"));
  follow (self, self->effort, _ ("What was tried"));
  follow (self, self->lesson, _ ("Lesson"));
  g_signal_connect_object (gtk_text_view_get_buffer (self->cannot), "changed",
                           G_CALLBACK (on_cannot_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->effort), "changed",
                           G_CALLBACK (on_effort_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->first_time, "toggled", G_CALLBACK (mull_own_it_page_note_typed),
                           self, G_CONNECT_SWAPPED);
}
