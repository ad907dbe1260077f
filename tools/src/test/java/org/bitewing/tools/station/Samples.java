package org.bitewing.tools.station;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.tools.station.series.ObjectFacts;
import org.bitewing.tools.station.series.ObjectOrigin;

/** Objects made up for tests. */
public final class Samples {
    private Samples() {
    }

    /** The least that an object needs, in series 1.2.3.4. */
    public static DataSetBuilder object(int number) {
        return DataSet.builder().set(Tag.StudyInstanceUID, "1.2.3").set(Tag.SeriesInstanceUID, "1.2.3.4")
                .set(Tag.SOPInstanceUID, "1.2.3.4." + number).set(Tag.InstanceNumber, Integer.toString(number))
                .set(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.4").set(Tag.Modality, "MR");
    }

    /** The facts of a data set of unknown origin. */
    public static ObjectFacts facts(DataSetBuilder object) {
        return facts(object, ObjectOrigin.unknown());
    }

    /** The facts of a data set. */
    public static ObjectFacts facts(DataSetBuilder object, ObjectOrigin origin) {
        return (ObjectFacts) ObjectFacts.of(object.build(), origin, 1000, "1.2.840.10008.1.2.1");
    }

    /** A CSA header of format 2 with tags of one item each: name, value, name, value. */
    public static byte[] csa(String... namesAndValues) {
        ByteBuffer out = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {'S', 'V', '1', '0', 4, 3, 2, 1}).putInt(namesAndValues.length / 2).putInt(77);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String[] values = namesAndValues[i + 1].split("\\\\");
            out.put(Arrays.copyOf(namesAndValues[i].getBytes(StandardCharsets.ISO_8859_1), 64));
            out.putInt(values.length).put(new byte[] {'L', 'T', 0, 0}).putInt(0).putInt(values.length).putInt(77);
            for (String value : values) {
                byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
                out.putInt(bytes.length).putInt(bytes.length).putInt(77).putInt(bytes.length);
                out.put(bytes).put(new byte[-bytes.length & 3]);
            }
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    /** Both headers of Siemens: tags of the image, and lines of the protocol. */
    public static DataSetBuilder addCsa(DataSetBuilder object, String protocol, String... image) {
        return object.set(0x00290010, VR.LO, "SIEMENS CSA HEADER").set(0x00291010, csa(image)).set(0x00291020,
                csa("MrPhoenixProtocol", "### ASCCONV BEGIN ###\n" + protocol + "\n### ASCCONV END ###"));
    }
}
