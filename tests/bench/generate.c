/* Writes a large company as CSV files, always the same one: generate FOLDER. */
#include <glib.h>

#include <stdio.h>
#include <stdlib.h>

#define N_LEADERS 10000
#define N_OBJECTIVES 50000 /* five a leader */
#define N_MONTHS 12        /* of check-ins, two a month: 1.2 million */
#define N_CUSTOMERS 50000
#define N_PERIODS 20       /* of the ledger: a million rows */

static GRand *chance;

static FILE *
open_file (const char *folder, const char *name, const char *heading)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  FILE *file = fopen (path, "w");

  if (!file)
    {
      perror (path);
      exit (1);
    }
  fprintf (file, "%s\n", heading);
  return file;
}

/* Eight reports each, from the top. */
static void
write_leaders (const char *folder)
{
  FILE *file = open_file (folder, "leaders.csv", "id,name,title,unit,email,manager,incentive_target");

  for (int i = 0; i < N_LEADERS; i++)
    {
      fprintf (file, "L%05d,Leader %05d of the Company,Head of Department %d,Unit %d,leader%05d@company.example,", i, i, i % 977, i % 40, i);
      if (i > 0)
        fprintf (file, "L%05d", (i - 1) / 8);
      fprintf (file, ",%d\n", 5000 + 10 * (i % 1000));
    }
  fclose (file);
}

static void
write_objectives (const char *folder)
{
  static const char *const aggregates[] = { "latest", "sum", "mean", "minimum", "maximum" };
  static const char *const drivers[] = { "acquire", "retain", "expand", "win back" };
  static const int weights[] = { 30, 25, 20, 15, 10 };
  FILE *file = open_file (folder, "objectives.csv", "id,leader,title,kind,weight,unit,decimals,aggregate,baseline,threshold,target,stretch,"
                                                    "source,cadence,parent,driver,claim_customers");

  for (int i = 0; i < N_OBJECTIVES; i++)
    {
      int leader = i / 5, which = i % 5, falling = i % 3 == 0;
      int baseline = which == 1 ? 0 : falling ? 80 : 40, target = which == 1 ? 1200 : falling ? 40 : 80;
      int threshold = which == 1 ? 300 : 55 + falling, stretch = which == 1 ? 1500 : falling ? 20 : 100;

      fprintf (file, "O%05d,L%05d,Objective %d of leader %05d,number,%d,points,1,%s,%d,", i, leader, which, leader, weights[which],
               aggregates[which], baseline);
      if (i % 2)
        fprintf (file, "%d", threshold);
      fprintf (file, ",%d,", target);
      if (i % 7)
        fprintf (file, "%d", stretch);
      fprintf (file, ",Reports,monthly,");
      if (leader > 0)
        fprintf (file, "O%05d", (leader - 1) / 8 * 5 + which);
      fprintf (file, ",%s,%d\n", drivers[i % 4], 1 + i % 90);
    }
  fclose (file);
}

static void
write_check_ins (const char *folder)
{
  FILE *file = open_file (folder, "check-ins.csv", "objective,date,value,confidence,note");

  for (int i = 0; i < N_OBJECTIVES; i++)
    for (int month = 0; month < N_MONTHS; month++)
      for (int half = 0; half < 2; half++)
        fprintf (file, "O%05d,%04d-%02d-%02d,%d.%d,%d,%s\n", i, 2025 + (month + 9) / 12, (month + 9) % 12 + 1, half ? 15 : 1,
                 g_rand_int_range (chance, 20, 100), g_rand_int_range (chance, 0, 10), g_rand_int_range (chance, 1, 11),
                 g_rand_int_range (chance, 0, 10) ? "" : "As planned");
  fclose (file);
}

static void
write_customers (const char *folder)
{
  static const char *const segments[] = { "Households", "Small business", "Corporate", "Public sector" };
  FILE *file = open_file (folder, "customers.csv", "customer,period,value,segment");

  for (int period = 0; period < N_PERIODS; period++)
    for (int i = 0; i < N_CUSTOMERS; i++)
      fprintf (file, "C%06d,%04d-%02d,%d.%02d,%s\n", i, 2025 + period / 12, period % 12 + 1,
               g_rand_int_range (chance, 0, 9) ? g_rand_int_range (chance, 20, 500) : 0, g_rand_int_range (chance, 0, 100), segments[i % 4]);
  fclose (file);
}

int
main (int argc, char **argv)
{
  if (argc != 2)
    {
      fprintf (stderr, "Usage: %s FOLDER\n", argv[0]);
      return 2;
    }
  chance = g_rand_new_with_seed (20260930);
  write_leaders (argv[1]);
  write_objectives (argv[1]);
  write_check_ins (argv[1]);
  write_customers (argv[1]);
  g_rand_free (chance);
  return 0;
}
