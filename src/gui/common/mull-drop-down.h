/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mull_drop_down_give_way (GtkDropDown *drop_down);

G_END_DECLS
