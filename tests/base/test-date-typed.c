/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-date.h"
#include "mull-error.h"

#include <locale.h>
#include <string.h>

/* A Tuesday */
#define TODAY "2026-03-03"

typedef struct
{
  const char *text;
  const char *forward;
  const char *past;
} Case;

/* In the C locale, whose short date has the month first. */
static const Case cases[] = {
  { "today", "2026-03-03", "2026-03-03" },
  { " Today ", "2026-03-03", "2026-03-03" },
  { "TOMORROW", "2026-03-04", "2026-03-04" },
  { "tom", "2026-03-04", "2026-03-04" },
  { "yesterday", "2026-03-02", "2026-03-02" },

  { "fri", "2026-03-06", "2026-02-27" },
  { "Friday", "2026-03-06", "2026-02-27" },
  { "Fri.", "2026-03-06", "2026-02-27" },
  { "thurs", "2026-03-05", "2026-02-26" },
  { "wed", "2026-03-04", "2026-02-25" },
  { "mon", "2026-03-09", "2026-03-02" },
  { "tue", "2026-03-10", "2026-03-03" },

  { "3d", "2026-03-06", "2026-02-28" },
  { "3 d", "2026-03-06", "2026-02-28" },
  { "3 days", "2026-03-06", "2026-02-28" },
  { "0d", "2026-03-03", "2026-03-03" },
  { "+3d", "2026-03-06", "2026-03-06" },
  { "+ 3 days", "2026-03-06", "2026-03-06" },
  { "in 3 days", "2026-03-06", "2026-03-06" },
  { "in 1 week", "2026-03-10", "2026-03-10" },
  { "-3d", "2026-02-28", "2026-02-28" },
  { "3 days ago", "2026-02-28", "2026-02-28" },
  { "1 day ago", "2026-03-02", "2026-03-02" },
  { "2w", "2026-03-17", "2026-02-17" },
  { "+2W", "2026-03-17", "2026-03-17" },
  { "1m", "2026-04-03", "2026-02-03" },
  { "2 months ago", "2026-01-03", "2026-01-03" },
  { "1y", "2027-03-03", "2025-03-03" },

  { "1 jul", "2026-07-01", "2025-07-01" },
  { "1jul", "2026-07-01", "2025-07-01" },
  { "1. Jul.", "2026-07-01", "2025-07-01" },
  { "jul 1", "2026-07-01", "2025-07-01" },
  { "July 1st", "2026-07-01", "2025-07-01" },
  { "1st of July", "2026-07-01", "2025-07-01" },
  { "1 July 2027", "2027-07-01", "2027-07-01" },
  { "1 jul 27", "2027-07-01", "2027-07-01" },
  { "July 1, 2027", "2027-07-01", "2027-07-01" },
  { "sept 9", "2026-09-09", "2025-09-09" },
  { "3 mar", "2026-03-03", "2026-03-03" },
  { "2 mar", "2027-03-02", "2026-03-02" },
  { "4 mar", "2026-03-04", "2025-03-04" },
  { "29 feb", "2028-02-29", "2024-02-29" },

  { "12.5.", "2026-05-12", "2025-05-12" },
  { "12.5", "2026-05-12", "2025-05-12" },
  { "12.05.2027", "2027-05-12", "2027-05-12" },
  { "12. 5. 2027", "2027-05-12", "2027-05-12" },
  { "12.5.27", "2027-05-12", "2027-05-12" },
  { "5/12", "2026-05-12", "2025-05-12" },
  { "13/5", "2026-05-13", "2025-05-13" },
  { "5/13", "2026-05-13", "2025-05-13" },
  { "5/12/2027", "2027-05-12", "2027-05-12" },
  { "2026-03-01", "2026-03-01", "2026-03-01" },
  { "2026-3-1", "2026-03-01", "2026-03-01" },
  { "2026/03/01", "2026-03-01", "2026-03-01" },

  { "Tuesday, 3 March 2026", "2026-03-03", "2026-03-03" },
  { "fri 6 mar", "2026-03-06", NULL },
};

typedef gboolean (*Parse) (const char *text, MullDay today, MullDay *day, GError **error);

static void
assert_parsed (Parse parse, const char *text, const char *expected)
{
  MullDay today = mull_day_from_iso (TODAY), day = MULL_DAY_NONE;
  g_autoptr (GError) error = NULL;
  g_autofree char *iso = NULL;

  g_test_message ("“%s”", text);
  if (expected == NULL)
    {
      g_assert_false (parse (text, today, &day, &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
      return;
    }
  parse (text, today, &day, &error);
  g_assert_no_error (error);
  iso = mull_day_to_iso (day);
  g_assert_cmpstr (iso, ==, expected);
}

static void
test_forward (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_parsed (mull_day_parse_typed, cases[i].text, cases[i].forward);
}

static void
test_past (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_parsed (mull_day_parse_typed_past, cases[i].text, cases[i].past);
}

static void
assert_refused (const char *text, const char *says)
{
  MullDay today = mull_day_from_iso (TODAY), day = 77;
  g_autoptr (GError) error = NULL, past_error = NULL;

  g_test_message ("“%s”", text);
  g_assert_false (mull_day_parse_typed (text, today, &day, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, says));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_false (mull_day_parse_typed_past (text, today, &day, &past_error));
  g_assert_error (past_error, MULL_ERROR, MULL_ERROR_INVALID);
  g_assert_cmpint (day, ==, 77);
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "",
    " ",
    "x",
    "soon",
    "5",
    "mo",
    "july",
    "jul 2027",
    "ju 1",
    "1 jux",
    "1 jul 1 jul",
    "3 x",
    "+d",
    "+",
    "in days",
    "in 3 days ago",
    "12.",
    "1.2.3.4",
    "12/",
    "1 may june",
    "a\xff",
    "12345d",
    "2026-03",
    "20260301",
    "2026-03/01",
    "fri x",
    "fri 3 days x",
    "1 jul 123",
  };
  static const char *const dates[] = {
    "31 feb",     "feb 31",     "31.2.", "31.4.2027", "0 jul",  "32 jul", "29 feb 2027",
    "2026-02-30", "2026-13-01", "13/13", "0/5",       "12.13.", "9999y",  "monday, 3 march 2026",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], "is not a date");
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    assert_refused (dates[i], "no such date");
}

/* What the program itself writes, it reads. */
static void
test_own_formats (void)
{
  MullDay today = mull_day_from_iso (TODAY);

  for (MullDay day = today; day < today + 800; day++)
    {
      g_autofree char *iso = mull_day_to_iso (day), *full = mull_day_format (day);
      g_autofree char *longer = mull_day_format_long (day);
      g_autofree char *relative = mull_day_format_relative (day, today);
      g_autofree char *brief = mull_day_format_short (day, today);
      const char *texts[] = { iso, full, longer, relative, brief };

      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          MullDay parsed = MULL_DAY_NONE;
          g_autoptr (GError) error = NULL;

          mull_day_parse_typed (texts[i], today, &parsed, &error);
          g_assert_no_error (error);
          g_assert_cmpint (parsed, ==, day);
        }
    }
}

/* The names and the order of another country, where it is installed. */
static void
test_german (void)
{
  static const Case german[] = {
    { "Fr", "2026-03-06", "2026-02-27" },
    { "freitag", "2026-03-06", "2026-02-27" },
    { "friday", "2026-03-06", "2026-02-27" },
    { "4. März", "2026-03-04", "2025-03-04" },
    { "4 marz", "2026-03-04", "2025-03-04" },
    { "1. Dezember 2027", "2027-12-01", "2027-12-01" },
    { "Di, 3. März 2026", "2026-03-03", "2026-03-03" },
    { "1 oct", "2026-10-01", "2025-10-01" },
    { "5/12", "2026-12-05", "2025-12-05" },
  };

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("de_DE.UTF-8 is not installed");
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (german); i++)
    {
      assert_parsed (mull_day_parse_typed, german[i].text, german[i].forward);
      assert_parsed (mull_day_parse_typed_past, german[i].text, german[i].past);
    }
  setlocale (LC_ALL, "");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-typed/forward", test_forward);
  g_test_add_func ("/date-typed/past", test_past);
  g_test_add_func ("/date-typed/refused", test_refused);
  g_test_add_func ("/date-typed/own-formats", test_own_formats);
  g_test_add_func ("/date-typed/german", test_german);
  return g_test_run ();
}
