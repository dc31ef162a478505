/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "cli/trh-cli.h"
#include "core/base/trh-locale.h"
#include "core/base/trh-process.h"
#include "trh-config.h"

/* In the order of `--help`. */
static const TrhCommand *const commands[] = {
  &trh_command_check,
  &trh_command_convert,
  &trh_command_count,
  &trh_command_verify,
  &trh_command_merge,
  &trh_command_report,
};

static const TrhCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];

  return NULL;
}

/* The language that `--lang` asks for, wherever it stands: it is needed before anything is said.
 * NULL when there is none. */
static const char *
find_language (char **argv)
{
  for (guint i = 1; argv[0] != NULL && argv[i] != NULL && !g_str_equal (argv[i], "--"); i++)
    {
      if (g_str_has_prefix (argv[i], "--lang="))
        return argv[i] + strlen ("--lang=");
      if (g_str_equal (argv[i], "--lang"))
        return argv[i + 1] != NULL ? argv[i + 1] : "";
    }

  return NULL;
}

static gboolean
is_language (const char *language)
{
  return g_str_equal (language, "en") || g_str_equal (language, "fr");
}

static TrhExit
show_help (void)
{
  g_autoptr(GString) out = g_string_new (NULL);
  glong width = 0;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    width = MAX (width, g_utf8_strlen (commands[i]->name, -1) + 1 + g_utf8_strlen (_(commands[i]->arguments), -1));

  g_string_append_printf (out, "%s\n  transhumances-cli %s\n\n", _("Usage:"), _("COMMAND … [--json] [--lang fr|en]"));
  g_string_append_printf (out, "%s\n", _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *call = g_strdup_printf ("%s %s", commands[i]->name, _(commands[i]->arguments));
      const int padding = (int) (width - g_utf8_strlen (call, -1)); /* of columns: “…” is one, and three bytes */

      g_string_append_printf (out, "  %s%*s  %s\n", call, padding, "", _(commands[i]->summary));
    }
  g_string_append_printf (out, "\n%s\n  --json         %s\n  --lang fr|en   %s\n  -h, --help     %s\n  --version      %s\n\n",
                          _("Options:"), _("One JSON document on standard output"), _("The language of messages"),
                          _("This help; after a command, the help of that command"), _("The version of the program"));
  g_string_append_printf (out, "%s\n  0  %s\n  1  %s\n  2  %s\n  3  %s\n  4  %s\n", _("Exit status:"),
                          _("done"), _("alerts, differences or conflicts found"), _("wrong usage"),
                          _("an input cannot be read or is refused"),
                          _("an output cannot be written; nothing half-written is left"));

  return trh_cli_write (out->str, TRH_EXIT_DONE);
}

/* Ends with a sentence, a hint on standard error, and with `--json` the document as well. */
static TrhExit
refuse_usage (char **argv, const TrhCommand *command, const char *sentence)
{
  const TrhCommandLine line = { .json = g_strv_contains ((const char *const *) argv, "--json") };
  g_autofree char *help =
    g_strdup_printf ("transhumances-cli %s%s--help", command != NULL ? command->name : "", command != NULL ? " " : "");

  TrhExit status = trh_cli_refuse_usage (&line, sentence);

  /* Translators: a command to type */
  trh_cli_say (_("Try “%s”."), help);
  return status;
}

static TrhExit
parse_and_run (const TrhCommand *command, char **argv, const GOptionEntry *own, gpointer options)
{
  TrhCommandLine line = { 0 };
  gboolean help = FALSE;
  g_autofree char *language = NULL;
  const GOptionEntry common[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &line.json, N_("One JSON document on standard output"), NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, N_("The language of messages"), "fr|en" },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("This help"), NULL },
    { NULL },
  };
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_auto(GStrv) words = g_strdupv (argv);
  g_autoptr(GError) error = NULL;
  guint n;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (own != NULL)
    g_option_context_add_main_entries (context, own, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &words, &error))
    return refuse_usage (argv, command, error->message);

  /* words[0] is the program, words[1] the command */
  line.words = words + 2;
  n = g_strv_length (words) - 2;
  if (n > 0 && g_str_equal (line.words[0], "--"))
    {
      line.words++;
      n--;
    }
  if (help)
    {
      g_autofree char *usage = g_strdup_printf ("%s %s", command->name, _(command->arguments));
      g_autofree char *text = NULL;
      g_autofree char *all = NULL;

      g_option_context_set_summary (context, _(command->summary));
      g_option_context_set_description (context, _(command->description));
      text = g_option_context_get_help (context, TRUE, NULL);
      /* GOption knows the program, not its commands */
      all = g_strdup_printf ("%s\n  transhumances-cli %s\n%s", _("Usage:"), usage, strstr (text, "\n\n") + 1);
      return trh_cli_write (all, TRH_EXIT_DONE);
    }
  if (n < command->min_words || n > command->max_words)
    {
      /* Translators: a command to type */
      g_autofree char *sentence = g_strdup_printf (_("This command is written: transhumances-cli %1$s %2$s"),
                                                   command->name, _(command->arguments));

      return refuse_usage (argv, command, sentence);
    }

  return command->run (&line, options);
}

/* Texts that GOption has put into the options of a command. */
static void
free_texts (const GOptionEntry *own)
{
  for (; own->long_name != NULL; own++)
    if (own->arg == G_OPTION_ARG_STRING || own->arg == G_OPTION_ARG_FILENAME)
      g_free (*(char **) own->arg_data);
    else if (own->arg == G_OPTION_ARG_STRING_ARRAY || own->arg == G_OPTION_ARG_FILENAME_ARRAY)
      g_strfreev (*(char ***) own->arg_data);
}

static TrhExit
run_command (const TrhCommand *command, char **argv)
{
  g_autofree gpointer options = NULL;
  g_autofree GOptionEntry *own = command->new_options != NULL ? command->new_options (&options) : NULL;
  TrhExit status = parse_and_run (command, argv, own, options);

  if (own != NULL)
    free_texts (own);
  return status;
}

/* Without a command: what the program says of itself. */
static TrhExit
run_alone (char **argv)
{
  if (argv[1] == NULL)
    return refuse_usage (argv, NULL, _("A command is expected."));
  if (g_strv_contains ((const char *const *) argv + 1, "--version"))
    return trh_cli_write ("transhumances-cli " TRH_VERSION "\n", TRH_EXIT_DONE);
  if (g_strv_contains ((const char *const *) argv + 1, "--help") || g_strv_contains ((const char *const *) argv + 1, "-h"))
    return show_help ();

  return refuse_usage (argv, NULL, _("A command is expected."));
}

int
main (int argc, char *argv[])
{
  const char *language = find_language (argv);
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  const TrhCommand *command;
  int at = 1;

  trh_process_leave_no_core ();
  trh_locale_begin (language != NULL && is_language (language) ? language : NULL);
  if (language != NULL && !is_language (language))
    return (int) refuse_usage (argv, NULL, _("The languages are “fr” and “en”."));

  while (at < argc && *argv[at] == '-')
    at += g_str_equal (argv[at], "--lang") ? 2 : 1;
  if (at >= argc)
    return (int) run_alone (argv);

  command = find_command (argv[at]);
  if (command == NULL)
    {
      /* Translators: %s is what was typed */
      g_autofree char *sentence = g_strdup_printf (_("There is no command “%s”."), argv[at]);

      return (int) refuse_usage (argv, NULL, sentence);
    }

  /* options that stand before the command count as its own */
  for (int i = 0; i < argc; i++)
    if (i != at)
      g_ptr_array_add (words, argv[i]);
  g_ptr_array_insert (words, 1, argv[at]);
  g_ptr_array_add (words, NULL);
  return (int) run_command (command, (char **) words->pdata);
}
