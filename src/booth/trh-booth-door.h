/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What stands before a booth until the desktop has given up its own keys, for organisers alone: no voter has come yet.
 * Signals "opened": all the same, knowingly; and "abandoned". */
#define TRH_TYPE_BOOTH_DOOR (trh_booth_door_get_type ())
G_DECLARE_FINAL_TYPE (TrhBoothDoor, trh_booth_door, TRH, BOOTH_DOOR, GtkWidget)

GtkWidget *trh_booth_door_new (void);
void       trh_booth_door_ask (TrhBoothDoor *self);

G_END_DECLS
