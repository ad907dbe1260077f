package org.bitewing.net.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.junit.jupiter.api.Test;

/** Command sets as PS3.7 6.3.1, 9.3 and E.1 have them. */
class CommandSetTest {

    @Test
    void anEchoRequestIsTheBytesOfTheStandard() {
        assertEquals(("0000 0000 04000000 38000000" // Command Group Length: 56
                + "0000 0200 12000000 312e322e3834302e31303030382e312e3100" // Affected SOP Class UID
                + "0000 0001 02000000 3000" // Command Field
                + "0000 1001 02000000 0500" // Message ID
                + "0000 0008 02000000 0101") // Command Data Set Type
                .replace(" ", ""), HexFormat.of().formatHex(CommandSet.echoRequest(5).toBytes()));
    }

    @Test
    void aStoreRequestSaysWhatIsSent() {
        CommandSet command = CommandSet.parse(CommandSet.storeRequest(65535, "1.2.840.10008.5.1.4.1.1.2", "1.2.3",
                CommandSet.Priority.HIGH).toBytes(), Limits.defaults());

        assertEquals(CommandField.C_STORE_RQ, command.field());
        assertEquals(65535, command.messageId());
        assertTrue(command.hasDataSet());
        assertEquals(Optional.of("1.2.840.10008.5.1.4.1.1.2"), command.sopClassUid());
        assertEquals(Optional.of("1.2.3"), command.sopInstanceUid());
        assertEquals(1, command.elements().integer(Tag.Priority).orElseThrow());
    }

    @Test
    void aResponseNamesItsRequest() {
        CommandSet response = CommandSet.parse(CommandSet.storeRequest(9, "1.2.840.10008.5.1.4.1.1.2", "1.2.3",
                CommandSet.Priority.LOW).response(Status.OUT_OF_RESOURCES.withComment("full")).toBytes(),
                Limits.defaults());

        assertEquals(CommandField.C_STORE_RSP, response.field());
        assertEquals(9, response.messageId());
        assertFalse(response.hasDataSet());
        assertEquals(Optional.of("1.2.3"), response.sopInstanceUid());
        assertEquals(Status.of(0xa700).withComment("full"), response.status());
        assertEquals("C-STORE-RSP 9 A700H (Refused: Out of resources)", response.toString());
    }

    @Test
    void theRequestedInstanceOfAnNServiceIsTheAffectedOneOfItsResponse() {
        CommandSet request = CommandSet.of(DataSet.builder().set(Tag.RequestedSOPClassUID, "1.2")
                .set(Tag.CommandField, CommandField.N_ACTION_RQ.code()).set(Tag.MessageID, 3)
                .set(Tag.CommandDataSetType, 0).set(Tag.RequestedSOPInstanceUID, "1.2.3").build());

        CommandSet response = request.responseWithDataSet(Status.SUCCESS);

        assertEquals(CommandField.N_ACTION_RSP, response.field());
        assertEquals(Optional.of("1.2.3"), response.elements().uid(Tag.AffectedSOPInstanceUID));
        assertTrue(response.hasDataSet());
    }

    @Test
    void aCancelNamesTheRequestThatShallEnd() {
        CommandSet cancel = CommandSet.parse(CommandSet.cancelRequest(4).toBytes(), Limits.defaults());

        assertEquals(CommandField.C_CANCEL_RQ, cancel.field());
        assertEquals(4, cancel.messageId());
        assertThrows(IllegalStateException.class, () -> cancel.response(Status.SUCCESS));
    }

    @Test
    void everyFieldKnowsItsResponse() {
        for (CommandField field : CommandField.values()) {
            assertEquals(Optional.of(field), CommandField.of(field.code()));
            assertEquals(!field.isResponse() && field != CommandField.C_CANCEL_RQ, field.response().isPresent());
            field.response().ifPresent(response -> assertEquals(field.code() | 0x8000, response.code()));
        }
        assertEquals(Optional.empty(), CommandField.of(0x0002));
        assertEquals("N-EVENT-REPORT-RSP", CommandField.N_EVENT_REPORT_RSP.toString());
    }

    @Test
    void statusesHaveTheCategoriesAndMeaningsOfTheStandard() {
        assertEquals(Status.Category.SUCCESS, Status.of(0).category());
        assertEquals(Status.Category.WARNING, Status.of(0xb000).category());
        assertEquals(Status.Category.WARNING, Status.of(0x0107).category());
        assertEquals(Status.Category.FAILURE, Status.of(0xa7ff).category());
        assertEquals(Status.Category.FAILURE, Status.of(0xc123).category());
        assertEquals(Status.Category.CANCEL, Status.of(0xfe00).category());
        assertEquals(Status.Category.PENDING, Status.of(0xff01).category());
        assertEquals("Refused: Out of resources", Status.of(0xa7ff).meaning());
        assertEquals("Error: Data set does not match SOP class", Status.of(0xa900).meaning());
        assertEquals("Error: Cannot understand", Status.of(0xcfff).meaning());
        assertEquals("Warning: Coercion of data elements", Status.of(0xb000).meaning());
        assertEquals("Warning: Elements discarded", Status.of(0xb006).meaning());
        assertEquals("Warning: Data set does not match SOP class", Status.of(0xb007).meaning());
        assertEquals("Refused: SOP class not supported", Status.of(0x0122).meaning());
        assertEquals("Failure", Status.of(0x0777).meaning());
    }

    @Test
    void whatIsNoCommandSetIsAnError() {
        DataSet noField = DataSet.builder().set(Tag.MessageID, 1).build();
        DataSet noId = DataSet.builder().set(Tag.CommandField, 0x30).build();
        DataSet noStatus = DataSet.builder().set(Tag.CommandField, 0x8030)
                .set(Tag.MessageIDBeingRespondedTo, 1).build();
        DataSet unknown = DataSet.builder().set(Tag.CommandField, 0x77).set(Tag.MessageID, 1).build();
        DataSet otherGroup = CommandSet.echoRequest(1).elements().toBuilder().set(Tag.PatientID, "1").build();

        for (DataSet elements : new DataSet[] {noField, noId, noStatus, unknown, otherGroup}) {
            assertThrows(DicomException.class, () -> CommandSet.of(elements));
        }
        assertThrows(DicomException.class, () -> CommandSet.parse(new byte[0], Limits.defaults()));
    }

    @Test
    void damagedCommandSetsAreErrorsOfDicomOrStillCommandSets() {
        byte[] good = CommandSet.storeRequest(7, "1.2.840.10008.5.1.4.1.1.2", "1.2.3",
                CommandSet.Priority.LOW).toBytes();
        Random random = new Random(63);
        int errors = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bad = good.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                CommandSet command = CommandSet.parse(bad, Limits.defaults());
                assertTrue(command.toBytes().length >= 12);
                command.messageId();
                command.status();
                command.sopClassUid();
            } catch (DicomException e) {
                errors++;
            }
        }
        assertTrue(errors > 1000, errors + " errors");
    }
}
