/* Places: one reader per table of the folder. */
#include "compile.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static struct draft *place_add(struct compiler *c, const char *id, enum place_kind kind, const char *name,
                               const char *parent, double rank)
{
    uint32_t *at = map_at(&c->ids, id);
    if (*at != UINT32_MAX)
        fail(c, "a second place with this id", id);
    *at = (uint32_t)c->places.count;
    struct draft *place = vec_push(&c->arena, &c->places);
    *place = (struct draft){ .id = id, .kind = kind, .name = name, .name_en = name, .parent = parent, .rank = rank };
    return place;
}

struct draft *place_named(struct compiler *c, const char *id)
{
    uint32_t at = *map_at(&c->ids, id);
    if (at == UINT32_MAX)
        fail(c, "no place has this id", id);
    return &c->places.items[at];
}

void name_add(struct compiler *c, const struct draft *place, const char *spelling, uint32_t flags, double rank)
{
    char key[PLACE_KEY_MAX];
    if (!*spelling)
        return;
    if (spelling[0] >= 'A' && !spelling[strcspn(spelling, "abcdefghijklmnopqrstuvwxyz")])
        flags |= NAME_CAPITALS;
    if (!place_key(slice_of(spelling), key, sizeof key))
        fail(c, "a name without letters, or too long", spelling);
    *vec_push(&c->arena, &c->names) = (struct draft_name){
        .key = arena_strdup(&c->arena, key), .spelling = spelling,
        .place = (uint32_t)(place - c->places.items), .flags = flags, .rank = rank };
}

/* Towns and départements whose name begins with an article lose it after "au", "du", "à la"…: au Havre. */
static void name_add_articles(struct compiler *c, const struct draft *place, const char *spelling, uint32_t flags)
{
    static const char *const articles[] = { "Le ", "La ", "Les ", "L'", "L’" };
    name_add(c, place, spelling, flags, place->rank);
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (strncmp(spelling, articles[i], strlen(articles[i])) == 0)
            name_add(c, place, spelling + strlen(articles[i]), flags | NAME_NO_ARTICLE, place->rank / 2);
}

static void name_list(struct compiler *c, const struct draft *place, char *list, uint32_t flags)
{
    for (char *one; (one = strsep(&list, "|"));)
        name_add(c, place, one, flags, place->rank);
}

static void position(struct draft *place, const char *latitude, const char *longitude)
{
    double north = strtod(latitude, NULL), east = strtod(longitude, NULL);
    if (!*latitude || !*longitude || !isfinite(north) || !isfinite(east)) /* the data writes NaN for some islands */
        return;
    place->latitude = north;
    place->longitude = east;
    place->located = place->own_position = true;
}

static const char *french_parent(struct compiler *c, const char *code)
{
    bool overseas = strncmp(code, "97", 2) == 0 || strncmp(code, "98", 2) == 0;
    char id[8];
    snprintf(id, sizeof id, "D%.*s", overseas ? 3 : 2, code);
    if (*map_at(&c->ids, arena_strdup(&c->arena, id)) == UINT32_MAX)
        id[0] = 'R'; /* Saint-Pierre-et-Miquelon is its own region */
    return arena_strdup(&c->arena, id);
}

/* --- One reader per table --- */

void read_continent(struct compiler *c, char **field, size_t count)
{
    (void)count;
    struct draft *place = place_add(c, field[0], PLACE_CONTINENT, field[1], NULL, 2e9);
    place->name_en = field[2];
    name_add(c, place, field[1], NAME_PREFERRED, 2e9);
    name_add(c, place, field[2], NAME_PREFERRED, 2e9);
}

void read_country(struct compiler *c, char **field, size_t count)
{
    (void)count;
    struct draft *place = place_add(c, field[0], PLACE_COUNTRY, field[1], NULL, 1e9);
    snprintf(place->country, sizeof place->country, "%s", field[0]);
    name_list(c, place, arena_strdup(&c->arena, field[1]), NAME_PREFERRED);
    name_list(c, place, arena_strdup(&c->arena, field[2]), NAME_PREFERRED);
    strtok(field[1], "|");
    place->name_en = strtok(field[2], "|");
}

void read_continent_countries(struct compiler *c, char **field, size_t count)
{
    (void)count;
    for (char *one, *list = field[3]; (one = strsep(&list, " "));)
        if (*map_at(&c->ids, one) != UINT32_MAX)
            place_named(c, one)->parent = field[0];
}

void read_region(struct compiler *c, char **field, size_t count)
{
    (void)count;
    struct draft *place = place_add(c, arena_printf(&c->arena, "R%s", field[0]), PLACE_REGION, field[1], "FR", 9e8);
    memcpy(place->country, "FR", 3);
    name_add_articles(c, place, field[1], NAME_PREFERRED);
}

void read_departement(struct compiler *c, char **field, size_t count)
{
    (void)count;
    if (strcmp(field[0], field[2]) == 0)
        return;
    struct draft *place = place_add(c, arena_printf(&c->arena, "D%s", field[0]), PLACE_DEPARTEMENT, field[1],
                                    arena_printf(&c->arena, "R%s", field[2]), 4e8);
    memcpy(place->country, "FR", 3);
    if (strcmp(field[0], "75") != 0) /* the commune is meant */
        name_add_articles(c, place, field[1], NAME_PREFERRED);
    name_add(c, place, field[0], 0, place->rank); /* Fresnes (94) */
}

void read_commune(struct compiler *c, char **field, size_t count)
{
    (void)count;
    const char *parent = strcmp(field[0], "75056") == 0 ? "R11" : french_parent(c, field[0]);
    uint32_t population = (uint32_t)strtoul(field[2], NULL, 10);
    double weight = field[0][0] == '9' && field[0][1] >= '7' ? 8 : 30; /* the mainland's towns are meant more often */
    struct draft *place = place_add(c, field[0], PLACE_COMMUNE, field[1], parent, population * weight);
    memcpy(place->country, "FR", 3);
    place->population = population;
    place->capital = field[5][0] == 'C';
    position(place, field[3], field[4]);
    name_add_articles(c, place, field[1], NAME_PREFERRED);
}

void read_former_commune(struct compiler *c, char **field, size_t count)
{
    (void)count;
    if (strcmp(field[0], field[2]) == 0) { /* its code went to the commune that it became part of */
        name_add_articles(c, place_named(c, field[0]), field[1], 0);
        return;
    }
    struct draft *place = place_add(c, field[0], PLACE_COMMUNE, field[1], field[2], 1);
    memcpy(place->country, "FR", 3);
    name_add_articles(c, place, field[1], NAME_PREFERRED);
}

/* "Paris 11e" is written "Paris 11ème", "Paris XIe" and "11e arrondissement de Paris" too. */
void read_arrondissement(struct compiler *c, char **field, size_t count)
{
    (void)count;
    static const char *const roman[] = { "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
                                         "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX" };
    struct draft *place = place_add(c, field[0], PLACE_COMMUNE, field[1], field[2], 1e6);
    memcpy(place->country, "FR", 3);
    place->population = (uint32_t)strtoul(field[3], NULL, 10);
    name_add(c, place, field[1], NAME_PREFERRED, 1e6);
    char *town = arena_strdup(&c->arena, field[1]), *space = strchr(town, ' ');
    unsigned number = space ? (unsigned)strtoul(space + 1, NULL, 10) : 0;
    if (number < 1 || number > 20)
        fail(c, "no arrondissement", field[1]);
    *space = 0;
    const char *ending = number == 1 ? "er" : "e";
    name_add(c, place, arena_printf(&c->arena, "%s %ume", town, number), 0, 1e6);
    name_add(c, place, arena_printf(&c->arena, "%s %uème", town, number), 0, 1e6);
    name_add(c, place, arena_printf(&c->arena, "%s %s%s", town, roman[number], ending), 0, 1e6);
    name_add(c, place, arena_printf(&c->arena, "%u%s arrondissement de %s", number, ending, town), 0, 1e6);
    name_add(c, place, arena_printf(&c->arena, "%uème arrondissement de %s", number, town), 0, 1e6);
    name_add(c, place, arena_printf(&c->arena, "%s%s arrondissement de %s", roman[number], ending, town), 0, 1e6);
}

void read_intercommunality(struct compiler *c, char **field, size_t count)
{
    (void)count;
    static const struct { const char *form, *name; } forms[] = {
        { "CC", "Communauté de communes" }, { "CA", "Communauté d'agglomération" }, { "CU", "Communauté urbaine" } };
    static const char *const links[] = { "du ", "de la ", "de l'", "des ", "de ", "d'" };
    const char *bare = field[1], *full = field[1];
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (strncmp(field[1], links[i], strlen(links[i])) == 0) {
            bare = field[1] + strlen(links[i]);
            break;
        }
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (strcmp(forms[i].form, field[2]) == 0)
            full = arena_printf(&c->arena, "%s %s", forms[i].name, field[1]);
    bool called_so = bare == field[1] || strncmp(bare, "Grand ", 6) == 0; /* Vitré Communauté, Grand Poitiers */
    struct draft *place = place_add(c, field[0], PLACE_INTERCOMMUNALITY, called_so ? bare : full,
                                    french_parent(c, field[3]), 100);
    memcpy(place->country, "FR", 3);
    place->population = (uint32_t)strtoul(field[4], NULL, 10);
    name_add(c, place, full, NAME_PREFERRED, place->rank);
    if (full != field[1] && strchr(bare, ' ') && (unsigned char)bare[0] < 0xC3)
        name_add(c, place, bare, NAME_BARE, place->rank);
}

static bool only_ordinary_words(struct compiler *c, const char *name)
{
    char key[PLACE_KEY_MAX];
    place_key(slice_of(name), key, sizeof key);
    for (char *word, *rest = key; (word = strsep(&rest, " "));)
        if (!(word_bits(c, word) & (LEXICON_WORD_FR | LEXICON_WORD_EN)))
            return false;
    return true;
}

void read_state(struct compiler *c, char **field, size_t count)
{
    (void)count;
    char *country = arena_dup(&c->arena, field[0], 2);
    if (*map_at(&c->ids, country) == UINT32_MAX)
        return;
    static const char *const known = " US CA GB BE CH DE ES IT PT NL AT AU BR MX IN ";
    bool familiar = strstr(known, arena_printf(&c->arena, " %s ", country));
    double rank = !familiar ? 5e3 : strcmp(country, "CA") == 0 ? 3e6 : 6e5;
    struct draft *place = place_add(c, field[0], PLACE_REGION, field[1], country, rank);
    memcpy(place->country, country, 3);
    if (*field[2])
        place->name_en = field[2];
    place->strict = !familiar;
    for (int i = 1; i <= 2; i++) /* provinces nobody here has heard of are mostly other words: Central, Sud-Ouest */
        if (familiar || !only_ordinary_words(c, field[i]))
            name_add(c, place, field[i], NAME_PREFERRED, place->rank);
}

void read_city(struct compiler *c, char **field, size_t count)
{
    (void)count;
    static const char *const near = " BE CH LU GB IE DE ES IT CA US MC ";
    if (*map_at(&c->ids, field[4]) == UINT32_MAX)
        return;
    char *state = arena_printf(&c->arena, "%s.%s", field[4], field[5]);
    uint32_t population = (uint32_t)strtoul(field[6], NULL, 10);
    double weight = strstr(near, arena_printf(&c->arena, " %s ", field[4])) ? 2 : 1;
    bool in_state = *map_at(&c->ids, state) != UINT32_MAX;
    if (in_state && !strstr(" CA US CH ", arena_printf(&c->arena, " %s ", field[4]))) {
        const struct draft *up = place_named(c, state); /* Prague is not in Prague ville-capitale */
        in_state = strncmp(up->name, field[1], strlen(field[1])) != 0 &&
                   (!*field[2] || strncmp(up->name_en, field[2], strlen(field[2])) != 0);
    }
    struct draft *place = place_add(c, arena_printf(&c->arena, "G%s", field[0]), PLACE_CITY, field[1],
                                    in_state ? state : field[4], population * weight);
    memcpy(place->country, field[4], 3);
    place->population = population;
    place->capital = field[9][0] == 'C';
    if (*field[2])
        place->name_en = field[2];
    position(place, field[7], field[8]);
    name_add(c, place, field[1], NAME_PREFERRED, place->rank);
    name_add(c, place, field[2], NAME_PREFERRED, place->rank);
    name_add(c, place, field[3], 0, place->rank);
}

void read_area(struct compiler *c, char **field, size_t count)
{
    (void)count;
    const char *parent = *field[2] ? field[2] : NULL;
    bool old_region = field[0][0] == 'R';
    struct draft *place = place_add(c, field[0], PLACE_REGION, NULL, parent, old_region ? 8e8 : 5e8);
    if (strcmp(field[1], "region") != 0)
        fail(c, "an area is a region", field[1]);
    name_list(c, place, arena_strdup(&c->arena, field[3]), NAME_PREFERRED);
    name_list(c, place, arena_strdup(&c->arena, field[4]), NAME_PREFERRED);
    char *french = strtok(field[3], "|"), *english = strtok(field[4], "|");
    if (!french && !english)
        fail(c, "no name", field[0]);
    place->name = french ? french : english;
    place->name_en = english ? english : place->name;
}

void read_alias(struct compiler *c, char **field, size_t count)
{
    (void)count;
    struct draft *place = place_named(c, field[0]);
    switch (field[2][0]) {
    case 'S':
        place->strict = true;
        break;
    case 'F':
        place->name = field[1];
        break;
    case 'E':
        place->name_en = field[1];
        break;
    default:
        break;
    }
    name_add(c, place, field[1], field[2][0] == 'A' ? NAME_CAPITALS : 0, place->rank);
}

void read_venue(struct compiler *c, char **field, size_t count)
{
    (void)count;
    place_named(c, field[1]);
    struct draft *place = place_add(c, field[0], PLACE_VENUE, NULL, field[1], 1e7);
    position(place, field[2], field[3]);
    name_list(c, place, arena_strdup(&c->arena, field[4]), NAME_PREFERRED);
    place->name = place->name_en = strtok(field[4], "|");
}
