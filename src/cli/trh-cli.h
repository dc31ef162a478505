/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"

G_BEGIN_DECLS

/* How a command ends. Scripts rely on these numbers. */
typedef enum {
  TRH_EXIT_DONE = 0,
  TRH_EXIT_FOUND = 1,    /* alerts, problems, differences or conflicts */
  TRH_EXIT_USAGE = 2,
  TRH_EXIT_INPUT = 3,    /* an input cannot be read or is refused */
  TRH_EXIT_OUTPUT = 4,   /* an output cannot be written; nothing half-written is left */
} TrhExit;

/* An error that says how the command ends: its code is a #TrhExit. All others end it with %TRH_EXIT_INPUT. */
#define TRH_CLI_ERROR (trh_cli_error_quark ())
GQuark trh_cli_error_quark (void);

/* What the program was asked for, options that all commands share taken out. */
typedef struct {
  gboolean json;  /* one JSON document on standard output */
  char   **words; /* what follows the command, NULL-terminated */
} TrhCommandLine;

/* A command says everything about itself here. Texts are translated when they are shown. */
typedef struct {
  const char *name;
  const char *arguments;   /* as in "IN OUT"; translated */
  const char *summary;     /* one line */
  const char *description; /* what it does, and the members of its JSON */
  guint       min_words, max_words;

  /* (nullable): reads its own options into what @run gets as @options; g_free() frees it,
   * and the texts in it are freed too. Entries keep pointers into it. */
  GOptionEntry *(*new_options) (gpointer *options);
  TrhExit       (*run)         (const TrhCommandLine *line, gpointer options);
} TrhCommand;

/* One file each; listed in main.c. */
extern const TrhCommand trh_command_check;
extern const TrhCommand trh_command_convert;
extern const TrhCommand trh_command_count;
extern const TrhCommand trh_command_verify;
extern const TrhCommand trh_command_merge;
extern const TrhCommand trh_command_report;

/*< for commands >*/
void        trh_cli_say          (const char *format, ...) G_GNUC_PRINTF (1, 2);
TrhProject *trh_cli_load         (const char *path, GError **error);
TrhPoll    *trh_cli_find_poll    (TrhProject *project, const char *id, GError **error);
void        trh_cli_set_usage    (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
TrhExit     trh_cli_refuse       (const TrhCommandLine *line, const char *path, const GError *error);
TrhExit     trh_cli_refuse_usage (const TrhCommandLine *line, const char *sentence);
TrhExit     trh_cli_write        (const char *text, TrhExit status);
TrhExit     trh_cli_write_json   (JsonBuilder *builder, TrhExit status);
void        trh_cli_append_line  (GString *out, const char *indent, const char *sentence);
void        trh_cli_add_text     (JsonBuilder *builder, const char *name, const char *text);
void        trh_cli_add_number   (JsonBuilder *builder, const char *name, gint64 number);
void        trh_cli_add_null     (JsonBuilder *builder, const char *name);
void        trh_cli_add_day      (JsonBuilder *builder, const char *name, int day);

G_END_DECLS
