/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-contact-page"

#include "config.h"

#include "mull-contact-page.h"

#include "mull-contact-forms.h"
#include "mull-contact-record.h"
#include "mull-deal-rows.h"
#include "mull-done.h"
#include "mull-fact-section.h"
#include "mull-feedback.h"
#include "mull-move-look.h"
#include "mull-person-address.h"
#include "mull-refresher.h"
#include "mull-text.h"
#include "mull-trash.h"
#include "mull-ui.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

struct _MullContactPage
{
  AdwBin parent_instance;

  /* Template children */
  AdwWindowTitle *window_title;
  GtkLabel *line;
  GtkLabel *notes;
  MullFactSection *addresses;
  MullFactSection *people;
  MullFactSection *deals;
  MullFactSection *ours;
  MullFactSection *theirs;
  MullFactSection *quiets;
  MullFactSection *calls;
  MullFactSection *entries;

  /* Owned */
  MullWorkspace *workspace;
  MullRefresher *refresher;
  MullContactRecord *shown;

  gint64 person_id;
  gint64 company_id;
};

typedef enum
{
  PROP_TITLE = 1
} MullContactPageProps;

static GParamSpec *props[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (MullContactPage, mull_contact_page, ADW_TYPE_BIN)

/* ── What is shown ────────────────────────────────────────────────────── */

static const char *
get_name (const MullContactRecord *shown)
{
  return shown->person != NULL ? shown->person->name : shown->company->name;
}

static void
show_head (MullContactPage *self)
{
  const MullPerson *person = self->shown->person;
  const MullCompany *company = self->shown->company;
  const char *notes = person != NULL ? person->notes : company->notes;
  g_autoptr (GString) about = g_string_new (person != NULL ? person->title : company->sector);

  if (person != NULL && company != NULL)
    mull_text_append_part (about, company->name);
  adw_window_title_set_title (self->window_title, get_name (self->shown));
  adw_window_title_set_subtitle (self->window_title, about->str);
  gtk_label_set_text (self->line, self->shown->line);
  gtk_label_set_text (self->notes, notes);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), *notes != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

static void
add_company_line (MullContactPage *self, const char *text, const char *about)
{
  if (*text != '\0')
    mull_fact_row_set_text (mull_fact_section_next (self->addresses), text, about);
}

static void
show_addresses (MullContactPage *self)
{
  const MullCompany *company = self->shown->company;

  mull_fact_section_begin (self->addresses);
  for (guint i = 0; i < self->shown->addresses->len; i++)
    {
      const MullPersonAddress *address = self->shown->addresses->pdata[i];

      mull_fact_row_set_text (mull_fact_section_next (self->addresses), address->value,
                              *address->label != '\0' ? address->label
                                                      : mull_address_kind_label (address->kind));
    }
  if (self->shown->person == NULL)
    {
      add_company_line (self, company->phone, _ ("Telephone"));
      add_company_line (self, company->domain, _ ("Web"));
      add_company_line (self, company->address, _ ("Address"));
    }
  else if (company != NULL)
    {
      MullFactRow *row = mull_fact_section_next (self->addresses);

      mull_fact_row_set_text (row, company->name, _ ("Company"));
      mull_fact_row_set_button (row, _ ("Open"), "win.open-company",
                                g_variant_new_int64 (company->record.id));
    }
  mull_fact_section_end (self->addresses);
}

static void
show_people (MullContactPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->people), self->shown->person == NULL);
  mull_fact_section_begin (self->people);
  for (guint i = 0; i < self->shown->people->len; i++)
    {
      const MullPerson *person = self->shown->people->pdata[i];
      MullFactRow *row = mull_fact_section_next (self->people);

      mull_fact_row_set_text (row, person->name, *person->title != '\0' ? person->title : NULL);
      mull_fact_row_set_avatar (row, person->name);
      mull_fact_row_set_button (row, _ ("Open"), "win.open-person",
                                g_variant_new_int64 (person->record.id));
    }
  mull_fact_section_end (self->people);
}

static void
show_deals (MullContactPage *self)
{
  mull_fact_section_begin (self->deals);
  for (guint i = 0; i < self->shown->deals->len; i++)
    {
      const MullContactDeal *deal = self->shown->deals->pdata[i];
      MullFactRow *row = mull_fact_section_next (self->deals);
      g_autoptr (GMenuModel) menu = mull_deal_rows_make_menu (deal->id);

      mull_fact_row_set_text (row, deal->title, NULL);
      mull_fact_row_set_note (row,
                              deal->open ? mull_move_look_get_icon (deal->move, deal->flags) : NULL,
                              deal->state, mull_move_look_get_css_class (deal->move));
      mull_fact_row_set_button (row, _ ("Open"), "win.open-deal", g_variant_new_int64 (deal->id));
      mull_fact_row_set_menu (row, menu);
    }
  mull_fact_section_end (self->deals);
}

/* The rows are used again; what a row stands for is where it stands. */
static gint64
get_row_deal (GtkWidget *row, GtkWidget *page)
{
  MullContactPage *self = MULL_CONTACT_PAGE (page);
  guint i = 0;

  if (!MULL_IS_FACT_ROW (row) || self->shown == NULL)
    return 0;
  while ((row = gtk_widget_get_prev_sibling (row)) != NULL)
    i++;
  return i < self->shown->deals->len ? ((MullContactDeal *) self->shown->deals->pdata[i])->id : 0;
}

/* Each fact leads to what is behind it. */
static void
show_proofs (MullFactSection *section, const GPtrArray *proofs, gboolean quoted)
{
  mull_fact_section_begin (section);
  for (guint i = 0; i < proofs->len; i++)
    {
      const MullContactProof *proof = g_ptr_array_index (proofs, i);
      MullFactRow *row = mull_fact_section_next (section);
      g_autofree char *words = quoted ? g_strdup_printf (_ ("“%s”"), proof->title) : NULL;

      mull_fact_row_set_text (row, words != NULL ? words : proof->title, NULL);
      mull_fact_row_set_note (row, NULL, proof->about, proof->css_class);
      if (proof->entry_id != 0)
        mull_fact_row_set_button (row, _ ("Show"), "win.open-entry",
                                  g_variant_new ("(xx)", proof->deal_id, proof->entry_id));
      else if (proof->deal_id != 0)
        mull_fact_row_set_button (row, _ ("Show"), "win.open-deal",
                                  g_variant_new_int64 (proof->deal_id));
    }
  mull_fact_section_end (section);
}

static void
show_entries (MullContactPage *self)
{
  MullClock *clock = mull_workspace_get_clock (self->workspace);
  MullDay today = mull_clock_get_today (clock);

  gtk_widget_set_visible (GTK_WIDGET (self->entries), self->shown->person != NULL);
  mull_fact_section_begin (self->entries);
  for (guint i = 0; i < self->shown->entries->len; i++)
    {
      const MullEntry *entry = self->shown->entries->pdata[i];
      const char *deal = self->shown->entry_deals->pdata[i];
      MullFactRow *row = mull_fact_section_next (self->entries);
      g_autofree char *day =
          mull_day_format_relative (mull_clock_day_of (clock, entry->happened_at), today);
      g_autofree char *about = g_strdup_printf (
          "%s · %s · %s", mull_touch_phrase (entry->kind, entry->direction, entry->reached), day,
          deal);
      g_autofree char *line = mull_entry_dup_line (entry);

      mull_fact_row_set_text (row, *line != '\0' ? line : mull_entry_kind_label (entry->kind),
                              about);
      mull_fact_row_set_button (row, _ ("Show"), "win.open-entry",
                                g_variant_new ("(xx)", entry->deal_id, entry->record.id));
    }
  mull_fact_section_end (self->entries);
}

static gboolean
is_in_trash (const MullContactRecord *shown)
{
  return shown->person != NULL ? shown->person->trashed_at != MULL_INSTANT_NONE
                               : shown->company->trashed_at != MULL_INSTANT_NONE;
}

static gboolean
load (MullContactPage *self, gint64 person_id, gint64 company_id, GError **error)
{
  MullContactRecord *shown =
      person_id != 0 ? mull_contact_record_load_person (self->workspace, person_id, error)
                     : mull_contact_record_load_company (self->workspace, company_id, error);

  if (shown == NULL)
    return FALSE;
  g_clear_pointer (&self->shown, mull_contact_record_unref);
  self->shown = shown;
  self->person_id = person_id;
  self->company_id = company_id;
  mull_refresher_note_read (self->refresher);
  show_head (self);
  show_addresses (self);
  show_people (self);
  show_deals (self);
  show_proofs (self->ours, shown->ours, FALSE);
  show_proofs (self->theirs, shown->theirs, FALSE);
  show_proofs (self->quiets, shown->quiets, TRUE);
  show_proofs (self->calls, shown->calls, FALSE);
  show_entries (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contact.erase", person_id != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contact.delete", !is_in_trash (shown));
  return TRUE;
}

static void
reload (MullContactPage *self)
{
  g_autoptr (GError) error = NULL;

  if (load (self, self->person_id, self->company_id, &error))
    return;
  g_debug ("They are gone: %s", error->message);
  g_clear_pointer (&self->shown, mull_contact_record_unref);
  mull_refresher_note_gone (self->refresher);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

static void
refresh (GtkWidget *widget)
{
  reload (MULL_CONTACT_PAGE (widget));
}

/* ── Editing ──────────────────────────────────────────────────────────── */

static void
edit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullContactPage *self = MULL_CONTACT_PAGE (widget);

  if (self->shown == NULL)
    return;
  if (self->shown->person != NULL)
    mull_person_form_present (widget, self->workspace, self->shown->person,
                              self->shown->company != NULL ? self->shown->company->name : "");
  else
    mull_company_form_present (widget, self->workspace, self->shown->company);
}

static void
merge_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullContactPage *self = MULL_CONTACT_PAGE (widget);

  if (self->shown == NULL)
    return;
  if (self->person_id != 0)
    gtk_widget_activate_action (widget, "win.merge-person", "x", self->person_id);
  else
    gtk_widget_activate_action (widget, "win.merge-company", "x", self->company_id);
}

static void
add_person_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullContactPage *self = MULL_CONTACT_PAGE (widget);

  if (self->shown != NULL && self->shown->person == NULL)
    mull_person_form_present (widget, self->workspace, NULL, self->shown->company->name);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullContactPage *self = MULL_CONTACT_PAGE (widget);

  gtk_widget_activate_action (widget, "win.export-contact", "(xx)", self->person_id,
                              self->company_id);
}

/* ── Deleting ─────────────────────────────────────────────────────────── */

static void
delete_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullContactPage *self = MULL_CONTACT_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  gboolean is_person = self->person_id != 0;

  if (self->shown == NULL || is_in_trash (self->shown))
    return;
  name = g_strdup (get_name (self->shown));
  if (!mull_trash_put (self->workspace, is_person ? MULL_TRASH_PERSON : MULL_TRASH_COMPANY,
                       is_person ? self->person_id : self->company_id, &error))
    {
      mull_feedback_error (widget, error);
      return;
    }
  mull_done_toast (widget, MULL_DONE_DELETED, name, NULL);
  gtk_widget_activate_action (widget, "win.back", NULL);
}

/* A page of its own says what that means. */
static void
erase_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullContactPage *self = MULL_CONTACT_PAGE (widget);

  if (self->shown != NULL && self->person_id != 0)
    gtk_widget_activate_action (widget, "win.erase-person", "x", self->person_id);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_contact_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MullContactPage *self = MULL_CONTACT_PAGE (object);

  switch ((MullContactPageProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->shown != NULL ? get_name (self->shown) : NULL);
      break;
    }
}

static void
mull_contact_page_dispose (GObject *object)
{
  MullContactPage *self = MULL_CONTACT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_CONTACT_PAGE);
  g_clear_pointer (&self->shown, mull_contact_record_unref);
  g_clear_object (&self->refresher);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_contact_page_parent_class)->dispose (object);
}

static void
mull_contact_page_class_init (MullContactPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_contact_page_dispose;
  object_class->get_property = mull_contact_page_get_property;

  /**
   * MullContactPage:title:
   *
   * The title of the window while the page is shown.
   */
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_FACT_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/people/mull-contact-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MullContactPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, MullContactPage, line);
  gtk_widget_class_bind_template_child (widget_class, MullContactPage, notes);
  gtk_widget_class_bind_template_child (widget_class, MullContactPage, addresses);
  gtk_widget_class_bind_template_child (widget_class, MullContactPage, people);
  gtk_widget_class_bind_template_child (widget_class, MullContactPage, deals);
  gtk_widget_class_bind_template_child (widget_class, MullContactPage, ours);
  gtk_widget_class_bind_template_child (widget_class, MullContactPage, theirs);
  gtk_widget_class_bind_template_child (widget_class, MullContactPage, quiets);
  gtk_widget_class_bind_template_child (widget_class, MullContactPage, calls);
  gtk_widget_class_bind_template_child (widget_class, MullContactPage, entries);
  gtk_widget_class_install_action (widget_class, "contact.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "contact.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "contact.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "contact.add-person", NULL, add_person_action);
  gtk_widget_class_install_action (widget_class, "contact.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "contact.erase", NULL, erase_action);
}

static void
mull_contact_page_init (MullContactPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_contact_page_new:
 *
 * Returns: (transfer floating): the page
 */
MullContactPage *
mull_contact_page_new (MullWorkspace *workspace)
{
  MullContactPage *self = g_object_new (MULL_TYPE_CONTACT_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  mull_deal_rows_attach (GTK_WIDGET (self->deals), workspace, GTK_WIDGET (self), get_row_deal);
  self->refresher = mull_refresher_new (GTK_WIDGET (self), workspace, NULL, refresh);
  return self;
}

/**
 * mull_contact_page_open_person:
 *
 * Shows a person.
 *
 * Returns: %FALSE with %MULL_ERROR_NOT_FOUND if there is no such person
 */
gboolean
mull_contact_page_open_person (MullContactPage *self, gint64 person_id, GError **error)
{
  g_return_val_if_fail (MULL_IS_CONTACT_PAGE (self) && person_id != 0, FALSE);

  return load (self, person_id, 0, error);
}

/**
 * mull_contact_page_open_company:
 *
 * Shows a company.
 *
 * Returns: %FALSE with %MULL_ERROR_NOT_FOUND if there is no such company
 */
gboolean
mull_contact_page_open_company (MullContactPage *self, gint64 company_id, GError **error)
{
  g_return_val_if_fail (MULL_IS_CONTACT_PAGE (self) && company_id != 0, FALSE);

  return load (self, 0, company_id, error);
}
