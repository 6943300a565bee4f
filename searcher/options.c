#include "options.h"

#include "option_table.h"

enum option {
    OPTION_FORMAT, OPTION_UNIT, OPTION_LIMIT, OPTION_OFFSET, OPTION_SORT, OPTION_FACETS, OPTION_PASSAGES, OPTION_KWIC,
    OPTION_SIMILAR, OPTION_SUGGEST, OPTION_DOC, OPTION_DUPLICATES, OPTION_EXPLAIN, OPTION_DATABASE, OPTION_BATCH,
    OPTION_RUN, OPTION_SERVE, OPTION_COLOUR, OPTION_LIST_FIELDS, OPTION_HELP, OPTION_VERSION, OPTION_COUNT
};

enum { KWIC_DEFAULT = 40, KWIC_MAX = 400, PASSAGES_MAX = 100 };

static const struct option_row table[OPTION_COUNT] = {
    [OPTION_FORMAT] = { "format", 'f', VALUE_NEEDED, "FORMAT",
                        "text, json, jsonl, csv, tsv, html, atom, ris, bibtex or trec (text)" },
    [OPTION_UNIT] = { "unit", 'u', VALUE_NEEDED, "UNIT", "what a hit is: report or passage (report)" },
    [OPTION_LIMIT] = { "limit", 'n', VALUE_NEEDED, "N", "show at most N hits (10)" },
    [OPTION_OFFSET] = { "offset", 'o', VALUE_NEEDED, "N", "leave out the first N hits" },
    [OPTION_SORT] = { "sort", 's', VALUE_NEEDED, "ORDER", "relevance, date, -date (newest first) or title" },
    [OPTION_FACETS] = { "facets", 'F', VALUE_NEEDED, "LIST",
                        "count by speaker, place, event_place, organisation, year, language" },
    [OPTION_PASSAGES] = { "passages", 'p', VALUE_NEEDED, "N", "show at most N passages of each report (3)" },
    [OPTION_KWIC] = { "kwic", 'k', VALUE_OPTIONAL, "WIDTH",
                      "every match on a line, WIDTH characters each side (40)" },
    [OPTION_SIMILAR] = { "similar", '\0', VALUE_NEEDED, "ID", "reports like the one of this id" },
    [OPTION_SUGGEST] = { "suggest", '\0', VALUE_NEEDED, "PREFIX", "what begins so in the collection" },
    [OPTION_DOC] = { "doc", '\0', VALUE_NEEDED, "ID", "the report of this id, to read (text, json, html) or cite" },
    [OPTION_DUPLICATES] = { "duplicates", '\0', VALUE_NEEDED, "show|hide", "identical reports: all, or one (show)" },
    [OPTION_EXPLAIN] = { "explain", 'e', VALUE_NONE, NULL, "how the query was understood, and each hit's score" },
    [OPTION_DATABASE] = { "database", 'd', VALUE_NEEDED, "DIR", "one more database (repeatable)" },
    [OPTION_BATCH] = { "batch", '\0', VALUE_NEEDED, "FILE", "answer lines of id<TAB>query; - is standard input" },
    [OPTION_RUN] = { "run", '\0', VALUE_NEEDED, "TAG", "name of the run in trec output (tribune)" },
    [OPTION_SERVE] = { "serve", '\0', VALUE_NEEDED, "PLACE",
                       "the web page at [HOST:]PORT (host 127.0.0.1), no web server needed" },
    [OPTION_COLOUR] = { "color", '\0', VALUE_NEEDED, "WHEN", "bold matches: auto, always or never (auto)" },
    [OPTION_LIST_FIELDS] = { "list-fields", '\0', VALUE_NONE, NULL, "the fields a query can name" },
    [OPTION_HELP] = { "help", 'h', VALUE_NONE, NULL, "this page" },
    [OPTION_VERSION] = { "version", 'V', VALUE_NONE, NULL, "the version" },
};

void options_print_help(FILE *to)
{
    fputs("Usage: tribune-search [OPTION...] DATABASE QUERY...\n"
          "       tribune-search --serve=[HOST:]PORT DATABASE\n"
          "Searches reports: who said what, where and when.\n\n", to);
    option_print(table, OPTION_COUNT, to);
    fputs("\nA query: words  \"a phrase\"  speaker:name  place:town  date:2016..2017  AND OR NOT  word*  NEAR/5\n"
          "Exit status: 0 something found; 1 nothing found; 2 bad usage or query; 3 the database can't be read.\n"
          "The manual: tribune-search(1).\n", to);
}

static const char *field_kind_words(const struct field_row *row)
{
    switch (row->kind) {
    case FIELD_KIND_WORDS: return "words";
    case FIELD_KIND_NAME: return "name";
    case FIELD_KIND_PLACE: return "place";
    case FIELD_KIND_INTERVAL: return "date";
    case FIELD_KIND_KEYWORD: return "keyword";
    }
    return "";
}

void options_print_fields(FILE *to)
{
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        const struct field_row *row = &field_table[i];
        if (row->name && row->name[0] && i != FIELD_TEXT)
            fprintf(to, "%s\t%s\t%s\t%s\t%s\n", row->name, row->name_fr ? row->name_fr : row->name,
                    field_kind_words(row), row->facet ? row->facet : "-", row->help);
    }
}

/* The index of VALUE in WORDS, or COUNT. */
static unsigned choice(const char *value, const char *const *words, unsigned count)
{
    unsigned i = 0;
    while (i < count && strcmp(words[i], value) != 0)
        i++;
    return i;
}

static enum status set_facets(const struct option_row *row, const char *value, struct options *options,
                              struct error *error)
{
    for (const char *at = value;;) {
        struct slice name = slice_trim((struct slice){ at, strcspn(at, ",") });
        enum field field = facet_from_name(name);
        if (field == FIELD_COUNT)
            return option_refuse(row, value,
                                 "a list of facets: speaker, place, event_place, organisation, year, language",
                                 error);
        bool known = false;
        for (unsigned i = 0; i < options->search.facet_count; i++)
            known = known || options->search.facets[i] == field;
        if (!known)
            options->search.facets[options->search.facet_count++] = field;
        at += strcspn(at, ",");
        if (!*at++)
            return STATUS_OK;
    }
}

static enum status set_option(struct options *options, enum option option, const char *value, struct arena *arena,
                              struct error *error)
{
    static const char *const colours[] = { "auto", "always", "never" };
    const struct option_row *row = &table[option];
    struct search_request *search = &options->search;
    switch (option) {
    case OPTION_FORMAT:
        options->format = format_from_name(value);
        if (options->format == FORMAT_COUNT || !format_table[options->format].shell)
            return option_refuse(row, value,
                                 "one of text, json, jsonl, csv, tsv, html, atom, ris, bibtex, trec", error);
        return STATUS_OK;
    case OPTION_UNIT:
        for (search->unit = UNIT_REPORT; search->unit <= UNIT_PASSAGE; search->unit++)
            if (strcmp(unit_name(search->unit), value) == 0)
                return STATUS_OK;
        return option_refuse(row, value, "report or passage", error);
    case OPTION_SORT:
        for (search->sort = SORT_RELEVANCE; search->sort <= SORT_TITLE; search->sort++)
            if (strcmp(sort_name(search->sort), value) == 0)
                return STATUS_OK;
        return option_refuse(row, value, "relevance, date, -date or title", error);
    case OPTION_LIMIT:
        return option_number(row, value, 0, SEARCH_LIMIT_MAX, &search->limit, error);
    case OPTION_OFFSET:
        return option_number(row, value, 0, SEARCH_OFFSET_MAX, &search->offset, error);
    case OPTION_FACETS:
        return set_facets(row, value, options, error);
    case OPTION_PASSAGES:
        return option_number(row, value, 1, PASSAGES_MAX, &search->passages, error);
    case OPTION_KWIC:
        search->kwic = KWIC_DEFAULT;
        return value ? option_number(row, value, 1, KWIC_MAX, &search->kwic, error) : STATUS_OK;
    case OPTION_SIMILAR:
        search->similar = value;
        return STATUS_OK;
    case OPTION_SUGGEST:
        options->suggest = value;
        return STATUS_OK;
    case OPTION_DOC:
        options->doc = value;
        return STATUS_OK;
    case OPTION_DUPLICATES:
        search->hide_duplicates = strcmp(value, "hide") == 0;
        if (search->hide_duplicates || strcmp(value, "show") == 0)
            return STATUS_OK;
        return option_refuse(row, value, "show or hide", error);
    case OPTION_EXPLAIN:
        search->explain = true;
        return STATUS_OK;
    case OPTION_DATABASE:
        *vec_push(arena, &options->databases) = value;
        return STATUS_OK;
    case OPTION_BATCH:
        options->batch = value;
        return STATUS_OK;
    case OPTION_RUN:
        if (!value[0] || strpbrk(value, " \t\r\n"))
            return option_refuse(row, value, "one word", error);
        options->run = value;
        return STATUS_OK;
    case OPTION_SERVE:
        options->serve = value;
        return STATUS_OK;
    case OPTION_COLOUR:
        options->colour = choice(value, colours, 3);
        if (options->colour <= COLOUR_NEVER)
            return STATUS_OK;
        return option_refuse(row, value, "auto, always or never", error);
    case OPTION_LIST_FIELDS:
        options->list_fields = true;
        return STATUS_OK;
    case OPTION_HELP:
        options->help = true;
        return STATUS_OK;
    case OPTION_VERSION:
        options->version = true;
        return STATUS_OK;
    case OPTION_COUNT:
        break;
    }
    return STATUS_OK;
}

/* What can't go together is refused here, by name. */
static enum status check_together(const struct options *options, struct error *error)
{
    const struct search_request *search = &options->search;
    unsigned tasks = (unsigned)options->has_query + (options->batch != NULL) + (search->similar != NULL) +
                     (options->suggest != NULL);
    bool reads_one = options->doc != NULL;
    bool plain = options->format == FORMAT_TEXT || options->format == FORMAT_JSON;
    if (options->serve && (tasks || reads_one))
        return error_set(error, STATUS_USAGE, "--serve goes with no query: --serve=[HOST:]PORT DATABASE");
    if (options->serve)
        return STATUS_OK;
    if (!options->databases.count)
        return error_set(error, STATUS_USAGE, "which database? tribune-search [OPTION...] DATABASE QUERY...");
    if (reads_one && (options->batch || search->similar || options->suggest))
        return error_set(error, STATUS_USAGE, "--doc goes with neither --batch, --similar nor --suggest");
    if (!reads_one && tasks == 0)
        return error_set(error, STATUS_USAGE, "search for what? tribune-search [OPTION...] DATABASE QUERY...");
    if (!reads_one && tasks > 1)
        return error_set(error, STATUS_USAGE, "only one of a query, --batch, --similar and --suggest at a time");
    if (options->suggest && !plain)
        return error_set(error, STATUS_USAGE, "--suggest goes with --format=text or json");
    if (reads_one && !plain && options->format != FORMAT_HTML && !format_cites(options->format))
        return error_set(error, STATUS_USAGE, "--doc goes with --format=text, json, html, ris or bibtex");
    if (search->kwic && options->format != FORMAT_TEXT && options->format != FORMAT_JSON &&
        options->format != FORMAT_JSONL)
        return error_set(error, STATUS_USAGE, "--kwic goes with --format=text, json or jsonl");
    if (search->explain && options->format != FORMAT_TEXT && options->format != FORMAT_JSON)
        return error_set(error, STATUS_USAGE, "--explain goes with --format=text or json");
    if (options->batch && (options->format == FORMAT_HTML || options->format == FORMAT_ATOM))
        return error_set(error, STATUS_USAGE, "--batch goes with text, json, jsonl, csv, tsv, ris, bibtex or trec");
    return STATUS_OK;
}

static const char *join_words(struct arena *arena, int count, char *const *words)
{
    struct buf out = BUF_INIT(arena);
    for (int i = 0; i < count; i++) {
        if (i)
            buf_add_char(&out, ' ');
        buf_add_string(&out, words[i]);
    }
    return buf_slice(&out).bytes;
}

/* After the database, `-word` excludes a word, as in a query; a lone known letter (`-n 5`) is still an option. */
static bool is_late_option(const char *word)
{
    if (word[0] != '-' || !word[1])
        return false;
    for (size_t i = 0; i < OPTION_COUNT && !word[2]; i++)
        if (table[i].letter == word[1])
            return true;
    return word[1] == '-';
}

enum status options_parse(struct options *options, int argc, char *const *argv, struct arena *arena,
                          struct error *error)
{
    *options = (struct options){ .format = FORMAT_TEXT, .search = SEARCH_REQUEST_INIT, .run = "tribune" };
    const char *first = NULL;
    bool only_words = false;
    VEC(char *) words = { 0 };
    for (int i = 1; i < argc; i++) {
        bool option = !only_words && (first ? is_late_option(argv[i]) : argv[i][0] == '-' && argv[i][1]);
        if (option && strcmp(argv[i], "--") == 0) {
            only_words = true;
        } else if (option) {
            size_t taken;
            const char *value;
            enum status status = option_take(table, OPTION_COUNT, argc, argv, &i, &taken, &value, error);
            if (status == STATUS_OK)
                status = set_option(options, (enum option)taken, value, arena, error);
            if (status)
                return status;
        } else if (!first) {
            first = argv[i];
        } else {
            *vec_push(arena, &words) = argv[i];
        }
    }
    if (options->help || options->version || options->list_fields)
        return STATUS_OK;
    if (first) {
        string_list all = { 0 };
        *vec_push(arena, &all) = first;
        for (size_t i = 0; i < options->databases.count; i++)
            *vec_push(arena, &all) = options->databases.items[i];
        options->databases = all;
    }
    options->has_query = words.count > 0;
    options->search.query = join_words(arena, (int)words.count, words.items);
    return check_together(options, error);
}
