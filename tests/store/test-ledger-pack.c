/* Numbers packed as narrow as they fit, and back; and bytes that are no packed numbers. */
#include "config.h"

#include "store/ex-ledger-pack.h"

#include <string.h>

#define N 300

static gint64
random_number (int bits)
{
  guint64 number = (guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();

  return bits == 0 ? 7 : (gint64) (number >> (64 - bits)) * (g_test_rand_int_range (0, 2) ? 1 : -1);
}

static void
test_round_trip (void)
{
  static const gsize head = 16;
  static const gsize widths[] = { 0, 1, 2, 4, 8 };
  static const int bits[] = { 0, 6, 14, 30, 64 };

  for (int round = 0; round < 100; round++)
    for (gsize b = 0; b < G_N_ELEMENTS (bits); b++)
      {
        g_autoptr (GByteArray) packed = g_byte_array_new ();
        guint n = (guint) g_test_rand_int_range (bits[b] > 0 ? 200 : 0, N);
        gint64 numbers[N], back[N];

        for (guint i = 0; i < n; i++)
          numbers[i] = random_number (bits[b]);
        ex_pack_int64 (packed, numbers, n);
        g_assert_cmpuint (packed->len, ==, head + n * widths[b]);
        g_assert_cmpuint (ex_pack_length (packed->data, packed->len), ==, n);
        g_assert_true (ex_unpack_int64 (packed->data, packed->len, back, n));
        g_assert_cmpmem (back, n * sizeof *back, numbers, n * sizeof *numbers);
        g_assert_false (ex_unpack_int64 (packed->data, packed->len, back, n + 1));
        g_assert_false (ex_unpack_int64 (packed->data, packed->len - 1, back, n));
      }
}

static void
test_rising (void)
{
  for (int round = 0; round < 200; round++)
    {
      g_autoptr (GByteArray) packed = g_byte_array_new ();
      guint32 numbers[N], back[N], number = (guint32) g_test_rand_int_range (0, 1000);

      for (guint i = 0; i < N; i++)
        number = numbers[i] = number + 1 + (guint32) g_test_rand_int_range (0, round % 3 == 0 ? 1 : 5000);
      ex_pack_rising (packed, numbers, N);
      g_assert_true (ex_unpack_rising (packed->data, packed->len, back, N, number + 1));
      g_assert_cmpmem (back, sizeof back, numbers, sizeof numbers);
      g_assert_false (ex_unpack_rising (packed->data, packed->len, back, N, number));
    }
}

static void
test_bounds (void)
{
  gint32 numbers[] = { -1, 3, 2, -1 }, back[4];
  g_autoptr (GByteArray) packed = g_byte_array_new ();

  ex_pack_int32 (packed, numbers, 4);
  g_assert_true (ex_unpack_int32 (packed->data, packed->len, back, 4, -1, 4));
  g_assert_cmpmem (back, sizeof back, numbers, sizeof numbers);
  g_assert_false (ex_unpack_int32 (packed->data, packed->len, back, 4, -1, 3));
  g_assert_false (ex_unpack_int32 (packed->data, packed->len, back, 4, 0, 4));
  g_assert_cmpuint (ex_pack_length ("", 0), ==, G_MAXUINT);
}

/* Whatever stands there, nothing is read behind it. */
static void
test_noise (void)
{
  for (int round = 0; round < 2000; round++)
    {
      guint8 noise[64];
      gsize size = (gsize) g_test_rand_int_range (0, sizeof noise);
      g_autofree guint8 *bytes = NULL;
      gint64 back[64];

      for (gsize i = 0; i < size; i++)
        noise[i] = (guint8) g_test_rand_int_range (0, round % 2 ? 4 : 256);
      bytes = g_memdup2 (noise, size);
      ex_unpack_int64 (bytes, size, back, MIN (ex_pack_length (bytes, size), G_N_ELEMENTS (back)));
    }
}

static void
test_origins (void)
{
  for (int round = 0; round < 50; round++)
    {
      g_autoptr (GByteArray) packed = g_byte_array_new ();
      ExOrigin origins[N];
      gint64 values[N];
      ExColumn column = { .n = N, .value = values, .origins = origins }, back = { .n = N, .value = values };

      for (guint i = 0; i < N; i++)
        {
          values[i] = random_number (round % 2 ? 64 : 20);
          origins[i] = (ExOrigin) { g_test_rand_int_range (0, 800000), g_test_rand_int_range (0, 800000), random_number (64), random_number (20) };
        }
      ex_pack_origins (packed, &column);
      g_assert_true (ex_unpack_origins (packed->data, packed->len, &back));
      g_assert_cmpmem (back.origins, N * sizeof (ExOrigin), origins, sizeof origins);
      g_clear_pointer (&back.origins, g_free);
      g_assert_false (ex_unpack_origins (packed->data, packed->len - 1, &back));
      g_free (back.origins);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/ledger-pack/round-trip", test_round_trip);
  g_test_add_func ("/store/ledger-pack/rising", test_rising);
  g_test_add_func ("/store/ledger-pack/bounds", test_bounds);
  g_test_add_func ("/store/ledger-pack/noise", test_noise);
  g_test_add_func ("/store/ledger-pack/origins", test_origins);
  return g_test_run ();
}
