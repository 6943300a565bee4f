/* The passages that a sidecar gives to somebody else, or to nobody: each item names a stretch of the text by its bytes or
 * by its words. What it names becomes a passage of its own; what it does not name stays. */
#include "sidecar.h"
#include "token.h"
#include "utf8.h"

enum { KEY_BYTES = 200 };

static bool blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

/* Do these words stand at byte AT of the text? White space is white space, however much. Returns the byte after; 0. */
static uint32_t words_at(struct slice text, size_t at, const char *words)
{
    for (; *words; words++)
        if (blank(*words)) {
            if (at < text.length && !blank(text.bytes[at]))
                return 0;
            while (at < text.length && blank(text.bytes[at]))
                at++;
            while (blank(words[1]))
                words++;
        } else if (at >= text.length || text.bytes[at++] != *words) {
            return 0;
        }
    return (uint32_t)at;
}

/* Where these words stand, from byte FROM on, then before it. False when nowhere. */
static bool find_words(struct slice text, uint32_t from, const char *words, struct span *found)
{
    size_t first = strcspn(words, " \n\t");
    for (int half = 0; half < 2; half++) {
        size_t at = half ? 0 : from, limit = half && from < text.length ? from + first : text.length;
        while (at < limit) {
            const char *hit = memmem(text.bytes + at, limit - at, words, first);
            if (!hit)
                break;
            at = (size_t)(hit - text.bytes);
            uint32_t end = words_at(text, at, words);
            if (end) {
                *found = (struct span){ (uint32_t)at, end };
                return true;
            }
            at++;
        }
    }
    return false;
}

/* The first passage that ends after this byte; passages.count for none. */
static size_t passage_at(const struct record *record, uint32_t offset)
{
    size_t low = 0, high = record->passages.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (record->passages.items[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static enum status refuse(const struct sidecar *sidecar, size_t item, const char *expected, struct error *error)
{
    return error_set(error, STATUS_FORMAT, "%s: \"passages\", item %zu: expected %s", sidecar->name, item + 1,
                     expected);
}

/* The stretch that an item names. Words without an end mean the whole passage that they stand in. */
static enum status stretch_of(const struct sidecar *sidecar, size_t item, const struct record *record, uint32_t after,
                              struct span *stretch, struct error *error)
{
    const struct sidecar_passage *told = &sidecar->passages.items[item];
    if (!told->text) {
        const char *text = record->text.bytes;
        if (told->end > record->text.length || utf8_floor(text, record->text.length, told->start) != told->start ||
            utf8_floor(text, record->text.length, told->end) != told->end)
            return refuse(sidecar, item, "a start and an end in the text of the report", error);
        *stretch = (struct span){ told->start, told->end };
        return STATUS_OK;
    }
    uint32_t end =
        told->bounded && told->start < record->text.length ? words_at(record->text, told->start, told->text) : 0;
    if (end)
        *stretch = (struct span){ told->start, end };
    else if (!find_words(record->text, after, told->text, stretch))
        return refuse(sidecar, item, "words of the report as its text", error);
    size_t at = passage_at(record, stretch->start);
    if (!told->bounded && at < record->passages.count && record->passages.items[at].start <= stretch->start)
        *stretch = (struct span){ record->passages.items[at].start, record->passages.items[at].end };
    return STATUS_OK;
}

static bool same_string(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* A label that the text prints and that names nobody ("M. le président"). */
static bool is_label(const struct record *record, const char *speaker)
{
    for (size_t i = 0; i < record->passages.count; i++)
        if (record->passages.items[i].person < 0 && same_string(record->passages.items[i].speaker, speaker))
            return true;
    return false;
}

/* The person of this name, who speaks from now on; a new one where the report had none. -1 when SPEAKERS leaves him out. */
static int32_t person_named(const struct sidecar *sidecar, const char *name, struct report *report)
{
    struct record *record = &report->record;
    char key[KEY_BYTES];
    size_t length = fold_key(slice_of(name), key, sizeof key), i = 0;
    while (i < record->persons.count && strcmp(record->persons.items[i].key, key) != 0)
        i++;
    bool known = i < record->persons.count, speaks = known && record->persons.items[i].speaker;
    if (!speaks && sidecar->given & SIDECAR_SPEAKERS)
        return -1;
    if (!known)
        *vec_push(report->arena, &record->persons) =
            (struct person){ .name = name, .key = arena_dup(report->arena, key, length) };
    struct person *person = &record->persons.items[i];
    if (!speaks) {
        person->speaker = true;
        person->rule = SOURCE_SIDECAR;
        person->score = 1;
    }
    return (int32_t)i;
}

/* Trims a stretch of its white space; false when nothing is left. */
static bool trim(struct slice text, struct passage *passage)
{
    while (passage->start < passage->end && blank(text.bytes[passage->start]))
        passage->start++;
    while (passage->end > passage->start && blank(text.bytes[passage->end - 1]))
        passage->end--;
    return passage->start < passage->end;
}

/* Puts PASSAGE where it belongs; those that it covers in part keep the rest. */
static void put_passage(struct report *report, struct passage passage)
{
    struct record *record = &report->record;
    VEC(struct passage) all = { 0 };
    bool placed = false;
    for (size_t i = 0; i < record->passages.count; i++) {
        struct passage left = record->passages.items[i], right = left;
        if (!placed && left.end > passage.start) {
            left.end = left.end < passage.start ? left.end : passage.start;
            if (left.start < left.end && trim(record->text, &left))
                *vec_push(report->arena, &all) = left;
            *vec_push(report->arena, &all) = passage;
            placed = true;
        } else if (!placed) {
            *vec_push(report->arena, &all) = left;
            continue;
        }
        right.start = right.start > passage.end ? right.start : passage.end;
        if (right.start < right.end && trim(record->text, &right))
            *vec_push(report->arena, &all) = right;
    }
    if (!placed)
        *vec_push(report->arena, &all) = passage;
    record->passages.items = all.items;
    record->passages.count = all.count;
    record->passages.room = all.room;
}

/* Numbers and the persons' lists, anew; those who speak come first among the persons. */
static void renumber(struct report *report)
{
    struct record *record = &report->record;
    int32_t *index = arena_alloc(report->arena, (record->persons.count + 1) * sizeof *index);
    struct person *before = record->persons.items;
    size_t count = record->persons.count;
    record->persons.items = NULL;
    record->persons.count = record->persons.room = 0;
    for (int speakers = 1; speakers >= 0; speakers--)
        for (size_t i = 0; i < count; i++)
            if (before[i].speaker == (speakers == 1)) {
                index[i] = (int32_t)record->persons.count;
                *vec_push(report->arena, &record->persons) = before[i];
                record->persons.items[index[i]].passages.count = 0;
            }
    for (size_t i = 0; i < record->passages.count; i++) {
        struct passage *passage = &record->passages.items[i];
        passage->number = (uint32_t)i + 1;
        if (passage->person < 0)
            continue;
        passage->person = index[passage->person];
        *vec_push(report->arena, &record->persons.items[passage->person].passages) = passage->number;
    }
}

enum status sidecar_correct_passages(const struct sidecar *sidecar, const struct authority *authority,
                                     struct report *report, struct error *error)
{
    struct record *record = &report->record;
    uint32_t after = 0; /* items mostly follow one another */
    bool changed = false;
    for (size_t i = 0; i < sidecar->passages.count; i++) {
        const struct sidecar_passage *told = &sidecar->passages.items[i];
        const struct authority_person *preferred = told->speaker ? authority_person(authority, told->speaker) : NULL;
        const char *speaker = preferred ? preferred->name : told->speaker;
        struct span stretch = { 0, 0 };
        enum status status = stretch_of(sidecar, i, record, after, &stretch, error);
        if (status)
            return status;
        after = stretch.end;
        size_t at = passage_at(record, stretch.start);
        struct passage passage = { .start = stretch.start, .end = stretch.end, .person = -1 };
        if (at < record->passages.count && record->passages.items[at].start <= stretch.start) {
            passage = record->passages.items[at];
            bool whole = passage.start == stretch.start && passage.end == stretch.end;
            if (whole && (!told->has_speaker || same_string(passage.speaker, speaker)) &&
                (!told->has_role || same_string(passage.role, told->role)))
                continue;
            passage.start = stretch.start;
            passage.end = stretch.end;
        }
        if (told->has_speaker && !same_string(passage.speaker, speaker)) {
            bool label = speaker && !preferred && is_label(record, speaker);
            passage.person = speaker && !label ? person_named(sidecar, speaker, report) : -1;
            passage.speaker = passage.person >= 0 ? record->persons.items[passage.person].name
                              : label             ? speaker
                                                  : NULL;
            passage.role = passage.person >= 0 ? record->persons.items[passage.person].role : NULL;
        }
        if (told->has_role)
            passage.role = told->role;
        if (trim(record->text, &passage))
            put_passage(report, passage);
        changed = true;
    }
    if (changed)
        renumber(report);
    return STATUS_OK;
}
