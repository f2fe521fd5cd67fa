/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-record.h"

typedef enum
{
  COLOUR_RED,
  COLOUR_GREEN,
} Colour;

static GType colour_get_type (void);
G_DEFINE_ENUM_TYPE (Colour,
                    colour,
                    G_DEFINE_ENUM_VALUE (COLOUR_RED, "red"),
                    G_DEFINE_ENUM_VALUE (COLOUR_GREEN, "green"))

typedef struct
{
  MullRecord record;
  char *name;
  MullDay due_on;
  gint64 value_minor;
  gint64 owner_id;
  gint64 made_at;
  Colour colour;
  char currency[4];
} Thing;

static const MullField thing_fields[] = {
  MULL_FIELD (Thing, name, TEXT),
  MULL_FIELD (Thing, due_on, OPTIONAL_DAY),
  MULL_FIELD (Thing, value_minor, OPTIONAL_NUMBER),
  MULL_FIELD (Thing, owner_id, OPTIONAL_REFERENCE),
  MULL_FIELD (Thing, made_at, INSTANT),
  MULL_FIELD_OF_ENUM (Thing, colour, colour_get_type),
  MULL_FIELD (Thing, currency, CURRENCY),
};
MULL_DECLARE_RECORD (Thing, thing)
MULL_DEFINE_RECORD (Thing, thing, "thing", thing_fields)

static void
test_new (void)
{
  g_autoptr (Thing) thing = thing_new ();

  g_assert_true (thing->record.type == &thing_type);
  g_assert_cmpint (thing->record.id, ==, 0);
  g_assert_cmpstr (thing->name, ==, "");
  g_assert_cmpint (thing->due_on, ==, MULL_DAY_NONE);
  g_assert_cmpint (thing->value_minor, ==, MULL_NUMBER_NONE);
  g_assert_cmpint (thing->owner_id, ==, 0);
  /* The beginning of 1970 is a time like any other. */
  g_assert_cmpint (thing->made_at, ==, MULL_INSTANT_NONE);
  g_assert_cmpint (thing->colour, ==, COLOUR_RED);
  g_assert_cmpstr (thing->currency, ==, "");
}

static void
test_copy (void)
{
  g_autoptr (Thing) thing = thing_new ();
  g_autoptr (Thing) copy = NULL;

  thing->record.id = 7;
  mull_set_text (&thing->name, "Boiler");
  thing->colour = COLOUR_GREEN;
  copy = thing_copy (thing);
  g_assert_true (mull_record_equal (thing, copy));

  mull_set_text (&copy->name, "Kettle");
  g_assert_cmpstr (thing->name, ==, "Boiler");
  g_assert_false (mull_record_equal (thing, copy));
}

static void
test_equal_sees_every_field (void)
{
  g_autoptr (Thing) plain = thing_new ();

  for (guint i = 0; i < G_N_ELEMENTS (thing_fields); i++)
    {
      g_autoptr (Thing) other = thing_copy (plain);

      switch (i)
        {
        case 0:
          mull_set_text (&other->name, "x");
          break;
        case 1:
          other->due_on = 1;
          break;
        case 2:
          other->value_minor = 0;
          break;
        case 3:
          other->owner_id = 1;
          break;
        case 4:
          other->made_at = 0;
          break;
        case 5:
          other->colour = COLOUR_GREEN;
          break;
        case 6:
          g_strlcpy (other->currency, "EUR", 4);
          break;
        default:
          g_assert_not_reached ();
        }
      g_assert_false (mull_record_equal (plain, other));
    }
}

static void
test_equal_sees_type_and_id (void)
{
  static const MullRecordType same_fields = { "other", sizeof (Thing), thing_fields,
                                              G_N_ELEMENTS (thing_fields) };
  g_autoptr (Thing) thing = thing_new ();
  g_autoptr (Thing) stored = thing_copy (thing);
  g_autoptr (Thing) other = mull_record_new (&same_fields);

  g_assert_true (mull_record_equal (thing, stored));
  stored->record.id = 1;
  g_assert_false (mull_record_equal (thing, stored));
  g_assert_false (mull_record_equal (thing, other));
}

/* A reference keeps the texts, and is no copy. */
static void
test_references (void)
{
  Thing *thing = thing_new ();
  g_autoptr (Thing) kept = thing_ref (thing);

  g_assert_true (kept == thing);
  mull_take_text (&thing->name, g_strdup ("Boiler"));
  thing_unref (thing);
  g_assert_cmpstr (kept->name, ==, "Boiler");
  mull_set_text (&kept->name, kept->name);
  g_assert_cmpstr (kept->name, ==, "Boiler");
}

static void
test_nicks (void)
{
  int value = -1;

  g_assert_cmpstr (mull_enum_nick (colour_get_type (), COLOUR_GREEN), ==, "green");
  g_assert_true (mull_enum_from_nick (colour_get_type (), "green", &value));
  g_assert_cmpint (value, ==, COLOUR_GREEN);
  g_assert_false (mull_enum_from_nick (colour_get_type (), "blue", &value));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/new", test_new);
  g_test_add_func ("/record/copy", test_copy);
  g_test_add_func ("/record/equal-sees-every-field", test_equal_sees_every_field);
  g_test_add_func ("/record/equal-sees-type-and-id", test_equal_sees_type_and_id);
  g_test_add_func ("/record/references", test_references);
  g_test_add_func ("/record/nicks", test_nicks);
  return g_test_run ();
}
