package org.bitewing.net;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import org.bitewing.Limits;
import org.bitewing.dict.UID;
import org.bitewing.net.dimse.CommandSet;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.PDataTF;
import org.bitewing.net.pdu.Pdu;
import org.bitewing.net.pdu.PduMemory;
import org.bitewing.net.pdu.PduReader;
import org.bitewing.net.pdu.PduWriter;
import org.bitewing.net.pdu.PresentationDataValue;
import org.bitewing.net.pdu.ProposedContext;
import org.bitewing.net.pdu.UserInformation;

/** A peer that sends whatever bytes a test wants, and reads PDUs. */
final class RawPeer implements Closeable {
    /** Context 1 is verification, 3 CT images, 5 nothing that anybody knows. */
    static final AAssociateRQ REQUEST = AAssociateRQ.of("SCP", "RAW", List.of(
            new ProposedContext(1, UID.Verification, List.of(UID.ImplicitVRLittleEndian)),
            new ProposedContext(3, UID.CTImageStorage, List.of(UID.ExplicitVRLittleEndian)),
            new ProposedContext(5, "1.2.3.4.5", List.of(UID.ExplicitVRLittleEndian))),
            UserInformation.of(16384, "1.2.3", "RAW"));

    private static final int PATIENCE_MILLIS = 20_000;

    final Socket socket;
    private final PduReader reader;

    RawPeer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        this.reader = new PduReader(socket.getInputStream(), 1 << 24, Limits.defaults(), "peer",
                PduMemory.usual());
    }

    static RawPeer connect(int port) throws IOException {
        return new RawPeer(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** A peer with an established association. */
    static RawPeer associate(int port) throws IOException {
        RawPeer peer = connect(port);
        peer.send(REQUEST);
        peer.read();
        return peer;
    }

    RawPeer send(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    RawPeer send(Pdu pdu) throws IOException {
        return send(PduWriter.toBytes(pdu));
    }

    /** Sends a fragment, in a PDU of its own. */
    RawPeer send(int context, boolean isCommand, boolean isLast, byte... bytes) throws IOException {
        return send(new PDataTF(List.of(
                new PresentationDataValue(context, isCommand, isLast, bytes, 0, bytes.length))));
    }

    RawPeer sendStore(String instance) throws IOException {
        return send(3, true, true, CommandSet.storeRequest(1, UID.CTImageStorage, instance,
                CommandSet.Priority.MEDIUM).toBytes());
    }

    Pdu read() throws IOException {
        return reader.next();
    }

    CommandSet readCommand() throws IOException {
        PresentationDataValue value = ((PDataTF) read()).values().get(0);
        return CommandSet.parse(java.util.Arrays.copyOfRange(value.bytes(), value.offset(),
                value.offset() + value.length()), Limits.defaults());
    }

    /** Reads to the end of the connection; the last PDU, where there was one. */
    Optional<Pdu> readToEnd() throws IOException {
        Optional<Pdu> last = Optional.empty();
        try {
            while (true) {
                last = Optional.of(reader.next());
            }
        } catch (EOFException | SocketException e) {
            return last;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
