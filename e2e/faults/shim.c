// Stands between a program and the disk. Counts every write, sync and cut on files whose path holds
// FAULT_MATCH, and at the FAULT_AT-th of them does FAULT_DO: `kill` (before it happens), `torn`
// (half of a write, then kill), `eio` or `full` (an error, once; from there on with FAULT_ON).
// FAULT_LOG: the operations themselves, in order, for rebuilding what a power cut leaves:
//   <op> <path length> <offset> <bytes>\n<path><data>

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long counted = 0;
static long at = -1;
static int stays = 0, journal = -1;
static const char *match = NULL, *what = "";

#define REAL(type, name, ...) \
  static type (*real_##name)(__VA_ARGS__) = NULL; \
  if (!real_##name) real_##name = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
  const char *value;
  match = getenv("FAULT_MATCH");
  if ((value = getenv("FAULT_AT"))) at = atol(value);
  if ((value = getenv("FAULT_DO"))) what = value;
  stays = getenv("FAULT_ON") != NULL;
  if ((value = getenv("FAULT_LOG"))) journal = open(value, O_WRONLY | O_CREAT | O_APPEND, 0600);
}

static int watched(int fd, char *path) {
  char link[64];
  if (!match || fd == journal) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, 511);
  if (length <= 0) return 0;
  path[length] = 0;
  return strstr(path, match) != NULL;
}

static void note(char op, const char *path, long long offset, long long bytes, const void *data) {
  REAL(ssize_t, write, int, const void *, size_t);
  if (journal < 0) return;
  size_t length = strlen(path), taken = data ? (size_t)bytes : 0;
  char *record = malloc(length + taken + 128);
  int head = sprintf(record, "%c %zu %lld %lld\n", op, length, offset, bytes);
  memcpy(record + head, path, length);
  if (taken) memcpy(record + head + length, data, taken);
  real_write(journal, record, head + length + taken); /* one append, so that threads cannot mix */
  free(record);
}

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

/* 0: go on; 1: fail with errno set; 2: write half, then die. */
static int strike(void) {
  long n = atomic_fetch_add(&counted, 1) + 1;
  if (at < 0 || (n != at && !(stays && n > at))) return 0;
  if (!strcmp(what, "kill")) die();
  if (!strcmp(what, "torn")) return 2;
  errno = strcmp(what, "full") ? EIO : ENOSPC;
  return 1;
}

#define WRITING(name, offset_type) \
  ssize_t name(int fd, const void *data, size_t bytes, offset_type offset) { \
    REAL(ssize_t, name, int, const void *, size_t, offset_type); \
    char path[512]; \
    if (!watched(fd, path)) return real_##name(fd, data, bytes, offset); \
    int hit = strike(); \
    if (hit == 1) return -1; \
    if (hit == 2) { real_##name(fd, data, bytes / 2, offset); die(); } \
    ssize_t done = real_##name(fd, data, bytes, offset); \
    if (done > 0) note('W', path, offset, done, data); \
    return done; \
  }
WRITING(pwrite, off_t)
WRITING(pwrite64, off64_t)

ssize_t write(int fd, const void *data, size_t bytes) {
  REAL(ssize_t, write, int, const void *, size_t);
  char path[512];
  if (fd == 1 && journal >= 0) note('A', "", 0, bytes, data); /* what was acknowledged, and when */
  if (fd <= 2 || !watched(fd, path)) return real_write(fd, data, bytes);
  int hit = strike();
  if (hit == 1) return -1;
  if (hit == 2) { real_write(fd, data, bytes / 2); die(); }
  off_t end = lseek(fd, 0, SEEK_END);
  int appends = fcntl(fd, F_GETFL) & O_APPEND;
  off_t offset = appends ? end : lseek(fd, 0, SEEK_CUR);
  ssize_t done = real_write(fd, data, bytes);
  if (done > 0) note('W', path, offset, done, data);
  return done;
}

#define SYNCING(name) \
  int name(int fd) { \
    REAL(int, name, int); \
    char path[512]; \
    if (!watched(fd, path)) return real_##name(fd); \
    if (strike()) { if (!strcmp(what, "torn")) die(); return -1; } \
    int result = real_##name(fd); \
    if (!result) note('S', path, 0, 0, NULL); \
    return result; \
  }
SYNCING(fsync)
SYNCING(fdatasync)

#define CUTTING(name, length_type) \
  int name(int fd, length_type length) { \
    REAL(int, name, int, length_type); \
    char path[512]; \
    if (!watched(fd, path)) return real_##name(fd, length); \
    if (strike()) { if (!strcmp(what, "torn")) die(); return -1; } \
    int result = real_##name(fd, length); \
    if (!result) note('T', path, 0, length, NULL); \
    return result; \
  }
CUTTING(ftruncate, off_t)
CUTTING(ftruncate64, off64_t)

int unlink(const char *path) {
  REAL(int, unlink, const char *);
  int result = real_unlink(path);
  if (!result && match && strstr(path, match)) note('U', path, 0, 0, NULL);
  return result;
}
