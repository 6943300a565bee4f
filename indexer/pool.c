#include "pool.h"

#include <pthread.h>
#include <stdlib.h>

/* How far threads may run ahead of the writer: in reports, and in bytes, so that several huge ones are not held at
 * once. Whatever its size, the next one in order is always read. */
enum { SLOTS_A_JOB = 4, AHEAD_BYTES_MAX = 128 * 1024 * 1024 };

enum slot_state { SLOT_FREE, SLOT_BUSY, SLOT_DONE };

struct slot {
    enum slot_state state;
    struct arena arena;
    struct report report;
    struct pool_result result;
    size_t bytes;                /* of its arena, once done */
};

struct pool {
    const struct extractor *extractor;
    struct source_file *const *files;
    size_t count, taken, given;  /* files begun by a thread; files handed over */
    size_t held;                 /* bytes of the reports that are done and not given back */
    bool stopping, holding;      /* holding: the caller still has the last result */
    pthread_mutex_t lock;
    pthread_cond_t work, done;
    pthread_t threads[POOL_JOBS_MAX];
    unsigned thread_count;
    size_t slot_count;
    struct slot slots[];
};

static void extract_slot(const struct pool *pool, struct slot *slot)
{
    struct pool_result *result = &slot->result;
    if (arena_guard(&slot->arena)) {
        result->status = error_set(&result->error, STATUS_MEMORY, "needs more memory than a report may take");
        return;
    }
    slot->report = (struct report){ .arena = &slot->arena, .text = BUF_INIT(&slot->arena) };
    result->report = &slot->report;
    result->status = extract_report(pool->extractor, result->file, &slot->report, &result->error);
}

static void *run(void *argument)
{
    struct pool *pool = argument;
    pthread_mutex_lock(&pool->lock);
    while (!pool->stopping && pool->taken < pool->count) {
        struct slot *slot = &pool->slots[pool->taken % pool->slot_count];
        bool far_ahead = pool->held > AHEAD_BYTES_MAX && pool->taken > pool->given;
        if (slot->state != SLOT_FREE || far_ahead) {
            pthread_cond_wait(&pool->work, &pool->lock);
            continue;
        }
        slot->state = SLOT_BUSY;
        slot->result = (struct pool_result){ .file = pool->files[pool->taken++] };
        pthread_mutex_unlock(&pool->lock);
        extract_slot(pool, slot);
        pthread_mutex_lock(&pool->lock);
        slot->state = SLOT_DONE;
        slot->bytes = slot->arena.used;
        pool->held += slot->bytes;
        pthread_cond_broadcast(&pool->done);
    }
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

enum status pool_new(struct pool **pool, const struct extractor *extractor, struct source_file *const *files,
                     size_t count, unsigned jobs, struct error *error)
{
    if (jobs > POOL_JOBS_MAX)
        jobs = POOL_JOBS_MAX;
    size_t slots = (size_t)jobs * SLOTS_A_JOB;
    struct pool *made = calloc(1, sizeof *made + slots * sizeof made->slots[0]);
    if (!made)
        return error_set(error, STATUS_MEMORY, "out of memory");
    *made = (struct pool){ .extractor = extractor, .files = files, .count = count, .slot_count = slots };
    for (size_t i = 0; i < slots; i++)
        made->slots[i].arena = (struct arena)ARENA_INIT(REPORT_BYTES_MAX);
    pthread_mutex_init(&made->lock, NULL);
    pthread_cond_init(&made->work, NULL);
    pthread_cond_init(&made->done, NULL);
    while (made->thread_count < jobs &&
           pthread_create(&made->threads[made->thread_count], NULL, run, made) == 0)
        made->thread_count++;
    *pool = made;
    if (made->thread_count == 0) {
        pool_free(made);
        *pool = NULL;
        return error_set(error, STATUS_MEMORY, "no thread could be started");
    }
    return STATUS_OK;
}

static void release(struct pool *pool)
{
    if (!pool->holding)
        return;
    struct slot *slot = &pool->slots[(pool->given - 1) % pool->slot_count];
    pool->held -= slot->bytes;
    arena_reset(&slot->arena);
    slot->state = SLOT_FREE;
    pool->holding = false;
    pthread_cond_broadcast(&pool->work);
}

bool pool_next(struct pool *pool, struct pool_result **result)
{
    pthread_mutex_lock(&pool->lock);
    release(pool);
    bool any = pool->given < pool->count;
    if (any) {
        struct slot *slot = &pool->slots[pool->given % pool->slot_count];
        while (slot->state != SLOT_DONE)
            pthread_cond_wait(&pool->done, &pool->lock);
        pool->given++;
        pool->holding = true;
        *result = &slot->result;
    }
    pthread_mutex_unlock(&pool->lock);
    return any;
}

void pool_free(struct pool *pool)
{
    if (!pool)
        return;
    pthread_mutex_lock(&pool->lock);
    pool->stopping = true;
    pthread_cond_broadcast(&pool->work);
    pthread_mutex_unlock(&pool->lock);
    for (unsigned i = 0; i < pool->thread_count; i++)
        pthread_join(pool->threads[i], NULL);
    for (size_t i = 0; i < pool->slot_count; i++)
        arena_fini(&pool->slots[i].arena);
    pthread_cond_destroy(&pool->done);
    pthread_cond_destroy(&pool->work);
    pthread_mutex_destroy(&pool->lock);
    free(pool);
}
