/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-driver-input"

#include "config.h"

#include "mull-driver-private.h"

#include <X11/XKBlib.h>
#include <X11/Xatom.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <cairo.h>

/* GTK takes for a drag what moves in small steps; one leap is only a click somewhere else. */
#define DRAG_STEPS 12

static gboolean
is_shown_as (Display *display, Window window, const char *title)
{
  g_autofree char *copy = NULL;
  XTextProperty property;
  XWindowAttributes attributes;
  Atom net_name = XInternAtom (display, "_NET_WM_NAME", False);

  if (!XGetWindowAttributes (display, window, &attributes) || attributes.map_state != IsViewable ||
      attributes.width <= 1)
    return FALSE;
  if (!XGetTextProperty (display, window, &property, net_name))
    return FALSE;
  copy = g_strndup ((const char *) property.value, property.nitems);
  XFree (property.value);
  return g_strcmp0 (copy, title) == 0;
}

/* The deepest window of that title: a window manager's frame may carry it too. */
static Window
find_window (Display *display, Window root, const char *title)
{
  Window hit = None, parent, top, *children = NULL;
  unsigned int n_children = 0;

  if (!XQueryTree (display, root, &top, &parent, &children, &n_children))
    return None;
  for (unsigned int i = n_children; i > 0 && hit == None; i--)
    {
      hit = find_window (display, children[i - 1], title);
      if (hit == None && is_shown_as (display, children[i - 1], title))
        hit = children[i - 1];
    }
  if (children != NULL)
    XFree (children);
  return hit;
}

typedef struct
{
  const char *title;
  Window window;
} WindowSearch;

static gboolean
is_window_there (MullDriver *self, gpointer user_data)
{
  WindowSearch *search = user_data;

  search->window = find_window (self->display, DefaultRootWindow (self->display), search->title);
  return search->window != None;
}

static Window
await_window (MullDriver *self, const char *title)
{
  WindowSearch search = { .title = title };
  g_autofree char *what = g_strdup_printf ("a window titled “%s”", title);

  mull_driver_wait_for (self, what, is_window_there, &search);
  return search.window;
}

static AtspiAccessible *
frame_of (AtspiAccessible *node)
{
  g_autoptr (AtspiAccessible) frame = g_object_ref (node);

  while (atspi_accessible_get_role (frame, NULL) != ATSPI_ROLE_FRAME &&
         atspi_accessible_get_role (frame, NULL) != ATSPI_ROLE_DIALOG)
    {
      AtspiAccessible *parent = atspi_accessible_get_parent (frame, NULL);

      g_assert_nonnull (parent);
      g_object_unref (frame);
      frame = parent;
    }
  return g_steal_pointer (&frame);
}

/* The shadow that the window draws around itself, and the solid border where nothing composites. */
static void
get_border (MullDriver *self,
            Window window,
            const XWindowAttributes *attributes,
            const AtspiRect *frame,
            int *left,
            int *top)
{
  Atom type, extents = XInternAtom (self->display, "_GTK_FRAME_EXTENTS", False);
  int format = 0;
  unsigned long n = 0, left_over = 0;
  unsigned char *data = NULL;
  long shadow[4] = { 0, 0, 0, 0 };

  if (XGetWindowProperty (self->display, window, extents, 0, 4, False, XA_CARDINAL, &type, &format,
                          &n, &left_over, &data) == Success &&
      n == 4)
    for (guint i = 0; i < 4; i++)
      shadow[i] = ((const long *) (gpointer) data)[i];
  if (data != NULL)
    XFree (data);
  *left = shadow[0] + (attributes->width - shadow[0] - shadow[1] - frame->width) / 2;
  *top = shadow[2] + (attributes->height - shadow[2] - shadow[3] - frame->height) / 2;
}

/* The point of the screen at these fractions of @node: GTK 4.8 gives positions in the window only.
 */
static void
locate (MullDriver *self, AtspiAccessible *node, double x, double y, int *screen_x, int *screen_y)
{
  g_autoptr (AtspiAccessible) frame = frame_of (node);
  g_autofree char *title = atspi_accessible_get_name (frame, NULL);
  g_autofree AtspiRect *place =
      atspi_component_get_extents (ATSPI_COMPONENT (node), ATSPI_COORD_TYPE_WINDOW, NULL);
  g_autofree AtspiRect *whole =
      atspi_component_get_extents (ATSPI_COMPONENT (frame), ATSPI_COORD_TYPE_WINDOW, NULL);
  Window child, window = await_window (self, title);
  XWindowAttributes attributes;
  int root_x = 0, root_y = 0, left = 0, top = 0;

  g_assert_nonnull (place);
  g_assert_nonnull (whole);
  XGetWindowAttributes (self->display, window, &attributes);
  XTranslateCoordinates (self->display, window, DefaultRootWindow (self->display), 0, 0, &root_x,
                         &root_y, &child);
  get_border (self, window, &attributes, whole, &left, &top);
  *screen_x = root_x + left + place->x + (int) (place->width * x);
  *screen_y = root_y + top + place->y + (int) (place->height * y);
}

static void
move_to (MullDriver *self, int x, int y)
{
  XTestFakeMotionEvent (self->display, -1, x, y, CurrentTime);
  XSync (self->display, False);
  self->pointer_x = x;
  self->pointer_y = y;
  mull_driver_settle (self);
}

static void
glide_to (MullDriver *self, int x, int y)
{
  int from_x = self->pointer_x, from_y = self->pointer_y;

  for (int i = 1; i <= DRAG_STEPS; i++)
    move_to (self, from_x + (x - from_x) * i / DRAG_STEPS, from_y + (y - from_y) * i / DRAG_STEPS);
}

static void
press (MullDriver *self, guint button, gboolean down)
{
  XTestFakeButtonEvent (self->display, button, down, CurrentTime);
  XSync (self->display, False);
  mull_driver_settle (self);
}

/**
 * mull_driver_click:
 * @node: what is clicked, in its middle
 * @button: 1 for the first button, 3 for the menu's
 */
void
mull_driver_click (MullDriver *self, AtspiAccessible *node, guint button)
{
  int x = 0, y = 0;

  locate (self, node, 0.5, 0.5, &x, &y);
  move_to (self, x, y);
  press (self, button, TRUE);
  press (self, button, FALSE);
}

/**
 * mull_driver_drag_begin:
 * @from: what is taken, in its middle
 *
 * Presses the button and moves far enough for a drag to begin.
 */
void
mull_driver_drag_begin (MullDriver *self, AtspiAccessible *from)
{
  int x = 0, y = 0;

  locate (self, from, 0.5, 0.5, &x, &y);
  move_to (self, x, y);
  press (self, 1, TRUE);
  glide_to (self, x + 16, y + 16);
}

/**
 * mull_driver_drag_to:
 * @to: over what the pointer is moved, in small steps
 * @x: where in it, 0 left to 1 right
 * @y: where in it, 0 top to 1 bottom
 */
void
mull_driver_drag_to (MullDriver *self, AtspiAccessible *to, double x, double y)
{
  int screen_x = 0, screen_y = 0;

  locate (self, to, x, y, &screen_x, &screen_y);
  glide_to (self, screen_x, screen_y);
}

/**
 * mull_driver_drag_out:
 *
 * Moves the pointer into the corner of the screen, outside of every window.
 */
void
mull_driver_drag_out (MullDriver *self)
{
  glide_to (self, 1, 1);
}

/**
 * mull_driver_drag_end:
 *
 * Lets go.
 */
void
mull_driver_drag_end (MullDriver *self)
{
  press (self, 1, FALSE);
}

/**
 * mull_driver_drag:
 * @from: what is taken
 * @to: onto the middle of what it is dropped
 */
void
mull_driver_drag (MullDriver *self, AtspiAccessible *from, AtspiAccessible *to)
{
  mull_driver_drag_begin (self, from);
  mull_driver_drag_to (self, to, 0.5, 0.5);
  mull_driver_drag_end (self);
}

static void
fake_key (MullDriver *self, KeyCode code, gboolean down)
{
  XTestFakeKeyEvent (self->display, code, down, CurrentTime);
  XSync (self->display, False);
}

/**
 * mull_driver_key:
 * @accelerator: as GTK writes it: "<Control>z", "<Alt>Right", "Escape"
 *
 * Presses and lets go of a key with its modifiers.
 */
void
mull_driver_key (MullDriver *self, const char *accelerator)
{
  static const struct
  {
    const char *name;
    KeySym keysym;
  } modifiers[] = { { "<Control>", XK_Control_L },
                    { "<Shift>", XK_Shift_L },
                    { "<Alt>", XK_Alt_L } };
  KeyCode held[G_N_ELEMENTS (modifiers)], code;
  guint n_held = 0;
  const char *rest = accelerator;

  while (*rest == '<')
    {
      guint n_before = n_held;

      for (guint i = 0; i < G_N_ELEMENTS (modifiers) && n_held == n_before; i++)
        if (g_str_has_prefix (rest, modifiers[i].name))
          {
            held[n_held++] = XKeysymToKeycode (self->display, modifiers[i].keysym);
            rest += strlen (modifiers[i].name);
          }
      g_assert_cmpuint (n_held, >, n_before);
    }
  code = XKeysymToKeycode (self->display, XStringToKeysym (rest));
  if (code == 0)
    g_error ("There is no key “%s”", rest);
  for (guint i = 0; i < n_held; i++)
    fake_key (self, held[i], TRUE);
  fake_key (self, code, TRUE);
  fake_key (self, code, FALSE);
  for (guint i = n_held; i > 0; i--)
    fake_key (self, held[i - 1], FALSE);
  mull_driver_settle (self);
}

/* A key that the keyboard has not got is put on one that it does not use. */
static KeyCode
borrow_key (MullDriver *self, KeySym keysym)
{
  int first = 0, last = 0, n_per_code = 0;
  KeyCode spare = 0;
  KeySym *map;

  XDisplayKeycodes (self->display, &first, &last);
  map = XGetKeyboardMapping (self->display, first, last - first + 1, &n_per_code);
  for (int code = last; code >= first && spare == 0; code--)
    {
      gboolean used = FALSE;

      for (int i = 0; i < n_per_code; i++)
        used = used || map[(code - first) * n_per_code + i] != NoSymbol;
      if (!used)
        spare = code;
    }
  XFree (map);
  g_assert_cmpuint (spare, !=, 0);
  XChangeKeyboardMapping (self->display, spare, 1, &keysym, 1);
  XSync (self->display, False);
  mull_driver_settle (self);
  return spare;
}

static void
type_keysym (MullDriver *self, KeySym keysym)
{
  KeyCode shift = XKeysymToKeycode (self->display, XK_Shift_L);
  KeyCode code = XKeysymToKeycode (self->display, keysym);
  KeySym nothing = NoSymbol;
  gboolean shifted = FALSE, borrowed = FALSE;

  if (code != 0 && XkbKeycodeToKeysym (self->display, code, 0, 0) != keysym)
    {
      shifted = XkbKeycodeToKeysym (self->display, code, 0, 1) == keysym;
      if (!shifted)
        code = 0;
    }
  if (code == 0)
    {
      code = borrow_key (self, keysym);
      borrowed = TRUE;
    }
  if (shifted)
    fake_key (self, shift, TRUE);
  fake_key (self, code, TRUE);
  fake_key (self, code, FALSE);
  if (shifted)
    fake_key (self, shift, FALSE);
  mull_driver_settle (self);
  if (borrowed)
    {
      XChangeKeyboardMapping (self->display, code, 1, &nothing, 1);
      XSync (self->display, False);
    }
}

/**
 * mull_driver_type:
 * @text: letters of any script; a line end is Return
 *
 * Types where the focus is, letter by letter.
 */
void
mull_driver_type (MullDriver *self, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter == '\n')
        type_keysym (self, XK_Return);
      else if (letter < 0x100)
        type_keysym (self, letter);
      else
        type_keysym (self, 0x01000000 | letter);
    }
}

static gboolean
is_window_gone (MullDriver *self, gpointer user_data)
{
  return !is_window_there (self, user_data);
}

/**
 * mull_driver_wait_window:
 * @title: the title of a window
 * @shown: whether to wait until it is on the screen, or until it is not
 *
 * The accessibility bus does not tell of a dialog that was only hidden; the X server does.
 */
void
mull_driver_wait_window (MullDriver *self, const char *title, gboolean shown)
{
  WindowSearch search = { .title = title };
  g_autofree char *what =
      g_strdup_printf (shown ? "a window titled “%s”" : "the end of the window “%s”", title);

  mull_driver_wait_for (self, what, shown ? is_window_there : is_window_gone, &search);
}

/**
 * mull_driver_resize:
 * @title: the title of the window
 * @width: its new width in pixels, with the shadow
 * @height: its new height in pixels, with the shadow
 */
void
mull_driver_resize (MullDriver *self, const char *title, int width, int height)
{
  XResizeWindow (self->display, await_window (self, title), width, height);
  XSync (self->display, False);
  mull_driver_settle (self);
}

/**
 * mull_driver_screenshot:
 * @path: a file that is (over)written, as PNG
 *
 * Takes a picture of the whole screen.
 */
void
mull_driver_screenshot (MullDriver *self, const char *path)
{
  Window root = DefaultRootWindow (self->display);
  cairo_surface_t *surface;
  XWindowAttributes attributes;
  XImage *image;
  unsigned char *pixels;
  int stride;

  XGetWindowAttributes (self->display, root, &attributes);
  image = XGetImage (self->display, root, 0, 0, attributes.width, attributes.height, AllPlanes,
                     ZPixmap);
  g_assert_nonnull (image);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, image->width, image->height);
  pixels = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < image->height; y++)
    for (int x = 0; x < image->width; x++)
      *(guint32 *) (gpointer) (pixels + (gsize) y * stride + (gsize) x * 4) =
          XGetPixel (image, x, y) & 0xffffff;
  cairo_surface_mark_dirty (surface);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  XDestroyImage (image);
}
