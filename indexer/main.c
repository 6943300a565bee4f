/* tribune-index: reads the command line, walks the files, and hands each report to the dump or to the database. */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "attached.h"
#include "dump.h"
#include "explain.h"
#include "extract.h"
#include "file_list.h"
#include "index.h"
#include "index_options.h"
#include "maintain.h"
#include "pool.h"
#include "progress.h"
#include "prune.h"

enum { EXIT_ALL = 0, EXIT_SOME_REFUSED = 1, EXIT_NOTHING = 2 };
enum { REASONS_SHOWN = 5 }; /* in the summary */

struct run {
    struct index_options options;
    struct extract_options extract;
    struct extractor *extractor;
    struct indexer *indexer;
    struct arena arena;          /* of the list of files */
    struct source_list sources;
    string_list paths;           /* those given, and those of --files-from */
    struct map attached;         /* PDFs that reports have read as their attachments: real paths */
    FILE *log;                   /* NULL: none */
    struct progress progress;
    bool only_shown;             /* --dump or --explain: there is no database */
    bool colour;
    size_t added, updated, unchanged, removed, refused, dumped;
    struct map reasons;          /* of refusals: how many of each */
};

/* One line of --log: when, what, which file, and why. */
static void note(struct run *run, const char *what, const char *file, const char *reason)
{
    char when[32];
    struct tm broken;
    time_t now = time(NULL);
    if (!run->log)
        return;
    strftime(when, sizeof when, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&now, &broken));
    fprintf(run->log, "%s %s %s%s%s\n", when, what, file, reason ? ": " : "", reason ? reason : "");
}

static void complain(struct run *run, const char *file, const char *reason)
{
    progress_clear(&run->progress);
    fprintf(stderr, "tribune-index: %s: %s\n", file, reason);
}

static void refuse(struct run *run, const char *file, const char *reason)
{
    uint32_t *count = map_get(&run->reasons, slice_of(reason));
    if (count)
        ++*count;
    else
        map_put(&run->reasons, slice_of(arena_strdup(&run->arena, reason)), 1, NULL);
    run->refused++;
    note(run, "refused", file, reason);
    complain(run, file, reason);
}

static unsigned jobs(const struct run *run, size_t files)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    unsigned wanted = run->options.jobs ? run->options.jobs : processors > 0 ? (unsigned)processors : 1;
    return files < wanted ? (unsigned)(files ? files : 1) : wanted;
}

static enum status write_out(const char *bytes, size_t length, struct error *error)
{
    if (fwrite(bytes, 1, length, stdout) != length || ferror(stdout))
        return error_set(error, STATUS_IO, "standard output: can't be written");
    return STATUS_OK;
}

/* A terminal that shows colours, and a user who has not said no to them (https://no-color.org). */
static bool colours_wanted(const struct index_options *options)
{
    const char *refused = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (options->color != COLOR_AUTO)
        return options->color == COLOR_ALWAYS;
    return isatty(STDOUT_FILENO) && !(refused && *refused) && !(terminal && strcmp(terminal, "dumb") == 0);
}

static enum status dump_one(struct run *run, struct report *report, struct error *error)
{
    if (run->options.text) {
        enum status status = write_out(report->record.text.bytes, report->record.text.length, error);
        return status ? status : write_out("\n", 1, error);
    }
    struct buf out = BUF_INIT(report->arena);
    if (run->options.explain)
        explain_record(&report->record, run->colour, &out);
    else
        dump_record(&report->record, &out);
    return write_out(out.bytes, out.length, error);
}

/* The part of handling a report that allocates in its arena, under a guard of its own: the pool's has been left. */
static enum status guarded_dump(struct run *run, struct report *report, struct error *error)
{
    if (arena_guard(report->arena))
        return error_set(error, STATUS_MEMORY, "%s: needs more memory than a report may take", report->record.file);
    return dump_one(run, report, error);
}

static enum status index_one(struct run *run, struct pool_result *result, bool known, struct error *error)
{
    if (arena_guard(result->report->arena))
        return error_set(error, STATUS_MEMORY, "%s: needs more memory than a report may take", result->file->file);
    enum status status = indexer_add(run->indexer, &result->report->record, result->file, error);
    if (!status) {
        *(known ? &run->updated : &run->added) += 1;
        note(run, known ? "updated" : "added", source_name_utf8(&run->arena, result->file->file), NULL);
    }
    return status;
}

/* Keeps the names of a report's attachments, whose list goes with the report. */
static void note_attached(struct run *run, struct source_file *file)
{
    const char *path;
    for (size_t at = 0; (path = attached_next(file->attached, &at));)
        map_put(&run->attached, slice_of(arena_strdup(&run->arena, path)), 1, NULL);
    file->attached = SLICE("");
}

/* Reads FILES in parallel and takes the reports in order. KNOWN tells, for each, whether it replaces one. */
static enum status take_files(struct run *run, struct source_file *const *files, const bool *known, size_t count,
                              struct error *error)
{
    struct pool *pool = NULL;
    struct pool_result *result;
    enum status status = count ? extractor_prepare(run->extractor, error) : STATUS_OK;
    if (count && !status)
        status = pool_new(&pool, run->extractor, files, count, jobs(run, count), error);
    for (size_t i = 0; pool && !status && pool_next(pool, &result); i++) {
        if (result->status)
            refuse(run, source_name_utf8(&run->arena, result->file->file), result->error.message);
        else if (run->only_shown)
            status = guarded_dump(run, result->report, error), run->dumped += !status;
        else
            status = index_one(run, result, known[i], error);
        if (status == STATUS_LIMIT || status == STATUS_MEMORY) { /* this report's own: the others go on */
            refuse(run, source_name_utf8(&run->arena, result->file->file), error->message);
            status = STATUS_OK;
        }
        note_attached(run, result->file);
        progress_step(&run->progress, result->file->file, result->file->size);
    }
    pool_free(pool);
    return status;
}

/* PDFs come after all else: by then it is known which of them are attachments. */
static bool is_pdf(const struct source_file *file)
{
    return source_type_by_ending(file->file) == REPORT_PDF;
}

static enum status dump_files(struct run *run, bool pdf, struct error *error)
{
    size_t count = run->sources.files.count, wanted = 0;
    struct source_file **files = arena_alloc(&run->arena, (count + 1) * sizeof *files);
    for (size_t i = 0; i < count; i++) {
        struct source_file *file = &run->sources.files.items[i];
        if (is_pdf(file) == pdf && !map_get(&run->attached, slice_of(file->path)))
            files[wanted++] = file;
    }
    return take_files(run, files, NULL, wanted, error);
}

static enum status run_dump(struct run *run, struct error *error)
{
    enum status status = dump_files(run, false, error);
    if (!status)
        status = dump_files(run, true, error);
    if (!status && fflush(stdout) != 0)
        status = error_set(error, STATUS_IO, "standard output: can't be written");
    return status;
}

static bool same_content(struct run *run, struct source_file *file)
{
    struct arena arena = ARENA_INIT(0);
    struct slice bytes;
    struct error unread; /* a file that can't be read is not the same: it is refused when its turn comes */
    bool same = arena_guard(&arena) == 0 && source_read(&arena, file, &bytes, &unread) == STATUS_OK &&
                indexer_same_content(run->indexer, file);
    arena_fini(&arena);
    return same;
}

/* A PDF that a report has read is no report of its own, or no longer. */
static enum status pass_over_attached(struct run *run, const struct source_file *file, struct error *error)
{
    enum status status = STATUS_OK;
    if (indexer_state(run->indexer, file) != FILE_NEW) {
        status = indexer_remove(run->indexer, file->id, error);
        run->removed += !status;
        note(run, "removed", source_name_utf8(&run->arena, file->file), "searched with a report that links to it");
    }
    progress_step(&run->progress, file->file, 0);
    return status;
}

/* Files that are in the database unchanged are passed over; touched ones are read to see. */
static enum status index_files(struct run *run, bool pdf, struct error *error)
{
    size_t count = run->sources.files.count, wanted = 0;
    struct source_file **files = arena_alloc(&run->arena, (count + 1) * sizeof *files);
    bool *known = arena_alloc(&run->arena, (count + 1) * sizeof *known);
    enum status status = STATUS_OK;
    for (size_t i = 0; !status && i < count; i++) {
        struct source_file *file = &run->sources.files.items[i];
        if (is_pdf(file) != pdf)
            continue;
        if (map_get(&run->attached, slice_of(file->path))) {
            status = pass_over_attached(run, file, error);
            continue;
        }
        enum file_state state = indexer_state(run->indexer, file);
        if (state == FILE_TOUCHED && same_content(run, file)) {
            status = indexer_touch(run->indexer, file, error);
            state = FILE_CURRENT;
        }
        if (state == FILE_CURRENT) {
            run->unchanged++;
            progress_step(&run->progress, file->file, 0);
            continue;
        }
        known[wanted] = state != FILE_NEW;
        files[wanted++] = file;
    }
    if (!status)
        status = take_files(run, files, known, wanted, error);
    return status;
}

static enum status run_index(struct run *run, struct error *error)
{
    enum status status = index_files(run, false, error);
    if (status)
        return status;
    indexer_attached(run->indexer, &run->arena, &run->attached);
    return index_files(run, true, error);
}

static void complain_of(void *run, const char *file, const char *reason)
{
    complain(run, file, reason);
}

static void note_removed(void *owner, const char *file)
{
    struct run *run = owner;
    run->removed++;
    note(run, "removed", file, NULL);
}

static enum status run_prune(struct run *run, struct error *error)
{
    const struct prune prune = { .indexer = run->indexer, .arena = &run->arena, .roots = run->paths.items,
                                 .root_count = run->paths.count, .found = &run->sources, .owner = run,
                                 .insist = run->options.prune_empty, .complain = complain_of,
                                 .removed = note_removed };
    return prune_reports(&prune, error);
}

/* "; refused: empty file (3), binary data, not text (1)…": the commonest reasons, first. */
static const char *reasons(struct run *run)
{
    struct buf out = BUF_INIT(&run->arena);
    buf_add_string(&out, "");
    for (size_t shown = 0; shown < run->reasons.count && shown < REASONS_SHOWN; shown++) {
        struct map_entry *most = &run->reasons.entries[0];
        for (size_t i = 1; i < run->reasons.room; i++)
            if (run->reasons.entries[i].value > most->value)
                most = &run->reasons.entries[i];
        buf_printf(&out, "%s%.*s (%u)", shown ? ", " : "; refused: ", (int)most->key.length, most->key.bytes,
                   (unsigned)most->value);
        most->value = 0;
    }
    if (run->reasons.count > REASONS_SHOWN)
        buf_add_string(&out, "…");
    return out.bytes;
}

static void summarise(struct run *run)
{
    struct indexer_counts counts;
    indexer_counts(run->indexer, &counts);
    const char *text = arena_printf(&run->arena, "%zu added, %zu updated, %zu unchanged, %zu removed, %zu refused; "
                                    "%llu passages written%s", run->added, run->updated, run->unchanged, run->removed,
                                    run->refused, (unsigned long long)counts.passages, reasons(run));
    progress_clear(&run->progress);
    note(run, "done", run->options.database, text);
    if (!run->options.quiet)
        printf("%s: %s\n", run->options.database, text);
}

/* The paths given, then those of --files-from; and the file to log to. */
static enum status open_lists(struct run *run, struct error *error)
{
    const struct index_options *options = &run->options;
    for (size_t i = 0; i < options->path_count; i++)
        *vec_push(&run->arena, &run->paths) = options->paths[i];
    enum status status = STATUS_OK;
    if (options->files_from)
        status = file_list_read(&run->arena, options->files_from, &run->paths, error);
    if (!status && options->log && !(run->log = fopen(options->log, "ae")))
        status = error_set(error, STATUS_IO, "%s: %s", options->log, strerror(errno));
    return status;
}

static enum status import_reports(const struct index_options *options, bool *sound, struct error *error)
{
    struct maintain_import counts;
    enum status status = maintain_import(options->database, options->import, options->wait, stderr, &counts, error);
    if (!status && !options->quiet)
        printf("%s: %zu added, %zu updated, %zu refused\n", options->database, counts.added, counts.updated,
               counts.refused);
    *sound = counts.refused == 0;
    if (!status && counts.refused && counts.added + counts.updated == 0)
        status = error_set(error, STATUS_FORMAT, "%s: no report in it", options->import);
    return status;
}

static enum status run_maintenance(const struct index_options *options, bool *sound, struct error *error)
{
    switch (options->maintenance) {
    case MAINTAIN_CHECK: return maintain_check(options->database, options->wait, stdout, sound, error);
    case MAINTAIN_COMPACT:
        return maintain_compact(options->database, options->wait, options->quiet ? NULL : stdout, error);
    case MAINTAIN_STATS: return maintain_stats(options->database, options->json, stdout, error);
    case MAINTAIN_EXPORT: return maintain_export(options->database, stdout, error);
    case MAINTAIN_IMPORT: return import_reports(options, sound, error);
    case MAINTAIN_NOTHING: break;
    }
    return STATUS_OK;
}

static int maintain(const struct index_options *options)
{
    struct error error = ERROR_NONE;
    bool sound = true;
    if (run_maintenance(options, &sound, &error) == STATUS_OK)
        return sound ? EXIT_ALL : EXIT_SOME_REFUSED;
    fprintf(stderr, "tribune-index: %s\n", error.message);
    return EXIT_NOTHING;
}

static enum status run_all(struct run *run, struct error *error)
{
    enum status status = open_lists(run, error);
    if (!status)
        status = extractor_new(&run->extractor, &run->extract, error);
    if (status)
        return status;
    if (!run->only_shown) {
        struct indexer_options options = { .path = run->options.database, .wait = run->options.wait,
                                           .gazetteer = extractor_gazetteer(run->extractor) };
        extractor_stages(run->extractor, options.stages);
        status = indexer_open(&run->indexer, &options, error);
        if (status)
            return status;
    }
    source_walk(&run->arena, run->paths.items, run->paths.count, &run->sources);
    for (size_t i = 0; i < run->sources.refusals.count; i++)
        refuse(run, run->sources.refusals.items[i].file, run->sources.refusals.items[i].reason);
    enum progress_mode mode = run->options.quiet || run->only_shown ? PROGRESS_NEVER : run->options.progress;
    progress_begin(&run->progress, mode, run->sources.files.count);
    if (run->only_shown)
        return run_dump(run, error);
    status = run_index(run, error);
    if (!status && run->options.prune)
        status = run_prune(run, error);
    if (!status)
        status = indexer_commit(run->indexer, error);
    if (!status)
        summarise(run);
    return status;
}

int main(int argc, char **argv)
{
    struct error error = ERROR_NONE;
    struct run run = { .arena = ARENA_INIT(0) };
    run.attached = run.reasons = (struct map)MAP_INIT(&run.arena);
    enum status status = index_options_parse(&run.options, argc, argv, &error);
    if (status) {
        fprintf(stderr, "tribune-index: %s\nTry 'tribune-index --help'.\n", error.message);
        return EXIT_NOTHING;
    }
    if (run.options.help || run.options.version) {
        if (run.options.help)
            index_options_print_help(stdout);
        else
            puts("tribune-index " TRIBUNE_VERSION);
        return EXIT_ALL;
    }
    signal(SIGPIPE, SIG_IGN); /* `--dump | head`: the write fails and is reported, nothing is cut in two */
    signal(SIGXFSZ, SIG_IGN); /* the same for a limit on the size of files */
    if (run.options.maintenance)
        return maintain(&run.options);
    run.only_shown = run.options.dump || run.options.explain;
    run.colour = colours_wanted(&run.options);
    run.extract = (struct extract_options){ .url_prefix = run.options.url_prefix, .language = run.options.language,
                                            .authority = run.options.authority };
    if (arena_guard(&run.arena))
        status = error_set(&error, STATUS_MEMORY, "out of memory");
    else
        status = run_all(&run, &error);
    struct error closing = ERROR_NONE;
    if (run.indexer && indexer_close(run.indexer, &closing) && !status) {
        status = closing.status;
        error = closing;
    }
    if (status) {
        progress_clear(&run.progress);
        fprintf(stderr, "tribune-index: %s\n", error.message);
        note(&run, "failed", run.options.database ? run.options.database : "-", error.message);
    }
    if (run.log && fclose(run.log) != 0)
        fprintf(stderr, "tribune-index: %s: can't be written\n", run.options.log);
    size_t done = run.added + run.updated + run.unchanged + run.removed + run.dumped, refused = run.refused;
    extractor_free(run.extractor);
    arena_fini(&run.arena);
    if (status || (refused && done == 0))
        return EXIT_NOTHING;
    return refused ? EXIT_SOME_REFUSED : EXIT_ALL;
}
