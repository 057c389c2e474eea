/*
 * The yardstick of the benchmark: native libdeflate inflating the given entries of a wheel, one thread, and nothing else.
 * Reads "offset compressed size method" lines (bytes; method 0 stored, 8 deflate) from standard input, prints seconds.
 */
#include <fcntl.h>
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct entry {
    size_t offset, compressed, size;
    int method;
};

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
    static struct entry entries[100000];
    size_t count = 0, largest = 0;
    struct entry e;
    while (count < 100000 && scanf("%zu %zu %zu %d", &e.offset, &e.compressed, &e.size, &e.method) == 4) {
        if (e.size > largest) largest = e.size;
        entries[count++] = e;
    }
    int file = argc > 1 ? open(argv[1], O_RDONLY) : -1;
    struct stat facts;
    if (file < 0 || fstat(file, &facts) != 0) return 2;
    const unsigned char *wheel = mmap(NULL, facts.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    if (wheel == MAP_FAILED) return 2;
    double start = now();
    unsigned char *out = malloc(largest ? largest : 1);
    struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
    if (out == NULL || inflater == NULL) return 2;
    for (size_t i = 0; i < count; i++) {
        e = entries[i];
        if (e.method == 0) {
            memcpy(out, wheel + e.offset, e.size);
        } else if (libdeflate_deflate_decompress(inflater, wheel + e.offset, e.compressed, out, e.size, NULL) != LIBDEFLATE_SUCCESS) {
            return 3;
        }
    }
    printf("%.6f\n", now() - start);
    return 0;
}
