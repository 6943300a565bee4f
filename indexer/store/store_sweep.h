/* store_sweep.h - drops the passages that a report was rid of. For store.c alone. */
#ifndef TRIBUNE_STORE_SWEEP_H
#define TRIBUNE_STORE_SWEEP_H

#include "db_write.h"

/* Drops those passages with report ID in their key that the report does not have (any more); all when there is no such
 * report. Inside the writer's transaction. */
enum status store_sweep(struct db *reports, struct db_writer *passages, struct slice id, struct error *error);

#endif
