package org.bitewing.net;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A storage SCP in a process of its own, to be killed or to be short of memory. */
final class ServerProcess implements Closeable {
    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The process: a folder to store into; the port on the first line of its output. */
    public static void main(String[] arguments) throws IOException {
        StorageScp scp = StorageScp.listen(ApplicationEntity.of("SCP"), Loopback.ANY_PORT, StorageOptions.defaults(),
                Store.toFolder(Path.of(arguments[0])));
        System.out.println(scp.address().getPort());
        // Whoever started this closes our input; without it, nobody is left to serve.
        while (System.in.read() >= 0) {
            continue;
        }
        scp.close();
    }

    static ServerProcess start(Path folder, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(Arrays.asList(options));
        String modules = System.getProperty("jdk.module.path", "");
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-cp", modules.isEmpty() ? classes : classes + java.io.File.pathSeparator + modules
                + java.io.File.pathSeparator + testClasses(), ServerProcess.class.getName(), folder.toString()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                .readLine();
        if (line == null) {
            throw new IOException("the server did not start");
        }
        return new ServerProcess(process, Integer.parseInt(line));
    }

    /** On the module path the tests are patched into the module, and in no path. */
    private static Path testClasses() {
        return Path.of("target", "test-classes").toAbsolutePath();
    }

    int port() {
        return port;
    }

    /** As if the power failed. */
    void kill() {
        process.destroyForcibly();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() throws IOException {
        kill();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
