package org.bitewing.tools.net;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bitewing.net.AssociationEnd;
import org.bitewing.net.AssociationListener;
import org.bitewing.net.ConnectionInfo;
import org.bitewing.net.pdu.PDataTF;
import org.bitewing.net.pdu.Pdu;
import org.bitewing.net.pdu.PresentationDataValue;
import org.bitewing.tools.cli.Console;

/**
 * A dot for each presentation data value of a data set, on standard output: {@code XMIT: ...} for what is sent, {@code
 * RECV: ...} for what comes. Where associations run side by side, lines are printed once they are whole.
 */
final class Dots implements AssociationListener {
    /** Of a whole PDU that is sent: where its length is, and the message control header of its first value (PS3.8 9.3.5, E.2). */
    private static final int LENGTH = 2;
    private static final int CONTROL = 11;
    private static final int HEADER = 6;
    private static final int P_DATA_TF = 4;

    private final Console console;
    private final boolean ofSent;
    private final boolean isLive;
    private final Map<Long, StringBuilder> lines = new ConcurrentHashMap<>();

    Dots(Console console, boolean ofSent, boolean isLive) {
        this.console = console;
        this.ofSent = ofSent;
        this.isLive = isLive;
    }

    @Override
    public void wire(ConnectionInfo connection, boolean isSent, byte[] bytes, int offset, int length) {
        if (!isSent || !ofSent) {
            return;
        }
        int at = offset;
        while (at + CONTROL < offset + length && bytes[at] == P_DATA_TF) {
            int pdu = HEADER + intAt(bytes, at + LENGTH);
            for (int value = at + HEADER; value + HEADER <= at + pdu; value += Integer.BYTES + intAt(bytes, value)) {
                int control = bytes[value + CONTROL - HEADER];
                if ((control & 1) == 0) {
                    dot(connection, (control & 2) != 0);
                }
            }
            at += pdu;
        }
    }

    @Override
    public void received(ConnectionInfo connection, Pdu pdu) {
        if (!ofSent && pdu instanceof PDataTF data) {
            for (PresentationDataValue value : data.values()) {
                if (!value.isCommand()) {
                    dot(connection, value.isLast());
                }
            }
        }
    }

    private static int intAt(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8
                | bytes[at + 3] & 0xff;
    }

    private void dot(ConnectionInfo connection, boolean isLast) {
        StringBuilder line = lines.computeIfAbsent(connection.number(), number -> new StringBuilder(start()));
        line.append('.').append(isLast ? "\n" : "");
        if (isLive || isLast) {
            print(line.toString());
            line.setLength(0);
        }
        if (isLast) {
            lines.remove(connection.number());
        }
    }

    private String start() {
        return ofSent ? "XMIT: " : "RECV: ";
    }

    private synchronized void print(String text) {
        try {
            console.print(text);
            console.flush();
        } catch (IOException e) {
            // Nobody reads the dots any more, which is no reason to end an association.
            return;
        }
    }

    @Override
    public void ended(ConnectionInfo connection, AssociationEnd end) {
        lines.remove(connection.number());
    }
}
