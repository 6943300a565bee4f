#include "names.h"

#include <stdlib.h>

#include <utf8proc.h>

#include "name_words.h"
#include "sections.h"
#include "token.h"
#include "utf8.h"

enum { NAME_LEXEMES_MAX = 8, COORDINATED_MAX = 12, REVERSED_MIN = 3, LARGE_TOWN = 50000 };

/* How likely a capitalised sequence is a person's name, from the words alone. */
static const double LIKELY_HONORIFIC_FULL = 0.97, LIKELY_HONORIFIC = 0.9, LIKELY_COMMON_GIVEN = 0.85, LIKELY_GIVEN = 0.7,
                    LIKELY_INITIAL = 0.6, LIKELY_ROLE = 0.55, LIKELY_STRANGE = 0.4,
                    LIKELY_UNKNOWN = 0.3;

static bool has_digit(const struct lexeme *lexeme)
{
    return strpbrk(lexeme->folded, "0123456789") != NULL;
}

bool name_like(const struct lexeme *lexeme)
{
    return lexeme->kind == LEXEME_WORD && !(lexeme->shape & (SHAPE_ACRONYM | SHAPE_ELIDED | SHAPE_ORDINAL)) &&
           (lexeme->shape & (SHAPE_CAPITAL | SHAPE_UPPER | SHAPE_INITIAL)) && !has_digit(lexeme);
}

static bool ordinary(const struct lexeme *lexeme)
{
    return (lexeme->lexicon & (LEXICON_WORD_FR | LEXICON_WORD_EN)) != 0;
}

static bool given(const struct lexeme *lexeme)
{
    return (lexeme->lexicon & LEXICON_GIVEN) != 0 && lexeme->end - lexeme->start > 1;
}

/* Jean-Philippe, Marie-Claude: known when its first part is. The lexicon may hold only simple names. */
static bool given_hyphenated(const struct lexeme *lexeme)
{
    return given(lexeme) || ((lexeme->shape & SHAPE_HYPHEN) && (lexeme->lexicon & LEXICON_GIVEN));
}

static bool particle_run(const struct name_context *context, uint32_t at, uint32_t *next)
{
    uint32_t i = at;
    while (i < context->count && i - at < 3 && (context->bits[i] & NAME_WORD_PARTICLE) &&
           context->lexemes[i].before < BEFORE_BLOCK)
        i++;
    if (i == at || i >= context->count || !name_like(&context->lexemes[i]) || context->lexemes[i].before > BEFORE_LINE)
        return false;
    *next = i;
    return true;
}

/* Does this lexeme end a name although it is capitalised? */
static bool stops_name(const struct name_context *context, uint32_t i, uint32_t first)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    unsigned bits = context->bits[i];
    if (bits & NAME_WORD_POSTNOMINAL && lexeme->shape & SHAPE_UPPER)
        return true;
    if (bits & NAME_WORD_PARTICLE)
        return false;
    if (bits & NAME_WORD_HONORIFIC && !(lexeme->shape & SHAPE_INITIAL) && !(lexeme->lexicon & LEXICON_SURNAME))
        return true;
    if (!(bits & (NAME_WORD_NOT_NAME | NAME_WORD_ORGANISATION | NAME_WORD_ROLE | NAME_WORD_EPONYM)) &&
        !(lexeme->lexicon & LEXICON_NATIONALITY))
        return false;
    /* a surname that is also a word (Petit, Page, Young): right after a given name written in lower case */
    bool after_given = i == first + 1 && given(&context->lexemes[first]);
    if (given(&context->lexemes[first]) && lexeme->shape & SHAPE_UPPER && !(context->lexemes[first].shape & SHAPE_UPPER) &&
        (after_given || context->bits[i - 1] & NAME_WORD_PARTICLE))
        return false;
    bool noun = lexeme->end - lexeme->start >= 5 && bits == NAME_WORD_NOT_NAME && lexeme->before == BEFORE_SPACE &&
                context->lexemes[first].lexicon & LEXICON_GIVEN_COMMON && !(lexeme->shape & SHAPE_UPPER);
    return !(after_given && (lexeme->lexicon & LEXICON_SURNAME || noun) && !(bits & NAME_WORD_ORGANISATION));
}

/* The last lexeme of the capitalised run that begins at FIRST and may be one name. */
static uint32_t run_end(const struct name_context *context, uint32_t first)
{
    uint32_t last = first, i = first + 1;
    bool surname = !given(&context->lexemes[first]) && !(context->lexemes[first].shape & SHAPE_INITIAL);
    while (i < context->count && i - first < NAME_LEXEMES_MAX) {
        const struct lexeme *lexeme = &context->lexemes[i];
        uint32_t next = i;
        if (context->report->record.text.bytes[lexeme->start - 1] == '\t') /* the next cell of a table */
            break;
        if (lexeme->before > BEFORE_LINE || (lexeme->before == BEFORE_LINE && (surname || given(lexeme))))
            break;
        if (lexeme->kind == LEXEME_WORD && (context->bits[i] & NAME_WORD_PARTICLE) && particle_run(context, i, &next)) {
            if (!(lexeme->shape & SHAPE_LOWER) || last + 1 == i)
                lexeme = &context->lexemes[next];
            if (lexeme->before == BEFORE_LINE || stops_name(context, next, first))
                break;
        } else if (!name_like(lexeme) || lexeme->before == BEFORE_NOTHING || stops_name(context, i, first)) {
            break;
        }
        /* Pascal Duforestel UFISC: an acronym after a complete name in normal case is not part of it */
        if (lexeme->shape & SHAPE_UPPER && !(lexeme->shape & SHAPE_INITIAL) && surname &&
            context->lexemes[last].shape & SHAPE_CAPITAL && given(&context->lexemes[first]))
            break;
        if (!(lexeme->shape & SHAPE_INITIAL) && (next > i || !given(lexeme) || i > first + 2))
            surname = true;
        last = next;
        i = next + 1;
    }
    while (last > first && context->lexemes[last].shape & SHAPE_INITIAL && !(context->lexemes[first].shape & SHAPE_UPPER))
        last--; /* "Jean Dupont A." */
    return last;
}

/* Particles that stay small at the beginning of a surname: de Gaulle, but Le Pen. */
static bool noble(const struct lexeme *lexeme)
{
    static const char *const words[] = { "de", "du", "des", "d'", "von", "zu", "di", "da", "del", "della", "dos", "do" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (lexeme_is(lexeme, words[i]))
            return true;
    return false;
}

static void show_word(struct buf *out, const char *text, const struct lexeme *lexeme, unsigned bits)
{
    bool lower = false;
    bool fold = lexeme->shape & SHAPE_UPPER && !(lexeme->shape & SHAPE_INITIAL);
    if (!fold) {
        buf_add(out, text + lexeme->start, lexeme->end - lexeme->start);
        return;
    }
    if (bits & NAME_WORD_PARTICLE && !(bits & NAME_WORD_POSTNOMINAL) && (out->length || noble(lexeme)))
        lower = true;
    for (size_t i = lexeme->start, step; i < lexeme->end; i += step) {
        uint32_t c = utf8_decode(text + i, lexeme->end - i, &step);
        if (c == UTF8_INVALID)
            continue;
        buf_add_utf8(out, lower ? (uint32_t)utf8proc_tolower((utf8proc_int32_t)c) : c);
        lower = (bits & NAME_WORD_PARTICLE && out->length > 1 && lower) || !(c == '-' || c == '\'' || c == 0x2019);
    }
}

const char *name_show(const struct name_context *context, uint32_t first, uint32_t last)
{
    struct buf out = BUF_INIT(context->arena);
    for (uint32_t i = first; i <= last; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        if (i > first && lexeme->before != BEFORE_NOTHING)
            buf_add_char(&out, ' ');
        show_word(&out, context->report->record.text.bytes, lexeme, context->bits[i]);
    }
    return out.bytes ? out.bytes : "";
}

/* Where the surname begins in FIRST..LAST; *REVERSED when it comes first (DUPONT Jean). 0 when there is no surname. */
static bool split_name(const struct name_context *context, uint32_t first, uint32_t last, uint32_t *surname,
                       bool *reversed)
{
    const struct lexeme *lexemes = context->lexemes;
    *reversed = false;
    if (last == first)
        return false;
    bool upper_first = lexemes[first].shape & SHAPE_UPPER && !(lexemes[first].shape & SHAPE_INITIAL);
    bool plain_reversed = context->french && !upper_first &&
                          (last == first + 1 || (last == first + 2 && context->bits[first] & NAME_WORD_PARTICLE)) &&
                          !given_hyphenated(&lexemes[first]) &&
                          !(lexemes[first].shape & SHAPE_INITIAL) && lexemes[last].shape & SHAPE_CAPITAL &&
                          (lexemes[last].lexicon & LEXICON_GIVEN_COMMON || (lexemes[last].shape & SHAPE_HYPHEN && given(&lexemes[last])));
    if (plain_reversed) { /* Bodéré Estelle */
        *surname = last;
        *reversed = true;
        return true;
    }
    if (upper_first && lexemes[last].shape & SHAPE_CAPITAL && given(&lexemes[last])) {
        uint32_t i = last;
        while (i > first && !(lexemes[i - 1].shape & SHAPE_UPPER) && !(context->bits[i - 1] & NAME_WORD_PARTICLE))
            i--;
        *surname = i; /* here: the first given name, after the surname */
        *reversed = true;
        return true;
    }
    uint32_t i = first + 1;
    while (i < last && ((lexemes[i].shape & SHAPE_INITIAL && !(context->bits[i] & NAME_WORD_PARTICLE)) ||
                        (given(&lexemes[i]) && !(lexemes[i].shape & SHAPE_UPPER && !upper_first))))
        i++;
    *surname = i;
    return true;
}

/* Words that show that the name belongs to a street, a school, a prize or an organisation. */
static bool eponym(const struct name_context *context, uint32_t first, uint32_t last)
{
    if (first > 0 && context->lexemes[first].before <= BEFORE_SPACE &&
        (context->bits[first - 1] & NAME_WORD_EPONYM) && context->lexemes[first - 1].kind == LEXEME_WORD)
        return true;
    if (last + 1 < context->count && context->lexemes[last + 1].before <= BEFORE_SPACE &&
        context->lexemes[last + 1].shape & SHAPE_CAPITAL &&
        (context->bits[last + 1] & (NAME_WORD_EPONYM | NAME_WORD_ORGANISATION)))
        return true;
    return false;
}

static double clamp(double value)
{
    return value < 0 ? 0 : value > 1 ? 1 : value;
}

/* No word of it is in any list: two such words together are more often a person than anything else. */
static bool strange(const struct name_context *context, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i <= last; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        if (context->bits[i] & NAME_WORD_PARTICLE)
            continue;
        if (!(lexeme->shape & SHAPE_CAPITAL) || lexeme->shape & SHAPE_MIXED || lexeme->end - lexeme->start < 3 ||
            ordinary(lexeme) || lexeme->lexicon & (LEXICON_PLACE_WHOLE | LEXICON_NATIONALITY) || context->bits[i])
            return false;
    }
    return last == first + 1 || (last == first + 2 && context->bits[first + 1] & NAME_WORD_PARTICLE);
}

/* The likelihood of a full name from its words alone. */
static double full_likelihood(const struct name_context *context, uint32_t first, uint32_t last, uint32_t surname,
                              bool reversed)
{
    const struct lexeme *lexemes = context->lexemes;
    const struct lexeme *given_name = reversed ? &lexemes[surname] : &lexemes[first];
    uint32_t surname_first = reversed ? first : surname, surname_last = reversed ? surname - 1 : last;
    double likely;
    if (given_name->shape & SHAPE_INITIAL)
        likely = LIKELY_INITIAL;
    else if (given_name->lexicon & LEXICON_GIVEN_COMMON)
        likely = LIKELY_COMMON_GIVEN;
    else if (given_hyphenated(given_name))
        likely = LIKELY_GIVEN;
    else if (strange(context, first, last))
        likely = LIKELY_STRANGE;
    else
        likely = LIKELY_UNKNOWN;
    if (likely > LIKELY_STRANGE && !(given_name->shape & SHAPE_INITIAL)) {
        if (ordinary(given_name))
            likely -= given_name->lexicon & LEXICON_GIVEN_COMMON ? 0.1 : 0.25;
        if (given_name->lexicon & LEXICON_PLACE_WHOLE && !(given_name->lexicon & LEXICON_GIVEN_COMMON))
            likely -= 0.15;
    } else if (likely <= LIKELY_STRANGE) {
        bool in_sentence = context->french && !given_name->sentence_start; /* French capitalises no ordinary word there */
        if (ordinary(given_name) || given_name->lexicon & (LEXICON_PLACE_WHOLE | LEXICON_NATIONALITY))
            likely -= in_sentence ? 0.1 : 0.25;
        if (given_name->shape & SHAPE_UPPER)
            likely -= 0.2;
    }
    bool mixed_case = !(given_name->shape & SHAPE_UPPER) && lexemes[surname_last].shape & SHAPE_UPPER;
    if (mixed_case && given(given_name))
        likely += 0.1;
    for (uint32_t i = surname_first; i <= surname_last; i++) {
        const struct lexeme *part = &lexemes[i];
        if (context->bits[i] & NAME_WORD_PARTICLE)
            continue;
        if (part->lexicon & LEXICON_SURNAME)
            likely += 0.1;
        else if (ordinary(part) && !mixed_case)
            likely -= 0.25;
        if (part->lexicon & LEXICON_NATIONALITY && !mixed_case)
            likely -= 0.2;
        if (part->lexicon & LEXICON_PLACE_WHOLE && !(part->lexicon & LEXICON_SURNAME))
            likely -= 0.05;
        if (context->bits[i] & (NAME_WORD_ORGANISATION | NAME_WORD_NOT_NAME) && !(part->lexicon & LEXICON_SURNAME))
            likely -= 0.3;
    }
    if (last - first > 3)
        likely -= 0.15 * (last - first - 3);
    return clamp(likely);
}

/* Fills an occurrence for a full name at FIRST..LAST; false when it is none. */
static bool full_name(const struct name_context *context, uint32_t first, uint32_t last, struct name_occurrence *name)
{
    uint32_t surname;
    bool reversed;
    const struct lexeme *lexemes = context->lexemes;
    if (!split_name(context, first, last, &surname, &reversed))
        return false;
    uint32_t given_first = reversed ? surname : first, given_last = reversed ? last : surname - 1;
    uint32_t family_first = reversed ? first : surname, family_last = reversed ? surname - 1 : last;
    if (lexemes[family_last].shape & SHAPE_INITIAL)
        return false;
    *name = (struct name_occurrence){
        .form = NAME_FULL, .lead = first, .first = first, .last = last, .role_first = first, .role_last = first,
        .at = { lexemes[first].start, lexemes[last].end },
        .given = name_show(context, given_first, given_last), .surname = name_show(context, family_first, family_last),
        .upper_surname = (lexemes[family_last].shape & SHAPE_UPPER) != 0,
        .likelihood = full_likelihood(context, first, last, surname, reversed), .person = -1,
    };
    return true;
}

/* An honorific (M., Mme, Dr, The Right Hon.) at AT: the lexeme after it, or AT when there is none. */
static uint32_t honorific_end(const struct name_context *context, uint32_t at, unsigned *bits)
{
    const struct lexeme *lexemes = context->lexemes;
    uint32_t i = at;
    *bits = 0;
    while (i < context->count && i - at < 6 && (i == at || lexemes[i].before <= BEFORE_LINE)) {
        unsigned word = context->bits[i];
        const struct lexeme *lexeme = &lexemes[i];
        bool written = lexeme->shape & (SHAPE_CAPITAL | SHAPE_UPPER | SHAPE_INITIAL) || lexeme_is(lexeme, "monsieur") ||
                       lexeme_is(lexeme, "madame") || lexeme_is(lexeme, "mademoiselle") || lexeme_is(lexeme, "mme");
        if (!(word & NAME_WORD_HONORIFIC) || !written || lexeme->kind != LEXEME_WORD)
            break;
        if (lexeme_is(lexeme, "me") && (!context->french || lexeme->shape & SHAPE_UPPER))
            break;
        *bits |= word;
        i++;
        if (i < context->count && lexemes[i].kind == LEXEME_PUNCTUATION && lexeme_is(&lexemes[i], ".") &&
            lexemes[i].before == BEFORE_NOTHING)
            i++;
    }
    return i;
}

/* "le Président", "la conseillère régionale" between an honorific and a name. */
static uint32_t role_end(const struct name_context *context, uint32_t at)
{
    const struct lexeme *lexemes = context->lexemes;
    uint32_t i = at, role = at;
    if (i < context->count && (lexeme_is(&lexemes[i], "le") || lexeme_is(&lexemes[i], "la") || lexeme_is(&lexemes[i], "l'") ||
                               lexeme_is(&lexemes[i], "the")))
        i++;
    while (i < context->count && i - at < 6 && lexemes[i].kind == LEXEME_WORD && lexemes[i].before <= BEFORE_LINE) {
        if (context->bits[i] & NAME_WORD_ROLE)
            role = i + 1;
        else if (!(lexemes[i].shape & (SHAPE_LOWER | SHAPE_ELIDED)))
            break;
        i++;
    }
    if (role == at)
        return at;
    if (role < context->count && lexeme_is(&lexemes[role], ",") && role + 1 < context->count &&
        name_like(&lexemes[role + 1]) && given(&lexemes[role + 1]))
        return role + 1; /* "Monsieur le maire, Jean Dupont" */
    /* adjectives and offices: "conseillère régionale Anne Dupont", "conseillère d'État Anne Dupont" */
    uint32_t after = role;
    while (after < context->count && after - role < 3 && lexemes[after].shape & (SHAPE_LOWER | SHAPE_ELIDED) &&
           lexemes[after].before <= BEFORE_SPACE)
        after++;
    if (after + 1 < context->count && after > role && name_like(&lexemes[after]) && !given(&lexemes[after]) &&
        given(&lexemes[after + 1]) && name_like(&lexemes[after + 1]))
        after++;
    return after < context->count && name_like(&lexemes[after]) && lexemes[after].before <= BEFORE_LINE ? after : role;
}

static struct name_occurrence *push(struct name_context *context, const struct name_occurrence *name)
{
    struct name_occurrence *slot = vec_push(context->arena, &context->names);
    *slot = *name;
    return slot;
}

/* A name after an honorific at FIRST: full or surname alone. Returns the lexeme after it, or FIRST. */
static uint32_t take_titled(struct name_context *context, uint32_t lead, uint32_t role, uint32_t first, unsigned bits)
{
    struct name_occurrence name;
    const struct lexeme *lexemes = context->lexemes;
    uint32_t start = first, next;
    if (first >= context->count || lexemes[first].before > BEFORE_LINE)
        return first;
    if ((context->bits[first] & NAME_WORD_PARTICLE) && particle_run(context, first, &next))
        start = next;
    if (!name_like(&lexemes[start]))
        return first;
    if (context->bits[start] & (NAME_WORD_NOT_NAME | NAME_WORD_ORGANISATION | NAME_WORD_ROLE) &&
        !(lexemes[start].lexicon & (LEXICON_SURNAME | LEXICON_GIVEN)) &&
        !(lexemes[start].shape & (SHAPE_UPPER | SHAPE_INITIAL)))
        return first;
    uint32_t last = run_end(context, start);
    bool full = start == first && full_name(context, first, last, &name) &&
                (given_hyphenated(&lexemes[first]) || lexemes[first].shape & SHAPE_INITIAL ||
                 (last > first && lexemes[last].shape & SHAPE_UPPER && !(lexemes[first].shape & SHAPE_UPPER)) ||
                 (last > first && lexemes[first].shape & SHAPE_UPPER && given(&lexemes[last])) ||
                 (last == first + 1 && !(context->bits[first] & NAME_WORD_PARTICLE)));
    if (full) {
        name.likelihood = name.likelihood > LIKELY_STRANGE ? LIKELY_HONORIFIC_FULL : LIKELY_HONORIFIC;
    } else {
        name = (struct name_occurrence){ .form = NAME_SURNAME, .first = first, .last = last,
            .at = { lexemes[first].start, lexemes[last].end }, .surname = name_show(context, first, last),
            .upper_surname = (lexemes[last].shape & SHAPE_UPPER) != 0, .likelihood = LIKELY_HONORIFIC, .person = -1 };
    }
    /* "M. Peyret (Gilles)" */
    if (!full && last + 3 < context->count && lexeme_is(&lexemes[last + 1], "(") && given_hyphenated(&lexemes[last + 2]) &&
        name_like(&lexemes[last + 2]) && lexeme_is(&lexemes[last + 3], ")")) {
        name.form = NAME_FULL;
        name.given = name_show(context, last + 2, last + 2);
        name.likelihood = LIKELY_HONORIFIC_FULL;
        last += 3;
        name.last = last;
        name.at.end = lexemes[last].end;
    }
    name.lead = lead;
    name.honorific = bits;
    name.role_first = role;
    name.role_last = role < first ? first - 1 : role;
    if (role == first)
        name.role_first = name.role_last = first;
    push(context, &name);
    return last + 1;
}

/* "MM. Dupont, Martin et Durand": the honorific holds for each. */
static uint32_t take_coordinated(struct name_context *context, uint32_t at, unsigned bits)
{
    const struct lexeme *lexemes = context->lexemes;
    for (unsigned taken = 0; taken < COORDINATED_MAX && at + 1 < context->count; taken++) {
        if (!lexeme_is(&lexemes[at], ",") && !lexeme_is(&lexemes[at], "et") && !lexeme_is(&lexemes[at], "and"))
            break;
        uint32_t next = take_titled(context, at + 1, at + 1, at + 1, bits);
        if (next == at + 1)
            break;
        at = next;
    }
    return at;
}

static bool plural_honorific(const struct lexeme *lexeme)
{
    static const char *const words[] = { "mm", "mmes", "messieurs", "mesdames", "messrs", "cllrs", "councillors",
                                         "commissioners", "councilmembers" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (lexeme_is(lexeme, words[i]))
            return true;
    return false;
}

static uint32_t try_honorific(struct name_context *context, uint32_t at)
{
    unsigned bits;
    uint32_t after = honorific_end(context, at, &bits);
    if (after == at)
        return at;
    uint32_t role = after, first = role_end(context, after);
    uint32_t next = take_titled(context, at, role, first, bits);
    if (next == first)
        return at;
    return plural_honorific(&context->lexemes[at]) ? take_coordinated(context, next, bits) : next;
}

/* Sri Lanka, Los Angeles: places whose first word may be a given name. */
static bool known_place(const struct name_context *context, uint32_t first, uint32_t last)
{
    char name[96];
    uint32_t index;
    bool longer;
    struct gazetteer_place place;
    if (!context->gazetteer || context->lexemes[first].lexicon & LEXICON_GIVEN_COMMON)
        return false;
    struct slice words = { context->report->record.text.bytes + context->lexemes[first].start,
                           context->lexemes[last].end - context->lexemes[first].start };
    size_t length = fold_key(words, name, sizeof name);
    if (!gazetteer_find(context->gazetteer, (struct slice){ name, length }, &index, 1, &longer))
        return false;
    gazetteer_place(context->gazetteer, index, &place);
    return place.kind >= PLACE_REGION || place.population >= LARGE_TOWN;
}

/* "le président Rainaud": a surname after a role in lower case. */
static uint32_t try_role(struct name_context *context, uint32_t at)
{
    const struct lexeme *lexemes = context->lexemes;
    if (at == 0 || at + 1 >= context->count || !(lexemes[at].shape & SHAPE_LOWER) || lexemes[at + 1].before != BEFORE_SPACE ||
        !(lexeme_is(&lexemes[at - 1], "le") || lexeme_is(&lexemes[at - 1], "la") || lexeme_is(&lexemes[at - 1], "the")))
        return at;
    const struct lexeme *name = &lexemes[at + 1];
    bool plain = name->shape & SHAPE_CAPITAL && !ordinary(name) && !given(name) &&
                 !(name->lexicon & (LEXICON_PLACE_WHOLE | LEXICON_NATIONALITY)) &&
                 !(context->bits[at + 1] & (NAME_WORD_ROLE | NAME_WORD_ORGANISATION | NAME_WORD_NOT_NAME));
    bool alone = at + 2 >= context->count || !name_like(&lexemes[at + 2]) || lexemes[at + 2].before != BEFORE_SPACE;
    if (!plain || !alone || !name_like(name))
        return at;
    uint32_t next = take_titled(context, at + 1, at + 1, at + 1, 0);
    if (next > at + 1) {
        struct name_occurrence *found = &context->names.items[context->names.count - 1];
        found->likelihood = LIKELY_ROLE;
        found->lead = found->role_first = at;
        found->role_last = at + 1;
    }
    return next > at + 1 ? next : at;
}

static uint32_t try_full(struct name_context *context, uint32_t at)
{
    struct name_occurrence name;
    const struct lexeme *lexeme = &context->lexemes[at];
    if (!name_like(lexeme) || at + 1 >= context->count)
        return at;
    bool known = given_hyphenated(lexeme) || lexeme->shape & SHAPE_INITIAL;
    if (lexeme->shape & SHAPE_INITIAL && lexeme->before == BEFORE_NOTHING && at > 0)
        return at; /* "M/S" */
    if (lexeme->shape & SHAPE_INITIAL && lexeme->end - lexeme->start <= 2 && lexeme->folded[strlen(lexeme->folded) - 1] != '.' &&
        (context->bits[at] & (NAME_WORD_NOT_NAME | NAME_WORD_PARTICLE) || context->lexemes[at + 1].shape & SHAPE_UPPER))
        return at; /* "A", "À": a word, not an initial */
    if (!known && context->bits[at] & (NAME_WORD_NOT_NAME | NAME_WORD_ORGANISATION | NAME_WORD_ROLE | NAME_WORD_EPONYM |
                                       NAME_WORD_HONORIFIC))
        return at;
    uint32_t last = run_end(context, at);
    if (last == at)
        return at;
    if (!known && !(lexeme->shape & SHAPE_UPPER)) {
        /* a sentence that begins with a word before a known name: "Selon Jean Dupont" is caught by the tables; here
           "Rappelons Jean Dupont": begin at the given name */
        bool other = ordinary(lexeme) || lexeme->lexicon & LEXICON_PLACE_WHOLE ||
                     context->lexemes[at + 1].lexicon & LEXICON_GIVEN_COMMON;
        if (given(&context->lexemes[at + 1]) && last > at + 1 && other && !(context->lexemes[at + 1].shape & SHAPE_UPPER))
            return at;
        /* the tail of a longer capitalised phrase: Harlow "Bay Wheelers" */
        if (at > 0 && lexeme->before == BEFORE_SPACE && name_like(&context->lexemes[at - 1]) &&
            !(context->bits[at - 1] & (NAME_WORD_ROLE | NAME_WORD_HONORIFIC)))
            return at;
    }
    if (!full_name(context, at, last, &name))
        return at;
    if (eponym(context, at, last) || known_place(context, at, last))
        return last + 1;
    if (name.likelihood <= 0.1)
        return at;
    push(context, &name);
    return last + 1;
}

/* "D." is an initial and no particle, whatever "d" is. */
static uint16_t word_bits(const struct name_context *context, uint32_t i)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    if (lexeme->kind != LEXEME_WORD)
        return 0;
    unsigned bits = name_word_bits(lexeme->folded);
    bool period = context->report->record.text.bytes[lexeme->end - 1] == '.';
    bool initial = lexeme->shape & SHAPE_INITIAL && (period || lexeme->end - lexeme->start == 1); /* Ó is a particle */
    return (uint16_t)(initial ? bits & ~(unsigned)NAME_WORD_PARTICLE : bits);
}

void names_find(struct name_context *context, struct report *report, const struct gazetteer *gazetteer)
{
    *context = (struct name_context){ .report = report, .gazetteer = gazetteer, .arena = report->arena, .lexemes = report->lexemes,
        .count = (uint32_t)report->lexeme_count, .french = report->record.language != LANGUAGE_EN };
    context->bits = arena_alloc(context->arena, (context->count + 1) * sizeof *context->bits);
    for (uint32_t i = 0; i < context->count; i++)
        context->bits[i] = word_bits(context, i);
    for (uint32_t i = 0; i < context->count;) {
        uint32_t next = i;
        if (context->lexemes[i].kind == LEXEME_WORD) {
            if (context->bits[i] & NAME_WORD_HONORIFIC)
                next = try_honorific(context, i);
            if (next == i && context->bits[i] & NAME_WORD_ROLE)
                next = try_role(context, i);
            if (next == i)
                next = try_full(context, i);
        }
        i = next > i ? next : i + 1;
    }
}

size_t name_after(const struct name_context *context, uint32_t lexeme)
{
    size_t low = 0, high = context->names.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (context->names.items[middle].last < lexeme)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct name_occurrence *name_at(const struct name_context *context, uint32_t lexeme)
{
    size_t i = name_after(context, lexeme);
    if (i < context->names.count && context->names.items[i].lead <= lexeme)
        return &context->names.items[i];
    return NULL;
}

static int by_first(const void *a, const void *b)
{
    const struct name_occurrence *x = a, *y = b;
    return x->first < y->first ? -1 : x->first > y->first;
}

void names_add(struct name_context *context, const struct name_occurrence *added, size_t count)
{
    for (size_t i = 0; i < count; i++)
        push(context, &added[i]);
    if (count)
        qsort(context->names.items, context->names.count, sizeof *context->names.items, by_first);
}

static bool in_roster(const section_list *sections, const struct name_occurrence *name)
{
    enum section_kind kind = section_at(sections, name->at.start);
    return kind == SECTION_PRESENT || kind == SECTION_ABSENT;
}

/* Does the list of those present put surnames first? Only names of which one word alone is a given name can tell. */
static bool family_first(const struct name_context *context, const section_list *sections)
{
    size_t reversed = 0, straight = 0;
    for (size_t i = 0; i < context->names.count; i++) {
        const struct name_occurrence *name = &context->names.items[i];
        if (name->form != NAME_FULL || !in_roster(sections, name))
            continue;
        bool first = given(&context->lexemes[name->first]), last = given(&context->lexemes[name->last]);
        reversed += last && !first;
        straight += first && !last;
    }
    return reversed >= REVERSED_MIN && reversed > straight * 2;
}

void names_reverse_rosters(struct name_context *context, const section_list *sections)
{
    if (!family_first(context, sections))
        return;
    for (size_t i = 0; i < context->names.count; i++) {
        struct name_occurrence *name = &context->names.items[i];
        bool straight = name->form == NAME_FULL && in_roster(sections, name) && name->given &&
                        context->lexemes[name->last].shape & SHAPE_CAPITAL && given(&context->lexemes[name->last]) &&
                        strncmp(name_show(context, name->first, name->first), name->given, strlen(name->given)) == 0;
        if (!straight)
            continue;
        name->given = name_show(context, name->last, name->last);
        name->surname = name_show(context, name->first, name->last - 1);
        if (name->likelihood < LIKELY_COMMON_GIVEN)
            name->likelihood = LIKELY_COMMON_GIVEN;
    }
}
