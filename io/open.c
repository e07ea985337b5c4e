/* open.c: bytes from a file, standard input or memory, unpacked as they come, so that no reader need
 * know how a corpus is stored and no packed file need fit into memory. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include "io.h"

enum { CHUNK = 1 << 16, ZSTD_WINDOW_LOG = 27 };
enum packing { PLAIN, GZIP, ZSTD };

struct sgio_source {
    int fd; /* -1: memory */
    const char *mem;
    size_t mem_n;
    enum packing packing;
    z_stream z;
    ZSTD_DStream *zstd;
    char in[CHUNK];
    size_t at, n;
    bool end, between; /* of the raw bytes; between two packed members */
    char error[96];
};

static bool fill(sgio_source *s) {
    if (s->end) return true;
    memmove(s->in, s->in + s->at, s->n - s->at);
    s->n -= s->at, s->at = 0;
    size_t room = sizeof s->in - s->n;
    if (s->fd < 0) {
        size_t n = s->mem_n < room ? s->mem_n : room;
        if (n) memcpy(s->in + s->n, s->mem, n);
        s->mem += n, s->mem_n -= n, s->n += n;
        s->end = !s->mem_n;
        return true;
    }
    ssize_t got;
    do got = read(s->fd, s->in + s->n, room);
    while (got < 0 && errno == EINTR);
    if (got < 0) {
        snprintf(s->error, sizeof s->error, "cannot be read: %s", strerror(errno));
        return false;
    }
    s->end = got == 0;
    s->n += (size_t)got;
    return true;
}

static bool begin(sgio_source *s) {
    while (s->n < 4 && !s->end)
        if (!fill(s)) return false;
    const unsigned char *b = (const unsigned char *)s->in;
    if (s->n >= 2 && b[0] == 0x1F && b[1] == 0x8B) {
        s->packing = GZIP;
        return inflateInit2(&s->z, 15 + 16) == Z_OK;
    }
    if (s->n >= 4 && b[0] == 0x28 && b[1] == 0xB5 && b[2] == 0x2F && b[3] == 0xFD) {
        s->zstd = ZSTD_createDStream();
        if (!s->zstd) return false;
        s->packing = ZSTD;
        return !ZSTD_isError(ZSTD_DCtx_setParameter(s->zstd, ZSTD_d_windowLogMax, ZSTD_WINDOW_LOG));
    }
    return true;
}

sgio_source *sgio_source_open(const char *path, char *err, size_t errn) {
    struct stat st;
    sgio_source *s = calloc(1, sizeof *s);
    if (!s) return snprintf(err, errn, "no memory"), NULL;
    s->fd = strcmp(path, "-") ? open(path, O_RDONLY | O_CLOEXEC) : dup(STDIN_FILENO);
    if (s->fd < 0) {
        snprintf(err, errn, "cannot be opened: %s", strerror(errno));
    } else if (!fstat(s->fd, &st) && S_ISDIR(st.st_mode)) {
        snprintf(err, errn, "is a directory");
    } else if (begin(s)) {
        return s;
    } else {
        snprintf(err, errn, "%s", s->error[0] ? s->error : "no memory");
    }
    sgio_source_close(s);
    return NULL;
}

sgio_source *sgio_source_memory(const void *bytes, size_t n) {
    sgio_source *s = calloc(1, sizeof *s);
    if (!s) return NULL;
    s->fd = -1, s->mem = bytes, s->mem_n = n;
    if (begin(s)) return s;
    sgio_source_close(s);
    return NULL;
}

static long broken(sgio_source *s, const char *what) {
    snprintf(s->error, sizeof s->error, "%s", what);
    return -1;
}

/* One step of gzip; *done where a member ended. Bytes made, or -1. */
static long step_gzip(sgio_source *s, void *to, size_t n) {
    if (s->between && inflateReset(&s->z) != Z_OK) return broken(s, "broken gzip data");
    s->z.next_in = (unsigned char *)s->in + s->at, s->z.avail_in = (unsigned)(s->n - s->at);
    s->z.next_out = to, s->z.avail_out = (unsigned)n;
    int r = inflate(&s->z, Z_NO_FLUSH);
    s->at = s->n - s->z.avail_in;
    s->between = r == Z_STREAM_END;
    if (r != Z_OK && r != Z_STREAM_END && r != Z_BUF_ERROR) return broken(s, "broken gzip data");
    return (long)(n - s->z.avail_out);
}

static long step_zstd(sgio_source *s, void *to, size_t n) {
    ZSTD_inBuffer in = {s->in, s->n, s->at};
    ZSTD_outBuffer out = {to, n, 0};
    size_t r = ZSTD_decompressStream(s->zstd, &out, &in);
    s->at = in.pos;
    if (ZSTD_isError(r)) return broken(s, "broken zstd data");
    s->between = r == 0;
    return (long)out.pos;
}

long sgio_source_read(sgio_source *s, void *to, size_t n) {
    if (s->error[0]) return -1;
    if (n > CHUNK) n = CHUNK;
    for (;;) {
        if (s->at == s->n && !s->end && !fill(s)) return -1;
        bool dry = s->at == s->n && s->end;
        if (s->packing == PLAIN) {
            if (s->at == s->n && !s->end) continue;
            size_t got = s->n - s->at < n ? s->n - s->at : n;
            if (got) memcpy(to, s->in + s->at, got);
            s->at += got;
            return (long)got;
        }
        if (dry && s->between) return 0;
        long got = s->packing == GZIP ? step_gzip(s, to, n) : step_zstd(s, to, n);
        if (got) return got;
        if (dry) return s->between ? 0 : broken(s, "packed data is cut off");
    }
}

const char *sgio_source_error(const sgio_source *s) {
    return s->error;
}

void sgio_source_close(sgio_source *s) {
    if (!s) return;
    if (s->packing == GZIP) inflateEnd(&s->z);
    ZSTD_freeDStream(s->zstd);
    if (s->fd >= 0) close(s->fd);
    free(s);
}
