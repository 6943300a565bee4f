/* Which of several places of one name is meant, and how much must speak for it before it is believed. */
#include "place_mention.h"
#include "place_rules.h"

enum {                                  /* inhabitants */
    METROPOLIS = 2000000, GREAT_CITY = 300000, NEAR_CITY = 100000, GREAT_COMMON_TOWN = 100000, COMMON_TOWN = 80000,
    MIDDLE_CITY = 50000, GREAT_TOWN = 20000, TOWN_WITHOUT_ARTICLE = 8000, MIDDLE_TOWN = 2000, NAMED_AT_LENGTH = 1000,
    SHORT_NAMED = 5000
};

/* Countries whose small towns and larger cities the reports of a language name. */
static bool in_countries(const char *list, const char *country)
{
    const char *at = *country ? strstr(list, country) : NULL;
    return at && at[-1] == ' ';
}

static bool is_home(const struct place_finder *f, const char *country)
{
    return in_countries(f->english ? " GB IE CA AU NZ US " : " FR BE CH LU CA MC ", country);
}

static bool is_near(const char *country)
{
    return in_countries(" AT AU BE CA CH DE DZ ES FR GB IE IT LU MA MC NL NZ PT SN TN US ", country);
}

static enum importance importance_of_town(const struct place_finder *f, const struct gazetteer_place *place,
                                          const struct mention *m, bool common)
{
    const struct lexeme *name = &f->report->lexemes[m->first];
    bool word = m->first == m->last && name->lexicon & (f->english ? LEXICON_WORD_EN : LEXICON_WORD_FR);
    bool saint = strncmp(m->key, "saint ", 6) == 0 || strncmp(m->key, "sainte ", 7) == 0;
    const char *space = strchr(m->key, ' ');
    uint32_t population = place->population;
    bool french = place->kind == PLACE_COMMUNE;
    if (population >= METROPOLIS || (french && population >= GREAT_COMMON_TOWN) || (place->capital && !common))
        return IMPORTANCE_GREAT;
    if (common) {
        if (population >= GREAT_CITY)
            return word ? IMPORTANCE_MIDDLE : IMPORTANCE_GREAT;
        if (french && place->capital)
            return IMPORTANCE_MIDDLE; /* Quimper, Gap, Vannes, Mende are words too */
        uint32_t enough = french && !word ? GREAT_TOWN : COMMON_TOWN;
        return population >= enough && is_near(place->country) ? IMPORTANCE_MIDDLE : IMPORTANCE_SMALL;
    }
    if (space && strchr(space + 1, ' ') && population >= NAMED_AT_LENGTH)
        return IMPORTANCE_GREAT; /* Hay-on-Wye, Bourg-de-Péage: nothing else is called that */
    if (saint && population < 4 * MIDDLE_TOWN)
        return IMPORTANCE_SMALL;
    if (!is_home(f, place->country)) {
        bool near = is_near(place->country);
        if (population >= (near ? NEAR_CITY : GREAT_CITY))
            return IMPORTANCE_GREAT;
        return population >= (near ? MIDDLE_CITY : NEAR_CITY) ? IMPORTANCE_MIDDLE : IMPORTANCE_SMALL;
    }
    if (population >= (french ? GREAT_TOWN : NEAR_CITY) || (space && population >= GREAT_TOWN / 2))
        return IMPORTANCE_GREAT;
    bool american = in_countries(" US ", place->country);
    return population >= (american ? GREAT_TOWN : MIDDLE_TOWN) || space ? IMPORTANCE_MIDDLE : IMPORTANCE_SMALL;
}

static enum importance importance_of(const struct place_finder *f, const struct gazetteer_place *place,
                                     uint32_t flags, const struct mention *m)
{
    bool common = flags & NAME_COMMON, several = strchr(m->key, ' ');
    bool person = f->report->lexemes[m->first].lexicon & (LEXICON_GIVEN | LEXICON_SURNAME) &&
                  strcmp(place->country, "FR") != 0;
    if ((flags & NAME_SHORT) && m->name_count == 1 && !common && place->population >= SHORT_NAMED)
        return IMPORTANCE_MIDDLE; /* Carhaix: no other place is called so */
    if ((place->strict && !several) || (flags & NAME_SHORT))
        return IMPORTANCE_SMALL;
    switch (place->kind) {
    case PLACE_CONTINENT:
    case PLACE_COUNTRY:
        return IMPORTANCE_GREAT;
    case PLACE_REGION:
        return common && person ? IMPORTANCE_MIDDLE : IMPORTANCE_GREAT; /* Victoria, Florida, Wales */
    case PLACE_DEPARTEMENT:
        return common && !several ? IMPORTANCE_MIDDLE : IMPORTANCE_GREAT;
    case PLACE_INTERCOMMUNALITY:
        return flags & NAME_BARE ? IMPORTANCE_MIDDLE : IMPORTANCE_GREAT;
    case PLACE_COMMUNE:
    case PLACE_CITY:
        return importance_of_town(f, place, m, common);
    case PLACE_VENUE: /* an institution is a venue only for those who are in it: au Sénat */
        return f->report->lexemes[m->first].lexicon & (LEXICON_VENUE | LEXICON_VENUE_CAPITAL) ? IMPORTANCE_GREAT
                                                                                            : IMPORTANCE_SMALL;
    case PLACE_KIND_COUNT:
        break;
    }
    return IMPORTANCE_SMALL;
}

void place_choose(struct place_finder *f, struct mention *m, const struct gazetteer_name *name)
{
    gazetteer_place(f->gazetteer, name->place, &m->place);
    m->name_flags = name->flags;
    m->importance = importance_of(f, &m->place, name->flags, m);
}

bool place_lies_in(const struct place_finder *f, uint32_t index, int32_t area)
{
    struct gazetteer_place place;
    gazetteer_place(f->gazetteer, index, &place);
    while (place.parent >= 0 && place.parent != area)
        gazetteer_place(f->gazetteer, (uint32_t)place.parent, &place);
    return place.parent == area;
}

/* The English name of a country in a French report. */
static bool is_foreign_name(const struct place_finder *f, const struct gazetteer_name *name,
                            const struct gazetteer_place *place)
{
    return !f->english && place->kind >= PLACE_COUNTRY && strcmp(name->spelling, place->name) != 0 &&
           strcmp(name->spelling, place->name_en) == 0;
}

static bool has_town_so_called(const struct place_finder *f, const struct mention *m)
{
    for (size_t i = 0; i < m->name_count; i++) {
        struct gazetteer_place place;
        gazetteer_place(f->gazetteer, m->names[i].place, &place);
        if (place_is_town(place.kind) && place.population >= GREAT_CITY)
            return true;
    }
    return false;
}

/* Among namesakes, the article and the noun before tell: "la Vienne" is the département, "à Vienne" a town. */
void place_choose_by_words(struct place_finder *f, struct mention *m)
{
    double best = -1;
    size_t chosen = 0;
    struct gazetteer_place first;
    gazetteer_place(f->gazetteer, m->names[0].place, &first);
    for (size_t i = 0; i < m->name_count; i++) {
        struct gazetteer_place place;
        gazetteer_place(f->gazetteer, m->names[i].place, &place);
        double fit = (double)(m->name_count - i) / (double)(m->name_count + 1);
        bool town = place_is_town(place.kind);
        if (m->qualifier >= 0 && place_lies_in(f, m->names[i].place, m->qualifier))
            fit += 10;
        if ((m->head & WORD_DEPARTEMENT) && place.kind == PLACE_DEPARTEMENT)
            fit += 4;
        if ((m->head & WORD_REGION) && place.kind == PLACE_REGION)
            fit += 4;
        bool of_area = (m->head & WORD_ORGANISATION) && first.kind >= PLACE_DEPARTEMENT &&
                       place.population < NEAR_CITY; /* université de Bourgogne: no village has one */
        if ((m->head & WORD_TOWN) && town && !m->article && !of_area)
            fit += 3;
        if (m->article && !town && !(m->name_flags & NAME_NO_ARTICLE) && !place_begins_organisation(f, m))
            fit += 2;
        bool or_departement = first.kind == PLACE_DEPARTEMENT && (m->preposition & (WORD_AT | WORD_OF));
        bool or_area = (m->preposition & WORD_TO_TOWN) && (place.capital || place.population >= GREAT_CITY);
        if (!f->english && !m->article && town && place.population >= TOWN_WITHOUT_ARTICLE &&
            (or_departement || or_area))
            fit += 2;
        if ((m->names[i].flags & NAME_NO_ARTICLE) && m->article)
            fit += 1;
        if (town && !m->article && first.kind == PLACE_REGION && place.population >= NEAR_CITY &&
            !in_countries(" CA US ", place.country))
            fit += 0.5; /* Utrecht, Genève: the town, not its province */
        if (place.strict)
            fit -= 1.5;
        if (is_foreign_name(f, &m->names[i], &place) && has_town_so_called(f, m))
            fit -= 3; /* Mexico is the city in French */
        if (fit > best) {
            best = fit;
            chosen = i;
        }
    }
    place_choose(f, m, &m->names[chosen]);
}
