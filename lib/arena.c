#include "arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { CHUNK_BYTES = 64 * 1024, OWN_BYTES = 16 * 1024, ALIGNMENT = _Alignof(max_align_t) };

struct arena_chunk {
    struct arena_chunk *next, *previous;
    size_t size, filled; /* bytes after this header */
    max_align_t bytes[];
};

static _Noreturn void fail(struct arena *arena)
{
    if (!arena->guarded)
        abort();
    longjmp(arena->recover, 1);
}

static size_t aligned(struct arena *arena, size_t bytes)
{
    if (bytes > SIZE_MAX / 4)
        fail(arena);
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

static void charge(struct arena *arena, size_t bytes)
{
    if (arena->limit && (arena->used > arena->limit || bytes > arena->limit - arena->used))
        fail(arena);
}

/* A new chunk goes first in the list when small allocations may continue in it, else behind the first. */
static struct arena_chunk *chunk_new(struct arena *arena, size_t size, bool shared)
{
    charge(arena, size);
    struct arena_chunk *chunk = malloc(sizeof *chunk + size);
    if (!chunk)
        fail(arena);
    arena->used += size;
    chunk->size = size;
    chunk->filled = 0;
    struct arena_chunk *first = arena->chunks;
    if (shared || !first) {
        chunk->previous = NULL;
        chunk->next = first;
        if (first)
            first->previous = chunk;
        arena->chunks = chunk;
    } else {
        chunk->previous = first;
        chunk->next = first->next;
        if (first->next)
            first->next->previous = chunk;
        first->next = chunk;
    }
    return chunk;
}

void *arena_alloc(struct arena *arena, size_t bytes)
{
    size_t size = aligned(arena, bytes ? bytes : 1);
    struct arena_chunk *chunk = arena->chunks;
    if (size >= OWN_BYTES) {
        chunk = chunk_new(arena, size, false);
    } else if (!chunk || chunk->size - chunk->filled < size) {
        chunk = chunk_new(arena, CHUNK_BYTES, true);
    }
    void *result = (char *)chunk->bytes + chunk->filled;
    chunk->filled += size;
    return result;
}

void *arena_zero(struct arena *arena, size_t bytes)
{
    return memset(arena_alloc(arena, bytes), 0, bytes ? bytes : 1);
}

void *arena_grow(struct arena *arena, void *old, size_t old_bytes, size_t new_bytes)
{
    if (!old)
        return arena_alloc(arena, new_bytes);
    if (new_bytes <= old_bytes)
        return old;
    size_t old_size = aligned(arena, old_bytes ? old_bytes : 1), new_size = aligned(arena, new_bytes);
    if (old_size < OWN_BYTES) {
        void *result = arena_alloc(arena, new_bytes);
        memcpy(result, old, old_bytes);
        return result;
    }
    /* A large block has a chunk of its own: it can be moved without leaving a hole. */
    struct arena_chunk *chunk = (struct arena_chunk *)((char *)old - offsetof(struct arena_chunk, bytes));
    charge(arena, new_size - old_size);
    struct arena_chunk *moved = realloc(chunk, sizeof *chunk + new_size);
    if (!moved)
        fail(arena);
    arena->used += new_size - old_size;
    moved->size = moved->filled = new_size;
    if (moved->previous)
        moved->previous->next = moved;
    else
        arena->chunks = moved;
    if (moved->next)
        moved->next->previous = moved;
    return moved->bytes;
}

static void free_chunks(struct arena_chunk *chunk)
{
    while (chunk) {
        struct arena_chunk *next = chunk->next;
        free(chunk);
        chunk = next;
    }
}

void arena_fini(struct arena *arena)
{
    free_chunks(arena->chunks);
    arena->chunks = NULL;
    arena->used = 0;
    arena->guarded = false;
}

void arena_reset(struct arena *arena)
{
    struct arena_chunk *keep = arena->chunks;
    if (!keep)
        return;
    if (keep->size > CHUNK_BYTES) {
        bool guarded = arena->guarded;
        arena_fini(arena);
        arena->guarded = guarded;
        return;
    }
    free_chunks(keep->next);
    keep->next = NULL;
    keep->filled = 0;
    arena->used = keep->size;
}

char *arena_dup(struct arena *arena, const char *bytes, size_t length)
{
    char *copy = arena_alloc(arena, length + 1);
    if (length)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

char *arena_dup_slice(struct arena *arena, struct slice slice)
{
    return arena_dup(arena, slice.bytes, slice.length);
}

char *arena_strdup(struct arena *arena, const char *string)
{
    return string ? arena_dup(arena, string, strlen(string)) : NULL;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *result = arena_alloc(arena, length > 0 ? (size_t)length + 1 : 1);
    result[0] = '\0';
    if (length > 0)
        vsnprintf(result, (size_t)length + 1, format, again);
    va_end(again);
    return result;
}

void vec_reserve_(struct arena *arena, void **items, size_t *room, size_t count, size_t size)
{
    if (count < *room)
        return;
    size_t wanted = *room ? *room * 2 : 8;
    if (wanted > SIZE_MAX / 4 / size)
        fail(arena);
    *items = arena_grow(arena, *items, *room * size, wanted * size);
    *room = wanted;
}
