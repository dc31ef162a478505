/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "booth/trh-booth-card.h"

/*
 * Screens that somebody has measured with a bank card. Projectors and virtual screens do not know their own size, and
 * a booth whose buttons are to be 12.7 mm high must not believe them.
 */

static GHashTable *widths_px; /* (element-type utf8 guint): by the name of the monitor */

/**
 * trh_booth_name_monitor:
 *
 * Returns: (transfer full): what tells a monitor from the others of this computer, also after a restart
 */
char *
trh_booth_name_monitor (GdkMonitor *monitor)
{
  const char *parts[] = { gdk_monitor_get_manufacturer (monitor), gdk_monitor_get_model (monitor),
                          gdk_monitor_get_connector (monitor) };
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", parts[i]);
  return g_string_free (name, FALSE);
}

/**
 * trh_booth_set_card_widths:
 * @widths: of type a{su}: how wide a bank card is on each monitor that was measured, in application pixels
 *
 * What no card can measure is passed over, and so are more than %TRH_BOOTH_MOST_CARDS. Main thread.
 */
void
trh_booth_set_card_widths (GVariant *widths)
{
  GVariantIter iter;
  const char *name;
  guint width_px;

  g_clear_pointer (&widths_px, g_hash_table_unref);
  widths_px = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_variant_iter_init (&iter, widths);
  while (g_hash_table_size (widths_px) < TRH_BOOTH_MOST_CARDS && g_variant_iter_next (&iter, "{&su}", &name, &width_px))
    if (width_px >= TRH_BOOTH_LEAST_CARD_PX && width_px <= TRH_BOOTH_MOST_CARD_PX)
      g_hash_table_insert (widths_px, g_strdup (name), GUINT_TO_POINTER (width_px));
}

/**
 * trh_booth_find_measured:
 *
 * Returns: application pixels in a millimetre of a monitor that was measured, or 0
 */
double
trh_booth_find_measured (GdkMonitor *monitor)
{
  g_autofree char *name = trh_booth_name_monitor (monitor);

  return widths_px != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (widths_px, name)) / TRH_BOOTH_CARD_MM : 0;
}
