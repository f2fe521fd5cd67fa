/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-move-look"

#include "config.h"

#include "mull-move-look.h"

/**
 * mull_move_look_get_icon:
 * @state: whose move it is
 * @flags: what is said beside it: nobody waits for whom nobody has tried
 *
 * Returns: (transfer none): the name of a symbolic icon; each state that asks for something else
 *   has a shape of its own
 */
const char *
mull_move_look_get_icon (MullMoveState state, MullMoveFlags flags)
{
  switch (state)
    {
    case MULL_MOVE_CLOSED:
      return "object-select-symbolic";
    case MULL_MOVE_QUIET:
    case MULL_MOVE_AWAY:
      return "mull-quiet-symbolic";
    case MULL_MOVE_MEETING_SET:
      return "mull-meeting-symbolic";
    case MULL_MOVE_WE_OWE:
      return "mull-promise-symbolic";
    case MULL_MOVE_NEVER_HEARD:
      return flags & MULL_MOVE_NOT_TRIED ? "mull-new-symbolic" : "mull-fading-symbolic";
    case MULL_MOVE_FADING:
      return "mull-fading-symbolic";
    case MULL_MOVE_DARK:
      return "mull-dark-symbolic";
    case MULL_MOVE_OURS:
      return "mull-our-move-symbolic";
    case MULL_MOVE_THEIRS:
      return "mull-their-move-symbolic";
    }
  g_return_val_if_reached ("");
}

/**
 * mull_move_look_get_css_class:
 * @state: whose move it is
 *
 * Returns: (transfer none): the class of style.css that colours it
 */
const char *
mull_move_look_get_css_class (MullMoveState state)
{
  switch (state)
    {
    case MULL_MOVE_CLOSED:
    case MULL_MOVE_QUIET:
    case MULL_MOVE_AWAY:
      return "state-quiet";
    case MULL_MOVE_MEETING_SET:
    case MULL_MOVE_NEVER_HEARD:
    case MULL_MOVE_THEIRS:
      return "state-theirs";
    case MULL_MOVE_FADING:
      return "state-risk";
    case MULL_MOVE_WE_OWE:
    case MULL_MOVE_DARK:
      return "state-dark";
    case MULL_MOVE_OURS:
      return "state-ours";
    }
  g_return_val_if_reached ("");
}
