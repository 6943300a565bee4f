#include "formats.h"

#include <string.h>

const struct format_row format_table[FORMAT_COUNT] = {
    [FORMAT_TEXT] = { "text", "text/plain; charset=utf-8", NULL, true, false, render_text },
    [FORMAT_JSON] = { "json", "application/json; charset=utf-8", NULL, true, true, render_json },
    [FORMAT_JSONL] = { "jsonl", "application/jsonl; charset=utf-8", "tribune.jsonl", true, true, render_jsonl },
    [FORMAT_CSV] = { "csv", "text/csv; charset=utf-8", "tribune.csv", true, true, render_csv },
    [FORMAT_TSV] = { "tsv", "text/tab-separated-values; charset=utf-8", "tribune.tsv", true, true, render_tsv },
    [FORMAT_HTML] = { "html", "text/html; charset=utf-8", NULL, true, true, render_html },
    [FORMAT_ATOM] = { "atom", "application/atom+xml; charset=utf-8", NULL, true, true, render_atom },
    [FORMAT_RIS] = { "ris", "application/x-research-info-systems; charset=utf-8", "tribune.ris", true, true,
                     render_ris },
    [FORMAT_BIBTEX] = { "bibtex", "application/x-bibtex; charset=utf-8", "tribune.bib", true, true, render_bibtex },
    [FORMAT_TREC] = { "trec", "text/plain; charset=utf-8", NULL, true, false, render_trec },
    [FORMAT_OPENSEARCH] = { "opensearch", "application/opensearchdescription+xml; charset=utf-8", NULL, false, true,
                            render_opensearch },
};

bool format_cites(enum format format)
{
    return format == FORMAT_RIS || format == FORMAT_BIBTEX;
}

enum format format_from_name(const char *name)
{
    enum format format = 0;
    while (format < FORMAT_COUNT && strcmp(format_table[format].name, name) != 0)
        format++;
    return format;
}
