/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/trh-tile-source.h"

#include <glib/gi18n.h>

#include "map/trh-tile-image.h"

#define CACHE_BYTES (100 * 1000 * 1000)
#define TILE_BYTES  (1024 * 1024) /* ceiling on one image */
/* Providers ask for at least a week, or what they say when it is longer. */
#define FRESH_S     (7 * 24 * 3600)

struct _TrhTileSource
{
  ShumateDataSource parent_instance;

  TrhHttp          *http;
  char             *address;
  ShumateFileCache *cache;
  char             *problem; /* (nullable) */
  gboolean          arrived; /* one image at least */
};

/* One image wanted. */
typedef struct {
  int     x, y, zoom;
  GBytes *kept; /* (nullable): from the cache, too old to be taken as it is */
} Wanted;

enum { PROP_PROBLEM = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TrhTileSource, trh_tile_source, SHUMATE_TYPE_DATA_SOURCE)

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_clear_pointer (&wanted->kept, g_bytes_unref);
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

/* libshumate 1.0 takes pixels only from this signal, emitted before the task returns. */
static void
show (GTask *task, GBytes *bytes)
{
#if !SHUMATE_CHECK_VERSION (1, 1, 0)
  Wanted *wanted = g_task_get_task_data (task);

  g_signal_emit_by_name (g_task_get_source_object (task), "received-data", wanted->x, wanted->y, wanted->zoom, bytes);
#endif
}

static void
give (GTask *task, GBytes *bytes)
{
  show (task, bytes);
  g_task_return_pointer (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
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
store (TrhTileSource *self, Wanted *wanted, TrhHttpReply *reply)
{
  g_autofree char *mark = g_strdup_printf ("%d %s", reply->max_age_s, reply->etag != NULL ? reply->etag : "");

  shumate_file_cache_store_tile_async (self->cache, wanted->x, wanted->y, wanted->zoom, reply->body, mark, NULL,
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
tile_fetched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  TrhTileSource *self = g_task_get_source_object (task);
  Wanted *wanted = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhHttpReply) reply = trh_http_fetch_finish (TRH_HTTP (source), result, &error);

  if (reply != NULL && (reply->body == NULL || trh_tile_image_check (reply->body, &error)))
    {
      self->arrived = TRUE;
      set_problem (self, NULL);
      if (reply->body != NULL)
        store (self, wanted, reply);
      else
        shumate_file_cache_mark_up_to_date (self->cache, wanted->x, wanted->y, wanted->zoom);
      give (task, reply->body != NULL ? reply->body : wanted->kept);
      return;
    }

  tell (self, error);
  if (wanted->kept != NULL)
    give (task, wanted->kept); /* an old map is better than none */
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static char *
make_uri (TrhTileSource *self, const Wanted *wanted)
{
  GString *uri = g_string_new (self->address);
  const struct { const char *name; int value; } parts[] = {
    { "{x}", wanted->x }, { "{y}", wanted->y }, { "{z}", wanted->zoom },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      char number[16];

      g_snprintf (number, sizeof number, "%d", parts[i].value);
      g_string_replace (uri, parts[i].name, number, 0);
    }

  return g_string_free (uri, FALSE);
}

static void
cache_asked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  TrhTileSource *self = g_task_get_source_object (task);
  Wanted *wanted = g_task_get_task_data (task);
  g_autofree char *mark = NULL;
  g_autofree char *uri = NULL;
  g_autoptr(GDateTime) kept_at = NULL;
  char *etag = NULL;

  wanted->kept = shumate_file_cache_get_tile_finish (SHUMATE_FILE_CACHE (source), &mark, &kept_at, result, NULL);
  if (wanted->kept != NULL && !trh_tile_image_check (wanted->kept, NULL))
    g_clear_pointer (&wanted->kept, g_bytes_unref); /* somebody else's hand, or a disk that was full */
  if (wanted->kept != NULL)
    {
      g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
      gint64 may_keep_s = mark != NULL ? g_ascii_strtoll (mark, &etag, 10) : 0;

      etag = etag != NULL && *etag == ' ' && etag[1] != '\0' ? etag + 1 : NULL;
      if (kept_at != NULL && g_date_time_difference (now, kept_at) < MAX (may_keep_s, FRESH_S) * G_TIME_SPAN_SECOND)
        {
          give (task, wanted->kept);
          return;
        }
      show (task, wanted->kept);
    }

  uri = make_uri (self, wanted);
  trh_http_fetch_async (self->http, uri, etag, TILE_BYTES, g_task_get_cancellable (task), tile_fetched,
                        g_object_ref (task));
}

static void
trh_tile_source_get_tile_data_async (ShumateDataSource *source, int x, int y, int zoom, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data)
{
  TrhTileSource *self = TRH_TILE_SOURCE (source);
  g_autoptr(GTask) task = g_task_new (source, cancellable, callback, user_data);
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->x = x;
  wanted->y = y;
  wanted->zoom = zoom;
  g_task_set_source_tag (task, trh_tile_source_get_tile_data_async);
  g_task_set_task_data (task, wanted, wanted_free);
  shumate_file_cache_get_tile_async (self->cache, x, y, zoom, cancellable, cache_asked, g_steal_pointer (&task));
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
  SHUMATE_DATA_SOURCE_CLASS (klass)->get_tile_data_async = trh_tile_source_get_tile_data_async;

  props[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
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
 * Returns: (transfer full): a data source for a #ShumateRasterRenderer
 */
TrhTileSource *
trh_tile_source_new (TrhHttp *http, const char *address, const char *cache_dir)
{
  TrhTileSource *self = g_object_new (TRH_TYPE_TILE_SOURCE, NULL);
  g_autofree char *key = g_strcanon (g_strdup (address), G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS, '_');

  self->http = g_object_ref (http);
  self->address = g_strdup (address);
  self->cache = shumate_file_cache_new_full (CACHE_BYTES, key, cache_dir);

  return self;
}

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
  return (g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://")) &&
         strstr (address, "{z}") != NULL && strstr (address, "{x}") != NULL && strstr (address, "{y}") != NULL;
}
