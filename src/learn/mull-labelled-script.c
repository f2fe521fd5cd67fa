/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-labelled-script"

#include "config.h"

#include "mull-labelled-script.h"

#include "mull-error.h"
#include "mull-record.h"

#include <string.h>

static void
label_free (gpointer data)
{
  MullLabel *label = data;

  g_free (label->words);
  g_free (label);
}

static void
script_free (gpointer data)
{
  MullLabelledScript *script = data;

  g_free (script->name);
  g_free (script->kind);
  g_ptr_array_unref (script->beats);
  g_ptr_array_unref (script->texts);
  g_ptr_array_unref (script->labels);
  g_free (script);
}

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, reason);
  return FALSE;
}

static gboolean
begin_script (GPtrArray *scripts, const char *line, GError **error)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  MullLabelledScript *script;

  if (g_strv_length (words) != 3)
    return refuse (error, "not “== NAME KIND”");
  script = g_new0 (MullLabelledScript, 1);
  script->name = g_strdup (words[1]);
  script->kind = g_strdup (words[2]);
  script->beats = g_ptr_array_new_with_free_func (g_free);
  script->texts = g_ptr_array_new_with_free_func (g_free);
  script->labels = g_ptr_array_new_with_free_func (label_free);
  g_ptr_array_add (scripts, script);
  return TRUE;
}

static gboolean
says (const MullLabelledScript *script, const char *words)
{
  for (guint i = 0; i < script->texts->len; i++)
    if (strstr (script->texts->pdata[i], words) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
read_label (MullLabelledScript *script, const char *line, GError **error)
{
  const char *colon = strstr (line, ": ");
  g_autofree char *nick =
      colon != NULL ? g_strndup (line, (gsize) (colon - line)) : g_strdup (line);
  MullLabel *label;
  int category;

  if (!mull_enum_from_nick (MULL_TYPE_REMARK_CATEGORY, nick, &category))
    return refuse (error, "no such category");
  if (colon != NULL && !says (script, colon + 2))
    return refuse (error, "the script does not say this");
  label = g_new0 (MullLabel, 1);
  label->category = (MullRemarkCategory) category;
  label->words = colon != NULL ? g_strdup (colon + 2) : NULL;
  g_ptr_array_add (script->labels, label);
  return TRUE;
}

static gboolean
read_line (GPtrArray *scripts, const char *line, GError **error)
{
  MullLabelledScript *script = scripts->len > 0 ? scripts->pdata[scripts->len - 1] : NULL;
  const char *colon;

  if (g_str_has_prefix (line, "== "))
    return begin_script (scripts, line, error);
  if (script == NULL)
    return refuse (error, "before the first script");
  if (g_str_has_prefix (line, "- "))
    return read_label (script, line + 2, error);
  if (g_str_has_prefix (line, "broken: "))
    {
      script->n_broken = (guint) g_ascii_strtoull (line + strlen ("broken: "), NULL, 10);
      return TRUE;
    }
  colon = strstr (line, ": ");
  if (colon == NULL)
    return refuse (error, "neither a beat nor a label");
  g_ptr_array_add (script->beats, g_strndup (line, (gsize) (colon - line)));
  g_ptr_array_add (script->texts, g_strdup (colon + 2));
  return TRUE;
}

/**
 * mull_labelled_scripts_read:
 * @path: a file
 * @error: return location for a %MULL_ERROR_INVALID or a %G_FILE_ERROR
 *
 * Reads scripts that people labelled. The form is described beside them.
 *
 * Returns: (transfer full) (element-type MullLabelledScript) (nullable): the scripts
 */
GPtrArray *
mull_labelled_scripts_read (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) scripts = g_ptr_array_new_with_free_func (script_free);

  if (!g_file_get_contents (path, &text, NULL, error))
    return NULL;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#' && !read_line (scripts, lines[i], error))
      {
        g_prefix_error (error, "%s, line %u: ", path, i + 1);
        return NULL;
      }
  return g_steal_pointer (&scripts);
}

/**
 * mull_labelled_script_find:
 * @self: a script
 * @label: one of its labels, on some words
 * @beat: number of a beat
 * @start: (out): first byte of the words in the text of the beat
 * @end: (out): one past the last byte
 *
 * Returns: whether the words stand in this beat
 */
gboolean
mull_labelled_script_find (const MullLabelledScript *self,
                           const MullLabel *label,
                           guint beat,
                           gsize *start,
                           gsize *end)
{
  const char *text = self->texts->pdata[beat];
  const char *at = label->words != NULL ? strstr (text, label->words) : NULL;

  if (at == NULL)
    return FALSE;
  *start = (gsize) (at - text);
  *end = *start + strlen (label->words);
  return TRUE;
}
