/* gazetteer-compile FOLDER OUT: makes one binary table of the text tables of FOLDER (README.md describes them), in
 * the layout of indexer/text/gazetteer_format.h. Ends with a message and status 1 on the first row that makes no sense. */
#include "compile.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

_Noreturn void fail(const struct compiler *c, const char *message, const char *detail)
{
    fprintf(stderr, "gazetteer-compile: %s: %s: %s\n", c->at, message, detail);
    exit(EXIT_FAILURE);
}

uint32_t *map_at(struct map *map, const char *key)
{
    return map_put(map, slice_of(key), UINT32_MAX, NULL);
}

uint32_t string_add(struct compiler *c, const char *string)
{
    uint32_t *offset = map_at(&c->strings_index, string);
    if (*offset == UINT32_MAX) {
        *offset = (uint32_t)c->strings.length;
        buf_add(&c->strings, string, strlen(string) + 1);
    }
    return *offset;
}

void read_table(struct compiler *c, const char *file, row_reader *reader)
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

int main(int argc, char **argv)
{
    static const struct { const char *file; row_reader *reader; } tables[] = { /* parents before children */
        { "given_names.tsv", read_given }, { "common_names.tsv", read_common_name }, { "surnames.tsv", read_surname },
        { "common_surnames.tsv", read_surname },
        { "demonyms.tsv", read_demonyms }, { "cues.tsv", read_cue }, 
        { "continents.tsv", read_continent }, { "countries.tsv", read_country },
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
