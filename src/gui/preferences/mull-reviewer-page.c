/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-reviewer-page"

#include "config.h"

#include "mull-reviewer-page.h"

#include "mull-feedback.h"
#include "mull-review-desk.h"
#include "mull-reviewer-ops.h"
#include "mull-rule-reader.h"

#include <glib/gi18n-lib.h>

struct _MullReviewerPage
{
  AdwPreferencesPage parent_instance;

  /* Children */
  AdwComboRow *language;
  AdwPreferencesGroup *rules;
  AdwPreferencesGroup *ignored;

  /* Owned */
  MullWorkspace *workspace;
  /* Borrowed: rows of the groups, to be made anew */
  GPtrArray *rule_rows;
  GPtrArray *ignored_rows;

  /* Values are being shown, not chosen. */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (MullReviewerPage, mull_reviewer_page, ADW_TYPE_PREFERENCES_PAGE)

/* The categories that a rule of the rep's own can have: those that are about words. */
static const MullRemarkCategory categories[] = {
  MULL_REMARK_HEDGE, MULL_REMARK_PITCH,    MULL_REMARK_PRESSURE,     MULL_REMARK_EXCUSE,
  MULL_REMARK_BLAME, MULL_REMARK_ABOUT_US, MULL_REMARK_NO_OWNERSHIP, MULL_REMARK_OVER_APOLOGY,
};

static const char *
category_name (MullRemarkCategory category)
{
  return mull_remark_category_get_name (category);
}

/* ── The form of a rule ───────────────────────────────────────────────── */

/* The languages of a rule: those that have rules, and every one. */
static guint
list_languages (GPtrArray *names, const char *language)
{
  const char *const *languages = mull_rule_reader_list ();
  guint selected = 0;

  g_ptr_array_add (names, g_strdup (_ ("Every language")));
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_ptr_array_add (names, mull_review_desk_dup_language_name (languages[i]));
      if (g_str_equal (languages[i], language))
        selected = i + 1;
    }
  /* A language without rules of its own comes from elsewhere: it stays what it is. */
  if (selected == 0 && *language != '\0')
    {
      g_ptr_array_add (names, g_strdup (language));
      selected = names->len - 1;
    }
  g_ptr_array_add (names, NULL);
  return selected;
}

static gboolean
finish_rule (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullOwnRule *rule = record;

  guint language = mull_form_dialog_get_choice (form, "language");

  rule->category = categories[mull_form_dialog_get_choice (form, "category")];
  if (language == 0)
    mull_set_text (&rule->language, "");
  else if (language <= g_strv_length ((char **) mull_rule_reader_list ()))
    mull_set_text (&rule->language, mull_rule_reader_list ()[language - 1]);
  mull_take_text (&rule->pattern, mull_form_dialog_dup_text (form, "pattern"));
  mull_take_text (&rule->reason, mull_form_dialog_dup_text (form, "reason"));
  mull_take_text (&rule->suggestion, mull_form_dialog_dup_text (form, "suggestion"));
  if (rule->record.id != 0)
    return mull_reviewer_ops_edit_rule (workspace, rule, error);
  return mull_reviewer_ops_add_rule (workspace, rule, NULL, error);
}

/**
 * mull_reviewer_page_edit:
 * @self: a page
 * @rule: (nullable): a rule of the rep's own, %NULL to add one
 *
 * Returns: (transfer none): the form for the rule, which is shown
 */
MullFormDialog *
mull_reviewer_page_edit (MullReviewerPage *self, const MullOwnRule *rule)
{
  const char *names[G_N_ELEMENTS (categories) + 1] = { NULL };
  MullOwnRule *edited = rule != NULL ? mull_own_rule_copy (rule) : mull_own_rule_new ();
  MullFormDialog *form;
  g_autoptr (GPtrArray) languages = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0, language;

  g_return_val_if_fail (MULL_IS_REVIEWER_PAGE (self), NULL);

  if (rule == NULL)
    mull_take_text (&edited->language, mull_review_desk_dup_language (self->workspace));
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      names[i] = category_name (categories[i]);
      if (rule != NULL && rule->category == categories[i])
        selected = i;
    }
  form = mull_form_dialog_new (GTK_WIDGET (self), self->workspace, edited,
                               rule != NULL ? _ ("Change a Rule") : _ ("A Rule of Your Own"),
                               rule != NULL ? _ ("Change") : _ ("Add"), finish_rule);
  /* Translators: the words that a rule of the rep's own marks */
  mull_form_dialog_add_line (form, "pattern", _ ("Words, or a regular expression"),
                             edited->pattern);
  mull_form_dialog_add_choice (form, "category", _ ("Category"), names, selected);
  language = list_languages (languages, edited->language);
  mull_form_dialog_add_choice (form, "language", _ ("Language"),
                               (const char *const *) languages->pdata, language);
  mull_form_dialog_add_line (form, "reason", _ ("Why it is marked"), edited->reason);
  mull_form_dialog_add_line (form, "suggestion", _ ("What to do instead"), edited->suggestion);
  return mull_form_dialog_present (form);
}

/* ── Rows ─────────────────────────────────────────────────────────────── */

/* What a button in a row is about. */
typedef struct
{
  MullReviewerPage *page; /* borrowed: the row lives inside it */
  gint64 id;
} RowButton;

static void
free_row_button (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  return row;
}

static void
add_button (MullReviewerPage *self,
            GtkWidget *row,
            const char *icon,
            const char *label,
            gint64 id,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  RowButton *what = g_new (RowButton, 1);

  *what = (RowButton){ self, id };
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", callback, what, free_row_button, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_note (AdwPreferencesGroup *group, GPtrArray *rows, const char *text)
{
  GtkWidget *row = make_row (text, "");

  gtk_widget_add_css_class (row, "dim-label");
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
}

static void
on_edit_clicked_cb (GtkButton *button, gpointer user_data)
{
  RowButton *what = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rules = mull_reviewer_dup_own_rules (what->page->workspace, &error);

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    if (((MullOwnRule *) rules->pdata[i])->record.id == what->id)
      mull_reviewer_page_edit (what->page, rules->pdata[i]);
  if (error != NULL)
    mull_feedback_error (GTK_WIDGET (button), error);
}

static void
on_remove_clicked_cb (GtkButton *button, gpointer user_data)
{
  RowButton *what = user_data;
  g_autoptr (GError) error = NULL;

  if (!mull_reviewer_ops_remove_rule (what->page->workspace, what->id, &error))
    mull_feedback_error (GTK_WIDGET (button), error);
}

static void
on_take_back_clicked_cb (GtkButton *button, gpointer user_data)
{
  RowButton *what = user_data;
  g_autoptr (GError) error = NULL;

  if (!mull_reviewer_ops_take_back (what->page->workspace, what->id, &error))
    mull_feedback_error (GTK_WIDGET (button), error);
}

static char *
describe_rule (const MullOwnRule *rule)
{
  g_autofree char *language = *rule->language != '\0'
                                  ? mull_review_desk_dup_language_name (rule->language)
                                  : g_strdup (_ ("Every language"));
  g_autofree char *place =
      /* Translators: a category of remarks, and the language of a rule */
      g_strdup_printf (_ ("%1$s · %2$s"), category_name (rule->category), language);

  return *rule->reason != '\0' ? g_strdup_printf ("%s\n%s", place, rule->reason)
                               : g_steal_pointer (&place);
}

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

static void
show_rules (MullReviewerPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rules = mull_reviewer_dup_own_rules (self->workspace, &error);

  if (rules == NULL)
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  clear_rows (self->rules, self->rule_rows);
  for (guint i = 0; i < rules->len; i++)
    {
      const MullOwnRule *rule = rules->pdata[i];
      g_autofree char *subtitle = describe_rule (rule);
      GtkWidget *row = make_row (rule->pattern, subtitle);

      add_button (self, row, "document-edit-symbolic", _ ("Change this rule"), rule->record.id,
                  G_CALLBACK (on_edit_clicked_cb));
      add_button (self, row, "user-trash-symbolic", _ ("Remove this rule"), rule->record.id,
                  G_CALLBACK (on_remove_clicked_cb));
      adw_preferences_group_add (self->rules, row);
      g_ptr_array_add (self->rule_rows, row);
    }
  if (rules->len == 0)
    add_note (self->rules, self->rule_rows, _ ("Words that you want to be told about stand here."));
}

static void
show_ignored (MullReviewerPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ignored = mull_reviewer_dup_ignored (self->workspace, &error);

  if (ignored == NULL)
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  clear_rows (self->ignored, self->ignored_rows);
  for (guint i = 0; i < ignored->len; i++)
    {
      const MullIgnoredRemark *remark = ignored->pdata[i];
      const char *where = remark->script_id != 0 ? _ ("in one script") : _ ("in every script");
      /* Translators: a category of remarks, and where it is ignored */
      g_autofree char *subtitle =
          g_strdup_printf (_ ("%1$s · %2$s"), category_name (remark->category), where);
      GtkWidget *row =
          make_row (*remark->words != '\0' ? remark->words : _ ("Something missing"), subtitle);

      add_button (self, row, "edit-undo-symbolic", _ ("Mark it again"), remark->record.id,
                  G_CALLBACK (on_take_back_clicked_cb));
      adw_preferences_group_add (self->ignored, row);
      g_ptr_array_add (self->ignored_rows, row);
    }
  if (ignored->len == 0)
    add_note (self->ignored, self->ignored_rows, _ ("Nothing is ignored."));
}

/* ── Language ─────────────────────────────────────────────────────────── */

static void
on_language_selected_cb (MullReviewerPage *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint i = adw_combo_row_get_selected (row);
  g_autoptr (GError) error = NULL;

  if (self->showing || i == GTK_INVALID_LIST_POSITION)
    return;
  if (!mull_workspace_set_setting (self->workspace, MULL_REVIEW_DESK_LANGUAGE,
                                   i == 0 ? NULL : mull_rule_reader_list ()[i - 1], &error))
    mull_feedback_error (GTK_WIDGET (self), error);
}

static void
show_language (MullReviewerPage *self)
{
  g_autofree char *stored = mull_workspace_dup_setting (self->workspace, MULL_REVIEW_DESK_LANGUAGE);
  const char *const *languages = mull_rule_reader_list ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _ ("That of the script"));
  for (guint i = 0; languages[i] != NULL; i++)
    {
      gtk_string_list_take (names, mull_review_desk_dup_language_name (languages[i]));
      if (g_strcmp0 (stored, languages[i]) == 0)
        selected = i + 1;
    }
  self->showing = TRUE;
  adw_combo_row_set_model (self->language, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language, selected);
  self->showing = FALSE;
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
on_workspace_changed_cb (MullReviewerPage *self, MullChanges *changes, MullWorkspace *workspace)
{
  if (mull_changes_touches_table (changes, "own_rule"))
    show_rules (self);
  if (mull_changes_touches_table (changes, "ignored_remark"))
    show_ignored (self);
}

static void
on_add_clicked_cb (MullReviewerPage *self, GtkButton *button)
{
  mull_reviewer_page_edit (self, NULL);
}

static void
mull_reviewer_page_finalize (GObject *object)
{
  MullReviewerPage *self = MULL_REVIEWER_PAGE (object);

  g_ptr_array_unref (self->rule_rows);
  g_ptr_array_unref (self->ignored_rows);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_reviewer_page_parent_class)->finalize (object);
}

static void
mull_reviewer_page_map (GtkWidget *widget)
{
  show_language (MULL_REVIEWER_PAGE (widget));
  GTK_WIDGET_CLASS (mull_reviewer_page_parent_class)->map (widget);
}

static void
mull_reviewer_page_class_init (MullReviewerPageClass *klass)
{
  GTK_WIDGET_CLASS (klass)->map = mull_reviewer_page_map;
  G_OBJECT_CLASS (klass)->finalize = mull_reviewer_page_finalize;
}

static AdwPreferencesGroup *
add_group (MullReviewerPage *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  /* Both are markup in libadwaita 1.2. */
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *escaped_description = g_markup_escape_text (description, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), escaped_description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static void
mull_reviewer_page_init (MullReviewerPage *self)
{
  GtkWidget *add = gtk_button_new_with_label (_ ("Add…"));
  AdwPreferencesGroup *general;

  self->rule_rows = g_ptr_array_new ();
  self->ignored_rows = g_ptr_array_new ();
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self),
                                  /* Translators: what marks words in a script */
                                  _ ("Reviewer"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "tools-check-spelling-symbolic");

  general =
      add_group (self, _ ("Language"),
                 _ ("The language that you write scripts in. The reviewer looks at its words, "
                    "and at the structure in any language."));
  self->language = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->language), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->language),
                                 _ ("Scripts are written in"));
  g_signal_connect_object (self->language, "notify::selected", G_CALLBACK (on_language_selected_cb),
                           self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (general, GTK_WIDGET (self->language));

  self->rules = add_group (self, _ ("Your own rules"),
                           _ ("They are looked for in every script of their language."));
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  g_signal_connect_object (add, "clicked", G_CALLBACK (on_add_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (self->rules, add);

  self->ignored =
      add_group (self, _ ("Ignored"), _ ("What you told the reviewer not to mark again."));
}

/**
 * mull_reviewer_page_new:
 * @workspace: the data
 *
 * Returns: (transfer floating): a page for the preferences
 */
MullReviewerPage *
mull_reviewer_page_new (MullWorkspace *workspace)
{
  MullReviewerPage *self = g_object_new (MULL_TYPE_REVIEWER_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_rules (self);
  show_ignored (self);
  return self;
}
