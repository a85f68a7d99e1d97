/* Writes the ledger of a large company as one CSV file, always the same one: generate-ledger FILE. Ten million rows: 400,000 customers at a time over
 * 24 months, some of whom come, go with a reason, come back, and are worth more or less from month to month. */
#include <glib.h>

#include <stdio.h>
#include <stdlib.h>

#define N_CUSTOMERS 620000
#define N_MONTHS 24

typedef struct
{
  guint8  from;    /* month that they come in; the months before and after have no row */
  guint8  to;      /* the first month that they are gone in, which has a row of 0 and why */
  guint8  back;    /* the month that they come back in; N_MONTHS: never */
  guint8  segment;
  guint16 value;
} Customer;

static void
make_customers (Customer *customers, GRand *chance)
{
  for (int i = 0; i < N_CUSTOMERS; i++)
    {
      Customer *c = &customers[i];

      c->from = g_rand_int_range (chance, 0, 7) < 4 ? 0 : (guint8) g_rand_int_range (chance, 0, N_MONTHS);
      c->to = g_rand_int_range (chance, 0, 5) < 3 ? N_MONTHS : (guint8) (c->from + 1 + g_rand_int_range (chance, 0, N_MONTHS));
      c->back = g_rand_int_range (chance, 0, 8) > 0 ? N_MONTHS : (guint8) MIN (c->to + g_rand_int_range (chance, 1, 9), N_MONTHS);
      c->segment = (guint8) g_rand_int_range (chance, 0, 4);
      c->value = (guint16) g_rand_int_range (chance, 20, 500);
    }
}

static void
write_row (FILE *file, int number, const Customer *c, int month, GRand *chance)
{
  static const char *const segments[] = { "Households", "Small business", "Corporate", "Public sector" };
  static const char *const reasons[] = { "Price", "Competitor", "Moved away", "Service", "" };
  guint32 dice = g_rand_int (chance);

  if (month == c->to)
    fprintf (file, "C%07d,%04d-%02d,0,%s,%s\n", number, 2025 + month / 12, month % 12 + 1, segments[c->segment], reasons[dice % 5]);
  else
    fprintf (file, "C%07d,%04d-%02d,%u.%02u,%s,\n", number, 2025 + month / 12, month % 12 + 1, c->value + (dice % 11 == 0 ? dice % 7 : 0),
             c->value % 100u, segments[dice % 997 == 0 ? dice % 4 : c->segment]);
}

int
main (int argc, char **argv)
{
  g_autofree Customer *customers = g_new0 (Customer, N_CUSTOMERS);
  g_autoptr (GRand) chance = g_rand_new_with_seed (20260930);
  FILE *file = argc == 2 ? fopen (argv[1], "w") : NULL;

  if (file == NULL)
    {
      fprintf (stderr, "Usage: %s FILE\n", argv[0]);
      return 2;
    }
  make_customers (customers, chance);
  fprintf (file, "customer,period,value,segment,lost_reason\n");
  for (int month = 0; month < N_MONTHS; month++)
    for (int i = 0; i < N_CUSTOMERS; i++)
      if (month >= customers[i].from && (month <= customers[i].to || month >= customers[i].back))
        write_row (file, i, &customers[i], month, chance);
  return fclose (file) == 0 ? 0 : 1;
}
