package org.bitewing.codec.transcode;

import java.io.IOException;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.pixel.FrameReader;
import org.bitewing.pixel.Frames;
import org.bitewing.pixel.ImageLayout;

/**
 * Overlays in unused bits of the pixels (retired, PS3.3 C.9.2 of 2004), which get data of their own before the pixels
 * become other numbers.
 */
public final class EmbeddedOverlays {
    private static final int FIRST_GROUP = 0x6000_0000;
    private static final int GROUP_STEP = 0x0002_0000;
    private static final int GROUPS = 16;
    private static final int FRAMES = 0x0015;
    private static final int FRAME_ORIGIN = 0x0051;
    private static final int BITS_ALLOCATED = 0x0100;
    private static final int BIT_POSITION = 0x0102;
    private static final int DATA = 0x3000;

    private EmbeddedOverlays() {
    }

    /**
     * Takes the overlays out of the pixels.
     *
     * @param set     of the image
     * @param frames  of it
     * @param builder gets Overlay Data (60xx,3000), and what tells of it
     * @throws IOException where the file cannot be read
     */
    public static void separate(DataSet set, Frames frames, DataSetBuilder builder) throws IOException {
        ImageLayout layout = frames.decodedLayout();
        for (int i = 0; i < GROUPS; i++) {
            int group = FIRST_GROUP + i * GROUP_STEP;
            int bit = set.integer(group | BIT_POSITION).orElse(0);
            boolean unused = bit > layout.highBit() || bit <= layout.highBit() - layout.bitsStored();
            if (bit > 0 && bit < layout.bitsAllocated() && unused && !set.contains(group | DATA)) {
                builder.set(group | DATA, bits(frames, bit));
                builder.set(group | BITS_ALLOCATED, 1).set(group | BIT_POSITION, 0);
                if (frames.size() > 1) {
                    builder.set(group | FRAMES, frames.size()).set(group | FRAME_ORIGIN, 1);
                }
            }
        }
    }

    private static byte[] bits(Frames frames, int bit) throws IOException {
        ImageLayout layout = frames.decodedLayout();
        int bytes = layout.bytesPerSample();
        long count = (long) layout.pixels() * frames.size();
        byte[] bits = new byte[Math.toIntExact((count + 15) / 16 * 2)];
        FrameReader reader = frames.reader();
        byte[] frame = new byte[layout.frameLength()];
        long to = 0;
        for (int index = 0; index < frames.size(); index++) {
            reader.read(index, frame, 0);
            for (int i = 0; i < layout.pixels(); i++, to++) {
                int set = frame[i * bytes + bit / 8] >> bit % 8 & 1;
                bits[(int) (to >> 3)] |= (byte) (set << (int) (to & 7));
            }
        }
        return bits;
    }
}
