package org.bitewing.net.pdu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bytes of each PDU, byte by byte as PS3.8 9.3 and PS3.7 D.3.3 lay them out. */
class PduWriterTest {
    private static final String RESERVED_32 = "00".repeat(32);

    private static void assertBytes(String expected, Pdu pdu) {
        assertEquals(expected.replaceAll("\\s", ""), HexFormat.of().formatHex(PduWriter.toBytes(pdu)));
    }

    private static String ascii(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** An item: type, reserved, length of the content in two bytes, content. */
    private static String item(String type, String content) {
        String bytes = content.replaceAll("\\s", "");
        return type + "00" + String.format("%04x", bytes.length() / 2) + bytes;
    }

    private static String pdu(String type, String content) {
        String bytes = content.replaceAll("\\s", "");
        return type + "00" + String.format("%08x", bytes.length() / 2) + bytes;
    }

    @Test
    void associateRequestWithTwoContexts() {
        AAssociateRQ request = AAssociateRQ.of("CALLED", "CALLING", List.of(
                new ProposedContext(1, "1.2.840.10008.1.1", List.of("1.2.840.10008.1.2", "1.2.840.10008.1.2.1")),
                new ProposedContext(3, "1.2.3", List.of("1.2.4"))), UserInformation.of(16384, "1.2.5", "V"));

        assertBytes(pdu("01", "0001 0000" + ascii("CALLED          ") + ascii("CALLING         ") + RESERVED_32
                + item("10", ascii("1.2.840.10008.3.1.1.1"))
                + item("20", "01 000000" + item("30", ascii("1.2.840.10008.1.1"))
                        + item("40", ascii("1.2.840.10008.1.2")) + item("40", ascii("1.2.840.10008.1.2.1")))
                + item("20", "03 000000" + item("30", ascii("1.2.3")) + item("40", ascii("1.2.4")))
                + item("50", item("51", "00004000") + item("52", ascii("1.2.5")) + item("55", ascii("V")))), request);
    }

    @Test
    void associateAcceptWithAcceptedAndRefusedContext() {
        AAssociateRQ request = AAssociateRQ.of("CALLED", "CALLING", List.of(), UserInformation.of(0, "", ""));
        AAssociateAC answer = AAssociateAC.answering(request, List.of(
                new AnsweredContext(1, AnsweredContext.ACCEPTANCE, "1.2.840.10008.1.2"),
                new AnsweredContext(255, AnsweredContext.ABSTRACT_SYNTAX_NOT_SUPPORTED, "1.2.4")),
                UserInformation.of(0x12345678L, "1.2.5", "V"));

        assertBytes(pdu("02", "0001 0000" + ascii("CALLED          ") + ascii("CALLING         ") + RESERVED_32
                + item("10", ascii("1.2.840.10008.3.1.1.1"))
                + item("21", "01 00 00 00" + item("40", ascii("1.2.840.10008.1.2")))
                + item("21", "ff 00 03 00" + item("40", ascii("1.2.4")))
                + item("50", item("51", "12345678") + item("52", ascii("1.2.5")) + item("55", ascii("V")))), answer);
    }

    @Test
    void everySubItemOfTheUserInformation() {
        UserInformation user = UserInformation.of(0xffffffffL, "1.2.5", "NAME")
                .with(new AsynchronousOperationsWindow(3, 0x1234))
                .withRoles(List.of(new RoleSelection("1.2.6", true, false), new RoleSelection("1.2.7", false, true)))
                .withExtended(List.of(new ExtendedNegotiation("1.2.8", new byte[] {1, 0, 2})),
                        List.of(new CommonExtendedNegotiation("1.2.9", "1.2.10", List.of("1.2.11", "1.2.12"))))
                .with(UserIdentityRQ.passcode("user", "secret", true));
        AAssociateRQ request = AAssociateRQ.of("A", "B", List.of(), user);

        assertBytes(pdu("01", "0001 0000" + ascii("A               ") + ascii("B               ") + RESERVED_32
                + item("10", ascii("1.2.840.10008.3.1.1.1"))
                + item("50", item("51", "ffffffff") + item("52", ascii("1.2.5")) + item("53", "0003 1234")
                + item("54", "0005" + ascii("1.2.6") + "01 00") + item("54", "0005" + ascii("1.2.7") + "00 01")
                + item("55", ascii("NAME")) + item("56", "0005" + ascii("1.2.8") + "01 00 02")
                + item("57", "0005" + ascii("1.2.9") + "0006" + ascii("1.2.10") + "0010"
                        + "0006" + ascii("1.2.11") + "0006" + ascii("1.2.12"))
                + item("58", "02 01 0004" + ascii("user") + "0006" + ascii("secret")))), request);
    }

    @Test
    void userIdentityResponse() {
        AAssociateRQ request = AAssociateRQ.of("A", "B", List.of(), UserInformation.of(0, "", ""));
        AAssociateAC answer = AAssociateAC.answering(request, List.of(), UserInformation.of(1, "", "")
                .with(new UserIdentityAC(new byte[] {7, 8})));

        assertBytes(pdu("02", "0001 0000" + ascii("A               ") + ascii("B               ") + RESERVED_32
                + item("10", ascii("1.2.840.10008.3.1.1.1"))
                + item("50", item("51", "00000001") + item("59", "0002 07 08"))), answer);
    }

    @Test
    void thePdusOfFixedLength() {
        assertBytes("0300 00000004 00 02 03 01", new AAssociateRJ(2, 3, 1));
        assertBytes("0500 00000004 00000000", new AReleaseRQ());
        assertBytes("0600 00000004 00000000", new AReleaseRP());
        assertBytes("0700 00000004 0000 02 06", new AAbort(2, 6));
    }

    @Test
    void dataWithTwoValues() {
        byte[] bytes = {1, 2, 3, 4, 5};
        assertBytes("0400 00000011  00000005 01 03 010203  00000004 ff 00 0405",
                new PDataTF(List.of(new PresentationDataValue(1, true, true, bytes, 0, 3),
                        new PresentationDataValue(255, false, false, bytes, 3, 2))));
    }

    @Test
    void theHeaderOfDataIsThatOfThePdu() {
        byte[] bytes = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 9};
        PduWriter.dataHeader(bytes, 0, 5, false, true, 2);

        assertEquals(HexFormat.of().formatHex(PduWriter.toBytes(new PDataTF(List.of(
                new PresentationDataValue(5, false, true, new byte[] {9, 9}, 0, 2))))),
                HexFormat.of().formatHex(bytes));
    }

    @Test
    void rejectionsAreThoseOfTheStandard() {
        assertEquals(new AAssociateRJ(1, 1, 7), AAssociateRJ.Reason.CALLED_AE_TITLE_NOT_RECOGNIZED.pdu());
        assertEquals("called-AE-title-not-recognized", new AAssociateRJ(1, 1, 7).reasonText());
        assertEquals("protocol-version-not-supported", new AAssociateRJ(1, 2, 2).reasonText());
        assertEquals("unknown reason 9 of source 3", new AAssociateRJ(1, 3, 9).reasonText());
    }

    @Test
    void anItemThatItsLengthCannotTellIsRefused() {
        AAssociateRQ request = AAssociateRQ.of("A", "B", List.of(), UserInformation.of(0, "", "").withExtended(
                List.of(new ExtendedNegotiation("1.2", new byte[0x10000])), List.of()));

        assertThrows(IllegalArgumentException.class, () -> PduWriter.toBytes(request));
    }

    @Test
    void contextsHaveDistinctOddIds() {
        ProposedContext context = new ProposedContext(1, "1.2", List.of("1.3"));
        assertThrows(IllegalArgumentException.class, () -> new ProposedContext(2, "1.2", List.of()));
        assertThrows(IllegalArgumentException.class, () -> AAssociateRQ.of("A", "B", List.of(context, context),
                UserInformation.of(0, "", "")));
    }
}
