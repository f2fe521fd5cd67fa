/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-script-answers"

#include "config.h"

#include "mull-script-answers.h"

#include "mull-feedback.h"

#include <glib/gi18n-lib.h>

struct _MullScriptAnswers
{
  AdwBin parent_instance;

  /* Borrowed: the child */
  GtkBox *box;

  /* Owned */
  MullScriptComposition *composition;
};

G_DEFINE_FINAL_TYPE (MullScriptAnswers, mull_script_answers, ADW_TYPE_BIN)

/* ── Copying ──────────────────────────────────────────────────────────── */

static const MullComposedAnswer *
find_mail (MullScriptAnswers *self)
{
  for (guint i = 0; self->composition != NULL && i < self->composition->answers->len; i++)
    {
      const MullComposedAnswer *answer = g_ptr_array_index (self->composition->answers, i);

      if (answer->mail != NULL)
        return answer;
    }
  return NULL;
}

static void
copy_subject_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const MullComposedAnswer *answer = find_mail (MULL_SCRIPT_ANSWERS (widget));

  if (answer == NULL || answer->subject == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), answer->subject);
  mull_feedback_toast (widget, _ ("Subject copied"));
}

static void
copy_mail_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const MullComposedAnswer *answer = find_mail (MULL_SCRIPT_ANSWERS (widget));

  if (answer == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), answer->mail);
  mull_feedback_toast (widget, _ ("Mail copied"));
}

/* ── Showing ──────────────────────────────────────────────────────────── */

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_copy_button (const char *label, const char *action_name)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  return button;
}

static GtkWidget *
new_mail (const MullComposedAnswer *answer, const char *address)
{
  GtkWidget *mail = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (mail, "mail");
  if (address != NULL)
    {
      /* Translators: %s is an e-mail address */
      g_autofree char *to = g_strdup_printf (_ ("To: %s"), address);

      gtk_box_append (GTK_BOX (mail), new_label (to, "dim-label"));
    }
  if (answer->subject != NULL)
    {
      gtk_box_append (GTK_BOX (mail), new_label (answer->subject, "heading"));
      gtk_box_append (GTK_BOX (buttons),
                      new_copy_button (_ ("Copy Subject"), "answers.copy-subject"));
    }
  gtk_box_append (GTK_BOX (mail), new_label (answer->mail, "body"));
  gtk_box_append (GTK_BOX (buttons), new_copy_button (_ ("Copy Mail"), "answers.copy-mail"));
  gtk_box_append (GTK_BOX (mail), buttons);
  return mail;
}

static void
add_answer (MullScriptAnswers *self, const MullComposedAnswer *answer, const char *address)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), new_label (answer->answer->title, "beat-title"));
  if (*answer->text != '\0')
    gtk_box_append (GTK_BOX (box), new_label (answer->text, "script-text"));
  if (answer->mail != NULL)
    gtk_box_append (GTK_BOX (box), new_mail (answer, address));
  gtk_box_append (self->box, box);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_script_answers_finalize (GObject *object)
{
  g_clear_pointer (&MULL_SCRIPT_ANSWERS (object)->composition, mull_script_composition_unref);
  G_OBJECT_CLASS (mull_script_answers_parent_class)->finalize (object);
}

static void
mull_script_answers_class_init (MullScriptAnswersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mull_script_answers_finalize;
  gtk_widget_class_install_action (widget_class, "answers.copy-subject", NULL, copy_subject_action);
  gtk_widget_class_install_action (widget_class, "answers.copy-mail", NULL, copy_mail_action);
}

static void
mull_script_answers_init (MullScriptAnswers *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * mull_script_answers_new:
 *
 * Returns: (transfer floating): no answers yet
 */
MullScriptAnswers *
mull_script_answers_new (void)
{
  return g_object_new (MULL_TYPE_SCRIPT_ANSWERS, NULL);
}

/**
 * mull_script_answers_show:
 * @composition: (transfer none): a script
 * @address: (nullable): where the mail goes
 *
 * Shows its answers.
 */
void
mull_script_answers_show (MullScriptAnswers *self,
                          MullScriptComposition *composition,
                          const char *address)
{
  GtkWidget *child;

  g_return_if_fail (MULL_IS_SCRIPT_ANSWERS (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  mull_script_composition_ref (composition);
  g_clear_pointer (&self->composition, mull_script_composition_unref);
  self->composition = composition;
  for (guint i = 0; i < composition->answers->len; i++)
    add_answer (self, g_ptr_array_index (composition->answers, i), address);
}
