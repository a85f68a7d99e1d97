/* bench-tables FOLDER: a spreadsheet of 100,000 rows of eight columns of all kinds, by the program's own typed rows and by libxlsxwriter alone with
 * the same cells and formats, in turn. Prints "ours bare megabytes-ours megabytes-bare", seconds being the least of the turns; memory is the most
 * that a process of its own had. Then the same of CSV beside a bare fprintf(): "ours bare". */
#include "config.h"

#include "core/ex-day.h"
#include "exchange/ex-table-file.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define ROWS 100000
#define TURNS 3
#define DAY_ZERO 693594 /* 30 December 1899 */

static const ExTableColumn columns[] = {
  { "id", "Id", EX_CELL_TEXT },          { "name", "Name", EX_CELL_TEXT },      { "status", "Status", EX_CELL_WORD },
  { "count", "Count", EX_CELL_INTEGER }, { "actual", "Actual", EX_CELL_NUMBER }, { "value", "Value", EX_CELL_MONEY },
  { "score", "Score", EX_CELL_RATE },    { "day", "Day", EX_CELL_DATE },         EX_TABLE_END,
};

static const char *const words[] = { "on track", "at risk", "off track", "no data" };

/* Of row @i: the same for everybody. */
typedef struct
{
  char   id[16];
  char   name[40];
  int    word;
  gint64 count;
  double actual;
  gint64 minor;
  double score;
  ExDay  day;
} Row;

static void
make_row (Row *row, guint i)
{
  g_snprintf (row->id, sizeof row->id, "L%06u", i);
  g_snprintf (row->name, sizeof row->name, "Leader of unit %u, team %u", i % 97, i % 1013);
  row->word = (int) (i % G_N_ELEMENTS (words));
  row->count = (i * G_GUINT64_CONSTANT (7919)) % 100000;
  row->actual = (double) (i * 31 % 1000) / 10;
  row->minor = (gint64) (i * G_GUINT64_CONSTANT (104729) % 100000000);
  row->score = (double) (i * 17 % 1500001) / 1000000;
  row->day = (ExDay) (739000 + i % 700);
}

static void
write_ours (const char *path, ExTableFormat format)
{
  const ExTableAbout about = { "Leaders", "Bench", "EUR" };
  g_autoptr (GError) error = NULL;
  g_autoptr (ExTable) table = ex_table_new_file (columns, &about, path, format, NULL, &error);
  Row row;

  for (guint i = 0; table != NULL && i < ROWS; i++)
    {
      make_row (&row, i);
      ex_table_text (table, row.id);
      ex_table_text (table, row.name);
      ex_table_word (table, words[row.word], NULL);
      ex_table_integer (table, row.count);
      ex_table_number (table, row.actual, 1, NULL);
      ex_table_money (table, row.minor, "EUR");
      ex_table_rate (table, row.score, FALSE);
      ex_table_day (table, row.day);
    }
  if (table == NULL || !ex_table_end (table, &error))
    g_error ("%s", error->message);
}

static void
ours_xlsx (const char *path)
{
  write_ours (path, EX_TABLE_XLSX);
}

static void
ours_csv (const char *path)
{
  write_ours (path, EX_TABLE_CSV);
}

static lxw_format *
format_of (lxw_workbook *book, const char *code)
{
  lxw_format *format = workbook_add_format (book);

  format_set_num_format (format, code);

  return format;
}

static void
bare_xlsx (const char *path)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, "Leaders");
  lxw_format *text = format_of (book, "@"), *whole = format_of (book, "#,##0"), *one = format_of (book, "#,##0.0"), *two = format_of (book, "#,##0.00");
  lxw_format *share = format_of (book, "0.0\" \"%"), *day = format_of (book, "yyyy\\-mm\\-dd"), *bold = workbook_add_format (book);
  Row row;

  format_set_bold (bold);
  worksheet_freeze_panes (sheet, 1, 0);
  for (lxw_col_t i = 0; i < 8; i++)
    worksheet_write_string (sheet, 0, i, columns[i].title, bold);
  for (guint i = 0; i < ROWS; i++)
    {
      make_row (&row, i);
      worksheet_write_string (sheet, i + 1, 0, row.id, text);
      worksheet_write_string (sheet, i + 1, 1, row.name, text);
      worksheet_write_string (sheet, i + 1, 2, words[row.word], text);
      worksheet_write_number (sheet, i + 1, 3, (double) row.count, whole);
      worksheet_write_number (sheet, i + 1, 4, row.actual, one);
      worksheet_write_number (sheet, i + 1, 5, (double) row.minor / 100, two);
      worksheet_write_number (sheet, i + 1, 6, row.score, share);
      worksheet_write_number (sheet, i + 1, 7, (double) row.day - DAY_ZERO, day);
    }
  worksheet_autofilter (sheet, 0, 0, ROWS, 7);
  if (workbook_close (book) != LXW_NO_ERROR)
    g_error ("libxlsxwriter could not write %s", path);
}

static void
bare_csv (const char *path)
{
  FILE *file = fopen (path, "w");
  char iso[EX_DAY_ISO_SIZE];
  Row row;

  for (guint i = 0; file != NULL && i < ROWS; i++)
    {
      make_row (&row, i);
      ex_day_write (row.day, iso);
      fprintf (file, "%s,\"%s\",%s,%" G_GINT64_FORMAT ",%g,%.2f,%.6f,%s\n", row.id, row.name, words[row.word], row.count, row.actual,
               (double) row.minor / 100, row.score, iso);
    }
  if (file == NULL || fclose (file) != 0)
    g_error ("%s could not be written", path);
}

typedef void (* Write) (const char *path);

static double
seconds (Write write, const char *path)
{
  gint64 began = g_get_monotonic_time ();

  write (path);

  return (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC;
}

/* The most that a process of its own had, in megabytes. */
static double
megabytes (Write write, const char *path)
{
  struct rusage usage;
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      write (path);
      _exit (0);
    }
  if (child < 0 || wait4 (child, &status, 0, &usage) != child || status != 0)
    g_error ("a process of its own failed");

  return (double) usage.ru_maxrss / 1024;
}

int
main (int argc, char **argv)
{
  const Write writers[] = { ours_xlsx, bare_xlsx, ours_csv, bare_csv };
  double least[G_N_ELEMENTS (writers)] = { 0 }, most[2];

  g_return_val_if_fail (argc == 2, 2);

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *path = g_build_filename (argv[1], "memory.xlsx", NULL);

      most[i] = megabytes (writers[i], path);
    }
  for (int turn = 0; turn < TURNS; turn++)
    for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
      {
        g_autofree char *name = g_strdup_printf ("table-%d.%s", (int) i, i < 2 ? "xlsx" : "csv");
        g_autofree char *path = g_build_filename (argv[1], name, NULL);
        double took = seconds (writers[i], path);

        least[i] = turn == 0 ? took : MIN (least[i], took);
      }
  printf ("%.4f %.4f %.1f %.1f\n%.4f %.4f\n", least[0], least[1], most[0], most[1], least[2], least[3]);

  return 0;
}
