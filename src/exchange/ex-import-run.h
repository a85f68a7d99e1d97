/* One import while it is planned: what the driver, the finder of columns, the readers of cells and the five kinds share.
 * Of this folder only. */
#pragma once

#include "ex-bad-lines.h"
#include "ex-import-plan.h"
#include "ex-import-value.h"

G_BEGIN_DECLS

enum { EX_LEADER_ID, EX_LEADER_NAME, EX_LEADER_TITLE, EX_LEADER_UNIT, EX_LEADER_EMAIL, EX_LEADER_MANAGER, EX_LEADER_INCENTIVE,
       EX_LEADER_FROM, EX_LEADER_TO };
enum { EX_OBJ_LEADER, EX_OBJ_TITLE, EX_OBJ_KIND, EX_OBJ_WEIGHT, EX_OBJ_ID, EX_OBJ_DESCRIPTION, EX_OBJ_UNIT, EX_OBJ_DECIMALS, EX_OBJ_AGGREGATE,
       EX_OBJ_BASELINE, EX_OBJ_THRESHOLD, EX_OBJ_TARGET, EX_OBJ_STRETCH, EX_OBJ_LOW, EX_OBJ_HIGH, EX_OBJ_WIDTH, EX_OBJ_DUE, EX_OBJ_SOURCE,
       EX_OBJ_CADENCE, EX_OBJ_STAGE, EX_OBJ_PARENT, EX_OBJ_LOCAL_REASON, EX_OBJ_DRIVER, EX_OBJ_CLAIM_VALUE, EX_OBJ_CLAIM_CUSTOMERS };
enum { EX_CHECK_OBJECTIVE, EX_CHECK_DATE, EX_CHECK_VALUE, EX_CHECK_CONFIDENCE, EX_CHECK_NOTE, EX_CHECK_NEXT, EX_CHECK_EVIDENCE };
enum { EX_CUSTOMER_CUSTOMER, EX_CUSTOMER_PERIOD, EX_CUSTOMER_DATE, EX_CUSTOMER_VALUE, EX_CUSTOMER_SEGMENT, EX_CUSTOMER_LOST_REASON };
enum { EX_RATING_OBJECTIVE, EX_RATING_RATING, EX_RATING_COMMENT };
/* After the period first the seven in customers, then the same seven in value. */
enum { EX_MOVE_PERIOD, EX_MOVE_FIRST_CUSTOMERS, EX_MOVE_FIRST_VALUE = EX_MOVE_FIRST_CUSTOMERS + 7 };

typedef enum { EX_TYPE_TEXT, EX_TYPE_NUMBER, EX_TYPE_DATE } ExFieldType; /* whose cells are looked through for their form */

typedef struct
{
  ExImportPlan          *plan;
  const ExImportContext *context;
  const ExImportOptions *options;
  ExCsvReader           *reader;
  const ExImportField   *fields;    /* of the kind */
  guint                  n_fields;
  guint                  n_columns; /* of the file */
  guint                  line;      /* of the row at hand */
  const ExField         *row;       /* [n_row] its fields */
  guint                  n_row;
  gboolean               bad;       /* it has a problem */
  ExBadLines            *bad_lines; /* with words where rejects are kept */
  char                   decimal;   /* '.' or ',' once a cell has told, '?' when none in the whole file does, 0: not looked yet */
  guint                  decimal_line;
  ExDateOrder            date_order;
  guint                  date_line; /* that told the date order; 0: the user did */
  gboolean               date_open; /* nothing tells it: said already */
  gboolean               percent;   /* the number at hand is one of percent: a sign behind it is no surprise */
  gboolean               nulls;     /* a cell read NULL, taken for empty */
  char                   shown[4][96];
  guint                  next_shown;
  gpointer               state;     /* of the kind */
} ExImportRun;

/* What a kind of import does. begin returns FALSE after a problem that nothing can be read with; broken (nullable) is for a row
 * that is refused as a whole, so that others which name it are not told that it is unknown. */
typedef struct
{
  gboolean (* begin)  (ExImportRun *run);
  void     (* row)    (ExImportRun *run);
  void     (* broken) (ExImportRun *run);
  void     (* end)    (ExImportRun *run);
  void     (* clear)  (ExImportRun *run);
} ExImportKind;

extern const ExImportKind ex_import_leaders_kind;
extern const ExImportKind ex_import_objectives_kind;
extern const ExImportKind ex_import_check_ins_kind;
extern const ExImportKind ex_import_customers_kind;
extern const ExImportKind ex_import_movements_kind;
extern const ExImportKind ex_import_reasons_kind; /* of customers, in a file without their values */
extern const ExImportKind ex_import_ratings_kind;

/* Problems. @field: its number, -1 for the whole row. refuse is for the row at hand, refuse_at for one of before; fail for what
 * no row is to blame for, so that leaving out rows does not help. */
void ex_import_refuse    (ExImportRun *run, int field, const char *format, ...) G_GNUC_PRINTF (3, 4);
void ex_import_refuse_at (ExImportRun *run, guint line, int field, const char *format, ...) G_GNUC_PRINTF (4, 5);
void ex_import_warn_at   (ExImportRun *run, guint line, int field, const char *format, ...) G_GNUC_PRINTF (4, 5);
void ex_import_fail      (ExImportRun *run, guint line, guint column, const char *format, ...) G_GNUC_PRINTF (4, 5);
void ex_import_note      (ExImportRun *run, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean ex_import_is_refused (ExImportRun *run, guint line);

/* Columns: fills plan->columns and field_column from the heading that was just read. FALSE: problems that nothing can be read with. */
gboolean    ex_import_find_columns (ExImportRun *run);
ExFieldType ex_import_field_type   (ExImportWhat what, guint field);
gboolean    ex_import_has          (ExImportRun *run, guint field);     /* the file has a column for it */
const char *ex_import_heading      (ExImportRun *run, guint field);     /* of its column, else the field's name */

/* Cells of the row at hand. */
typedef enum { EX_CELL_EMPTY, EX_CELL_GOOD, EX_CELL_BAD /* and refused */ } ExCell;

ExField     ex_import_cell    (ExImportRun *run, guint field);          /* without blanks around it; length 0: empty or no column */
ExField     ex_import_clean   (ExImportRun *run, guint field, ExField cell); /* what the next one does with a cell that is not clean */

/* The same as ex_import_cell(), for a loop over millions of rows: most cells are as they should be. */
static inline ExField
ex_import_cell_quick (ExImportRun *run, guint field)
{
  int column = run->plan->field_column[field];
  ExField cell = { "", 0 };
  guchar first, last;

  if (column < 0 || (guint) column >= run->n_row || run->row[column].length == 0)
    return cell;

  cell = run->row[column];
  first = (guchar) cell.text[0];
  last = (guchar) cell.text[cell.length - 1];
  if (first > ' ' && first != '\'' && first != 0xc2 && first != 'N' && last > ' ' && last != 0xa0)
    return cell;

  return ex_import_clean (run, field, cell);
}

const char *ex_import_shown   (ExImportRun *run, guint field);          /* for messages: shortened; valid for the next three calls */
char       *ex_import_text    (ExImportRun *run, guint field);          /* (transfer full) (nullable): one line; NULL: empty */
char       *ex_import_lines   (ExImportRun *run, guint field);          /* the same, line breaks kept */
ExCell      ex_import_number  (ExImportRun *run, guint field, double *value, guint *decimals);
ExCell      ex_import_integer (ExImportRun *run, guint field, int low, int high, int *value); /* @high G_MAXINT: no end is told */
ExCell      ex_import_money   (ExImportRun *run, guint field, gint64 *minor);
ExCell      ex_import_percent (ExImportRun *run, guint field, int *basis_points); /* 0 to 100 % */
ExCell      ex_import_day     (ExImportRun *run, guint field, ExDay *day);
/* "2024-01-01; 2026-04-01": (element-type ExDay) are added to @days; EX_DAY_NONE for one that is left empty. */
ExCell      ex_import_days    (ExImportRun *run, guint field, GArray *days);
ExCell      ex_import_period  (ExImportRun *run, guint field, ExPeriod *period);

/* For the survey of forms over the whole file (ex-import-form.c): sets run->decimal from the first cell that tells. */
void        ex_import_find_decimal (ExImportRun *run);

/* Blanks, no-break ones too, and the apostrophe that keeps a spreadsheet from running a formula. */
ExField     ex_import_trim    (ExField field);

G_END_DECLS
