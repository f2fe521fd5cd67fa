/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-why-popover"

#include "config.h"

#include "mull-why-popover.h"

#include "mull-deal-reasons.h"
#include "mull-feedback.h"
#include "mull-popover.h"
#include "mull-reason.h"

#include <glib/gi18n-lib.h>

#define WIDTH_CHARS 44
/* Then it scrolls. */
#define HEIGHT_MAX 420

static GtkWidget *
new_line (const MullReason *reason, gint64 deal_id)
{
  GtkWidget *label = gtk_label_new (reason->text);
  GtkWidget *button;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  if (reason->source != MULL_REASON_ENTRY || reason->id == 0)
    return label;
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", deal_id, reason->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-entry");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  reason->text, -1);
  return button;
}

/**
 * mull_why_popover_new:
 * @reasons: (element-type MullReason): why something is as it is
 * @deal_id: the deal that it is about
 *
 * Returns: (transfer floating): a popover that says so; see mull_popover_show_once()
 */
GtkWidget *
mull_why_popover_new (GPtrArray *reasons, gint64 deal_id)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < reasons->len; i++)
    gtk_box_append (GTK_BOX (box), new_line (reasons->pdata[i], deal_id));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT_MAX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Why?"), -1);
  return popover;
}

/**
 * mull_why_popover_show_deal:
 * @workspace: the data
 * @deal_id: a deal
 * @page: whose actions the popover uses
 * @inside: a widget in @page
 * @area: what it points at, in coordinates of @inside
 *
 * Says why a deal stands as it does, wherever it is listed: whose move it is, and then each badge
 * of its card.
 */
void
mull_why_popover_show_deal (MullWorkspace *workspace,
                            gint64 deal_id,
                            GtkWidget *page,
                            GtkWidget *inside,
                            const GdkRectangle *area)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDossier) dossier = mull_dossier_load (workspace, deal_id, &error);
  g_autoptr (GPtrArray) reasons = NULL;

  if (dossier == NULL)
    {
      mull_feedback_error (page, error);
      return;
    }
  reasons = mull_deal_reasons_new (dossier, workspace);
  mull_popover_show_at (GTK_POPOVER (mull_why_popover_new (reasons, deal_id)), page, inside, area);
}
