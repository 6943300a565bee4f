#include "html_signs.h"

#include <strings.h>

#include "metadata.h"

#define COUNT(table) (sizeof table / sizeof *table)

/* Elements whose text is no text of the page. */
static const uint8_t hidden_tags[] = {
    TAG_script, TAG_style, TAG_noscript, TAG_template, TAG_iframe, TAG_svg, TAG_canvas, TAG_object, TAG_select,
    TAG_option, TAG_optgroup, TAG_button, TAG_textarea, TAG_audio, TAG_video, TAG_head, TAG_title,
    TAG_noframes, TAG_map, TAG_math
};

static const char *const boilerplate_roles[] = { "navigation", "banner", "contentinfo", "search", "complementary",
                                                 "menu", "menubar", "dialog", "alertdialog", "alert" };

/* Words of class and id attributes that name boilerplate, as the usual content management systems write them. */
static const char *const boilerplate_words[] = { "nav", "navbar", "navigation", "menu", "menus", "submenu",
                                                 "sousmenu", "breadcrumb", "breadcrumbs", "ariane", "arbo",
                                                 "hierarchie", "sidebar", "footer", "pied", "bandeau", "cookie",
                                                 "cookies", "rgpd", "gdpr", "tarteaucitron", "consent", "onetrust",
                                                 "didomi", "axeptio", "share", "sharing", "sharedaddy", "addtoany",
                                                 "addthis", "partage", "partager", "social", "socials", "reseaux",
                                                 "comment", "comments", "commentaires", "commentlist", "disqus",
                                                 "respond",
                                                 "forum", "related", "connexes", "similaires", "newsletter",
                                                 "pagination", "pager", "pagenavi", "widget", "widgets", "skip",
                                                 "evitement", "search", "recherche", "login", "connexion", "popup",
                                                 "modal", "lightbox", "advert", "adverts", "ads", "publicite",
                                                 "sponsor", "toolbar", "accessibility", "printfriendly",
                                                 "editsection", "jumpto", "toc", "copyright", "mentions" };

/* Beside one of these a word above means something else: "content-with-sidebar", "menu-page-body". */
static const char *const content_words[] = { "with", "has", "no", "without", "sans", "avec", "content", "contenu",
                                             "article", "texte", "body", "wrapper", "container", "layout", "page",
                                             "main", "is", "open", "closed", "session", "talk", "card", "slot",
                                             "speaker" };

static const char *const main_names[] = { "content", "contenu", "main", "maincontent", "main-content", "page-content",
                                          "contenu-principal", "primary", "article", "entry-content", "post-content",
                                          "article-content", "article-body", "articlebody", "contenu_page",
                                          "bodycontent", "mw-content-text" };

/* Class words that say: this names who speaks. */
static const char *const speaker_words[] = { "orateur", "oratrice", "speaker", "intervenant", "intervenante",
                                             "locuteur" };

/* Class words that say: this names who wrote or presents; in a programme they speak. */
static const char *const credit_words[] = { "author", "authors", "auteur", "auteurs", "autrice", "presenter",
                                            "presenters", "performer", "performers", "panelist", "panelists",
                                            "panellist", "panellists", "speakers", "intervenants", "intervenantes",
                                            "chair",
                                            "chairs", "moderator", "moderateur", "animateur", "discussant",
                                            "discutant", "conferencier" };

/* After one of those words, in one class name: "speaker-title" is not who speaks. */
static const char *const field_words[] = { "title", "titre", "role", "company", "org", "organisation",
                                           "organization", "affiliation", "aff", "institution", "bio", "biography",
                                           "biographie", "image", "photo", "img", "avatar", "job", "position",
                                           "description", "desc", "social", "links", "country", "city", "topic",
                                           "institute", "university", "fonction", "logo", "count" };

/* Class words that say: this is where somebody is from. */
static const char *const origin_words[] = { "aff", "affil", "affils", "affiliation", "affiliations" };

struct word {
    char bytes[24];
    size_t length;
};

/* The next word of a class attribute; *TOKEN_START is set where a new class name begins. */
static bool next_word(struct slice *names, struct word *word, bool *token_start)
{
    size_t i = 0;
    *token_start = false;
    while (i < names->length && strchr(" -_\t\n/:.", names->bytes[i]))
        *token_start |= names->bytes[i] == ' ' || names->bytes[i] == '\n' || names->bytes[i] == '\t', i++;
    word->length = 0;
    bool lower_before = false;
    for (; i < names->length && !strchr(" -_\t\n/:.", names->bytes[i]); i++) {
        char c = names->bytes[i];
        bool upper = c >= 'A' && c <= 'Z';
        if (upper && lower_before)
            break;
        lower_before = !upper;
        if (word->length + 1 < sizeof word->bytes)
            word->bytes[word->length++] = upper ? (char)(c + 32) : c;
    }
    word->bytes[word->length] = '\0';
    names->bytes += i;
    names->length -= i;
    return word->length > 0;
}

static bool is_one_of(const char *word, const char *const *table, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (word[0] == table[i][0] && !strcmp(word, table[i]))
            return true;
    return false;
}

/* One class name of these words: "site-footer" is boilerplate, "content-with-footer" is not. */
static bool names_boilerplate(struct slice names)
{
    struct word word;
    bool token, boilerplate = false, content = false;
    while (names.length && next_word(&names, &word, &token)) {
        if (token) {
            if (boilerplate && !content)
                return true;
            boilerplate = content = false;
        }
        boilerplate |= is_one_of(word.bytes, boilerplate_words, COUNT(boilerplate_words));
        content |= is_one_of(word.bytes, content_words, COUNT(content_words));
    }
    return boilerplate && !content;
}

static bool style_hides(struct slice style)
{
    char squeezed[256];
    size_t n = 0;
    for (size_t i = 0; i < style.length && n + 1 < sizeof squeezed; i++)
        if (style.bytes[i] != ' ')
            squeezed[n++] = style.bytes[i];
    squeezed[n] = '\0';
    return strcasestr(squeezed, "display:none") || strcasestr(squeezed, "visibility:hidden");
}

static bool style_is_bold(struct slice style)
{
    const char *weight = memmem(style.bytes, style.length, "font-weight", 11);
    size_t i = weight ? (size_t)(weight - style.bytes) + 11 : style.length;
    while (i < style.length && (style.bytes[i] == ':' || style.bytes[i] == ' '))
        i++;
    return i + 3 <= style.length && (!strncasecmp(style.bytes + i, "bol", 3) ||
                                     (style.bytes[i] >= '6' && style.bytes[i] <= '9'));
}

static bool names_one_of(struct slice names, const char *const *table, size_t count)
{
    struct word word;
    bool token;
    while (names.length && next_word(&names, &word, &token))
        if (is_one_of(word.bytes, table, count))
            return true;
    return false;
}

/* As names_one_of(), where no other field of a person is named. */
static bool names_person(struct slice names, const char *const *table, size_t count)
{
    struct word word;
    bool token, person = false, field = false;
    while (names.length && next_word(&names, &word, &token)) {
        if (token) {
            if (person && !field)
                return true;
            person = field = false;
        }
        field |= person && is_one_of(word.bytes, field_words, COUNT(field_words));
        person |= is_one_of(word.bytes, table, count);
    }
    return person && !field;
}

static bool names_main(struct slice names)
{
    for (size_t i = 0; i < COUNT(main_names); i++)
        if (names.length == strlen(main_names[i]) && !strncasecmp(names.bytes, main_names[i], names.length))
            return true;
    return false;
}

static bool names_metadata(struct slice names)
{
    while (names.length) {
        const char *space = memchr(names.bytes, ' ', names.length);
        size_t n = space ? (size_t)(space - names.bytes) : names.length;
        if (metadata_find(METADATA_CLASS, (struct slice){ names.bytes, n }))
            return true;
        n += space != NULL;
        names.bytes += n;
        names.length -= n;
    }
    return false;
}

static unsigned class_signs(struct slice names)
{
    unsigned signs = names_boilerplate(names) ? SIGN_BOILERPLATE : 0;
    if (names_person(names, speaker_words, COUNT(speaker_words)))
        signs |= SIGN_SPEAKER;
    if (names_person(names, credit_words, COUNT(credit_words)))
        signs |= SIGN_CREDIT;
    if (names_one_of(names, origin_words, COUNT(origin_words)))
        signs |= SIGN_ORIGIN;
    if (names_metadata(names))
        signs |= SIGN_METADATA;
    if (memmem(names.bytes, names.length, "puce", 4))
        signs |= SIGN_BULLET;
    if (memmem(names.bytes, names.length, "note_ref", 8) || memmem(names.bytes, names.length, "footnote-ref", 12))
        signs |= SIGN_NOTE;
    return signs;
}

static unsigned role_signs(struct slice role)
{
    for (size_t i = 0; i < COUNT(boilerplate_roles); i++)
        if (slice_is(role, boilerplate_roles[i]))
            return SIGN_BOILERPLATE;
    return slice_is(role, "main") ? SIGN_MAIN : 0;
}

static unsigned value_signs(enum html_node_attribute kind, struct slice value)
{
    switch (kind) {
    case ATTRIBUTE_class: return class_signs(value);
    case ATTRIBUTE_id:
        return (names_boilerplate(value) ? SIGN_BOILERPLATE : 0u) | (names_main(value) ? SIGN_MAIN : 0u);
    case ATTRIBUTE_style: return (style_hides(value) ? SIGN_HIDDEN : 0u) | (style_is_bold(value) ? SIGN_BOLD : 0u);
    case ATTRIBUTE_role: return role_signs(value);
    case ATTRIBUTE_itemprop:
        return SIGN_METADATA | (slice_is(value, "articleBody") ? SIGN_MAIN : 0u) |
               (slice_is(value, "performer") ? SIGN_CREDIT : 0u);
    case ATTRIBUTE_hidden: return SIGN_HIDDEN;
    case ATTRIBUTE_aria_hidden: return slice_is(value, "true") ? SIGN_HIDDEN : 0;
    case ATTRIBUTE_alt: return slice_is(value, "-") ? SIGN_BULLET : 0;
    default: return 0;
    }
}

/* Answers of value_signs(), by a hash of the value. */
enum { CACHE_SLOTS = 512, CACHED_BYTES_MAX = 120 };

struct cached {
    struct slice value;
    enum html_node_attribute kind;
    unsigned signs;
};

static unsigned cached_signs(struct cached *cache, enum html_node_attribute kind, struct slice value)
{
    uint32_t hash = 2166136261u ^ (uint32_t)kind;
    if (value.length > CACHED_BYTES_MAX)
        return value_signs(kind, value);
    for (size_t i = 0; i < value.length; i++)
        hash = (hash ^ (unsigned char)value.bytes[i]) * 16777619u; /* FNV-1a */
    struct cached *slot = &cache[(hash ^ hash >> 16) % CACHE_SLOTS];
    if (!slot->value.bytes || slot->kind != kind || !slice_equal(slot->value, value))
        *slot = (struct cached){ value, kind, value_signs(kind, value) };
    return slot->signs;
}

static bool is_telling(enum html_node_attribute kind)
{
    return kind == ATTRIBUTE_class || kind == ATTRIBUTE_id || kind == ATTRIBUTE_style || kind == ATTRIBUTE_role ||
           kind == ATTRIBUTE_itemprop || kind == ATTRIBUTE_hidden || kind == ATTRIBUTE_aria_hidden ||
           kind == ATTRIBUTE_alt;
}

void html_signs_read(struct html_tree *tree)
{
    struct cached cache[CACHE_SLOTS];
    bool never_shown[TAG_COUNT] = { false };
    memset(cache, 0, sizeof cache);
    for (size_t i = 0; i < COUNT(hidden_tags); i++)
        never_shown[hidden_tags[i]] = true;
    for (uint32_t n = 1; n < tree->node_count; n++) {
        struct html_node *node = &tree->nodes[n];
        if (node->tag == TAG_TEXT)
            continue;
        unsigned signs = never_shown[node->tag] ? SIGN_HIDDEN : 0;
        for (uint32_t i = node->start; i < node->start + node->length; i++) {
            const struct html_attribute_value *value = &tree->attributes[i];
            enum html_node_attribute kind = (enum html_node_attribute)value->kind;
            if (is_telling(kind))
                signs |= cached_signs(cache, kind, (struct slice){ tree->pool + value->start, value->length });
        }
        if (node->tag == TAG_main || node->tag == TAG_article)
            signs |= SIGN_MAIN;
        if (node->tag == TAG_html || node->tag == TAG_body)
            signs &= ~(unsigned)(SIGN_HIDDEN | SIGN_BOILERPLATE);
        node->signs = (uint16_t)signs;
    }
}
