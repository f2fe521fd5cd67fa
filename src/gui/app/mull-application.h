/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullApplication:
 *
 * The application with a display. Opens the workspace at its first activation; while a window is
 * open, commands of later starts are carried out here, so that the data keeps one connection.
 */
#define MULL_TYPE_APPLICATION (mull_application_get_type ())
G_DECLARE_FINAL_TYPE (MullApplication, mull_application, MULL, APPLICATION, AdwApplication)

/**
 * MullCommands:
 * @is_command: whether a word is the name of a command
 * @run: carries out a command in the open workspace; what it prints is appended to @out and @err
 *
 * How the commands of later starts are carried out. The command line is a layer beside this one, so
 * main brings the two together.
 */
typedef struct
{
  gboolean (*is_command) (const char *word);
  int (*run) (MullWorkspace *workspace,
              const char *folder,
              char **arguments,
              GString *out,
              GString *err);
} MullCommands;

MullApplication *mull_application_new (const char *id,
                                       const char *folder,
                                       MullClock *clock,
                                       const MullCommands *commands) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
