/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-error.h"

G_DEFINE_QUARK (trh-data-error-quark, trh_data_error)
