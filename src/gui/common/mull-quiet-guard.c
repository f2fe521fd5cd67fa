/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-quiet-guard"

#include "config.h"

#include "mull-quiet-guard.h"

#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

struct _MullQuietGuard
{
  AdwBin parent_instance;

  /* Template children */
  GtkLabel *until;
  GtkLabel *words;
  GtkLabel *told;
  GtkLabel *mirror;
  GtkButton *contacted;
  GtkWidget *reason_box;
  GtkEntry *reason;
};

G_DEFINE_FINAL_TYPE (MullQuietGuard, mull_quiet_guard, ADW_TYPE_BIN)

static guint passed_signal;

static void
pass (MullQuietGuard *self, MullQuietReason how)
{
  g_autofree char *reason =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));

  g_signal_emit (self, passed_signal, 0, how, how == MULL_QUIET_REASON_ANYWAY ? reason : NULL);
}

static void
contacted_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  pass (MULL_QUIET_GUARD (widget), MULL_QUIET_REASON_THEY_CONTACTED);
}

static void
duty_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  pass (MULL_QUIET_GUARD (widget), MULL_QUIET_REASON_DUTY);
}

static void
anyway_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullQuietGuard *self = MULL_QUIET_GUARD (widget);

  gtk_widget_set_visible (self->reason_box, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static void
call_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  pass (MULL_QUIET_GUARD (widget), MULL_QUIET_REASON_ANYWAY);
}

static void
update_call (MullQuietGuard *self)
{
  g_autofree char *reason =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "guard.call", *reason != '\0');
}

static void
on_reason_changed_cb (MullQuietGuard *self, GtkEditable *reason)
{
  update_call (self);
}

static void
on_reason_activate_cb (MullQuietGuard *self, GtkEntry *reason)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "guard.call", NULL);
}

static gboolean
mull_quiet_guard_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MULL_QUIET_GUARD (widget)->contacted));
}

static void
mull_quiet_guard_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_QUIET_GUARD);
  G_OBJECT_CLASS (mull_quiet_guard_parent_class)->dispose (object);
}

static void
mull_quiet_guard_class_init (MullQuietGuardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_quiet_guard_dispose;
  widget_class->focus = mull_widget_focus_children;
  widget_class->grab_focus = mull_quiet_guard_grab_focus;

  /**
   * MullQuietGuard::passed:
   * @how: a #MullQuietReason
   * @reason: (nullable): why, for %MULL_QUIET_REASON_ANYWAY
   *
   * The rep has decided to reach for them.
   */
  passed_signal = g_signal_new ("passed", MULL_TYPE_QUIET_GUARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/common/mull-quiet-guard.ui");
  gtk_widget_class_bind_template_child (widget_class, MullQuietGuard, until);
  gtk_widget_class_bind_template_child (widget_class, MullQuietGuard, words);
  gtk_widget_class_bind_template_child (widget_class, MullQuietGuard, told);
  gtk_widget_class_bind_template_child (widget_class, MullQuietGuard, mirror);
  gtk_widget_class_bind_template_child (widget_class, MullQuietGuard, contacted);
  gtk_widget_class_bind_template_child (widget_class, MullQuietGuard, reason_box);
  gtk_widget_class_bind_template_child (widget_class, MullQuietGuard, reason);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_activate_cb);
  gtk_widget_class_install_action (widget_class, "guard.contacted", NULL, contacted_action);
  gtk_widget_class_install_action (widget_class, "guard.duty", NULL, duty_action);
  gtk_widget_class_install_action (widget_class, "guard.anyway", NULL, anyway_action);
  gtk_widget_class_install_action (widget_class, "guard.call", NULL, call_action);
}

static void
mull_quiet_guard_init (MullQuietGuard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_call (self);
}

/* The one that they had to say most often; of these, the one that lasts longest. */
static guint
find_loudest (const MullGuard *guard)
{
  guint loudest = 0;

  for (guint i = 1; i < guard->quiets->len; i++)
    {
      const MullQuiet *quiet = guard->quiets->pdata[i];
      const MullQuiet *other = guard->quiets->pdata[loudest];

      if (quiet->times_told > other->times_told ||
          (quiet->times_told == other->times_told && quiet->until_on > other->until_on))
        loudest = i;
    }
  return loudest;
}

static char *
format_until (const MullQuiet *quiet, const char *asker)
{
  g_autofree char *until = mull_quiet_format (quiet);

  if (*asker == '\0')
    /* Translators: %s is "until 1 July" */
    return g_strdup_printf (_ ("They asked to be left alone %s."), until);
  /* Translators: %1$s is a person, %2$s is "until 1 July" */
  return g_strdup_printf (_ ("%1$s asked to be left alone %2$s."), asker, until);
}

/**
 * mull_quiet_guard_show:
 * @self: a guard
 * @guard: an answer that is closed
 *
 * Shows their words and how often they had to say it; near the end of a month it asks whose problem
 * this solves.
 */
void
mull_quiet_guard_show (MullQuietGuard *self, const MullGuard *guard)
{
  const MullQuiet *quiet;
  g_autofree char *until = NULL;
  g_autofree char *told = NULL;
  guint loudest;

  g_return_if_fail (MULL_IS_QUIET_GUARD (self) && guard->quiets->len > 0);

  loudest = find_loudest (guard);
  quiet = guard->quiets->pdata[loudest];
  until = format_until (quiet, guard->askers->pdata[loudest]);
  told = g_strdup_printf (ngettext ("They had to say it %d time.", "They had to say it %d times.",
                                    (gulong) quiet->times_told),
                          quiet->times_told);
  gtk_label_set_text (self->until, until);
  gtk_label_set_text (self->words, quiet->words);
  gtk_widget_set_visible (GTK_WIDGET (self->words), *quiet->words != '\0');
  gtk_label_set_text (self->told, told);
  gtk_widget_set_visible (GTK_WIDGET (self->told), mull_quiet_is_told_again (quiet));
  gtk_label_set_text (self->mirror, guard->mirror != NULL ? guard->mirror : "");
  gtk_widget_set_visible (GTK_WIDGET (self->mirror), guard->mirror != NULL);
  gtk_widget_set_visible (self->reason_box, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
}
