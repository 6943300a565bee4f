#include "style.h"

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

const char *style_version(struct arena *arena, const struct config *config)
{
    struct buf sheet = BUF_INIT(arena);
    uint32_t hash = 2166136261u; /* FNV-1a */
    style_sheet(&sheet, config);
    for (size_t i = 0; i < sheet.length; i++)
        hash = (hash ^ (unsigned char)sheet.bytes[i]) * 16777619u;
    return arena_printf(arena, "%08x", hash);
}
