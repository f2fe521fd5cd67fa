/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A template of scripts, and a set of rules for the reviewer. */

#include "config.h"

#include "fuzz.h"

#include "mull-rule-reader.h"
#include "mull-template-reader.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) rule_error = NULL;
  g_autoptr (MullScriptTemplate) script = mull_template_reader_read (bytes, "a.xml", &error);
  g_autoptr (MullRuleSet) rules = mull_rule_reader_read (bytes, "a.xml", &rule_error);

  g_assert_cmpint (script == NULL, ==, error != NULL);
  g_assert_cmpint (rules == NULL, ==, rule_error != NULL);
  fuzz_check_error (error);
  fuzz_check_error (rule_error);
  return 0;
}
