/* What the files of an objective's editor share: its fields, by name. */
#pragma once

#include "ex-objective-form.h"

#include "ex-form-rows.h"
#include "ex-parent-chooser.h"

G_BEGIN_DECLS

typedef enum
{
  LEADER, TITLE, DESCRIPTION, WEIGHT,
  KIND, UNIT, DECIMALS, AGGREGATE, SOURCE, CADENCE, STAGE,
  BASELINE, THRESHOLD, TARGET, STRETCH, LOW, HIGH, WIDTH, DUE,
  PARENT, LOCAL_REASON,
  N_FIELDS,
} Field;

struct _ExObjectiveForm
{
  ExCompany   *company;
  void      (* typed) (gpointer data);
  void      (* settled) (gpointer data);
  gpointer     data;
  gboolean     filling;

  ExObjective *base;             /* last filled: keeps what no field shows */
  AdwPreferencesGroup *ladder;
  AdwPreferencesGroup *claim;
  GtkWidget   *rows[N_FIELDS];
  GtkWidget   *inputs[N_FIELDS]; /* AdwEntryRow, GtkDropDown, ExDayEntry, ExLeaderChooser or ExParentChooser */
  GtkWidget   *hints[N_FIELDS];  /* a label each, at the end of the row: what it still needs */
  ExLinkRow   *links[4];         /* by ExDriver */
};

/* The name of a field as its label says it, without the sign of its mnemonic. (transfer full) */
char *ex_objective_form_field_name (Field field);
/* What is selected in a drop-down; 0 where nothing is. */
guint ex_objective_form_get_choice (ExObjectiveForm *self, Field field);
/* Gives every row its hint, empty. */
void  ex_objective_form_add_hints  (ExObjectiveForm *self);

G_END_DECLS
