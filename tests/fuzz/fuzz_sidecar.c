/* fuzz_sidecar.c - any bytes as the sidecar of a small report: no crash, a message for what is refused, and a record
 * that can be printed, with passages and places inside their bounds. */
#include <stdint.h>
#include <stdlib.h>

#include "dump.h"
#include "explain.h"
#include "lexeme.h"
#include "parse.h"
#include "sidecar.h"

enum { MEMORY_MAX = 256 * 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct record *record)
{
    for (size_t i = 0; i < record->passages.count; i++)
        if (record->passages.items[i].person >= (int32_t)record->persons.count)
            abort();
    if (record->event_place >= (int32_t)record->places.count)
        abort();
}

static void apply(struct arena *arena, const struct gazetteer *gazetteer, struct slice bytes)
{
    struct error error = ERROR_NONE;
    struct sidecar sidecar;
    struct report report = { .arena = arena, .text = BUF_INIT(arena) };
    if (sidecar_read(arena, "fuzz.tribune.json", bytes, &sidecar, &error)) {
        if (!error.message[0])
            abort();
        return;
    }
    if (parse_text(&report, SLICE("Anne Garnier a parlé à Lyon.\n\nPaul Marchais a conclu."), &error))
        return;
    report.record.event = report.record.published = INTERVAL_NONE;
    report.record.event_place = -1;
    report.record.text = buf_slice(&report.text);
    sidecar_prepare(&sidecar, NULL, &report);
    lexemes_make(&report, gazetteer);
    *vec_push(arena, &report.record.persons) = (struct person){ .speaker = true, .name = "Anne Garnier",
                                                                .key = "anne garnier", .rule = "name" };
    *vec_push(arena, &report.record.passages) = (struct passage){ .number = 1, .end = 28, .speaker = "Anne Garnier" };
    span_list people = { 0 };
    sidecar_correct(&sidecar, NULL, gazetteer, &people, &report);
    if (sidecar_correct_passages(&sidecar, NULL, &report, &error))
        return;
    sidecar_correct_event(&sidecar, NULL, gazetteer, &report);
    check(&report.record);
    struct buf out = BUF_INIT(arena);
    dump_record(&report.record, &out);
    explain_record(&report.record, false, &out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = ARENA_INIT(MEMORY_MAX);
    struct gazetteer *gazetteer;
    struct error error = ERROR_NONE;
    if (gazetteer_open(&gazetteer, &error))
        abort();
    if (arena_guard(&arena) == 0)
        apply(&arena, gazetteer, (struct slice){ (const char *)data, size });
    arena_fini(&arena);
    gazetteer_close(gazetteer);
    return 0;
}
