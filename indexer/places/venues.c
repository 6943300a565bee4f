/* Venues: rooms and buildings where people meet. A noun of the table (mairie, salle, palais), words that say someone
 * is there (à la, au, dans, at the), then the name: "à la Mairie de Bordeaux", "at the Lighthouse Theatre". */
#include "place_mention.h"
#include "place_rules.h"
#include "token.h"

enum { VENUE_LEXEMES_MAX = 10, TOWN_DISTANCE = 7 };

/* A venue of the text: its lexemes, and the town that it is in. */
struct venue {
    size_t first, last;
    bool named;            /* has a proper name after the noun */
    bool generic;          /* "hôtel de ville": a venue only where the town is known */
};

static bool capital(const struct lexeme *l)
{
    return l->kind == LEXEME_WORD && (l->shape & (SHAPE_CAPITAL | SHAPE_UPPER)) && !(l->shape & SHAPE_ELIDED);
}

static bool joined(const struct lexeme *l)
{
    return l->before <= BEFORE_SPACE && l->kind == LEXEME_WORD;
}

/* "à la", "au", "dans les", "at the": someone is there. At the head of a line "Lieu :" says the same. */
static bool is_there(const struct place_finder *f, size_t noun)
{
    const struct lexeme *lexemes = f->report->lexemes;
    if (!noun || lexemes[noun].before >= BEFORE_LINE)
        return false;
    const struct lexeme *l = &lexemes[noun - 1];
    if (lexeme_is(l, "au") || lexeme_is(l, "aux"))
        return true;
    if (lexeme_is(l, ":") && noun > 1)
        return lexeme_is(l - 1, "lieu") || lexeme_is(l - 1, "venue") || lexeme_is(l - 1, "location");
    bool article = lexeme_is(l, "la") || lexeme_is(l, "le") || lexeme_is(l, "l'") || lexeme_is(l, "les") ||
                   lexeme_is(l, "the");
    if (article && noun > 1 && l->before < BEFORE_LINE)
        l--;
    uint32_t bits = l->kind == LEXEME_WORD ? place_word(l->folded) : 0;
    bool preposition = (bits & WORD_AT) || lexeme_is(l, "at") || lexeme_is(l, "dans");
    if (lexeme_is(l, "a"))
        preposition = l->end - l->start == 2; /* à, not a */
    return preposition && (article || lexeme_is(l, "en") || lexeme_is(l, "at") || lexeme_is(l, "in"));
}

/* Reads the name after the noun: [de la] Capital words, with small words between them. */
static struct venue read_venue(const struct place_finder *f, size_t noun)
{
    const struct lexeme *lexemes = f->report->lexemes;
    struct venue venue = { noun, noun, false, true };
    bool expects = false;           /* a connector was read: what follows may be lower case, if the table knows it */
    for (size_t i = noun + 1; i < f->report->lexeme_count && i < noun + VENUE_LEXEMES_MAX; i++) {
        const struct lexeme *l = &lexemes[i];
        if (!joined(l))
            break;
        uint32_t bits = place_word(l->folded);
        bool adjective = !expects && i == noun + 1 && (l->shape & SHAPE_LOWER) &&
                         (lexeme_is(l, "municipale") || lexeme_is(l, "municipal") || lexeme_is(l, "communale") ||
                          lexeme_is(l, "polyvalente") || lexeme_is(l, "socioculturel") || lexeme_is(l, "social"));
        if (capital(l)) {
            venue.last = i;
            venue.named = true;
            venue.generic = false;
            expects = false;
        } else if ((bits & WORD_IN_VENUE) &&
                   (expects || (i > noun + 1 && !f->english && l[-1].shape & SHAPE_LOWER))) {
            venue.last = i;
            venue.named = true;
            expects = false;
        } else if (adjective) {
            venue.last = i;
        } else if (bits & (WORD_LINK | WORD_OF) && !lexeme_is(l, "a") && !lexeme_is(l, "en") && !lexeme_is(l, "au") &&
                   !(bits & WORD_LIST && !expects && !f->english)) {
            expects = true;
        } else {
            break;
        }
    }
    return venue;
}

/* English puts the noun last: "at the Lighthouse Theatre". Returns the first lexeme, or the noun's. */
static size_t name_before(const struct place_finder *f, size_t noun)
{
    const struct lexeme *lexemes = f->report->lexemes;
    size_t first = noun;
    while (first && noun - first < 4 && lexemes[first].before == BEFORE_SPACE && capital(&lexemes[first - 1]))
        first--;
    return first;
}

/* The first mention that ends after this byte. */
static size_t mention_after(const struct place_finder *f, uint32_t start)
{
    size_t low = 0, high = f->mentions.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (f->mentions.items[middle].end <= start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The town inside the name, or the first one named close after it in the same sentence. */
static const struct mention *town_of(const struct place_finder *f, const struct venue *venue)
{
    const struct lexeme *lexemes = f->report->lexemes;
    for (size_t i = mention_after(f, lexemes[venue->first].start); i < f->mentions.count; i++) {
        const struct mention *m = &f->mentions.items[i];
        if (m->first > venue->last + TOWN_DISTANCE)
            return NULL;
        if (!m->accepted || (m->place.kind != PLACE_COMMUNE && m->place.kind != PLACE_CITY))
            continue;
        for (size_t j = venue->last + 1; j <= m->first; j++)
            if (lexemes[j].sentence_start || lexemes[j].before >= BEFORE_BLOCK)
                return NULL;
        return m;
    }
    return NULL;
}

static const char *venue_name(const struct place_finder *f, const struct venue *venue)
{
    const struct lexeme *lexemes = f->report->lexemes;
    uint32_t start = lexemes[venue->first].start;
    char *name = arena_dup(f->report->arena, f->report->text.bytes + start, lexemes[venue->last].end - start);
    if (name[0] >= 'a' && name[0] <= 'z')
        name[0] = (char)(name[0] - 32);
    return name;
}

static const char *venue_id(const struct place_finder *f, const char *name)
{
    char key[128];
    fold_key(slice_of(name), key, sizeof key);
    for (char *p = key; *p; p++)
        if (*p == ' ')
            *p = '-';
    return arena_printf(f->report->arena, "venue:%s", key);
}

static void record_venue(struct place_finder *f, const struct venue *venue)
{
    const struct lexeme *lexemes = f->report->lexemes;
    const char *name = venue_name(f, venue);
    const struct mention *town = town_of(f, venue);
    if (venue->generic && !town)
        return;
    struct gazetteer_place place = { .id = venue_id(f, name), .name = name, .name_en = name, .kind = PLACE_VENUE,
                                     .parent = town ? (int32_t)town->place.index : -1 };
    if (town) { /* near enough for "within 50 km" */
        place.located = town->place.located;
        place.latitude = town->place.latitude;
        place.longitude = town->place.longitude;
    }
    place_record(f, &place, lexemes[venue->first].start, lexemes[venue->last].end, "venue", town ? 0.85 : 0.7, false);
}

/* Is it somebody's name, or a place of the gazetteer already: Palais du Luxembourg, Cape Town? */
static bool taken(const struct place_finder *f, const struct venue *venue, size_t noun)
{
    const struct lexeme *lexemes = f->report->lexemes;
    uint32_t start = lexemes[venue->first].start, end = lexemes[venue->last].end;
    if (place_in_person(f, start, end))
        return true;
    size_t at = mention_after(f, start);
    if (at == f->mentions.count)
        return false;
    const struct mention *m = &f->mentions.items[at];
    return m->start <= start && m->accepted && (m->place.kind == PLACE_VENUE || m->last >= noun);
}

/* "Village Hall", "Town Hall": one in every town. */
static bool only_words(const struct place_finder *f, size_t first, size_t last)
{
    if (last - first > 1)
        return false; /* War Memorial Hall */
    for (size_t i = first; i <= last; i++)
        if (!(f->report->lexemes[i].lexicon & LEXICON_WORD_EN))
            return false;
    return true;
}

void venues_find(struct place_finder *f)
{
    const struct lexeme *lexemes = f->report->lexemes;
    for (size_t i = 0; i < f->report->lexeme_count; i++) {
        const struct lexeme *l = &lexemes[i];
        if (!(l->lexicon & (LEXICON_VENUE | LEXICON_VENUE_CAPITAL)) ||
            (!(l->lexicon & LEXICON_VENUE) && (l->shape & SHAPE_LOWER)))
            continue;
        struct venue venue = read_venue(f, i);
        size_t first = f->english ? name_before(f, i) : i;
        bool english_order = first < i && (l->shape & SHAPE_CAPITAL);
        if (english_order) {
            venue = (struct venue){ first, i, true, only_words(f, first, i) };
            if (!is_there(f, first))
                continue;
        } else if (!venue.named || !is_there(f, i)) {
            continue;
        }
        if (!taken(f, &venue, i))
            record_venue(f, &venue);
        i = venue.last;
    }
}
