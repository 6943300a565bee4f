// The least that a program linked to libxapian costs to start: what any CGI over Xapian is measured against.
#include <xapian.h>

#include <cstdio>

int main()
{
    std::printf("Content-Type: text/plain\r\n\r\n%s\n", Xapian::version_string());
}
