/* Stands between a program and its disk (LD_PRELOAD): counts the calls that write, or read, below one folder; fails
 * one of them or all from it on, or ends the program there; or keeps a record of all that was written, in order.
 *
 * Real calls are made by syscall(), so that nothing here calls itself. What is known of a case lies in memory that
 * forked children share: they count together, and whoever started them can look.
 */
#define _GNU_SOURCE
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
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { /* the same order in shim.py */
    K_NONE, K_CREATE, K_TRUNCATE, K_WRITE, K_FSYNC, K_RENAME, K_LINK, K_UNLINK, K_MKDIR, K_RMDIR, K_CHMOD,
    K_OPEN, K_READ, K_MARK
};
enum { F_NONE, F_KILL, F_HALF, F_SHORT, F_FULL, F_ONCE, F_ON };
enum { CLASS_WRITES = 1, CLASS_READS = 2 };
enum { MOST = 1 << 16, LONGEST = 4096 };

struct state {
    pthread_mutex_t turn;
    char root[LONGEST];
    size_t root_length;
    int classes, fault, error;
    int64_t at, count;
    int fired, mapped, recording;
    char fired_path[LONGEST];
    uint64_t drawn;
    uint8_t kinds[MOST];
};
static struct state *S;

__attribute__((constructor)) static void begin(void) {
    S = mmap(NULL, sizeof *S, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (S == MAP_FAILED)
        abort();
    pthread_mutexattr_t shared;
    pthread_mutexattr_init(&shared);
    pthread_mutexattr_setpshared(&shared, PTHREAD_PROCESS_SHARED);
    pthread_mutexattr_setrobust(&shared, PTHREAD_MUTEX_ROBUST); /* whoever held it may have been killed */
    pthread_mutex_init(&S->turn, &shared);
    S->recording = -1;
}

static void take(void) {
    if (pthread_mutex_lock(&S->turn) == EOWNERDEAD)
        pthread_mutex_consistent(&S->turn);
}

static void give(void) {
    int saved = errno;
    pthread_mutex_unlock(&S->turn);
    errno = saved;
}

/* ── what Python calls ─────────────────────────────────────────────────────────────────────────────────────────── */

void shim_watch(const char *root) {
    S->root_length = strlen(root);
    if (S->root_length >= LONGEST)
        abort();
    memcpy(S->root, root, S->root_length + 1);
}

void shim_arm(int classes, int fault, int64_t at, int error) {
    S->count = S->fired = S->mapped = 0;
    S->fired_path[0] = 0;
    S->fault = fault, S->at = at, S->error = error, S->classes = classes;
}

void shim_disarm(void) { S->classes = 0; }
int64_t shim_count(void) { return S->count; }
int shim_fired(void) { return S->fired; }
int shim_mapped(void) { return S->mapped; }
const char *shim_fired_path(void) { return S->fired_path; }
const uint8_t *shim_kinds(void) { return S->kinds; }
void shim_seed(uint64_t seed) { S->drawn = seed; }
void shim_record(int handle) { S->recording = handle; }

/* A process of its own group, gone when the one that forked it is. */
void shim_alone(void) {
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}

/* ── whose file it is ──────────────────────────────────────────────────────────────────────────────────────────── */

static int below(const char *path) {
    size_t length = S->root_length;
    return length && !strncmp(path, S->root, length) && (path[length] == '/' || path[length] == 0);
}

static int of_handle(int handle, char *path) {
    char link[32];
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, path, LONGEST - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return below(path);
}

static int of_name(int folder, const char *name, char *path) {
    if (name[0] == '/')
        snprintf(path, LONGEST, "%s", name);
    else {
        char above[LONGEST];
        if (folder == AT_FDCWD) {
            if (syscall(SYS_getcwd, above, LONGEST) < 0)
                return 0;
        } else
            of_handle(folder, above);
        if (snprintf(path, LONGEST, "%s/%s", above, name) >= LONGEST)
            return 0;
    }
    return below(path);
}

/* ── what becomes of a call ────────────────────────────────────────────────────────────────────────────────────── */

enum verdict { GO, FAIL, HALVE };

static void end_all(void) {
    syscall(SYS_kill, 0, SIGKILL);
    for (;;)
        pause();
}

/* Numbers the call and says what becomes of it; growing: it needs room on the disk. */
static enum verdict judged(int class, int kind, const char *path, int growing, size_t size) {
    if (!(S->classes & class))
        return GO;
    int64_t number = ++S->count;
    if (number < MOST)
        S->kinds[number] = (uint8_t)kind;
    if (S->fault == F_NONE || number < S->at || (number > S->at && S->fault != F_ON && S->fault != F_FULL))
        return GO;
    if (S->fault == F_FULL && !growing)
        return GO;
    if (!S->fired) {
        S->fired = kind;
        snprintf(S->fired_path, LONGEST, "%s", path);
    }
    int halves = (S->fault == F_HALF || S->fault == F_SHORT) && kind == K_WRITE && size > 1;
    if (S->fault == F_KILL || (S->fault == F_HALF && !halves))
        end_all();
    if (S->fault == F_HALF || S->fault == F_SHORT)
        return halves ? HALVE : GO;
    errno = S->fault == F_FULL ? ENOSPC : S->error;
    return FAIL;
}

struct head {
    uint32_t kind, path, to, reserved;
    int64_t offset, size;
};

static void put(const void *data, size_t size) {
    const char *rest = data;
    while (size) {
        ssize_t done = syscall(SYS_write, S->recording, rest, size);
        if (done <= 0)
            abort();
        rest += done, size -= (size_t)done;
    }
}

/* Kept in the order in which it happened: the turn is held around the call and this. */
static void note(int kind, const char *path, const char *to, int64_t offset, int64_t size, const void *data) {
    if (S->recording < 0)
        return;
    int saved = errno;
    struct head head = {(uint32_t)kind, (uint32_t)strlen(path), (uint32_t)strlen(to), 0, offset, size};
    put(&head, sizeof head);
    put(path, head.path);
    put(to, head.to);
    if (data)
        put(data, (size_t)size);
    errno = saved;
}

void shim_mark(const char *text) {
    take();
    note(K_MARK, text, "", 0, 0, NULL);
    give();
}

static int watched(void) { return S && S->root_length && (S->classes || S->recording >= 0); }

/* A simple call: numbered, made, recorded when it succeeded. */
#define SIMPLE(class, kind, path, to, growing, size, call)                                                             \
    do {                                                                                                               \
        long made = -1;                                                                                                \
        take();                                                                                                        \
        if (judged(class, kind, path, growing, 0) != FAIL && (made = (call)) >= 0)                                     \
            note(kind, path, to, 0, size, NULL);                                                                       \
        give();                                                                                                        \
        return (int)made;                                                                                              \
    } while (0)

/* ── opening ───────────────────────────────────────────────────────────────────────────────────────────────────── */

static int opened(int folder, const char *name, int flags, mode_t mode) {
    char path[LONGEST];
    if (!watched() || !of_name(folder, name, path))
        return (int)syscall(SYS_openat, folder, name, flags, mode);
    int there = !syscall(SYS_faccessat, folder, name, F_OK);
    int creates = (flags & O_CREAT) && !there, cuts = (flags & O_TRUNC) && there;
    take();
    int kind = creates ? K_CREATE : cuts ? K_TRUNCATE : K_OPEN;
    int class = creates || cuts ? CLASS_WRITES : CLASS_READS;
    int made = -1;
    if (judged(class, kind, path, creates, 0) != FAIL) {
        made = (int)syscall(SYS_openat, folder, name, flags, mode);
        if (made >= 0 && class == CLASS_WRITES)
            note(kind, path, "", 0, 0, NULL);
    }
    give();
    return made;
}

#define MODE_OF(flags)                                                                                                 \
    mode_t mode = 0;                                                                                                   \
    if ((flags) & (O_CREAT | __O_TMPFILE)) {                                                                           \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        mode = va_arg(rest, mode_t);                                                                                   \
        va_end(rest);                                                                                                  \
    }

int open(const char *name, int flags, ...) {
    MODE_OF(flags)
    return opened(AT_FDCWD, name, flags, mode);
}
int open64(const char *name, int flags, ...) {
    MODE_OF(flags)
    return opened(AT_FDCWD, name, flags | O_LARGEFILE, mode);
}
int openat(int folder, const char *name, int flags, ...) {
    MODE_OF(flags)
    return opened(folder, name, flags, mode);
}
int openat64(int folder, const char *name, int flags, ...) {
    MODE_OF(flags)
    return opened(folder, name, flags | O_LARGEFILE, mode);
}
int creat(const char *name, mode_t mode) { return opened(AT_FDCWD, name, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *name, mode_t mode) { return creat(name, mode); }

/* ── writing ───────────────────────────────────────────────────────────────────────────────────────────────────── */

static int64_t place_of(int handle) {
    struct stat there;
    if (fcntl(handle, F_GETFL) & O_APPEND)
        return fstat(handle, &there) ? 0 : there.st_size;
    return lseek(handle, 0, SEEK_CUR);
}

/* offset < 0: where the file stands */
static ssize_t written(int handle, const void *data, size_t size, int64_t offset) {
    char path[LONGEST];
#define REAL(length)                                                                                                   \
    (offset < 0 ? syscall(SYS_write, handle, data, length) : syscall(SYS_pwrite64, handle, data, length, offset))
    if (!watched() || !of_handle(handle, path))
        return REAL(size);
    take();
    int64_t place = offset < 0 ? place_of(handle) : offset;
    ssize_t made = -1;
    enum verdict verdict = judged(CLASS_WRITES, K_WRITE, path, 1, size);
    if (verdict != FAIL) {
        made = REAL(verdict == HALVE ? size / 2 : size);
        if (made > 0)
            note(K_WRITE, path, "", place, made, data);
        if (verdict == HALVE && S->fault == F_HALF)
            end_all();
    }
    give();
    return made;
#undef REAL
}

ssize_t write(int handle, const void *data, size_t size) { return written(handle, data, size, -1); }
ssize_t pwrite(int handle, const void *data, size_t size, off_t at) { return written(handle, data, size, at); }
ssize_t pwrite64(int handle, const void *data, size_t size, off64_t at) { return written(handle, data, size, at); }

static ssize_t gathered(int handle, const struct iovec *parts, int count, int64_t offset) {
    char path[LONGEST];
    if (!watched() || !of_handle(handle, path))
        return offset < 0 ? syscall(SYS_writev, handle, parts, count)
                          : syscall(SYS_pwritev, handle, parts, count, (long)offset, 0L);
    size_t size = 0;
    for (int each = 0; each < count; each++)
        size += parts[each].iov_len;
    char *whole = malloc(size ? size : 1), *end = whole;
    for (int each = 0; each < count; each++)
        end = mempcpy(end, parts[each].iov_base, parts[each].iov_len);
    ssize_t made = written(handle, whole, size, offset);
    int saved = errno;
    free(whole);
    errno = saved;
    return made;
}

ssize_t writev(int handle, const struct iovec *parts, int count) { return gathered(handle, parts, count, -1); }
ssize_t pwritev(int handle, const struct iovec *parts, int count, off_t at) {
    return gathered(handle, parts, count, at);
}
ssize_t pwritev64(int handle, const struct iovec *parts, int count, off64_t at) {
    return gathered(handle, parts, count, at);
}

/* What the kernel copies is read first and written as anything else: the same bytes, a few calls more. */
static ssize_t carried(int from, off64_t *from_at, int to, off64_t *to_at, size_t size) {
    size = size < (1 << 20) ? size : 1 << 20;
    char *data = malloc(size ? size : 1);
    ssize_t got = from_at ? syscall(SYS_pread64, from, data, size, *from_at) : syscall(SYS_read, from, data, size);
    ssize_t made = got > 0 ? written(to, data, (size_t)got, to_at ? *to_at : -1) : got;
    int saved = errno;
    free(data);
    if (made > 0) {
        if (from_at)
            *from_at += made;
        else if (got != made)
            lseek(from, made - got, SEEK_CUR);
        if (to_at)
            *to_at += made;
    } else if (made < 0 && !from_at && got > 0)
        lseek(from, -got, SEEK_CUR);
    errno = saved;
    return made;
}

ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t size, unsigned flags) {
    char path[LONGEST];
    if (!watched() || !of_handle(to, path))
        return syscall(SYS_copy_file_range, from, from_at, to, to_at, size, flags);
    return carried(from, from_at, to, to_at, size);
}

ssize_t sendfile(int to, int from, off_t *from_at, size_t size) {
    char path[LONGEST];
    if (!watched() || !of_handle(to, path))
        return syscall(SYS_sendfile, to, from, from_at, size);
    return carried(from, from_at, to, NULL, size);
}
ssize_t sendfile64(int to, int from, off64_t *from_at, size_t size) { return sendfile(to, from, from_at, size); }

/* ── cutting and putting on the disk ───────────────────────────────────────────────────────────────────────────── */

int ftruncate(int handle, off_t size) {
    char path[LONGEST];
    if (!watched() || !of_handle(handle, path))
        return (int)syscall(SYS_ftruncate, handle, size);
    SIMPLE(CLASS_WRITES, K_TRUNCATE, path, "", 0, size, syscall(SYS_ftruncate, handle, size));
}
int ftruncate64(int handle, off64_t size) { return ftruncate(handle, size); }

int truncate(const char *name, off_t size) {
    char path[LONGEST];
    if (!watched() || !of_name(AT_FDCWD, name, path))
        return (int)syscall(SYS_truncate, name, size);
    SIMPLE(CLASS_WRITES, K_TRUNCATE, path, "", 0, size, syscall(SYS_truncate, name, size));
}
int truncate64(const char *name, off64_t size) { return truncate(name, size); }

static int put_away(int handle, long number) {
    char path[LONGEST];
    if (!watched() || !of_handle(handle, path))
        return (int)syscall(number, handle);
    SIMPLE(CLASS_WRITES, K_FSYNC, path, "", 0, 0, syscall(number, handle));
}
int fsync(int handle) { return put_away(handle, SYS_fsync); }
int fdatasync(int handle) { return put_away(handle, SYS_fdatasync); }

/* ── names ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

static int renamed(int folder, const char *name, int other, const char *new, unsigned flags) {
    char path[LONGEST], to[LONGEST];
    int from_here = watched() && of_name(folder, name, path);
    if (!watched() || !(of_name(other, new, to) || from_here))
        return (int)syscall(SYS_renameat2, folder, name, other, new, flags);
    of_name(folder, name, path);
    SIMPLE(CLASS_WRITES, K_RENAME, path, to, 0, 0, syscall(SYS_renameat2, folder, name, other, new, flags));
}
int rename(const char *name, const char *new) { return renamed(AT_FDCWD, name, AT_FDCWD, new, 0); }
int renameat(int folder, const char *name, int other, const char *new) {
    return renamed(folder, name, other, new, 0);
}
int renameat2(int folder, const char *name, int other, const char *new, unsigned flags) {
    return renamed(folder, name, other, new, flags);
}

int linkat(int folder, const char *name, int other, const char *new, int flags) {
    char path[LONGEST], to[LONGEST];
    if (!watched() || !of_name(other, new, to))
        return (int)syscall(SYS_linkat, folder, name, other, new, flags);
    of_name(folder, name, path);
    SIMPLE(CLASS_WRITES, K_LINK, path, to, 1, 0, syscall(SYS_linkat, folder, name, other, new, flags));
}
int link(const char *name, const char *new) { return linkat(AT_FDCWD, name, AT_FDCWD, new, 0); }

int unlinkat(int folder, const char *name, int flags) {
    char path[LONGEST];
    if (!watched() || !of_name(folder, name, path))
        return (int)syscall(SYS_unlinkat, folder, name, flags);
    int kind = flags & AT_REMOVEDIR ? K_RMDIR : K_UNLINK;
    SIMPLE(CLASS_WRITES, kind, path, "", 0, 0, syscall(SYS_unlinkat, folder, name, flags));
}
int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }
int rmdir(const char *name) { return unlinkat(AT_FDCWD, name, AT_REMOVEDIR); }
int remove(const char *name) {
    struct stat there;
    if (lstat(name, &there))
        return -1;
    return unlinkat(AT_FDCWD, name, S_ISDIR(there.st_mode) ? AT_REMOVEDIR : 0);
}

int mkdirat(int folder, const char *name, mode_t mode) {
    char path[LONGEST];
    if (!watched() || !of_name(folder, name, path))
        return (int)syscall(SYS_mkdirat, folder, name, mode);
    SIMPLE(CLASS_WRITES, K_MKDIR, path, "", 1, 0, syscall(SYS_mkdirat, folder, name, mode));
}
int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }

int fchmodat(int folder, const char *name, mode_t mode, int flags) {
    char path[LONGEST];
    if (!watched() || !of_name(folder, name, path))
        return (int)syscall(SYS_fchmodat, folder, name, mode, flags);
    SIMPLE(CLASS_WRITES, K_CHMOD, path, "", 0, mode, syscall(SYS_fchmodat, folder, name, mode, flags));
}
int chmod(const char *name, mode_t mode) { return fchmodat(AT_FDCWD, name, mode, 0); }
int fchmod(int handle, mode_t mode) {
    char path[LONGEST];
    if (!watched() || !of_handle(handle, path))
        return (int)syscall(SYS_fchmod, handle, mode);
    SIMPLE(CLASS_WRITES, K_CHMOD, path, "", 0, mode, syscall(SYS_fchmod, handle, mode));
}

/* ── reading ───────────────────────────────────────────────────────────────────────────────────────────────────── */

static ssize_t fetched(int handle, void *data, size_t size, int64_t offset) {
    char path[LONGEST];
    if (watched() && (S->classes & CLASS_READS) && of_handle(handle, path)) {
        take();
        enum verdict verdict = judged(CLASS_READS, K_READ, path, 0, size);
        give();
        if (verdict == FAIL)
            return -1;
    }
    return offset < 0 ? syscall(SYS_read, handle, data, size) : syscall(SYS_pread64, handle, data, size, offset);
}

ssize_t read(int handle, void *data, size_t size) { return fetched(handle, data, size, -1); }
ssize_t pread(int handle, void *data, size_t size, off_t at) { return fetched(handle, data, size, at); }
ssize_t pread64(int handle, void *data, size_t size, off64_t at) { return fetched(handle, data, size, at); }

/* ── chance ────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Drawn from a seed when there is one: rows with the same ids lie on the same pages, in the same number of calls. */
ssize_t getrandom(void *data, size_t size, unsigned flags) {
    if (!S || !S->drawn)
        return syscall(SYS_getrandom, data, size, flags);
    for (size_t each = 0; each < size; each++) {
        uint64_t mixed = S->drawn += 0x9e3779b97f4a7c15u; /* splitmix64 */
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
        ((uint8_t *)data)[each] = (uint8_t)(mixed >> 56);
    }
    return (ssize_t)size;
}

/* What is written through memory could not be counted: it is only noticed, and there should be none. */
void *mmap(void *place, size_t size, int protection, int flags, int handle, off_t at) {
    char path[LONGEST];
    if (handle >= 0 && (flags & MAP_SHARED) && (protection & PROT_WRITE) && watched() && of_handle(handle, path))
        S->mapped = 1;
    return (void *)syscall(SYS_mmap, place, size, protection, flags, handle, at);
}
void *mmap64(void *place, size_t size, int protection, int flags, int handle, off64_t at) {
    return mmap(place, size, protection, flags, handle, at);
}
