/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-widget"

#include "config.h"

#include "mull-widget.h"

/**
 * mull_widget_dispose_template:
 * @type: the class that has the template
 *
 * For the dispose of a class that has a template and is no container: lets go of the children of
 * its template, also of those that no field of the instance names, which
 * gtk_widget_dispose_template() alone would leave behind.
 */
void
mull_widget_dispose_template (GtkWidget *widget, GType type)
{
  GtkWidget *child;

  gtk_widget_dispose_template (widget, type);
  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}
