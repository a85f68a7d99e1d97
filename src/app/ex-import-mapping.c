#include "config.h"

#include "ex-import-mapping.h"

#include "ex-form-rows.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define SEARCH_FROM 12    /* so many columns are better searched than scrolled */
#define EXAMPLE_CHARS 90  /* of the values shown under a field */

struct _ExImportMapping
{
  GtkWidget            parent_instance;

  ExImportChoices     *choices;
  gboolean             filling;
  char               **headings;     /* that the drop-downs offer now */
  GtkWidget           *file_row;
  GtkWidget          **rows;         /* by field */
  GtkWidget          **inputs;       /* by field */
  GtkWidget           *kind;         /* of a first ledger; NULL: none is asked for */
  GtkWidget           *grain;

  GtkWidget           *page;
  AdwPreferencesGroup *file;
  AdwPreferencesGroup *columns;
  AdwPreferencesGroup *options;
  AdwPreferencesGroup *reading;
};

enum { CHANGED, CHOOSE_FILE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExImportMapping, ex_import_mapping, GTK_TYPE_WIDGET)

static const struct { const char *name; const char *label; } encodings[] = {
  { NULL, N_("Find out") },
  { "UTF-8", "UTF-8" },
  { "UTF-16", "UTF-16" },
  { "Windows-1252", N_("Western (Windows-1252)") },
  { "ISO-8859-15", N_("Western (ISO-8859-15)") },
  { "MACINTOSH", N_("Western (Macintosh)") },
  { "Windows-1250", N_("Central European (Windows-1250)") },
  { "Windows-1251", N_("Cyrillic (Windows-1251)") },
};

/* By ExDateOrder. */
static const char * const date_orders[] = { N_("Find out"), N_("Day, month, year"), N_("Month, day, year"), N_("Year, month, day"), NULL };

static const struct { ExGrain grain; const char *label; } grains[] = {
  { 0, N_("Find out") }, { EX_GRAIN_MONTH, N_("Month") }, { EX_GRAIN_QUARTER, N_("Quarter") }, { EX_GRAIN_YEAR, N_("Year") },
};

/* By ExLedgerKind + 1. */
static const char * const kinds[] = { N_("Find out"), N_("What a customer is worth a period"), N_("Purchases, which add up"), NULL };

/* What a file does to what stands. */
enum { MERGE_KEY, MERGE_ADD, MERGE_REPLACE };
static const char * const merges[] = {
  [MERGE_KEY] = N_("Is replaced row by row"),
  [MERGE_ADD] = N_("Values are added to it"),
  [MERGE_REPLACE] = N_("Is replaced period by period"),
  NULL
};

/* --- choices ------------------------------------------------------------------------------------------------------------------ */

static void
emit_changed (ExImportMapping *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static guint
selected (GtkDropDown *input)
{
  guint position = gtk_drop_down_get_selected (input);

  return position == GTK_INVALID_LIST_POSITION ? 0 : position;
}

static void
column_chosen_cb (GtkDropDown *input, GParamSpec *pspec, ExImportMapping *self)
{
  const char *field = g_object_get_data (G_OBJECT (input), "field");

  if (self->filling)
    return;
  g_hash_table_insert (self->choices->map, g_strdup (field), GUINT_TO_POINTER (selected (input)));
  emit_changed (self);
}

static void
encoding_chosen_cb (GtkDropDown *input, GParamSpec *pspec, ExImportMapping *self)
{
  g_free (self->choices->encoding);
  self->choices->encoding = g_strdup (encodings[selected (input)].name);
  emit_changed (self);
}

static void
date_order_chosen_cb (GtkDropDown *input, GParamSpec *pspec, ExImportMapping *self)
{
  self->choices->date_order = (ExDateOrder) selected (input);
  emit_changed (self);
}

static void
kind_chosen_cb (GtkDropDown *input, GParamSpec *pspec, ExImportMapping *self)
{
  self->choices->kind = (int) selected (input) - 1;
  emit_changed (self);
}

static void
grain_chosen_cb (GtkDropDown *input, GParamSpec *pspec, ExImportMapping *self)
{
  self->choices->grain = (int) grains[selected (input)].grain;
  emit_changed (self);
}

static void
merge_chosen_cb (GtkDropDown *input, GParamSpec *pspec, ExImportMapping *self)
{
  guint merge = selected (input);

  self->choices->add = merge == MERGE_ADD;
  self->choices->replace = merge == MERGE_REPLACE;
  emit_changed (self);
}

static void
choose_file_cb (ExImportMapping *self)
{
  g_signal_emit (self, signals[CHOOSE_FILE], 0);
}

/* --- rows ---------------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
add_choice (ExImportMapping *self, AdwPreferencesGroup *group, const char *label, const char * const *words, GCallback chosen)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  GtkWidget *input;

  adw_preferences_group_add (group, ex_form_choice_row_new (label, FALSE, &input));
  for (guint i = 0; words[i] != NULL; i++)
    gtk_string_list_append (model, _(words[i]));
  gtk_drop_down_set_model (GTK_DROP_DOWN (input), G_LIST_MODEL (model));
  g_signal_connect_object (input, "notify::selected", chosen, self, 0);
  return input;
}

static void
add_info (AdwPreferencesGroup *group, const char *label, const char *value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *words = gtk_label_new (value);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), words);
  adw_preferences_group_add (group, row);
}

static void
add_file_row (ExImportMapping *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Another _File…"));

  self->file_row = adw_action_row_new ();
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->file_row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (choose_file_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->file_row), button);
  adw_preferences_group_add (self->file, self->file_row);
}

static void
add_field_rows (ExImportMapping *self)
{
  guint n;
  const ExImportField *fields = ex_import_fields (self->choices->what, &n);

  self->rows = g_new0 (GtkWidget *, n);
  self->inputs = g_new0 (GtkWidget *, n);
  for (guint i = 0; i < n; i++)
    {
      self->rows[i] = ex_form_choice_row_new (fields[i].label, FALSE, &self->inputs[i]);
      adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->rows[i]), FALSE);
      g_object_set_data (G_OBJECT (self->inputs[i]), "field", (gpointer) fields[i].name);
      g_signal_connect_object (self->inputs[i], "notify::selected", G_CALLBACK (column_chosen_cb), self, 0);
      adw_preferences_group_add (self->columns, self->rows[i]);
    }
}

/* A ledger is of one kind and one grain from its first import on. */
static void
add_ledger_rows (ExImportMapping *self, const ExAsset *asset)
{
  const char *grain_words[G_N_ELEMENTS (grains) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (grains); i++)
    grain_words[i] = grains[i].label;
  if (asset == NULL || asset->entered)
    {
      self->kind = add_choice (self, self->options, _("The _values are"), kinds, G_CALLBACK (kind_chosen_cb));
      self->grain = add_choice (self, self->options, _("Kept _by"), grain_words, G_CALLBACK (grain_chosen_cb));
    }
  else
    {
      add_info (self->options, _("The values are"), _(kinds[asset->kind + 1]));
      for (guint i = 1; i < G_N_ELEMENTS (grains); i++)
        if (grains[i].grain == asset->grain)
          add_info (self->options, _("Kept by"), _(grains[i].label));
    }

  add_choice (self, self->options, _("_What stands already"), merges, G_CALLBACK (merge_chosen_cb));
}

static void
add_reading_rows (ExImportMapping *self)
{
  const char *words[G_N_ELEMENTS (encodings) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    words[i] = encodings[i].label;
  add_choice (self, self->reading, _("Character _encoding"), words, G_CALLBACK (encoding_chosen_cb));
  if (self->choices->what != EX_IMPORT_MOVEMENTS)
    add_choice (self, self->reading, _("_Dates are written"), date_orders, G_CALLBACK (date_order_chosen_cb));
}

void
ex_import_mapping_begin (ExImportMapping *self, ExImportChoices *choices, ExSession *session)
{
  const ExCycle *cycle = ex_company_get_cycle (ex_session_get_company (session));

  g_return_if_fail (EX_IS_IMPORT_MAPPING (self) && self->rows == NULL);

  self->filling = TRUE;
  self->choices = choices;
  add_file_row (self);
  add_field_rows (self);
  add_reading_rows (self);
  if (choices->what == EX_IMPORT_CUSTOMERS)
    add_ledger_rows (self, ex_session_get_asset (session));
  else if (choices->what == EX_IMPORT_OBJECTIVES && cycle != NULL)
    add_info (self->options, _("Into the cycle"), cycle->name);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->options), FALSE);
  self->filling = FALSE;
}

/* --- showing a draft -------------------------------------------------------------------------------------------------------------- */

/* A heading as the drop-downs have it: a second one of the same name, or one without any, is told by its number. */
static char *
column_words (char **headings, guint column)
{
  gboolean twice = FALSE;

  if (*headings[column] == '\0')
    return g_strdup_printf (_("Column %u"), column + 1);
  for (guint i = 0; headings[i] != NULL; i++)
    twice |= i != column && g_str_equal (headings[i], headings[column]);
  /* Translators: the heading of a column of a file, and its number */
  return twice ? g_strdup_printf (_("%s (column %u)"), headings[column], column + 1) : g_strdup (headings[column]);
}

static void
offer_columns (ExImportMapping *self, char **headings)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  guint n_fields;

  if (self->headings != NULL && g_strv_equal ((const char * const *) self->headings, (const char * const *) headings))
    return;
  g_strfreev (self->headings);
  self->headings = g_strdupv (headings);
  gtk_string_list_append (model, _("Not in the file"));
  for (guint i = 0; headings[i] != NULL; i++)
    {
      g_autofree char *words = column_words (headings, i);
      gtk_string_list_append (model, words);
    }
  ex_import_fields (self->choices->what, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      gtk_drop_down_set_model (GTK_DROP_DOWN (self->inputs[i]), G_LIST_MODEL (model));
      gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->inputs[i]), g_strv_length (headings) >= SEARCH_FROM);
    }
}

/* "L001 · L002 · L003" (transfer full) */
static char *
example_words (const ExImportDraft *draft, int column)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < draft->examples->len; i++)
    {
      char **row = g_ptr_array_index (draft->examples, i);
      g_autofree char *value = (guint) column < g_strv_length (row) ? g_strstrip (g_strdup (row[column])) : NULL;

      if (value == NULL || *value == '\0')
        continue;
      g_strdelimit (value, "\r\n", ' ');
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", value);
    }
  if (g_utf8_strlen (words->str, -1) > EXAMPLE_CHARS)
    return g_utf8_substring (words->str, 0, EXAMPLE_CHARS);
  return g_strdup (words->str);
}

static void
show_field (ExImportMapping *self, const ExImportDraft *draft, guint i, gboolean required)
{
  int column = draft->plan->field_column[i];
  g_autofree char *words = column >= 0 ? example_words (draft, column)
                           : g_strdup (required ? _("Needed: choose its column") : "");
  g_autofree char *markup = g_markup_escape_text (words, -1);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->inputs[i]), (guint) (column + 1));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[i]), markup);
  if (required && column < 0)
    gtk_widget_add_css_class (self->rows[i], "error");
  else
    gtk_widget_remove_css_class (self->rows[i], "error");
}

static void
show_file (ExImportMapping *self, const ExImportDraft *draft)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autofree char *title = g_markup_escape_text (draft->name, -1);
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < draft->plan->notes->len; i++)
    g_string_append_printf (notes, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (draft->plan->notes, i));
  subtitle = g_markup_escape_text (notes->str, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->file_row), subtitle);
}

void
ex_import_mapping_show (ExImportMapping *self, ExImportDraft *draft)
{
  guint n;

  g_return_if_fail (EX_IS_IMPORT_MAPPING (self));

  self->filling = TRUE;
  ex_import_fields (self->choices->what, &n);
  show_file (self, draft);
  if (draft->plan->columns != NULL && draft->plan->field_column != NULL)
    {
      offer_columns (self, draft->plan->columns);
      for (guint i = 0; i < n; i++)
        show_field (self, draft, i, ex_import_draft_needs (draft, i));
    }
  self->filling = FALSE;
}

/* --- the widget ------------------------------------------------------------------------------------------------------------------- */

static AdwPreferencesGroup *
group_new (ExImportMapping *self, const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), group);
  return group;
}

static void
ex_import_mapping_dispose (GObject *object)
{
  ExImportMapping *self = EX_IMPORT_MAPPING (object);

  g_clear_pointer (&self->page, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->inputs, g_free);
  g_clear_pointer (&self->headings, g_strfreev);
  G_OBJECT_CLASS (ex_import_mapping_parent_class)->dispose (object);
}

static void
ex_import_mapping_class_init (ExImportMappingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ex_import_mapping_dispose;
  signals[CHANGED] = g_signal_new ("changed", EX_TYPE_IMPORT_MAPPING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOOSE_FILE] = g_signal_new ("choose-file", EX_TYPE_IMPORT_MAPPING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ex_import_mapping_init (ExImportMapping *self)
{
  self->page = adw_preferences_page_new ();
  gtk_widget_set_parent (self->page, GTK_WIDGET (self));
  self->file = group_new (self, NULL, NULL);
  self->columns = group_new (self, _("Columns"), _("Which column of the file each field is read from."));
  self->options = group_new (self, _("How it comes in"), NULL);
  self->reading = group_new (self, _("How the file is written"), NULL);
}
