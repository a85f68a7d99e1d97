#include "config.h"

#include "ex-rating-list.h"

#include "ex-rating-row.h"

struct _ExRatingList
{
  GtkWidget  parent_instance;

  ExSession *session;
  char      *leader_id;
  char      *rater_id;
  char      *actor;   /* as whom the rows were made */
  ExRole     role;
};

G_DEFINE_FINAL_TYPE (ExRatingList, ex_rating_list, GTK_TYPE_WIDGET)

static void
remove_rows (ExRatingList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

/* Rows are of one rater in one role for one leader: others are other rows. */
static void
begin (ExRatingList *self, ExSession *session, ExRole role, const char *rater_id, const char *leader_id)
{
  const char *actor = ex_session_get_actor (session);

  if (self->session == session && self->role == role && g_strcmp0 (self->rater_id, rater_id) == 0
      && g_strcmp0 (self->leader_id, leader_id) == 0 && g_strcmp0 (self->actor, actor) == 0)
    return;
  remove_rows (self);
  g_set_object (&self->session, session);
  g_free (self->leader_id);
  self->leader_id = g_strdup (leader_id);
  g_free (self->rater_id);
  self->rater_id = g_strdup (rater_id);
  g_free (self->actor);
  self->actor = g_strdup (actor);
  self->role = role;
}

static GtkWidget *
find_row (ExRatingList *self, const char *objective_id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_str_equal (ex_rating_row_get_objective (EX_RATING_ROW (row)), objective_id))
      return row;
  return NULL;
}

/* Behind @after (nullable: first); a row that is there already is not taken out, which would take the focus with it. */
static GtkWidget *
show_row (ExRatingList *self, GtkWidget *after, guint objective, const ExReviewDetail *detail, gboolean editable)
{
  const char *id = ex_company_get_objective (ex_session_get_company (self->session), objective)->id;
  const ExRating *draft = ex_review_detail_find_rating (detail, id, self->role, self->rater_id);
  GtkWidget *row = find_row (self, id);
  GtkWidget *next = after != NULL ? gtk_widget_get_next_sibling (after) : gtk_widget_get_first_child (GTK_WIDGET (self));

  if (row == NULL)
    row = ex_rating_row_new (self->session, objective, self->role, self->rater_id, draft, editable);
  if (row != next)
    gtk_widget_insert_after (row, GTK_WIDGET (self), after);
  ex_rating_row_show (EX_RATING_ROW (row), objective, draft, detail, editable);
  return row;
}

void
ex_rating_list_show (ExRatingList *self, ExSession *session, ExRole role, const char *rater_id, const ExReviewDetail *detail,
                     gboolean editable)
{
  ExCompany *company;
  GtkWidget *last = NULL, *left;
  const guint *own;
  guint n = 0;
  int leader;

  g_return_if_fail (EX_IS_RATING_LIST (self));
  g_return_if_fail (rater_id != NULL && detail != NULL);

  begin (self, session, role, rater_id, detail->leader_id);
  company = ex_session_get_company (session);
  leader = ex_company_find_leader (company, detail->leader_id);
  own = leader >= 0 ? ex_company_leader_objectives (company, (guint) leader, &n) : NULL;
  for (guint i = 0; i < n; i++)
    last = show_row (self, last, own[i], detail, editable);
  while ((left = last != NULL ? gtk_widget_get_next_sibling (last) : gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (left);
}

void
ex_rating_list_flush (ExRatingList *self)
{
  g_return_if_fail (EX_IS_RATING_LIST (self));

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self)); row != NULL; row = gtk_widget_get_next_sibling (row))
    ex_rating_row_flush (EX_RATING_ROW (row));
}

/* The first that the rater has not rated; the first of all when there is none. */
static GtkWidget *
first_open (ExRatingList *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (!ex_rating_row_is_rated (EX_RATING_ROW (row)))
      return row;
  return gtk_widget_get_first_child (GTK_WIDGET (self));
}

void
ex_rating_list_focus (ExRatingList *self, const char *objective_id)
{
  GtkWidget *row;

  g_return_if_fail (EX_IS_RATING_LIST (self));

  row = objective_id != NULL ? find_row (self, objective_id) : first_open (self);
  if (row != NULL)
    ex_rating_row_focus (EX_RATING_ROW (row));
}

static void
ex_rating_list_dispose (GObject *object)
{
  ExRatingList *self = EX_RATING_LIST (object);

  remove_rows (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->leader_id, g_free);
  g_clear_pointer (&self->rater_id, g_free);
  g_clear_pointer (&self->actor, g_free);
  G_OBJECT_CLASS (ex_rating_list_parent_class)->dispose (object);
}

static void
ex_rating_list_class_init (ExRatingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ex_rating_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
ex_rating_list_init (ExRatingList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
}

GtkWidget *
ex_rating_list_new (void)
{
  return g_object_new (EX_TYPE_RATING_LIST, NULL);
}
