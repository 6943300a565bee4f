/* Longest match over lexemes: "Saint-Étienne", "St Etienne" and "ST-ETIENNE" are one key of the gazetteer. */
#include "gazetteer_format.h"
#include "place_mention.h"
#include "place_rules.h"

enum { NAME_LEXEMES_MAX = 9, PART_POPULATION = 90000 };

struct match {
    size_t last;
    char key[PLACE_KEY_MAX];
    struct gazetteer_name names[NAMESAKES_MAX];
    size_t count;
};

static struct slice lexeme_text(const struct place_finder *f, const struct lexeme *lexeme)
{
    return (struct slice){ f->report->text.bytes + lexeme->start, lexeme->end - lexeme->start };
}

/* How the text spells a name: as the gazetteer does, without its accents, or not at all like it. */
enum spelling { SPELLING_SAME, SPELLING_NO_ACCENTS, SPELLING_OTHER_ACCENTS, SPELLING_OTHER };

static bool is_diaeresis(uint32_t c)
{
    return c == 0xEB || c == 0xEF || c == 0xFC; /* ë ï ü */
}

/* Walks both spellings side by side. A capital of the gazetteer must be one in the text; accents that the text has
 * and the gazetteer has not (Saintés), or others, are another word. Capitals may lack their accents. */
static enum spelling compare_spelling(const char *name, struct slice text)
{
    struct slice known = slice_of(name);
    enum spelling result = SPELLING_SAME;
    size_t i = 0, j = 0;
    while (i < known.length && j < text.length) {
        size_t step_i, step_j;
        uint32_t a = utf8_decode(known.bytes + i, known.length - i, &step_i);
        uint32_t b = utf8_decode(text.bytes + j, text.length - j, &step_j);
        bool word_a = char_is_word(a), word_b = char_is_word(b);
        if (!word_a || !word_b) {
            if (!word_a)
                i += step_i;
            if (!word_b)
                j += step_j;
            continue;
        }
        i += step_i;
        j += step_j;
        if (a == b)
            continue;
        char fold_a[8], fold_b[8];
        size_t length_a = fold_char(a, fold_a), length_b = fold_char(b, fold_b);
        if (length_a != length_b || memcmp(fold_a, fold_b, length_a) != 0)
            return SPELLING_NO_ACCENTS; /* an abbreviation: St, Ste */
        if (char_is_upper(a) && !char_is_upper(b))
            return SPELLING_OTHER;
        if (char_is_upper(a))
            continue; /* Ecosse, Écosse */
        bool plain_b = length_b == 1 && b < 0x80;
        if (plain_b && a >= 0x80 && !char_is_upper(b))
            result = SPELLING_NO_ACCENTS;
        else if (is_diaeresis(b) && a < 0x80)
            continue; /* it only tells how to say the name: Plouguiël for Plouguiel */
        else if (!plain_b && !char_is_upper(b))
            return SPELLING_OTHER_ACCENTS;
    }
    return result;
}

static bool is_contraction(const struct lexeme *l, const char *spelling)
{
    static const struct { const char *article, *before[4]; } articles[] = {
        { "Le ", { "au", "du", "le", NULL } }, { "Les ", { "aux", "des", "les", NULL } },
        { "La ", { "la", NULL } }, { "L'", { "l'", NULL } }, { "L’", { "l'", NULL } } };
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (strncmp(spelling, articles[i].article, strlen(articles[i].article)) == 0)
            for (size_t j = 0; articles[i].before[j]; j++)
                if (lexeme_is(l, articles[i].before[j]))
                    return true;
    return false;
}

/* Keeps the namesakes whose spelling, case and article agree with the text. */
static size_t agreeing(const struct place_finder *f, size_t first, size_t last, struct gazetteer_name *names,
                       size_t count)
{
    const struct lexeme *lexemes = f->report->lexemes;
    struct slice text = { f->report->text.bytes + lexemes[first].start, lexemes[last].end - lexemes[first].start };
    bool acronym = first == last && (lexemes[first].shape & (SHAPE_UPPER | SHAPE_ACRONYM));
    struct gazetteer_name without[NAMESAKES_MAX];
    size_t kept = 0, loose = 0;
    for (size_t i = 0; i < count; i++) {
        if ((names[i].flags & NAME_CAPITALS) && !acronym)
            continue;
        struct gazetteer_place place;
        if (names[i].flags & NAME_NO_ARTICLE) {
            gazetteer_place(f->gazetteer, names[i].place, &place);
            if (!first || !is_contraction(&lexemes[first - 1], place.name))
                continue;
        }
        switch (compare_spelling(names[i].spelling, text)) {
        case SPELLING_SAME:
            names[kept++] = names[i];
            break;
        case SPELLING_NO_ACCENTS:
            gazetteer_place(f->gazetteer, names[i].place, &place);
            if ((names[i].flags & NAME_COMMON) && place.population < 50000)
                break; /* Dauphine is not Dauphiné */
            if (f->english || strchr(names[i].spelling, ' ') || strchr(names[i].spelling, '-') ||
                place.population > 50000 || place.kind >= PLACE_DEPARTEMENT)
                without[loose++] = names[i];
            break;
        case SPELLING_OTHER_ACCENTS: /* Galați, Galaţi */
            gazetteer_place(f->gazetteer, names[i].place, &place);
            if (place.kind == PLACE_CITY && !(names[i].flags & NAME_COMMON))
                without[loose++] = names[i];
            break;
        case SPELLING_OTHER:
            break;
        }
    }
    for (size_t i = 0; i < loose && kept < NAMESAKES_MAX; i++)
        names[kept++] = without[i];
    return kept;
}

static bool add_words(char key[PLACE_KEY_MAX], size_t *length, const char *folded)
{
    for (const char *p = folded; *p;) {
        size_t n = strcspn(p, "-'");
        const char *word = p;
        size_t word_length = n;
        if (n == 2 && memcmp(p, "st", 2) == 0)
            word = "saint", word_length = 5;
        else if (n == 3 && memcmp(p, "ste", 3) == 0)
            word = "sainte", word_length = 6;
        if (*length + word_length + 2 >= PLACE_KEY_MAX)
            return false;
        if (*length && word_length)
            key[(*length)++] = ' ';
        memcpy(key + *length, word, word_length);
        *length += word_length;
        p += n + (p[n] != 0);
    }
    key[*length] = 0;
    return true;
}

/* May a name run on from lexeme AT - 1 to AT? Not over punctuation, cells or blocks. */
static bool runs_on(const struct lexeme *lexemes, size_t at)
{
    return lexemes[at].before <= BEFORE_LINE &&
           (lexemes[at].kind != LEXEME_PUNCTUATION || lexeme_is(&lexemes[at], "-") || lexeme_is(&lexemes[at], "–"));
}

/* "Paris 13e siècle": the ordinal belongs to the noun after it. */
static bool counts_something(const struct place_finder *f, size_t at)
{
    const struct lexeme *l = &f->report->lexemes[at], *next = l + 1;
    bool number = l->kind == LEXEME_NUMBER || l->folded[0] == 'x' || l->folded[0] == 'v';
    if (at + 1 >= f->report->lexeme_count || !number)
        return false;
    return next->before <= BEFORE_LINE && (next->shape & SHAPE_LOWER) && (next->lexicon & LEXICON_WORD_FR) &&
           !lexeme_is(next, "arrondissement") && !place_word(next->folded);
}

static bool match_at(const struct place_finder *f, size_t first, struct match *match)
{
    const struct lexeme *lexemes = f->report->lexemes;
    char key[PLACE_KEY_MAX];
    size_t length = 0;
    match->count = 0;
    for (size_t i = first; i < f->report->lexeme_count && i < first + NAME_LEXEMES_MAX; i++) {
        if (i > first && !runs_on(lexemes, i))
            break;
        if (lexemes[i].kind == LEXEME_PUNCTUATION)
            continue; /* "Nord - Pas-de-Calais" */
        if (!add_words(key, &length, lexemes[i].folded))
            break;
        struct gazetteer_name names[NAMESAKES_MAX];
        bool longer;
        struct slice words = { key, length };
        size_t count = gazetteer_find_names(f->gazetteer, words, names, NAMESAKES_MAX, &longer);
        if (count > NAMESAKES_MAX)
            count = NAMESAKES_MAX;
        if (count && !(i > first && counts_something(f, i)) && (count = agreeing(f, first, i, names, count))) {
            match->last = i;
            match->count = count;
            memcpy(match->key, key, length + 1);
            memcpy(match->names, names, count * sizeof *names);
        }
        if (!longer)
            break;
    }
    return match->count > 0;
}

static struct mention *mention_add(struct place_finder *f, size_t first, size_t last, uint32_t start, uint32_t end,
                                   const char *key, const struct gazetteer_name *names, size_t count)
{
    struct arena *arena = f->report->arena;
    struct mention *mention = vec_push(arena, &f->mentions);
    *mention = (struct mention){ .first = first, .last = last, .start = start, .end = end, .qualifier = -1,
                                 .key = arena_strdup(arena, key), .name_count = count };
    mention->names = arena_alloc(arena, count * sizeof *names);
    memcpy(mention->names, names, count * sizeof *names);
    return mention;
}

struct part {
    uint32_t start, end;
    struct gazetteer_name names[NAMESAKES_MAX];
    size_t count;
    char key[PLACE_KEY_MAX];
};

/* A part of a word, when by itself it names a place of so many people at least, or an area. */
static bool part_at(const struct place_finder *f, struct slice text, uint32_t population, struct part *part)
{
    bool longer;
    part->count = 0;
    size_t step, length = place_key(text, part->key, sizeof part->key);
    if (!length || !char_is_upper(utf8_decode(text.bytes, text.length, &step)))
        return false;
    size_t count = gazetteer_find_names(f->gazetteer, (struct slice){ part->key, length }, part->names, NAMESAKES_MAX,
                                        &longer);
    for (size_t i = 0; i < count && i < NAMESAKES_MAX; i++) {
        struct gazetteer_place place;
        gazetteer_place(f->gazetteer, part->names[i].place, &place);
        bool known = place.kind >= PLACE_COUNTRY || place.population >= population;
        if (known && !place.strict && !(part->names[i].flags & (NAME_CAPITALS | NAME_NO_ARTICLE)) &&
            compare_spelling(part->names[i].spelling, text) == SPELLING_SAME)
            part->names[part->count++] = part->names[i];
    }
    return part->count > 0;
}

/* "Europe-Afrique du Sud": the second name may run on over the words that follow. Returns its last lexeme. */
static size_t lengthen_part(const struct place_finder *f, size_t at, struct part *part)
{
    const struct lexeme *lexemes = f->report->lexemes;
    char key[PLACE_KEY_MAX];
    size_t length = strlen(part->key), last = at;
    memcpy(key, part->key, length + 1);
    for (size_t i = at + 1; i < f->report->lexeme_count && i < at + NAME_LEXEMES_MAX; i++) {
        struct gazetteer_name names[NAMESAKES_MAX];
        bool longer;
        if (lexemes[i].before != BEFORE_SPACE || lexemes[i].kind == LEXEME_PUNCTUATION ||
            !add_words(key, &length, lexemes[i].folded))
            break;
        struct slice words = { key, length };
        size_t count = gazetteer_find_names(f->gazetteer, words, names, NAMESAKES_MAX, &longer);
        struct slice text = { f->report->text.bytes + part->start, lexemes[i].end - part->start };
        if (count && compare_spelling(names[0].spelling, text) == SPELLING_SAME) {
            last = i;
            part->end = lexemes[i].end;
            part->names[0] = names[0];
            part->count = 1;
            memcpy(part->key, key, length + 1);
        }
        if (!longer)
            break;
    }
    return last;
}

/* "Lyon-Villeurbanne" names two towns, "Paris-Saclay" one; "Ouest-France" and "Jean-Paris" none. Returns the last
 * lexeme that they take. */
static size_t match_parts(struct place_finder *f, size_t at)
{
    const struct lexeme *lexeme = &f->report->lexemes[at];
    struct slice text = lexeme_text(f, lexeme);
    struct part parts[2];
    const char *hyphen = memchr(text.bytes, '-', text.length);
    if (!hyphen || memchr(hyphen + 1, '-', text.length - (size_t)(hyphen + 1 - text.bytes)))
        return at;
    struct slice halves[2] = { { text.bytes, (size_t)(hyphen - text.bytes) },
                               { hyphen + 1, text.length - (size_t)(hyphen + 1 - text.bytes) } };
    bool town[2];
    for (int i = 0; i < 2; i++) {
        town[i] = part_at(f, halves[i], PART_POPULATION, &parts[i]);
        parts[i].start = lexeme->start + (uint32_t)(halves[i].bytes - text.bytes);
        parts[i].end = parts[i].start + (uint32_t)halves[i].length;
    }
    bool given = gazetteer_lexicon(f->gazetteer, parts[0].key) & LEXICON_GIVEN_COMMON;
    if (!town[0] || given)
        return at;
    struct gazetteer_place place;
    gazetteer_place(f->gazetteer, parts[0].names[0].place, &place);
    if (!town[1] && place.kind != PLACE_COMMUNE)
        return at;
    size_t last = town[1] ? lengthen_part(f, at, &parts[1]) : at;
    for (int i = 0; i < 2; i++)
        if (town[i])
            mention_add(f, at, i ? last : at, parts[i].start, parts[i].end, parts[i].key, parts[i].names,
                        parts[i].count)->part = true;
    return last;
}

/* D'Arc is one lexeme, and so is D'ORLÉANS in a title. */
static bool match_after_elision(struct place_finder *f, size_t at)
{
    const struct lexeme *lexeme = &f->report->lexemes[at];
    struct slice text = lexeme_text(f, lexeme);
    if (!(lexeme->shape & SHAPE_UPPER) || lexeme->folded[0] != 'd' || lexeme->folded[1] != '\'')
        return false;
    size_t skip = text.bytes[1] == '\'' ? 2 : 4;
    struct part part;
    text.bytes += skip;
    text.length -= skip;
    bool told = at && lexeme->before < BEFORE_LINE && (place_word(lexeme[-1].folded) & WORD_TOWN);
    if (!part_at(f, text, told ? 0 : PART_POPULATION, &part)) /* CONSEIL MUNICIPAL D'AMFREVILLE */
        return false;
    mention_add(f, at, at, lexeme->start + (uint32_t)skip, lexeme->end, part.key, part.names, part.count);
    return true;
}

static bool may_begin(const struct place_finder *f, size_t at)
{
    const struct lexeme *l = &f->report->lexemes[at];
    if (l->kind == LEXEME_NUMBER)
        return (l->shape & SHAPE_ORDINAL) && at + 1 < f->report->lexeme_count &&
               lexeme_is(&f->report->lexemes[at + 1], "arrondissement");
    if (!(l->lexicon & LEXICON_PLACE))
        return false;
    if (l->shape & (SHAPE_CAPITAL | SHAPE_UPPER | SHAPE_ACRONYM))
        return true;
    return l->lexicon & LEXICON_AREA;
}

void place_match(struct place_finder *f)
{
    const struct lexeme *lexemes = f->report->lexemes;
    struct match match;
    for (size_t i = 0; i < f->report->lexeme_count; i++) {
        if (lexemes[i].kind == LEXEME_PUNCTUATION)
            continue;
        if (may_begin(f, i) && match_at(f, i, &match)) {
            mention_add(f, i, match.last, lexemes[i].start, lexemes[match.last].end, match.key, match.names,
                        match.count);
            i = match.last;
        } else if ((lexemes[i].shape & SHAPE_HYPHEN) && (lexemes[i].shape & (SHAPE_CAPITAL | SHAPE_UPPER))) {
            i = match_parts(f, i);
        } else if (lexemes[i].shape & SHAPE_UPPER) {
            match_after_elision(f, i);
        }
    }
}
