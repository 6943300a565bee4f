#include "index_options.h"

#include "option_table.h"

enum option {
    OPTION_DUMP, OPTION_TEXT, OPTION_EXPLAIN, OPTION_COLOR, OPTION_AUTHORITY, OPTION_JOBS, OPTION_URL_PREFIX,
    OPTION_LANGUAGE, OPTION_PRUNE, OPTION_WAIT, OPTION_QUIET, OPTION_PROGRESS, OPTION_HELP, OPTION_VERSION, OPTION_COUNT
};

enum { JOBS_MAX = 64 };

static const struct option_row table[OPTION_COUNT] = {
    [OPTION_DUMP] = { "dump", '\0', VALUE_NONE, NULL, "no database: what is extracted, as JSON, one report a line" },
    [OPTION_TEXT] = { "text", '\0', VALUE_NONE, NULL, "with --dump: the extracted text alone" },
    [OPTION_EXPLAIN] = { "explain", '\0', VALUE_NONE, NULL, "no database: each report with what was found marked in it" },
    [OPTION_COLOR] = { "color", '\0', VALUE_NEEDED, "WHEN", "explain in colour: auto, always or never (auto: on a terminal)" },
    [OPTION_AUTHORITY] = { "authority", 'a', VALUE_NEEDED, "DIR", "correct names by DIR/speakers.tsv and DIR/places.tsv" },
    [OPTION_JOBS] = { "jobs", 'j', VALUE_NEEDED, "N", "read N files at once (default: the processors)" },
    [OPTION_URL_PREFIX] = { "url-prefix", 'u', VALUE_NEEDED, "URL", "a report's address: URL and its path below PATH" },
    [OPTION_LANGUAGE] = { "language", 'l', VALUE_NEEDED, "LANGUAGE", "take every report to be in LANGUAGE (fr, en, de…)" },
    [OPTION_PRUNE] = { "prune", '\0', VALUE_NONE, NULL, "drop reports whose file is gone, only under the PATHs given" },
    [OPTION_WAIT] = { "wait", 'w', VALUE_NONE, NULL, "wait for another tribune-index on this database to end" },
    [OPTION_QUIET] = { "quiet", 'q', VALUE_NONE, NULL, "say nothing but what goes wrong" },
    [OPTION_PROGRESS] = { "progress", '\0', VALUE_NEEDED, "WHEN", "auto, always, never or json (auto: on a terminal)" },
    [OPTION_HELP] = { "help", 'h', VALUE_NONE, NULL, "this page" },
    [OPTION_VERSION] = { "version", 'V', VALUE_NONE, NULL, "the version" },
};

void index_options_print_help(FILE *to)
{
    fputs("Usage: tribune-index [OPTION...] DATABASE PATH...\n"
          "       tribune-index --dump [--text] [OPTION...] PATH...\n"
          "       tribune-index --explain [OPTION...] PATH...\n"
          "Reads reports (HTML, Markdown, text) into a database, with their speakers, places and dates.\n\n", to);
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

static enum status set_option(struct index_options *options, size_t option, const char *value, struct error *error)
{
    const struct option_row *row = &table[option];
    switch ((enum option)option) {
    case OPTION_DUMP: options->dump = true; break;
    case OPTION_TEXT: options->text = true; break;
    case OPTION_EXPLAIN: options->explain = true; break;
    case OPTION_AUTHORITY: options->authority = value; break;
    case OPTION_PRUNE: options->prune = true; break;
    case OPTION_WAIT: options->wait = true; break;
    case OPTION_QUIET: options->quiet = true; break;
    case OPTION_HELP: options->help = true; break;
    case OPTION_VERSION: options->version = true; break;
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
    if (options->text && !options->dump)
        return error_set(error, STATUS_USAGE, "--text goes with --dump");
    const char *only_shown = options->dump ? "--dump" : options->explain ? "--explain" : NULL;
    if (options->dump && options->explain)
        return error_set(error, STATUS_USAGE, "--dump or --explain, not both");
    if (only_shown && options->prune)
        return error_set(error, STATUS_USAGE, "--prune needs a database: it does not go with %s", only_shown);
    int first = 1;
    if (!only_shown) {
        if (kept < 2)
            return error_set(error, STATUS_USAGE, "which database, and which reports? tribune-index DATABASE PATH...");
        options->database = argv[first++];
    }
    if (kept <= first)
        return error_set(error, STATUS_USAGE, "which reports? Name files or folders after %s",
                         only_shown ? only_shown : "the database");
    options->paths = (const char *const *)(argv + first);
    options->path_count = (size_t)(kept - first);
    return STATUS_OK;
}
