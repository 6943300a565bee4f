/* What is printed on every page: running headers, footers, page numbers. Lines near the upper or lower edge that say the
 * same, numbers apart, at the same height of most pages. */
#include "parse_pdf_lines.h"

#include <stdlib.h>

#include "map.h"
#include "token.h"

enum {
    EDGE_ROWS = 3, /* rows of text at each edge that may be furniture */
    KEY_BYTES_MAX = 200,
    PAGES_MOST_PERCENT = 50,   /* more of all pages than this, or */
    PAGES_PARITY_PERCENT = 60, /* this part of the odd or of the even ones: books alternate */
    PAGES_PARITY_LEAST = 3
};

static const double SAME_HEIGHT = 6, SAME_ROW = 3; /* points */

/* A row's words at a height: what repeats. */
struct repeated {
    double distance; /* from the edge */
    uint32_t pages[2], last_page;
    uint32_t next; /* another height with the same words, + 1; 0: none */
};

struct furniture {
    struct pdf_layout *layout;
    struct map keys; /* "t" or "b" and the words: index in items + 1 */
    VEC(struct repeated) items;
};

/* The words without case, accents and punctuation, all numbers alike: "Page 3/12" is "page # #". */
static size_t key_of(struct slice text, bool top, char key[KEY_BYTES_MAX])
{
    char folded[KEY_BYTES_MAX - 2];
    size_t length = 0, n = fold_key(text, folded, sizeof folded);
    key[length++] = top ? 't' : 'b';
    for (size_t i = 0; i < n; i++) {
        bool digit = folded[i] >= '0' && folded[i] <= '9';
        if (digit && length > 1 && key[length - 1] == '#')
            continue;
        key[length++] = digit ? '#' : folded[i];
    }
    return length;
}

static double distance_of(const struct furniture *furniture, const struct pdf_line *line, bool top)
{
    return top ? line->at.top : furniture->layout->pages.items[line->page].height - line->at.bottom;
}

/* What is known of this line's words at this height; made when MAKE. */
static struct repeated *find(struct furniture *furniture, const struct pdf_line *line, bool top, bool make)
{
    char key[KEY_BYTES_MAX];
    double distance = distance_of(furniture, line, top);
    struct slice words = { key, key_of(line->text, top, key) };
    uint32_t *first = map_get(&furniture->keys, words);
    for (uint32_t at = first ? *first : 0; at; at = furniture->items.items[at - 1].next) {
        struct repeated *item = &furniture->items.items[at - 1];
        if (item->distance - distance < SAME_HEIGHT && distance - item->distance < SAME_HEIGHT)
            return item;
    }
    if (!make)
        return NULL;
    struct repeated made = { .distance = distance, .last_page = UINT32_MAX, .next = first ? *first : 0 };
    *vec_push(furniture->layout->arena, &furniture->items) = made;
    uint32_t number = (uint32_t)furniture->items.count;
    if (first)
        *first = number;
    else
        map_put(&furniture->keys, (struct slice){ arena_dup_slice(furniture->layout->arena, words), words.length },
                number, NULL);
    return &furniture->items.items[number - 1];
}

/* ---- the rows at the edges of a page ---- */

typedef VEC(uint32_t) line_numbers;

/* The lines of a page in EDGE_ROWS rows from the upper or the lower edge. */
static void edge_lines(const struct pdf_layout *layout, const struct pdf_page *page, bool top, line_numbers *found)
{
    double limit = -1; /* how far from the edge the last row is */
    found->count = 0;
    for (int row = 0; row < EDGE_ROWS; row++) {
        double nearest = -1;
        for (size_t i = page->first; i < page->end; i++) {
            const struct pdf_line *line = &layout->lines.items[i];
            double distance = top ? line->at.top : page->height - line->at.bottom;
            if ((limit < 0 || distance > limit + SAME_ROW) && (nearest < 0 || distance < nearest))
                nearest = distance < 0 ? 0 : distance;
        }
        if (nearest < 0)
            break;
        limit = nearest;
    }
    for (size_t i = page->first; i < page->end; i++) {
        const struct pdf_line *line = &layout->lines.items[i];
        double distance = top ? line->at.top : page->height - line->at.bottom;
        if (distance <= limit + SAME_ROW)
            *vec_push(layout->arena, found) = (uint32_t)i;
    }
}

static bool on_most_pages(const struct furniture *furniture, const struct repeated *item)
{
    size_t pages = furniture->layout->pages.count, all = (size_t)item->pages[0] + item->pages[1];
    size_t of_parity[2] = { (pages + 1) / 2, pages / 2 };
    if (all >= 2 && all * 100 > pages * PAGES_MOST_PERCENT)
        return true;
    for (int i = 0; i < 2; i++)
        if (item->pages[i] >= PAGES_PARITY_LEAST && item->pages[i] * 100 >= of_parity[i] * PAGES_PARITY_PERCENT)
            return true;
    return false;
}

/* Only the number of the page, perhaps with "page" and how many there are. */
static bool is_page_number(const struct pdf_line *line)
{
    static const char *const forms[] = { "#",           "page #",  "p #",   "# #", "page # #", "page # sur #",
                                         "page # of #", "# sur #", "# of #" };
    char key[KEY_BYTES_MAX];
    key[key_of(line->text, true, key)] = '\0';
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (!strcmp(key + 1, forms[i]))
            return (size_t)strtoul(line->text.bytes + strcspn(line->text.bytes, "0123456789"), NULL, 10) ==
                   (size_t)line->page + 1;
    return false;
}

/* Does it say something beside numbers? Then its first page keeps it: it may be the only place that names the meeting. */
static bool is_heading_of_all(const struct pdf_line *line)
{
    char key[KEY_BYTES_MAX];
    size_t length = key_of(line->text, true, key), letters = 0;
    for (size_t i = 1; i < length; i++)
        letters += key[i] != '#' && key[i] != ' ';
    return line->page == 0 && letters >= 8;
}

void pdf_mark_furniture(struct pdf_layout *layout, bool *dropped)
{
    struct furniture furniture = { layout, MAP_INIT(layout->arena), { 0 } };
    line_numbers edge = { 0 };
    for (int round = 0; round < 2; round++)
        for (size_t p = 0; p < layout->pages.count; p++)
            for (int top = 0; top < 2; top++) {
                edge_lines(layout, &layout->pages.items[p], top, &edge);
                for (size_t i = 0; i < edge.count; i++) {
                    const struct pdf_line *line = &layout->lines.items[edge.items[i]];
                    struct repeated *item = find(&furniture, line, top, round == 0);
                    if (round == 0 && item->last_page != p) {
                        item->last_page = (uint32_t)p;
                        item->pages[p % 2]++;
                    } else if (round == 1 && on_most_pages(&furniture, item) && !(top && is_heading_of_all(line))) {
                        dropped[edge.items[i]] = true;
                    }
                    if (round == 1 && is_page_number(line) && i == (top ? 0 : edge.count - 1))
                        dropped[edge.items[i]] = true;
                }
            }
}
