/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-choice-list"

#include "config.h"

#include "mull-choice-list.h"

#include "mull-choice-row.h"
#include "mull-ui.h"

#include <glib/gi18n-lib.h>

/* How many are shown of a heading while there are others. */
#define FEW 5
/* How far the page keys go. */
#define PAGE 6

struct _MullChoiceList
{
  AdwBin parent_instance;

  /* Template children */
  GtkListBox *rows;

  /* Borrowed: what the keys come from */
  GtkWidget *entry;

  /* Owned */
  GPtrArray *choices; /* nullable */
  MullTypedWords *words;
  GPtrArray *more;      /* lines that unfold a heading */
  GHashTable *unfolded; /* headings */

  guint n_shown;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MullChoiceList, mull_choice_list, ADW_TYPE_BIN)

static MullChoiceRow *
get_row (MullChoiceList *self, guint i)
{
  return MULL_CHOICE_ROW (gtk_list_box_get_row_at_index (self->rows, (int) i));
}

/* ── Rows ─────────────────────────────────────────────────────────────── */

static void
add_row (MullChoiceList *self, const MullChoice *choice)
{
  GtkListBoxRow *old = gtk_list_box_get_row_at_index (self->rows, (int) self->n_shown);
  GtkWidget *row = old != NULL ? GTK_WIDGET (old) : mull_choice_row_new ();

  mull_choice_row_show (MULL_CHOICE_ROW (row), choice, self->words);
  if (old == NULL)
    gtk_list_box_append (self->rows, row);
  gtk_widget_set_visible (row, TRUE);
  self->n_shown++;
}

static guint
count_heading (MullChoiceList *self, guint from)
{
  const MullChoice *first = self->choices->pdata[from];
  guint n = 1;

  while (
      from + n < self->choices->len &&
      g_str_equal (((const MullChoice *) self->choices->pdata[from + n])->heading, first->heading))
    n++;
  return n;
}

static void
add_more (MullChoiceList *self, const char *heading, guint n)
{
  MullChoice *more = g_new0 (MullChoice, 1);

  more->heading = g_strdup (heading);
  more->icon = "pan-down-symbolic";
  /* Translators: a line that unfolds the rest of what was found of a kind */
  more->title = g_strdup_printf (ngettext ("%u more", "%u more", n), n);
  g_ptr_array_add (self->more, more);
  add_row (self, more);
}

static void
add_heading (MullChoiceList *self, guint from, guint n)
{
  const char *heading = ((const MullChoice *) self->choices->pdata[from])->heading;
  gboolean all =
      n == self->choices->len || n <= FEW + 1 || g_hash_table_contains (self->unfolded, heading);

  for (guint i = 0; i < (all ? n : FEW); i++)
    add_row (self, self->choices->pdata[from + i]);
  if (!all)
    add_more (self, heading, n - FEW);
}

static void
fill (MullChoiceList *self)
{
  /* Rows that were not filled anew yet show it until the end. */
  g_autoptr (GPtrArray) old_more G_GNUC_UNUSED = g_steal_pointer (&self->more);
  guint n;

  self->more = mull_choice_array_new ();
  self->n_shown = 0;
  for (guint i = 0; i < self->choices->len; i += n)
    {
      n = count_heading (self, i);
      add_heading (self, i, n);
    }
  for (guint i = self->n_shown; get_row (self, i) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (get_row (self, i)), FALSE);
  gtk_list_box_invalidate_headers (self->rows);
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const MullChoice *choice = mull_choice_row_get_choice (MULL_CHOICE_ROW (row));
  const MullChoice *last =
      before != NULL ? mull_choice_row_get_choice (MULL_CHOICE_ROW (before)) : NULL;
  GtkWidget *label;

  if (last != NULL && g_str_equal (last->heading, choice->heading))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_list_box_row_get_header (row);
  if (label == NULL)
    {
      label = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "choice-heading");
      gtk_list_box_row_set_header (row, label);
    }
  gtk_label_set_text (GTK_LABEL (label), choice->heading);
}

/* ── Walking and choosing ─────────────────────────────────────────────── */

static void
scroll_to (MullChoiceList *self, GtkWidget *row)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self)));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  graphene_rect_t bounds;

  /* The first one with what stands above it. */
  if (row == GTK_WIDGET (get_row (self, 0)))
    gtk_adjustment_set_value (adjustment, 0);
  else if (gtk_widget_compute_bounds (row, gtk_widget_get_parent (GTK_WIDGET (self->rows)),
                                      &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
select_row (MullChoiceList *self, guint i)
{
  MullChoiceRow *row = i < self->n_shown ? get_row (self, i) : NULL;

  gtk_list_box_select_row (self->rows, row != NULL ? GTK_LIST_BOX_ROW (row) : NULL);
  if (row != NULL)
    scroll_to (self, GTK_WIDGET (row));
  /* A screen reader says what is selected while the focus stays in the entry. */
  if (self->entry != NULL && row != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                    GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  else if (self->entry != NULL)
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry),
                                   GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
}

static void
move (MullChoiceList *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);
  int i = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (self->n_shown > 0)
    select_row (self, (guint) CLAMP (i + by, 0, (int) self->n_shown - 1));
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint keyval,
                   guint keycode,
                   GdkModifierType state,
                   MullChoiceList *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      move (self, PAGE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      move (self, -PAGE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
unfold (MullChoiceList *self, const MullChoice *more, guint i)
{
  g_hash_table_add (self->unfolded, g_strdup (more->heading));
  fill (self);
  select_row (self, i);
}

static void
choose_row (MullChoiceList *self, GtkListBoxRow *row)
{
  const MullChoice *choice = mull_choice_row_get_choice (MULL_CHOICE_ROW (row));

  if (choice->action == NULL)
    unfold (self, choice, (guint) gtk_list_box_row_get_index (row));
  else
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, choice);
}

static void
on_rows_row_activated_cb (MullChoiceList *self, GtkListBoxRow *row)
{
  choose_row (self, row);
}

/* ── Class ────────────────────────────────────────────────────────────── */

static void
mull_choice_list_dispose (GObject *object)
{
  MullChoiceList *self = MULL_CHOICE_LIST (object);

  self->entry = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_CHOICE_LIST);
  G_OBJECT_CLASS (mull_choice_list_parent_class)->dispose (object);
}

/* Rows are asked for their headings until the last of them is gone. */
static void
mull_choice_list_finalize (GObject *object)
{
  MullChoiceList *self = MULL_CHOICE_LIST (object);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->words, mull_typed_words_free);
  g_clear_pointer (&self->more, g_ptr_array_unref);
  g_clear_pointer (&self->unfolded, g_hash_table_unref);
  G_OBJECT_CLASS (mull_choice_list_parent_class)->finalize (object);
}

static void
mull_choice_list_class_init (MullChoiceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_choice_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = mull_choice_list_finalize;

  /**
   * MullChoiceList::chosen:
   * @choice: (type gpointer): the #MullChoice; it stays until another list is shown
   *
   * The rep chose something that has an action.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", MULL_TYPE_CHOICE_LIST, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/search/mull-choice-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MullChoiceList, rows);
  gtk_widget_class_bind_template_callback (widget_class, on_rows_row_activated_cb);
}

static void
mull_choice_list_init (MullChoiceList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->more = mull_choice_array_new ();
  self->unfolded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_list_box_set_header_func (self->rows, update_header, NULL, NULL);
}

/**
 * mull_choice_list_follow:
 * @entry: (transfer none): what is typed into; it lives as long as the list
 */
void
mull_choice_list_follow (MullChoiceList *self, GtkWidget *entry)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (MULL_IS_CHOICE_LIST (self) && GTK_IS_WIDGET (entry));

  self->entry = entry;
  /* Before the text in it, which would take the arrows for a way out. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self,
                           G_CONNECT_DEFAULT);
  gtk_widget_add_controller (entry, keys);
}

/**
 * mull_choice_list_show:
 * @choices: (transfer none) (element-type MullChoice): those of a heading together
 * @typed: what was typed, whose words stand out
 *
 * Shows other choices, and selects the first. Rows are used again: making them would take longer
 * than finding what they show.
 */
void
mull_choice_list_show (MullChoiceList *self, GPtrArray *choices, const char *typed)
{
  g_autoptr (GPtrArray) old = NULL;

  g_return_if_fail (MULL_IS_CHOICE_LIST (self) && choices != NULL && typed != NULL);

  old = g_steal_pointer (&self->choices);
  self->choices = g_ptr_array_ref (choices);
  g_clear_pointer (&self->words, mull_typed_words_free);
  self->words = mull_typed_words_new (typed);
  g_hash_table_remove_all (self->unfolded);
  fill (self);
  select_row (self, 0);
}

/**
 * mull_choice_list_choose:
 *
 * Chooses what is selected.
 *
 * Returns: %FALSE if there is nothing to choose
 */
gboolean
mull_choice_list_choose (MullChoiceList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (MULL_IS_CHOICE_LIST (self), FALSE);

  row = gtk_list_box_get_selected_row (self->rows);
  if (row == NULL || !gtk_widget_get_visible (GTK_WIDGET (row)))
    return FALSE;
  choose_row (self, row);
  return TRUE;
}
