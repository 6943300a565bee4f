/* tribune-search: the door is chosen by who is calling. */
#include <stdlib.h>

#include "doors.h"

int main(int argc, char **argv)
{
    if (argc < 2 && door_fastcgi_is_open())
        return door_fastcgi();
    return getenv("GATEWAY_INTERFACE") ? door_cgi() : door_cli(argc, argv);
}
