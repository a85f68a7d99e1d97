#include "config.h"

#include "ex-leader-form.h"

#include "ex-day-entry.h"
#include "ex-form-rows.h"
#include "ex-leader-chooser.h"
#include "ex-leader-days.h"
#include "ex-number-text.h"

#include <glib/gi18n.h>
#include <string.h>

struct _ExLeaderForm
{
  ExCompany       *company;
  gboolean         adding;
  void          (* typed) (gpointer data);
  void          (* settled) (gpointer data);
  gpointer         data;
  gboolean         filling;

  char            *id_filled; /* of a leader who stands: cannot be typed */
  char            *manager_filled; /* the same: changed from a day on, and not here */
  GtkWidget       *id;
  GtkWidget       *name;
  GtkWidget       *title;
  GtkWidget       *unit;
  GtkWidget       *email;
  ExLeaderChooser *manager;  /* of one who is added; else NULL */
  GtkWidget       *incentive;
  ExDayEntry      *from;
  ExDayEntry      *to;
  GArray          *spells;   /* (nullable) (element-type ExSpell) earlier times in the role */
  GtkLabel        *meaning;  /* of the days, for the cycle */
};

/* --- ids ---------------------------------------------------------------------------------------------------------------------- */

/* Where the digits at the end of @id begin; its end when there are none, or so many that counting on is hopeless. */
static const char *
find_number (const char *id)
{
  const char *end = id + strlen (id);
  const char *start = end;

  while (start > id && g_ascii_isdigit (start[-1]))
    start--;
  return end - start <= 9 ? start : end;
}

typedef struct
{
  guint64 highest;
  guint   width; /* digits of it */
  guint   count; /* ids of the form */
} IdForm;

/* The forms of ids by what stands before the number: "L" -> 60, 3 digits. */
static GHashTable *
collect_forms (const ExCompany *company)
{
  GHashTable *forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < ex_company_n_leaders (company); i++)
    {
      const char *id = ex_company_get_leader (company, i)->id;
      const char *number = find_number (id);
      g_autofree char *prefix = g_strndup (id, (gsize) (number - id));
      guint64 value = g_ascii_strtoull (number, NULL, 10);
      IdForm *form;

      if (*number == '\0')
        continue;
      form = g_hash_table_lookup (forms, prefix);
      if (form == NULL)
        {
          form = g_new0 (IdForm, 1);
          g_hash_table_insert (forms, g_steal_pointer (&prefix), form);
        }
      form->count++;
      if (value >= form->highest)
        {
          form->highest = value;
          form->width = (guint) strlen (number);
        }
    }
  return forms;
}

char *
ex_leader_form_propose_id (const ExCompany *company)
{
  g_autoptr (GHashTable) forms = collect_forms (company);
  const char *prefix = "L";
  IdForm best = { 0, 3, 0 };
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, forms);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const IdForm *form = value;

      if (form->count > best.count || (form->count == best.count && strcmp (key, prefix) < 0))
        {
          best = *form;
          prefix = key;
        }
    }
  for (guint64 number = best.highest + 1;; number++)
    {
      g_autofree char *id = g_strdup_printf ("%s%0*" G_GUINT64_FORMAT, prefix, (int) best.width, number);

      if (ex_company_find_leader (company, id) < 0)
        return g_steal_pointer (&id);
    }
}

/* --- reading --------------------------------------------------------------------------------------------------------------------- */

static char *
text (GtkWidget *row)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *typed != '\0' ? g_steal_pointer (&typed) : NULL;
}

/* A new id must be nobody's: saving it would change that leader instead. */
static char *
read_id (ExLeaderForm *self, char **problem)
{
  g_autofree char *id = NULL;
  int index;

  if (!self->adding)
    return g_strdup (self->id_filled);
  id = text (self->id);
  index = id != NULL ? ex_company_find_leader (self->company, id) : -1;
  if (id == NULL)
    *problem = g_strdup (_("A leader needs an identifier: the company’s own, such as a personnel number."));
  else if (index >= 0)
    *problem = g_strdup_printf (_("The identifier “%s” is that of %s already."), id, ex_company_get_leader (self->company, (guint) index)->name);
  return *problem == NULL ? g_steal_pointer (&id) : NULL;
}

static gboolean
read_incentive (ExLeaderForm *self, gint64 *incentive, char **problem)
{
  g_autofree char *typed = text (self->incentive);
  g_autoptr (GError) error = NULL;

  *incentive = -1;
  if (typed == NULL)
    return TRUE;
  if (!ex_money_text_parse (typed, ex_company_get_info (self->company)->exponent, incentive, &error))
    *problem = g_strdup_printf (_("The incentive target: “%s” is not an amount of money."), typed);
  else if (*incentive < 0)
    *problem = g_strdup (_("The incentive target cannot be below zero."));
  return *problem == NULL;
}

static gboolean
read_days (ExLeaderForm *self, char **problem)
{
  if (!ex_day_entry_is_valid (self->from))
    *problem = g_strdup (_("The first day in the role is not a day; write it like 2026-09-30."));
  else if (!ex_day_entry_is_valid (self->to))
    *problem = g_strdup (_("The last day in the role is not a day; write it like 2026-09-30."));
  return *problem == NULL;
}

static char *
join (GPtrArray *sentences)
{
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

ExLeader *
ex_leader_form_read (ExLeaderForm *self, char **problem)
{
  g_autofree char *id = NULL;
  g_autofree char *name = text (self->name);
  g_autoptr (ExLeader) leader = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  gint64 incentive;

  *problem = NULL;
  if (name == NULL)
    *problem = g_strdup (_("A leader needs a name."));
  if (name == NULL || (id = read_id (self, problem)) == NULL || !read_incentive (self, &incentive, problem) || !read_days (self, problem))
    return NULL;

  leader = ex_leader_new (id, name);
  leader->title = text (self->title);
  leader->unit = text (self->unit);
  leader->email = text (self->email);
  leader->manager_id = g_strdup (self->manager != NULL ? ex_leader_chooser_get_id (self->manager) : self->manager_filled);
  leader->incentive_target = incentive;
  leader->from = ex_day_entry_get_day (self->from);
  leader->to = ex_day_entry_get_day (self->to);
  problems = ex_leader_problems (leader);
  if (problems->len == 0)
    return g_steal_pointer (&leader);
  *problem = join (problems);
  return NULL;
}

/* --- making ------------------------------------------------------------------------------------------------------------------------ */

/* What the days mean for the cycle in view. */
static void
show_meaning (ExLeaderForm *self)
{
  g_autoptr (ExLeader) leader = ex_leader_new (self->adding || self->id_filled == NULL ? "" : self->id_filled, "");
  g_autofree char *words = NULL;

  leader->from = ex_day_entry_get_day (self->from);
  leader->to = ex_day_entry_get_day (self->to);
  words = ex_leader_days_describe (self->company, leader, self->spells);
  gtk_label_set_text (self->meaning, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->meaning), words != NULL);
}

static void
changed_cb (ExLeaderForm *self)
{
  if (self->filling)
    return;
  show_meaning (self);
  self->typed (self->data);
}

static void
settled_cb (ExLeaderForm *self)
{
  if (!self->filling)
    self->settled (self->data);
}

static void
chosen_cb (ExLeaderForm *self)
{
  changed_cb (self);
  settled_cb (self);
}

static GtkWidget *
add_entry (ExLeaderForm *self, AdwPreferencesGroup *group, const char *label)
{
  GtkWidget *row = ex_form_entry_row_new (label, G_CALLBACK (changed_cb), G_CALLBACK (settled_cb), self);

  adw_preferences_group_add (group, row);
  return row;
}

static ExDayEntry *
add_day (ExLeaderForm *self, AdwPreferencesGroup *group, const char *label)
{
  GtkWidget *entry;

  adw_preferences_group_add (group, ex_form_day_row_new (label, &entry));
  g_signal_connect_swapped (entry, "notify::day", G_CALLBACK (chosen_cb), self);
  return EX_DAY_ENTRY (entry);
}

static void
add_incentive (ExLeaderForm *self, AdwPreferencesGroup *group)
{
  /* Translators: %s is a currency, EUR */
  g_autofree char *label = g_strdup_printf (_("_Incentive target, in %s"), ex_company_get_info (self->company)->currency);

  self->incentive = add_entry (self, group, label);
}

static void
add_manager (ExLeaderForm *self, AdwPreferencesGroup *group)
{
  GtkWidget *chooser;

  adw_preferences_group_add (group, ex_form_leader_row_new (_("_Reports to"), _("Nobody"), &chooser));
  self->manager = EX_LEADER_CHOOSER (chooser);
  g_signal_connect_swapped (chooser, "chosen", G_CALLBACK (chosen_cb), self);
}

static void
add_meaning (ExLeaderForm *self, AdwPreferencesGroup *group)
{
  self->meaning = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->meaning, TRUE);
  gtk_label_set_wrap_mode (self->meaning, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->meaning, 0);
  gtk_widget_set_margin_top (GTK_WIDGET (self->meaning), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->meaning), "dim-label");
  adw_preferences_group_add (group, GTK_WIDGET (self->meaning));
}

ExLeaderForm *
ex_leader_form_new (AdwPreferencesGroup *who, AdwPreferencesGroup *role, ExCompany *company, gboolean adding,
                    void (* typed) (gpointer), void (* settled) (gpointer), gpointer data)
{
  ExLeaderForm *self = g_new0 (ExLeaderForm, 1);

  self->company = ex_company_ref (company);
  self->adding = adding;
  self->typed = typed;
  self->settled = settled;
  self->data = data;
  self->name = add_entry (self, who, _("_Name"));
  self->title = add_entry (self, who, _("Job _title"));
  self->unit = add_entry (self, who, _("_Unit of the company"));
  self->email = add_entry (self, who, _("E-_mail"));
  if (adding)
    self->id = add_entry (self, who, _("I_dentifier, the company’s own"));

  if (adding)
    add_manager (self, role);
  add_incentive (self, role);
  self->from = add_day (self, role, _("_First day in the role"));
  self->to = add_day (self, role, _("_Last day in the role"));
  add_meaning (self, role);
  return self;
}

void
ex_leader_form_free (ExLeaderForm *self)
{
  if (self == NULL)
    return;
  g_free (self->id_filled);
  g_free (self->manager_filled);
  g_clear_pointer (&self->spells, g_array_unref);
  ex_company_unref (self->company);
  g_free (self);
}

/* --- filling ----------------------------------------------------------------------------------------------------------------------------- */

static void
set_text (GtkWidget *row, const char *value)
{
  gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
}

void
ex_leader_form_fill (ExLeaderForm *self, const ExLeader *leader)
{
  int exponent = ex_company_get_info (self->company)->exponent;
  g_autofree char *incentive = leader->incentive_target >= 0 ? ex_money_text_format (leader->incentive_target, exponent) : g_strdup ("");

  self->filling = TRUE;
  g_free (self->id_filled);
  self->id_filled = g_strdup (leader->id);
  if (self->adding)
    set_text (self->id, leader->id);
  set_text (self->name, leader->name);
  set_text (self->title, leader->title);
  set_text (self->unit, leader->unit);
  set_text (self->email, leader->email);
  set_text (self->incentive, incentive);
  g_free (self->manager_filled);
  self->manager_filled = g_strdup (leader->manager_id);
  if (self->manager != NULL)
    ex_leader_chooser_fill (self->manager, self->company, NULL, leader->manager_id);
  ex_day_entry_set_day (self->from, leader->from);
  ex_day_entry_set_day (self->to, leader->to);
  show_meaning (self);
  self->filling = FALSE;
}

void
ex_leader_form_set_spells (ExLeaderForm *self, GArray *spells)
{
  g_clear_pointer (&self->spells, g_array_unref);
  self->spells = spells != NULL ? g_array_ref (spells) : NULL;
  show_meaning (self);
}

void
ex_leader_form_hide_pay (ExLeaderForm *self)
{
  gtk_widget_set_visible (self->incentive, FALSE);
}

void
ex_leader_form_focus (ExLeaderForm *self)
{
  gtk_widget_grab_focus (self->name);
}
