/* schema.org in JSON-LD (schema.org/Article, schema.org/Event): who wrote, when, where it took place. */
#include <jansson.h>
#include <strings.h>

#include "guard.h"
#include "metadata.h"
#include "report_builder.h"

enum { JSON_LD_DEPTH = 8, JSON_LD_ITEMS = 64 };

struct property {
    const char *name, *key;
    bool event_only;
};

static const struct property properties[] = {
    { "headline", "title", false }, { "author", "author", false }, { "creator", "author", false },
    { "datePublished", "published", false }, { "dateModified", "modified", false },
    { "inLanguage", "language", false },
    { "startDate", "event-start", true }, { "endDate", "event-end", true }, { "location", "event-place", true },
    { "performer", "speaker", true }
};

/* Kinds of things that are the page itself; others (Organization, BreadcrumbList, WebSite) describe the site. */
static const char *const article_types[] = {
    "Article", "NewsArticle", "BlogPosting", "Report", "ScholarlyArticle", "TechArticle", "WebPage", "AboutPage",
    "ItemPage", "CreativeWork", "SocialMediaPosting", "LiveBlogPosting"
};

static bool type_is(json_t *thing, bool *event)
{
    json_t *type = json_object_get(thing, "@type");
    if (json_is_array(type))
        type = json_array_get(type, 0);
    const char *name = json_string_value(type);
    size_t n = name ? strlen(name) : 0;
    *event = n >= 5 && !strcmp(name + n - 5, "Event");
    for (size_t i = 0; name && i < sizeof article_types / sizeof *article_types; i++)
        if (!strcmp(article_types[i], name))
            return true;
    return *event;
}

static void add(struct report *report, const char *key, const char *value)
{
    if (value)
        report_add_meta(report, key, slice_of(value), "json-ld", (struct span){ 0, 0 });
}

/* A value is a string, a thing with a name, or a list of these. A place is its name and its town. */
static void add_value(struct report *report, const char *key, json_t *value)
{
    if (json_is_string(value)) {
        if (strcmp(key, "author") || strncasecmp(json_string_value(value), "http", 4))
            add(report, key, json_string_value(value));
    } else if (json_is_object(value)) {
        add(report, key, json_string_value(json_object_get(value, "name")));
        if (!strcmp(key, "event-place")) {
            json_t *address = json_object_get(value, "address");
            add(report, key, json_string_value(json_is_object(address) ? json_object_get(address, "addressLocality")
                                                                       : address));
        }
    } else if (json_is_array(value)) {
        for (size_t i = 0; i < json_array_size(value) && i < JSON_LD_ITEMS; i++)
            if (!json_is_array(json_array_get(value, i)))
                add_value(report, key, json_array_get(value, i));
    }
}

/* Properties that hold other things of the page. */
static const char *const containers[] = { "@graph", "mainEntity", "itemListElement", "item" };

/* Who speaks in the parts of an event, or is said to perform in some: those parts are not the page's event. */
static void add_performers(struct report *report, json_t *thing, unsigned depth)
{
    static const char *const parts[] = { "subEvent", "subEvents" };
    if (depth > JSON_LD_DEPTH)
        return;
    if (json_is_array(thing)) {
        for (size_t i = 0; i < json_array_size(thing) && i < JSON_LD_ITEMS; i++)
            add_performers(report, json_array_get(thing, i), depth + 1);
        return;
    }
    if (json_object_get(thing, "performerIn"))
        add(report, "speaker", json_string_value(json_object_get(thing, "name")));
    add_value(report, "speaker", json_object_get(thing, "performer"));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        add_performers(report, json_object_get(thing, parts[i]), depth + 1);
}

static void add_thing(struct report *report, json_t *thing, unsigned depth)
{
    bool event = false;
    if (depth > JSON_LD_DEPTH)
        return;
    if (json_is_array(thing)) {
        for (size_t i = 0; i < json_array_size(thing) && i < JSON_LD_ITEMS; i++)
            add_thing(report, json_array_get(thing, i), depth + 1);
        return;
    }
    if (!json_is_object(thing))
        return;
    for (size_t i = 0; i < sizeof containers / sizeof *containers; i++)
        add_thing(report, json_object_get(thing, containers[i]), depth + 1);
    add_performers(report, thing, depth);
    if (!type_is(thing, &event))
        return;
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
        if (event || !properties[i].event_only)
            add_value(report, properties[i].key, json_object_get(thing, properties[i].name));
    if (event)
        add_value(report, "title", json_object_get(thing, "name"));
}

void metadata_add_json_ld(struct report *report, struct slice json)
{
    struct guard outer;
    volatile bool failed = false;
    json_t *root = json_loadb(json.bytes, json.length, 0, NULL);
    if (!root)
        return;
    guard_save(&outer, report->arena);
    if (arena_guard(report->arena))
        failed = true;
    else
        add_thing(report, root, 0);
    json_decref(root);
    guard_restore(&outer, report->arena);
    if (failed)
        guard_fail(report->arena);
}
