/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-choice.h"

G_BEGIN_DECLS

/* What can be done, read from the menus that offer it and from the keys that do it: there is no
 * second list to forget. */
void mull_commands_add_menu (GPtrArray *commands, GtkWidget *origin, GMenuModel *menu);
void mull_commands_add_page (GPtrArray *commands, GtkWidget *page);
void mull_commands_add (GPtrArray *commands,
                        GtkWidget *origin,
                        const char *label,
                        const char *action,
                        GVariant *target);

G_END_DECLS
