#include "passage_queue.h"

#include <pthread.h>
#include <stdlib.h>

enum { QUEUE_DRAFTS = 256 }; /* enough to even out long and short reports; some MB at most */

struct passage_queue {
    struct db_writer *writer;
    struct db_draft *drafts[QUEUE_DRAFTS]; /* a ring: `waiting` of them from `first`, the rest empty */
    size_t first, waiting;
    bool ending;
    struct error failure;                  /* the first one of the thread */
    pthread_mutex_t mutex;                 /* over all of the above */
    pthread_cond_t filled, emptied;
    pthread_t thread;
    bool started;
};

static void *add_drafts(void *argument)
{
    struct passage_queue *queue = argument;
    pthread_mutex_lock(&queue->mutex);
    for (;;) {
        while (queue->waiting == 0 && !queue->ending)
            pthread_cond_wait(&queue->filled, &queue->mutex);
        if (queue->ending)
            break;
        struct db_draft *draft = queue->drafts[queue->first];
        struct error error = queue->failure;
        pthread_mutex_unlock(&queue->mutex);
        if (error.status == STATUS_OK && db_writer_add(queue->writer, draft, NULL, &error) == STATUS_OK)
            db_draft_clear(draft, &error);
        pthread_mutex_lock(&queue->mutex);
        if (queue->failure.status == STATUS_OK)
            queue->failure = error;
        queue->first = (queue->first + 1) % QUEUE_DRAFTS;
        queue->waiting--;
        pthread_cond_signal(&queue->emptied);
    }
    pthread_mutex_unlock(&queue->mutex);
    return NULL;
}

enum status passage_queue_open(struct passage_queue **queue, struct db_writer *writer, struct error *error)
{
    struct passage_queue *made = calloc(1, sizeof *made);
    if (!made)
        return error_set(error, STATUS_MEMORY, "out of memory");
    made->writer = writer;
    pthread_mutex_init(&made->mutex, NULL);
    pthread_cond_init(&made->filled, NULL);
    pthread_cond_init(&made->emptied, NULL);
    enum status status = STATUS_OK;
    for (size_t i = 0; i < QUEUE_DRAFTS && status == STATUS_OK; i++)
        status = db_draft_new(&made->drafts[i], error);
    if (status == STATUS_OK && pthread_create(&made->thread, NULL, add_drafts, made) != 0)
        status = error_set(error, STATUS_MEMORY, "cannot start a thread");
    made->started = status == STATUS_OK;
    if (status != STATUS_OK) {
        passage_queue_close(made);
        return status;
    }
    *queue = made;
    return STATUS_OK;
}

void passage_queue_close(struct passage_queue *queue)
{
    if (!queue)
        return;
    pthread_mutex_lock(&queue->mutex);
    queue->ending = true;
    pthread_cond_signal(&queue->filled);
    pthread_mutex_unlock(&queue->mutex);
    if (queue->started)
        pthread_join(queue->thread, NULL);
    for (size_t i = 0; i < QUEUE_DRAFTS; i++)
        db_draft_free(queue->drafts[i]);
    pthread_cond_destroy(&queue->emptied);
    pthread_cond_destroy(&queue->filled);
    pthread_mutex_destroy(&queue->mutex);
    free(queue);
}

/* With the mutex held: the thread's failure, if there is one. */
static enum status failure_of(const struct passage_queue *queue, struct error *error)
{
    if (queue->failure.status != STATUS_OK)
        *error = queue->failure;
    return queue->failure.status;
}

enum status passage_queue_put(struct passage_queue *queue, struct db_draft **draft, struct error *error)
{
    pthread_mutex_lock(&queue->mutex);
    while (queue->waiting == QUEUE_DRAFTS)
        pthread_cond_wait(&queue->emptied, &queue->mutex);
    enum status status = failure_of(queue, error);
    if (status == STATUS_OK) {
        size_t last = (queue->first + queue->waiting++) % QUEUE_DRAFTS;
        struct db_draft *empty = queue->drafts[last];
        queue->drafts[last] = *draft;
        *draft = empty;
        pthread_cond_signal(&queue->filled);
    }
    pthread_mutex_unlock(&queue->mutex);
    return status;
}

enum status passage_queue_drain(struct passage_queue *queue, struct error *error)
{
    pthread_mutex_lock(&queue->mutex);
    while (queue->waiting > 0)
        pthread_cond_wait(&queue->emptied, &queue->mutex);
    enum status status = failure_of(queue, error);
    pthread_mutex_unlock(&queue->mutex);
    return status;
}
