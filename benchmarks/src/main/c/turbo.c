/* Decodes a JPEG file again and again with libjpeg, into memory; prints the nanoseconds of processor time of the best
 * turn. Samples come as the accurate integer transform and triangle upsampling make them, as everywhere in DICOM. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <jpeglib.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1e9 + time.tv_nsec;
}

static void decode(const unsigned char *stream, unsigned long length, unsigned char *target)
{
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr errors;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, stream, length);
    jpeg_read_header(&jpeg, TRUE);
    jpeg.dct_method = JDCT_ISLOW;
    jpeg_start_decompress(&jpeg);
    size_t stride = (size_t) jpeg.output_width * jpeg.output_components;
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW rows[8];
        for (int i = 0; i < 8; i++) {
            rows[i] = target + stride * (jpeg.output_scanline + i);
        }
        jpeg_read_scanlines(&jpeg, rows, 8);
    }
    jpeg_finish_decompress(&jpeg);
    jpeg_destroy_decompress(&jpeg);
}

int main(int count, char **arguments)
{
    if (count != 3) {
        return 2;
    }
    size_t room = strtoul(arguments[2], 0, 10);
    FILE *file = fopen(arguments[1], "rb");
    unsigned char *stream = malloc(room);
    unsigned long length = fread(stream, 1, room, file);
    unsigned char *target = malloc(room + 8 * 65536);
    double best = 1e18;
    for (int turn = 0; turn < 40; turn++) {
        int runs = 0;
        double start = now();
        do {
            decode(stream, length, target);
            runs++;
        } while (now() - start < 25e6);
        double taken = (now() - start) / runs;
        best = taken < best ? taken : best;
    }
    printf("%.0f\n", best);
    return 0;
}
