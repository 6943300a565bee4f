#include "index_options.h"

#include "option_table.h"

enum option {
    OPTION_DUMP, OPTION_TEXT, OPTION_EXPLAIN, OPTION_COLOR, OPTION_AUTHORITY, OPTION_JOBS, OPTION_URL_PREFIX,
    OPTION_LANGUAGE, OPTION_FILES_FROM, OPTION_PRUNE, OPTION_PRUNE_EMPTY, OPTION_WAIT, OPTION_QUIET, OPTION_PROGRESS,
    OPTION_LOG,
    OPTION_CHECK, OPTION_COMPACT, OPTION_STATS, OPTION_JSON, OPTION_EXPORT,
    OPTION_IMPORT, OPTION_HELP, OPTION_VERSION, OPTION_COUNT
};

enum { JOBS_MAX = 64 };

static const struct option_row table[OPTION_COUNT] = {
    [OPTION_DUMP] = { "dump", '\0', VALUE_NONE, NULL, "no database: what is extracted, as JSON, one report a line" },
    [OPTION_TEXT] = { "text", '\0', VALUE_NONE, NULL, "with --dump: the extracted text alone" },
    [OPTION_EXPLAIN] = { "explain", '\0', VALUE_NONE, NULL, "no database: each report with what was found marked in it" },
    [OPTION_COLOR] = { "color", '\0', VALUE_NEEDED, "WHEN",
                       "explain in colour: auto, always or never (auto: on a terminal)" },
    [OPTION_AUTHORITY] = { "authority", 'a', VALUE_NEEDED, "DIR",
                           "correct names by DIR/speakers.tsv and DIR/places.tsv" },
    [OPTION_JOBS] = { "jobs", 'j', VALUE_NEEDED, "N", "read N files at once (default: the processors)" },
    [OPTION_URL_PREFIX] = { "url-prefix", 'u', VALUE_NEEDED, "URL",
                            "a report's address: URL and its path below PATH" },
    [OPTION_LANGUAGE] = { "language", 'l', VALUE_NEEDED, "LANGUAGE",
                          "take every report to be in LANGUAGE (fr, en, de…)" },
    [OPTION_FILES_FROM] = { "files-from", '\0', VALUE_NEEDED, "FILE",
                            "take names of files from FILE (-: standard input)" },
    [OPTION_PRUNE] = { "prune", '\0', VALUE_NONE, NULL, "drop reports whose file is gone, only under the PATHs given" },
    [OPTION_PRUNE_EMPTY] = { "prune-empty", '\0', VALUE_NONE, NULL, "the same, also where nothing is left of a folder" },
    [OPTION_WAIT] = { "wait", 'w', VALUE_NONE, NULL, "wait for another tribune-index on this database to end" },
    [OPTION_QUIET] = { "quiet", 'q', VALUE_NONE, NULL, "say nothing but what goes wrong" },
    [OPTION_PROGRESS] = { "progress", '\0', VALUE_NEEDED, "WHEN",
                          "auto, always, never or json (auto: on a terminal)" },
    [OPTION_LOG] = { "log", '\0', VALUE_NEEDED, "FILE", "append to FILE, with the time, what is done and why not" },
    [OPTION_CHECK] = { "check", '\0', VALUE_NONE, NULL, "read all of DATABASE and say what is wrong with it" },
    [OPTION_COMPACT] = { "compact", '\0', VALUE_NONE, NULL, "make DATABASE as small as it can be" },
    [OPTION_STATS] = { "stats", '\0', VALUE_NONE, NULL, "how many reports, speakers, places…, and the commonest" },
    [OPTION_JSON] = { "json", '\0', VALUE_NONE, NULL, "print the statistics as JSON" },
    [OPTION_EXPORT] = { "export", '\0', VALUE_NONE, NULL, "print all of DATABASE, as JSON, one report a line" },
    [OPTION_IMPORT] = { "import", '\0', VALUE_NEEDED, "FILE",
                        "put exported reports into DATABASE (-: standard input)" },
    [OPTION_HELP] = { "help", 'h', VALUE_NONE, NULL, "this page" },
    [OPTION_VERSION] = { "version", 'V', VALUE_NONE, NULL, "the version" },
};

void index_options_print_help(FILE *to)
{
    fputs("Usage: tribune-index [OPTION...] DATABASE PATH...\n"
          "       tribune-index --dump [--text] [OPTION...] PATH...\n"
          "       tribune-index --explain [OPTION...] PATH...\n"
          "       tribune-index --check | --compact | --stats | --export DATABASE\n"
          "       tribune-index --import=FILE DATABASE\n"
          "Reads reports (HTML, Markdown, text, PDF) into a database, with their speakers, places and dates.\n\n",
          to);
    option_print(table, OPTION_COUNT, to);
    fputs("\nA PATH is a file or a folder. Reports that did not change are passed over.\n"
          "Exit status: 0 all indexed; 1 some files refused, each named; 2 nothing done.\n"
          "The manual: tribune-index(1).\n", to);
}

static enum status set_progress(const struct option_row *row, const char *value, enum progress_mode *mode,
                                struct error *error)
{
    static const char *const names[] = { "auto", "always", "never", "json" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], value) == 0) {
            *mode = (enum progress_mode)i;
            return STATUS_OK;
        }
    return option_refuse(row, value, "auto, always, never or json", error);
}

static enum status set_color(const struct option_row *row, const char *value, enum color_mode *mode,
                             struct error *error)
{
    static const char *const names[] = { "auto", "always", "never" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], value) == 0) {
            *mode = (enum color_mode)i;
            return STATUS_OK;
        }
    return option_refuse(row, value, "auto, always or never", error);
}

static enum status set_maintenance(struct index_options *options, enum maintenance maintenance, struct error *error)
{
    if (options->maintenance && options->maintenance != maintenance)
        return error_set(error, STATUS_USAGE, "--check, --compact, --stats, --export or --import: one at a time");
    options->maintenance = maintenance;
    return STATUS_OK;
}

static enum status set_option(struct index_options *options, size_t option, const char *value, struct error *error)
{
    const struct option_row *row = &table[option];
    switch ((enum option)option) {
    case OPTION_DUMP: options->dump = true; break;
    case OPTION_TEXT: options->text = true; break;
    case OPTION_EXPLAIN: options->explain = true; break;
    case OPTION_AUTHORITY: options->authority = value; break;
    case OPTION_PRUNE: options->prune = true; break;
    case OPTION_PRUNE_EMPTY: options->prune = options->prune_empty = true; break;
    case OPTION_WAIT: options->wait = true; break;
    case OPTION_QUIET: options->quiet = true; break;
    case OPTION_HELP: options->help = true; break;
    case OPTION_VERSION: options->version = true; break;
    case OPTION_JSON: options->json = true; break;
    case OPTION_FILES_FROM: options->files_from = value; break;
    case OPTION_LOG: options->log = value; break;
    case OPTION_CHECK: return set_maintenance(options, MAINTAIN_CHECK, error);
    case OPTION_COMPACT: return set_maintenance(options, MAINTAIN_COMPACT, error);
    case OPTION_STATS: return set_maintenance(options, MAINTAIN_STATS, error);
    case OPTION_EXPORT: return set_maintenance(options, MAINTAIN_EXPORT, error);
    case OPTION_IMPORT:
        options->import = value;
        return set_maintenance(options, MAINTAIN_IMPORT, error);
    case OPTION_JOBS: return option_number(row, value, 1, JOBS_MAX, &options->jobs, error);
    case OPTION_COLOR: return set_color(row, value, &options->color, error);
    case OPTION_PROGRESS: return set_progress(row, value, &options->progress, error);
    case OPTION_URL_PREFIX:
        if (strncmp(value, "http://", 7) != 0 && strncmp(value, "https://", 8) != 0 && value[0] != '/')
            return option_refuse(row, value, "an address: https://…, http://… or /…", error);
        options->url_prefix = value;
        break;
    case OPTION_LANGUAGE:
        options->language = language_from_name(slice_of(value));
        if (options->language == LANGUAGE_UNKNOWN)
            return option_refuse(row, value, "a language that Tribune knows (fr, en, de, es, it, pt, nl, ca)", error);
        break;
    case OPTION_COUNT: break;
    }
    return STATUS_OK;
}

/* The words that are no options: COUNT of them, the database first unless nothing is written. */
static enum status take_words(struct index_options *options, char **words, int count, struct error *error)
{
    bool only_shown = options->dump || options->explain;
    int first = 0;
    if (!only_shown) {
        if (count < 1)
            return error_set(error, STATUS_USAGE, "which database%s? tribune-index %s",
                             options->maintenance ? "" : ", and which reports",
                             options->maintenance ? "--stats DATABASE" : "DATABASE PATH...");
        options->database = words[first++];
    }
    if (options->maintenance && count > first)
        return error_set(error, STATUS_USAGE, "'%s': only a database goes with --check, --compact, --stats, "
                         "--export and --import", words[first]);
    if (count <= first && !options->files_from && !options->maintenance)
        return error_set(error, STATUS_USAGE, "which reports? Name files or folders after %s",
                         options->dump ? "--dump" : options->explain ? "--explain" : "the database");
    options->paths = (const char *const *)(words + first);
    options->path_count = (size_t)(count - first);
    return STATUS_OK;
}

/* What does not go together. */
static enum status check_together(const struct index_options *options, struct error *error)
{
    const char *only_shown = options->dump ? "--dump" : options->explain ? "--explain" : NULL;
    if (options->text && !options->dump)
        return error_set(error, STATUS_USAGE, "--text goes with --dump");
    if (options->dump && options->explain)
        return error_set(error, STATUS_USAGE, "--dump or --explain, not both");
    if (options->json && options->maintenance != MAINTAIN_STATS)
        return error_set(error, STATUS_USAGE, "--json goes with --stats");
    if (only_shown && options->maintenance)
        return error_set(error, STATUS_USAGE, "%s reads files, not a database: --export prints what that holds",
                         only_shown);
    if (only_shown && options->prune)
        return error_set(error, STATUS_USAGE, "--prune needs a database: it does not go with %s", only_shown);
    return STATUS_OK;
}

enum status index_options_parse(struct index_options *options, int argc, char **argv, struct error *error)
{
    int kept = 1;
    bool only_words = false;
    *options = (struct index_options){ 0 };
    for (int i = 1; i < argc; i++) {
        size_t option;
        const char *value;
        if (only_words || argv[i][0] != '-' || !argv[i][1]) {
            argv[kept++] = argv[i];
        } else if (strcmp(argv[i], "--") == 0) {
            only_words = true;
        } else {
            enum status status = option_take(table, OPTION_COUNT, argc, argv, &i, &option, &value, error);
            if (!status)
                status = set_option(options, option, value, error);
            if (status)
                return status;
        }
    }
    if (options->help || options->version)
        return STATUS_OK;
    enum status status = check_together(options, error);
    return status ? status : take_words(options, argv + 1, kept - 1, error);
}
