/* serve_library.h - GNU libmicrohttpd, loaded only when the program serves: linking it would load GnuTLS with every
 * run of the CGI and double its time. */
#ifndef TRIBUNE_SERVE_LIBRARY_H
#define TRIBUNE_SERVE_LIBRARY_H

#include <microhttpd.h>

#include "error.h"

struct serve_library {
    void *handle;
    __typeof__(&MHD_start_daemon) start_daemon;
    __typeof__(&MHD_stop_daemon) stop_daemon;
    __typeof__(&MHD_get_daemon_info) get_daemon_info;
    __typeof__(&MHD_lookup_connection_value) lookup_connection_value;
    __typeof__(&MHD_create_response_from_buffer) create_response_from_buffer;
    __typeof__(&MHD_add_response_header) add_response_header;
    __typeof__(&MHD_queue_response) queue_response;
    __typeof__(&MHD_destroy_response) destroy_response;
};

/* STATUS_IO says that the library is missing and what to install. Close it with serve_library_close(). */
enum status serve_library_open(struct serve_library *library, struct error *error);
void serve_library_close(struct serve_library *library);

#endif
