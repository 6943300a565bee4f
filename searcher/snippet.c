/* snippet.c - the stretch of a passage that is shown: the sentences with most of the words, within a length. */
#include "buf.h"
#include "highlight_match.h"
#include "token.h"
#include "utf8.h"

/* Abbreviations whose full stop ends no sentence, folded; single letters neither. */
static const char *const abbreviations[] = {
    "m", "mm", "mme", "mmes", "mlle", "dr", "pr", "prof", "me", "st", "ste", "mr", "mrs", "ms", "art", "al", "ch",
    "cf", "p", "pp", "n", "no", "vol", "fig", "ex", "env", "hon", "rev", "vs", "eg", "ie", "jr", "sr",
};

enum {
    ABBREVIATION_BYTES = 5,
    MATCHES_MAX = 200,        /* that are weighed in one passage */
    SCAN_BYTES = 64 * 1024    /* of a passage that are looked at */
};

typedef VEC(struct span) sentence_list;

/* Does the word that ends before the full stop at AT only look like the end of a sentence? */
static bool abbreviated(struct slice text, size_t at)
{
    size_t start = at, step;
    char folded[16];

    while (start > 0 && at - start <= ABBREVIATION_BYTES
           && char_is_word(utf8_decode_before(text.bytes, start, &step)))
        start -= step;
    if (at == start || at - start > ABBREVIATION_BYTES)
        return false;
    fold_key((struct slice){ text.bytes + start, at - start }, folded, sizeof folded);
    if (strlen(folded) == 1 && !(folded[0] >= '0' && folded[0] <= '9'))
        return true;
    for (size_t i = 0; i < sizeof abbreviations / sizeof *abbreviations; i++)
        if (strcmp(abbreviations[i], folded) == 0)
            return true;
    return false;
}

static bool ends_sentence(struct slice text, size_t at, uint32_t c, size_t step)
{
    size_t next_step;

    if (c == '\n')
        return true;
    if (c != '.' && c != '!' && c != '?' && c != 0x2026)
        return false;
    if (at + step >= text.length)
        return true;
    uint32_t next = utf8_decode(text.bytes + at + step, text.length - at - step, &next_step);
    if (next != ' ' && next != '\n' && next != 0xA0)
        return false;
    return c != '.' || !abbreviated(text, at);
}

/* The first bytes of what ends_sentence() takes for an end: what most are not. */
static const bool may_end[256] = { ['\n'] = true, ['.'] = true, ['!'] = true, ['?'] = true, [0xE2] = true };

/* Where the sentence that goes on at AT ends. */
static size_t sentence_end(struct slice text, size_t at)
{
    size_t step;

    for (; at < text.length; at++) {
        if (!may_end[(unsigned char)text.bytes[at]])
            continue;
        uint32_t c = utf8_decode(text.bytes + at, text.length - at, &step);
        if (ends_sentence(text, at, c, step))
            return at + step;
    }
    return text.length;
}

static void cut_sentences(struct slice text, struct arena *arena, sentence_list *sentences)
{
    for (size_t start = 0, end; start < text.length; start = end) {
        end = sentence_end(text, start);
        struct slice sentence = slice_trim((struct slice){ text.bytes + start, end - start });
        if (sentence.length)
            *vec_push(arena, sentences) =
                (struct span){ (uint32_t)(sentence.bytes - text.bytes),
                               (uint32_t)(sentence.bytes - text.bytes + (long)sentence.length) };
    }
}

/* How much the matches in START..END say: a new word of the query counts much, another occurrence little. */
static unsigned worth(const match_list *matches, uint32_t start, uint32_t end, unsigned char *seen, uint32_t groups)
{
    unsigned sum = 0;

    memset(seen, 0, groups + 1);
    for (size_t i = 0; i < matches->count; i++) {
        const struct match *match = &matches->items[i];
        if (match->start < start || match->end > end)
            continue;
        sum += seen[match->group] == 0 ? 16 : seen[match->group] < 4 ? 1 : 0;
        if (seen[match->group] < 4)
            seen[match->group]++;
    }
    return sum;
}

/* The run of sentences within BYTES that is worth most; the earliest of equals. */
static struct span best_sentences(const sentence_list *sentences, const match_list *matches, size_t bytes,
                                  unsigned char *seen, uint32_t groups)
{
    struct span best = sentences->items[0];
    unsigned most = 0;

    for (size_t i = 0; i < sentences->count; i++) {
        for (size_t j = i; j < sentences->count; j++) {
            uint32_t start = sentences->items[i].start, end = sentences->items[j].end;
            if (j > i && end - start > bytes)
                break;
            unsigned value = worth(matches, start, end, seen, groups);
            bool longer = value == most && value > 0 && start == best.start; /* room left: what follows explains */
            if (value > most || longer || (i == 0 && most == 0)) {
                best = (struct span){ start, end };
                most = value;
            }
        }
        /* a later start is only better with more of the words; skip to the sentence of the next match */
        while (matches->count && i + 1 < sentences->count) {
            bool has = false;
            for (size_t k = 0; k < matches->count && !has; k++)
                has = matches->items[k].start >= sentences->items[i + 1].start
                    && matches->items[k].start < sentences->items[i + 1].end;
            if (has)
                break;
            i++;
        }
    }
    return best;
}

/* A stretch of about BYTES inside a long sentence, cut between words, that is worth most. */
static struct span best_stretch(struct slice text, struct span sentence, const match_list *matches, size_t bytes,
                                unsigned char *seen, uint32_t groups)
{
    struct span best = { sentence.start, sentence.end };
    unsigned most = 0;

    if (sentence.end - sentence.start <= bytes)
        return sentence;
    best.end = (uint32_t)(sentence.start + bytes);
    for (size_t i = 0; i < matches->count; i++) {
        uint32_t at = matches->items[i].start;
        if (at < sentence.start || at >= sentence.end)
            continue;
        uint32_t before = (uint32_t)(bytes / 5);
        uint32_t start = at - sentence.start > before ? at - before : sentence.start;
        uint32_t end = sentence.end - start > bytes ? (uint32_t)(start + bytes) : sentence.end;
        if (end < matches->items[i].end)
            end = matches->items[i].end;
        unsigned value = worth(matches, start, end, seen, groups);
        if (value > most) {
            best = (struct span){ start, end };
            most = value;
        }
    }
    /* to the nearest spaces, without cutting a match */
    uint32_t start = (uint32_t)utf8_floor(text.bytes, text.length, best.start);
    uint32_t end = (uint32_t)utf8_floor(text.bytes, text.length, best.end);
    while (start > sentence.start && start < end && text.bytes[start - 1] != ' ')
        start++;
    while (end < sentence.end && end > start && text.bytes[end] != ' ')
        end--;
    if (start >= end) { /* no space at all */
        start = (uint32_t)utf8_floor(text.bytes, text.length, best.start);
        end = (uint32_t)utf8_floor(text.bytes, text.length, best.end);
    }
    for (size_t i = 0; i < matches->count; i++) {
        const struct match *match = &matches->items[i];
        if (match->start < start && match->end > start)
            start = match->start;
        if (match->start < end && match->end > end)
            end = match->end;
    }
    return (struct span){ start, end };
}

static void add_fragment(struct snippet *snippet, struct arena *arena, struct slice text, size_t start, size_t end,
                         bool match)
{
    if (end > start)
        *vec_push(arena, &snippet->fragments) =
            (struct fragment){ { text.bytes + start, end - start }, match };
}

void highlight_snippet(const struct highlight *highlight, struct slice text, size_t bytes, struct arena *arena,
                       struct snippet *snippet)
{
    match_list matches = { 0 };
    sentence_list sentences = { 0 };

    *snippet = (struct snippet){ 0 };
    if (text.length > SCAN_BYTES)
        text.length = utf8_floor(text.bytes, text.length, SCAN_BYTES);
    highlight_matches(highlight, text, arena, &matches);
    if (matches.count > MATCHES_MAX)
        matches.count = MATCHES_MAX;
    cut_sentences(text, arena, &sentences);
    if (!sentences.count)
        return;
    unsigned char *seen = arena_zero(arena, highlight->groups + 1);
    struct span whole = { sentences.items[0].start, sentences.items[sentences.count - 1].end }, shown = whole;
    if (whole.end - whole.start > bytes) {
        shown = best_sentences(&sentences, &matches, bytes, seen, highlight->groups);
        if (shown.end - shown.start > bytes + bytes / 4)
            shown = best_stretch(text, shown, &matches, bytes, seen, highlight->groups);
    }
    snippet->cut_before = shown.start > whole.start;
    snippet->cut_after = shown.end < whole.end;
    size_t at = shown.start;
    for (size_t i = 0; i < matches.count; i++) {
        const struct match *match = &matches.items[i];
        if (match->end <= at || match->start >= shown.end)
            continue;
        size_t start = match->start > at ? match->start : at;
        size_t end = match->end < shown.end ? match->end : shown.end;
        add_fragment(snippet, arena, text, at, start, false);
        add_fragment(snippet, arena, text, start, end, true);
        at = end;
    }
    add_fragment(snippet, arena, text, at, shown.end, false);
}

/* ---- text fragments ---- */

enum { FRAGMENT_WORDS_BEFORE = 2, FRAGMENT_WORDS_AFTER = 5 };

/* Percent-encodes all but letters and digits: dash, comma and ampersand mean something in a text directive. */
static void add_encoded(struct buf *out, struct slice text)
{
    static const char hex[] = "0123456789ABCDEF";
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.bytes[i];
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_')
            buf_add_char(out, (char)c);
        else
            buf_add(out, (const char[]){ '%', hex[c >> 4], hex[c & 15] }, 3);
    }
}

static bool is_break(char c)
{
    return c == '\n' || c == '\t';
}

/* The words around the first match (or at the beginning), inside their line: whole words, as the page has them. */
static struct slice fragment_text(const struct snippet *snippet)
{
    const struct fragment *first = &snippet->fragments.items[0], *match = first;
    const struct fragment *last = &snippet->fragments.items[snippet->fragments.count - 1];
    const char *begin = first->text.bytes, *end = last->text.bytes + last->text.length;

    for (const struct fragment *f = first; f <= last; f++)
        if (f->match) {
            match = f;
            break;
        }
    const char *from = match->text.bytes, *to = from;
    for (int words = 0; from > begin && !is_break(from[-1]); from--)
        if (from[-1] == ' ' && words++ == FRAGMENT_WORDS_BEFORE)
            break;
    for (int words = 0; to < end && !is_break(*to); to++)
        if (*to == ' ' && ++words == FRAGMENT_WORDS_AFTER)
            break;
    return slice_trim((struct slice){ from, (size_t)(to - from) });
}

const char *highlight_url(const char *url, const struct snippet *snippet, struct arena *arena)
{
    struct buf out = BUF_INIT(arena);

    if (!url || !snippet->fragments.count)
        return url;
    struct slice text = fragment_text(snippet);
    if (!text.length)
        return url;
    buf_add_string(&out, url);
    buf_add_string(&out, strchr(url, '#') ? ":~:text=" : "#:~:text=");
    add_encoded(&out, text);
    return out.bytes;
}
