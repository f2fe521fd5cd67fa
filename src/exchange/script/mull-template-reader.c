/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-template-reader"

#include "config.h"

#include "mull-template-reader.h"

#include "mull-error.h"
#include "mull-exchange.h"
#include "mull-fill-in.h"
#include "mull-rule-reader.h"
#include "mull-xml-reader.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define TEMPLATES MULL_EXCHANGE_RESOURCE_PATH "/templates"
#define GRAMMAR TEMPLATES "/script-template.rng"
#define TEMPLATE_MAX (256 * 1024)

/* In the order in which they are offered. */
static const char *const bundled[] = { "do-over", "own-it", "get-to-no", "roadblock", NULL };

/* Whether each placeholder of one text is in the other as well. */
static gboolean
has_same_placeholders (const char *text, const char *other)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\{[^{}]*\\}", 0, 0, NULL);
  const char *const sides[] = { text, other };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      for (g_regex_match (regex, sides[i], 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        {
          g_autofree char *placeholder = g_match_info_fetch (match, 0);

          if (strstr (sides[1 - i], placeholder) == NULL)
            return FALSE;
        }
    }
  return TRUE;
}

/* The text of the element in the language of the interface, if @translated says so afterwards. A
 * translation that lost or invented a placeholder would say something wrong on the phone, so the
 * original stands in for it. */
static char *
read_translated (MullXmlReader *reader, gboolean *translated)
{
  int line = mull_xml_reader_get_line (reader);
  g_autofree char *text = mull_xml_reader_dup_text (reader);
  const char *other;

  *translated = FALSE;
  if (*text == '\0')
    {
      mull_xml_reader_refuse (reader, line, _ ("the text is empty"));
      return g_steal_pointer (&text);
    }
  other = g_dgettext (GETTEXT_PACKAGE, text);
  *translated = other != text && has_same_placeholders (text, other);
  return *translated ? g_strdup (other) : g_steal_pointer (&text);
}

static void
take_translated (MullXmlReader *reader, char **field)
{
  gboolean translated;

  g_free (*field);
  *field = read_translated (reader, &translated);
}

static void
take_attribute (MullXmlReader *reader, const char *attribute, char **field)
{
  char *value = mull_xml_reader_dup_attribute (reader, attribute);

  g_free (*field);
  *field = value != NULL ? value : g_strdup ("");
}

static int
read_nick (MullXmlReader *reader, const char *attribute, GType type)
{
  g_autofree char *nick = mull_xml_reader_dup_attribute (reader, attribute);
  int value = MULL_CASE_ANY;

  if (nick != NULL && !mull_enum_from_nick (type, nick, &value))
    return MULL_CASE_ANY;
  return value;
}

/* One <text> with its conditions. */
static void
read_wording (MullXmlReader *reader, MullTemplatePart *part)
{
  g_autofree char *first_time = mull_xml_reader_dup_attribute (reader, "first-time");
  g_autofree char *text = NULL;
  int line = mull_xml_reader_get_line (reader);
  gboolean translated;
  MullTemplateCase when = {
    .elapsed = read_nick (reader, "elapsed", MULL_TYPE_ELAPSED),
    .hole = read_nick (reader, "hole", MULL_TYPE_HOLE_KIND),
    .occasion = read_nick (reader, "occasion", MULL_TYPE_OCCASION),
    .first_time = first_time == NULL ? MULL_CASE_ANY : g_str_equal (first_time, "yes"),
  };

  text = read_translated (reader, &translated);
  mull_template_part_add (part, &when, text, line);
  part->n_translated += translated;
}

/* An element that has nothing but texts: a phrase, a subject, a part. */
static MullTemplatePart *
read_part (MullXmlReader *reader, const char *id_attribute)
{
  int depth = mull_xml_reader_get_depth (reader);
  g_autofree char *id = mull_xml_reader_dup_attribute (reader, id_attribute);
  MullTemplatePart *part =
      mull_template_part_new (id != NULL ? id : "", mull_xml_reader_get_line (reader));

  while (mull_xml_reader_next_child (reader, depth))
    read_wording (reader, part);
  return part;
}

static void
read_parts (MullXmlReader *reader, const char *element, const char *id_attribute, GPtrArray *parts)
{
  int depth = mull_xml_reader_get_depth (reader);

  while (mull_xml_reader_next_child (reader, depth))
    if (mull_xml_reader_is (reader, element))
      g_ptr_array_add (parts, read_part (reader, id_attribute));
}

static guint
read_checks (MullXmlReader *reader)
{
  g_autofree char *attribute = mull_xml_reader_dup_attribute (reader, "checks");
  g_auto (GStrv) nicks = g_strsplit_set (attribute != NULL ? attribute : "", " \t\r\n", -1);
  guint checks = 0;

  for (guint i = 0; nicks[i] != NULL; i++)
    {
      int category;

      if (mull_enum_from_nick (MULL_TYPE_REMARK_CATEGORY, nicks[i], &category))
        checks |= MULL_REMARK_BIT (category);
    }
  return checks;
}

static MullTemplateBeat *
read_beat (MullXmlReader *reader)
{
  int depth = mull_xml_reader_get_depth (reader);
  g_autofree char *max_sentences = mull_xml_reader_dup_attribute (reader, "max-sentences");
  MullTemplateBeat *beat = mull_template_beat_new ();

  take_attribute (reader, "id", &beat->id);
  beat->line = mull_xml_reader_get_line (reader);
  beat->checks = read_checks (reader);
  if (max_sentences != NULL)
    beat->max_sentences = (int) g_ascii_strtoll (max_sentences, NULL, 10);
  beat->speech = mull_template_part_new (beat->id, beat->line);

  while (mull_xml_reader_next_child (reader, depth))
    {
      if (mull_xml_reader_is (reader, "title"))
        take_translated (reader, &beat->title);
      else if (mull_xml_reader_is (reader, "prompt"))
        take_translated (reader, &beat->prompt);
      else if (mull_xml_reader_is (reader, "example"))
        take_translated (reader, &beat->example);
      else if (mull_xml_reader_is (reader, "text"))
        read_wording (reader, beat->speech);
    }
  return beat;
}

static void
read_mail (MullXmlReader *reader, MullTemplateAnswer *answer)
{
  int depth = mull_xml_reader_get_depth (reader);

  while (mull_xml_reader_next_child (reader, depth))
    {
      if (mull_xml_reader_is (reader, "part"))
        g_ptr_array_add (answer->mail, read_part (reader, "beat"));
      else if (mull_xml_reader_is (reader, "subject"))
        {
          g_clear_pointer (&answer->subject, mull_template_part_free);
          answer->subject = read_part (reader, "beat");
        }
    }
}

static MullTemplateAnswer *
read_answer (MullXmlReader *reader)
{
  int depth = mull_xml_reader_get_depth (reader);
  MullTemplateAnswer *answer = mull_template_answer_new ();

  take_attribute (reader, "id", &answer->id);
  answer->line = mull_xml_reader_get_line (reader);
  while (mull_xml_reader_next_child (reader, depth))
    {
      if (mull_xml_reader_is (reader, "title"))
        take_translated (reader, &answer->title);
      else if (mull_xml_reader_is (reader, "say"))
        read_parts (reader, "part", "beat", answer->speech);
      else if (mull_xml_reader_is (reader, "mail"))
        read_mail (reader, answer);
    }
  return answer;
}

/* ── In which language ────────────────────────────────────────────────── */

static void
count_part (const MullTemplatePart *part, guint *n, guint *n_translated)
{
  *n += part->wordings->len;
  *n_translated += part->n_translated;
}

static void
count_parts (GPtrArray *parts, guint *n, guint *n_translated)
{
  for (guint i = 0; i < parts->len; i++)
    count_part (parts->pdata[i], n, n_translated);
}

/* A translation that is not ready yet leaves a script in the language of the original. */
static gboolean
is_mostly_translated (const MullScriptTemplate *script)
{
  guint n = 0, n_translated = 0;

  for (guint i = 0; i < script->beats->len; i++)
    count_part (((MullTemplateBeat *) script->beats->pdata[i])->speech, &n, &n_translated);
  for (guint i = 0; i < script->answers->len; i++)
    {
      const MullTemplateAnswer *answer = script->answers->pdata[i];

      count_parts (answer->speech, &n, &n_translated);
      count_parts (answer->mail, &n, &n_translated);
    }
  count_parts (script->phrases, &n, &n_translated);
  count_parts (script->voicemail, &n, &n_translated);
  return 2 * n_translated > n;
}

static void
read_root (MullXmlReader *reader, MullScriptTemplate *script)
{
  int depth = mull_xml_reader_get_depth (reader);

  take_attribute (reader, "id", &script->id);
  script->line = mull_xml_reader_get_line (reader);
  while (mull_xml_reader_next_child (reader, depth))
    {
      if (mull_xml_reader_is (reader, "name"))
        take_translated (reader, &script->name);
      else if (mull_xml_reader_is (reader, "summary"))
        take_translated (reader, &script->summary);
      else if (mull_xml_reader_is (reader, "phrases"))
        read_parts (reader, "phrase", "id", script->phrases);
      else if (mull_xml_reader_is (reader, "voicemail"))
        read_parts (reader, "part", "beat", script->voicemail);
      else if (mull_xml_reader_is (reader, "beats"))
        while (mull_xml_reader_next_child (reader, depth + 1))
          g_ptr_array_add (script->beats, read_beat (reader));
      else if (mull_xml_reader_is (reader, "answers"))
        while (mull_xml_reader_next_child (reader, depth + 1))
          g_ptr_array_add (script->answers, read_answer (reader));
    }
}

/**
 * mull_template_reader_read:
 * @bytes: an XML document
 * @name: its name in error messages
 * @error: return location for a %MULL_ERROR_INVALID
 *
 * Reads a script template. A document that does not fit is refused whole, with its name, the line
 * and the reason in one sentence. Texts are translated if the catalogue has them.
 *
 * Returns: (transfer full) (nullable): the template
 */
MullScriptTemplate *
mull_template_reader_read (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (MullXmlReader) reader =
      mull_xml_reader_new (bytes, name, GRAMMAR, TEMPLATE_MAX, error);
  g_autoptr (MullScriptTemplate) script = NULL;
  g_autoptr (GError) check_error = NULL;
  int line = 0;

  if (reader == NULL)
    return NULL;

  script = mull_script_template_new ();
  read_root (reader, script);
  if (mull_xml_reader_finish (reader, NULL) &&
      !mull_script_template_check (script, &line, &check_error))
    mull_xml_reader_refuse (reader, line, check_error->message);

  if (is_mostly_translated (script))
    {
      g_free (script->language);
      script->language = mull_rule_reader_dup_interface_language ();
    }
  return mull_xml_reader_finish (reader, error) ? g_steal_pointer (&script) : NULL;
}

/**
 * mull_template_reader_load:
 * @id: id of a bundled template
 * @error: return location for a %MULL_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the template, in the language of the interface
 */
MullScriptTemplate *
mull_template_reader_load (const char *id, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  mull_exchange_init ();
  if (g_strv_contains (bundled, id))
    {
      path = g_strdup_printf (TEMPLATES "/%s.xml", id);
      bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    }
  if (bytes == NULL)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                   _ ("There is no kind of script called “%s”."), id);
      return NULL;
    }
  name = g_strdup_printf ("%s.xml", id);
  return mull_template_reader_read (bytes, name, error);
}

/**
 * mull_template_reader_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the bundled templates
 */
const char *const *
mull_template_reader_list (void)
{
  return bundled;
}
