/* My Review: what is next for who is at the keyboard, their objectives, their self-assessment, their signature. */
#pragma once

#include "ex-page.h"

G_BEGIN_DECLS

#define EX_TYPE_MY_REVIEW_PAGE (ex_my_review_page_get_type ())
G_DECLARE_FINAL_TYPE (ExMyReviewPage, ex_my_review_page, EX, MY_REVIEW_PAGE, GtkWidget)

G_END_DECLS
