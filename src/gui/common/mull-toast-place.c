/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-toast-place"

#include "config.h"

#include "mull-toast-place.h"

struct _MullToastPlace
{
  AdwBin parent_instance;

  /* Owned */
  AdwToast *last;    /* (nullable) */
  GListModel *shown; /* (nullable): children of the overlay, while toasts are hidden */
};

G_DEFINE_FINAL_TYPE (MullToastPlace, mull_toast_place, ADW_TYPE_BIN)

static void
mull_toast_place_dispose (GObject *object)
{
  g_clear_object (&MULL_TOAST_PLACE (object)->last);
  g_clear_object (&MULL_TOAST_PLACE (object)->shown);
  G_OBJECT_CLASS (mull_toast_place_parent_class)->dispose (object);
}

static void
mull_toast_place_class_init (MullToastPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mull_toast_place_dispose;
}

static void
mull_toast_place_init (MullToastPlace *self)
{
}

static void
on_toast_dismissed_cb (AdwToast *toast, MullToastPlace *self)
{
  if (self->last == toast)
    g_clear_object (&self->last);
}

/**
 * mull_toast_place_replace:
 * @toast: (transfer none): the toast about the last step, to be added to the overlay next
 *
 * Makes the toast about the step before go.
 */
void
mull_toast_place_replace (MullToastPlace *self, AdwToast *toast)
{
  g_autoptr (AdwToast) last = NULL;

  g_return_if_fail (MULL_IS_TOAST_PLACE (self));
  g_return_if_fail (ADW_IS_TOAST (toast));

  last = g_steal_pointer (&self->last);
  if (last != NULL)
    adw_toast_dismiss (last);
  self->last = g_object_ref (toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_toast_dismissed_cb), self,
                           G_CONNECT_DEFAULT);
}

static void
hide_toasts (MullToastPlace *self, gboolean hidden)
{
  AdwToastOverlay *overlay = ADW_TOAST_OVERLAY (adw_bin_get_child (ADW_BIN (self)));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != adw_toast_overlay_get_child (overlay))
      gtk_widget_set_child_visible (child, !hidden);
}

static void
on_shown_changed_cb (MullToastPlace *self)
{
  hide_toasts (self, TRUE);
}

/**
 * mull_toast_place_set_hidden:
 * @self: a place with an overlay
 * @hidden: whether toasts are out of sight and out of reach, those that come meanwhile too
 *
 * Makes room for what is to be reached where toasts are. Their time goes on.
 */
void
mull_toast_place_set_hidden (MullToastPlace *self, gboolean hidden)
{
  g_return_if_fail (MULL_IS_TOAST_PLACE (self));

  if (hidden == (self->shown != NULL))
    return;
  if (hidden)
    {
      self->shown = gtk_widget_observe_children (adw_bin_get_child (ADW_BIN (self)));
      g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (on_shown_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  else
    {
      g_signal_handlers_disconnect_by_func (self->shown, on_shown_changed_cb, self);
      g_clear_object (&self->shown);
    }
  hide_toasts (self, hidden);
}
