/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-toast-place"

#include "config.h"

#include "mull-toast-place.h"

struct _MullToastPlace
{
  AdwBin parent_instance;

  /* Owned */
  AdwToast *last; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MullToastPlace, mull_toast_place, ADW_TYPE_BIN)

static void
mull_toast_place_dispose (GObject *object)
{
  g_clear_object (&MULL_TOAST_PLACE (object)->last);
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
