/* fuzz_authority.c - any bytes as speakers.tsv and places.tsv: no crash, a message for what is refused, and what is
 * taken is found again in a text. */
#include <stdint.h>
#include <stdlib.h>

#include "authority.h"
#include "lexeme.h"
#include "parse.h"

enum { MEMORY_MAX = 256 * 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_both(struct authority *authority, const struct gazetteer *gazetteer, struct slice bytes)
{
    struct error error = ERROR_NONE;
    enum status status = authority_read_speakers(authority, "speakers.tsv", bytes, &error);
    if (status && !error.message[0])
        abort();
    for (size_t i = 0; i < authority->persons.count && !status; i++)
        if (authority_person(authority, authority->persons.items[i].name) != &authority->persons.items[i])
            abort();
    if (authority_read_places(authority, "places.tsv", bytes, gazetteer, &error) && !error.message[0])
        abort();
    struct report report = { .arena = &authority->arena, .text = BUF_INIT(&authority->arena) };
    if (parse_text(&report, SLICE("Anne Garnier, à Lyon, avec J.-L. Laville."), &error))
        return;
    report.record.text = buf_slice(&report.text);
    lexemes_make(&report, gazetteer);
    span_list people = { 0 };
    authority_correct_places(&authority->place_names, authority->places.items, "authority", &report, gazetteer,
                             &people);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct authority authority;
    struct gazetteer *gazetteer;
    struct error error = ERROR_NONE;
    if (gazetteer_open(&gazetteer, &error))
        abort();
    authority_init(&authority);
    authority.arena.limit = MEMORY_MAX;
    if (arena_guard(&authority.arena) == 0)
        read_both(&authority, gazetteer, (struct slice){ (const char *)data, size });
    arena_fini(&authority.arena);
    gazetteer_close(gazetteer);
    return 0;
}
