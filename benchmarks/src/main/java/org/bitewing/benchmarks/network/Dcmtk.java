package org.bitewing.benchmarks.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * DCMTK's {@code storescu} and {@code storescp} as child processes.
 *
 * @param environment what its processes find in their environment beside what is there
 */
record Dcmtk(List<String> environment) implements Peer {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    /** As it is installed: each object waits for an acknowledgement that is delayed by 40 ms. */
    static Dcmtk stock() {
        return new Dcmtk(List.of());
    }

    /** As fast as it can be told to be. */
    static Dcmtk withoutDelay() {
        return new Dcmtk(List.of("TCP_NODELAY", "1"));
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("TCP_NODELAY");
        for (int i = 0; i < environment.size(); i += 2) {
            builder.environment().put(environment.get(i), environment.get(i + 1));
        }
        return builder.start();
    }

    private void run(List<String> command) throws IOException {
        finish(start(command), command);
    }

    private static void finish(Process process, List<String> command) throws IOException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + said);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public Scp listen(Path folder, Load load) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of("storescp", "-q", "-od", folder.toString()));
        if (load.associations() > 1) {
            command.add("--fork");
        }
        command.add(Integer.toString(port));
        Process process = start(command);
        Scp scp = new Scp() {
            @Override
            public int port() {
                return port;
            }

            @Override
            public void close() {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().onExit().join();
            }
        };
        long end = System.nanoTime() + PATIENCE;
        while (!isListening(port)) {
            if (System.nanoTime() > end || !process.isAlive()) {
                scp.close();
                throw new IOException("storescp does not listen");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return scp;
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** The start of the program, and an association, are not what is measured: an echo tells how long they take. */
    @Override
    public long send(Path files, Load load, int port) throws IOException {
        long start = System.nanoTime();
        run(List.of("echoscu", "-q", "127.0.0.1", Integer.toString(port)));
        long begin = System.nanoTime();
        List<Process> processes = new ArrayList<>();
        List<String> command = List.of();
        for (int i = 0; i < load.associations(); i++) {
            command = List.of("storescu", "-q", "-xe", "+sd", "127.0.0.1", Integer.toString(port),
                    Load.part(files, i).toString());
            processes.add(start(command));
        }
        for (Process process : processes) {
            finish(process, command);
        }
        return Math.max(1, System.nanoTime() - begin - (begin - start));
    }
}
