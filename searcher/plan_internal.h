/* plan_internal.h - between the plan*.c alone. */
#ifndef TRIBUNE_PLAN_INTERNAL_H
#define TRIBUNE_PLAN_INTERNAL_H

#include "plan.h"
#include "remarks.h"
#include "token.h"

typedef VEC(db_query) query_list;
typedef VEC(struct token) token_list;

/* How much each kind of evidence counts, beside 1 for a form of the word's stem. Chosen on French questions over
 * paragraphs (docs/ranking.md has the scores of what was tried). */
#define WEIGHT_EXACT 0.4      /* the word as typed, on top */
#define WEIGHT_ACCENTED 0.25  /* with its accents, on top, where the collection has others */
#define WEIGHT_TITLE 0.2      /* in the title, on top */
#define WEIGHT_RELATIVES 0.25 /* a word that begins alike */
#define WEIGHT_FUNCTION 0.3   /* a function word */
#define WEIGHT_NAME 1.4       /* a word with a capital: a name says more */
#define WEIGHT_PART 0.5       /* a part of a compound, written apart */
#define WEIGHT_EVENT_PLACE 3.0

/* The half that is being planned for. */
static inline const struct db *planner_db(const struct planner *planner)
{
    return planner->level == UNIT_REPORT ? database_reports(planner->database) : database_passages(planner->database);
}

static inline db_query plan_or(struct planner *planner, const query_list *list)
{
    return list->count == 1 ? list->items[0] : db_query_combine(planner->pool, DB_OR, list->items, list->count, 0);
}

/* PREFIX and WORD as one term. */
db_query plan_term(struct planner *planner, const char *prefix, struct slice word);

/* ---- plan_forms.c ---- */

/* What the collection has of this word; the same object each time. */
enum status plan_forms(struct planner *planner, const struct token *token, struct word_forms **forms);

/* Adds to WORD, a compound of these parts, what the collection has of it in another number or with an abbreviation:
 * arcs-en-ciel, Saint-Étienne. */
enum status plan_compound_forms(struct planner *planner, const struct token *parts, size_t count,
                                struct word_forms *word);

/* ---- plan_words.c ---- */

/* The tokens of TEXT, their terms kept in the arena. */
void plan_read_tokens(struct arena *arena, struct slice text, token_list *tokens);

/* Everything that counts for a word: its forms, more for the word itself, its accents, the title. */
db_query plan_word(struct planner *planner, const struct word_forms *word, double weight);

/* The units that TEXT (words side by side) asks for; function words go to OPTIONAL unless they are KEPT. */
struct plan_wanted {
    VEC(struct plan_unit) units;
    query_list optional;          /* adds to the score only */
};
enum status plan_words(struct planner *planner, struct slice text, bool keep_function_words,
                       struct plan_wanted *wanted);

/* Words with PREFIX (of a field) and their forms, every one required: title:, role:, author:. */
enum status plan_field_words(struct planner *planner, const struct query_node *leaf, bool stems, db_query *query);

enum status plan_prefix(struct planner *planner, const struct query_node *leaf, db_query *query);

/* The single terms that a word or prefix beside NEAR stands for, and marks them. */
enum status plan_near_forms(struct planner *planner, const struct query_node *leaf, size_t room, slice_list *forms);

/* ---- plan_phrases.c ---- */

enum status plan_phrase(struct planner *planner, struct slice text, db_query *query);
/* TERMS one after another; on reports those with a passage that has them so, scored by WORDS. */
enum status plan_side_by_side(struct planner *planner, const slice_list *terms, const query_list *words,
                              db_query *query);
/* The words one after another in a title. */
enum status plan_title_phrase(struct planner *planner, struct slice text, db_query *query);
enum status plan_near(struct planner *planner, const struct query_node *near, db_query *query);

/* ---- plan_fields.c ---- */

enum status plan_field(struct planner *planner, const struct query_node *leaf, db_query *query);

/* ---- plan_places.c ---- */

enum status plan_place(struct planner *planner, const struct query_node *leaf, db_query *query);

/* ---- plan.c ---- */

/* Tells the reader; what follows is what the remark says (remarks.h). */
void plan_note(struct planner *planner, enum remark remark, ...);
void plan_add_part(struct planner *planner, const char *label, db_query query);
bool plan_is_function_word(const struct planner *planner, struct slice folded);

#endif
