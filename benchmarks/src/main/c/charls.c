/* Decodes a JPEG-LS file again and again with CharLS, into memory; prints the nanoseconds of processor time of the best
 * turn. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <charls/charls.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1e9 + time.tv_nsec;
}

static int decode(const unsigned char *stream, size_t length, unsigned char *target, size_t room)
{
    charls_jpegls_decoder *decoder = charls_jpegls_decoder_create();
    int failed = charls_jpegls_decoder_set_source_buffer(decoder, stream, length)
        || charls_jpegls_decoder_read_header(decoder)
        || charls_jpegls_decoder_decode_to_buffer(decoder, target, room, 0);
    charls_jpegls_decoder_destroy(decoder);
    return failed;
}

int main(int count, char **arguments)
{
    if (count != 3) {
        return 2;
    }
    size_t room = strtoul(arguments[2], 0, 10);
    FILE *file = fopen(arguments[1], "rb");
    unsigned char *stream = malloc(room);
    size_t length = fread(stream, 1, room, file);
    unsigned char *target = malloc(room);
    double best = 1e18;
    for (int turn = 0; turn < 40; turn++) {
        int runs = 0;
        double start = now();
        do {
            if (decode(stream, length, target, room)) {
                return 1;
            }
            runs++;
        } while (now() - start < 25e6);
        double taken = (now() - start) / runs;
        best = taken < best ? taken : best;
    }
    printf("%.0f\n", best);
    return 0;
}
