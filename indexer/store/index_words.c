#include "index_words.h"

#include "dictionary.h"
#include "fields.h"
#include "token.h"

enum { STEMMED_BYTES_MAX = 40 };

static enum status learn_stem(struct learner *learner, enum language language, struct slice word, struct slice form,
                              struct error *error)
{
    char term[DICTIONARY_TERM_ROOM];
    struct slice stem = stemmer_stem(learner->stemmers[language], word);
    size_t length = dictionary_stem_term(language, stem, form, term);
    return store_dictionary(learner->store, (struct slice){ term, length }, error);
}

/* Stem to form, by the word as written and by its folded form, which may stem apart: both are typed in queries. */
static enum status learn_word(struct learner *learner, enum language language, const struct token *token,
                              struct error *error)
{
    char seen[TOKEN_BYTES_MAX * 2];
    struct slice written = token->accented.length ? token->accented : token->term;
    if (!learner->stemmers[language] || token->digits || written.length > STEMMED_BYTES_MAX)
        return STATUS_OK;
    memcpy(seen, language_row(language)->code, 2);
    memcpy(seen + 2, written.bytes, written.length);
    struct slice key = { seen, written.length + 2 };
    if (term_set_has(learner->learned, key))
        return STATUS_OK;
    enum status status = learn_stem(learner, language, written, token->term, error);
    if (status == STATUS_OK && token->accented.length)
        status = learn_stem(learner, language, token->term, token->term, error);
    if (status == STATUS_OK)
        term_set_add(learner->learned, key);
    return status;
}

/* A text too short to tell its language is in one of the usual ones. */
static enum status learn_in_languages(struct learner *learner, enum language language, const struct token *token,
                                      struct error *error)
{
    if (language != LANGUAGE_UNKNOWN)
        return learn_word(learner, language, token, error);
    enum status status = STATUS_OK;
    for (size_t i = 0; i < LANGUAGES_USUAL && status == STATUS_OK; i++)
        status = learn_word(learner, languages_usual[i], token, error);
    return status;
}

static enum status count_token(struct words *words, const struct token *token, struct error *error)
{
    bool first = word_table_count(&words->table, "", token->term);
    if (token->accented.length)
        first |= word_table_count(&words->table, TERM_ACCENTED, token->accented);
    if (token->kind == TOKEN_WORD) {
        for (size_t i = 0; i < token->term.length; i++)
            words->content = (words->content ^ (unsigned char)token->term.bytes[i]) * 0x100000001B3u;
        words->content = (words->content ^ ' ') * 0x100000001B3u;
    }
    return first ? learn_in_languages(words->learner, words->language, token, error) : STATUS_OK;
}

enum status words_text(struct words *words, struct slice text, struct db_draft *draft, struct error *error)
{
    struct tokenizer tokenizer;
    struct token token;
    enum status status = STATUS_OK;
    tokenizer_init(&tokenizer, text);
    while (status == STATUS_OK && tokenizer_next(&tokenizer, &token)) {
        if (draft)
            status = db_draft_posting(draft, token.term, token.position, error);
        if (status == STATUS_OK && words)
            status = count_token(words, &token, error);
    }
    return status;
}

/* Where a heading's words stand in a passage below it: far behind its own, so that a phrase can be in either. */
enum { HEADING_POSITION = 1 << 24 };

enum status words_title(struct words *words, const char *title, struct error *error)
{
    struct tokenizer tokenizer;
    struct token token;
    enum status status = STATUS_OK;
    if (!title)
        return STATUS_OK;
    tokenizer_init(&tokenizer, slice_of(title));
    while (status == STATUS_OK && tokenizer_next(&tokenizer, &token)) {
        word_table_count(&words->table, field_table[FIELD_TITLE].prefix, token.term);
        status = count_token(words, &token, error);
    }
    return status;
}

enum status words_heading(const char *heading, struct db_draft *draft, struct error *error)
{
    struct tokenizer tokenizer;
    struct token token;
    enum status status = STATUS_OK;
    if (!heading)
        return STATUS_OK;
    tokenizer_init(&tokenizer, slice_of(heading));
    while (status == STATUS_OK && tokenizer_next(&tokenizer, &token))
        status = db_draft_posting(draft, token.term, HEADING_POSITION + token.position, error);
    return status;
}
