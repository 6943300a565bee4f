#include "metadata.h"

#include <strings.h>

#include "report_builder.h"

static const struct metadata_name names[] = {
    { METADATA_FRONT_MATTER, "title", "title", "front-matter" },
    { METADATA_FRONT_MATTER, "titre", "title", "front-matter" },
    { METADATA_FRONT_MATTER, "author", "author", "front-matter" },
    { METADATA_FRONT_MATTER, "authors", "author", "front-matter" },
    { METADATA_FRONT_MATTER, "auteur", "author", "front-matter" },
    { METADATA_FRONT_MATTER, "auteurs", "author", "front-matter" },
    { METADATA_FRONT_MATTER, "autrice", "author", "front-matter" },
    { METADATA_FRONT_MATTER, "by", "author", "front-matter" },
    { METADATA_FRONT_MATTER, "creator", "author", "front-matter" },
    { METADATA_FRONT_MATTER, "date", "date", "front-matter" },
    { METADATA_FRONT_MATTER, "published", "published", "front-matter" },
    { METADATA_FRONT_MATTER, "publication-date", "published", "front-matter" },
    { METADATA_FRONT_MATTER, "date-published", "published", "front-matter" },
    { METADATA_FRONT_MATTER, "date-publication", "published", "front-matter" },
    { METADATA_FRONT_MATTER, "publication", "published", "front-matter" },
    { METADATA_FRONT_MATTER, "pubdate", "published", "front-matter" },
    { METADATA_FRONT_MATTER, "modified", "modified", "front-matter" },
    { METADATA_FRONT_MATTER, "updated", "modified", "front-matter" },
    { METADATA_FRONT_MATTER, "lastmod", "modified", "front-matter" },
    { METADATA_FRONT_MATTER, "event-date", "event-date", "front-matter" },
    { METADATA_FRONT_MATTER, "date-event", "event-date", "front-matter" },
    { METADATA_FRONT_MATTER, "date-evenement", "event-date", "front-matter" },
    { METADATA_FRONT_MATTER, "date-seance", "event-date", "front-matter" },
    { METADATA_FRONT_MATTER, "meeting-date", "event-date", "front-matter" },
    { METADATA_FRONT_MATTER, "start", "event-start", "front-matter" },
    { METADATA_FRONT_MATTER, "start-date", "event-start", "front-matter" },
    { METADATA_FRONT_MATTER, "debut", "event-start", "front-matter" },
    { METADATA_FRONT_MATTER, "end", "event-end", "front-matter" },
    { METADATA_FRONT_MATTER, "end-date", "event-end", "front-matter" },
    { METADATA_FRONT_MATTER, "fin", "event-end", "front-matter" },
    { METADATA_FRONT_MATTER, "place", "event-place", "front-matter" },
    { METADATA_FRONT_MATTER, "location", "event-place", "front-matter" },
    { METADATA_FRONT_MATTER, "venue", "event-place", "front-matter" },
    { METADATA_FRONT_MATTER, "city", "event-place", "front-matter" },
    { METADATA_FRONT_MATTER, "lieu", "event-place", "front-matter" },
    { METADATA_FRONT_MATTER, "ville", "event-place", "front-matter" },
    { METADATA_FRONT_MATTER, "event-place", "event-place", "front-matter" },
    { METADATA_FRONT_MATTER, "language", "language", "front-matter" },
    { METADATA_FRONT_MATTER, "lang", "language", "front-matter" },
    { METADATA_FRONT_MATTER, "langue", "language", "front-matter" },
    { METADATA_FRONT_MATTER, "locale", "language", "front-matter" },
    { METADATA_FRONT_MATTER, "url", "url", "front-matter" },
    { METADATA_FRONT_MATTER, "link", "url", "front-matter" },
    { METADATA_FRONT_MATTER, "canonical", "url", "front-matter" },
    { METADATA_FRONT_MATTER, "canonical-url", "url", "front-matter" },
    { METADATA_FRONT_MATTER, "permalink", "url", "front-matter" },
    { METADATA_FRONT_MATTER, "speaker", "speaker", "front-matter" },
    { METADATA_FRONT_MATTER, "present", "participant", "front-matter" },
    { METADATA_FRONT_MATTER, "presents", "participant", "front-matter" },
    { METADATA_FRONT_MATTER, "participants", "participant", "front-matter" },
    { METADATA_FRONT_MATTER, "attendees", "participant", "front-matter" },
    { METADATA_FRONT_MATTER, "speakers", "speaker", "front-matter" },
    { METADATA_FRONT_MATTER, "intervenant", "speaker", "front-matter" },
    { METADATA_FRONT_MATTER, "intervenants", "speaker", "front-matter" },
    { METADATA_FRONT_MATTER, "intervenante", "speaker", "front-matter" },
    { METADATA_FRONT_MATTER, "intervenantes", "speaker", "front-matter" },
    { METADATA_FRONT_MATTER, "description", "description", "front-matter" },
    { METADATA_FRONT_MATTER, "abstract", "description", "front-matter" },
    { METADATA_FRONT_MATTER, "summary", "description", "front-matter" },
    { METADATA_FRONT_MATTER, "resume", "description", "front-matter" },
    { METADATA_FRONT_MATTER, "site", "site-name", "front-matter" },
    { METADATA_FRONT_MATTER, "site-name", "site-name", "front-matter" },
    /* <meta name> and <meta property> */
    { METADATA_HTML, "author", "author", "meta" },
    { METADATA_HTML, "authors", "author", "meta" },
    { METADATA_HTML, "article:author", "author", "meta" },
    { METADATA_HTML, "citation-author", "author", "meta" },
    { METADATA_HTML, "byl", "author", "meta" },
    { METADATA_HTML, "sailthru.author", "author", "meta" },
    { METADATA_HTML, "parsely-author", "author", "meta" },
    { METADATA_HTML, "date", "date", "meta" },
    { METADATA_HTML, "article:published-time", "published", "meta" },
    { METADATA_HTML, "og:published-time", "published", "og" },
    { METADATA_HTML, "datepublished", "published", "meta" },
    { METADATA_HTML, "publish-date", "published", "meta" },
    { METADATA_HTML, "pubdate", "published", "meta" },
    { METADATA_HTML, "citation-publication-date", "published", "meta" },
    { METADATA_HTML, "citation-date", "published", "meta" },
    { METADATA_HTML, "article:modified-time", "modified", "meta" },
    { METADATA_HTML, "og:updated-time", "modified", "og" },
    { METADATA_HTML, "last-modified", "modified", "meta" },
    { METADATA_HTML, "revised", "modified", "meta" },
    { METADATA_HTML, "event:start-time", "event-start", "meta" },
    { METADATA_HTML, "event:end-time", "event-end", "meta" },
    { METADATA_HTML, "event:location", "event-place", "meta" },
    { METADATA_HTML, "citation-conference-title", "description", "meta" },
    { METADATA_HTML, "title", "title", "meta" },
    { METADATA_HTML, "citation-title", "title", "meta" },
    { METADATA_HTML, "og:title", "title", "og" },
    { METADATA_HTML, "twitter:title", "title", "meta" },
    { METADATA_HTML, "og:url", "url", "og" },
    { METADATA_HTML, "og:site-name", "site-name", "og" },
    { METADATA_HTML, "application-name", "site-name", "meta" },
    { METADATA_HTML, "og:locale", "language", "og" },
    { METADATA_HTML, "language", "language", "meta" },
    { METADATA_HTML, "content-language", "language", "meta" },
    { METADATA_HTML, "citation-language", "language", "meta" },
    { METADATA_HTML, "og:description", "description", "og" },
    { METADATA_HTML, "description", "description", "meta" },
    /* Dublin Core (dublincore.org), as <meta> and as <meta property="dcterms:…"> */
    { METADATA_HTML, "dc.title", "title", "dc" },
    { METADATA_HTML, "dcterms.title", "title", "dc" },
    { METADATA_HTML, "dc.creator", "author", "dc" },
    { METADATA_HTML, "dcterms.creator", "author", "dc" },
    { METADATA_HTML, "dc.creator.personalname", "author", "dc" },
    { METADATA_HTML, "dc.date", "date", "dc" },
    { METADATA_HTML, "dcterms.date", "date", "dc" },
    { METADATA_HTML, "dc.date.issued", "published", "dc" },
    { METADATA_HTML, "dc.date.created", "published", "dc" },
    { METADATA_HTML, "dcterms.issued", "published", "dc" },
    { METADATA_HTML, "dcterms.created", "published", "dc" },
    { METADATA_HTML, "dcterms.modified", "modified", "dc" },
    { METADATA_HTML, "dc.date.modified", "modified", "dc" },
    { METADATA_HTML, "dc.language", "language", "dc" },
    { METADATA_HTML, "dcterms.language", "language", "dc" },
    { METADATA_HTML, "dc.identifier", "url", "dc" },
    { METADATA_HTML, "dcterms.identifier", "url", "dc" },
    { METADATA_HTML, "dc.description", "description", "dc" },
    /* schema.org properties: microdata's itemprop; json-ld.c has its own structure */
    { METADATA_SCHEMA, "author", "author", "microdata" },
    { METADATA_SCHEMA, "datepublished", "published", "microdata" },
    { METADATA_SCHEMA, "datemodified", "modified", "microdata" },
    { METADATA_SCHEMA, "startdate", "event-start", "microdata" },
    { METADATA_SCHEMA, "enddate", "event-end", "microdata" },
    { METADATA_SCHEMA, "location", "event-place", "microdata" },
    { METADATA_SCHEMA, "performer", "speaker", "microdata" },
    { METADATA_SCHEMA, "headline", "title", "microdata" },
    { METADATA_SCHEMA, "inlanguage", "language", "microdata" },
    /* class names of bylines and dates: SPIP, WordPress, Drupal, Joomla, hCalendar and hAtom */
    { METADATA_CLASS, "author", "author", "class" },
    { METADATA_CLASS, "authors", "author", "class" },
    { METADATA_CLASS, "auteur", "author", "class" },
    { METADATA_CLASS, "auteurs", "author", "class" },
    { METADATA_CLASS, "byline", "author", "class" },
    { METADATA_CLASS, "entry-author", "author", "class" },
    { METADATA_CLASS, "post-author", "author", "class" },
    { METADATA_CLASS, "article-author", "author", "class" },
    { METADATA_CLASS, "author-name", "author", "class" },
    { METADATA_CLASS, "createdby", "author", "class" },
    { METADATA_CLASS, "signature", "author", "class" },
    { METADATA_CLASS, "date", "date", "class" },
    { METADATA_CLASS, "date-display-single", "date", "class" },
    { METADATA_CLASS, "published", "published", "class" },
    { METADATA_CLASS, "pubdate", "published", "class" },
    { METADATA_CLASS, "entry-date", "published", "class" },
    { METADATA_CLASS, "post-date", "published", "class" },
    { METADATA_CLASS, "posted-on", "published", "class" },
    { METADATA_CLASS, "publication-date", "published", "class" },
    { METADATA_CLASS, "date-publication", "published", "class" },
    { METADATA_CLASS, "submitted", "published", "class" },
    { METADATA_CLASS, "create", "published", "class" },
    { METADATA_CLASS, "updated", "modified", "class" },
    { METADATA_CLASS, "modified", "modified", "class" },
    { METADATA_CLASS, "event-date", "event-date", "class" },
    { METADATA_CLASS, "date-evenement", "event-date", "class" },
    { METADATA_CLASS, "dtstart", "event-start", "class" },
    { METADATA_CLASS, "tribe-event-date-start", "event-start", "class" },
    { METADATA_CLASS, "dtend", "event-end", "class" },
    { METADATA_CLASS, "tribe-event-date-end", "event-end", "class" },
    { METADATA_CLASS, "event-place", "event-place", "class" },
    { METADATA_CLASS, "event-location", "event-place", "class" },
    { METADATA_CLASS, "lieu", "event-place", "class" },
    { METADATA_CLASS, "venue", "event-place", "class" },
    { METADATA_CLASS, "tribe-venue", "event-place", "class" }
};

/* What stands before the value in a byline. */
static const char *const lead_ins[] = {
    "par ", "by ", "auteur : ", "auteurs : ", "auteur: ", "author: ", "authors: ", "écrit par ", "written by ",
    "publié par ", "posted by ", "publié le ", "mis en ligne le ", "published on ", "posted on ", "published: ",
    "date : ", "date: ", "le ", "lieu : ", "mis à jour le ", "updated on "
};

static char folded(char c)
{
    return c == '_' || c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

const struct metadata_name *metadata_find(enum metadata_vocabulary vocabulary, struct slice name)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *row = names[i].name;
        size_t k = 0;
        if (names[i].vocabulary != vocabulary || strlen(row) != name.length)
            continue;
        while (k < name.length && (folded(name.bytes[k]) == row[k] || (name.bytes[k] == ':' && row[k] == '.')))
            k++;
        if (k == name.length)
            return &names[i];
    }
    return NULL;
}

void metadata_add(struct report *report, enum metadata_vocabulary vocabulary, struct slice name, struct slice value,
                  struct span at)
{
    const struct metadata_name *row = metadata_find(vocabulary, name);
    if (!row)
        return;
    value = slice_trim(value);
    if (!strcmp(row->key, "url") && strncasecmp(value.bytes, "http", value.length < 4 ? 5 : 4))
        return; /* an identifier or a path is no address */
    if (!strcmp(row->key, "author") && !strncasecmp(value.bytes, "http", value.length < 4 ? 5 : 4))
        return; /* article:author is often the address of a profile */
    for (size_t i = 0; strcmp(row->key, "title") && i < sizeof lead_ins / sizeof *lead_ins; i++) {
        size_t n = strlen(lead_ins[i]);
        if (value.length > n && !strncasecmp(value.bytes, lead_ins[i], n)) {
            value.bytes += n;
            value.length -= n;
            at.start += at.end ? (uint32_t)n : 0;
            i = (size_t)-1; /* "Publié le … par": another may follow */
        }
    }
    report_add_meta(report, row->key, value, row->source, at);
}
