package org.bitewing.benchmarks.network;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** The floor: a length, the bytes of a file, and one byte as the answer; no protocol, and files without a care. */
final class RawCopy implements Peer {
    private static final int BLOCK = 1 << 17;

    @Override
    public Scp listen(Path folder, Load load) throws IOException {
        ServerSocket server = new ServerSocket(0, load.associations(), InetAddress.getLoopbackAddress());
        for (int i = 0; i < load.associations(); i++) {
            String prefix = i + "-";
            new Thread(() -> receive(server, folder, prefix), "raw-receive").start();
        }
        return new Scp() {
            @Override
            public int port() {
                return server.getLocalPort();
            }

            @Override
            public void close() throws IOException {
                server.close();
            }
        };
    }

    private static void receive(ServerSocket server, Path folder, String prefix) {
        byte[] block = new byte[BLOCK];
        try (Socket socket = server.accept()) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream answers = socket.getOutputStream();
            int number = 0;
            for (long left = in.readLong(); left >= 0; left = in.readLong()) {
                try (OutputStream file = Files.newOutputStream(folder.resolve(prefix + number++))) {
                    while (left > 0) {
                        int count = in.read(block, 0, (int) Math.min(BLOCK, left));
                        if (count < 0) {
                            throw new IOException("the sender is gone");
                        }
                        file.write(block, 0, count);
                        left -= count;
                    }
                }
                answers.write(0);
            }
        } catch (IOException e) {
            // The sender misses an answer, and tells.
            return;
        }
    }

    @Override
    public long send(Path files, Load load, int port) throws IOException {
        long start = System.nanoTime();
        List<FutureTask<Integer>> parts = new ArrayList<>();
        for (int i = 0; i < load.associations(); i++) {
            Path part = Load.part(files, i);
            FutureTask<Integer> task = new FutureTask<>(() -> sendPart(part, port));
            parts.add(task);
            new Thread(task, "raw-send").start();
        }
        int sent = 0;
        for (FutureTask<Integer> part : parts) {
            try {
                sent += part.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IOException("the copy failed", e);
            }
        }
        if (sent != load.count()) {
            throw new IOException(sent + " files were copied");
        }
        return System.nanoTime() - start;
    }

    private static int sendPart(Path folder, int port) throws IOException {
        byte[] block = new byte[BLOCK];
        int sent = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
             Stream<Path> all = Files.list(folder)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            for (Path file : (Iterable<Path>) all::iterator) {
                try (InputStream in = Files.newInputStream(file)) {
                    // The length goes with the first bytes, as a careful program would do it.
                    long length = Files.size(file);
                    ByteBuffer.wrap(block).putLong(length);
                    int count = Math.max(0, in.read(block, Long.BYTES, BLOCK - Long.BYTES));
                    out.write(block, 0, Long.BYTES + count);
                    for (long left = length - count; left > 0; left -= count) {
                        count = in.read(block);
                        out.write(block, 0, count);
                    }
                }
                if (socket.getInputStream().read() != 0) {
                    throw new IOException("no answer");
                }
                sent++;
            }
            new DataOutputStream(out).writeLong(-1);
        }
        return sent;
    }
}
