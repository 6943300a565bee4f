/* plan_forms.c - the words of the collection that stand for a word of the query: the forms of its stems, other numbers
 * and genders, short and long ways to write it, words that begin alike. */
#include <stdlib.h>

#include "plan_internal.h"
#include "utf8.h"

enum {
    RELATIVE_LETTERS_MIN = 7,     /* a shorter word has no relatives */
    RELATIVE_PREFIX = 5,          /* letters that relatives share */
    RELATIVE_SCAN_MAX = 400       /* words looked at for them */
};

static bool has_form(const struct word_forms *word, struct slice form)
{
    if (slice_equal(word->term, form))
        return true;
    for (size_t i = 0; i < word->forms.count; i++)
        if (slice_equal(word->forms.items[i], form))
            return true;
    return false;
}

static enum status add_forms(struct planner *planner, struct word_forms *word, enum language language,
                             struct db_stemmer *stemmer, struct slice spelling)
{
    char stem[TOKEN_BYTES_MAX * 2];
    slice_list forms = { 0 };
    struct slice found;
    enum status status = db_stemmer_stem(stemmer, spelling, &found, planner->error);

    if (status)
        return status;
    size_t length = fold_key(found, stem, sizeof stem); /* first stemmed, then folded: as stem.h */
    status = dictionary_forms(database_reports(planner->database), language, (struct slice){ stem, length },
                              PLAN_FORMS_MAX, planner->arena, &forms, planner->error);
    for (size_t i = 0; !status && i < forms.count; i++)
        if (!has_form(word, forms.items[i]))
            *vec_push(planner->arena, &word->forms) = forms.items[i];
    return status;
}

/* Makes OTHER a form of the word, when the collection has it. */
static enum status add_known(struct planner *planner, struct word_forms *word, struct slice other)
{
    uint32_t documents = 0;
    enum status status = has_form(word, other) || other.length > TOKEN_BYTES_MAX
                             ? STATUS_OK
                             : db_term_frequency(database_reports(planner->database), other, &documents, NULL,
                                                 planner->error);

    if (!status && documents)
        *vec_push(planner->arena, &word->forms) =
            (struct slice){ arena_dup_slice(planner->arena, other), other.length };
    return status;
}

/* What Snowball's French stemmer leaves apart, ending for ending: it takes no s off after a, i, o or u (élus, vélos),
 * and no x (lieux); acteur and actrice, chercheur and chercheuse are two stems to it. A row works both ways. */
static const struct {
    const char *one, *other;
    unsigned before;              /* letters that a word has before the ending, at least */
} endings[] = {
    { "a", "as", 1 }, { "i", "is", 1 }, { "o", "os", 1 }, { "u", "us", 1 }, { "u", "ux", 1 },
    { "teur", "trice", 2 }, { "teur", "trices", 2 }, { "teurs", "trice", 2 }, { "teurs", "trices", 2 },
    { "eur", "euse", 3 }, { "eur", "euses", 3 }, { "eurs", "euse", 3 }, { "eurs", "euses", 3 },
    { "f", "ve", 2 }, { "f", "ves", 2 }, { "fs", "ve", 2 }, { "fs", "ves", 2 },
    { "ail", "aux", 1 }, /* bail, travail, vitrail */
};

/* Short and long ways to write one word, folded. */
static const struct {
    const char *one, *other;
} abbreviations[] = {
    { "m", "monsieur" }, { "mm", "messieurs" }, { "mme", "madame" }, { "mmes", "mesdames" },
    { "mlle", "mademoiselle" }, { "dr", "docteur" }, { "pr", "professeur" }, { "st", "saint" }, { "ste", "sainte" },
};

static struct slice with_ending(struct planner *planner, struct slice term, size_t kept, const char *ending)
{
    return slice_of(arena_printf(planner->arena, "%.*s%s", (int)kept, term.bytes, ending));
}

static bool ends_with(struct slice term, const char *ending, unsigned before)
{
    size_t length = strlen(ending);

    return term.length >= length + before && memcmp(term.bytes + term.length - length, ending, length) == 0;
}

/* 3e and 3eme, XXe and XXeme, 1er, 1ere and 1re. */
static enum status add_ordinals(struct planner *planner, struct word_forms *word)
{
    static const char *const suffixes[] = { "e", "eme", "er", "ere", "re" };
    size_t count = strspn(word->term.bytes, "0123456789");
    enum status status = STATUS_OK;

    if (!count)
        count = strspn(word->term.bytes, "ivxlc");
    bool first = false, other = false; /* 1er, 1ere; 2e, 2eme */
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (slice_is((struct slice){ word->term.bytes + count, word->term.length - count }, suffixes[i]))
            first = i >= 2, other = i < 2;
    for (size_t i = 0; count && !status && i < sizeof suffixes / sizeof *suffixes; i++)
        if (i < 2 ? other : first)
            status = add_known(planner, word, with_ending(planner, word->term, count, suffixes[i]));
    return status;
}

static enum status add_french(struct planner *planner, struct word_forms *word)
{
    const struct slice term = word->term;
    enum status status = add_ordinals(planner, word);

    for (size_t i = 0; !status && i < sizeof endings / sizeof *endings; i++) {
        const char *one = endings[i].one, *other = endings[i].other;
        if (ends_with(term, one, endings[i].before))
            status = add_known(planner, word, with_ending(planner, term, term.length - strlen(one), other));
        if (!status && ends_with(term, other, endings[i].before))
            status = add_known(planner, word, with_ending(planner, term, term.length - strlen(other), one));
    }
    for (size_t i = 0; !status && i < sizeof abbreviations / sizeof *abbreviations; i++) {
        if (slice_is(term, abbreviations[i].one))
            status = add_known(planner, word, slice_of(abbreviations[i].other));
        else if (slice_is(term, abbreviations[i].other))
            status = add_known(planner, word, slice_of(abbreviations[i].one));
    }
    return status;
}

/* ---- compounds ---- */

enum { VARIED_PARTS_MAX = 4 };

/* The ways to write PART of a compound: itself, its other number, its abbreviation. */
static size_t part_ways(struct planner *planner, struct slice part, struct slice ways[3])
{
    size_t count = 0;
    const char last = part.bytes[part.length - 1];

    ways[count++] = part;
    if (part.length > 3 && (last == 's' || last == 'x'))
        ways[count++] = (struct slice){ part.bytes, part.length - 1 };
    else if (part.length > 2)
        ways[count++] = with_ending(planner, part, part.length, "s");
    for (size_t i = 0; i < sizeof abbreviations / sizeof *abbreviations; i++)
        if (slice_is(part, abbreviations[i].one) || slice_is(part, abbreviations[i].other))
            ways[count++] = slice_of(slice_is(part, abbreviations[i].one) ? abbreviations[i].other
                                                                         : abbreviations[i].one);
    return count;
}

enum status plan_compound_forms(struct planner *planner, const struct token *parts, size_t count,
                                struct word_forms *word)
{
    struct slice ways[VARIED_PARTS_MAX][3];
    size_t way_count[VARIED_PARTS_MAX], all = 1;
    enum status status = STATUS_OK;

    if (count > VARIED_PARTS_MAX)
        return STATUS_OK;
    for (size_t i = 0; i < count; i++)
        all *= way_count[i] = part_ways(planner, parts[i].term, ways[i]);
    for (size_t way = 1; !status && way < all; way++) {
        char joined[TOKEN_BYTES_MAX * 2];
        size_t length = 0, rest = way;
        for (size_t i = 0; i < count; rest /= way_count[i++]) {
            struct slice part = ways[i][rest % way_count[i]];
            if (length + part.length <= sizeof joined)
                memcpy(joined + length, part.bytes, part.length);
            length += part.length;
        }
        if (length <= TOKEN_BYTES_MAX)
            status = add_known(planner, word, (struct slice){ joined, length });
    }
    return status;
}

/* ---- words that begin alike ---- */

struct relative {
    struct slice word;
    uint32_t frequency;
};

static int by_frequency(const void *a, const void *b)
{
    const struct relative *left = a, *right = b;

    return left->frequency != right->frequency ? (left->frequency > right->frequency ? -1 : 1)
                                               : memcmp(left->word.bytes, right->word.bytes,
                                                        left->word.length < right->word.length ? left->word.length
                                                                                               : right->word.length);
}

/* Words that share the first letters: cutting words off works nearly as well as stemming (McNamee and Mayfield,
 * "Character N-Gram Tokenization for European Language Text Retrieval", 2004), and catches other derivations. */
static enum status add_relatives(struct planner *planner, struct word_forms *word)
{
    struct { char bytes[TOKEN_BYTES_MAX]; size_t length; uint32_t frequency; } found[RELATIVE_SCAN_MAX];
    struct relative ranked[RELATIVE_SCAN_MAX];
    struct db_terms *terms = NULL;
    size_t count = 0, at = 0, step;

    for (int letters = 0; letters < RELATIVE_PREFIX && at < word->term.length; letters++, at += step)
        utf8_decode(word->term.bytes + at, word->term.length - at, &step);
    if (utf8_count(word->term.bytes, word->term.length) < RELATIVE_LETTERS_MIN)
        return STATUS_OK;
    enum status status = db_terms_open(database_reports(planner->database), (struct slice){ word->term.bytes, at },
                                       &terms, planner->error);
    while (!status && count < RELATIVE_SCAN_MAX) {
        struct slice term;
        uint32_t frequency;
        status = db_terms_next(terms, &term, &frequency, planner->error);
        if (status || !term.length)
            break;
        if (term.length > sizeof found[0].bytes)
            continue;
        memcpy(found[count].bytes, term.bytes, term.length);
        found[count].length = term.length;
        found[count++].frequency = frequency;
    }
    db_terms_close(terms);
    for (size_t i = 0; i < count; i++)
        ranked[i] = (struct relative){ { found[i].bytes, found[i].length }, found[i].frequency };
    qsort(ranked, count, sizeof *ranked, by_frequency);
    for (size_t i = 0; !status && i < count && word->relatives.count < PLAN_RELATIVES_MAX; i++)
        if (!has_form(word, ranked[i].word))
            *vec_push(planner->arena, &word->relatives) =
                (struct slice){ arena_dup_slice(planner->arena, ranked[i].word), ranked[i].word.length };
    return status;
}

/* Is the folded word also there with other accents than those typed? Else they tell nothing. */
static enum status compare_accents(struct planner *planner, struct word_forms *word)
{
    const struct db *reports = database_reports(planner->database);
    char term[TOKEN_BYTES_MAX * 2];
    uint32_t folded = 0, accented = 0;
    size_t prefix = strlen(TERM_ACCENTED);

    if (!word->accented.length || word->accented.length + prefix > sizeof term)
        return STATUS_OK;
    memcpy(term, TERM_ACCENTED, prefix);
    memcpy(term + prefix, word->accented.bytes, word->accented.length);
    enum status status = db_term_frequency(reports, (struct slice){ term, prefix + word->accented.length }, &accented,
                                           NULL, planner->error);
    if (!status)
        status = db_term_frequency(reports, word->term, &folded, NULL, planner->error);
    word->accents_tell = accented > 0 && accented < folded;
    return status;
}

enum status plan_forms(struct planner *planner, const struct token *token, struct word_forms **forms)
{
    struct slice spelling = token->accented.length ? token->accented : token->term;
    struct slice key = { arena_dup_slice(planner->arena, spelling), spelling.length };
    uint32_t *index = map_get(&planner->known, key);
    enum status status = STATUS_OK;

    if (index) {
        *forms = planner->words.items[*index];
        return STATUS_OK;
    }
    struct word_forms *word = arena_new(planner->arena, struct word_forms);
    word->term = (struct slice){ arena_dup_slice(planner->arena, token->term), token->term.length };
    if (token->accented.length)
        word->accented = key;
    for (size_t i = 0; !status && !token->digits && i < planner->language_count; i++) {
        if (!planner->stemmers[i])
            continue;
        status = add_forms(planner, word, planner->languages[i], planner->stemmers[i], word->term);
        if (!status && word->accented.length)
            status = add_forms(planner, word, planner->languages[i], planner->stemmers[i], word->accented);
    }
    bool french = false;
    for (size_t i = 0; i < planner->language_count; i++)
        french |= planner->languages[i] == LANGUAGE_FR;
    if (!status && !token->digits && french)
        status = add_french(planner, word);
    if (!status)
        status = compare_accents(planner, word);
    if (!status && !token->digits && token->kind == TOKEN_WORD)
        status = add_relatives(planner, word);
    map_put(&planner->known, key, (uint32_t)planner->words.count, NULL);
    *vec_push(planner->arena, &planner->words) = word;
    *forms = word;
    return status;
}
