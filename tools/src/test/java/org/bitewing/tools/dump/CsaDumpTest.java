package org.bitewing.tools.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.bitewing.Dicom;
import org.bitewing.csa.CsaHeader;
import org.bitewing.csa.CsaTag;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.tools.Judge;
import org.bitewing.tools.ToolRun;
import org.bitewing.tools.station.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dcmdump --csa}, and nibabel as the judge of how the headers are read. */
class CsaDumpTest {
    private static final String PYTHON = "/usr/bin/python3";
    private static final Path NIBABEL = Path.of("/usr/lib/python3/dist-packages/nibabel/nicom/tests/data");
    /** Prints name, VR and values of each tag; numbers as the bits that nibabel has made of them. */
    private static final String SCRIPT = """
            import struct
            import sys
            import nibabel.nicom.csareader as reader
            for name, tag in reader.read(open(sys.argv[1], 'rb').read())['tags'].items():
                values = [struct.pack('>d', v).hex() if isinstance(v, (int, float)) else v.strip() for v in tag['items']]
                while values and values[-1] == '':
                    values.pop()
                print((name + '|' + tag['vr'] + '|' + '|'.join(values)).encode('latin-1').hex())
            """;

    @TempDir
    private Path folder;

    private Path file(DataSetBuilder object) throws IOException {
        Path file = folder.resolve("file.dcm");
        Dicom.write(object.build(), file);
        return file;
    }

    @Test
    void headersAndProtocolStandBehindTheDump() throws IOException {
        DataSetBuilder object = Samples.addCsa(Samples.object(1), "lSequenceID = 7\ntName = \"a\u001bb\"", "B_value", "1000",
                "DiffusionGradientDirection", "0.5\\0.5\\-1", "Text\u0007", "a\u001b[31m");
        ToolRun run = ToolRun.of("dcmdump", "--csa", "+P", "InstanceNumber", file(object));
        assertEquals(0, run.code(), run.errors());
        assertEquals("""
                (0020,0013) IS [1]                                      #   2, 1 InstanceNumber

                # CSA header of the image, CSA2, 3 tags
                B_value                            LT [1000]
                DiffusionGradientDirection         LT [0.5]\\[0.5]\\[-1]
                Text?                              LT [a?[31m]

                # CSA header of the series, CSA2, 1 tags
                MrPhoenixProtocol                  LT [protocol of 71 characters]

                # Protocol, 2 values
                lSequenceID                        = 7
                tName                              = a?b
                """, run.text());
        assertTrue(ToolRun.of("dcmdump", "--csa", folder.resolve("file.dcm")).text().contains("\n# Protocol, 2 values\n"));
        assertFalse(ToolRun.of("dcmdump", folder.resolve("file.dcm")).text().contains("CSA header"));
    }

    @Test
    void aHeaderOverTheThresholdIsReadToo() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            lines.append("alFree[").append(i).append("] = ").append(i).append('\n');
        }
        ToolRun run = ToolRun.of("dcmdump", "--csa", file(Samples.addCsa(Samples.object(1), lines.toString())));
        assertTrue(run.text().contains("\n# Protocol, 3000 values\n"), run.errors());
    }

    @Test
    void aDamagedHeaderIsAWarningBehindTheDump() throws IOException {
        Path file = file(Samples.object(1).set(0x00290010, VR.LO, CsaHeader.CREATOR).set(0x00291010, new byte[] {1, 2}));
        ToolRun run = ToolRun.of("dcmdump", "--csa", file);
        assertEquals(0, run.code());
        assertEquals("W: dcmdump: a CSA header that ends too early (CSA header (0029,1010), offset 0): reading file: "
                + file + "\n", run.errors());
    }

    // ---- the judge -----------------------------------------------------------------------------------------------

    private static List<Path> judged(Path folder) throws IOException {
        assumeTrue(Files.isDirectory(NIBABEL), "nibabel is not installed");
        List<Path> headers = new ArrayList<>(List.of(NIBABEL.resolve("csa2_b0.bin"), NIBABEL.resolve("csa2_b1000.bin")));
        Path unzipped = folder.resolve("zero.bin");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(NIBABEL.resolve("csa2_zero_len.bin.gz")))) {
            Files.copy(in, unzipped);
        }
        headers.add(unzipped);
        for (String name : List.of("siemens_dwi_0.dcm.gz", "siemens_dwi_1000.dcm.gz")) {
            Path file = folder.resolve(name.replace(".gz", ""));
            try (InputStream in = new GZIPInputStream(Files.newInputStream(NIBABEL.resolve(name)))) {
                Files.copy(in, file);
            }
            for (int tag : new int[] {0x00291010, 0x00291020}) {
                Path header = folder.resolve(name + Tag.toString(tag) + ".bin");
                Files.write(header, Dicom.read(file).bytes(tag));
                headers.add(header);
            }
        }
        return headers;
    }

    @Test
    void nibabelReadsTheSameHeaders() throws IOException {
        List<Path> headers = new ArrayList<>(judged(folder));
        headers.addAll(older(folder, headers));
        int tags = 0;
        for (Path header : headers) {
            CsaHeader read = CsaHeader.parse(Files.readAllBytes(header), header.toString());
            String[] lines = Judge.run(PYTHON, "-W", "ignore", "-c", SCRIPT, header).split("\n");
            assertEquals("0", lines[lines.length - 1], String.join("\n", lines));
            assertEquals(lines.length - 1, read.tags().size(), header.toString());
            for (int i = 0; i < read.tags().size(); i++) {
                assertEquals(text(lines[i]), text(read.tags().get(i)), header.toString());
                tags++;
            }
        }
        assertTrue(tags > 500, tags + " tags");
    }

    private static String text(String hexadecimal) {
        byte[] bytes = new byte[hexadecimal.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hexadecimal.substring(2 * i, 2 * i + 2), 16);
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String text(CsaTag tag) {
        boolean isNumber = List.of("FL", "FD", "DS", "SS", "US", "SL", "UL", "IS").contains(tag.vr());
        List<String> values = new ArrayList<>();
        for (String value : tag.values()) {
            values.add(isNumber ? String.format("%016x", Double.doubleToRawLongBits(Double.parseDouble(value))) : value);
        }
        return tag.name() + "|" + tag.vr() + "|" + String.join("|", values);
    }

    /**
     * The same headers in the older format, of which there is none to be had. An item's length is more there by the
     * count of items of the first tag; nibabel takes that of the second, so both have none.
     */
    private static List<Path> older(Path folder, List<Path> headers) throws IOException {
        List<Path> older = new ArrayList<>();
        for (Path header : headers.subList(0, 2)) {
            byte[] bytes = Files.readAllBytes(header);
            ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(8);
            ByteBuffer out = ByteBuffer.allocate(bytes.length + 2 * 84).order(ByteOrder.LITTLE_ENDIAN);
            int count = in.getInt();
            out.putInt(count + 2).putInt(in.getInt());
            for (String name : List.of("First", "Second")) {
                out.put(Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), 68)).put(new byte[] {'L', 'T', 0, 0})
                        .putInt(0).putInt(0).putInt(77);
            }
            for (int tag = 0; tag < count; tag++) {
                int items = in.getInt(in.position() + 76);
                out.put(bytes, in.position(), 84);
                in.position(in.position() + 84);
                for (int item = 0; item < items; item++) {
                    int length = in.getInt(in.position() + 4);
                    out.putInt(length).putInt(0).putInt(77).putInt(0);
                    int padded = length + (-length & 3);
                    out.put(bytes, in.position() + 16, padded);
                    in.position(in.position() + 16 + padded);
                }
            }
            Path path = folder.resolve(header.getFileName() + ".csa1");
            Files.write(path, Arrays.copyOf(out.array(), out.position()));
            older.add(path);
        }
        return older;
    }
}
