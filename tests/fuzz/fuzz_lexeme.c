/* fuzz_lexeme.c - any bytes as a text: lexemes and places stay inside it, in order. */
#include <stdlib.h>

#include "extract_places.h"
#include "lexeme.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct gazetteer *gazetteer; /* opened once: checking it takes longer than a text of this size */

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    struct error error = ERROR_NONE;
    return gazetteer_open(&gazetteer, &error) == STATUS_OK ? 0 : -1;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = ARENA_INIT(256 << 20);
    if (size < 2)
        return 0;
    if (!arena_guard(&arena)) {
        struct report report = { .arena = &arena, .text = BUF_INIT(&arena) };
        report.record.language = data[0] & 1 ? LANGUAGE_EN : LANGUAGE_FR;
        buf_add(&report.text, data + 1, size - 1);
        report.record.text = buf_slice(&report.text);
        struct span person = { 0, data[0] < size - 1 ? data[0] : (uint32_t)(size - 1) };
        lexemes_make(&report, gazetteer);
        extract_places(&report, gazetteer, &person, 1);
        for (size_t i = 0; i < report.lexeme_count; i++)
            if (report.lexemes[i].end <= report.lexemes[i].start || report.lexemes[i].end > size - 1 ||
                (i && report.lexemes[i].start < report.lexemes[i - 1].end))
                abort();
        for (size_t i = 0; i < report.record.places.count; i++)
            if (report.record.places.items[i].at.items[0].end > size - 1)
                abort();
    }
    arena_fini(&arena);
    return 0;
}
