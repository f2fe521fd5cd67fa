/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-template-reader.h"

#include "mull-error.h"
#include "mull-exchange.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#define HEAD                                                                                       \
  "<?xml version='1.0'?>\n<script xmlns='urn:x-mulligan:script-template' id='mine'>\n"             \
  "<name>N</name><summary>S</summary>\n"
#define LABELS "<title>T</title><prompt>P</prompt><example>E</example>"
#define BEAT "<beat id='one'>" LABELS "<text>Hello {person}.</text></beat>"
#define TAIL "</script>"

static MullScriptTemplate *
read_text (const char *text, gssize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return mull_template_reader_read (bytes, "mine.xml", error);
}

static void
test_bundled (void)
{
  const char *const *ids = mull_template_reader_list ();

  g_assert_cmpuint (g_strv_length ((char **) ids), ==, 4);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MullScriptTemplate) script = mull_template_reader_load (ids[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (script->id, ==, ids[i]);
      g_assert_cmpstr (script->name, !=, "");
      g_assert_cmpstr (script->summary, !=, "");
      for (guint j = 0; j < script->beats->len; j++)
        {
          const MullTemplateBeat *beat = g_ptr_array_index (script->beats, j);

          g_assert_cmpstr (beat->title, !=, "");
          g_assert_cmpstr (beat->prompt, !=, "");
          g_assert_cmpstr (beat->example, !=, "");
          g_assert_cmpuint (beat->checks, !=, 0);
        }
    }
}

static void
test_do_over (void)
{
  static const char *const beats[] = { "own-it", "name-it", "why-it-helps", "ask", "relationship" };
  g_autoptr (MullScriptTemplate) script = mull_template_reader_load ("do-over", NULL);
  const MullTemplateBeat *ask;

  g_assert_cmpuint (script->beats->len, ==, G_N_ELEMENTS (beats));
  for (guint i = 0; i < G_N_ELEMENTS (beats); i++)
    g_assert_cmpstr (((MullTemplateBeat *) g_ptr_array_index (script->beats, i))->id, ==, beats[i]);

  ask = mull_script_template_find_beat (script, "ask");
  g_assert_true (ask->checks & MULL_REMARK_BIT (MULL_REMARK_ASK));
  g_assert_true (ask->checks & MULL_REMARK_BIT (MULL_REMARK_NO_DATE));
  g_assert_false (ask->checks & MULL_REMARK_BIT (MULL_REMARK_NO_OWNERSHIP));
  g_assert_cmpint (mull_script_template_find_beat (script, "relationship")->max_sentences, ==, 1);
  g_assert_cmpuint (ask->speech->wordings->len, ==, 5);
  g_assert_null (mull_script_template_find_beat (script, "no-such"));
  g_assert_nonnull (mull_script_template_find_phrase (script, "left"));
}

static void
test_unknown_kind (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mull_template_reader_load ("../do-over", &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
}

static void
test_own_template (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullScriptTemplate) script = read_text (
      HEAD
      "<beats>\n<beat id='one' checks=' ask\n hedge ' max-sentences='2'>" LABELS
      "<text>\n  Hello\n  {person},   <![CDATA[ R&D ]]> &amp; &#x41;.\n</text></beat></beats>" TAIL,
      -1, &error);
  const MullTemplateBeat *beat;
  const MullTemplateWording *wording;

  g_assert_no_error (error);
  beat = g_ptr_array_index (script->beats, 0);
  wording = g_ptr_array_index (beat->speech->wordings, 0);
  g_assert_cmpstr (wording->text, ==, "Hello {person}, R&D & A.");
  g_assert_cmpint (wording->line, ==, 6);
  g_assert_cmpint (wording->when.hole, ==, MULL_CASE_ANY);
  g_assert_cmpuint (beat->checks, ==,
                    MULL_REMARK_BIT (MULL_REMARK_ASK) | MULL_REMARK_BIT (MULL_REMARK_HEDGE));
  g_assert_cmpint (beat->max_sentences, ==, 2);
  g_assert_cmpuint (script->voicemail->len, ==, 0);
  g_assert_cmpuint (script->answers->len, ==, 0);
}

static const struct
{
  const char *what;
  const char *text;
  /* What the message has to say; a line number with it. */
  const char *says;
} refusals[] = {
  { "not XML", "hello", "line 1: " },
  { "empty", "", "“mine.xml” cannot be used" },
  { "cut off", HEAD "<beats>" BEAT "</beats>", "line " },
  { "another root", "<html/>", "line 1: " },
  { "no namespace", "<script id='a'/>", "line 1: " },
  { "no beats", HEAD TAIL, "line 3: " },
  { "no beat", HEAD "\n<beats/>" TAIL, "line 5: " },
  { "unknown element", HEAD "<beats>" BEAT "</beats>\n<magic/>" TAIL, "line 5: " },
  { "unknown attribute",
    HEAD "<beats>\n<beat id='a' x='y'>" LABELS "<text>T</text></beat></beats>" TAIL, "line 5: " },
  { "unknown check",
    HEAD "<beats>\n<beat id='a' checks='ask wit'>" LABELS "<text>T</text></beat></beats>" TAIL,
    "line 5: " },
  { "unknown hole",
    HEAD "<beats><beat id='a'>" LABELS "\n<text hole='gap'>T</text></beat></beats>" TAIL,
    "line 5: " },
  { "bad id", HEAD "<beats>\n<beat id='A b'>" LABELS "<text>T</text></beat></beats>" TAIL,
    "line 5: " },
  { "no title",
    HEAD "<beats>\n<beat "
         "id='a'><prompt>P</prompt><example>E</example><text>T</text></beat></beats>" TAIL,
    "line 5: " },
  { "empty text", HEAD "<beats><beat id='a'>" LABELS "\n<text>  </text></beat></beats>" TAIL,
    "line 5: " },
  { "markup in a text",
    HEAD "<beats><beat id='a'>" LABELS "\n<text>a <b>c</b></text></beat></beats>" TAIL,
    "line 5: " },
  { "zero sentences",
    HEAD "<beats>\n<beat id='a' max-sentences='0'>" LABELS "<text>T</text></beat></beats>" TAIL,
    "line 5: " },
  { "repeated beat", HEAD "<beats>" BEAT "\n" BEAT "</beats>" TAIL,
    "line 5: the beat “one” is there twice." },
  { "unknown placeholder",
    HEAD "<beats><beat id='a'>" LABELS "\n<text>Hi {persno}</text></beat></beats>" TAIL,
    "line 5: the placeholder “{persno}” is not known." },
  { "open brace",
    HEAD "<beats><beat id='a'>" LABELS "\n<text>Hi {person</text></beat></beats>" TAIL,
    "line 5: the placeholder “{” is not known." },
  { "same case twice",
    HEAD "<beats><beat id='a'>" LABELS "<text>T</text>\n<text>U</text></beat></beats>" TAIL,
    "line 5: there are two texts for the same case." },
  { "case not covered",
    HEAD "<beats>\n<beat id='a'>" LABELS "<text hole='access'>T</text></beat></beats>" TAIL,
    "line 5: a text that holds in all other cases is missing." },
  { "missing beat in a part",
    HEAD "<beats>" BEAT "</beats><voicemail>\n<part beat='two'/></voicemail>" TAIL,
    "line 5: the beat “two” is missing." },
  { "part without anything", HEAD "<beats>" BEAT "</beats><voicemail>\n<part/></voicemail>" TAIL,
    "line 5: " },
  { "repeated answer",
    HEAD "<beats>" BEAT
         "</beats><answers><answer id='a'><title>T</title><say><part beat='one'/></say></answer>\n"
         "<answer id='a'><title>T</title><say><part beat='one'/></say></answer></answers>" TAIL,
    "line 5: the answer “a” is there twice." },
  { "placeholder in an answer",
    HEAD
    "<beats>" BEAT
    "</beats><answers><answer id='a'><title>T</title><say><part>\n<text>{x}</text></part></say>"
    "</answer></answers>" TAIL,
    "line 5: the placeholder “{x}” is not known." },
  { "placeholder in a subject",
    HEAD "<beats>" BEAT
         "</beats><answers><answer id='a'><title>T</title><say><part beat='one'/></say><mail>"
         "<subject>\n<text>{x}</text></subject><part beat='one'/></mail></answer></answers>" TAIL,
    "line 5: the placeholder “{x}” is not known." },
  { "repeated phrase",
    HEAD "<phrases><phrase id='p'><text>T</text></phrase>\n<phrase "
         "id='p'><text>T</text></phrase></phrases><beats>" BEAT "</beats>" TAIL,
    "line 5: the phrase “p” is there twice." },
  { "phrase named like a fact",
    HEAD "<phrases>\n<phrase id='thing'><text>T</text></phrase></phrases><beats>" BEAT
         "</beats>" TAIL,
    "line 5: the phrase “thing” is there twice." },
  { "phrase within a phrase",
    HEAD "<phrases><phrase id='p'>\n<text>{p}</text></phrase></phrases><beats>" BEAT
         "</beats>" TAIL,
    "line 5: the placeholder “{p}” is not known." },
  { "do-over without its beats",
    "<?xml version='1.0'?>\n<script xmlns='urn:x-mulligan:script-template' "
    "id='do-over'><name>N</name>"
    "<summary>S</summary><beats>" BEAT "</beats></script>",
    "line 2: the beat “own-it” is missing." },
};

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (refusals[i].text, -1, &error));
      g_test_message ("%s: %s", refusals[i].what, error->message);
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, "“mine.xml” cannot be used"));
      g_assert_nonnull (strstr (error->message, refusals[i].says));
      g_assert_null (strchr (error->message, '\n'));
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_false (g_str_has_suffix (error->message, ".."));
    }
}

/* Each beat and answer of the do-over is needed, and its order is fixed. */
static void
test_do_over_is_whole (void)
{
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data (MULL_EXCHANGE_RESOURCE_PATH "/templates/do-over.xml", 0, NULL);
  const char *data;
  g_autoptr (GString) swapped = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (bytes);
  data = g_bytes_get_data (bytes, NULL);
  swapped = g_string_new_len (data, (gssize) g_bytes_get_size (bytes));
  g_string_replace (swapped, "<beat id=\"own-it\"", "<beat id=\"x\"", 0);
  g_string_replace (swapped, "<beat id=\"ask\"", "<beat id=\"own-it\"", 0);
  g_string_replace (swapped, "<beat id=\"x\"", "<beat id=\"ask\"", 0);
  g_assert_null (read_text (swapped->str, -1, &error));
  g_assert_nonnull (strstr (error->message, "the beat “name-it” stands in the wrong place"));
  g_clear_error (&error);

  g_string_truncate (swapped, 0);
  g_string_append_len (swapped, data, (gssize) g_bytes_get_size (bytes));
  g_string_replace (swapped, "<answer id=\"why\"", "<answer id=\"because\"", 0);
  g_assert_null (read_text (swapped->str, -1, &error));
  g_assert_nonnull (strstr (error->message, "the answer “why” is missing"));
}

/* In the order of the originals, as a catalogue has to be. */
static const char *const catalogue[][2] = {
  { "", "Language: de_AT\nContent-Type: text/plain; charset=UTF-8\n" },
  { "Could we settle it now, or {by-day} at the latest?", "Klären wir es jetzt oder {bis-tag}?" },
  { "Own it", "Dazu stehen" },
  { "{left} without asking you for {thing}.", "{left} und habe nicht nach {thing} gefragt." },
};

/* A message catalogue as gettext reads it: a head, two tables of lengths and offsets, the texts. */
static void
write_catalogue (const char *path)
{
  const guint n = G_N_ELEMENTS (catalogue);
  guint32 head[7] = { 0x950412de, 0, n, sizeof head, sizeof head + 8 * n, 0, 0 };
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autoptr (GByteArray) texts = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  g_byte_array_append (file, (const guint8 *) head, sizeof head);
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < n; i++)
      {
        const char *text = catalogue[i][side];
        guint32 entry[2] = { (guint32) strlen (text),
                             (guint32) (sizeof head + 16 * n + texts->len) };

        g_byte_array_append (file, (const guint8 *) entry, sizeof entry);
        g_byte_array_append (texts, (const guint8 *) text, (guint) strlen (text) + 1);
      }
  g_byte_array_append (file, texts->data, texts->len);
  g_file_set_contents (path, (const char *) file->data, file->len, &error);
  g_assert_no_error (error);
}

static void
test_translated (void)
{
  g_autofree char *root = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (MullScriptTemplate) script = NULL;
  g_autoptr (MullScriptTemplate) small = NULL;
  g_autoptr (GError) error = NULL;
  const MullTemplateBeat *name_it;
  const MullTemplateBeat *ask;

  /* The language is chosen once a process. */
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  root = g_dir_make_tmp ("mulligan-XXXXXX", NULL);
  folder = g_build_filename (root, "de", "LC_MESSAGES", NULL);
  path = g_build_filename (folder, GETTEXT_PACKAGE ".mo", NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  write_catalogue (path);
  g_setenv ("LANGUAGE", "de", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, root);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  script = mull_template_reader_load ("do-over", NULL);
  name_it = mull_script_template_find_beat (script, "name-it");
  ask = mull_script_template_find_beat (script, "ask");
  g_assert_cmpstr (mull_script_template_find_beat (script, "own-it")->title, ==, "Dazu stehen");
  g_assert_cmpstr (((MullTemplateWording *) g_ptr_array_index (name_it->speech->wordings, 2))->text,
                   ==, "{left} und habe nicht nach {thing} gefragt.");
  /* The translator wrote a placeholder that there is not: the original is said. */
  g_assert_cmpstr (((MullTemplateWording *) g_ptr_array_index (ask->speech->wordings, 4))->text, ==,
                   "Could we settle it now, or {by-day} at the latest?");
  /* Two of its texts are translated: it is still English. One of one makes it German. */
  g_assert_cmpstr (script->language, ==, "en");
  small = read_text (HEAD "<beats><beat id='one'>" LABELS "<text>Own it</text></beat></beats>" TAIL,
                     -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (small->language, ==, "de");

  g_remove (path);
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
  folder = g_build_filename (root, "de", NULL);
  g_rmdir (folder);
  g_rmdir (root);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mull_exchange_init ();
  g_test_add_func ("/template-reader/bundled", test_bundled);
  g_test_add_func ("/template-reader/do-over", test_do_over);
  g_test_add_func ("/template-reader/unknown-kind", test_unknown_kind);
  g_test_add_func ("/template-reader/own-template", test_own_template);
  g_test_add_func ("/template-reader/refusals", test_refusals);
  g_test_add_func ("/template-reader/do-over-is-whole", test_do_over_is_whole);
  g_test_add_func ("/template-reader/translated", test_translated);
  return g_test_run ();
}
