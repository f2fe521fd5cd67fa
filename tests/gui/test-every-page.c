/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold of every page, form and menu: it fits, its figures are whole, everything has a
 * name, everything is translated. */
#include "config.h"

#include "mull-paragraph.h"
#include "mull-stage-path.h"
#include "page-tour.h"

#include <glib/gi18n-lib.h>

/* A telephone held upright, and what a window without a shadow takes of it for its frame. */
#define NARROW 360
#define FRAME 10

/* ── It fits ──────────────────────────────────────────────────────────── */

static int
measure_width (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}

/* The way down to what is too wide. */
static void
tell_widest (GtkWidget *widget, GString *out)
{
  GtkWidget *widest = NULL;

  while (widget != NULL)
    {
      const char *text = mull_gui_test_get_text (widget);

      g_string_append_printf (
          out, "  %s%s%s %d%s%s\n", G_OBJECT_TYPE_NAME (widget),
          gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)) != NULL ? "#" : "",
          gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)) != NULL
              ? gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget))
              : "",
          measure_width (widget), text != NULL ? ": " : "", text != NULL ? text : "");
      widest = NULL;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        if (gtk_widget_get_child_visible (child) && gtk_widget_get_visible (child) &&
            !GTK_IS_NATIVE (child) &&
            (widest == NULL || measure_width (child) > measure_width (widest)))
          widest = child;
      widget = widest;
    }
}

/* "€ 12,400", "12,400.00 EUR", "$3". */
static gboolean
has_amount (const char *text)
{
  static GRegex *regex = NULL;

  if (regex == NULL)
    regex =
        g_regex_new ("[$€£]\\p{Z}*\\d|\\d\\p{Z}*[$€£]|\\b[A-Z]{3}\\p{Z}\\d|\\d\\p{Z}[A-Z]{3}\\b",
                     G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  return g_regex_match (regex, text, G_REGEX_MATCH_DEFAULT, NULL);
}

static void
find_cut_amounts (GtkWidget *widget, GString *out)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      gtk_label_get_ellipsize (GTK_LABEL (widget)) != PANGO_ELLIPSIZE_NONE &&
      has_amount (gtk_label_get_text (GTK_LABEL (widget))) &&
      pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    g_string_append_printf (out, "  “%s” is cut\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_cut_amounts (child, out);
}

/* What is wider than the window and has to be pushed to be seen: only rows of chips and of stages
 * may be. */
static void
find_sideways (GtkWidget *widget, GString *out)
{
  GtkPolicyType policy;

  if (GTK_IS_SCROLLED_WINDOW (widget) && gtk_widget_get_mapped (widget))
    {
      GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (widget));

      gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &policy, NULL);
      if (policy != GTK_POLICY_EXTERNAL &&
          gtk_widget_get_ancestor (widget, MULL_TYPE_STAGE_PATH) == NULL &&
          gtk_adjustment_get_upper (across) > gtk_adjustment_get_page_size (across))
        {
          g_string_append_printf (out, "  is %g pixels wide and shows %g\n",
                                  gtk_adjustment_get_upper (across),
                                  gtk_adjustment_get_page_size (across));
          tell_widest (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (widget)), out);
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_sideways (child, out);
}

/* A text that got less height than its lines need: it stands over what is next to it. What was made
 * a moment ago has no height yet. */
static void
find_low_texts (GtkWidget *widget, GString *out)
{
  int height;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && gtk_widget_get_height (widget) > 0)
    {
      pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (widget)), NULL, &height);
      if (height > gtk_widget_get_height (widget))
        g_string_append_printf (out, "  “%s” is %d pixels high and has %d\n",
                                gtk_label_get_text (GTK_LABEL (widget)), height,
                                gtk_widget_get_height (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_low_texts (child, out);
}

/* A form that scrolls although it could be higher. What a text view needs is not known before it is
 * shown, and what a button in two lines needs in a bar not exactly. */
static void
find_low_forms (GtkWidget *widget, GString *out)
{
  if (GTK_IS_SCROLLED_WINDOW (widget) && gtk_widget_get_mapped (widget) &&
      gtk_scrolled_window_get_max_content_height (GTK_SCROLLED_WINDOW (widget)) > 0)
    {
      GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
      double shown = gtk_adjustment_get_page_size (down);

      if (shown < 0.9 * gtk_adjustment_get_upper (down) &&
          shown < gtk_scrolled_window_get_max_content_height (GTK_SCROLLED_WINDOW (widget)) &&
          mull_gui_test_find (widget, GTK_TYPE_TEXT_VIEW, NULL, NULL) == NULL)
        g_string_append_printf (out, "  shows %g of %g pixels\n", shown,
                                gtk_adjustment_get_upper (down));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_low_forms (child, out);
}

/* What is inside the shadow of a window or a popover. */
static GtkWidget *
get_inside (GtkWidget *root)
{
  if (GTK_IS_WINDOW (root))
    return gtk_window_get_child (GTK_WINDOW (root));
  return GTK_IS_POPOVER (root) ? gtk_widget_get_first_child (root) : root;
}

static void
check_fit (GtkWidget *root, const char *where, gpointer user_data)
{
  GString *offences = user_data;
  GtkWidget *inside = get_inside (root);
  g_autoptr (GString) cut = g_string_new (NULL);
  /* A popover may stand out of its window, and so may a dialog by its frame. */
  int widest = GTK_IS_POPOVER (root) ? 2 * NARROW : GTK_IS_WINDOW (root) ? NARROW : NARROW - FRAME;

  if (measure_width (inside) > widest)
    {
      g_string_append_printf (offences, "%s is %d pixels wide:\n", where, measure_width (inside));
      tell_widest (inside, offences);
    }
  find_cut_amounts (root, cut);
  find_sideways (root, cut);
  if (!GTK_IS_POPOVER (root))
    find_low_texts (root, cut);
  if (GTK_IS_WINDOW (root))
    find_low_forms (inside, cut);
  if (cut->len > 0)
    g_string_append_printf (offences, "%s:\n%s", where, cut->str);
}

static const struct
{
  const char *path;
  GtkTextDirection direction;
  int percent; /* of the size of letters */
} fits[] = {
  { "/every-page/fits/in-english", GTK_TEXT_DIR_LTR, 100 },
  { "/every-page/fits/right-to-left-and-larger", GTK_TEXT_DIR_RTL, 150 },
  { "/every-page/fits/twice-as-large", GTK_TEXT_DIR_LTR, 200 },
};

/* In the language that the environment asks for, if there is one. */
static void
test_fits_in_a_language (void)
{
  g_autoptr (GString) offences = g_string_new (NULL);

  if (g_str_equal (g_dgettext (GETTEXT_PACKAGE, "Back"), "Back"))
    {
      g_test_skip ("This is for another language than English.");
      return;
    }
  page_tour_run (NARROW, 640, check_fit, offences);
  if (offences->len > 0)
    g_error ("In %d pixels:\n%s", NARROW, offences->str);
}

static void
test_fits (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  GtkSettings *settings = gtk_settings_get_default ();
  g_autoptr (GString) offences = g_string_new (NULL);
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024 * fits[i].percent / 100, NULL);
  gtk_widget_set_default_direction (fits[i].direction);
  page_tour_run (NARROW, 640, check_fit, offences);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  if (offences->len > 0)
    g_error ("In %d pixels:\n%s", NARROW, offences->str);
}

/* ── It has a name ────────────────────────────────────────────────────── */

static gboolean
has_name (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                           GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static gboolean
says_something (GtkWidget *widget, gpointer user_data)
{
  const char *text = mull_gui_test_get_text (widget);

  return text != NULL && *text != '\0';
}

/* What a screen reader takes the name from: what the thing says, or the thing that it is a part
 * of. */
static gboolean
is_named (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (has_name (widget))
    return TRUE;
  if (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_LIST_BOX_ROW (widget) ||
      GTK_IS_EXPANDER (widget) || GTK_IS_LABEL (widget) || GTK_IS_FLOW_BOX_CHILD (widget))
    if (mull_gui_test_find (widget, GTK_TYPE_WIDGET, says_something, NULL) != NULL)
      return TRUE;
  /* The button in a button for a menu, the text in an entry. */
  return parent != NULL && (GTK_IS_MENU_BUTTON (parent) || GTK_IS_EDITABLE (parent)) &&
         has_name (parent);
}

/* What scrolls takes the focus only where nothing inside can; what GTK and libadwaita make for
 * themselves nobody can name. */
static gboolean
needs_name (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_focusable (widget) &&
         !GTK_IS_SCROLLED_WINDOW (widget) && !GTK_IS_LIST_BOX (widget) && !GTK_IS_WINDOW (widget) &&
         !GTK_IS_POPOVER (widget) && !GTK_IS_STACK (widget);
}

/* A drop-down shows its choice as the row of a list. A row of libadwaita is what its title says,
 * and does not say so of the text in it. */
static gboolean
is_never_reached (GtkWidget *widget)
{
  if (GTK_IS_LIST_VIEW (widget) ||
      G_TYPE_CHECK_INSTANCE_TYPE (widget, g_type_from_name ("GtkListItemWidget")))
    return gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL ||
           gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) != NULL;
  return GTK_IS_TEXT (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW) != NULL;
}

static void
find_nameless (GtkWidget *widget, GString *out)
{
  if (GTK_IS_WINDOW_CONTROLS (widget))
    return;
  if (needs_name (widget) && !is_named (widget))
    g_string_append_printf (out, "  %s#%s in %s\n", G_OBJECT_TYPE_NAME (widget),
                            gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)),
                            G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!is_never_reached (child))
      find_nameless (child, out);
}

static void
check_names (GtkWidget *root, const char *where, gpointer user_data)
{
  g_autoptr (GString) nameless = g_string_new (NULL);

  find_nameless (root, nameless);
  if (nameless->len > 0)
    g_string_append_printf (user_data, "%s:\n%s", where, nameless->str);
}

/* ── Its keys are its own ─────────────────────────────────────────────── */

static gboolean
holds (GArray *keys, guint key)
{
  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, guint, i) == key)
      return TRUE;
  return FALSE;
}

/* Two lines of one menu with the same underlined letter: neither is chosen by it. */
static void
find_double_keys (GtkWidget *widget, GArray *keys, GString *out)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    {
      guint key = gtk_label_get_mnemonic_keyval (GTK_LABEL (widget));

      if (key != 0 && key != GDK_KEY_VoidSymbol && holds (keys, key))
        g_string_append_printf (out, "  %s\n", gtk_label_get_label (GTK_LABEL (widget)));
      g_array_append_val (keys, key);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_double_keys (child, keys, out);
}

static void
check_keys (GtkWidget *root, const char *where, gpointer user_data)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) found = g_string_new (NULL);

  if (GTK_IS_POPOVER_MENU (root))
    find_double_keys (root, keys, found);
  if (found->len > 0)
    g_string_append_printf (user_data, "%s has a key twice:\n%s", where, found->str);
}

/* ── It is translated ─────────────────────────────────────────────────── */

/* What is left of a text when what was translated is taken away, and what is data. */
static char *
dup_rest (const char *text)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x27e6)
        depth++;
      else if (c == 0x27e7 && depth > 0)
        depth--;
      else if (c == 0x27e7)
        /* The end of a text whose beginning was cut off. */
        g_string_truncate (rest, 0);
      else if (depth == 0)
        g_string_append_unichar (rest, c);
    }
  for (guint i = 0; i < page_tour_get_n_data (); i++)
    if (*page_tour_get_data (i) != '\0')
      g_string_replace (rest, page_tour_get_data (i), "", 0);
  return g_string_free (g_steal_pointer (&rest), FALSE);
}

/* Two letters make a word, but for currencies, keys, the days of the week, which come from the
 * system, and what has a point in it: an address. */
static gboolean
has_words (const char *rest)
{
  static GRegex *word = NULL;
  static GRegex *no_word = NULL;
  g_autofree char *left = NULL;

  if (word == NULL)
    {
      word = g_regex_new ("\\p{L}{2,}", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
      no_word = g_regex_new ("\\b(CHF|EUR|GBP|USD|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\b|(Shift\\+)?"
                             "Ctrl\\+\\S+|\\S+[@/.]\\S+",
                             G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
    }
  left = g_regex_replace (no_word, rest, -1, 0, "", G_REGEX_MATCH_DEFAULT, NULL);
  return g_regex_match (word, left, G_REGEX_MATCH_DEFAULT, NULL);
}

static void
check_text (GtkWidget *widget, const char *what, const char *text, GString *out)
{
  g_autofree char *rest = text != NULL ? dup_rest (text) : NULL;

  if (rest != NULL && has_words (rest))
    g_string_append_printf (out, "  %s of %s#%s: %s\n", what, G_OBJECT_TYPE_NAME (widget),
                            gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), text);
}

/* The test's own way of asking answers with what is there if it is not what was asked for. */
static char *
dup_accessible_text (GtkWidget *widget, GtkAccessibleProperty property)
{
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), property))
    return NULL;
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, "");
}

/* Some speak the language of GTK and libadwaita, and initials are data. */
static gboolean
is_no_text (GtkWidget *widget)
{
  /* What empties an entry. */
  if (GTK_IS_IMAGE (widget) && GTK_IS_SEARCH_ENTRY (gtk_widget_get_parent (widget)))
    return TRUE;
  return GTK_IS_WINDOW_CONTROLS (widget) || ADW_IS_AVATAR (widget) ||
         g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), "search_button") ==
             0 ||
         g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), "avatar") == 0;
}

static void
find_untranslated (GtkWidget *widget, GString *out)
{
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;

  if (is_no_text (widget))
    return;
  if (gtk_widget_get_mapped (widget))
    {
      label = dup_accessible_text (widget, GTK_ACCESSIBLE_PROPERTY_LABEL);
      description = dup_accessible_text (widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      check_text (widget, "text", mull_gui_test_get_text (widget), out);
      check_text (widget, "tooltip", gtk_widget_get_tooltip_text (widget), out);
      check_text (widget, "name", label, out);
      check_text (widget, "description", description, out);
      if (GTK_IS_TEXT (widget))
        {
          check_text (widget, "content", gtk_editable_get_text (GTK_EDITABLE (widget)), out);
          check_text (widget, "hint", gtk_text_get_placeholder_text (GTK_TEXT (widget)), out);
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_untranslated (child, out);
}

static void
check_words (GtkWidget *root, const char *where, gpointer user_data)
{
  g_autoptr (GString) found = g_string_new (NULL);

  if (GTK_IS_WINDOW (root))
    check_text (root, "title", gtk_window_get_title (GTK_WINDOW (root)), found);
  find_untranslated (root, found);
  if (found->len > 0)
    g_string_append_printf (user_data, "%s:\n%s", where, found->str);
}

typedef struct
{
  GString *untranslated;
  GString *nameless;
} Silence;

static void
check_words_and_names (GtkWidget *root, const char *where, gpointer user_data)
{
  Silence *silence = user_data;

  check_words (root, where, silence->untranslated);
  check_names (root, where, silence->nameless);
  check_keys (root, where, silence->nameless);
}

/* In the language that pseudo.py makes. */
static void
test_words (void)
{
  g_autoptr (GString) untranslated = g_string_new (NULL);
  g_autoptr (GString) nameless = g_string_new (NULL);
  Silence silence = { untranslated, nameless };

  if (!g_str_has_prefix (g_dgettext (GETTEXT_PACKAGE, "Back"), "⟦"))
    {
      g_test_skip ("This is for a language of our own.");
      return;
    }
  page_tour_run (1000, 700, check_words_and_names, &silence);
  if (untranslated->len > 0)
    g_error ("Not given to gettext:\n%s", untranslated->str);
  if (nameless->len > 0)
    g_error ("A screen reader has nothing to say:\n%s", nameless->str);
}

int
main (int argc, char *argv[])
{
  int result;

  if (g_getenv ("MULLIGAN_LOCALE_DIR") != NULL)
    {
      bindtextdomain (GETTEXT_PACKAGE, g_getenv ("MULLIGAN_LOCALE_DIR"));
      bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
      textdomain (GETTEXT_PACKAGE);
    }
  mull_gui_test_init (&argc, &argv);
  page_tour_init ();
  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    g_test_add_data_func (fits[i].path, GUINT_TO_POINTER (i), test_fits);
  g_test_add_func ("/every-page/fits/in-a-language", test_fits_in_a_language);
  g_test_add_func ("/every-page/words-and-names", test_words);
  result = g_test_run ();
  page_tour_end ();
  return result;
}
