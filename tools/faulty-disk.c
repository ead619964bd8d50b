/* A disk that fails when told to, for tests: cc -shared -fPIC -o faulty-disk.so faulty-disk.c -ldl; LD_PRELOAD it.
   FAULTY_DISK=fsync:7   the seventh flush of a store's file fails with EIO
   FAULTY_DISK=write:7   the seventh write to a store's file writes half and then fails with ENOSPC
   Only files whose path has "qianmo.sqlite" in it count. What comes after the fault works again. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_int count;
static _Thread_local int torn;

static int is_store(int descriptor) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return strstr(path, "qianmo.sqlite") != NULL && strstr(path, "-shm") == NULL;
}

/* Whether this call is the one that fails. */
static int fails(const char *kind, int descriptor) {
    const char *plan = getenv("FAULTY_DISK");
    size_t length = strlen(kind);
    if (!plan || strncmp(plan, kind, length) != 0 || plan[length] != ':' || !is_store(descriptor)) return 0;
    return atomic_fetch_add(&count, 1) + 1 == atoi(plan + length + 1);
}

int fsync(int descriptor) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    if (fails("fsync", descriptor)) { errno = EIO; return -1; }
    return real(descriptor);
}

int fdatasync(int descriptor) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    if (fails("fsync", descriptor)) { errno = EIO; return -1; }
    return real(descriptor);
}

typedef ssize_t (*writer)(int, const void *, size_t, off64_t);

static ssize_t write_at(const char *name, int descriptor, const void *bytes, size_t size, off64_t offset) {
    writer real = (writer)dlsym(RTLD_NEXT, name);
    if (torn) { torn = 0; errno = ENOSPC; return -1; }
    if (fails("write", descriptor)) { torn = 1; return real(descriptor, bytes, size / 2, offset); }
    return real(descriptor, bytes, size, offset);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t offset) {
    return write_at("pwrite", descriptor, bytes, size, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset) {
    return write_at("pwrite64", descriptor, bytes, size, offset);
}
