/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/trh-tile-source.h"

#include <glib/gi18n.h>

#include "map/trh-tile-image.h"
#include "map/trh-tile-picture.h"

#define CACHE_BYTES (100 * 1000 * 1000)
#define TILE_SIDE   256 /* pixels */
#define TILE_BYTES  (1024 * 1024) /* ceiling on one image */
/* Providers ask for at least a week, or what they say when it is longer. */
#define FRESH_S     (7 * 24 * 3600)

struct _TrhTileSource
{
  ShumateMapSource parent_instance;

  TrhHttp          *http;
  char             *address;
  ShumateFileCache *cache;
  char             *problem; /* (nullable) */
  gboolean          arrived; /* one image at least */
  gboolean          software; /* no graphics card draws */
};

/* One image wanted. */
typedef struct {
  ShumateTile  *tile;
  gboolean      kept;  /* the cache has one that can be shown */
  char         *etag;  /* (nullable): its mark */
  TrhHttpReply *reply; /* (nullable) */
} Wanted;

enum { PROP_PROBLEM = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { SIGNAL_SHOWN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrhTileSource, trh_tile_source, SHUMATE_TYPE_MAP_SOURCE)

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_object_unref (wanted->tile);
  g_free (wanted->etag);
  g_clear_pointer (&wanted->reply, trh_http_reply_free);
  g_free (wanted);
}

static void
set_problem (TrhTileSource *self, const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
}

/* What a worker gets: it must not hold the source, which would then end in its thread. */
typedef struct {
  GBytes  *bytes;
  gboolean software;
} Encoded;

static void
encoded_free (gpointer data)
{
  Encoded *encoded = data;

  g_bytes_unref (encoded->bytes);
  g_free (encoded);
}

static void
decode_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Encoded *encoded = task_data;
  GError *error = NULL;
  g_autoptr(GdkTexture) texture = trh_tile_image_decode (encoded->bytes, &error);

  if (texture == NULL)
    g_task_return_error (task, error);
  else if (encoded->software)
    g_task_return_pointer (task, trh_tile_picture_new (texture), g_object_unref);
  else
    g_task_return_pointer (task, g_steal_pointer (&texture), g_object_unref);
}

/* Decodes away from the hand; @decoded gets @task back. */
static void
decode (GTask *task, GBytes *bytes, GAsyncReadyCallback decoded)
{
  TrhTileSource *self = g_task_get_source_object (task);
  g_autoptr(GTask) job = g_task_new (NULL, g_task_get_cancellable (task), decoded, g_object_ref (task));
  Encoded *encoded = g_new0 (Encoded, 1);

  encoded->bytes = g_bytes_ref (bytes);
  encoded->software = self->software;
  g_task_set_task_data (job, encoded, encoded_free);
  g_task_run_in_thread (job, decode_in_worker);
}

/* Shows the decoded image of @result; or says why there is none. */
static gboolean
show (GTask *task, GAsyncResult *result, GError **error)
{
  Wanted *wanted = g_task_get_task_data (task);
  g_autoptr(GdkPaintable) image = g_task_propagate_pointer (G_TASK (result), error);

  if (image == NULL)
    return FALSE;

  shumate_tile_set_paintable (wanted->tile, image);
  g_signal_emit (g_task_get_source_object (task), signals[SIGNAL_SHOWN], 0);
  return TRUE;
}

static void
finish (GTask *task)
{
  Wanted *wanted = g_task_get_task_data (task);

  shumate_tile_set_state (wanted->tile, SHUMATE_STATE_DONE);
  g_task_return_boolean (task, TRUE);
}

static void
tile_stored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;

  /* without a cache the map still works: it only asks again next time */
  if (!shumate_file_cache_store_tile_finish (SHUMATE_FILE_CACHE (source), result, &error))
    g_debug ("a map image was not kept: %s", error->message);
}

/* The cache keeps one text beside an image: how long the server let us keep it, and its mark. */
static void
store (TrhTileSource *self, const Wanted *wanted)
{
  const TrhHttpReply *reply = wanted->reply;
  g_autofree char *mark = g_strdup_printf ("%d %s", reply->max_age_s, reply->etag != NULL ? reply->etag : "");

  shumate_file_cache_store_tile_async (self->cache, (int) shumate_tile_get_x (wanted->tile),
                                       (int) shumate_tile_get_y (wanted->tile),
                                       (int) shumate_tile_get_zoom_level (wanted->tile), reply->body, mark, NULL,
                                       tile_stored, NULL);
}

static void
tell (TrhTileSource *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* one missing image is a hole in the server's map; when all are, the address is wrong */
  if (g_error_matches (error, TRH_HTTP_ERROR, TRH_HTTP_ERROR_NOT_FOUND) && self->arrived)
    return;
  if (g_error_matches (error, TRH_HTTP_ERROR, TRH_HTTP_ERROR_OFFLINE))
    set_problem (self, _("the map images cannot be reached"));
  else
    set_problem (self, error->message);
}

static void
succeed (TrhTileSource *self)
{
  self->arrived = TRUE;
  set_problem (self, NULL);
}

static void
fail (GTask *task, GError *error)
{
  const Wanted *wanted = g_task_get_task_data (task);

  tell (g_task_get_source_object (task), error);
  if (wanted->kept)
    {
      finish (task); /* an old map is better than none */
      g_error_free (error);
    }
  else
    g_task_return_error (task, error);
}

static void
reply_decoded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  TrhTileSource *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!show (task, result, &error))
    {
      fail (task, error);
      return;
    }
  succeed (self);
  store (self, g_task_get_task_data (task));
  finish (task);
}

static void
tile_fetched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  TrhTileSource *self = g_task_get_source_object (task);
  Wanted *wanted = g_task_get_task_data (task);
  GError *error = NULL;

  wanted->reply = trh_http_fetch_finish (TRH_HTTP (source), result, &error);
  if (wanted->reply == NULL || (wanted->reply->body != NULL && !trh_tile_image_check (wanted->reply->body, &error)))
    {
      fail (task, error);
      return;
    }
  if (wanted->reply->body != NULL)
    {
      decode (task, wanted->reply->body, reply_decoded);
      return;
    }
  succeed (self);
  shumate_file_cache_mark_up_to_date (self->cache, (int) shumate_tile_get_x (wanted->tile),
                                      (int) shumate_tile_get_y (wanted->tile),
                                      (int) shumate_tile_get_zoom_level (wanted->tile));
  finish (task);
}

static char *
make_uri (TrhTileSource *self, const Wanted *wanted)
{
  GString *uri = g_string_new (self->address);
  const struct { const char *name; guint value; } parts[] = {
    { "{x}", shumate_tile_get_x (wanted->tile) },
    { "{y}", shumate_tile_get_y (wanted->tile) },
    { "{z}", shumate_tile_get_zoom_level (wanted->tile) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      char number[16];

      g_snprintf (number, sizeof number, "%u", parts[i].value);
      g_string_replace (uri, parts[i].name, number, 0);
    }

  return g_string_free (uri, FALSE);
}

static void
fetch (GTask *task)
{
  TrhTileSource *self = g_task_get_source_object (task);
  Wanted *wanted = g_task_get_task_data (task);
  g_autofree char *uri = make_uri (self, wanted);

  trh_http_fetch_async (self->http, uri, wanted->kept ? wanted->etag : NULL, TILE_BYTES,
                        g_task_get_cancellable (task), tile_fetched, g_object_ref (task));
}

static void
fresh_decoded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;

  if (show (task, result, NULL))
    finish (task);
  else
    fetch (task); /* somebody else's hand, or a disk that was full */
}

static void
old_decoded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  Wanted *wanted = g_task_get_task_data (task);

  wanted->kept = show (task, result, NULL);
  fetch (task);
}

static void
cache_asked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  Wanted *wanted = g_task_get_task_data (task);
  g_autofree char *mark = NULL;
  g_autoptr(GDateTime) kept_at = NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr(GBytes) kept = NULL;
  char *etag = NULL;
  gint64 may_keep_s;

  kept = shumate_file_cache_get_tile_finish (SHUMATE_FILE_CACHE (source), &mark, &kept_at, result, NULL);
  if (kept == NULL || !trh_tile_image_check (kept, NULL))
    {
      fetch (task);
      return;
    }

  may_keep_s = mark != NULL ? g_ascii_strtoll (mark, &etag, 10) : 0;
  wanted->etag = g_strdup (etag != NULL && *etag == ' ' && etag[1] != '\0' ? etag + 1 : NULL);
  if (kept_at != NULL && g_date_time_difference (now, kept_at) < MAX (may_keep_s, FRESH_S) * G_TIME_SPAN_SECOND)
    decode (task, kept, fresh_decoded);
  else
    decode (task, kept, old_decoded);
}

static void
trh_tile_source_fill_tile_async (ShumateMapSource *source, ShumateTile *tile, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  TrhTileSource *self = TRH_TILE_SOURCE (source);
  g_autoptr(GTask) task = g_task_new (source, cancellable, callback, user_data);
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->tile = g_object_ref (tile);
  shumate_tile_set_fade_in (tile, FALSE);
  g_task_set_source_tag (task, trh_tile_source_fill_tile_async);
  g_task_set_task_data (task, wanted, wanted_free);
  shumate_file_cache_get_tile_async (self->cache, (int) shumate_tile_get_x (tile), (int) shumate_tile_get_y (tile),
                                     (int) shumate_tile_get_zoom_level (tile), cancellable, cache_asked,
                                     g_steal_pointer (&task));
}

static gboolean
trh_tile_source_fill_tile_finish (ShumateMapSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
trh_tile_source_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TrhTileSource *self = TRH_TILE_SOURCE (object);

  switch (prop_id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trh_tile_source_finalize (GObject *object)
{
  TrhTileSource *self = TRH_TILE_SOURCE (object);

  g_clear_object (&self->http);
  g_clear_object (&self->cache);
  g_free (self->address);
  g_free (self->problem);

  G_OBJECT_CLASS (trh_tile_source_parent_class)->finalize (object);
}

static void
trh_tile_source_class_init (TrhTileSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trh_tile_source_get_property;
  object_class->finalize = trh_tile_source_finalize;
  SHUMATE_MAP_SOURCE_CLASS (klass)->fill_tile_async = trh_tile_source_fill_tile_async;
  SHUMATE_MAP_SOURCE_CLASS (klass)->fill_tile_finish = trh_tile_source_fill_tile_finish;

  props[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_SHOWN] = g_signal_new ("shown", TRH_TYPE_TILE_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
trh_tile_source_init (TrhTileSource *self)
{
}

/**
 * trh_tile_source_new:
 * @http: the door to the network
 * @address: address of an image, with `{z}`, `{x}` and `{y}`
 * @cache_dir: (nullable): where images are kept; %NULL for the user's cache folder
 *
 * Returns: (transfer full): a source for a #ShumateMapLayer
 */
TrhTileSource *
trh_tile_source_new (TrhHttp *http, const char *address, const char *cache_dir)
{
  TrhTileSource *self = g_object_new (TRH_TYPE_TILE_SOURCE, "id", "tiles", "min-zoom-level", 0, "max-zoom-level",
                                      TRH_MAX_ZOOM, "tile-size", TILE_SIDE, "projection",
                                      SHUMATE_MAP_PROJECTION_MERCATOR, NULL);
  g_autofree char *key = g_strcanon (g_strdup (address), G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS, '_');

  self->http = g_object_ref (http);
  self->address = g_strdup (address);
  self->cache = shumate_file_cache_new_full (CACHE_BYTES, key, cache_dir);

  return self;
}

/* Whether images are drawn by the processor alone: see trh-tile-picture.h. For those that are still to come. */
void
trh_tile_source_set_software (TrhTileSource *self, gboolean software)
{
  self->software = software;
}

/* Why there are no images, in words; %NULL while they come. */
const char *
trh_tile_source_get_problem (TrhTileSource *self)
{
  g_return_val_if_fail (TRH_IS_TILE_SOURCE (self), NULL);

  return self->problem;
}

/* Whether @address can be one of tiles: of http or https, with its three numbers. */
gboolean
trh_tile_source_check_address (const char *address)
{
  g_autoptr(GUri) uri = g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' &&
         (g_str_equal (g_uri_get_scheme (uri), "https") || g_str_equal (g_uri_get_scheme (uri), "http")) &&
         strstr (address, "{z}") != NULL && strstr (address, "{x}") != NULL && strstr (address, "{y}") != NULL;
}
