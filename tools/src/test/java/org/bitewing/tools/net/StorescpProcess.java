package org.bitewing.tools.net;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bitewing.tools.Main;

/** A {@code storescp} in a process of its own, to be killed or to be short of memory. */
record StorescpProcess(Process process, String port) {

    /** Starts it at any free port. */
    static StorescpProcess start(List<String> javaOptions, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(javaOptions);
        command.addAll(List.of("-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(), "storescp"));
        command.addAll(List.of(options));
        command.add("0");
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader said = new BufferedReader(new InputStreamReader(process.getErrorStream(),
                StandardCharsets.UTF_8));
        String line = said.readLine();
        while (line != null && !line.contains("listening on port")) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IOException("storescp does not start");
        }
        return new StorescpProcess(process, line.substring(line.lastIndexOf(' ') + 1));
    }

    /** SIGTERM: commands that wait are run. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
