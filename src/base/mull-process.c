/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-process"

#include "config.h"

#include "mull-process.h"

#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/resource.h>

/**
 * mull_process_seal:
 *
 * What this process has in memory is for nobody else: no file is left of it should it crash, and no
 * other program of the user can look into it.
 */
void
mull_process_seal (void)
{
  const struct rlimit none = { 0, 0 };

  if (setrlimit (RLIMIT_CORE, &none) != 0)
    g_info ("A crash could leave a file of what is in memory");
#ifdef __linux__
  if (prctl (PR_SET_DUMPABLE, 0) != 0)
    g_info ("Other programs can look into the memory");
#endif
}
