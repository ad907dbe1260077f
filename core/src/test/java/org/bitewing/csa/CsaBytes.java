package org.bitewing.csa;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes CSA headers for tests, in both formats. */
final class CsaBytes {
    private final ByteBuffer out = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private final CsaHeader.Format format;
    private final int items;

    /** A header whose tags have a number of items each, of which those without a value are empty. */
    CsaBytes(CsaHeader.Format format, int tags, int items) {
        this.format = format;
        this.items = items;
        if (format == CsaHeader.Format.CSA2) {
            out.put(new byte[] {'S', 'V', '1', '0', 4, 3, 2, 1});
        }
        out.putInt(tags).putInt(77);
    }

    CsaBytes tag(String name, int vm, String vr, String... values) {
        out.put(Arrays.copyOf(name.getBytes(StandardCharsets.ISO_8859_1), 64));
        out.putInt(vm).put(Arrays.copyOf(vr.getBytes(StandardCharsets.ISO_8859_1), 4)).putInt(3).putInt(items).putInt(77);
        for (int i = 0; i < items; i++) {
            byte[] value = i < values.length ? (values[i] + "\0").getBytes(StandardCharsets.ISO_8859_1) : new byte[0];
            int length = value.length;
            if (format == CsaHeader.Format.CSA2) {
                out.putInt(length).putInt(length).putInt(77).putInt(length);
            } else {
                out.putInt(length + items).putInt(0).putInt(77).putInt(0);
            }
            out.put(value).put(new byte[-length & 3]);
        }
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(out.array(), out.position());
    }
}
