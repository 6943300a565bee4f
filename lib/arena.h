/* arena.h - memory that is given back all at once: everything about one report, or one request.
 *
 * Allocation never returns NULL. When memory runs out (or the arena's own limit is reached), control jumps to the
 * place that the owner marked with arena_guard(); an owner that marked none ends with abort(). So code between the
 * guard and the failure must hold nothing that only a return would release: keep such things in the owner.
 *
 *     struct arena arena = ARENA_INIT(limit);
 *     if (arena_guard(&arena)) { status = error_set(error, STATUS_MEMORY, "…"); goto out; }
 *     …
 *     out: arena_fini(&arena);
 *
 * Locals changed between the guard and the jump must be volatile. Never jump through C++ frames: callbacks that are
 * called from C++ use buffers made beforehand. */
#ifndef TRIBUNE_ARENA_H
#define TRIBUNE_ARENA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "slice.h"

struct arena_chunk;

struct arena {
    struct arena_chunk *chunks;
    size_t used;       /* bytes asked from the system so far */
    size_t limit;      /* bytes that may be asked in all; 0 for no limit */
    bool guarded;
    jmp_buf recover;
};

#define ARENA_INIT(bytes) { .limit = (bytes) }

/* Marks the place that a failed allocation returns to: 0 now, 1 after a failure. */
#define arena_guard(arena) ((arena)->guarded = true, setjmp((arena)->recover))

void arena_fini(struct arena *arena);  /* gives everything back; the arena can be used again, unguarded */
void arena_reset(struct arena *arena); /* the same, but keeps one chunk and the guard for the next round */

void *arena_alloc(struct arena *arena, size_t bytes);               /* not cleared, aligned for any type */
void *arena_zero(struct arena *arena, size_t bytes);                /* cleared */
void *arena_grow(struct arena *arena, void *old, size_t old_bytes,
                 size_t new_bytes);                                      /* like realloc; old may be NULL */
char *arena_dup(struct arena *arena, const char *bytes, size_t length);  /* a copy, NUL added */
char *arena_dup_slice(struct arena *arena, struct slice slice);
char *arena_strdup(struct arena *arena, const char *string);             /* NULL gives NULL */
char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

#define arena_new(arena, type) ((type *)arena_zero((arena), sizeof(type)))

/* Growing arrays: VEC(struct thing) things = {0};  *vec_push(arena, &things) = thing; */
#define VEC(type) struct { type *items; size_t count, room; }
#define vec_push(arena, vec)                                                                                         \
    (vec_reserve_((arena), (void **)&(vec)->items, &(vec)->room, (vec)->count, sizeof *(vec)->items),                \
     &(vec)->items[(vec)->count++])
void vec_reserve_(struct arena *arena, void **items, size_t *room, size_t count, size_t size);

#endif
