#include "main_content.h"

#include "attachments.h"
#include "html_signs.h"
#include "sections.h"

enum {
    SHARE_PERCENT = 40,     /* what holds more of the page's own text is no boilerplate, whatever its name */
    FORM_PERCENT = 30,
    FILES_PERCENT = 5,      /* a box with documents to download stays when it is more than a trifle */
    MAIN_PERCENT = 60,      /* <main> and its kin are believed when they hold this much of it */
    KEPT_PERCENT = 25,      /* less than this left: the heuristic failed, all that is visible is kept */
    LINKED_PERCENT = 55,    /* of a list's text being links makes it a menu … */
    HOURS_MIN = 3,          /* of a list of links that is a programme */
    SLOT_LEVELS = 4,        /* of elements around a list of names, to the slot of the programme … */
    SLOT_TEXT = 800,        /* … that has no more characters than this … */
    SLOT_NODES = 400,       /* … and where its hour is among so many nodes */
    MENU_LINKS = 3,         /* … from this many links … */
    MENU_PLAIN = 30,        /* … with at most so many characters of own text for each … */
    MENU_LINK = 90,         /* … and of the links' own: whole entries of a programme may be links */
    FELLOW_MIN = 300,       /* characters of own text of an <article> beside the main one that is no teaser … */
    FELLOW_LINKED = 25,     /* … and at most so much of it linked */
    TITLE_SIBLING = 600     /* a piece before <main> that holds the first heading, at most so long, is kept */
};

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
        if (node->signs & SIGN_HIDDEN)
            continue;
        if (node->tag == TAG_TEXT) {
            node->text = visible_characters(html_node_text(tree, n));
        } else if (node->tag == TAG_a) {
            node->linked = node->text;
            node->links = 1;
            if (attachment_type(html_node_attribute(tree, n, ATTRIBUTE_href)))
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

/* The host of an absolute link: "example.org" of "https://example.org/x"; empty for one inside the site. */
static struct slice link_host(struct slice href)
{
    const char *slashes = href.length > 2 ? memmem(href.bytes, href.length, "//", 2) : NULL;
    if (!slashes)
        return (struct slice){ href.bytes, 0 };
    struct slice host = { slashes + 2, 0 };
    while (host.bytes + host.length < href.bytes + href.length && host.bytes[host.length] != '/')
        host.length++;
    return host;
}

/* Do the links of an element mostly lead to sites that differ: the home pages of people, not those of a site? */
static bool leads_away(const struct html_tree *tree, uint32_t n)
{
    uint32_t away = 0;
    struct slice last = { "", 0 };
    for (uint32_t at = n + 1; at < tree->nodes[n].end; at++) {
        if (tree->nodes[at].tag != TAG_a)
            continue;
        struct slice host = link_host(html_node_attribute(tree, at, ATTRIBUTE_href));
        away += host.length && (host.length != last.length || memcmp(host.bytes, last.bytes, host.length) != 0);
        last = host;
    }
    return away * 2 > tree->nodes[n].links;
}

/* The words of the heading right above an element; empty where there is none, or other text between. */
static struct slice heading_above(const struct html_tree *tree, uint32_t n)
{
    struct slice words = { "", 0 };
    for (uint32_t at = n; at-- > 1;) {
        const struct html_node *node = &tree->nodes[at];
        if (node->tag == TAG_TEXT && node->text)
            words = html_node_text(tree, at);
        if (!words.length)
            continue;
        for (uint32_t up = at; up; up = tree->nodes[up].parent)
            if (tree->nodes[up].tag >= TAG_h1 && tree->nodes[up].tag <= TAG_h6)
                return slice_trim(words);
        break;
    }
    return (struct slice){ "", 0 };
}

/* "09:30", "9h30 - 10h", "14.00": does a text begin with an hour? */
static bool begins_with_hour(struct slice text)
{
    size_t digits = 0;
    while (digits < text.length && text.bytes[digits] >= '0' && text.bytes[digits] <= '9')
        digits++;
    return digits && digits <= 2 && digits + 2 < text.length && strchr("h:.H", text.bytes[digits]) &&
           text.bytes[digits + 1] >= '0' && text.bytes[digits + 1] <= '5';
}

/* Is it a programme, of which the talks and the speakers are links? */
static bool tells_hours(const struct html_tree *tree, uint32_t n)
{
    unsigned hours = 0;
    for (uint32_t at = n + 1; at < tree->nodes[n].end && hours < HOURS_MIN; at++)
        hours += tree->nodes[at].tag == TAG_TEXT && tree->nodes[at].text &&
                 begins_with_hour(slice_trim(html_node_text(tree, at)));
    return hours >= HOURS_MIN;
}

/* Is it in a slot of a programme, after its hour? */
static bool in_slot(const struct html_tree *tree, uint32_t n)
{
    unsigned levels = 0;
    for (uint32_t up = tree->nodes[n].parent; up && levels < SLOT_LEVELS; up = tree->nodes[up].parent, levels++) {
        if (tree->nodes[up].text > SLOT_TEXT)
            return false;
        for (uint32_t at = up + 1; at < n && at - up < SLOT_NODES; at++)
            if (tree->nodes[at].tag == TAG_TEXT && tree->nodes[at].text &&
                begins_with_hour(slice_trim(html_node_text(tree, at))))
                return true;
    }
    return false;
}

static bool is_menu(const struct html_tree *tree, uint32_t n)
{
    const struct html_node *node = &tree->nodes[n];
    bool kind = node->tag == TAG_ul || node->tag == TAG_ol || node->tag == TAG_div || node->tag == TAG_table ||
                node->tag == TAG_section || node->tag == TAG_dl || node->tag == TAG_p || node->tag == TAG_td ||
                node->tag == TAG_center;
    return kind && node->links >= MENU_LINKS && node->linked * 100ull > node->text * (uint64_t)LINKED_PERCENT &&
           plain(node) < node->links * (uint64_t)MENU_PLAIN && node->linked < node->links * (uint64_t)MENU_LINK &&
           !(node->flags & (HTML_HAS_H1 | HTML_HAS_FILE)) && !leads_away(tree, n) &&
           !tells_hours(tree, n) && !in_slot(tree, n) && !section_of_speakers(heading_above(tree, n));
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
        if (inside(tree, n, TAG_article, TAG_main) || inside(tree, n, TAG_li, TAG_td))
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
    if (node->flags & HTML_HAS_FILE && share > FILES_PERCENT)
        return false;
    return node->signs & SIGN_BOILERPLATE || (is_menu(tree, n) && !inside(tree, n, TAG_article, TAG_main));
}

static void take_out(struct html_tree *tree, uint32_t n)
{
    struct html_node *node = &tree->nodes[n];
    uint32_t linked = node->linked;
    node->flags |= HTML_DROPPED;
    for (uint32_t up = n; up; ) { /* the counts above are those of what remains */
        up = tree->nodes[up].parent;
        if (tree->nodes[up].tag == TAG_a)
            linked = node->text;
        tree->nodes[up].text -= node->text;
        tree->nodes[up].linked -= linked;
        tree->nodes[up].links -= node->links;
    }
}

/* The outermost element that says it is the content, and holds most of it; 0 when there is none. */
static uint32_t find_main(const struct html_tree *tree)
{
    uint32_t total = plain(&tree->nodes[0]);
    for (uint32_t n = 1; n < tree->node_count;) {
        const struct html_node *node = &tree->nodes[n];
        if (node->flags & HTML_DROPPED || node->signs & SIGN_HIDDEN) {
            n = node->end;
            continue;
        }
        if (node->signs & SIGN_MAIN && plain(node) * 100ull >= total * (uint64_t)MAIN_PERCENT)
            return n;
        n++;
    }
    return 0;
}

/* Another <article> beside the main one, of some length and no list of links: a page of several reports. */
static bool fellow(const struct html_tree *tree, uint32_t n, uint32_t main)
{
    const struct html_node *node = &tree->nodes[n], *first = &tree->nodes[main];
    return node->tag == TAG_article && first->tag == TAG_article && node->parent == first->parent &&
           !(node->signs & (SIGN_BOILERPLATE | SIGN_HIDDEN)) && plain(node) >= FELLOW_MIN &&
           node->linked * 100ull <= node->text * (uint64_t)FELLOW_LINKED;
}

/* Drops what lies beside the path from the root to the main element, but for the title above it and its fellows. */
static void keep_only(struct html_tree *tree, uint32_t main)
{
    for (uint32_t inner = main; inner; inner = tree->nodes[inner].parent) {
        uint32_t parent = tree->nodes[inner].parent;
        for (uint32_t n = parent + 1; n < tree->nodes[parent].end; n = tree->nodes[n].end) {
            const struct html_node *node = &tree->nodes[n];
            bool title = n < inner && node->flags & HTML_HAS_H1 && node->text < TITLE_SIBLING;
            bool files = node->flags & HTML_HAS_FILE && node->text < TITLE_SIBLING;
            if (n != inner && !title && !files && !fellow(tree, n, main))
                tree->nodes[n].flags |= HTML_DROPPED;
        }
    }
}

void main_content_mark(struct html_tree *tree)
{
    count_up(tree);
    uint32_t all = tree->nodes[0].text, total = plain(&tree->nodes[0]);
    for (uint32_t n = 1; n < tree->node_count;) {
        struct html_node *node = &tree->nodes[n];
        if (node->signs & SIGN_HIDDEN) {
            n = node->end;
        } else if (node->tag != TAG_TEXT && is_boilerplate(tree, n, total)) {
            take_out(tree, n);
            n = node->end;
        } else {
            n++;
        }
    }
    uint32_t kept = tree->nodes[0].text, kept_plain = plain(&tree->nodes[0]);
    if (kept * 100ull < all * (uint64_t)KEPT_PERCENT && kept_plain * 2ull < total) {
        for (uint32_t n = 1; n < tree->node_count; n++)
            tree->nodes[n].flags &= (uint8_t)~HTML_DROPPED;
        return;
    }
    uint32_t main = find_main(tree);
    if (main)
        keep_only(tree, main);
}
