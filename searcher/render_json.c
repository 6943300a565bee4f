/* JSON, JSON Lines, and problem+json: the contract of programs. Keys are added, never renamed. */
#include "messages.h"
#include "render.h"

enum { SCORE_DECIMALS = 4 };

static void strings(struct json *json, const char *key, const string_list *list)
{
    json_open(json, key, '[');
    for (size_t i = 0; i < list->count; i++)
        json_string(json, NULL, list->items[i]);
    json_close(json);
}

static void day(struct json *json, const char *key, int32_t of)
{
    char iso[ISO_DAY_BYTES];
    if (of == DAY_NONE) {
        json_null(json, key);
    } else {
        day_format(of, iso);
        json_string(json, key, iso);
    }
}

static void snippet(struct json *json, const struct snippet *of)
{
    json_open(json, "snippet", '[');
    for (size_t i = 0; i < of->fragments.count; i++) {
        json_open(json, NULL, '{');
        json_slice(json, "text", of->fragments.items[i].text);
        if (of->fragments.items[i].match)
            json_bool(json, "match", true);
        json_close(json);
    }
    json_close(json);
    json_bool(json, "cut_before", of->cut_before);
    json_bool(json, "cut_after", of->cut_after);
}

static void passage(struct json *json, const struct result_passage *of)
{
    json_open(json, NULL, '{');
    json_int(json, "n", of->number);
    json_string(json, "speaker", of->speaker);
    json_string(json, "role", of->role);
    json_string(json, "heading", of->heading);
    if (of->attachment)
        json_string(json, "attachment", of->attachment);
    json_int(json, "start", of->start);
    json_int(json, "end", of->end);
    snippet(json, &of->snippet);
    if (of->lines.count) {
        json_open(json, "kwic", '[');
        for (size_t i = 0; i < of->lines.count; i++) {
            json_open(json, NULL, '{');
            json_slice(json, "before", of->lines.items[i].before);
            json_slice(json, "match", of->lines.items[i].match);
            json_slice(json, "after", of->lines.items[i].after);
            json_close(json);
        }
        json_close(json);
    }
    json_string(json, "url", of->url);
    json_close(json);
}

static void attachments(struct json *json, const struct result_hit *of)
{
    json_open(json, "attachments", '[');
    for (size_t i = 0; i < of->attachments.count; i++) {
        const struct attachment *attachment = &of->attachments.items[i];
        json_open(json, NULL, '{');
        json_string(json, "title", attachment->title);
        json_string(json, "url", attachment->url);
        json_string(json, "type", attachment->type);
        if (attachment->bytes)
            json_int(json, "bytes", (int64_t)attachment->bytes);
        json_close(json);
    }
    json_close(json);
}

static void hit(struct json *json, const struct result_hit *of)
{
    static const char *const sources[] = { NULL, "event", "published" };
    json_open(json, NULL, '{');
    json_string(json, "id", of->id);
    json_string(json, "report", of->report_id);
    json_double(json, "score", of->score, SCORE_DECIMALS);
    json_bool(json, "partial", of->partial);
    if (of->missing.count)
        strings(json, "missing", &of->missing);
    json_string(json, "title", of->title);
    json_string(json, "url", of->url);
    json_string(json, "file", of->file);
    json_string(json, "language", of->language && of->language[0] ? of->language : NULL);
    json_string(json, "type", of->type);
    day(json, "date", of->date.start);
    day(json, "date_end", of->date.end);
    json_string(json, "date_source", sources[of->date_source]);
    json_string(json, "place", of->place);
    json_string(json, "author", of->author);
    day(json, "published", of->published.start);
    strings(json, "speakers", &of->speakers);
    json_open(json, "passages", '[');
    for (size_t i = 0; i < of->passages.count; i++)
        passage(json, &of->passages.items[i]);
    json_close(json);
    json_int(json, "passages_matching", of->passages_matching);
    attachments(json, of);
    json_int(json, "duplicates", of->duplicates);
    if (of->explanation)
        json_string(json, "explanation", of->explanation);
    json_close(json);
}

static void facets(struct json *json, const struct result *result)
{
    json_open(json, "facets", '{');
    for (size_t i = 0; i < result->facets.count; i++) {
        const struct facet *facet = &result->facets.items[i];
        json_open(json, facet->name, '[');
        for (size_t j = 0; j < facet->values.count; j++) {
            json_open(json, NULL, '{');
            json_string(json, "value", facet->values.items[j].value);
            json_int(json, "count", facet->values.items[j].count);
            if (facet->values.items[j].kind)
                json_string(json, "kind", facet->values.items[j].kind);
            json_close(json);
        }
        json_close(json);
    }
    json_close(json);
}

void render_json(const struct view *view, struct buf *out)
{
    const struct result *result = view->result;
    struct json json = JSON_INIT(out);
    json_open(&json, NULL, '{');
    json_string(&json, "query", result->query ? result->query : "");
    json_string(&json, "unit", unit_name(result->unit));
    json_string(&json, "sort", sort_name(result->sort));
    json_int(&json, "total", result->total);
    json_bool(&json, "total_is_exact", result->total_is_exact);
    json_int(&json, "offset", result->offset);
    json_int(&json, "limit", result->limit);
    json_int(&json, "collection", result->collection);
    json_double(&json, "took_ms", result->took_ms, 2);
    json_string(&json, "suggestion", result->suggestion);
    json_string(&json, "corrected", result->corrected);
    json_bool(&json, "relaxed", result->relaxed);
    strings(&json, "missing", &result->missing);
    strings(&json, "notes", &result->notes);
    json_open(&json, "hits", '[');
    for (size_t i = 0; i < result->hits.count; i++)
        hit(&json, &result->hits.items[i]);
    json_close(&json);
    facets(&json, result);
    if (result->explanation)
        json_string(&json, "explanation", result->explanation);
    json_close(&json);
    buf_add_char(out, '\n');
}

void render_jsonl(const struct view *view, struct buf *out)
{
    for (size_t i = 0; i < view->result->hits.count; i++) {
        struct json json = JSON_INIT(out);
        hit(&json, &view->result->hits.items[i]);
        buf_add_char(out, '\n');
    }
}

void render_suggestions_json(const struct view *view, struct buf *out)
{
    static const char *const kinds[] = { "speaker", "place", "word" };
    struct json json = JSON_INIT(out);
    json_open(&json, NULL, '{');
    json_open(&json, "suggestions", '[');
    for (size_t i = 0; i < view->suggestions->count; i++) {
        const struct suggestion *suggestion = &view->suggestions->items[i];
        json_open(&json, NULL, '{');
        json_string(&json, "kind", kinds[suggestion->kind]);
        json_string(&json, "value", suggestion->value);
        json_int(&json, "count", suggestion->count);
        json_close(&json);
    }
    json_close(&json);
    json_close(&json);
    buf_add_char(out, '\n');
}

void render_problem(const struct view *view, struct buf *out)
{
    const char *title = error_title(view);
    struct json json = JSON_INIT(out);
    json_open(&json, NULL, '{');
    json_string(&json, "type", "about:blank");
    json_string(&json, "title", title);
    json_int(&json, "status", view->http_status);
    json_string(&json, "detail", error_detail(view));
    if (view->error->column)
        json_int(&json, "column", view->error->column);
    json_close(&json);
    buf_add_char(out, '\n');
}

static void span_pair(struct json *json, const char *key, uint32_t start, uint32_t end)
{
    json_open(json, key, '[');
    json_int(json, NULL, start);
    json_int(json, NULL, end);
    json_close(json);
}

void render_reading_json(const struct view *view, struct buf *out)
{
    const struct record *record = view->reading->record;
    struct json json = JSON_INIT(out);
    json_open(&json, NULL, '{');
    json_string(&json, "id", record->id);
    json_string(&json, "title", record->title);
    json_string(&json, "url", record->url);
    json_string(&json, "file", record->file);
    json_string(&json, "language", language_row(record->language)->code);
    json_string(&json, "author", record->author);
    day(&json, "published", record->published.start);
    json_open(&json, "event", '{');
    day(&json, "start", record->event.start);
    day(&json, "end", record->event.end);
    json_string(&json, "place", record->event_place >= 0 ? record->places.items[record->event_place].name : NULL);
    json_close(&json);
    json_open(&json, "speakers", '[');
    for (size_t i = 0; i < record->persons.count; i++) {
        const struct person *person = &record->persons.items[i];
        if (!person->speaker)
            continue;
        json_open(&json, NULL, '{');
        json_string(&json, "name", person->name);
        json_string(&json, "role", person->role);
        json_string(&json, "organisation", person->organisation);
        json_close(&json);
    }
    json_close(&json);
    json_open(&json, "passages", '[');
    for (size_t i = 0; i < record->passages.count; i++) {
        const struct passage *of = &record->passages.items[i];
        json_open(&json, NULL, '{');
        json_int(&json, "n", of->number);
        json_string(&json, "speaker", of->speaker);
        json_string(&json, "role", of->role);
        json_string(&json, "heading", of->heading);
        span_pair(&json, "at", of->start, of->end);
        json_slice(&json, "text", reading_text(view->reading, of->start, of->end));
        json_close(&json);
    }
    json_close(&json);
    json_open(&json, "matches", '[');
    for (size_t i = 0; i < view->reading->matches.count; i++)
        span_pair(&json, NULL, view->reading->matches.items[i].start, view->reading->matches.items[i].end);
    json_close(&json);
    json_close(&json);
    buf_add_char(out, '\n');
}
