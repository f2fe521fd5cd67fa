/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-merge-page"

#include "config.h"

#include "mull-merge-page.h"

#include "mull-duplicate-scan.h"
#include "mull-fact-section.h"
#include "mull-feedback.h"
#include "mull-merge-chooser.h"
#include "mull-merge-field-row.h"
#include "mull-merge-ops.h"
#include "mull-person-address.h"
#include "mull-refresher.h"
#include "mull-room.h"
#include "mull-ui.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

struct _MullMergePage
{
  AdwBin parent_instance;

  /* Template children */
  GtkStack *views;
  MullMergeChooser *chooser;
  GtkWidget *merge_button;
  GtkLabel *first_name;
  GtkLabel *second_name;
  GtkBox *fields;
  GtkLabel *same;
  MullFactSection *addresses;
  GtkLabel *moves;

  /* Owned */
  MullWorkspace *workspace;
  MullRefresher *refresher;
  MullMergeProposal *proposal; /* nullable: while nobody is chosen */

  gboolean companies;
  gint64 first_id;
  gint64 second_id;
};

typedef enum
{
  PROP_TITLE = 1
} MullMergePageProps;

static GParamSpec *props[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (MullMergePage, mull_merge_page, ADW_TYPE_BIN)

static void
show_view (MullMergePage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->views, name);
  gtk_widget_set_visible (self->merge_button, g_str_equal (name, "compare"));
}

/* ── The two side by side ─────────────────────────────────────────────── */

static void
clear_fields (MullMergePage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->fields))) != NULL)
    gtk_box_remove (self->fields, child);
}

static void
append_same (GString *text, const MullMergeField *field)
{
  if (field->differs || *field->texts[0] == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: the name of a field and its value */
  g_string_append_printf (text, _ ("%s: %s"), field->label, field->texts[0]);
}

static void
show_fields (MullMergePage *self)
{
  g_autoptr (GString) same = g_string_new (NULL);

  clear_fields (self);
  for (guint i = 0; i < self->proposal->fields->len; i++)
    {
      MullMergeField *field = self->proposal->fields->pdata[i];

      append_same (same, field);
      if (field->differs)
        gtk_box_append (self->fields, mull_merge_field_row_new (field));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->fields),
                          gtk_widget_get_first_child (GTK_WIDGET (self->fields)) != NULL);
  gtk_label_set_text (self->same, same->str);
  gtk_widget_set_visible (GTK_WIDGET (self->same), same->len > 0);
}

static void
show_addresses (MullMergePage *self)
{
  const GPtrArray *addresses = self->proposal->addresses;

  gtk_widget_set_visible (GTK_WIDGET (self->addresses), addresses != NULL && addresses->len > 0);
  mull_fact_section_begin (self->addresses);
  for (guint i = 0; addresses != NULL && i < addresses->len; i++)
    {
      const MullPersonAddress *address = addresses->pdata[i];

      mull_fact_row_set_text (mull_fact_section_next (self->addresses), address->value,
                              *address->label != '\0' ? address->label
                                                      : mull_address_kind_label (address->kind));
    }
  mull_fact_section_end (self->addresses);
}

static void
show_moves (MullMergePage *self)
{
  const char *first = mull_merge_proposal_get_name (self->proposal, 0);
  const char *second = mull_merge_proposal_get_name (self->proposal, 1);
  g_autofree char *moves = mull_merge_proposal_describe_moves (self->proposal);
  g_autofree char *text = NULL;

  if (*moves != '\0')
    /* Translators: a name; "4 deals, 31 entries"; another name */
    text = g_strdup_printf (_ ("From “%s” there moves to “%s”: %s."), second, first, moves);
  else
    text = g_strdup_printf (_ ("Nothing hangs on “%s”."), second);
  gtk_label_set_text (self->moves, text);
}

/* What was chosen before stays chosen if there is still such a choice. */
static void
keep_choices (MullMergeProposal *proposal, const MullMergeProposal *before)
{
  for (guint i = 0; before != NULL && i < before->fields->len; i++)
    {
      const MullMergeField *chosen = before->fields->pdata[i];
      MullMergeField *field = mull_merge_proposal_find (proposal, chosen->name);

      if (g_str_equal (field->texts[0], chosen->texts[0]) &&
          g_str_equal (field->texts[1], chosen->texts[1]))
        field->choice = chosen->choice;
    }
}

static gboolean
compare (MullMergePage *self, gboolean keeps_choices, GError **error)
{
  MullMergeProposal *proposal = mull_merge_proposal_new (self->workspace, self->companies,
                                                         self->first_id, self->second_id, error);

  if (proposal == NULL)
    return FALSE;
  if (keeps_choices)
    keep_choices (proposal, self->proposal);
  /* The rows write into the proposal. */
  clear_fields (self);
  g_clear_pointer (&self->proposal, mull_merge_proposal_free);
  self->proposal = proposal;
  mull_refresher_note_read (self->refresher);
  gtk_label_set_text (self->first_name, mull_merge_proposal_get_name (proposal, 0));
  gtk_label_set_text (self->second_name, mull_merge_proposal_get_name (proposal, 1));
  show_fields (self);
  show_addresses (self);
  show_moves (self);
  show_view (self, "compare");
  return TRUE;
}

static void
refresh (GtkWidget *widget)
{
  MullMergePage *self = MULL_MERGE_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (self->first_id == 0 ||
      (self->second_id != 0 ? compare (self, TRUE, &error)
                            : mull_merge_chooser_open (self->chooser, self->workspace,
                                                       self->companies, self->first_id, &error)))
    return;
  g_debug ("They are gone: %s", error->message);
  self->first_id = self->second_id = 0;
  mull_refresher_note_gone (self->refresher);
  gtk_widget_activate_action (widget, "win.back", NULL);
}

/* ── Doing it ─────────────────────────────────────────────────────────── */

static void
on_chosen_cb (MullMergePage *self, gint64 id)
{
  g_autoptr (GError) error = NULL;

  if (!mull_merge_page_compare (self, self->companies, self->first_id, id, &error))
    mull_feedback_error (GTK_WIDGET (self), error);
}

/* The refresher would find that one of them is gone. */
static void
leave (MullMergePage *self)
{
  self->first_id = self->second_id = 0;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

static void
merge_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullMergePage *self = MULL_MERGE_PAGE (widget);
  gint64 first_id = self->first_id, second_id = self->second_id;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->proposal == NULL || second_id == 0)
    return;
  /* Translators: the names of two people or two companies */
  text = g_strdup_printf (_ ("“%s” is merged into “%s”"),
                          mull_merge_proposal_get_name (self->proposal, 1),
                          mull_merge_proposal_get_name (self->proposal, 0));
  self->first_id = self->second_id = 0;
  if (!mull_merge_ops_merge (self->workspace, self->proposal, &error))
    {
      self->first_id = first_id;
      self->second_id = second_id;
      mull_feedback_error (widget, error);
      refresh (widget);
      return;
    }
  mull_feedback_undo_toast (widget, text);
  leave (self);
}

static void
keep_apart_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullMergePage *self = MULL_MERGE_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (self->second_id == 0)
    return;
  if (!mull_duplicates_keep_apart (self->workspace, self->companies, self->first_id,
                                   self->second_id, &error))
    {
      mull_feedback_error (widget, error);
      return;
    }
  mull_feedback_toast (widget, _ ("They are two, and will not be proposed again"));
  leave (self);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_merge_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((MullMergePageProps) prop_id)
    {
    case PROP_TITLE:
      /* Translators: making one of two people or companies */
      g_value_set_string (value, _ ("Merge"));
      break;
    }
}

static gboolean
mull_merge_page_grab_focus (GtkWidget *widget)
{
  MullMergePage *self = MULL_MERGE_PAGE (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->merge_button)
                                    ? self->merge_button
                                    : GTK_WIDGET (self->chooser));
}

static void
mull_merge_page_dispose (GObject *object)
{
  MullMergePage *self = MULL_MERGE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_MERGE_PAGE);
  g_clear_pointer (&self->proposal, mull_merge_proposal_free);
  g_clear_object (&self->refresher);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_merge_page_parent_class)->dispose (object);
}

static void
mull_merge_page_class_init (MullMergePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_merge_page_dispose;
  object_class->get_property = mull_merge_page_get_property;
  widget_class->grab_focus = mull_merge_page_grab_focus;

  /**
   * MullMergePage:title:
   *
   * The title of the window while the page is shown.
   */
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_FACT_SECTION);
  g_type_ensure (MULL_TYPE_MERGE_CHOOSER);
  g_type_ensure (MULL_TYPE_ROOM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/people/mull-merge-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MullMergePage, views);
  gtk_widget_class_bind_template_child (widget_class, MullMergePage, chooser);
  gtk_widget_class_bind_template_child (widget_class, MullMergePage, merge_button);
  gtk_widget_class_bind_template_child (widget_class, MullMergePage, first_name);
  gtk_widget_class_bind_template_child (widget_class, MullMergePage, second_name);
  gtk_widget_class_bind_template_child (widget_class, MullMergePage, fields);
  gtk_widget_class_bind_template_child (widget_class, MullMergePage, same);
  gtk_widget_class_bind_template_child (widget_class, MullMergePage, addresses);
  gtk_widget_class_bind_template_child (widget_class, MullMergePage, moves);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_install_action (widget_class, "merge.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "merge.keep-apart", NULL, keep_apart_action);
}

static void
mull_merge_page_init (MullMergePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_merge_page_new:
 *
 * Returns: (transfer floating): the page
 */
MullMergePage *
mull_merge_page_new (MullWorkspace *workspace)
{
  MullMergePage *self = g_object_new (MULL_TYPE_MERGE_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->refresher = mull_refresher_new (GTK_WIDGET (self), workspace, NULL, refresh);
  return self;
}

/**
 * mull_merge_page_choose:
 * @companies: a company instead of a person
 * @id: who stays
 *
 * Asks who is the same.
 *
 * Returns: %FALSE with %MULL_ERROR_NOT_FOUND if there is nobody by that id
 */
gboolean
mull_merge_page_choose (MullMergePage *self, gboolean companies, gint64 id, GError **error)
{
  g_return_val_if_fail (MULL_IS_MERGE_PAGE (self) && id != 0, FALSE);

  if (!mull_merge_chooser_open (self->chooser, self->workspace, companies, id, error))
    return FALSE;
  self->companies = companies;
  self->first_id = id;
  self->second_id = 0;
  mull_refresher_note_read (self->refresher);
  show_view (self, "choose");
  return TRUE;
}

/**
 * mull_merge_page_compare:
 * @companies: two companies instead of two people
 * @first_id: who stays
 * @second_id: who goes
 *
 * Shows both side by side.
 *
 * Returns: %FALSE with %MULL_ERROR_NOT_FOUND if one of them is not there
 */
gboolean
mull_merge_page_compare (MullMergePage *self,
                         gboolean companies,
                         gint64 first_id,
                         gint64 second_id,
                         GError **error)
{
  gboolean companies_before = self->companies;
  gint64 first_before = self->first_id, second_before = self->second_id;

  g_return_val_if_fail (MULL_IS_MERGE_PAGE (self), FALSE);

  self->companies = companies;
  self->first_id = first_id;
  self->second_id = second_id;
  if (compare (self, FALSE, error))
    {
      gtk_widget_grab_focus (self->merge_button);
      return TRUE;
    }
  self->companies = companies_before;
  self->first_id = first_before;
  self->second_id = second_before;
  return FALSE;
}
