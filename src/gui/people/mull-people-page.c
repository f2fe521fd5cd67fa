/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-people-page"

#include "config.h"

#include "mull-people-page.h"

#include "mull-contact-forms.h"
#include "mull-contact-list.h"
#include "mull-duplicate-list.h"
#include "mull-fact-row.h"
#include "mull-feedback.h"
#include "mull-refresher.h"
#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

/* Who is further down is found by typing. */
#define LIMIT 100

struct _MullPeoplePage
{
  AdwBin parent_instance;

  /* Template children */
  GtkToggleButton *people_button;
  GtkSearchEntry *search;
  GtkListBox *rows;
  GtkWidget *more;
  GtkWidget *add;
  GtkToggleButton *twice_button;
  GtkStack *views;
  MullDuplicateList *twice;

  /* Owned */
  MullWorkspace *workspace;
  MullRefresher *refresher;
  GPtrArray *found; /* nullable: MullContactListRow, as shown */
};

typedef enum
{
  PROP_TITLE = 1
} MullPeoplePageProps;

static GParamSpec *props[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (MullPeoplePage, mull_people_page, ADW_TYPE_BIN)

static void
add_row (MullPeoplePage *self, const MullContactListRow *found)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *fact = mull_fact_row_new ();
  g_autofree char *deals = NULL;

  mull_fact_row_set_text (MULL_FACT_ROW (fact), found->name,
                          *found->about != '\0' ? found->about : NULL);
  mull_fact_row_set_avatar (MULL_FACT_ROW (fact), found->name);
  if (found->n_deals > 0)
    {
      deals = g_strdup_printf (ngettext ("%u open deal", "%u open deals", found->n_deals),
                               found->n_deals);
      mull_fact_row_set_note (MULL_FACT_ROW (fact), NULL, deals, "state-theirs");
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), fact);
  gtk_widget_add_css_class (row, "today-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, found->name,
                                  -1);
  gtk_list_box_append (self->rows, row);
}

static void
show_list (MullPeoplePage *self)
{
  gboolean companies = !gtk_toggle_button_get_active (self->people_button);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found =
      mull_contact_list_find (self->workspace, companies,
                              gtk_editable_get_text (GTK_EDITABLE (self->search)), LIMIT, &error);
  GtkListBoxRow *row;

  if (found == NULL)
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = g_steal_pointer (&found);
  for (guint i = 0; i < self->found->len; i++)
    add_row (self, self->found->pdata[i]);
  gtk_widget_set_visible (self->more, self->found->len == LIMIT);
}

static void
reload (MullPeoplePage *self)
{
  gboolean twice = gtk_toggle_button_get_active (self->twice_button);

  mull_refresher_note_read (self->refresher);
  gtk_stack_set_visible_child_name (self->views, twice ? "twice" : "list");
  gtk_widget_set_sensitive (GTK_WIDGET (self->search), !twice);
  if (twice)
    mull_duplicate_list_look (self->twice, self->workspace,
                              !gtk_toggle_button_get_active (self->people_button));
  else
    {
      mull_duplicate_list_stop (self->twice);
      show_list (self);
    }
}

static void
refresh (GtkWidget *widget)
{
  reload (MULL_PEOPLE_PAGE (widget));
}

static void
name_add (MullPeoplePage *self)
{
  const char *label =
      gtk_toggle_button_get_active (self->people_button) ? _ ("Add a person") : _ ("Add a company");

  gtk_widget_set_tooltip_text (self->add, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
on_people_button_toggled_cb (MullPeoplePage *self)
{
  name_add (self);
  if (self->workspace != NULL)
    reload (self);
}

static void
on_twice_toggled_cb (MullPeoplePage *self)
{
  if (self->workspace != NULL)
    reload (self);
}

static void
on_search_changed_cb (MullPeoplePage *self)
{
  reload (self);
}

static void
on_rows_row_activated_cb (MullPeoplePage *self, GtkListBoxRow *row)
{
  const MullContactListRow *found = self->found->pdata[gtk_list_box_row_get_index (row)];

  gtk_widget_activate_action (
      GTK_WIDGET (self),
      gtk_toggle_button_get_active (self->people_button) ? "win.open-person" : "win.open-company",
      "x", found->id);
}

/* Enter opens the first one. */
static void
on_search_activate_cb (MullPeoplePage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, 0);

  if (row != NULL && self->found != NULL && self->found->len > 0)
    on_rows_row_activated_cb (self, row);
}

static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullPeoplePage *self = MULL_PEOPLE_PAGE (widget);

  if (gtk_toggle_button_get_active (self->people_button))
    mull_person_form_present (widget, self->workspace, NULL, "");
  else
    mull_company_form_present (widget, self->workspace, NULL);
}

static gboolean
mull_people_page_grab_focus (GtkWidget *widget)
{
  MullPeoplePage *self = MULL_PEOPLE_PAGE (widget);

  return gtk_widget_grab_focus (gtk_toggle_button_get_active (self->twice_button)
                                    ? GTK_WIDGET (self->twice_button)
                                    : GTK_WIDGET (self->search));
}

static void
mull_people_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((MullPeoplePageProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, _ ("People and companies"));
      break;
    }
}

static void
mull_people_page_dispose (GObject *object)
{
  MullPeoplePage *self = MULL_PEOPLE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_PEOPLE_PAGE);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_object (&self->refresher);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_people_page_parent_class)->dispose (object);
}

static void
mull_people_page_class_init (MullPeoplePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_people_page_dispose;
  object_class->get_property = mull_people_page_get_property;
  widget_class->grab_focus = mull_people_page_grab_focus;

  /**
   * MullPeoplePage:title:
   *
   * The title of the window while the page is shown.
   */
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_DUPLICATE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/people/mull-people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MullPeoplePage, people_button);
  gtk_widget_class_bind_template_child (widget_class, MullPeoplePage, search);
  gtk_widget_class_bind_template_child (widget_class, MullPeoplePage, rows);
  gtk_widget_class_bind_template_child (widget_class, MullPeoplePage, more);
  gtk_widget_class_bind_template_child (widget_class, MullPeoplePage, add);
  gtk_widget_class_bind_template_child (widget_class, MullPeoplePage, twice_button);
  gtk_widget_class_bind_template_child (widget_class, MullPeoplePage, views);
  gtk_widget_class_bind_template_child (widget_class, MullPeoplePage, twice);
  gtk_widget_class_install_action (widget_class, "people.add", NULL, add_action);
  gtk_widget_class_bind_template_callback (widget_class, on_people_button_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_twice_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, mull_widget_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_rows_row_activated_cb);
}

static void
mull_people_page_init (MullPeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_add (self);
}

/**
 * mull_people_page_new:
 *
 * Returns: (transfer floating): the page
 */
MullPeoplePage *
mull_people_page_new (MullWorkspace *workspace)
{
  MullPeoplePage *self = g_object_new (MULL_TYPE_PEOPLE_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->refresher = mull_refresher_new (GTK_WIDGET (self), workspace, NULL, refresh);
  reload (self);
  return self;
}
