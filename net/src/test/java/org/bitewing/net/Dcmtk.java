package org.bitewing.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** DCMTK's network tools and other judges, where they are installed; and the corpus beside the repository. */
final class Dcmtk {
    private static final int PATIENCE_SECONDS = 60;

    private Dcmtk() {
    }

    /** Skips the test where a program is not installed. */
    static void assumeInstalled(String program) {
        Assumptions.assumeTrue(isInstalled(program), program + " is not installed");
    }

    static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** A folder of the corpus; the test is skipped where it is not there. */
    static Path corpus(String folder) {
        String named = System.getProperty("BITEWING_SHARED", System.getenv().getOrDefault("BITEWING_SHARED", ""));
        Path shared = named.isEmpty() ? beside() : Path.of(named);
        Path corpus = shared.resolve("corpus").resolve(folder);
        Assumptions.assumeTrue(Files.isDirectory(corpus), "no corpus at " + corpus);
        return corpus;
    }

    private static Path beside() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.isDirectory(folder.resolve(".ci"))
                && !Files.isDirectory(folder.resolve("core"))) {
            folder = folder.getParent();
        }
        return folder.resolveSibling("shared");
    }

    /** The objects of the corpus that can be sent. */
    static List<OutgoingObject> objects(Path corpus) throws IOException {
        List<OutgoingObject> objects = new ArrayList<>();
        try (Stream<Path> files = Files.walk(corpus)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                try {
                    objects.add(OutgoingObject.of(file));
                } catch (org.bitewing.DicomException e) {
                    // Not an object: the corpus holds texts and damaged files as well.
                    continue;
                }
            }
        }
        return objects;
    }

    /** What a program said, and how it ended. */
    record Result(int code, String output) {
    }

    static Result run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TCP_NODELAY", "1");
        Process process = builder.start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.get(0) + " does not end: " + output);
            }
            return new Result(process.exitValue(), output);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IOException(e);
        }
    }

    /** A storescp that is listening. */
    record Scp(Process process, int port) implements Closeable {

        static Scp start(Path output, String... options) throws IOException {
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            List<String> command = new ArrayList<>(List.of("storescp", "-od", output.toString(), "-aet", "STORESCP"));
            command.addAll(Arrays.asList(options));
            command.add(Integer.toString(port));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("TCP_NODELAY", "1");
            Scp scp = new Scp(builder.start(), port);
            scp.awaitListening();
            return scp;
        }

        private void awaitListening() throws IOException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (System.nanoTime() < end && process.isAlive()) {
                try {
                    new Socket(InetAddress.getLoopbackAddress(), port).close();
                    return;
                } catch (IOException e) {
                    java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                }
            }
            throw new IOException("storescp does not listen");
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
