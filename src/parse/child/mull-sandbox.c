/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-sandbox"

#include "config.h"

#include "mull-sandbox.h"

#include "mull-parse-limits.h"

#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ADDRESS_SANITIZER 1
#endif
#endif

#ifdef HAS_ADDRESS_SANITIZER
const char *__asan_default_options (void);

/* Looking for leaks takes threads, telling of a crash takes files. */
const char *
__asan_default_options (void)
{
  return "detect_leaks=0:handle_abort=0:handle_segv=0";
}
#endif

static gboolean
limit (__rlimit_resource_t resource, rlim_t most)
{
  const struct rlimit limits = { most, most };

  return setrlimit (resource, &limits) == 0;
}

/* One second more to die of the signal that says why. */
static gboolean
limit_time (gsize n_bytes)
{
  const rlim_t most = MULL_PARSE_SECONDS_MAX + n_bytes / MULL_PARSE_BYTES_OF_SECOND;
  const struct rlimit limits = { most, most + 1 };

  return setrlimit (RLIMIT_CPU, &limits) == 0;
}

static gboolean
set_limits (gsize n_bytes)
{
#ifndef HAS_ADDRESS_SANITIZER
  /* The sanitizer takes terabytes of addresses, nearly all of which it never uses. */
  if (!limit (RLIMIT_AS, MULL_PARSE_MEMORY_MAX))
    return FALSE;
#endif
  return limit_time (n_bytes) && limit (RLIMIT_CORE, 0) && limit (RLIMIT_FSIZE, 0) &&
         limit (RLIMIT_NOFILE, 0);
}

/* Memory, time, and writing to what is open; and what it takes to end, well or badly. */
static gboolean
allow_what_parsing_needs (scmp_filter_ctx filter)
{
  static const int calls[] = {
    SCMP_SYS (brk),          SCMP_SYS (clock_gettime), SCMP_SYS (exit_group),
    SCMP_SYS (futex),        SCMP_SYS (getrandom),     SCMP_SYS (madvise),
    SCMP_SYS (mremap),       SCMP_SYS (munmap),        SCMP_SYS (rt_sigprocmask),
    SCMP_SYS (rt_sigreturn),
#ifdef HAS_ADDRESS_SANITIZER
    SCMP_SYS (sigaltstack),
#endif
  };

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    if (seccomp_rule_add (filter, SCMP_ACT_ALLOW, calls[i], 0) < 0)
      return FALSE;
  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mmap), 1,
                           SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) >= 0 &&
         seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mprotect), 1,
                           SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) >= 0 &&
         seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (write), 1,
                           SCMP_A0 (SCMP_CMP_LE, STDERR_FILENO)) >= 0 &&
         seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (gettid), 0) >= 0 &&
         seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (getpid), 0) >= 0 &&
         seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (tgkill), 1,
                           SCMP_A0 (SCMP_CMP_EQ, (scmp_datum_t) getpid ())) >= 0;
}

/**
 * mull_sandbox_enter:
 * @n_bytes: how large the file is; a larger one may take longer
 *
 * Gives up for good whatever parsing does not need: from here on this process opens nothing, starts
 * nothing and reaches nobody; whatever tries is killed by the kernel. It has only the memory and
 * the time of the processor that a file may cost.
 *
 * Returns: %FALSE if the system does not offer that; nothing may be parsed then
 */
gboolean
mull_sandbox_enter (gsize n_bytes)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_KILL_PROCESS);
  gboolean done = filter != NULL && set_limits (n_bytes) &&
                  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 &&
                  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
                  allow_what_parsing_needs (filter) && seccomp_load (filter) == 0;

  if (filter != NULL)
    seccomp_release (filter);
  return done;
}
