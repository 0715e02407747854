/* Stands between a program and the system: counts what changes files under one folder, lets the
 * call with a given number fail, be cut short or be the last, and writes down what was done.
 *
 * Loaded by LD_PRELOAD. Nothing happens until vanbok_watch() has named a folder.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum plan { NOTHING, KILL_BEFORE, KILL_AFTER, TORN, ONCE, FROM_THERE_ON };
enum act { GO_ON, FAIL, HALF, HALF_AND_DIE, DIE_AFTERWARDS };

#define MOST_FILES 4096

static char root[PATH_MAX];
static size_t root_length;
static char *names[MOST_FILES];
static long count, at;
static enum plan plan;
static int number_of_error, quiet, record = -1;
static pthread_mutex_t alone = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

#define REAL(name) ((__typeof__(&name))real(#name, &real_##name))
static void *real(const char *name, void **kept) {
    if (*kept == NULL) *kept = dlsym(RTLD_NEXT, name);
    return *kept;
}
#define KEPT(name) static void *real_##name
KEPT(open); KEPT(open64); KEPT(openat); KEPT(openat64); KEPT(close); KEPT(write); KEPT(pwrite);
KEPT(pwrite64); KEPT(writev); KEPT(ftruncate); KEPT(ftruncate64); KEPT(fsync); KEPT(fdatasync);
KEPT(rename); KEPT(renameat); KEPT(renameat2); KEPT(link); KEPT(linkat); KEPT(unlink);
KEPT(unlinkat); KEPT(mkdir); KEPT(mkdirat); KEPT(rmdir); KEPT(chmod); KEPT(fchmod);
KEPT(sendfile); KEPT(sendfile64); KEPT(copy_file_range); KEPT(truncate); KEPT(truncate64);

/* What Python says. */

void vanbok_watch(const char *folder) {
    snprintf(root, sizeof root, "%s", folder ? folder : "");
    root_length = strlen(root);
    count = 0;
    plan = NOTHING;
}

void vanbok_plan(int what, long number, int error) {
    plan = what;
    at = number;
    number_of_error = error;
    count = 0;
}

long vanbok_count(void) { return count; }

/* Leave out the syncing itself, which a kill cannot tell from none: it is counted all the same. */
void vanbok_quiet(int yes) { quiet = yes; }

int vanbok_record(const char *path) {
    if (record >= 0) REAL(close)(record);
    record = path ? REAL(open)(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600) : -1;
    return record;
}

/* The record: kind, file handle, offset, the two lengths, and what they measure. */

static void note(char kind, int file, int64_t offset, const void *one, uint32_t first,
                 const void *two, uint32_t second) {
    struct { int64_t kind, file, offset; uint32_t first, second; } head =
        {kind, file, offset, first, second};
    struct iovec parts[] = {{&head, sizeof head}, {(void *)one, first}, {(void *)two, second}};
    if (record < 0) return;
    int kept = errno;
    if (REAL(writev)(record, parts, 3) != (ssize_t)(sizeof head + first + second)) abort();
    errno = kept;
}

void vanbok_mark(const char *text) {
    pthread_mutex_lock(&alone);
    note('M', -1, 0, text, strlen(text), NULL, 0);
    pthread_mutex_unlock(&alone);
}

static void note_names(char kind, int file, int64_t how, const char *one, const char *two) {
    note(kind, file, how, one, strlen(one), two, two ? strlen(two) : 0);
}

/* Which calls are of the folder. */

static int under(const char *path) {
    return root_length && path && strncmp(path, root, root_length) == 0 &&
           (path[root_length] == '/' || path[root_length] == 0);
}

static const char *named(int file) {
    return file >= 0 && file < MOST_FILES ? names[file] : NULL;
}

/* Give the whole name of what is asked for in a folder that may be given by its handle. */
static const char *whole(int folder, const char *path, char *room) {
    if (path == NULL || path[0] == '/') return path;
    if (folder == AT_FDCWD) {
        size_t length;
        if (getcwd(room, PATH_MAX) == NULL) return path;
        length = strlen(room);
        snprintf(room + length, PATH_MAX - length, "/%s", path);
        return room;
    }
    if (named(folder) == NULL) return path;
    snprintf(room, PATH_MAX, "%s/%s", named(folder), path);
    return room;
}

static void die(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

/* Count a call and tell what is to become of it; `writes` when it can be done by half. */
static enum act turn(int writes) {
    long number = ++count;
    if (plan == NOTHING || number < at || (number > at && plan != FROM_THERE_ON)) return GO_ON;
    switch (plan) {
        case KILL_BEFORE: die(); break;
        case KILL_AFTER: return DIE_AFTERWARDS;
        case TORN: return writes ? HALF_AND_DIE : GO_ON;
        case FROM_THERE_ON:
            /* A disk that fills takes what there is room for. */
            if (number == at && writes && number_of_error == ENOSPC) return HALF;
            /* fall through */
        default: errno = number_of_error; return FAIL;
    }
    return GO_ON;
}

#define ENTER pthread_mutex_lock(&alone)
#define LEAVE(value) do { int _kept = errno; pthread_mutex_unlock(&alone); errno = _kept; \
                          return (value); } while (0)

/* Calls that go or do not go. */
#define WHOLE(watched, call, noted) do { \
    if (!(watched)) return call; \
    ENTER; \
    int _result = -1; \
    enum act _act = turn(0); \
    if (_act != FAIL) { \
        _result = call; \
        if (_result == 0) noted; \
        else note('X', -1, 0, NULL, 0, NULL, 0); \
        if (_act == DIE_AFTERWARDS) die(); \
    } \
    LEAVE(_result); } while (0)

/* Opening */

static int opened(int handle, const char *path, int flags, int fresh) {
    if (handle >= 0 && handle < MOST_FILES) {
        free(names[handle]);
        names[handle] = strdup(path);
        note_names('O', handle, (flags & O_TRUNC ? 2 : 0) | fresh, path, NULL);
    }
    return handle;
}

#define OPENING(path, flags, call) do { \
    if (!under(path)) return call; \
    struct stat _found; \
    ENTER; \
    int _handle = -1, _fresh = (flags & O_CREAT) && stat(path, &_found) != 0; \
    enum act _act = _fresh || (flags & O_TRUNC) ? turn(0) : GO_ON; \
    if (_act != FAIL) { \
        _handle = opened(call, path, flags, _fresh); \
        if (_handle < 0 && (_fresh || (flags & O_TRUNC))) note('X', -1, 0, NULL, 0, NULL, 0); \
        if (_act == DIE_AFTERWARDS) die(); \
    } \
    LEAVE(_handle); } while (0)

#define MODE(flags) mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { \
    va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }

int open(const char *path, int flags, ...) {
    MODE(flags);
    char room[PATH_MAX]; const char *name = whole(AT_FDCWD, path, room);
    OPENING(name, flags, REAL(open)(path, flags, mode));
}
int open64(const char *path, int flags, ...) {
    MODE(flags);
    char room[PATH_MAX]; const char *name = whole(AT_FDCWD, path, room);
    OPENING(name, flags, REAL(open64)(path, flags, mode));
}
int openat(int folder, const char *path, int flags, ...) {
    MODE(flags);
    char room[PATH_MAX]; const char *name = whole(folder, path, room);
    OPENING(name, flags, REAL(openat)(folder, path, flags, mode));
}
int openat64(int folder, const char *path, int flags, ...) {
    MODE(flags);
    char room[PATH_MAX]; const char *name = whole(folder, path, room);
    OPENING(name, flags, REAL(openat64)(folder, path, flags, mode));
}
int close(int file) {
    if (named(file) == NULL) return REAL(close)(file);
    ENTER;
    note('C', file, 0, NULL, 0, NULL, 0);
    free(names[file]);
    names[file] = NULL;
    int result = REAL(close)(file);
    LEAVE(result);
}

/* Writing */

#define WRITING(file, size, start, done, half, bytes) do { \
    ENTER; \
    int64_t _start = start; \
    ssize_t _done = -1; \
    enum act _act = turn((size) > 1); \
    if (_act == HALF || _act == HALF_AND_DIE) _done = half; \
    else if (_act != FAIL) _done = done; \
    if (_done > 0) note('W', file, _start, bytes, _done, NULL, 0); \
    else note('X', -1, 0, NULL, 0, NULL, 0); \
    if (_act == HALF_AND_DIE || _act == DIE_AFTERWARDS) die(); \
    LEAVE(_done); } while (0)

ssize_t write(int file, const void *bytes, size_t size) {
    if (named(file) == NULL) return REAL(write)(file, bytes, size);
    WRITING(file, size, lseek(file, 0, SEEK_CUR), REAL(write)(file, bytes, size),
            REAL(write)(file, bytes, size / 2), bytes);
}
ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset) {
    if (named(file) == NULL) return REAL(pwrite)(file, bytes, size, offset);
    WRITING(file, size, offset, REAL(pwrite)(file, bytes, size, offset),
            REAL(pwrite)(file, bytes, size / 2, offset), bytes);
}
ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset) {
    if (named(file) == NULL) return REAL(pwrite64)(file, bytes, size, offset);
    WRITING(file, size, offset, REAL(pwrite64)(file, bytes, size, offset),
            REAL(pwrite64)(file, bytes, size / 2, offset), bytes);
}
ssize_t writev(int file, const struct iovec *parts, int number) {
    if (named(file) == NULL) return REAL(writev)(file, parts, number);
    /* One part at a time: nobody is promised more. */
    return number > 0 ? write(file, parts[0].iov_base, parts[0].iov_len) : 0;
}

/* Copies inside the system are made here by reading and writing, so that they are seen. */
static ssize_t copied(int to, int from, off_t *offset, size_t size) {
    char *room;
    ssize_t got;
    if (size > 1 << 16) size = 1 << 16;
    if ((room = malloc(size)) == NULL) return -1;
    got = offset ? pread(from, room, size, *offset) : read(from, room, size);
    if (got > 0) {
        ssize_t put = write(to, room, got);
        if (offset) *offset += put > 0 ? put : 0;
        else if (put < got) lseek(from, (put > 0 ? put : 0) - got, SEEK_CUR);
        got = put;
    }
    free(room);
    return got;
}
ssize_t sendfile(int to, int from, off_t *offset, size_t size) {
    if (named(to) == NULL) return REAL(sendfile)(to, from, offset, size);
    return copied(to, from, offset, size);
}
ssize_t sendfile64(int to, int from, off64_t *offset, size_t size) {
    if (named(to) == NULL) return REAL(sendfile64)(to, from, offset, size);
    return copied(to, from, offset, size);
}
ssize_t copy_file_range(int from, off64_t *read_at, int to, off64_t *write_at, size_t size,
                        unsigned flags) {
    if (named(to) == NULL) return REAL(copy_file_range)(from, read_at, to, write_at, size, flags);
    errno = ENOSYS;
    return -1;
}

int ftruncate(int file, off_t size) {
    WHOLE(named(file), REAL(ftruncate)(file, size), note('T', file, size, NULL, 0, NULL, 0));
}
int ftruncate64(int file, off64_t size) {
    WHOLE(named(file), REAL(ftruncate64)(file, size), note('T', file, size, NULL, 0, NULL, 0));
}
int truncate(const char *path, off_t size) {
    WHOLE(under(path), REAL(truncate)(path, size), note_names('t', -1, size, path, NULL));
}
int truncate64(const char *path, off64_t size) {
    WHOLE(under(path), REAL(truncate64)(path, size), note_names('t', -1, size, path, NULL));
}

/* Syncing */

int fsync(int file) {
    WHOLE(named(file), quiet ? 0 : REAL(fsync)(file), note('S', file, 0, NULL, 0, NULL, 0));
}
int fdatasync(int file) {
    WHOLE(named(file), quiet ? 0 : REAL(fdatasync)(file), note('S', file, 0, NULL, 0, NULL, 0));
}

/* Names */

static int renamed_to(int from_folder, const char *from, int to_folder, const char *to,
                      int (*call)(int, const char *, int, const char *)) {
    char one[PATH_MAX], two[PATH_MAX];
    const char *old = whole(from_folder, from, one), *new = whole(to_folder, to, two);
    WHOLE(under(old) || under(new), call(from_folder, from, to_folder, to),
          note_names('R', -1, 0, old, new));
}
static int plain_rename(int a, const char *from, int b, const char *to) {
    (void)a; (void)b;
    return REAL(rename)(from, to);
}
int rename(const char *from, const char *to) {
    return renamed_to(AT_FDCWD, from, AT_FDCWD, to, plain_rename);
}
int renameat(int a, const char *from, int b, const char *to) {
    return renamed_to(a, from, b, to, REAL(renameat));
}
static _Thread_local unsigned rename_flags;
static int flagged_rename(int a, const char *from, int b, const char *to) {
    return REAL(renameat2)(a, from, b, to, rename_flags);
}
int renameat2(int a, const char *from, int b, const char *to, unsigned flags) {
    rename_flags = flags;
    return renamed_to(a, from, b, to, flagged_rename);
}

int link(const char *from, const char *to) {
    WHOLE(under(to), REAL(link)(from, to), note_names('L', -1, 0, from, to));
}
int linkat(int a, const char *from, int b, const char *to, int flags) {
    char one[PATH_MAX], two[PATH_MAX];
    const char *old = whole(a, from, one), *new = whole(b, to, two);
    WHOLE(under(new), REAL(linkat)(a, from, b, to, flags), note_names('L', -1, 0, old, new));
}
int unlink(const char *path) {
    WHOLE(under(path), REAL(unlink)(path), note_names('U', -1, 0, path, NULL));
}
int unlinkat(int folder, const char *path, int flags) {
    char room[PATH_MAX];
    const char *name = whole(folder, path, room);
    WHOLE(under(name), REAL(unlinkat)(folder, path, flags),
          note_names(flags & AT_REMOVEDIR ? 'D' : 'U', -1, 0, name, NULL));
}
int mkdir(const char *path, mode_t mode) {
    WHOLE(under(path), REAL(mkdir)(path, mode), note_names('F', -1, 0, path, NULL));
}
int mkdirat(int folder, const char *path, mode_t mode) {
    char room[PATH_MAX];
    const char *name = whole(folder, path, room);
    WHOLE(under(name), REAL(mkdirat)(folder, path, mode), note_names('F', -1, 0, name, NULL));
}
int rmdir(const char *path) {
    WHOLE(under(path), REAL(rmdir)(path), note_names('D', -1, 0, path, NULL));
}
int chmod(const char *path, mode_t mode) {
    WHOLE(under(path), REAL(chmod)(path, mode), note_names('P', -1, 0, path, NULL));
}
int fchmod(int file, mode_t mode) {
    WHOLE(named(file), REAL(fchmod)(file, mode), note_names('P', -1, 0, named(file), NULL));
}
