/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-usual-currency"

#include "config.h"

#include "mull-usual-currency.h"

#include "mull-deal-ops.h"
#include "mull-pipeline-ops.h"
#include "ops-fixture.h"

static void
add (OpsFixture *fixture, const char *currency, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      MullNewDeal spec = { .title = "Deal", .value = { .minor = 100 } };
      g_autoptr (GError) error = NULL;
      gint64 id;

      g_strlcpy (spec.value.currency, currency, sizeof spec.value.currency);
      mull_deal_ops_add (fixture->workspace, &spec, &id, &error);
      g_assert_no_error (error);
    }
}

static void
check (OpsFixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stages = NULL;
  g_autofree char *usual = NULL;
  gint64 pipeline_id;

  mull_pipeline_ops_ensure (fixture->workspace, &pipeline_id, &error);
  g_assert_no_error (error);
  stages = mull_stage_list (fixture->workspace, pipeline_id, &error);
  g_assert_no_error (error);
  usual = mull_usual_currency (fixture->workspace, stages);
  g_assert_cmpstr (usual, ==, expected);
  g_free (usual);
  usual = mull_usual_currency (fixture->workspace, NULL);
  g_assert_cmpstr (usual, ==, expected);
}

/* The deal of the fixture is the first in euros. */
static void
test_most (OpsFixture *fixture, gconstpointer data)
{
  check (fixture, "EUR");
  add (fixture, "GBP", 2);
  check (fixture, "GBP");
  add (fixture, "EUR", 1);
  check (fixture, "EUR");
  add (fixture, "GBP", 1);
  check (fixture, "GBP");
}

static void
test_none (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) stages = g_ptr_array_new ();
  g_autofree char *usual = mull_usual_currency (fixture->workspace, stages);

  g_assert_null (usual);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/usual-currency/most", test_most);
  OPS_ADD ("/usual-currency/none", test_none);
  return g_test_run ();
}
