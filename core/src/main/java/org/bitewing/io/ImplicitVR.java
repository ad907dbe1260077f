package org.bitewing.io;

import java.io.IOException;
import java.util.Arrays;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;

/**
 * The VR of elements in implicit VR (PS3.5 7.1.3): of standard elements from the dictionary, of private ones by their
 * creators (PS3.5 7.8.1), which are remembered for as long as their item is open. US or SS is decided by Pixel
 * Representation (0028,0103) once it has been seen.
 */
final class ImplicitVR {
    private static final int UN = VR.UN.code();
    private static final int SS = VR.SS.code();
    private static final int LONGEST_CREATOR = 64;

    private final boolean privateDictionary;
    private int creators;
    private int[] levels = new int[4];
    /** Group and block: {@code ggggbb} of each creator. */
    private int[] blocks = new int[4];
    private String[] names = new String[4];
    private boolean signed;

    ImplicitVR(boolean privateDictionary) {
        this.privateDictionary = privateDictionary;
    }

    int codeOf(int tag, int level) {
        if ((tag & 0x10000) == 0) {
            VR vr = Dictionary.vrOf(tag);
            return vr == VR.US && signed && Dictionary.dependsOnPixelRepresentation(tag) ? SS : vr.code();
        }
        int element = tag & 0xffff;
        if (element < 0x1000) {
            return Dictionary.vrOf(tag).code();
        }
        for (int i = creators - 1; i >= 0; i--) {
            if (levels[i] == level && blocks[i] == tag >>> 8) {
                return Dictionary.privateElement(names[i], tag).map(found -> found.vrs().get(0).code()).orElse(UN);
            }
        }
        return UN;
    }

    /** Remembers what the value at hand says about elements to come. */
    void note(EventReader reader) throws IOException {
        int tag = reader.tag;
        boolean isCreator = (tag & 0x10000) != 0 && (tag & 0xffff) >= 0x10 && (tag & 0xffff) <= 0xff;
        Window window = reader.window;
        if (isCreator && privateDictionary && reader.length <= LONGEST_CREATOR && window.require((int) reader.length)) {
            add(reader.nesting.level(), tag & 0xffff0000 | (tag & 0xff) << 8,
                    ElementValue.trimmed(window.bytes, window.position, (int) reader.length));
        } else if (tag == Tag.PixelRepresentation && reader.length == 2 && window.require(2)) {
            signed = (window.unsignedByte(0) | window.unsignedByte(1)) == 1;
        }
    }

    private void add(int level, int firstTag, String name) {
        if (creators == names.length) {
            levels = Arrays.copyOf(levels, creators * 2);
            blocks = Arrays.copyOf(blocks, creators * 2);
            names = Arrays.copyOf(names, creators * 2);
        }
        levels[creators] = level;
        blocks[creators] = firstTag >>> 8;
        names[creators] = name.strip();
        creators++;
    }

    /** Forgets the creators of an item that ends. */
    void leave(int level) {
        while (creators > 0 && levels[creators - 1] >= level) {
            creators--;
        }
    }
}
