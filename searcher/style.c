#include "style.h"

#include <string.h>

/* The file as it is; the assembler reads it, from the project's folder. */
__asm__(".section .rodata\n"
        ".global tribune_style_sheet\n"
        "tribune_style_sheet:\n"
        ".incbin \"searcher/style.css\"\n"
        ".byte 0\n"
        ".previous\n");

extern const char tribune_style_sheet[];

void style_sheet(struct buf *out, const struct config *config)
{
    buf_add_string(out, tribune_style_sheet);
    if (config->accent)
        buf_printf(out, ":root{--accent:%s;--accent-on-dark:%s}\n", config->accent, config->accent);
}

/* FNV-1a over words of eight bytes: every page asks. */
static uint64_t hash_words(uint64_t hash, struct slice bytes)
{
    for (size_t i = 0; i < bytes.length; i += sizeof(uint64_t)) {
        uint64_t word = 0;
        memcpy(&word, bytes.bytes + i, bytes.length - i < sizeof word ? bytes.length - i : sizeof word);
        hash = (hash ^ word) * 1099511628211u;
        hash ^= hash >> 32; /* or what is high in a word would be lost */
    }
    return hash;
}

const char *style_version(struct arena *arena, const struct config *config)
{
    uint64_t hash = hash_words(14695981039346656037u, slice_of(tribune_style_sheet));
    hash = hash_words(hash, slice_of(config->accent ? config->accent : ""));
    return arena_printf(arena, "%08x", (unsigned)(hash ^ hash >> 32));
}
