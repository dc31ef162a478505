/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-booth-private.h"

/**
 * trh_booth_get_language:
 *
 * Returns: (transfer none): one of the languages of the paper
 */
const char *
trh_booth_get_language (TrhBooth *self)
{
  return self->paper->languages[self->language];
}

TrhBoothSize
trh_booth_get_size (TrhBooth *self)
{
  return self->size;
}

TrhBoothContrast
trh_booth_get_contrast (TrhBooth *self)
{
  return self->contrast;
}

/**
 * trh_booth_set_language:
 * @language: one of the paper's languages; any other is ignored
 *
 * Marks and order stay. Every voter begins with the first language, the normal size and the
 * standard contrast again.
 */
void
trh_booth_set_language (TrhBooth *self, const char *language)
{
  if (!trh_booth_is_free (self))
    return;
  for (guint i = 0; self->paper->languages[i] != NULL; i++)
    if (g_str_equal (self->paper->languages[i], language))
      self->language = i;
  trh_booth_tell (self);
}

/**
 * trh_booth_set_size:
 *
 * Sets the size of the text, for this voter.
 */
void
trh_booth_set_size (TrhBooth *self, TrhBoothSize size)
{
  if (!trh_booth_is_free (self))
    return;

  self->size = size;
  trh_booth_tell (self);
}

/**
 * trh_booth_set_contrast:
 *
 * Sets the colours, for this voter.
 */
void
trh_booth_set_contrast (TrhBooth *self, TrhBoothContrast contrast)
{
  if (!trh_booth_is_free (self))
    return;

  self->contrast = contrast;
  trh_booth_tell (self);
}
