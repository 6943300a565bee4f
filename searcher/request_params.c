/* From a page's parameters to a request. */
#include <stdlib.h>

#include "request.h"

/* Each filter of the page is a link that says the whole query again: a long one has fewer, or none. */
enum { FACET_VALUES_PAGE = 9, FACET_VALUES_LONG = 4, QUERY_BYTES_LONG = 80, QUERY_BYTES_LONGEST = 400 };

/* Parameters that filter: repeated ones are alternatives. */
static const struct {
    enum param param;
    enum field field;
} filters[] = {
    { PARAM_SPEAKER, FIELD_SPEAKER }, { PARAM_PLACE, FIELD_PLACE }, { PARAM_EVENT_PLACE, FIELD_EVENT_PLACE },
    { PARAM_ORGANISATION, FIELD_ORGANISATION }, { PARAM_AUTHOR, FIELD_AUTHOR }, { PARAM_YEAR, FIELD_DATE },
    { PARAM_LANGUAGE, FIELD_LANGUAGE },
};

enum { FILTERS = sizeof filters / sizeof *filters };

/* The page's language by an Accept-Language header (RFC 9110, 12.5.4): French or English, whichever weighs more. */
static enum language accepted_language(const char *header)
{
    enum language best = LANGUAGE_EN;
    double best_weight = 0;
    for (const char *at = header; at && *at;) {
        size_t length = strcspn(at, ",");
        struct slice range = slice_trim((struct slice){ at, length });
        const char *semicolon = range.length ? memchr(range.bytes, ';', range.length) : NULL;
        double weight = 1;
        if (semicolon) {
            struct slice rest = { semicolon + 1, range.length - (size_t)(semicolon + 1 - range.bytes) };
            rest = slice_trim(rest);
            if (slice_starts(rest, SLICE("q=")))
                weight = strtod(rest.bytes + 2, NULL);
            range.length = (size_t)(semicolon - range.bytes);
        }
        enum language language = language_from_name(slice_trim(range));
        if ((language == LANGUAGE_FR || language == LANGUAGE_EN) && weight > best_weight) {
            best = language;
            best_weight = weight;
        }
        at += length + (at[length] == ',');
    }
    return best;
}

static enum status add_filters(struct search_request *search, const struct params *params, struct error *error)
{
    for (size_t i = 0; i < params->values.count; i++)
        for (size_t j = 0; j < FILTERS; j++) {
            if (params->values.items[i].param != filters[j].param)
                continue;
            if (search->filter_count >= SEARCH_FILTERS_MAX)
                return error_set(error, STATUS_USAGE, "more than %d filters", SEARCH_FILTERS_MAX);
            search->filters[search->filter_count++] =
                (struct search_filter){ filters[j].field, params->values.items[i].value };
        }
    return STATUS_OK;
}

static void add_facets(struct search_request *search, const char *list)
{
    while (list && *list && search->facet_count < FIELD_COUNT) {
        size_t length = strcspn(list, ",");
        enum field field = facet_from_name(slice_trim((struct slice){ list, length }));
        bool known = false;
        for (unsigned i = 0; i < search->facet_count; i++)
            known = known || search->facets[i] == field;
        if (field != FIELD_COUNT && !known)
            search->facets[search->facet_count++] = field;
        list += length + (list[length] == ',');
    }
}

/* The rows that a page shows are enough; an export is of everything, as far as the site allows. */
static unsigned hits_wanted(enum format format, const struct params *params, const struct config *config)
{
    bool is_export = format == FORMAT_CSV || format == FORMAT_TSV || format == FORMAT_JSONL || format == FORMAT_RIS ||
                     format == FORMAT_BIBTEX;
    int otherwise = is_export ? config->results_max : config->results_per_page;
    int wanted = params_number(params, PARAM_N, otherwise);
    return (unsigned)(wanted > config->results_max ? config->results_max : wanted);
}

static enum status search_from_params(struct request *request, const struct params *params,
                                      const struct config *config, struct error *error)
{
    struct search_request *search = &request->search;
    const char *unit = params_get(params, PARAM_UNIT);
    const char *sort = params_get(params, PARAM_SORT);
    search->query = params_get(params, PARAM_Q);
    search->similar = params_get(params, PARAM_SIMILAR);
    search->from = params_get(params, PARAM_FROM);
    search->to = params_get(params, PARAM_TO);
    search->unit = unit && strcmp(unit, unit_name(UNIT_PASSAGE)) == 0 ? UNIT_PASSAGE : UNIT_REPORT;
    for (search->sort = SORT_RELEVANCE; sort && search->sort < SORT_TITLE; search->sort++)
        if (strcmp(sort, sort_name(search->sort)) == 0)
            break;
    search->limit = hits_wanted(request->format, params, config);
    search->time_ms = (unsigned)config->time_ms;
    search->hide_duplicates = config->hide_duplicates;
    unsigned page = (unsigned)params_number(params, PARAM_PAGE, 1);
    if ((uint64_t)(page - 1) * search->limit > SEARCH_OFFSET_MAX)
        return error_set(error, STATUS_USAGE, "the parameter \"page\" goes past result %d", SEARCH_OFFSET_MAX);
    search->offset = (page - 1) * search->limit;
    enum status status = add_filters(search, params, error);
    if (status)
        return status;
    const char *facets = params_get(params, PARAM_FACETS);
    size_t length = search->query ? strlen(search->query) : 0;
    if (!facets && request->format == FORMAT_HTML && length <= QUERY_BYTES_LONGEST) {
        facets = "year,speaker,place,language";
        search->facet_values = length > QUERY_BYTES_LONG ? FACET_VALUES_LONG : FACET_VALUES_PAGE;
    }
    add_facets(search, facets);
    bool asked = search->query || search->similar || search->from || search->to || search->filter_count;
    request->home = !asked && page == 1 && request->format == FORMAT_HTML;
    /* Where no words rank the hits, the newest come first; so they do in a feed. */
    if (!sort && ((!search->query && !search->similar) || request->format == FORMAT_ATOM))
        search->sort = SORT_DATE_NEWEST;
    return STATUS_OK;
}

enum status request_from_params(struct request *request, const struct params *params, const struct config *config,
                                const char *accept_language, struct error *error)
{
    struct search_request empty = SEARCH_REQUEST_INIT;
    request->params = params;
    request->search = empty;
    request->format = FORMAT_HTML;
    const char *ui = params_get(params, PARAM_UI);
    request->ui = ui ? language_from_name(slice_of(ui)) : config->language ? config->language
                                                                            : accepted_language(accept_language);
    request->search.ui = request->ui;
    const char *format = params_get(params, PARAM_FORMAT);
    if (format) {
        request->format = format_from_name(format);
        if (request->format == FORMAT_COUNT || !format_table[request->format].web) {
            request->format = FORMAT_HTML;
            return error_set(error, STATUS_USAGE,
                             "the parameter \"format\" must be html, json, jsonl, csv, tsv, atom, ris, bibtex or "
                             "opensearch");
        }
    }
    request->action = ACTION_SEARCH;
    if (params_get(params, PARAM_ASSET)) {
        request->action = ACTION_STYLE;
        return STATUS_OK;
    }
    if (request->format == FORMAT_OPENSEARCH) {
        request->action = ACTION_DESCRIBE;
        return STATUS_OK;
    }
    const char *doc = params_get(params, PARAM_DOC), *suggest = params_get(params, PARAM_SUGGEST);
    enum status status = search_from_params(request, params, config, error);
    if (doc || suggest) {
        request->action = doc ? ACTION_READ : ACTION_SUGGEST;
        request->subject = doc ? doc : suggest;
        request->home = false;
        if (doc && request->format != FORMAT_HTML && request->format != FORMAT_JSON && !format_cites(request->format))
            return error_set(error, STATUS_USAGE,
                             "the parameter \"doc\" goes with the formats html, json, ris and bibtex");
        if (suggest)
            request->format = FORMAT_JSON;
    }
    return status;
}
