// What Swift's Glibc leaves out: waiting for many sockets at once, and giving memory back.
#include <malloc.h>
#include <sys/epoll.h>
