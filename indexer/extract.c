#include "extract.h"

#include <stdlib.h>

#include "attached.h"
#include "authority.h"
#include "event.h"
#include "extract_dates.h"
#include "extract_people.h"
#include "extract_places.h"
#include "html_tree.h"
#include "lexeme.h"
#include "map.h"
#include "parse.h"
#include "sidecar.h"
#include "stage_fingerprints.h"

struct extractor {
    const struct extract_options *options;
    struct gazetteer *gazetteer;
    struct date_rules *dates;
    struct authority *authority;   /* NULL: none */
};

enum status extractor_new(struct extractor **extractor, const struct extract_options *options, struct error *error)
{
    struct extractor *made = calloc(1, sizeof *made);
    enum status status = made ? STATUS_OK : error_set(error, STATUS_MEMORY, "out of memory");
    if (!status) {
        made->options = options;
        status = gazetteer_open(&made->gazetteer, error);
    }
    if (!status && options->authority)
        status = authority_open(&made->authority, options->authority, made->gazetteer, error);
    if (status) {
        extractor_free(made);
        return status;
    }
    *extractor = made;
    return STATUS_OK;
}

enum status extractor_prepare(struct extractor *extractor, struct error *error)
{
    html_prepare();
    return extractor->dates ? STATUS_OK : date_rules_new(&extractor->dates, error);
}

void extractor_free(struct extractor *extractor)
{
    if (!extractor)
        return;
    authority_close(extractor->authority);
    date_rules_free(extractor->dates);
    gazetteer_close(extractor->gazetteer);
    free(extractor);
}

static bool unreserved(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || strchr("-._~/", c);
}

/* The prefix and the path below PATH (of a PATH that is a file: its name). */
static const char *address(struct arena *arena, const char *prefix, const struct source_file *file)
{
    struct buf url = BUF_INIT(arena);
    size_t root = strlen(file->root);
    const char *below = strncmp(file->file, file->root, root) == 0 ? file->file + root : file->file;
    if (!*below) {
        const char *slash = strrchr(file->file, '/');
        below = slash ? slash + 1 : file->file;
    }
    while (*below == '/')
        below++;
    buf_add_string(&url, prefix);
    if (prefix[strlen(prefix) - 1] != '/')
        buf_add_char(&url, '/');
    for (; *below; below++)
        if (unreserved((unsigned char)*below))
            buf_add_char(&url, *below);
        else
            buf_printf(&url, "%%%02X", (unsigned char)*below);
    return url.bytes;
}

/* The sidecar, or one that corrects nothing where there is none. */
static enum status read_corrections(const struct source_file *file, struct report *report, struct sidecar *sidecar,
                                    struct error *error)
{
    const char *name;
    struct slice bytes;
    *sidecar = (struct sidecar){ 0 };
    enum status status = source_read_sidecar(report->arena, file, &name, &bytes, error);
    return !status && name ? sidecar_read(report->arena, name, bytes, sidecar, error) : status;
}

enum status extract_report(const struct extractor *extractor, struct source_file *file, struct report *report,
                           struct error *error)
{
    struct slice bytes;
    struct people_work people;
    struct sidecar sidecar;
    enum status status = source_read(report->arena, file, &bytes, error);
    if (!status)
        status = report_read(report, file, bytes, error);
    if (status)
        return status;
    status = read_corrections(file, report, &sidecar, error);
    if (status)
        return status;
    attached_read(report, file, extractor->options->url_prefix);
    if (extractor->options->language != LANGUAGE_UNKNOWN)
        report->record.language = extractor->options->language;
    if (extractor->options->url_prefix)
        report->record.url = address(report->arena, extractor->options->url_prefix, file);
    sidecar_prepare(&sidecar, extractor->authority, report);
    lexemes_make(report, extractor->gazetteer);
    extract_people(report, extractor->gazetteer, extractor->authority, &people);
    const struct authority_person *author = authority_person(extractor->authority, report->record.author);
    if (author)
        report->record.author = author->name;
    extract_places(report, extractor->gazetteer, people.spans.items, people.spans.count);
    if (extractor->authority)
        authority_correct_places(&extractor->authority->place_names, extractor->authority->places.items, "authority",
                                 report, extractor->gazetteer, &people.spans);
    extract_dates(report, extractor->dates);
    sidecar_correct(&sidecar, extractor->authority, extractor->gazetteer, &people.spans, report);
    status = sidecar_correct_passages(&sidecar, extractor->authority, report, error);
    if (status)
        return status;
    find_event(report);
    sidecar_correct_event(&sidecar, extractor->authority, extractor->gazetteer, report);
    return STATUS_OK;
}

const struct gazetteer *extractor_gazetteer(const struct extractor *extractor)
{
    return extractor->gazetteer;
}

void extractor_stages(const struct extractor *extractor, uint64_t stages[STAGE_COUNT])
{
    const struct extract_options *options = extractor->options;
    const char *prefix = options->url_prefix ? options->url_prefix : "";
    stages[STAGE_READING] = hash_bytes(prefix, strlen(prefix), READING_FINGERPRINT + (uint64_t)options->language);
    stages[STAGE_EXTRACTION] = EXTRACTION_FINGERPRINT;
    stages[STAGE_SCHEMA] = 0;
    stages[STAGE_AUTHORITY] = extractor->authority ? extractor->authority->fingerprint : 0;
    stages[STAGE_GAZETTEER] = gazetteer_fingerprint(extractor->gazetteer);
}
