package org.bitewing.io;

import java.io.IOException;
import java.util.Arrays;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;

/**
 * The VR of elements in implicit VR (PS3.5 7.1.3): of standard elements from the dictionary, of private ones by their
 * creators (PS3.5 7.8.1), which are remembered for as long as their item is open. US or SS is decided by the Pixel
 * Representation (0028,0103) that was seen last in an item or data set that is still open: the nearest one.
 */
final class ImplicitVR {
    private static final int UN = VR.UN.code();
    private static final int SS = VR.SS.code();
    private static final int LONGEST_CREATOR = 64;

    private final boolean privateDictionary;
    private final PrivateVRs privateVRs = new PrivateVRs();
    private int creators;
    private int[] levels = new int[4];
    /** Group and block: {@code ggggbb} of each creator. */
    private int[] blocks = new int[4];
    private String[] names = new String[4];
    /** Of each Pixel Representation the level, and in the lowest bit whether pixels are signed. */
    private int[] representations = new int[2];
    private int represented;

    ImplicitVR(boolean privateDictionary) {
        this.privateDictionary = privateDictionary;
    }

    int codeOf(int tag, int level) {
        if ((tag & 0x10000) == 0) {
            VR vr = Dictionary.vrOf(tag);
            return vr == VR.US && isSigned() && Dictionary.dependsOnPixelRepresentation(tag) ? SS : vr.code();
        }
        int element = tag & 0xffff;
        if (element < 0x1000) {
            return Dictionary.vrOf(tag).code();
        }
        for (int i = creators - 1; i >= 0 && levels[i] == level; i--) {
            if (blocks[i] == tag >>> 8) {
                return privateVRs.codeOf(names[i], tag);
            }
        }
        return UN;
    }

    private boolean isSigned() {
        return represented > 0 && (representations[represented - 1] & 1) != 0;
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
            represent(reader.nesting.level(), (window.unsignedByte(0) | window.unsignedByte(1)) == 1);
        }
    }

    private void represent(int level, boolean signed) {
        forget(level);
        if (represented == representations.length) {
            representations = Arrays.copyOf(representations, represented * 2);
        }
        representations[represented++] = level << 1 | (signed ? 1 : 0);
    }

    /** Creators are for their group (PS3.5 7.8.1): those of another one are over, so that there are never many. */
    private void add(int level, int firstTag, String name) {
        while (creators > 0 && levels[creators - 1] == level && blocks[creators - 1] >>> 8 != firstTag >>> 16) {
            creators--;
        }
        for (int i = creators - 1; i >= 0 && levels[i] == level; i--) {
            if (blocks[i] == firstTag >>> 8) {
                return; // The first of a tag counts.
            }
        }
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

    /** Forgets what an item said that ends. */
    void leave(int level) {
        forget(level);
        while (creators > 0 && levels[creators - 1] >= level) {
            creators--;
        }
    }

    private void forget(int level) {
        while (represented > 0 && representations[represented - 1] >>> 1 >= level) {
            represented--;
        }
    }
}
