/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MullXmlReader:
 *
 * Walks through a small XML document of a known form. Its whole text is checked against one of our
 * own grammars before the first element is handed out, so that a reader may trust the form. A
 * document type, an entity, a processing instruction or a complaint of the parser refuses the
 * document.
 *
 * The reader stands on an element. Errors stick: after one, there are no more children and no text,
 * and mull_xml_reader_finish() reports it.
 */
typedef struct _MullXmlReader MullXmlReader;

MullXmlReader *mull_xml_reader_new (GBytes *bytes,
                                    const char *name,
                                    const char *grammar,
                                    gsize max_bytes,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_xml_reader_free (MullXmlReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullXmlReader, mull_xml_reader_free)

int mull_xml_reader_get_depth (MullXmlReader *self);
int mull_xml_reader_get_line (MullXmlReader *self);
gboolean mull_xml_reader_is (MullXmlReader *self, const char *element);
gboolean mull_xml_reader_next_child (MullXmlReader *self, int depth);
const char *mull_xml_reader_get_name (MullXmlReader *self);
gboolean mull_xml_reader_next_attribute (MullXmlReader *self, const char **name, char **value);
char *mull_xml_reader_dup_attribute (MullXmlReader *self,
                                     const char *attribute) G_GNUC_WARN_UNUSED_RESULT;
char *mull_xml_reader_dup_text (MullXmlReader *self) G_GNUC_WARN_UNUSED_RESULT;
char *mull_xml_reader_dup_exact_text (MullXmlReader *self) G_GNUC_WARN_UNUSED_RESULT;
void mull_xml_reader_refuse (MullXmlReader *self, int line, const char *reason);
gboolean mull_xml_reader_finish (MullXmlReader *self, GError **error);

G_END_DECLS
