/* passage_queue.h - a thread of its own that adds passages: half of all writing, and independent of the rest until the
 * commit. Documents are added in the order they were put in, so that the database is the same whatever the timing.
 *
 * The writer belongs to the thread from a put until the next drain; in between nobody else may use it. */
#ifndef TRIBUNE_PASSAGE_QUEUE_H
#define TRIBUNE_PASSAGE_QUEUE_H

#include "db_write.h"

struct passage_queue;

enum status passage_queue_open(struct passage_queue **queue, struct db_writer *writer, struct error *error);
/* Drops what is waiting. */
void passage_queue_close(struct passage_queue *queue);

/* Takes *DRAFT and gives an empty one in its place; waits while the queue is full. Returns a failure of the thread as
 * soon as there is one, and then takes nothing. */
enum status passage_queue_put(struct passage_queue *queue, struct db_draft **draft, struct error *error);

/* Waits until all that was put in is added; returns the first failure. */
enum status passage_queue_drain(struct passage_queue *queue, struct error *error);

#endif
