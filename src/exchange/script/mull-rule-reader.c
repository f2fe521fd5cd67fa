/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-rule-reader"

#include "config.h"

#include "mull-rule-reader.h"

#include "mull-cue-rule.h"
#include "mull-cue-table.h"
#include "mull-error.h"
#include "mull-exchange.h"
#include "mull-expression.h"
#include "mull-record.h"
#include "mull-xml-reader.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define RULES MULL_EXCHANGE_RESOURCE_PATH "/rules"
#define GRAMMAR RULES "/review-rules.rng"
#define RULES_MAX (512 * 1024)
/* A line in the head of a message catalogue */
#define LANGUAGE_FIELD "Language:"

static const char *const bundled[] = { "de", "en", NULL };

/* What a document is read with. */
typedef struct
{
  MullXmlReader *xml;
  /* id → the expression that stands for it */
  GHashTable *words;
  /* ids of the rules so far */
  GHashTable *ids;
  /* Whether its expressions are known to be good. */
  gboolean known;
} RuleReader;

/* The message of an error as a clause of the refusal: it ends without its stop. */
static void
refuse_error (RuleReader *self, int line, const GError *error)
{
  g_autofree char *clause = g_strdup (error->message);

  if (g_str_has_suffix (clause, "."))
    clause[strlen (clause) - 1] = '\0';
  mull_xml_reader_refuse (self->xml, line, clause);
}

/* Replaces {id} by the words of that id. */
static char *
expand_words (RuleReader *self, int line, const char *text)
{
  g_autoptr (GRegex) reference = g_regex_new ("\\{([a-z][a-z0-9\\-]*)\\}", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GString *expanded = g_string_new (NULL);
  int copied = 0;

  for (g_regex_match (reference, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *id = g_match_info_fetch (match, 1);
      const char *words = g_hash_table_lookup (self->words, id);
      int start;
      int end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      if (words == NULL)
        {
          g_autofree char *reason = g_strdup_printf (_ ("there are no words “%s” before it"), id);

          mull_xml_reader_refuse (self->xml, line, reason);
          break;
        }
      g_string_append_len (expanded, text + copied, start - copied);
      g_string_append_printf (expanded, "(?:%s)", words);
      copied = end;
    }
  g_string_append (expanded, text + copied);
  return g_string_free (expanded, FALSE);
}

/* Long lists are broken into lines after a bar; such a break stands for nothing, while any other
 * stands for a space. */
static char *
dup_expression_text (RuleReader *self)
{
  g_autoptr (GRegex) line_break = g_regex_new ("\\|\\h*\\R\\s*", 0, 0, NULL);
  g_autoptr (GRegex) space = g_regex_new ("\\s+", 0, 0, NULL);
  g_autofree char *text = mull_xml_reader_dup_exact_text (self->xml);
  g_autofree char *joined = g_regex_replace_literal (line_break, text, -1, 0, "|", 0, NULL);
  char *spaced = g_regex_replace_literal (space, joined, -1, 0, " ", 0, NULL);

  return g_strstrip (spaced);
}

static GRegex *
read_expression (RuleReader *self)
{
  int line = mull_xml_reader_get_line (self->xml);
  g_autofree char *text = dup_expression_text (self);
  g_autofree char *expanded = expand_words (self, line, text);
  g_autoptr (GError) error = NULL;
  GRegex *expression;

  if (!mull_xml_reader_finish (self->xml, NULL))
    return NULL;
  expression = self->known ? mull_expression_compile_known (expanded, &error)
                           : mull_expression_compile (expanded, &error);
  if (expression == NULL)
    refuse_error (self, line, error);
  return expression;
}

static void
add_expression (RuleReader *self, GPtrArray *expressions)
{
  GRegex *expression = read_expression (self);

  if (expression != NULL)
    g_ptr_array_add (expressions, expression);
}

static void
read_words (RuleReader *self)
{
  char *id = mull_xml_reader_dup_attribute (self->xml, "id");
  int line = mull_xml_reader_get_line (self->xml);
  g_autofree char *text = dup_expression_text (self);
  char *expanded = expand_words (self, line, text);
  g_autoptr (GError) error = NULL;

  if (!self->known && !mull_expression_check (expanded, &error))
    refuse_error (self, line, error);
  if (!g_hash_table_replace (self->words, id, expanded))
    mull_xml_reader_refuse (self->xml, line, _ ("this id was used before"));
}

static int
read_nick (RuleReader *self, const char *attribute, GType type, int fallback)
{
  g_autofree char *nick = mull_xml_reader_dup_attribute (self->xml, attribute);
  int value = fallback;

  if (nick == NULL || !mull_enum_from_nick (type, nick, &value))
    return fallback;
  return value;
}

static char **
read_ids (RuleReader *self, const char *attribute)
{
  g_autofree char *value = mull_xml_reader_dup_attribute (self->xml, attribute);

  return value != NULL ? g_regex_split_simple ("\\s+", value, 0, 0) : NULL;
}

static guint
read_categories (RuleReader *self, const char *attribute)
{
  g_auto (GStrv) nicks = read_ids (self, attribute);
  guint categories = 0;
  int category;

  for (guint i = 0; nicks != NULL && nicks[i] != NULL; i++)
    if (mull_enum_from_nick (MULL_TYPE_REMARK_CATEGORY, nicks[i], &category))
      categories |= MULL_REMARK_BIT (category);
  return categories;
}

static void
read_rule_child (RuleReader *self, MullRule *rule)
{
  if (mull_xml_reader_is (self->xml, "find") || mull_xml_reader_is (self->xml, "expect"))
    {
      rule->expects = mull_xml_reader_is (self->xml, "expect");
      add_expression (self, rule->expressions);
    }
  else if (mull_xml_reader_is (self->xml, "except"))
    add_expression (self, rule->exceptions);
  else if (mull_xml_reader_is (self->xml, "reason"))
    {
      g_free (rule->reason);
      rule->reason = mull_xml_reader_dup_text (self->xml);
    }
  else if (mull_xml_reader_is (self->xml, "suggestion"))
    {
      g_free (rule->suggestion);
      rule->suggestion = mull_xml_reader_dup_text (self->xml);
    }
  else if (mull_xml_reader_is (self->xml, "instead"))
    rule->instead = mull_xml_reader_dup_text (self->xml);
}

static MullRule *
read_rule (RuleReader *self)
{
  int depth = mull_xml_reader_get_depth (self->xml);
  int line = mull_xml_reader_get_line (self->xml);
  char *id = mull_xml_reader_dup_attribute (self->xml, "id");
  g_autofree char *from = mull_xml_reader_dup_attribute (self->xml, "from");
  g_autofree char *wholes = mull_xml_reader_dup_attribute (self->xml, "wholes");
  g_autofree char *sure = mull_xml_reader_dup_attribute (self->xml, "sure");
  MullRule *rule = mull_rule_new ((MullRemarkCategory) read_nick (
      self, "category", MULL_TYPE_REMARK_CATEGORY, MULL_REMARK_HEDGE));

  rule->kinds = read_ids (self, "kinds");
  rule->beats = read_ids (self, "beats");
  rule->beats_only = g_strcmp0 (wholes, "no") == 0;
  rule->sure = g_strcmp0 (sure, "yes") == 0;
  rule->where = (MullRuleWhere) read_nick (self, "where", MULL_TYPE_RULE_WHERE, MULL_RULE_ANYWHERE);
  rule->yields_to = read_categories (self, "yields-to");
  if (from != NULL)
    rule->from = (guint) g_ascii_strtoull (from, NULL, 10);
  if (!g_hash_table_add (self->ids, id))
    mull_xml_reader_refuse (self->xml, line, _ ("this id was used before"));
  while (mull_xml_reader_next_child (self->xml, depth))
    read_rule_child (self, rule);
  return rule;
}

static int
read_weight (RuleReader *self, const char *attribute)
{
  g_autofree char *value = mull_xml_reader_dup_attribute (self->xml, attribute);

  return value != NULL ? (int) g_ascii_strtoll (value, NULL, 10) : 0;
}

static MullCueRule *
read_learned (RuleReader *self)
{
  int depth = mull_xml_reader_get_depth (self->xml);
  int of_rule = read_weight (self, "of-rule");
  int least = read_weight (self, "least");
  MullRule *rule = mull_rule_new ((MullRemarkCategory) read_nick (
      self, "category", MULL_TYPE_REMARK_CATEGORY, MULL_REMARK_HEDGE));

  rule->kinds = read_ids (self, "kinds");
  while (mull_xml_reader_next_child (self->xml, depth))
    read_rule_child (self, rule);
  return mull_cue_rule_new (rule, of_rule, least);
}

static MullRuleSet *
read_root (RuleReader *self)
{
  int depth = mull_xml_reader_get_depth (self->xml);
  g_autofree char *language = mull_xml_reader_dup_attribute (self->xml, "language");
  MullRuleSet *set = mull_rule_set_new (language);

  while (mull_xml_reader_next_child (self->xml, depth))
    {
      if (mull_xml_reader_is (self->xml, "words"))
        read_words (self);
      else if (mull_xml_reader_is (self->xml, "common"))
        add_expression (self, set->common);
      else if (mull_xml_reader_is (self->xml, "greeting"))
        add_expression (self, set->greetings);
      else if (mull_xml_reader_is (self->xml, "request"))
        add_expression (self, set->requests);
      else if (mull_xml_reader_is (self->xml, "another"))
        add_expression (self, set->others);
      else if (mull_xml_reader_is (self->xml, "day"))
        add_expression (self, set->days);
      else if (mull_xml_reader_is (self->xml, "reply"))
        add_expression (self, set->replies);
      else if (mull_xml_reader_is (self->xml, "past"))
        add_expression (self, set->pasts);
      else if (mull_xml_reader_is (self->xml, "vague"))
        add_expression (self, set->vagues);
      else if (mull_xml_reader_is (self->xml, "put-off"))
        add_expression (self, set->put_offs);
      else if (mull_xml_reader_is (self->xml, "learned"))
        g_ptr_array_add (set->cue_rules, read_learned (self));
      else if (mull_xml_reader_is (self->xml, "rule"))
        g_ptr_array_add (set->rules, read_rule (self));
    }
  return set;
}

static MullRuleSet *
read_document (GBytes *bytes, const char *name, gboolean known, GError **error)
{
  g_autoptr (MullXmlReader) xml = mull_xml_reader_new (bytes, name, GRAMMAR, RULES_MAX, error);
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  RuleReader self = { xml, words, ids, known };
  g_autoptr (MullRuleSet) set = NULL;

  if (xml == NULL)
    return NULL;
  set = read_root (&self);
  return mull_xml_reader_finish (xml, error) ? g_steal_pointer (&set) : NULL;
}

/**
 * mull_rule_reader_read:
 * @bytes: an XML document
 * @name: its name in error messages
 * @error: return location for a %MULL_ERROR_INVALID
 *
 * Reads the rules of a language. A document that does not fit, or with an expression that cannot be
 * used, is refused whole, with its name, the line and the reason in one sentence.
 *
 * Returns: (transfer full) (nullable): the rules
 */
MullRuleSet *
mull_rule_reader_read (GBytes *bytes, const char *name, GError **error)
{
  return read_document (bytes, name, FALSE, error);
}

/* Takes what the build has learned of the language. */
static gboolean
take_cues (MullRuleSet *set, const char *language, GError **error)
{
  g_autofree char *path = g_strdup_printf (RULES "/cues-%s.tsv", language);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (bytes != NULL)
    set->cue_table = mull_cue_table_new (bytes, error);
  return set->cue_table != NULL;
}

/**
 * mull_rule_reader_load:
 * @language: ISO 639 code
 * @error: return location for a %MULL_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the rules that come with the program for this language
 */
MullRuleSet *
mull_rule_reader_load (const char *language, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MullRuleSet) set = NULL;

  mull_exchange_init ();
  if (g_strv_contains (bundled, language))
    {
      path = g_strdup_printf (RULES "/%s.xml", language);
      bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    }
  if (bytes == NULL)
    {
      g_set_error (
          error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
          /* Translators: the argument is a code of a language: "fr" */
          _ ("The reviewer knows no words in the language “%s”; it looks at the structure alone."),
          language);
      return NULL;
    }
  name = g_strdup_printf ("%s.xml", language);
  set = read_document (bytes, name, TRUE, error);
  if (set == NULL || !take_cues (set, language, error))
    return NULL;
  return g_steal_pointer (&set);
}

/**
 * mull_rule_reader_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): the languages that have rules
 */
const char *const *
mull_rule_reader_list (void)
{
  return bundled;
}

/**
 * mull_rule_reader_dup_interface_language:
 *
 * Returns: (transfer full): the language of the interface, as an ISO 639 code: that of the
 * catalogue that is in use, and without one that of the original
 */
char *
mull_rule_reader_dup_interface_language (void)
{
  /* What stands for no text is the head of the catalogue. */
  const char *nothing = "";
  g_auto (GStrv) lines = g_strsplit (g_dgettext (GETTEXT_PACKAGE, nothing), "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], LANGUAGE_FIELD))
      {
        char *code = g_strstrip (lines[i] + strlen (LANGUAGE_FIELD));

        /* "pt_BR" is Portuguese. */
        code[strcspn (code, "_@.-")] = '\0';
        if (*code != '\0')
          return g_ascii_strdown (code, -1);
      }
  return g_strdup ("en");
}
