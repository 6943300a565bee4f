/* Decides which names are places: each by the words around it, then by what the report says elsewhere. */
#include "extract_places.h"

#include <stdlib.h>

#include "gazetteer_format.h"
#include "place_mention.h"
#include "place_rules.h"
#include "utf8.h"

enum { METROPOLIS = 500000, INNER_TOWN = 5000, NAME_KEY_MAX = 64, TITLE_BYTES_MAX = 2000 };

#define TITLE_SCORE 0.9

static const char *const evidence_rules[] = { "well-known", "after-de", "locative" };
static const double evidence_scores[] = { 0.85, 0.9, 0.97 };

static const char *kind_rule(enum place_kind kind)
{
    switch (kind) {
    case PLACE_CONTINENT:
        return "continent";
    case PLACE_COUNTRY:
        return "country";
    case PLACE_REGION:
        return "region";
    case PLACE_DEPARTEMENT:
        return "departement";
    case PLACE_INTERCOMMUNALITY:
        return "intercommunality";
    default:
        return NULL;
    }
}

static void accept(struct mention *m, const char *rule, double score)
{
    const char *kind = kind_rule(m->place.kind);
    m->accepted = true;
    m->rule = kind && strcmp(rule, "well-known") == 0 ? kind : rule;
    m->score = score;
}

static bool enough(const struct mention *m)
{
    switch (m->importance) {
    case IMPORTANCE_GREAT:
        /* "Tours de table", "Nice to see you": the capital says nothing there */
        return m->evidence > EVIDENCE_NONE || !m->doubtful_start || m->place.kind >= PLACE_REGION ||
               m->place.population >= METROPOLIS;
    case IMPORTANCE_MIDDLE:
        return m->evidence >= EVIDENCE_WEAK;
    default:
        return m->evidence == EVIDENCE_STRONG;
    }
}

/* "du Miroir", "de la Rivière": without its article the name is a word as any other. */
static bool is_word(const struct mention *m)
{
    return (m->name_flags & NAME_NO_ARTICLE) && (m->name_flags & NAME_COMMON);
}

/* Only commas, "et", "and" and articles between two names: they are one list. */
static bool in_list_with(const struct place_finder *f, const struct mention *a, const struct mention *b)
{
    const struct lexeme *lexemes = f->report->lexemes;
    bool separator = false;
    if (b->first <= a->last || b->first - a->last > 4)
        return false;
    for (size_t i = a->last + 1; i < b->first; i++) {
        const struct lexeme *l = &lexemes[i];
        if (l->before >= BEFORE_BLOCK)
            return false;
        bool mark = l->kind == LEXEME_PUNCTUATION && l->end - l->start == 1 && strchr(",/&-", l->folded[0]);
        uint32_t bits = l->kind == LEXEME_WORD ? place_word(l->folded) : 0;
        if (mark || (bits & WORD_LIST))
            separator = true;
        else if (!(bits & (WORD_ARTICLE | WORD_AT | WORD_OF | WORD_CONTRACTED)))
            return false;
    }
    return separator && lexemes[b->first].before < BEFORE_BLOCK;
}

/* "de Gabès et de Tozeur": a town of no great size beside one of its country, when its name is no other word. */
static bool is_neighbour(const struct mention *a, const struct mention *b)
{
    return place_is_town(b->place.kind) && b->evidence >= EVIDENCE_WEAK && b->place.population >= INNER_TOWN &&
           strcmp(a->place.country, b->place.country) == 0 && !(b->name_flags & NAME_COMMON);
}

/* The preposition of a list's first name counts for all: "à Toulouse, Caen et Sens". */
static void judge_lists(struct place_finder *f)
{
    for (size_t i = 1; i < f->mentions.count; i++) {
        struct mention *a = &f->mentions.items[i - 1], *b = &f->mentions.items[i];
        b->listed = in_list_with(f, a, b);
        if (!b->listed || b->blocked || b->accepted || !a->accepted)
            continue;
        if (b->evidence < a->evidence)
            b->evidence = a->evidence;
        if (b->evidence == EVIDENCE_NONE)
            b->evidence = EVIDENCE_WEAK;
        if (enough(b) || is_neighbour(a, b))
            accept(b, "in-list", 0.85);
    }
    for (size_t i = f->mentions.count; i > 1; i--) { /* and a well-known name vouches for the one before it */
        struct mention *a = &f->mentions.items[i - 2], *b = &f->mentions.items[i - 1];
        if (!b->listed || a->blocked || a->accepted || !b->accepted || is_word(a) ||
            (a->importance == IMPORTANCE_SMALL && a->evidence == EVIDENCE_NONE))
            continue;
        accept(a, "in-list", 0.8);
    }
}

/* Once a name is known to be a place, it is one throughout the report. */
static void judge_repeats(struct place_finder *f)
{
    struct map known = MAP_INIT(f->report->arena);
    for (size_t i = 0; i < f->mentions.count; i++) {
        const struct mention *m = &f->mentions.items[i];
        if (m->accepted && (m->evidence == EVIDENCE_STRONG || m->importance == IMPORTANCE_GREAT))
            map_put(&known, slice_of(m->key), (uint32_t)i, NULL);
    }
    for (size_t i = 0; i < f->mentions.count; i++) {
        struct mention *m = &f->mentions.items[i];
        const uint32_t *at = m->blocked ? NULL : map_get(&known, slice_of(m->key));
        if (!at)
            continue;
        const struct mention *model = &f->mentions.items[*at];
        bool doubtful = (m->name_flags & NAME_COMMON) && m->evidence == EVIDENCE_NONE &&
                        (m->doubtful_start || m->importance == IMPORTANCE_SMALL);
        bool surname = m->evidence < EVIDENCE_STRONG && m->place.kind <= PLACE_CITY &&
                       m->place.population < METROPOLIS && map_get(&f->surnames, slice_of(m->key));
        if (!m->accepted && (doubtful || surname))
            continue;
        if (!m->accepted) {
            m->place = model->place;
            accept(m, "repeated", model->score * 0.95);
        }
    }
}

enum { VOTES_MIN = 2, NAMESAKE_RATIO = 12 };

/* The areas that the accepted names lie in or are, with how many: they vouch for towns nearby. */
struct area {
    int32_t place;
    size_t votes;
};

typedef VEC(struct area) area_list;

static int compare_areas(const void *a, const void *b)
{
    const struct area *x = a, *y = b;
    return (x->place > y->place) - (x->place < y->place);
}

static area_list named_areas(struct place_finder *f)
{
    area_list areas = { 0 };
    for (size_t i = 0; i < f->mentions.count; i++) {
        const struct mention *m = &f->mentions.items[i];
        if (!m->accepted || (m->name_count > 1 && m->place.kind < PLACE_DEPARTEMENT))
            continue;
        bool area = m->place.kind >= PLACE_DEPARTEMENT && m->place.kind <= PLACE_COUNTRY;
        if (area || m->place.parent >= 0)
            *vec_push(f->report->arena, &areas) =
                (struct area){ area ? (int32_t)m->place.index : m->place.parent, 1 };
    }
    if (!areas.count)
        return areas;
    qsort(areas.items, areas.count, sizeof *areas.items, compare_areas);
    size_t last = 0;
    for (size_t i = 1; i < areas.count; i++) {
        if (areas.items[i].place == areas.items[last].place)
            areas.items[last].votes++;
        else
            areas.items[++last] = areas.items[i];
    }
    areas.count = last + 1;
    return areas;
}

static size_t votes_for(const area_list *areas, int32_t place)
{
    const struct area key = { place, 0 };
    if (!areas->count)
        return 0;
    const struct area *found = bsearch(&key, areas->items, areas->count, sizeof key, compare_areas);
    return found ? found->votes : 0;
}

/* Of namesakes that nobody chose by words, the one in an area that the report speaks of is meant. */
static void settle_namesakes(struct place_finder *f, const area_list *areas)
{
    for (size_t i = 0; i < f->mentions.count; i++) {
        struct mention *m = &f->mentions.items[i];
        if (m->blocked || m->name_count < 2 || m->qualifier >= 0 || m->place.kind > PLACE_CITY)
            continue;
        size_t most = votes_for(areas, m->place.parent), chosen = 0;
        for (size_t j = 0; j < m->name_count; j++) {
            struct gazetteer_place place;
            gazetteer_place(f->gazetteer, m->names[j].place, &place);
            size_t votes = votes_for(areas, place.parent);
            bool near_in_size = (uint64_t)place.population * NAMESAKE_RATIO >= m->place.population;
            if (place.kind <= PLACE_CITY && votes > most && votes >= VOTES_MIN && near_in_size) {
                most = votes;
                chosen = j + 1;
            }
        }
        if (chosen && m->names[chosen - 1].place != m->place.index)
            place_choose(f, m, &m->names[chosen - 1]);
    }
}

/* "de Valence" is a town in a report that speaks of the Drôme, or of other towns there. */
static void judge_neighbours(struct place_finder *f, const area_list *areas)
{
    for (size_t i = 0; i < f->mentions.count; i++) {
        struct mention *m = &f->mentions.items[i];
        bool town = m->place.kind == PLACE_COMMUNE || m->place.kind == PLACE_CITY;
        if (m->accepted || m->blocked || !town || m->evidence < EVIDENCE_WEAK || is_word(m))
            continue;
        for (size_t j = 0; j < m->name_count; j++) {
            struct gazetteer_place place;
            gazetteer_place(f->gazetteer, m->names[j].place, &place);
            if (place.parent >= 0 && votes_for(areas, place.parent)) {
                place_choose(f, m, &m->names[j]);
                accept(m, "near-others", 0.75);
                break;
            }
        }
    }
}

void place_levels(struct place_finder *f, struct place *place, int32_t parent)
{
    while (parent >= 0) {
        struct gazetteer_place up;
        gazetteer_place(f->gazetteer, (uint32_t)parent, &up);
        *vec_push(f->report->arena, &place->within) =
            (struct place_level){ up.id, f->english ? up.name_en : up.name, up.kind };
        parent = up.parent;
    }
}

static void add_form(struct place_finder *f, struct place *place, uint32_t start, uint32_t end)
{
    struct slice form = { f->report->text.bytes + start, end - start };
    for (size_t i = 0; i < place->forms.count; i++)
        if (slice_is(form, place->forms.items[i]))
            return;
    *vec_push(f->report->arena, &place->forms) = arena_dup_slice(f->report->arena, form);
}

struct place *place_record(struct place_finder *f, const struct gazetteer_place *from, uint32_t start, uint32_t end,
                           const char *rule, double score, bool in_organisation)
{
    struct arena *arena = f->report->arena;
    struct place *place;
    bool added;
    uint32_t *at = map_put(&f->by_id, slice_of(from->id), (uint32_t)f->report->record.places.count, &added);
    if (!added) {
        place = &f->report->record.places.items[*at];
    } else {
        place = vec_push(arena, &f->report->record.places);
        *place = (struct place){ .id = from->id, .name = f->english ? from->name_en : from->name, .kind = from->kind,
                                 .located = from->located, .latitude = from->latitude, .longitude = from->longitude,
                                 .in_organisation = in_organisation, .rule = rule, .score = score };
        place_levels(f, place, from->parent);
    }
    if (place->in_organisation && !in_organisation)
        place->in_organisation = false;
    if (score > place->score) {
        place->score = score;
        place->rule = rule;
    }
    *vec_push(arena, &place->at) = (struct span){ start, end };
    add_form(f, place, start, end);
    return place;
}

/* "Strasbourg Eurométropole" is an intercommunality, and the town in its name counts as that town. */
static void record_inner_town(struct place_finder *f, const struct mention *m)
{
    for (size_t i = m->first; i <= m->last; i++) {
        const struct lexeme *l = &f->report->lexemes[i];
        if (!(l->lexicon & LEXICON_PLACE_WHOLE) || (l->shape & SHAPE_LOWER))
            continue;
        struct gazetteer_name name;
        struct gazetteer_place place;
        bool longer;
        if (!gazetteer_find_names(f->gazetteer, slice_of(l->folded), &name, 1, &longer))
            continue;
        gazetteer_place(f->gazetteer, name.place, &place);
        if (place.kind == PLACE_COMMUNE && place.population >= INNER_TOWN)
            place_record(f, &place, l->start, l->end, "town-in-intercommunality", 0.9, true);
    }
}

static int compare_places(const void *a, const void *b)
{
    const struct place *first = a, *second = b;
    if (!first->at.count || !second->at.count) /* those that only the title names come last */
        return first->at.count ? -1 : second->at.count ? 1 : strcmp(first->name, second->name);
    const struct span *x = &first->at.items[0], *y = &second->at.items[0];
    if (x->start != y->start)
        return x->start > y->start ? 1 : -1;
    return (x->end < y->end) - (x->end > y->end); /* the longer first: Bordeaux Métropole, Bordeaux */
}

static int compare_spans(const void *a, const void *b)
{
    const struct span *x = a, *y = b;
    return (x->start > y->start) - (x->start < y->start);
}

static void note_name(struct place_finder *f, uint32_t start, uint32_t end)
{
    char key[NAME_KEY_MAX];
    size_t length = place_key((struct slice){ f->report->text.bytes + start, end - start }, key, sizeof key);
    if (length)
        map_put(&f->surnames, slice_of(arena_dup(f->report->arena, key, length)), 1, NULL);
}

/* Somebody called Michel Souillac is in the room: "le rapport de Souillac" is then no town, nor is "Michel". */
static void note_surnames(struct place_finder *f)
{
    const char *text = f->report->text.bytes;
    for (size_t i = 0, m = 0; i < f->people_count; i++) {
        uint32_t start = f->people[i].start, end = f->people[i].end;
        while (m < f->mentions.count && f->mentions.items[m].end < end)
            m++;
        bool cut_short = m < f->mentions.count && f->mentions.items[m].start < end && f->mentions.items[m].end > end;
        if (cut_short) /* "Rennes" in "Rennes Métropole" */
            continue;
        const char *space = memchr(text + start, ' ', end - start);
        if (space) {
            note_name(f, start, (uint32_t)(space - text));
            note_name(f, (uint32_t)(space - text) + 1, end);
        }
        size_t at = lexeme_at(f->report, end);
        if (at && f->report->lexemes[at - 1].start >= start)
            note_name(f, f->report->lexemes[at - 1].start, f->report->lexemes[at - 1].end);
    }
}

void places_order(struct report *report)
{
    for (size_t i = 0; i < report->record.places.count; i++) {
        struct place *place = &report->record.places.items[i];
        if (place->at.count)
            qsort(place->at.items, place->at.count, sizeof *place->at.items, compare_spans);
    }
    if (report->record.places.count)
        qsort(report->record.places.items, report->record.places.count, sizeof *report->record.places.items,
              compare_places);
}

/* Finds the mentions of finder->report and decides which are places. */
static void judge_mentions(struct place_finder *f)
{
    place_match(f);
    note_surnames(f);
    for (size_t i = 0; i < f->mentions.count; i++)
        place_weigh(f, &f->mentions.items[i]);
    place_judge_rosters(f);
    for (size_t i = 0; i < f->mentions.count; i++) {
        struct mention *m = &f->mentions.items[i];
        if (!m->blocked && enough(m))
            accept(m, evidence_rules[m->evidence], evidence_scores[m->evidence]);
    }
    judge_lists(f);
    area_list areas = named_areas(f);
    settle_namesakes(f, &areas);
    judge_neighbours(f, &areas);
    areas = named_areas(f); /* what the neighbours vouched for vouches in turn */
    settle_namesakes(f, &areas);
    judge_repeats(f);
}

/* The place with this id, new and standing nowhere when the text does not name it. */
static struct place *place_in_title(struct place_finder *f, const struct gazetteer_place *from)
{
    uint32_t *known = map_get(&f->by_id, slice_of(from->id));
    if (known)
        return &f->report->record.places.items[*known];
    struct place *place = place_record(f, from, 0, 0, "title", TITLE_SCORE, false);
    place->at.count = place->forms.count = 0;
    return place;
}

/* Places that only a title names, which the text does not show (front matter, <title>). Of what names the SITE the
 * towns count: "Ville de Brest". */
static void add_title_places(struct place_finder *f, struct slice title, bool site)
{
    struct record *record = &f->report->record;
    if (!title.length || title.length > TITLE_BYTES_MAX || !utf8_valid(title.bytes, title.length) ||
        memmem(record->text.bytes, record->text.length, title.bytes, title.length))
        return;
    struct report alone = { .arena = f->report->arena, .text = BUF_INIT(f->report->arena),
                            .record = { .language = record->language } };
    buf_add_slice(&alone.text, title);
    alone.record.text = title = buf_slice(&alone.text);
    struct place_finder in_title = { .report = &alone, .gazetteer = f->gazetteer, .english = f->english,
                                     .by_id = MAP_INIT(alone.arena), .surnames = f->surnames };
    lexemes_make(&alone, f->gazetteer);
    judge_mentions(&in_title);
    for (size_t i = 0; i < in_title.mentions.count; i++) {
        const struct mention *m = &in_title.mentions.items[i];
        if (!m->accepted || (site && !place_is_town(m->place.kind)))
            continue;
        struct slice form = { title.bytes + m->start, m->end - m->start };
        struct place *place = place_in_title(f, &m->place);
        bool known = false;
        for (size_t k = 0; k < place->forms.count && !known; k++)
            known = slice_is(form, place->forms.items[k]);
        if (!known)
            *vec_push(alone.arena, &place->forms) = arena_dup_slice(alone.arena, form);
    }
}

/* The title as chosen, then the whole page title and the site's name, which may be longer. */
static void read_titles(struct place_finder *f)
{
    add_title_places(f, slice_of(f->report->record.title), false);
    for (size_t i = 0; i < f->report->metas.count; i++) {
        const struct meta *meta = &f->report->metas.items[i];
        bool page = strcmp(meta->key, "title") == 0 && strcmp(meta->source, "html-title") == 0;
        if (page || strcmp(meta->key, "site-name") == 0)
            add_title_places(f, slice_of(meta->value), true);
    }
}

void extract_places(struct report *report, const struct gazetteer *gazetteer, const struct span *people,
                    size_t people_count)
{
    struct place_finder f = { .report = report, .gazetteer = gazetteer,
                              .people = people, .people_count = people_count,
                              .english = report->record.language == LANGUAGE_EN, .by_id = MAP_INIT(report->arena),
                              .surnames = MAP_INIT(report->arena) };
    judge_mentions(&f);
    for (size_t i = 0; i < f.mentions.count; i++) {
        const struct mention *m = &f.mentions.items[i];
        if (!m->accepted)
            continue;
        if (m->place.kind == PLACE_INTERCOMMUNALITY)
            record_inner_town(&f, m);
        place_record(&f, &m->place, m->start, m->end, m->rule, m->score, m->in_organisation);
    }
    venues_find(&f);
    read_titles(&f);
    places_order(report);
}
