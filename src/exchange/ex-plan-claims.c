/* The claims of an objective that is linked to several drivers: "1000;;250", one for each, as they are written out. */
#include "config.h"

#include "ex-plan-objectives.h"

#include "core/ex-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* (transfer full) (nullable) no list */
static char **
split_claims (ExImportRun *run, guint field)
{
  g_autofree char *text = ex_import_has (run, field) ? ex_import_text (run, field) : NULL;

  return text != NULL && strchr (text, ';') != NULL ? g_strsplit (text, ";", -1) : NULL;
}

/* With a point, for that is how they are written out. */
static void
read_claim (ExImportRun *run, guint field, char *text, int exponent, gint64 *claim)
{
  *claim = EX_CLAIM_NONE;
  if (*g_strstrip (text) == '\0')
    return;
  if (!ex_money_parse (text, exponent, claim, NULL))
    ex_import_refuse (run, (int) field, _("%s: “%s” is not a number; write it like 1234.5."), ex_import_heading (run, field), text);
  else if (*claim < 0)
    ex_import_refuse (run, (int) field, _("%s: “%s” is less than 0; a claim is an improvement."), ex_import_heading (run, field), text);
}

static void
take_claims (ExImportRun *run, guint field, char **claims, GArray *links, int exponent)
{
  guint n = g_strv_length (claims);

  if (n != links->len)
    {
      ex_import_refuse (run, (int) field, _("%s: “%s” has %u claims, but there are %u drivers; one for each, some of them empty, would be right."),
                        ex_import_heading (run, field), ex_import_shown (run, field), n, links->len);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      ExLink *link = &g_array_index (links, ExLink, i);

      read_claim (run, field, claims[i], exponent, field == EX_OBJ_CLAIM_VALUE ? &link->value : &link->customers);
    }
}

gboolean
ex_objectives_read_claim_lists (ExImportRun *run, ExObjective *objective)
{
  g_auto (GStrv) values = split_claims (run, EX_OBJ_CLAIM_VALUE);
  g_auto (GStrv) customers = split_claims (run, EX_OBJ_CLAIM_CUSTOMERS);

  if (objective->links->len < 2 || (values == NULL && customers == NULL))
    return FALSE;

  if (values != NULL)
    take_claims (run, EX_OBJ_CLAIM_VALUE, values, objective->links, ex_company_get_info (run->context->company)->exponent);
  if (customers != NULL)
    take_claims (run, EX_OBJ_CLAIM_CUSTOMERS, customers, objective->links, 0);

  return TRUE;
}
