/* A disk that fails when told to, or a program that dies there, for tests:
   cc -shared -fPIC -o faulty-disk.so faulty-disk.c -ldl; LD_PRELOAD it.
   FAULTY_DISK=fsync:7          the seventh flush of a store's file fails with EIO
   FAULTY_DISK=write:7          the seventh write to a store's file writes half and then fails with ENOSPC
   Only files whose path has "qianmo.sqlite" in it count. What comes after the fault works again.
   FAULTY_DISK=kill-write:7     kill -9 when half of the seventh write to the store's write-ahead log is written
   FAULTY_DISK=kill-flush:7     kill -9 before the log's seventh flush
   FAULTY_DISK=kill-flushed:7   kill -9 after the log's seventh flush, before anybody could be told of it
   FAULTY_DISK=kill-commit:7    kill -9 when half of the message with the seventh COMMIT is on its way to PostgreSQL
   FAULTY_DISK=kill-committed:7 kill -9 when the whole of it is, and no answer has come
   SQLite writes and flushes its write-ahead log inside a commit only. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_int count;
static _Thread_local int torn;

static int is_file(int descriptor, const char *name) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return strstr(path, name) != NULL && strstr(path, "-shm") == NULL;
}

static int is_planned(const char *kind) {
    const char *plan = getenv("FAULTY_DISK");
    size_t length = strlen(kind);
    return plan && strncmp(plan, kind, length) == 0 && plan[length] == ':';
}

/* Whether this is the call that was meant. */
static int is_the_one(void) {
    return atomic_fetch_add(&count, 1) + 1 == atoi(strchr(getenv("FAULTY_DISK"), ':') + 1);
}

static int meets(const char *kind, int descriptor, const char *name) {
    return is_planned(kind) && is_file(descriptor, name) && is_the_one();
}

static void die(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

static int flush(const char *name, int descriptor) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    if (meets("fsync", descriptor, "qianmo.sqlite")) { errno = EIO; return -1; }
    if (meets("kill-flush", descriptor, "qianmo.sqlite-wal")) die();
    int result = real(descriptor);
    if (meets("kill-flushed", descriptor, "qianmo.sqlite-wal")) die();
    return result;
}

int fsync(int descriptor) { return flush("fsync", descriptor); }

int fdatasync(int descriptor) { return flush("fdatasync", descriptor); }

typedef ssize_t (*writer)(int, const void *, size_t, off64_t);

static ssize_t write_at(const char *name, int descriptor, const void *bytes, size_t size, off64_t offset) {
    writer real = (writer)dlsym(RTLD_NEXT, name);
    if (torn) { torn = 0; errno = ENOSPC; return -1; }
    if (meets("write", descriptor, "qianmo.sqlite")) { torn = 1; return real(descriptor, bytes, size / 2, offset); }
    if (meets("kill-write", descriptor, "qianmo.sqlite-wal")) {
        if (real(descriptor, bytes, size / 2, offset) >= 0) die();
    }
    return real(descriptor, bytes, size, offset);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t offset) {
    return write_at("pwrite", descriptor, bytes, size, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset) {
    return write_at("pwrite64", descriptor, bytes, size, offset);
}

/* The name under which a session has prepared its COMMIT, between two zero bytes as a Bind message has it. */
static char prepared[1024][64];

/* Whether the message has a COMMIT: by the text it is prepared from (then the name is kept), or by that name. */
static int has_commit(int descriptor, const char *bytes, size_t size) {
    if (descriptor < 0 || descriptor >= 1024) return 0;
    char *name = prepared[descriptor];
    const char *text = memmem(bytes, size, "\0COMMIT\0", 8);
    if (text) {
        size_t length = 0;
        while (text - length > bytes && text[-1 - (ptrdiff_t)length] > ' ' && length < 60) length++;
        name[0] = 0;
        memcpy(name + 1, text - length, length);
        name[length + 1] = 0;
        return 1;
    }
    return name[1] && memmem(bytes, size, name, strlen(name + 1) + 2) != NULL;
}

ssize_t send(int descriptor, const void *bytes, size_t size, int flags) {
    ssize_t (*real)(int, const void *, size_t, int) = (ssize_t (*)(int, const void *, size_t, int))dlsym(RTLD_NEXT, "send");
    int is_after = is_planned("kill-committed");
    if ((is_after || is_planned("kill-commit")) && has_commit(descriptor, bytes, size) && is_the_one()) {
        if (real(descriptor, bytes, is_after ? size : size / 2, flags) >= 0) die();
    }
    return real(descriptor, bytes, size, flags);
}
