#include "main_content.h"

#include <strings.h>

#include "attachments.h"

enum {
    SHARE_PERCENT = 40,     /* what holds more of the page's own text than this is not boilerplate, whatever its name */
    FORM_PERCENT = 30,
    MAIN_PERCENT = 60,      /* <main> and its kin are believed when they hold this much of it */
    KEPT_PERCENT = 25,      /* less than this left: the heuristic failed, all that is visible is kept */
    LINKED_PERCENT = 55,    /* of a list's text being links makes it a menu … */
    MENU_LINKS = 3,         /* … from this many links … */
    MENU_PLAIN = 30,        /* … with at most so many characters of own text for each */
    TITLE_SIBLING = 600     /* a piece before <main> that holds the first heading, at most so long, is kept */
};

/* Elements whose text is no text of the page. */
static const uint8_t hidden_tags[] = {
    TAG_script, TAG_style, TAG_noscript, TAG_template, TAG_iframe, TAG_svg, TAG_canvas, TAG_object, TAG_select, TAG_option,
    TAG_optgroup, TAG_button, TAG_textarea, TAG_audio, TAG_video, TAG_head, TAG_title, TAG_noframes, TAG_map, TAG_math
};

static const char *const boilerplate_roles[] = {
    "navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "alertdialog", "alert"
};

/* Words of class and id attributes that name boilerplate, as the usual content management systems write them. */
static const char *const boilerplate_words[] = {
    "nav", "navbar", "navigation", "menu", "menus", "submenu", "sousmenu", "breadcrumb", "breadcrumbs", "ariane", "hierarchie",
    "sidebar", "footer", "pied", "bandeau", "cookie", "cookies", "rgpd", "gdpr", "tarteaucitron", "consent", "onetrust", "didomi",
    "axeptio", "share", "sharing", "sharedaddy", "addtoany", "addthis", "partage", "partager", "social", "socials", "reseaux",
    "comments", "commentaires", "commentlist", "disqus", "respond", "forum", "related", "connexes", "similaires", "newsletter",
    "pagination", "pager", "pagenavi", "widget", "widgets", "skip", "evitement", "search", "recherche", "login", "connexion",
    "popup", "modal", "lightbox", "advert", "adverts", "ads", "publicite", "sponsor", "toolbar", "accessibility", "printfriendly",
    "editsection", "jumpto", "toc", "copyright", "mentions"
};

/* Beside one of these a word above means something else: "content-with-sidebar", "menu-page-body". */
static const char *const content_words[] = {
    "with", "has", "no", "without", "sans", "avec", "content", "contenu", "article", "texte", "body", "wrapper", "container",
    "layout", "page", "main", "is", "open", "closed"
};

static const char *const main_names[] = {
    "content", "contenu", "main", "maincontent", "main-content", "page-content", "contenu-principal", "primary", "article",
    "entry-content", "post-content", "article-content", "article-body", "articlebody", "contenu_page", "bodycontent",
    "mw-content-text"
};

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

bool class_has_word(struct slice names, const char *wanted)
{
    struct word word;
    bool token;
    while (names.length && next_word(&names, &word, &token))
        if (!strcmp(word.bytes, wanted))
            return true;
    return false;
}

static bool is_one_of(const char *word, const char *const *table, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (word[0] == table[i][0] && !strcmp(word, table[i]))
            return true;
    return false;
}

#define COUNT(table) (sizeof table / sizeof *table)

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

static bool is_hidden(const struct html_tree *tree, uint32_t n)
{
    const struct html_node *node = &tree->nodes[n];
    for (size_t i = 0; i < COUNT(hidden_tags); i++)
        if (hidden_tags[i] == node->tag)
            return true;
    if (!node->length || node->tag == TAG_html || node->tag == TAG_body)
        return false;
    struct slice hidden = html_attribute(tree, n, ATTRIBUTE_hidden), aria = html_attribute(tree, n, ATTRIBUTE_aria_hidden);
    struct slice style = html_attribute(tree, n, ATTRIBUTE_style);
    return hidden.bytes || slice_is(aria, "true") || (style.bytes && style_hides(style));
}

static uint32_t visible_characters(struct slice text)
{
    uint32_t count = 0;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.bytes[i];
        count += c > 0x20 && (c & 0xC0) != 0x80;
    }
    return count;
}

/* Children come after their parents: one pass backwards adds everything up. */
static void count_up(struct html_tree *tree)
{
    for (uint32_t n = (uint32_t)tree->node_count; n-- > 1;) {
        struct html_node *node = &tree->nodes[n], *parent = &tree->nodes[node->parent];
        if (node->flags & HTML_HIDDEN)
            continue;
        if (node->tag == TAG_TEXT) {
            node->text = visible_characters(html_text(tree, n));
        } else if (node->tag == TAG_a) {
            node->linked = node->text;
            node->links = 1;
            if (attachment_type(html_attribute(tree, n, ATTRIBUTE_href)))
                node->flags |= HTML_HAS_FILE;
        } else if (node->tag == TAG_h1) {
            node->flags |= HTML_HAS_H1;
        }
        parent->text += node->text;
        parent->linked += node->linked;
        parent->links += node->links;
        parent->flags |= node->flags & (HTML_HAS_H1 | HTML_HAS_FILE);
    }
}

static uint32_t plain(const struct html_node *node)
{
    return node->text - node->linked;
}

static bool inside(const struct html_tree *tree, uint32_t n, uint8_t tag, uint8_t other)
{
    for (n = tree->nodes[n].parent; n; n = tree->nodes[n].parent)
        if (tree->nodes[n].tag == tag || tree->nodes[n].tag == other)
            return true;
    return false;
}

static bool is_menu(const struct html_node *node)
{
    bool kind = node->tag == TAG_ul || node->tag == TAG_ol || node->tag == TAG_div || node->tag == TAG_table ||
                node->tag == TAG_section || node->tag == TAG_dl || node->tag == TAG_p || node->tag == TAG_td ||
                node->tag == TAG_center;
    return kind && node->links >= MENU_LINKS && node->linked * 100ull > node->text * (uint64_t)LINKED_PERCENT &&
           plain(node) < node->links * (uint64_t)MENU_PLAIN && !(node->flags & (HTML_HAS_H1 | HTML_HAS_FILE));
}

static bool is_boilerplate(const struct html_tree *tree, uint32_t n, uint32_t total)
{
    const struct html_node *node = &tree->nodes[n];
    if (node->tag == TAG_html || node->tag == TAG_body || node->tag == TAG_main || node->tag == TAG_TEXT ||
        node->tag == TAG_article || (node->tag >= TAG_h1 && node->tag <= TAG_h6))
        return false;
    uint64_t share = total ? plain(node) * 100ull / total : 0;
    if (share > SHARE_PERCENT)
        return false;
    switch (node->tag) {
    case TAG_nav: case TAG_menu: case TAG_dialog:
        return true;
    case TAG_footer:
        return !inside(tree, n, TAG_article, TAG_main);
    case TAG_header:
        if (inside(tree, n, TAG_article, TAG_main))
            break;
        return !(node->flags & HTML_HAS_H1) || node->links >= MENU_LINKS;
    case TAG_aside:
        if (inside(tree, n, TAG_article, TAG_article) && node->linked * 3ull < node->text)
            break;
        return true;
    case TAG_form:
        if (share < FORM_PERCENT)
            return true;
        break;
    default: break;
    }
    struct slice role = html_attribute(tree, n, ATTRIBUTE_role);
    for (size_t i = 0; role.bytes && i < COUNT(boilerplate_roles); i++)
        if (slice_is(role, boilerplate_roles[i]))
            return true;
    if (node->flags & HTML_HAS_FILE && share > 5)
        return false;
    return names_boilerplate(html_attribute(tree, n, ATTRIBUTE_class)) ||
           names_boilerplate(html_attribute(tree, n, ATTRIBUTE_id)) ||
           (is_menu(node) && !inside(tree, n, TAG_article, TAG_main));
}

static void take_out(struct html_tree *tree, uint32_t n)
{
    struct html_node *node = &tree->nodes[n];
    node->flags |= HTML_DROPPED;
    for (uint32_t up = n; up; ) { /* the counts above are those of what remains */
        up = tree->nodes[up].parent;
        tree->nodes[up].text -= node->text;
        tree->nodes[up].linked -= node->linked;
        tree->nodes[up].links -= node->links;
    }
}

static bool names_main(const struct html_tree *tree, uint32_t n)
{
    const struct html_node *node = &tree->nodes[n];
    if (node->tag == TAG_main || node->tag == TAG_article || slice_is(html_attribute(tree, n, ATTRIBUTE_role), "main") ||
        slice_is(html_attribute(tree, n, ATTRIBUTE_itemprop), "articleBody"))
        return true;
    struct slice id = html_attribute(tree, n, ATTRIBUTE_id);
    for (size_t i = 0; id.bytes && i < COUNT(main_names); i++)
        if (id.length == strlen(main_names[i]) && !strncasecmp(id.bytes, main_names[i], id.length))
            return true;
    return false;
}

/* The outermost element that says it is the content, and holds most of it; 0 when there is none. */
static uint32_t find_main(const struct html_tree *tree)
{
    uint32_t total = plain(&tree->nodes[0]);
    for (uint32_t n = 1; n < tree->node_count;) {
        const struct html_node *node = &tree->nodes[n];
        if (node->flags & (HTML_DROPPED | HTML_HIDDEN)) {
            n = node->end;
            continue;
        }
        if (node->tag != TAG_TEXT && names_main(tree, n) && plain(node) * 100ull >= total * (uint64_t)MAIN_PERCENT)
            return n;
        n++;
    }
    return 0;
}

/* Drops what lies beside the path from the root to the main element, but for the title above it. */
static void keep_only(struct html_tree *tree, uint32_t main)
{
    for (uint32_t inner = main; inner; inner = tree->nodes[inner].parent) {
        uint32_t parent = tree->nodes[inner].parent;
        for (uint32_t n = parent + 1; n < tree->nodes[parent].end; n = tree->nodes[n].end) {
            const struct html_node *node = &tree->nodes[n];
            bool title = n < inner && node->flags & HTML_HAS_H1 && node->text < TITLE_SIBLING;
            bool files = node->flags & HTML_HAS_FILE && node->text < TITLE_SIBLING;
            if (n != inner && !title && !files)
                tree->nodes[n].flags |= HTML_DROPPED;
        }
    }
}

void main_content_mark_hidden(struct html_tree *tree)
{
    for (uint32_t n = 1; n < tree->node_count; n++)
        if (tree->nodes[n].tag != TAG_TEXT && is_hidden(tree, n))
            tree->nodes[n].flags |= HTML_HIDDEN;
}

void main_content_mark(struct html_tree *tree)
{
    main_content_mark_hidden(tree);
    count_up(tree);
    uint32_t all = tree->nodes[0].text, total = plain(&tree->nodes[0]);
    for (uint32_t n = 1; n < tree->node_count;) {
        struct html_node *node = &tree->nodes[n];
        if (node->flags & HTML_HIDDEN) {
            n = node->end;
        } else if (node->tag != TAG_TEXT && is_boilerplate(tree, n, total)) {
            take_out(tree, n);
            n = node->end;
        } else {
            n++;
        }
    }
    if (tree->nodes[0].text * 100ull < all * (uint64_t)KEPT_PERCENT && plain(&tree->nodes[0]) * 100ull < total * 50ull) {
        for (uint32_t n = 1; n < tree->node_count; n++)
            tree->nodes[n].flags &= (uint8_t)~HTML_DROPPED;
        return;
    }
    uint32_t main = find_main(tree);
    if (main)
        keep_only(tree, main);
}
