package org.bitewing.tools;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A command that listens, in a process of its own, to be killed or to be short of memory.
 *
 * @param said the lines that it says after it listens
 */
public record ServerProcess(Process process, String port, Queue<String> said) {

    /** Starts a command at any free port. */
    public static ServerProcess start(List<String> javaOptions, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(javaOptions);
        command.addAll(List.of("-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(words));
        command.add("0");
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader errors = new BufferedReader(new InputStreamReader(process.getErrorStream(),
                StandardCharsets.UTF_8));
        List<String> before = new ArrayList<>();
        String line = errors.readLine();
        while (line != null && !line.contains("listening on port")) {
            before.add(line);
            line = errors.readLine();
        }
        if (line == null) {
            throw new IOException("it does not start: " + before);
        }
        Queue<String> said = new ConcurrentLinkedQueue<>(before);
        Thread reader = new Thread(() -> readAll(errors, said), "server-errors");
        reader.setDaemon(true);
        reader.start();
        String digits = line.substring(line.indexOf("listening on port") + "listening on port ".length());
        return new ServerProcess(process, digits.replaceAll("\\D.*", ""), said);
    }

    private static void readAll(BufferedReader lines, Queue<String> said) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
            }
        } catch (IOException e) {
            said.add("no more can be read: " + e.getMessage());
        }
    }

    /** SIGTERM: what can be ended in order is. */
    public void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
