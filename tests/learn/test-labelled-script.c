/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-labelled-script.h"

#include "mull-error.h"

#include <glib/gstdio.h>
#include <string.h>

static GPtrArray *
read_text (const char *text, GError **error)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("mull-XXXXXX", &path, NULL);
  GPtrArray *scripts;

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  scripts = mull_labelled_scripts_read (path, error);
  g_unlink (path);
  return scripts;
}

static void
test_reads (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) scripts = read_text ("# Why.\n\n== a001 own-it\nbroken: 2\n"
                                             "fact: It is late, so late.\neffort: I rang: twice.\n"
                                             "- excuse: so late\n- ask\n\n== a002 do-over\n",
                                             &error);
  const MullLabelledScript *script;
  const MullLabel *label;
  gsize start;
  gsize end;

  g_assert_no_error (error);
  g_assert_cmpuint (scripts->len, ==, 2);
  script = scripts->pdata[0];
  g_assert_cmpstr (script->name, ==, "a001");
  g_assert_cmpstr (script->kind, ==, "own-it");
  g_assert_cmpuint (script->n_broken, ==, 2);
  g_assert_cmpuint (script->beats->len, ==, 2);
  g_assert_cmpstr (script->texts->pdata[1], ==, "I rang: twice.");
  g_assert_cmpuint (script->labels->len, ==, 2);
  label = script->labels->pdata[0];
  g_assert_cmpint (label->category, ==, MULL_REMARK_EXCUSE);
  g_assert_true (mull_labelled_script_find (script, label, 0, &start, &end));
  g_assert_cmpuint (start, ==, strlen ("It is late, "));
  g_assert_cmpuint (end, ==, strlen ("It is late, so late"));
  g_assert_false (mull_labelled_script_find (script, label, 1, &start, &end));
  /* What is missing stands nowhere. */
  g_assert_false (mull_labelled_script_find (script, script->labels->pdata[1], 0, &start, &end));
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *text;
    const char *reason;
  } bad[] = {
    { "fact: It is.\n", "line 1: before the first script" },
    { "== a\n", "line 1: not" },
    { "== a own-it\nIt is.\n", "line 2: neither" },
    { "== a own-it\nfact: It is.\n- rubbish: It\n", "line 3: no such category" },
    { "== a own-it\nfact: It is.\n- excuse: Was\n", "line 3: the script does not say this" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (bad[i].text, &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, bad[i].reason));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/labelled-script/reads", test_reads);
  g_test_add_func ("/labelled-script/refuses", test_refuses);
  return g_test_run ();
}
