#include "term_set.h"

#include <stdint.h>
#include <stdlib.h>

enum { SET_ENTRIES = 1 << 20 };

struct term_set {
    uint64_t hashes[SET_ENTRIES]; /* 0: empty */
};

struct term_list {
    char *bytes;
    size_t length, room;
};

/* Never 0. FNV-1a, mixed once more since its low bits choose the entry. */
static uint64_t hash_of(struct slice term)
{
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < term.length; i++)
        hash = (hash ^ (unsigned char)term.bytes[i]) * 0x100000001B3u;
    hash ^= hash >> 29;
    return hash ? hash : 1;
}

struct term_set *term_set_new(void)
{
    return calloc(1, sizeof(struct term_set));
}

void term_set_free(struct term_set *set)
{
    free(set);
}

bool term_set_has(const struct term_set *set, struct slice term)
{
    uint64_t hash = hash_of(term);
    return set->hashes[hash % SET_ENTRIES] == hash;
}

void term_set_add(struct term_set *set, struct slice term)
{
    uint64_t hash = hash_of(term);
    set->hashes[hash % SET_ENTRIES] = hash;
}

struct term_list *term_list_new(void)
{
    return calloc(1, sizeof(struct term_list));
}

void term_list_free(struct term_list *list)
{
    if (list)
        free(list->bytes);
    free(list);
}

bool term_list_add(struct term_list *list, struct slice line)
{
    if (line.length + 1 > list->room - list->length) {
        size_t room = (list->room + line.length + 64) * 2;
        char *bytes = realloc(list->bytes, room);
        if (!bytes)
            return false;
        list->bytes = bytes;
        list->room = room;
    }
    memcpy(list->bytes + list->length, line.bytes, line.length);
    list->bytes[list->length + line.length] = '\n';
    list->length += line.length + 1;
    return true;
}

void term_list_clear(struct term_list *list)
{
    list->length = 0;
}

struct slice term_list_joined(const struct term_list *list)
{
    return (struct slice){ list->bytes ? list->bytes : "", list->length };
}
