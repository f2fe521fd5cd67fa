/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * MullParseExit:
 * @MULL_PARSE_EXIT_DONE: everything was written
 * @MULL_PARSE_EXIT_USAGE: it was asked for something else than it does
 * @MULL_PARSE_EXIT_MEMORY: the file needs more memory than a file may
 * @MULL_PARSE_EXIT_NO_SANDBOX: the system does not let it give up what it does not need
 *
 * How the program that parses ends.
 */
typedef enum
{
  MULL_PARSE_EXIT_DONE = 0,
  MULL_PARSE_EXIT_USAGE = 2,
  MULL_PARSE_EXIT_MEMORY = 70,
  MULL_PARSE_EXIT_NO_SANDBOX = 71,
} MullParseExit;
