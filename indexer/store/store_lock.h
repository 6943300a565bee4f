/* store_lock.h - the lock of a database folder: one writer at a time. A lock of the system's, so that it ends with
 * the process, however that ends; and with any closing of the file by this process: lock a folder once at a time. */
#ifndef TRIBUNE_STORE_LOCK_H
#define TRIBUNE_STORE_LOCK_H

#include <stdbool.h>

#include "error.h"

/* *LOCK is to be closed with close(). STATUS_LOCKED, with a message that says who holds it, unless WAIT. */
enum status store_lock(const char *path, bool wait, int *lock, struct error *error);

#endif
