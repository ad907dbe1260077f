package org.bitewing.net;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes every PDU of every association to a file, in the pcap format that network analysers read: each PDU as the TCP
 * segments of a connection between the two addresses, so that Wireshark and its kin explain it as DICOM. What went
 * through TLS is in the file as it was before and after it. The file holds what the peers sent to each other, patients'
 * data included. A trace that cannot be written any more leaves the associations alone; {@link #close()} tells.
 *
 * <p>To be given to {@link ApplicationEntity#withListener}, with {@link AssociationListener#and} beside others.
 * Thread-safe.
 */
public final class WireTrace implements AssociationListener, Closeable {
    private static final int MAGIC = 0xa1b2c3d4;
    /** Raw IP, version 4 or 6 (LINKTYPE_RAW). */
    private static final int LINK_TYPE = 101;
    private static final int MOST_DATA = 1 << 15;
    private static final int TCP = 6;
    private static final int TCP_HEADER = 20;
    private static final int FIN_ACK = 0x11;
    private static final int SYN = 0x02;
    private static final int SYN_ACK = 0x12;
    private static final int ACK = 0x10;
    private static final int PUSH_ACK = 0x18;

    private final OutputStream out;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, Numbers> sequences = new HashMap<>();
    private IOException failure;

    /** The next sequence number of either side. */
    private static final class Numbers {
        private int ours;
        private int peers;
    }

    private WireTrace(OutputStream out) {
        this.out = out;
    }

    /**
     * Begins a trace.
     *
     * @param file where it goes; replaced where it is there
     * @return a listener, to be closed when the associations are over
     * @throws IOException where the file cannot be written
     */
    public static WireTrace to(Path file) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        // Version 2.4, times in UTC with microseconds, packets of any length.
        out.write(ByteBuffer.allocate(24).putInt(MAGIC).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0)
                .putInt(1 << 16).putInt(LINK_TYPE).array());
        return new WireTrace(out);
    }

    @Override
    public void opened(ConnectionInfo connection) {
        locked(() -> {
            sequences.put(connection.number(), new Numbers());
            boolean isOurs = connection.isRequestor();
            packet(connection, isOurs, SYN, new byte[0], 0, 0);
            packet(connection, !isOurs, SYN_ACK, new byte[0], 0, 0);
            packet(connection, isOurs, ACK, new byte[0], 0, 0);
        });
    }

    @Override
    public void wire(ConnectionInfo connection, boolean isSent, byte[] bytes, int offset, int length) {
        locked(() -> {
            for (int from = 0; from < length; from += MOST_DATA) {
                packet(connection, isSent, PUSH_ACK, bytes, offset + from, Math.min(MOST_DATA, length - from));
            }
        });
    }

    @Override
    public void ended(ConnectionInfo connection, AssociationEnd end) {
        locked(() -> {
            packet(connection, true, FIN_ACK, new byte[0], 0, 0);
            packet(connection, false, FIN_ACK, new byte[0], 0, 0);
            sequences.remove(connection.number());
            out.flush();
        });
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void locked(Writing writing) {
        lock.lock();
        try {
            if (failure == null) {
                writing.run();
            }
        } catch (IOException e) {
            failure = e;
        } finally {
            lock.unlock();
        }
    }

    private void packet(ConnectionInfo connection, boolean isSent, int flags, byte[] bytes, int offset, int length)
            throws IOException {
        Numbers numbers = sequences.computeIfAbsent(connection.number(), number -> new Numbers());
        InetSocketAddress source = isSent ? connection.local() : connection.peer();
        InetSocketAddress target = isSent ? connection.peer() : connection.local();
        byte[] from = source.getAddress().getAddress();
        byte[] to = target.getAddress().getAddress();
        boolean isV4 = from.length == 4;
        int size = (isV4 ? 20 : 40) + TCP_HEADER + length;
        Instant now = Instant.now();
        ByteBuffer packet = ByteBuffer.allocate(16 + size);
        packet.putInt((int) now.getEpochSecond()).putInt(now.getNano() / 1000).putInt(size).putInt(size);
        if (isV4) {
            // Version and header length, service, total length, ID, do not fragment, time to live, protocol, checksum.
            packet.put((byte) 0x45).put((byte) 0).putShort((short) size).putShort((short) 0)
                    .putShort((short) 0x4000).put((byte) 64).put((byte) TCP).putShort((short) 0);
        } else {
            packet.putInt(0x60000000).putShort((short) (TCP_HEADER + length)).put((byte) TCP).put((byte) 64);
        }
        packet.put(from).put(to);
        packet.putShort((short) source.getPort()).putShort((short) target.getPort());
        packet.putInt(isSent ? numbers.ours : numbers.peers).putInt(isSent ? numbers.peers : numbers.ours);
        packet.put((byte) (TCP_HEADER / 4 << 4)).put((byte) flags).putShort((short) 0xffff).putInt(0);
        packet.put(bytes, offset, length);
        out.write(packet.array());
        // SYN and FIN count as a byte.
        int count = length + (flags & 1) + (flags >> 1 & 1);
        if (isSent) {
            numbers.ours += count;
        } else {
            numbers.peers += count;
        }
    }

    /**
     * Ends the trace.
     *
     * @throws IOException where it is not complete, since it could not be written
     */
    @Override
    public void close() throws IOException {
        lock.lock();
        try (out) {
            if (failure != null) {
                throw failure;
            }
        } finally {
            lock.unlock();
        }
    }
}
