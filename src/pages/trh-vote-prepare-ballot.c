/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-prepare-private.h"

#include <glib/gi18n.h>

#include "core/base/trh-limits.h"
#include "core/model/trh-poll-words.h"
#include "core/voting/trh-count.h"
#include "core/voting/trh-grades.h"
#include "pages/trh-vote-example.h"
#include "widgets/trh-names.h"

/* What people do with the ballot, how it is counted, how many they may choose, in which languages they are asked. */

static const struct {
  const char *title;
  const char *subtitle;
  const char *counting;
} kinds[] = {
  [TRH_BALLOT_APPROVAL] = {
    N_("Tick"), N_("Voters tick all the artists they would like to host."),
    N_("By approval the largest group of voters fills all places; the other ways share the places between all groups."),
  },
  [TRH_BALLOT_GRADES] = {
    N_("Give a mention"), N_("Voters say of each artist how much they are in favour."),
    N_("The largest group of voters fills all places: of mentions, no way of counting shares the places."),
  },
  [TRH_BALLOT_RANKING] = {
    N_("Rank"), N_("Voters put the artists in order, from their first choice on; ten at most."),
    N_("By duels the largest group of voters fills all places; the transferable vote shares the places between all groups."),
  },
};

static const guint n_mentions[] = { 3, 5, 7 };

/* What voters may choose from; the first one is the one that everybody begins with. */
static const char *const languages[][3] = { { "fr", "en" }, { "en", "fr" }, { "fr" }, { "en" } };

static TrhBallotKind
get_kind (TrhVotePrepare *self)
{
  guint kind = 0;

  while (kind + 1 < self->kinds->len && !gtk_check_button_get_active (self->kinds->pdata[kind]))
    kind++;
  return (TrhBallotKind) kind;
}

static const TrhMethod *
get_method_of (gpointer check)
{
  return g_object_get_data (check, "method");
}

/* The method that is chosen for ballots of @kind, as its check button. */
static GtkCheckButton *
find_chosen (TrhVotePrepare *self, TrhBallotKind kind)
{
  for (guint i = 0; i < self->methods->len; i++)
    if ((TrhBallotKind) get_method_of (self->methods->pdata[i])->kind == kind &&
        gtk_check_button_get_active (self->methods->pdata[i]))
      return self->methods->pdata[i];
  return NULL;
}

static void
choose (TrhVotePrepare *self, const TrhMethod *method)
{
  for (guint i = 0; i < self->methods->len; i++)
    if (get_method_of (self->methods->pdata[i]) == method)
      gtk_check_button_set_active (self->methods->pdata[i], TRUE);
}

static GtkWidget *
get_row (gpointer check)
{
  return gtk_widget_get_ancestor (check, ADW_TYPE_ACTION_ROW);
}

/* The names of that many mentions in a line. */
static void
on_mentions (AdwComboRow *row)
{
  const guint selected = adw_combo_row_get_selected (row);
  g_autoptr(GString) line = g_string_new (NULL);
  g_auto(GStrv) grades = NULL;

  if (selected >= G_N_ELEMENTS (n_mentions))
    return;
  grades = trh_grades_dup (n_mentions[selected]);
  for (guint i = 0; i < n_mentions[selected]; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? " · " : "", trh_grades_translate ((const char *const *) grades, i));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line->str);
}

static void
add_mentions (TrhVotePrepare *self, AdwPreferencesGroup *group, const TrhPollRecord *poll)
{
  g_autoptr(GPtrArray) choices = g_ptr_array_new_with_free_func (g_free);
  const guint n = poll != NULL && poll->grades[0] != NULL ? g_strv_length (poll->grades) : TRH_USUAL_GRADES;
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < G_N_ELEMENTS (n_mentions); i++)
    {
      selected = n == n_mentions[i] ? i : selected;
      g_ptr_array_add (choices, g_strdup_printf (ngettext ("%u mention", "%u mentions", n_mentions[i]), n_mentions[i]));
    }
  g_ptr_array_add (choices, NULL);
  self->mentions = trh_vote_dialog_add_choice (group, _("Number of mentions"), (const char *const *) choices->pdata, selected);
  g_signal_connect (self->mentions, "notify::selected", G_CALLBACK (on_mentions), NULL);
  on_mentions (ADW_COMBO_ROW (self->mentions));
}

static void
on_example (TrhVotePrepare *self)
{
  const TrhBallotKind kind = get_kind (self);
  GtkCheckButton *chosen = find_chosen (self, kind);

  trh_vote_show_example (GTK_WIDGET (self->dialog), kind, chosen != NULL ? get_method_of (chosen) : NULL);
}

/* One row for each method that may decide a vote, in the order in which they are offered. A method that the draft has
 * already stays on offer. */
static void
add_methods (TrhVotePrepare *self, const TrhPollRecord *poll)
{
  const TrhMethod *const *all = trh_method_get_all ();
  GtkWidget *example;

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++) /* the only method of a kind is shown as a choice, too */
    g_ptr_array_add (self->leads, g_object_ref_sink (gtk_check_button_new ()));
  self->counting = trh_vote_dialog_add_group (self->dialog, _("How it is counted"), NULL);
  for (guint i = 0; all[i] != NULL; i++)
    {
      const gboolean is_chosen = poll != NULL && g_str_equal (all[i]->id, poll->method);
      GtkWidget *check;

      if (all[i]->use != TRH_METHOD_RESULT && !is_chosen)
        continue;
      check = trh_vote_dialog_add_radio (self->counting, _(all[i]->name), _(all[i]->sentence),
                                         self->leads->pdata[all[i]->kind]);
      g_object_set_data (G_OBJECT (check), "method", (gpointer) all[i]);
      g_ptr_array_add (self->methods, check);
    }
  self->usual_seats = poll != NULL ? (guint) poll->seats : 0;
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    choose (self, trh_method_get_usual ((TrhBallotPaperKind) kind, self->usual_seats));
  if (poll != NULL)
    choose (self, trh_method_find (poll->method));
  for (guint i = 0; i < self->methods->len; i++)
    g_signal_connect_swapped (self->methods->pdata[i], "toggled", G_CALLBACK (trh_vote_prepare_changed), self);

  example = trh_vote_dialog_add_link (self->counting, _("The same vote counted two ways"),
                                      _("A small example of what this choice decides."));
  g_signal_connect_swapped (example, "activated", G_CALLBACK (on_example), self);
}

void
trh_vote_prepare_add_ballot (TrhVotePrepare *self, const TrhPollRecord *poll)
{
  AdwPreferencesGroup *group = trh_vote_dialog_add_group (self->dialog, _("What voters do"), NULL);

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    g_ptr_array_add (self->kinds, trh_vote_dialog_add_radio (group, _(kinds[kind].title), _(kinds[kind].subtitle),
                                                             kind > 0 ? self->kinds->pdata[0] : NULL));
  gtk_check_button_set_active (self->kinds->pdata[poll != NULL ? poll->ballot : TRH_BALLOT_APPROVAL], TRUE);
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    g_signal_connect_swapped (self->kinds->pdata[kind], "toggled", G_CALLBACK (trh_vote_prepare_changed), self);
  add_mentions (self, group, poll);
  add_methods (self, poll);
}

/* How many artists a ballot may name. */
void
trh_vote_prepare_add_limits (TrhVotePrepare *self, AdwPreferencesGroup *group, const TrhPollRecord *poll)
{
  self->limits = adw_expander_row_new ();
  trh_name_expander (ADW_EXPANDER_ROW (self->limits), _("Choices on a ballot"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->limits), _("Choices on a ballot"));
  adw_preferences_group_add (group, self->limits);
  self->least = trh_vote_dialog_add_number (self->limits, _("Fewest choices on a ballot"),
                                            _("0 is no minimum; a blank ballot is always allowed."), 0, TRH_MAX_CANDIDATES,
                                            poll != NULL ? poll->min_choices : 0);
  self->most = trh_vote_dialog_add_number (self->limits, _("Most choices on a ballot"), _("0 is no limit."), 0,
                                           TRH_MAX_CANDIDATES, poll != NULL ? poll->max_choices : 0);
  g_signal_connect_swapped (self->least, "value-changed", G_CALLBACK (trh_vote_prepare_changed), self);
  g_signal_connect_swapped (self->most, "value-changed", G_CALLBACK (trh_vote_prepare_changed), self);
}

void
trh_vote_prepare_add_languages (TrhVotePrepare *self, AdwPreferencesGroup *group, const TrhPollRecord *poll)
{
  const char *const choices[] = { _("French first, or English"), _("English first, or French"), _("French"), _("English"),
                                  NULL };
  guint selected = poll == NULL || poll->languages[0] == NULL ? 0 : G_N_ELEMENTS (languages);

  for (guint i = 0; poll != NULL && i < G_N_ELEMENTS (languages); i++)
    if (g_strv_equal ((const char *const *) poll->languages, languages[i]))
      selected = i;
  self->languages = trh_vote_dialog_add_options (group, _("Languages of the ballot"), choices, selected);
}

/* Shows what belongs to the kind of ballot and the number of places. A method that nobody has chosen follows them. */
void
trh_vote_prepare_show_ballot (TrhVotePrepare *self)
{
  const TrhBallotKind kind = get_kind (self);
  const guint seats = (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->seats));

  for (guint k = 0; k < G_N_ELEMENTS (kinds) && seats != self->usual_seats; k++)
    {
      GtkCheckButton *chosen = find_chosen (self, (TrhBallotKind) k);

      if (chosen != NULL && get_method_of (chosen) == trh_method_get_usual ((TrhBallotPaperKind) k, self->usual_seats))
        choose (self, trh_method_get_usual ((TrhBallotPaperKind) k, seats));
    }
  self->usual_seats = seats;
  for (guint i = 0; i < self->methods->len; i++)
    gtk_widget_set_visible (get_row (self->methods->pdata[i]),
                            (TrhBallotKind) get_method_of (self->methods->pdata[i])->kind == kind);
  adw_preferences_group_set_description (self->counting, _(kinds[kind].counting));
  gtk_widget_set_visible (self->mentions, kind == TRH_BALLOT_GRADES);
  gtk_widget_set_visible (self->limits, kind != TRH_BALLOT_GRADES); /* every artist has a mention */
}

void
trh_vote_prepare_read_ballot (TrhVotePrepare *self, TrhPollRecord *record)
{
  static const char *const none[] = { NULL };
  const guint mentions = adw_combo_row_get_selected (ADW_COMBO_ROW (self->mentions));
  const guint language = trh_vote_dialog_get_option (self->languages);
  GtkCheckButton *chosen;

  record->ballot = get_kind (self);
  chosen = find_chosen (self, record->ballot);
  if (chosen != NULL)
    trh_record_set_text (&record->method, get_method_of (chosen)->id);
  if (mentions < G_N_ELEMENTS (n_mentions))
    {
      g_auto(GStrv) grades = trh_grades_dup (n_mentions[mentions]);

      /* the usual ones are not written */
      trh_record_set_texts (&record->grades, n_mentions[mentions] == TRH_USUAL_GRADES ? none : (const char *const *) grades);
    }
  if (record->ballot != TRH_BALLOT_GRADES)
    trh_record_set_texts (&record->grades, none);
  if (language < G_N_ELEMENTS (languages))
    trh_record_set_texts (&record->languages, language == 0 ? none : languages[language]);
  record->min_choices = record->max_choices = 0;
  if (record->ballot != TRH_BALLOT_GRADES)
    {
      record->min_choices = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->least));
      record->max_choices = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->most));
    }
}
