/* guard.h - a guard inside the owner's guard, for code that holds memory of a library while it allocates from the
 * arena: it frees what it holds, and only then passes the failure on.
 *
 *     struct guard outer;
 *     guard_save(&outer, arena);
 *     if (arena_guard(arena)) failed = true; else { … }
 *     free(held);
 *     guard_restore(&outer, arena);
 *     if (failed) guard_fail(arena); */
#ifndef TRIBUNE_GUARD_H
#define TRIBUNE_GUARD_H

#include <stdlib.h>

#include "arena.h"

struct guard {
    bool guarded;
    jmp_buf recover;
};

static inline void guard_save(struct guard *guard, const struct arena *arena)
{
    guard->guarded = arena->guarded;
    memcpy(&guard->recover, &arena->recover, sizeof guard->recover);
}

static inline void guard_restore(const struct guard *guard, struct arena *arena)
{
    arena->guarded = guard->guarded;
    memcpy(&arena->recover, &guard->recover, sizeof arena->recover);
}

/* What a failed allocation does, once the outer guard is back. */
static inline _Noreturn void guard_fail(struct arena *arena)
{
    if (!arena->guarded)
        abort();
    longjmp(arena->recover, 1);
}

#endif
