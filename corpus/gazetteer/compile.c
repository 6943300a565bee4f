/* gazetteer-compile FOLDER OUT: makes one binary table of the text tables of FOLDER (README.md describes them), in the
 * layout of indexer/gazetteer_format.h. Ends with a message and status 1 on the first row that makes no sense. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "../../indexer/gazetteer.h"
#include "../../indexer/gazetteer_format.h"
#include "arena.h"
#include "buf.h"

enum { FIELDS_MAX = 10, DEPTH_MAX = 12, SHORT_NAME_POPULATION = 500, SHORT_NAME_BYTES = 6 };

struct draft {                         /* a place on its way to a row */
    const char *id, *name, *name_en, *parent;
    enum place_kind kind;
    uint32_t population;
    double latitude, longitude;
    double weight;                     /* of the places below that its centre is made of */
    bool located, capital, strict, own_position;
    char country[3];
    double rank;                       /* which place comes first among namesakes */
    int32_t parent_at;
    uint32_t depth, row;
};

struct draft_name {
    const char *key, *spelling;
    uint32_t place, flags;             /* an index of drafts */
    double rank;
};

struct word {
    const char *word;
    uint32_t bits;
};

struct compiler {
    struct arena arena;
    const char *folder;
    char at[256];                      /* file and line, for messages */
    VEC(struct draft) places;
    VEC(struct draft_name) names;
    VEC(struct word) words;
    struct map ids, word_index, strings_index;
    struct buf strings;
};

static void fail(const struct compiler *c, const char *message, const char *detail)
{
    fprintf(stderr, "gazetteer-compile: %s: %s: %s\n", c->at, message, detail);
    exit(EXIT_FAILURE);
}

/* The value of KEY, UINT32_MAX when it is new. */
static uint32_t *map_at(struct map *map, const char *key)
{
    return map_put(map, slice_of(key), UINT32_MAX, NULL);
}

static uint32_t string_add(struct compiler *c, const char *string)
{
    uint32_t *offset = map_at(&c->strings_index, string);
    if (*offset == UINT32_MAX) {
        *offset = (uint32_t)c->strings.length;
        buf_add(&c->strings, string, strlen(string) + 1);
    }
    return *offset;
}

/* --- Reading tables ----------------------------------------------------------------------------------------------- */

typedef void row_reader(struct compiler *c, char **field, size_t count);

static void read_table(struct compiler *c, const char *file, row_reader *reader)
{
    char *path = arena_printf(&c->arena, "%s/%s", c->folder, file);
    snprintf(c->at, sizeof c->at, "%s", file);
    FILE *in = fopen(path, "rb");
    if (!in)
        fail(c, "cannot be read", strerror(errno));
    char *line = NULL;
    size_t room = 0;
    unsigned number = 0;
    for (ssize_t length; (length = getline(&line, &room, in)) >= 0;) {
        snprintf(c->at, sizeof c->at, "%s:%u", file, ++number);
        if (length && line[length - 1] == '\n')
            line[--length] = 0;
        if (!length || line[0] == '#')
            continue;
        if (!utf8_valid(line, (size_t)length))
            fail(c, "no UTF-8", line);
        char *field[FIELDS_MAX], *rest = arena_dup(&c->arena, line, (size_t)length);
        size_t count = 0;
        for (char *one; count < FIELDS_MAX && (one = strsep(&rest, "\t"));)
            field[count++] = one;
        if (rest)
            fail(c, "too many fields", line);
        size_t given = count;
        while (count < FIELDS_MAX)
            field[count++] = "";
        reader(c, field, given);
    }
    free(line);
    if (ferror(in))
        fail(c, "cannot be read", strerror(errno));
    fclose(in);
}

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

static struct draft *place_named(struct compiler *c, const char *id)
{
    uint32_t at = *map_at(&c->ids, id);
    if (at == UINT32_MAX)
        fail(c, "no place has this id", id);
    return &c->places.items[at];
}

static void name_add(struct compiler *c, const struct draft *place, const char *spelling, uint32_t flags, double rank)
{
    char key[GAZETTEER_KEY_MAX];
    if (!*spelling)
        return;
    if (spelling[0] >= 'A' && !spelling[strcspn(spelling, "abcdefghijklmnopqrstuvwxyz")])
        flags |= NAME_CAPITALS;
    if (!gazetteer_key(slice_of(spelling), key, sizeof key))
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
    if (!*latitude || !*longitude)
        return;
    place->latitude = strtod(latitude, NULL);
    place->longitude = strtod(longitude, NULL);
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

/* --- One reader per table ----------------------------------------------------------------------------------------- */

static void read_continent(struct compiler *c, char **field, size_t count)
{
    (void)count;
    struct draft *place = place_add(c, field[0], PLACE_CONTINENT, field[1], NULL, 2e9);
    place->name_en = field[2];
    name_add(c, place, field[1], NAME_PREFERRED, 2e9);
    name_add(c, place, field[2], NAME_PREFERRED, 2e9);
}

static void read_country(struct compiler *c, char **field, size_t count)
{
    (void)count;
    struct draft *place = place_add(c, field[0], PLACE_COUNTRY, field[1], NULL, 1e9);
    snprintf(place->country, sizeof place->country, "%s", field[0]);
    name_list(c, place, arena_strdup(&c->arena, field[1]), NAME_PREFERRED);
    name_list(c, place, arena_strdup(&c->arena, field[2]), NAME_PREFERRED);
    strtok(field[1], "|");
    place->name_en = strtok(field[2], "|");
}

static void read_continent_countries(struct compiler *c, char **field, size_t count)
{
    (void)count;
    for (char *one, *list = field[3]; (one = strsep(&list, " "));)
        if (*map_at(&c->ids, one) != UINT32_MAX)
            place_named(c, one)->parent = field[0];
}

static void read_region(struct compiler *c, char **field, size_t count)
{
    (void)count;
    struct draft *place = place_add(c, arena_printf(&c->arena, "R%s", field[0]), PLACE_REGION, field[1], "FR", 9e8);
    memcpy(place->country, "FR", 3);
    name_add_articles(c, place, field[1], NAME_PREFERRED);
}

static void read_departement(struct compiler *c, char **field, size_t count)
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

static void read_commune(struct compiler *c, char **field, size_t count)
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

static void read_former_commune(struct compiler *c, char **field, size_t count)
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
static void read_arrondissement(struct compiler *c, char **field, size_t count)
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

static void read_intercommunality(struct compiler *c, char **field, size_t count)
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
    struct draft *place = place_add(c, field[0], PLACE_INTERCOMMUNALITY, full, french_parent(c, field[3]), 100);
    memcpy(place->country, "FR", 3);
    place->population = (uint32_t)strtoul(field[4], NULL, 10);
    name_add(c, place, full, NAME_PREFERRED, place->rank);
    if (full != field[1] && strchr(bare, ' ') && (unsigned char)bare[0] < 0xC3)
        name_add(c, place, bare, NAME_BARE, place->rank);
}

static uint32_t word_bits(struct compiler *c, const char *folded)
{
    const uint32_t *at = map_get(&c->word_index, slice_of(folded));
    return at ? c->words.items[*at].bits : 0;
}

static bool only_ordinary_words(struct compiler *c, const char *name)
{
    char key[GAZETTEER_KEY_MAX];
    gazetteer_key(slice_of(name), key, sizeof key);
    for (char *word, *rest = key; (word = strsep(&rest, " "));)
        if (!(word_bits(c, word) & (LEXICON_WORD_FR | LEXICON_WORD_EN)))
            return false;
    return true;
}

static void read_state(struct compiler *c, char **field, size_t count)
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

static void read_city(struct compiler *c, char **field, size_t count)
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

static void read_area(struct compiler *c, char **field, size_t count)
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

static void read_alias(struct compiler *c, char **field, size_t count)
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

static void read_venue(struct compiler *c, char **field, size_t count)
{
    (void)count;
    place_named(c, field[1]);
    struct draft *place = place_add(c, field[0], PLACE_VENUE, NULL, field[1], 1e7);
    position(place, field[2], field[3]);
    name_list(c, place, arena_strdup(&c->arena, field[4]), NAME_PREFERRED);
    place->name = place->name_en = strtok(field[4], "|");
}

/* --- Words -------------------------------------------------------------------------------------------------------- */

static void word_add(struct compiler *c, struct slice word, uint32_t bits)
{
    char folded[TOKEN_BYTES_MAX * 2];
    size_t n = 0;
    for (size_t i = 0, step; i < word.length; i += step) {
        uint32_t letter = utf8_decode(word.bytes + i, word.length - i, &step);
        if (n + 8 >= sizeof folded)
            return;
        if (letter == 0x2019 || letter == '\'' || letter == '-')
            folded[n++] = letter == '-' ? '-' : '\'';
        else
            n += fold_char(letter, folded + n);
    }
    folded[n] = 0;
    uint32_t *at = map_at(&c->word_index, arena_strdup(&c->arena, folded));
    if (*at == UINT32_MAX) {
        *at = (uint32_t)c->words.count;
        *vec_push(&c->arena, &c->words) = (struct word){ arena_strdup(&c->arena, folded), 0 };
    }
    c->words.items[*at].bits |= bits;
}

static uint32_t sex_bits(const char *marks)
{
    return (strchr(marks, 'f') ? LEXICON_GIVEN_FEMALE : 0u) | (strchr(marks, 'm') ? LEXICON_GIVEN_MALE : 0u);
}

static void read_given(struct compiler *c, char **field, size_t count)
{
    (void)count;
    word_add(c, slice_of(field[0]), LEXICON_GIVEN | sex_bits(field[1]));
}

static void read_common_name(struct compiler *c, char **field, size_t count)
{
    (void)count;
    word_add(c, slice_of(field[0]), LEXICON_GIVEN | LEXICON_GIVEN_COMMON | sex_bits(field[1]));
}

static void read_surname(struct compiler *c, char **field, size_t count)
{
    (void)count;
    word_add(c, slice_of(field[0]), LEXICON_SURNAME);
}

static void read_demonyms(struct compiler *c, char **field, size_t count)
{
    (void)count;
    for (char *one, *list = field[0]; (one = strsep(&list, " "));)
        word_add(c, slice_of(one), LEXICON_NATIONALITY);
}

static void read_cue(struct compiler *c, char **field, size_t count)
{
    (void)count;
    word_add(c, slice_of(field[0]), field[1][0] == 'a' ? LEXICON_AREA :
             field[1][0] == 'V' ? LEXICON_VENUE_CAPITAL : LEXICON_VENUE);
}

static void read_front_coded(struct compiler *c, const char *file, uint32_t bits)
{
    snprintf(c->at, sizeof c->at, "%s", file);
    FILE *in = fopen(arena_printf(&c->arena, "%s/%s", c->folder, file), "rb");
    if (!in)
        fail(c, "cannot be read", strerror(errno));
    char line[64], last[64] = "";
    while (fgets(line, sizeof line, in)) {
        line[strcspn(line, "\n")] = 0;
        if (line[0] == '#') {
            while (!feof(in) && fgetc(in) != '\n')
                ;
            continue;
        }
        char digit[2] = { line[0], 0 };
        size_t shared = strtoul(digit, NULL, 36);
        if (shared > strlen(last) || shared + strlen(line + 1) >= sizeof last)
            fail(c, "not front-coded", line);
        strcpy(last + shared, line + 1);
        word_add(c, slice_of(last), bits);
    }
    fclose(in);
}

/* --- Putting together --------------------------------------------------------------------------------------------- */

static void resolve_parents(struct compiler *c)
{
    for (size_t i = 0; i < c->places.count; i++) {
        struct draft *place = &c->places.items[i];
        snprintf(c->at, sizeof c->at, "%s", place->id);
        place->parent_at = place->parent ? (int32_t)(place_named(c, place->parent) - c->places.items) : -1;
    }
    for (size_t i = 0; i < c->places.count; i++) {
        struct draft *place = &c->places.items[i];
        for (int32_t up = place->parent_at; up >= 0; up = c->places.items[up].parent_at) {
            if (!*place->country)
                memcpy(place->country, c->places.items[up].country, sizeof place->country);
            if (++place->depth > DEPTH_MAX)
                fail(c, "a chain that does not end", place->id);
        }
    }
}

/* The centre of an area is the mean of what lies in it; a town without a position takes the centre of its area. */
static void resolve_positions(struct compiler *c)
{
    for (size_t i = 0; i < c->places.count; i++) {
        const struct draft *place = &c->places.items[i];
        if (!place->own_position || place->kind == PLACE_VENUE)
            continue;
        for (int32_t up = place->parent_at; up >= 0; up = c->places.items[up].parent_at) {
            struct draft *area = &c->places.items[up];
            if (area->own_position)
                continue;
            double weight = place->population + 1;
            area->weight += weight;
            area->latitude += (place->latitude - area->latitude) * weight / area->weight;
            area->longitude += (place->longitude - area->longitude) * weight / area->weight;
            area->located = true;
        }
    }
    for (uint32_t depth = 1; depth <= DEPTH_MAX; depth++)
        for (size_t i = 0; i < c->places.count; i++) {
            struct draft *place = &c->places.items[i];
            const struct draft *up = place->parent_at >= 0 ? &c->places.items[place->parent_at] : NULL;
            if (place->depth == depth && !place->located && up && up->located && up->kind < PLACE_COUNTRY) {
                place->latitude = up->latitude;
                place->longitude = up->longitude;
                place->located = true;
            }
        }
}

static bool key_is_common(struct compiler *c, const char *key)
{
    static const char *const articles[] = { "le ", "la ", "les ", "l " };
    const uint32_t common = LEXICON_WORD_FR | LEXICON_WORD_EN | LEXICON_GIVEN | LEXICON_SURNAME | LEXICON_NATIONALITY;
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (strncmp(key, articles[i], strlen(articles[i])) == 0) {
            key += strlen(articles[i]);
            break;
        }
    return strlen(key) < 3 || (!strchr(key, ' ') && (word_bits(c, key) & common));
}

/* "Ambérieu" for Ambérieu-en-Bugey, "Yverdon" for Yverdon-les-Bains: the first word of a town's name, where it is no
 * other place's name and no word or name of a person. */
static void add_short_names(struct compiler *c)
{
    struct map taken = MAP_INIT(&c->arena);
    for (size_t i = 0; i < c->names.count; i++)
        map_put(&taken, slice_of(c->names.items[i].key), 0, NULL);
    for (size_t i = 0; i < c->places.count; i++) {
        const struct draft *place = &c->places.items[i];
        const char *hyphen = strchr(place->name, '-');
        if ((place->kind != PLACE_COMMUNE && place->kind != PLACE_CITY) || place->population < SHORT_NAME_POPULATION ||
            !hyphen || hyphen - place->name < SHORT_NAME_BYTES || memchr(place->name, ' ', (size_t)(hyphen - place->name)))
            continue;
        char key[GAZETTEER_KEY_MAX];
        const char *name = arena_dup(&c->arena, place->name, (size_t)(hyphen - place->name));
        gazetteer_key(slice_of(name), key, sizeof key);
        if (strchr(key, ' ') || key_is_common(c, key))
            continue;
        uint32_t *at = map_at(&taken, arena_strdup(&c->arena, key));
        if (*at != UINT32_MAX)
            continue;
        *at = (uint32_t)i;
        name_add(c, place, name, NAME_SHORT, place->rank);
    }
}

static int compare_names(const void *a, const void *b)
{
    const struct draft_name *x = a, *y = b;
    int order = strcmp(x->key, y->key);
    if (order)
        return order;
    if (x->rank != y->rank)
        return x->rank > y->rank ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

static void mark_names(struct compiler *c)
{
    for (size_t i = 0; i < c->names.count; i++) {
        struct draft_name *name = &c->names.items[i];
        if (key_is_common(c, name->key))
            name->flags |= NAME_COMMON;
    }
    qsort(c->names.items, c->names.count, sizeof *c->names.items, compare_names);
    for (size_t i = 0; i < c->names.count; i++) { /* afterwards, or a place's name would be common for being one */
        const char *key = c->names.items[i].key, *space = strchr(key, ' ');
        word_add(c, (struct slice){ key, space ? (size_t)(space - key) : strlen(key) },
                 space ? LEXICON_PLACE : LEXICON_PLACE | LEXICON_PLACE_WHOLE);
    }
    static const char *const abbreviations[] = { "st", "ste" }; /* keys have them written out */
    for (size_t i = 0; i < 2; i++)
        word_add(c, slice_of(abbreviations[i]), LEXICON_PLACE);
}

/* --- Writing ------------------------------------------------------------------------------------------------------ */

static struct gazetteer_section append(struct buf *out, const void *rows, size_t count, size_t size)
{
    while (out->length % 8)
        buf_add_char(out, 0);
    struct gazetteer_section section = { (uint32_t)out->length, (uint32_t)count };
    buf_add(out, rows, count * size);
    return section;
}

static uint32_t slots_for(size_t count)
{
    uint32_t slots = 16;
    while (slots < count + count / 5)
        slots *= 2;
    return slots;
}

static struct gazetteer_section write_places(struct compiler *c, struct buf *out)
{
    struct gazetteer_place_row *rows = arena_zero(&c->arena, c->places.count * sizeof *rows);
    uint32_t next = 0;
    for (uint32_t depth = 0; depth <= DEPTH_MAX; depth++) /* parents first */
        for (size_t i = 0; i < c->places.count; i++)
            if (c->places.items[i].depth == depth)
                c->places.items[i].row = next++;
    for (size_t i = 0; i < c->places.count; i++) {
        const struct draft *place = &c->places.items[i];
        char key[GAZETTEER_KEY_MAX];
        bool common = gazetteer_key(slice_of(place->name), key, sizeof key) && key_is_common(c, key);
        struct gazetteer_place_row *row = &rows[place->row];
        *row = (struct gazetteer_place_row){
            .id = string_add(c, place->id), .name = string_add(c, place->name),
            .name_en = string_add(c, place->name_en), .population = place->population,
            .parent = place->parent_at < 0 ? -1 : (int32_t)c->places.items[place->parent_at].row,
            .latitude = (int32_t)(place->latitude * 1e5), .longitude = (int32_t)(place->longitude * 1e5),
            .kind = (uint8_t)place->kind,
            .flags = (uint8_t)((place->located ? PLACE_FLAG_LOCATED : 0) | (place->capital ? PLACE_FLAG_CAPITAL : 0) |
                               (common ? PLACE_FLAG_COMMON : 0) | (place->strict ? PLACE_FLAG_STRICT : 0)) };
        memcpy(row->country, place->country, 2);
    }
    return append(out, rows, c->places.count, sizeof *rows);
}

static void write_names(struct compiler *c, struct buf *out, struct gazetteer_header *header)
{
    VEC(struct gazetteer_name_row) rows = { 0 };
    VEC(struct gazetteer_key_row) keys = { 0 };
    VEC(const char *) key_strings = { 0 };
    struct map key_index = MAP_INIT(&c->arena);
    for (size_t i = 0; i < c->names.count; i++) {
        const struct draft_name *name = &c->names.items[i];
        uint32_t *at = map_at(&key_index, name->key);
        if (*at == UINT32_MAX) {
            *at = (uint32_t)keys.count;
            *vec_push(&c->arena, &key_strings) = name->key;
            *vec_push(&c->arena, &keys) = (struct gazetteer_key_row){ .key = string_add(c, name->key),
                                                                     .first = (uint32_t)rows.count };
        }
        struct gazetteer_key_row *key = &keys.items[*at];
        bool again = false; /* one place may have a name twice: in French and English */
        for (uint32_t j = key->first; j < rows.count && !again; j++)
            again = rows.items[j].place == c->places.items[name->place].row &&
                    !((rows.items[j].flags ^ name->flags) & (NAME_NO_ARTICLE | NAME_CAPITALS));
        if (again)
            continue;
        if (key->count == UINT16_MAX)
            fail(c, "too many namesakes", name->key);
        key->count++;
        *vec_push(&c->arena, &rows) = (struct gazetteer_name_row){
            string_add(c, name->spelling), c->places.items[name->place].row, name->flags };
    }
    size_t whole = keys.count;
    for (size_t i = 0; i < whole; i++) { /* every beginning of a key is a key too, so that lookup knows to go on */
        const char *key = key_strings.items[i];
        for (const char *space = key; (space = strchr(space, ' ')); space++) {
            const char *beginning = arena_dup(&c->arena, key, (size_t)(space - key));
            uint32_t *at = map_at(&key_index, beginning);
            if (*at == UINT32_MAX) {
                *at = (uint32_t)keys.count;
                *vec_push(&c->arena, &key_strings) = beginning;
                *vec_push(&c->arena, &keys) = (struct gazetteer_key_row){ .key = string_add(c, beginning) };
            }
            keys.items[*at].longer = 1;
        }
    }
    uint32_t slot_count = slots_for(keys.count);
    uint32_t *slots = arena_zero(&c->arena, slot_count * sizeof *slots);
    for (uint32_t i = 0; i < keys.count; i++) {
        const char *key = key_strings.items[i];
        uint32_t at = gazetteer_hash(key, strlen(key)) & (slot_count - 1);
        while (slots[at])
            at = (at + 1) & (slot_count - 1);
        slots[at] = i + 1;
    }
    header->names = append(out, rows.items, rows.count, sizeof *rows.items);
    header->keys = append(out, keys.items, keys.count, sizeof *keys.items);
    header->key_slots = append(out, slots, slot_count, sizeof *slots);
    header->key_mask = slot_count - 1;
}

static void write_words(struct compiler *c, struct buf *out, struct gazetteer_header *header)
{
    uint32_t slot_count = slots_for(c->words.count);
    struct gazetteer_word_slot *slots = arena_zero(&c->arena, slot_count * sizeof *slots);
    for (size_t i = 0; i < c->words.count; i++) {
        const struct word *word = &c->words.items[i];
        uint64_t hash = hash_bytes(word->word, strlen(word->word), 0);
        uint32_t at = (uint32_t)hash & (slot_count - 1);
        while (slots[at].bits)
            at = (at + 1) & (slot_count - 1);
        slots[at] = gazetteer_word_slot(hash, word->bits);
    }
    header->word_slots = append(out, slots, slot_count, sizeof *slots);
    header->word_mask = slot_count - 1;
}

static uint64_t fingerprint(const char *bytes, size_t length)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 1099511628211u;
    return hash;
}

static void write_file(struct compiler *c, const char *path)
{
    struct buf out = BUF_INIT(&c->arena);
    struct gazetteer_header header = { .magic = GAZETTEER_MAGIC, .version = GAZETTEER_VERSION,
                                       .byte_order = GAZETTEER_BYTE_ORDER };
    buf_add(&out, &header, sizeof header);
    string_add(c, ""); /* offset 0 stands for no string */
    header.places = write_places(c, &out);
    write_names(c, &out, &header);
    write_words(c, &out, &header);
    header.strings = append(&out, c->strings.bytes, c->strings.length, 1);
    header.size = (uint32_t)out.length;
    header.fingerprint = fingerprint(out.bytes + sizeof header, out.length - sizeof header);
    memcpy(out.bytes, &header, sizeof header);
    FILE *file = fopen(path, "wb");
    snprintf(c->at, sizeof c->at, "%s", path);
    if (!file || fwrite(out.bytes, 1, out.length, file) != out.length || fclose(file) != 0)
        fail(c, "cannot be written", strerror(errno));
    printf("%zu places, %zu names, %zu words, %zu bytes\n", c->places.count, c->names.count, c->words.count,
           out.length);
}

int main(int argc, char **argv)
{
    static const struct { const char *file; row_reader *reader; } tables[] = { /* parents before children */
        { "given_names.tsv", read_given }, { "common_names.tsv", read_common_name }, { "surnames.tsv", read_surname },
        { "demonyms.tsv", read_demonyms }, { "cues.tsv", read_cue }, { "continents.tsv", read_continent }, { "countries.tsv", read_country },
        { "continents.tsv", read_continent_countries }, { "regions.tsv", read_region },
        { "departements.tsv", read_departement }, { "communes.tsv", read_commune },
        { "former_communes.tsv", read_former_commune }, { "arrondissements.tsv", read_arrondissement },
        { "intercommunalities.tsv", read_intercommunality }, { "states.tsv", read_state },
        { "cities.tsv", read_city }, { "areas.tsv", read_area }, { "aliases.tsv", read_alias },
        { "venues.tsv", read_venue },
    };
    if (argc != 3) {
        fprintf(stderr, "usage: gazetteer-compile FOLDER OUT\n");
        return EXIT_FAILURE;
    }
    struct compiler c = { .folder = argv[1] };
    c.strings = (struct buf)BUF_INIT(&c.arena);
    c.ids = c.word_index = c.strings_index = (struct map)MAP_INIT(&c.arena);
    if (arena_guard(&c.arena))
        fail(&c, "out of memory", "");
    read_front_coded(&c, "words_fr.tsv", LEXICON_WORD_FR);
    read_front_coded(&c, "words_en.tsv", LEXICON_WORD_EN);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        read_table(&c, tables[i].file, tables[i].reader);
    resolve_parents(&c);
    resolve_positions(&c);
    add_short_names(&c);
    mark_names(&c);
    write_file(&c, argv[2]);
    arena_fini(&c.arena);
    return EXIT_SUCCESS;
}
