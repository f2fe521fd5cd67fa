/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-cli-command.h"
#include "mull-date.h"
#include "mull-money.h"

G_BEGIN_DECLS

/* Options for mull_cli_parse(). A text is kept as it was given, which may be any bytes. */
#define MULL_CLI_TEXT(name, place)                                                                 \
  {                                                                                                \
    name, 0, 0, G_OPTION_ARG_FILENAME, place, NULL, NULL                                           \
  }
#define MULL_CLI_FLAG(name, place)                                                                 \
  {                                                                                                \
    name, 0, 0, G_OPTION_ARG_NONE, place, NULL, NULL                                               \
  }
#define MULL_CLI_NO_MORE                                                                           \
  {                                                                                                \
    NULL, 0, 0, 0, NULL, NULL, NULL                                                                \
  }

char **mull_cli_parse (MullCliContext *context,
                       const MullCliCommand *command,
                       char **arguments,
                       const GOptionEntry *entries,
                       guint min,
                       guint max,
                       int *status) G_GNUC_WARN_UNUSED_RESULT;
int
mull_cli_wrong_usage (MullCliContext *context, const MullCliCommand *command, const char *sentence);
void mull_cli_say (MullCliContext *context, const char *format, ...) G_GNUC_PRINTF (2, 3);
void mull_cli_say_settled (MullCliContext *context, gint64 entry_id);
int mull_cli_refuse (MullCliContext *context, const GError *error);
int mull_cli_done_unseen (MullCliContext *context, const GError *error);
char *mull_cli_shown (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* What was not given, a text of NULL, leaves the value as it was. */
gboolean mull_cli_read_enum (GType type,
                             const char *text,
                             int first,
                             int last,
                             const char *what,
                             int *value,
                             GError **error);
gboolean mull_cli_read_day (MullWorkspace *workspace,
                            const char *text,
                            const char *option,
                            MullDay *day,
                            GError **error);
gboolean mull_cli_read_past_day (MullWorkspace *workspace,
                                 const char *text,
                                 const char *option,
                                 MullDay *day,
                                 GError **error);
gboolean mull_cli_read_instant (MullWorkspace *workspace,
                                const char *text,
                                const char *option,
                                gint64 *at,
                                GError **error);
gboolean mull_cli_read_number (const char *text,
                               const char *option,
                               int min,
                               int max,
                               int *number,
                               GError **error);
gboolean
mull_cli_read_money (const char *text, const char *currency, MullMoney *money, GError **error);

G_END_DECLS
