package org.bitewing.tools.view;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bitewing.Limits;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DicomParser;
import org.bitewing.io.Event;
import org.bitewing.io.ReadOptions;
import org.bitewing.text.SpecificCharacterSet;

/** Reads the head of a file, no further than to its pixel data. */
final class HeadReader {
    /** In ascending order. */
    private static final int[] WANTED = {Tag.TransferSyntaxUID, Tag.SpecificCharacterSet, Tag.SOPClassUID,
        Tag.SOPInstanceUID, Tag.StudyDate, Tag.StudyTime, Tag.AccessionNumber, Tag.Modality, Tag.StudyDescription,
        Tag.SeriesDescription, Tag.PatientName, Tag.PatientID, Tag.PatientBirthDate, Tag.PatientSex,
        Tag.BodyPartExamined, Tag.StudyInstanceUID, Tag.SeriesInstanceUID, Tag.StudyID, Tag.SeriesNumber,
        Tag.InstanceNumber, Tag.ImagePositionPatient, Tag.ImageOrientationPatient, Tag.SliceLocation,
        Tag.NumberOfFrames, Tag.Rows, Tag.Columns};
    /** No value that the catalog shows is longer; one that is, is left out. */
    private static final int LONGEST = 1 << 12;
    private static final int PIXEL_GROUP = 0x7fe0;
    private static final ReadOptions OPTIONS = ReadOptions.defaults().withLimits(
            Limits.defaults().withMemory(Math.max(1 << 20, Runtime.getRuntime().maxMemory() / 64)));

    private HeadReader() {
    }

    /**
     * Reads a head.
     *
     * @throws IOException                 where the source cannot be read
     * @throws org.bitewing.DicomException where it is not DICOM, or damaged before its pixels
     */
    static Head read(ByteSource source) throws IOException {
        Element[] found = new Element[WANTED.length];
        Head.Pixels pixels = Head.Pixels.NONE;
        String syntax;
        try (DicomParser parser = DicomParser.of(source, OPTIONS)) {
            int depth = 0;
            for (Event event = parser.next(); event != Event.END; event = parser.next()) {
                if (event == Event.ITEM_START) {
                    depth++;
                } else if (event == Event.ITEM_END) {
                    depth--;
                } else if (depth == 0 && event == Event.ELEMENT) {
                    take(parser, found);
                }
                if (depth == 0 && parser.tag() >>> 16 >= PIXEL_GROUP && event != Event.SEQUENCE_END) {
                    pixels = pixels(event, parser.tag());
                    if (pixels != Head.Pixels.NONE) {
                        break;
                    }
                }
            }
            syntax = parser.transferSyntax().uid();
        }
        return new Head(set(found), syntax, pixels);
    }

    private static void take(DicomParser parser, Element[] found) throws IOException {
        int index = Arrays.binarySearch(WANTED, parser.tag());
        if (index >= 0 && found[index] == null && parser.length() <= LONGEST) {
            found[index] = Value.of(parser.tag(), parser.vr(), parser.value());
        }
    }

    private static Head.Pixels pixels(Event event, int tag) {
        return switch (tag) {
            case Tag.PixelData -> event == Event.FRAGMENTS_START ? Head.Pixels.COMPRESSED : Head.Pixels.NATIVE;
            case Tag.FloatPixelData, Tag.DoubleFloatPixelData -> Head.Pixels.FLOAT;
            default -> Head.Pixels.NONE;
        };
    }

    private static DataSet set(Element[] found) {
        List<Element> elements = new ArrayList<>();
        SpecificCharacterSet characters = SpecificCharacterSet.ASCII;
        for (Element element : found) {
            if (element != null) {
                elements.add(element);
                if (element.tag() == Tag.SpecificCharacterSet) {
                    characters = SpecificCharacterSet.parse(
                            new String(((Value) element).bytes(), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return DataSet.of(elements, characters, new byte[0], List.of());
    }
}
