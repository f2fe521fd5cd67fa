/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-xml-reader"

#include "config.h"

#include "mull-xml-reader.h"

#include "mull-error.h"
#include "mull-parse-limits.h"
#include "mull-text.h"
#include "mull-xml-scan.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libxml/catalog.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/xmlreader.h>
#include <string.h>

/* Characters of what the parser says. */
#define MESSAGE_CHARS 300

struct _MullXmlReader
{
  /* Owned */
  GBytes *bytes;
  char *name;
  xmlTextReaderPtr reader;
  GError *error;
};

#if LIBXML_VERSION >= 21200
typedef const xmlError *XmlErrorPtr;
#else
typedef xmlErrorPtr XmlErrorPtr;
#endif

/* Nothing that a document names is ever fetched. */
static xmlParserInputPtr
refuse_entity (const char *url, const char *id, xmlParserCtxtPtr context)
{
  return NULL;
}

/* Makes the parser deaf to everything outside of the bytes it is given. */
static void
init_parser (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  xmlInitParser ();
  xmlCatalogSetDefaults (XML_CATA_ALLOW_NONE);
  xmlSetExternalEntityLoader (refuse_entity);
  g_once_init_leave (&done, 1);
}

static void
set_refusal (GError **error, const char *name, int line, const char *reason)
{
  if (error == NULL || *error != NULL)
    return;
  if (line > 0)
    /* Translators: %1$s is a file, %3$s a clause that says what is wrong in it. */
    g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                 _ ("“%1$s” cannot be used; line %2$d: %3$s."), name, line, reason);
  else
    /* Translators: %1$s is a file, %2$s a clause that says what is wrong with it. */
    g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID, _ ("“%1$s” cannot be used: %2$s."), name,
                 reason);
}

/* The parser's words as a clause of our sentence. They repeat what is in the document, as much as
 * fits, whether or not a letter ends there. */
static char *
tidy_message (const char *message)
{
  g_autofree char *valid = g_utf8_make_valid (message != NULL ? message : "", -1);
  g_autofree char *excerpt = mull_text_excerpt (valid, MESSAGE_CHARS);
  GString *clause = g_string_new (excerpt);

  g_string_replace (clause, "\n", " ", 0);
  g_string_replace (clause, " ,", ",", 0);
  while (clause->len > 0 && strchr (" .", clause->str[clause->len - 1]) != NULL)
    g_string_truncate (clause, clause->len - 1);
  return g_string_free (clause, FALSE);
}

/* Any complaint at all refuses the document, whatever the parser returns; the first is reported. */
static void
on_xml_error_cb (void *user_data, XmlErrorPtr xml_error)
{
  MullXmlReader *self = user_data;
  g_autofree char *reason = tidy_message (xml_error->message);

  set_refusal (&self->error, self->name, xml_error->line, reason);
}

static void
on_grammar_error_cb (void *user_data, XmlErrorPtr xml_error)
{
  g_debug ("Grammar, line %d: %s", xml_error->line, xml_error->message);
}

/* One step; FALSE at the end of the document and on anything that is refused. */
static gboolean
read_node (MullXmlReader *self)
{
  int line;

  if (self->error != NULL || xmlTextReaderRead (self->reader) != 1 || self->error != NULL)
    return FALSE;

  line = xmlTextReaderGetParserLineNumber (self->reader);
  switch (xmlTextReaderNodeType (self->reader))
    {
    case XML_READER_TYPE_DOCUMENT_TYPE:
      mull_xml_reader_refuse (self, line, _ ("a document type is not allowed"));
      return FALSE;

    case XML_READER_TYPE_ENTITY:
    case XML_READER_TYPE_ENTITY_REFERENCE:
    case XML_READER_TYPE_END_ENTITY:
    case XML_READER_TYPE_NOTATION:
      mull_xml_reader_refuse (self, line, _ ("an entity is not allowed"));
      return FALSE;

    case XML_READER_TYPE_PROCESSING_INSTRUCTION:
      mull_xml_reader_refuse (self, line, _ ("a processing instruction is not allowed"));
      return FALSE;

    default:
      break;
    }
  if (xmlTextReaderAttributeCount (self->reader) > MULL_XML_ATTRIBUTES_MAX)
    {
      mull_xml_reader_refuse (self, line, _ ("this tag has too many attributes"));
      return FALSE;
    }
  if (xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_ELEMENT &&
      xmlTextReaderDepth (self->reader) >= MULL_XML_DEPTH_MAX)
    {
      mull_xml_reader_refuse (self, line, _ ("the elements are nested too deeply"));
      return FALSE;
    }
  return TRUE;
}

static void
close_parser (MullXmlReader *self)
{
  g_clear_pointer (&self->reader, xmlFreeTextReader);
}

static gboolean
open_parser (MullXmlReader *self)
{
  gsize length;
  const char *data = g_bytes_get_data (self->bytes, &length);

  /* Never a flag that lets the parser do more than these, which forbid the net and count lines
   * beyond 65535; and from memory, since files would be unpacked on the way. */
  self->reader =
      xmlReaderForMemory (data, (int) length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  if (self->reader == NULL)
    {
      set_refusal (&self->error, self->name, 0, _ ("it cannot be read"));
      return FALSE;
    }
  xmlTextReaderSetStructuredErrorHandler (self->reader, (xmlStructuredErrorFunc) on_xml_error_cb,
                                          self);
  return TRUE;
}

static void
free_grammar (gpointer data)
{
  xmlRelaxNGFree (data);
}

static void
free_grammars (gpointer data)
{
  g_hash_table_unref (data);
}

static xmlRelaxNGPtr
compile_grammar (const char *path)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  xmlRelaxNGParserCtxtPtr context = NULL;
  xmlRelaxNGPtr grammar = NULL;

  if (bytes != NULL)
    context =
        xmlRelaxNGNewMemParserCtxt (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes));
  if (context != NULL)
    {
      xmlRelaxNGSetParserStructuredErrors (context, (xmlStructuredErrorFunc) on_grammar_error_cb,
                                           NULL);
      grammar = xmlRelaxNGParse (context);
      xmlRelaxNGFreeParserCtxt (context);
    }
  return grammar;
}

/* Ours are few and never change, and take longer to read than most documents. Each thread has its
 * own, since the parser writes into them. */
static xmlRelaxNGPtr
get_grammar (const char *path, GError **error)
{
  static GPrivate grammars = G_PRIVATE_INIT (free_grammars);
  GHashTable *known = g_private_get (&grammars);
  xmlRelaxNGPtr grammar;

  if (known == NULL)
    {
      known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_grammar);
      g_private_set (&grammars, known);
    }
  grammar = g_hash_table_lookup (known, path);
  if (grammar != NULL)
    return grammar;
  grammar = compile_grammar (path);
  if (grammar != NULL)
    g_hash_table_insert (known, g_strdup (path), grammar);
  else
    g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INTERNAL,
                         _ ("A part of the program is missing; please install it again."));
  return grammar;
}

/* Goes through the whole document once, for nothing but to see that it fits. */
static gboolean
validate (MullXmlReader *self, const char *grammar_path)
{
  g_autoptr (GError) grammar_error = NULL;
  xmlRelaxNGPtr grammar = get_grammar (grammar_path, &grammar_error);
  gboolean whole;

  if (grammar == NULL)
    {
      self->error = g_steal_pointer (&grammar_error);
      return FALSE;
    }
  if (!open_parser (self))
    return FALSE;

  xmlTextReaderRelaxNGSetSchema (self->reader, grammar);
  while (read_node (self))
    ;
  whole = self->error == NULL && xmlTextReaderReadState (self->reader) == XML_TEXTREADER_MODE_EOF &&
          xmlTextReaderIsValid (self->reader) == 1;
  if (!whole)
    set_refusal (&self->error, self->name, 0, _ ("it does not have the right form"));
  close_parser (self);
  return whole;
}

/**
 * mull_xml_reader_new:
 * @bytes: the document, UTF-8
 * @name: its name in error messages
 * @grammar: path of a RELAX NG grammar among the resources
 * @max_bytes: how large it may be
 * @error: return location for a %MULL_ERROR_INVALID
 *
 * Checks the document and opens it; the reader stands on its root element.
 *
 * Returns: (transfer full) (nullable): a reader
 */
MullXmlReader *
mull_xml_reader_new (GBytes *bytes,
                     const char *name,
                     const char *grammar,
                     gsize max_bytes,
                     GError **error)
{
  g_autoptr (MullXmlReader) self = g_new0 (MullXmlReader, 1);
  const char *fault;
  int line;

  g_return_val_if_fail (max_bytes <= G_MAXINT, NULL);

  init_parser ();
  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);

  fault = mull_xml_scan (bytes, max_bytes, &line);
  if (fault != NULL)
    {
      set_refusal (error, name, line, fault);
      return NULL;
    }
  if (validate (self, grammar) && open_parser (self))
    while (read_node (self) && xmlTextReaderNodeType (self->reader) != XML_READER_TYPE_ELEMENT)
      ;
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * mull_xml_reader_free:
 * @self: (transfer full): a reader
 *
 * Closes the document.
 */
void
mull_xml_reader_free (MullXmlReader *self)
{
  close_parser (self);
  g_clear_error (&self->error);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_free (self);
}

/**
 * mull_xml_reader_get_depth:
 * @self: a reader
 *
 * Returns: how deep the element is, 0 for the root
 */
int
mull_xml_reader_get_depth (MullXmlReader *self)
{
  return xmlTextReaderDepth (self->reader);
}

/**
 * mull_xml_reader_get_line:
 * @self: a reader
 *
 * Returns: the line in which the element begins, from 1
 */
int
mull_xml_reader_get_line (MullXmlReader *self)
{
  long line = xmlGetLineNo (xmlTextReaderCurrentNode (self->reader));

  /* A node cannot count further; the parser, which is a little ahead, can. */
  return line > 0 && line < G_MAXUINT16 ? (int) line
                                        : xmlTextReaderGetParserLineNumber (self->reader);
}

/**
 * mull_xml_reader_is:
 * @self: a reader
 * @element: a name without prefix
 *
 * Returns: whether the reader stands on such an element
 */
gboolean
mull_xml_reader_is (MullXmlReader *self, const char *element)
{
  return g_strcmp0 ((const char *) xmlTextReaderConstLocalName (self->reader), element) == 0;
}

/**
 * mull_xml_reader_next_child:
 * @self: a reader
 * @depth: depth of the parent
 *
 * Goes to the next child element of the parent; what is left of the child before is passed over.
 *
 * Returns: whether there is one
 */
gboolean
mull_xml_reader_next_child (MullXmlReader *self, int depth)
{
  if (self->error != NULL)
    return FALSE;
  if (xmlTextReaderDepth (self->reader) == depth && xmlTextReaderIsEmptyElement (self->reader) == 1)
    return FALSE;

  while (read_node (self))
    {
      int node_depth = xmlTextReaderDepth (self->reader);
      int type = xmlTextReaderNodeType (self->reader);

      if (type == XML_READER_TYPE_ELEMENT && node_depth == depth + 1)
        return TRUE;
      if (type == XML_READER_TYPE_END_ELEMENT && node_depth == depth)
        return FALSE;
    }
  return FALSE;
}

/**
 * mull_xml_reader_get_name:
 * @self: a reader
 *
 * Returns: (transfer none): the name of the element, without prefix
 */
const char *
mull_xml_reader_get_name (MullXmlReader *self)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (self->reader);

  return name != NULL ? name : "";
}

/**
 * mull_xml_reader_next_attribute:
 * @self: a reader on an element or one of its attributes
 * @name: (out) (transfer none): its name, until the next step
 * @value: (out) (transfer full): its value without space around it
 *
 * Goes to the next attribute, and after the last one back to the element.
 *
 * Returns: whether there is one
 */
gboolean
mull_xml_reader_next_attribute (MullXmlReader *self, const char **name, char **value)
{
  while (self->error == NULL && xmlTextReaderMoveToNextAttribute (self->reader) == 1)
    if (xmlTextReaderIsNamespaceDecl (self->reader) != 1)
      {
        *name = mull_xml_reader_get_name (self);
        *value = g_strstrip (g_strdup ((const char *) xmlTextReaderConstValue (self->reader)));
        return TRUE;
      }
  xmlTextReaderMoveToElement (self->reader);
  return FALSE;
}

/**
 * mull_xml_reader_dup_attribute:
 * @self: a reader
 * @attribute: its name
 *
 * Returns: (transfer full) (nullable): its value with single spaces, %NULL if it is not there
 */
char *
mull_xml_reader_dup_attribute (MullXmlReader *self, const char *attribute)
{
  xmlChar *value = xmlTextReaderGetAttribute (self->reader, (const xmlChar *) attribute);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy != NULL ? g_strstrip (copy) : NULL;
}

/* With single spaces and none around: as the message catalogue has it. */
static void
append_collapsed (GString *text, const char *more, gboolean *space)
{
  for (const char *p = more; *p != '\0'; p++)
    {
      if (strchr (" \t\r\n", *p) != NULL)
        {
          *space = text->len > 0;
          continue;
        }
      if (*space)
        g_string_append_c (text, ' ');
      *space = FALSE;
      g_string_append_c (text, *p);
    }
}

static char *
read_text (MullXmlReader *self, gboolean collapse)
{
  GString *text = g_string_new (NULL);
  gboolean space = FALSE;
  int depth;

  if (self->error != NULL || xmlTextReaderIsEmptyElement (self->reader) == 1)
    return g_string_free (text, FALSE);

  depth = xmlTextReaderDepth (self->reader);
  while (read_node (self))
    {
      int type = xmlTextReaderNodeType (self->reader);

      if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (self->reader) == depth)
        break;
      if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
          type == XML_READER_TYPE_WHITESPACE || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
        {
          const char *more = (const char *) xmlTextReaderConstValue (self->reader);

          if (collapse)
            append_collapsed (text, more, &space);
          else
            g_string_append (text, more);
        }
    }
  return g_string_free (text, FALSE);
}

/**
 * mull_xml_reader_dup_text:
 * @self: a reader
 *
 * Reads the text of an element without children, up to its end.
 *
 * Returns: (transfer full): the text with single spaces
 */
char *
mull_xml_reader_dup_text (MullXmlReader *self)
{
  return read_text (self, TRUE);
}

/**
 * mull_xml_reader_dup_exact_text:
 * @self: a reader
 *
 * Reads the text of an element without children, up to its end.
 *
 * Returns: (transfer full): the text with every space and line as it was written
 */
char *
mull_xml_reader_dup_exact_text (MullXmlReader *self)
{
  return read_text (self, FALSE);
}

/**
 * mull_xml_reader_refuse:
 * @self: a reader
 * @line: where
 * @reason: a translated clause that says what is wrong
 *
 * Refuses the document for a reason that its form does not show. The first reason counts.
 */
void
mull_xml_reader_refuse (MullXmlReader *self, int line, const char *reason)
{
  set_refusal (&self->error, self->name, line, reason);
}

/**
 * mull_xml_reader_finish:
 * @self: a reader
 * @error: return location for a %MULL_ERROR_INVALID
 *
 * Returns: whether everything could be read and nothing was refused
 */
gboolean
mull_xml_reader_finish (MullXmlReader *self, GError **error)
{
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}
