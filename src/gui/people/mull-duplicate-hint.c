/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-duplicate-hint"

#include "config.h"

#include "mull-duplicate-hint.h"

#include "mull-ui.h"

struct _MullDuplicateHint
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkLabel *label;

  /* Owned */
  MullWorkspace *workspace;

  gboolean companies;
  gint64 id; /* who is named, or 0 */
};

enum
{
  SIGNAL_OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MullDuplicateHint, mull_duplicate_hint, GTK_TYPE_WIDGET)

static void
on_open_clicked_cb (MullDuplicateHint *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, self->id);
}

static void
mull_duplicate_hint_dispose (GObject *object)
{
  MullDuplicateHint *self = MULL_DUPLICATE_HINT (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_DUPLICATE_HINT);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_duplicate_hint_parent_class)->dispose (object);
}

static void
mull_duplicate_hint_class_init (MullDuplicateHintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_duplicate_hint_dispose;

  /**
   * MullDuplicateHint::open:
   * @id: the person or company that is named
   */
  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  mull_ui_init ();
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/people/mull-duplicate-hint.ui");
  gtk_widget_class_bind_template_child (widget_class, MullDuplicateHint, box);
  gtk_widget_class_bind_template_child (widget_class, MullDuplicateHint, label);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked_cb);
}

static void
mull_duplicate_hint_init (MullDuplicateHint *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_duplicate_hint_new:
 * @companies: companies instead of people
 *
 * Returns: (transfer floating): a hint that is not to be seen until there is one
 */
GtkWidget *
mull_duplicate_hint_new (MullWorkspace *workspace, gboolean companies)
{
  MullDuplicateHint *self = g_object_new (MULL_TYPE_DUPLICATE_HINT, "visible", FALSE, NULL);

  self->workspace = g_object_ref (workspace);
  self->companies = companies;
  return GTK_WIDGET (self);
}

/**
 * mull_duplicate_hint_look:
 * @query: what has been typed so far
 *
 * Says who has the same, or nothing.
 */
void
mull_duplicate_hint_look (MullDuplicateHint *self, const MullDuplicateQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  const MullDuplicate *first;
  g_autofree char *sentence = NULL;

  g_return_if_fail (MULL_IS_DUPLICATE_HINT (self) && query != NULL);

  found = mull_duplicates_find (self->workspace, self->companies, query, 1, &error);
  /* A form works without hints. */
  if (found == NULL)
    g_warning ("No hint could be given: %s", error->message);
  first = found != NULL && found->len > 0 ? found->pdata[0] : NULL;
  self->id = first != NULL ? first->id : 0;
  sentence = first != NULL ? mull_duplicate_describe (first) : g_strdup ("");
  /* A screen reader says it once, not at every key. */
  if (g_strcmp0 (gtk_label_get_text (self->label), sentence) != 0)
    gtk_label_set_text (self->label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self), first != NULL);
}
