/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-ui"

#include "config.h"

#include "mull-ui.h"

#include "mull-ui-resources.h"

/**
 * mull_ui_init:
 *
 * Makes templates, style and icons known. Every class with a template calls it before it names
 * one, and so does main; only the first call does anything.
 *
 * The bundle does not register itself: from inside a static library the linker drops such a
 * constructor, since nothing refers to it.
 */
void
mull_ui_init (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      mull_ui_register_resource ();
      g_once_init_leave (&done, 1);
    }
}
