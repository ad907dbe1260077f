package org.bitewing.tools.dcmtk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DcmtkNamesTest {

    @Test
    void retiredElementsSaySo() {
        assertEquals("PatientName", DcmtkNames.elementName(0x00100010));
        assertEquals("RETIRED_CurveData", DcmtkNames.elementName(0x50023000));
        assertEquals("RETIRED_EthnicGroup", DcmtkNames.elementName(0x00102160));
        assertEquals("DoseValue", DcmtkNames.elementName(0x30040012));
    }

    @Test
    void elementsOutsideTheStandardHaveNamesByTheirPlace() {
        assertEquals("FileMetaInformationGroupLength", DcmtkNames.elementName(0x00020000));
        assertEquals("GenericGroupLength", DcmtkNames.elementName(0x00080000));
        assertEquals("GenericGroupLength", DcmtkNames.elementName(0x10100000));
        assertEquals("PrivateGroupLength", DcmtkNames.elementName(0x00090000));
        assertEquals("IllegalGroupLength", DcmtkNames.elementName(0x00070000));
        assertEquals("PrivateCreator", DcmtkNames.elementName(0xffff00ff));
        assertEquals("IllegalPrivateCreator", DcmtkNames.elementName(0x00010010));
        assertEquals("Unknown Tag & Data", DcmtkNames.elementName(0x00091001));
        assertEquals("Unknown Tag & Data", DcmtkNames.elementName(0x0009000f));
        assertEquals("Unknown Tag & Data", DcmtkNames.elementName(0x00100ffe));
        assertEquals("WaveDimensionNumber", DcmtkNames.elementName(0x00144102));
    }

    @Test
    void vrsHaveTheirOwnNotationWhereTheStandardLeavesAChoice() {
        assertEquals("xs", DcmtkNames.elementVr(0x00280106));
        assertEquals("ox", DcmtkNames.elementVr(0x60023000));
        assertEquals("px", DcmtkNames.elementVr(0x7fe00010));
        assertEquals("lt", DcmtkNames.elementVr(0x00283006));
        assertEquals("lt", DcmtkNames.elementVr(0x00281200));
        assertEquals("up", DcmtkNames.elementVr(0x00041200));
        assertEquals("na", DcmtkNames.elementVr(0xfffee000));
        assertEquals("UL", DcmtkNames.elementVr(0x00090000));
        assertEquals("UL", DcmtkNames.elementVr(0x10000000));
        assertEquals("LO", DcmtkNames.elementVr(0x00090010));
        assertEquals("US", DcmtkNames.elementVr(0x00144102));
        assertEquals("??", DcmtkNames.elementVr(0x00091001));
    }

    @Test
    void namesOfUidsLeadBothWays() {
        assertEquals(Optional.of("LittleEndianImplicit"), DcmtkNames.uidName("1.2.840.10008.1.2"));
        assertEquals(Optional.of("1.2.840.10008.1.2"), DcmtkNames.uidOf("LittleEndianImplicit"));
        assertEquals(Optional.of("1.2.840.10008.1.1"), DcmtkNames.uidOf("VerificationSOPClass"), "the first line");
        assertEquals(Optional.empty(), DcmtkNames.uidName("1.2.3"));
        assertEquals(Optional.empty(), DcmtkNames.uidName(""));
        assertEquals(Optional.empty(), DcmtkNames.uidOf(""));
        assertEquals(Optional.empty(), DcmtkNames.uidOf("Implicit"));
        assertEquals(Optional.empty(), DcmtkNames.uidOf("VerificationSOPClass\n1.2.840.10008.1.1.1 X"));
        for (String line : DcmtkUidTable.LINES.split("\n")) {
            String[] columns = line.split(" ");
            assertEquals(Optional.of(columns[1]), DcmtkNames.uidName(columns[0]), line);
            assertEquals(Optional.of(columns[0]), DcmtkNames.uidOf(columns[1]), line);
        }
    }

    @Test
    void privateNamesAreTheWordsJoined() {
        assertEquals(Optional.of("CSAImageHeaderInfo"),
                DcmtkNames.privateElementName("SIEMENS CSA HEADER", 0x00291010));
        assertEquals(Optional.of("FullFidelity"), DcmtkNames.privateElementName("GEMS_IDEN_01", 0x00091001));
        assertEquals(Optional.empty(), DcmtkNames.privateElementName("NOBODY", 0x00091001));
    }
}
