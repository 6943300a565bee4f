/* index_words.h - the words of one report as they are cut, on the way into its documents and into the dictionary. For
 * index*.c alone. */
#ifndef TRIBUNE_INDEX_WORDS_H
#define TRIBUNE_INDEX_WORDS_H

#include "db_write.h"
#include "language.h"
#include "stem.h"
#include "store.h"
#include "term_set.h"
#include "word_table.h"

/* What gives the dictionary its stems; of a whole run. */
struct learner {
    struct store *store;
    struct stemmer *stemmers[LANGUAGE_COUNT]; /* NULL where a language has none */
    struct term_set *learned;                 /* language + word: its stems are in the dictionary */
};

struct words {
    struct learner *learner;
    enum language language;
    struct word_table table;     /* of the report's terms */
    uint64_t content;            /* hash of the folded words in their order */
};

#define WORDS_INIT(learner, language, arena) { (learner), (language), WORD_TABLE_INIT(arena), 0xCBF29CE484222325u }

/* Counts the words of a stretch of text; with DRAFT, gives them to it with their positions too. WORDS may be NULL: the
 * draft alone. */
enum status words_text(struct words *words, struct slice text, struct db_draft *draft, struct error *error);
/* The title's words: under their prefix, and once more as plain words. */
enum status words_title(struct words *words, const char *title, struct error *error);
/* The words of the heading above a passage find it. */
enum status words_heading(const char *heading, struct db_draft *draft, struct error *error);

#endif
