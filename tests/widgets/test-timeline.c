/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "widgets/trh-timeline-bar.h"
#include "widgets/trh-timeline-private.h"

#define DAY TRH_DAY_MIN
#define FIRST_DAY 20976 /* Monday 2027-06-07 */

/* A window with two lanes and two stays, and the last thing that the timeline asked for. */
typedef struct {
  GtkWidget   *window;
  TrhTimeline *timeline;
  char        *said;
} Fixture;

static void
say (Fixture *fixture, char *text)
{
  g_free (fixture->said);
  fixture->said = text;
}

static void
on_moved (TrhTimeline *timeline, const char *id, const char *from, const char *to, int start, int end, gboolean copy, Fixture *fixture)
{
  say (fixture, g_strdup_printf ("%s %s %s→%s %+d %+d", copy ? "copy" : "move", id, from, to,
                                 start / DAY - FIRST_DAY, end / DAY - FIRST_DAY));
}

static void
on_created (TrhTimeline *timeline, const char *lane, int start, int end, Fixture *fixture)
{
  say (fixture, g_strdup_printf ("create %s %+d %+d", lane, start / DAY - FIRST_DAY, end / DAY - FIRST_DAY));
}

static void
on_selected (TrhTimeline *timeline, const char *id, Fixture *fixture)
{
  say (fixture, g_strdup_printf ("select %s", id));
}

static void
on_deleted (TrhTimeline *timeline, const char *id, Fixture *fixture)
{
  say (fixture, g_strdup_printf ("delete %s", id));
}

static char *
on_describe (TrhTimeline *timeline, const char *id, const char *lane, gpointer user_data)
{
  return g_strdup_printf ("Stay %s of %s", id, lane);
}

static void
put (TrhTimeline *timeline, const char *id, const char *lane, int first, int last)
{
  GPtrArray *bars = g_ptr_array_new ();

  g_ptr_array_add (bars, trh_bar_new (id, lane, TRH_BAR_STAY, (FIRST_DAY + first) * DAY, (FIRST_DAY + last) * DAY));
  trh_timeline_replace (timeline, id, bars);
}

static gboolean
count_frames (GtkWidget *widget, GdkFrameClock *clock, gpointer frames)
{
  ++*(int *) frames;
  return G_SOURCE_CONTINUE;
}

/* Until what was asked for is laid out. */
static void
settle (Fixture *fixture)
{
  int frames = 0;
  guint tick = gtk_widget_add_tick_callback (GTK_WIDGET (fixture->timeline), count_frames, &frames, NULL);

  while (frames < 3)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (GTK_WIDGET (fixture->timeline), tick);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GPtrArray *lanes = g_ptr_array_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->timeline = TRH_TIMELINE (trh_timeline_new ());
  g_ptr_array_add (lanes, trh_lane_new ("camille", "Camille", "dance", "Camille, 1 stay"));
  g_ptr_array_add (lanes, trh_lane_new ("loup", "Loup", "music", "Loup, 1 stay"));
  trh_timeline_set_lanes (fixture->timeline, lanes);
  put (fixture->timeline, "a", "camille", 1, 3);
  put (fixture->timeline, "b", "loup", 2, 5);
  trh_timeline_set_days (fixture->timeline, FIRST_DAY - 7, FIRST_DAY + 60, FIRST_DAY, FIRST_DAY + 40);
  trh_timeline_show_day (fixture->timeline, FIRST_DAY);
  g_signal_connect (fixture->timeline, "bar-moved", G_CALLBACK (on_moved), fixture);
  g_signal_connect (fixture->timeline, "bar-created", G_CALLBACK (on_created), fixture);
  g_signal_connect (fixture->timeline, "bar-selected", G_CALLBACK (on_selected), fixture);
  g_signal_connect (fixture->timeline, "bar-deleted", G_CALLBACK (on_deleted), fixture);
  g_signal_connect (fixture->timeline, "describe-bar", G_CALLBACK (on_describe), NULL);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->timeline));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->timeline);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->timeline);
  g_free (fixture->said);
}

static graphene_rect_t
get_box (Fixture *fixture, const char *id)
{
  TrhLanes *lanes = trh_timeline_peek_lanes (fixture->timeline);
  TrhBar *bar = trh_lanes_find_bar (lanes, id, NULL);
  TrhLane *lane = trh_lanes_find_lane (lanes, bar->lane_id);
  graphene_rect_t box;
  guint index;

  g_assert_true (g_ptr_array_find (lane->bars, bar, &index));
  trh_timeline_get_box (fixture->timeline, lane, index, &box);
  return box;
}

/* Presses where @id is (0 its beginning, 1 its end), drags by days and lanes, and drops. */
static void
drag (Fixture *fixture, const char *id, double where, double days, int lanes, GdkModifierType state)
{
  graphene_rect_t box = get_box (fixture, id);
  double x = box.origin.x + 3 + (box.size.width - 6) * where, y = box.origin.y + 10;

  trh_timeline_press (fixture->timeline, x, y);
  trh_timeline_drag_to (fixture->timeline, x + 10, y, state);
  trh_timeline_drag_to (fixture->timeline, x + days * fixture->timeline->day_px, y + lanes * TRH_LANE_HEIGHT, state);
  trh_timeline_drop (fixture->timeline);
}

static void
test_mouse (Fixture *fixture, gconstpointer data)
{
  drag (fixture, "a", 0.5, 2.3, 0, 0);
  g_assert_cmpstr (fixture->said, ==, "move a camille→camille +3 +5");
  drag (fixture, "a", 0.5, -1, 1, 0);
  g_assert_cmpstr (fixture->said, ==, "move a camille→loup +0 +2");
  drag (fixture, "a", 0.5, 1, 0, GDK_CONTROL_MASK);
  g_assert_cmpstr (fixture->said, ==, "copy a camille→camille +2 +4");
  drag (fixture, "b", 1, 1.4, 0, 0);
  g_assert_cmpstr (fixture->said, ==, "move b loup→loup +2 +6");
  drag (fixture, "b", 0, 9, 0, 0); /* no further than its last day */
  g_assert_cmpstr (fixture->said, ==, "move b loup→loup +5 +5");
  g_assert_cmpint (fixture->timeline->drag.grip, ==, TRH_GRIP_NONE);
}

static void
test_click_and_create (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t box = get_box (fixture, "a");
  TrhBar *bar;
  double x = trh_timeline_get_x (fixture->timeline, (FIRST_DAY + 4.5) * DAY);

  trh_timeline_press (fixture->timeline, box.origin.x + 20, box.origin.y + 5);
  trh_timeline_drop (fixture->timeline);
  g_assert_cmpstr (fixture->said, ==, "select a");
  g_assert_cmpstr (trh_timeline_get_selected_id (fixture->timeline), ==, "a");

  g_assert_cmpint (trh_timeline_hit (fixture->timeline, x, box.origin.y + 5, &bar), ==, TRH_GRIP_GROUND);
  trh_timeline_press (fixture->timeline, x, box.origin.y + 5);
  trh_timeline_drag_to (fixture->timeline, x + 2 * fixture->timeline->day_px, box.origin.y + 5, 0);
  trh_timeline_drop (fixture->timeline);
  g_assert_cmpstr (fixture->said, ==, "create camille +4 +6");
}

/* Plays a key as the class shortcuts would. */
static gboolean
press_key (Fixture *fixture, const char *keys)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->timeline));
  g_autoptr(GtkShortcutTrigger) wanted = gtk_shortcut_trigger_parse_string (keys);

  g_assert_nonnull (wanted);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), GTK_SHORTCUT_ACTION_EXCLUSIVE,
                                                 GTK_WIDGET (fixture->timeline), gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_error ("%s does nothing", keys);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *keys, *said; } steps[] = {
    { "Down", "select b" }, { "Up", "select a" }, { "Right", "select a" },
    { "<Alt>Right", "move a camille→camille +2 +4" }, { "<Alt>Left", "move a camille→camille +0 +2" },
    { "<Alt><Shift>Right", "move a camille→camille +1 +4" }, { "<Alt><Shift>Left", "move a camille→camille +1 +2" },
    { "<Alt>Down", "move a camille→loup +1 +3" }, { "Delete", "delete a" },
  };

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->timeline)));
  trh_timeline_go_to (fixture->timeline, trh_lanes_find_bar (trh_timeline_peek_lanes (fixture->timeline), "a", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_test_message ("%s", steps[i].keys);
      g_assert_true (press_key (fixture, steps[i].keys));
      g_assert_cmpstr (fixture->said, ==, steps[i].said);
    }
}

static void
test_escape_leaves_all_as_it_was (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t box = get_box (fixture, "a");

  trh_timeline_press (fixture->timeline, box.origin.x + 30, box.origin.y + 5);
  trh_timeline_drag_to (fixture->timeline, box.origin.x + 330, box.origin.y + 5, 0);
  g_assert_nonnull (fixture->timeline->drag.words);
  g_assert_true (press_key (fixture, "Escape"));
  trh_timeline_drop (fixture->timeline);
  g_assert_null (fixture->said);
  g_assert_false (press_key (fixture, "Escape")); /* not ours when nothing is dragged */
}

/* The bar that has the keyboard keeps it when it changes and when it scrolls away; when it goes,
 * its neighbour has it. */
static void
test_focus_stays (Fixture *fixture, gconstpointer data)
{
  TrhLanes *lanes = trh_timeline_peek_lanes (fixture->timeline);
  GtkWidget *face;

  put (fixture->timeline, "c", "camille", 12, 14);
  trh_timeline_go_to (fixture->timeline, trh_lanes_find_bar (lanes, "a", NULL));
  settle (fixture);
  face = trh_lanes_find_bar (lanes, "a", NULL)->widget;
  g_assert_true (gtk_widget_is_focus (face));

  put (fixture->timeline, "a", "loup", 1, 4);
  settle (fixture);
  face = trh_lanes_find_bar (lanes, "a", NULL)->widget;
  g_assert_true (gtk_widget_is_focus (face));

  trh_timeline_show_day (fixture->timeline, FIRST_DAY + 50);
  settle (fixture);
  g_assert_true (trh_lanes_find_bar (lanes, "a", NULL)->widget == face);
  g_assert_null (trh_lanes_find_bar (lanes, "c", NULL)->widget);

  trh_timeline_replace (fixture->timeline, "a", NULL);
  settle (fixture);
  g_assert_null (trh_lanes_find_bar (lanes, "a", NULL));
  g_assert_true (gtk_widget_is_focus (trh_lanes_find_bar (lanes, "b", NULL)->widget));
}

/* As many faces as bars in sight, however far one scrolls. */
static void
test_faces_are_reused (Fixture *fixture, gconstpointer data)
{
  guint n_children = 0;

  for (int i = 0; i < 400; i++)
    {
      g_autofree char *id = g_strdup_printf ("stay-%d", i);

      put (fixture->timeline, id, "camille", -300 + i * 3, -298 + i * 3);
    }
  trh_timeline_set_days (fixture->timeline, FIRST_DAY - 300, FIRST_DAY + 900, FIRST_DAY, FIRST_DAY + 40);
  for (int day = -300; day < 860; day += 20)
    {
      trh_timeline_show_day (fixture->timeline, FIRST_DAY + day);
      settle (fixture);
      g_assert_cmpuint (fixture->timeline->bars->len, <, 12);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->timeline)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_children++;
  g_assert_cmpuint (n_children, <, 24);
}

static void
test_scales (Fixture *fixture, gconstpointer data)
{
  int first_day, last_day;

  g_assert_cmpint (trh_timeline_get_scale (fixture->timeline), ==, TRH_SCALE_WEEK);
  trh_timeline_get_view (fixture->timeline, &first_day, &last_day);
  g_assert_cmpint (first_day, ==, FIRST_DAY);
  g_assert_cmpint (last_day, ==, FIRST_DAY + 6);
  trh_timeline_turn_page (fixture->timeline, 1);
  trh_timeline_get_view (fixture->timeline, &first_day, &last_day);
  g_assert_cmpint (first_day, ==, FIRST_DAY + 7);

  trh_timeline_set_scale (fixture->timeline, TRH_SCALE_SEASON);
  trh_timeline_get_view (fixture->timeline, &first_day, &last_day);
  g_assert_cmpint (first_day, <=, FIRST_DAY);
  g_assert_cmpint (last_day, >=, FIRST_DAY + 40);
  trh_timeline_set_scale (fixture->timeline, TRH_SCALE_DAY);
  g_assert_cmpint (trh_timeline_get_scale (fixture->timeline), ==, TRH_SCALE_DAY);
}

int
main (int argc, char *argv[])
{
  static const struct { const char *path; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/timeline/mouse", test_mouse },
    { "/timeline/click-and-create", test_click_and_create },
    { "/timeline/keys", test_keys },
    { "/timeline/escape", test_escape_leaves_all_as_it_was },
    { "/timeline/focus", test_focus_stays },
    { "/timeline/faces", test_faces_are_reused },
    { "/timeline/scales", test_scales },
  };

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
