#include "serve_library.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

#define LIBRARY_FILE "libmicrohttpd.so.12" /* the interface of 0.9.47 to 1.0 */

#define AT(member) offsetof(struct serve_library, member)

static const struct {
    const char *symbol;
    size_t offset;
} functions[] = {
    { "MHD_start_daemon", AT(start_daemon) },
    { "MHD_stop_daemon", AT(stop_daemon) },
    { "MHD_get_daemon_info", AT(get_daemon_info) },
    { "MHD_lookup_connection_value", AT(lookup_connection_value) },
    { "MHD_create_response_from_buffer", AT(create_response_from_buffer) },
    { "MHD_add_response_header", AT(add_response_header) },
    { "MHD_queue_response", AT(queue_response) },
    { "MHD_destroy_response", AT(destroy_response) },
};

enum status serve_library_open(struct serve_library *library, struct error *error)
{
    *library = (struct serve_library){ .handle = dlopen(LIBRARY_FILE, RTLD_NOW | RTLD_LOCAL) };
    if (!library->handle)
        return error_set(error, STATUS_IO, "--serve needs GNU libmicrohttpd (" LIBRARY_FILE "): it is not installed");
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        void *function = dlsym(library->handle, functions[i].symbol);
        if (!function) {
            serve_library_close(library);
            return error_set(error, STATUS_IO, "the installed libmicrohttpd lacks %s", functions[i].symbol);
        }
        memcpy((char *)library + functions[i].offset, &function, sizeof function);
    }
    return STATUS_OK;
}

void serve_library_close(struct serve_library *library)
{
    if (library->handle)
        dlclose(library->handle);
    library->handle = NULL;
}
