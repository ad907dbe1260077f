package org.bitewing.tools.net;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;

/** The commands that are run for objects and studies. */
record Hooks(Optional<ArgumentVector> onReception, Optional<ArgumentVector> onEndOfStudy, boolean looksUp,
             Console console) {

    static Hooks of(CommandLine line, Console console) {
        return new Hooks(vector(line, "--exec-on-reception"), vector(line, "--exec-on-eostudy"),
                !line.has("--disable-host-lookup"), console);
    }

    private static Optional<ArgumentVector> vector(CommandLine line, String option) {
        return line.value(option).map(command -> ArgumentVector.parse(option, command));
    }

    boolean wants(boolean isStudy) {
        return (isStudy ? onEndOfStudy : onReception).isPresent();
    }

    /** Runs the command of a call and waits for its end. */
    void run(HookCall call) {
        Optional<ArgumentVector> vector = call.isStudy() ? onEndOfStudy : onReception;
        if (vector.isEmpty()) {
            return;
        }
        String program = vector.get().words().get(0);
        try {
            int code = exitCode(vector.get(), call);
            if (code != 0) {
                console.log(Level.WARN, "command ended with exit code " + code + ": " + program);
            }
        } catch (IOException e) {
            console.log(Level.ERROR, "command cannot be executed: " + Failures.reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            console.log(Level.ERROR, "no longer waiting for command: " + program);
        }
    }

    private int exitCode(ArgumentVector vector, HookCall call) throws IOException, InterruptedException {
        String peer = call.peerName(looksUp);
        Map<String, String> values = call.isStudy()
                ? Map.of("#p", call.directory(), "#a", call.calling(), "#c", call.called(), "#r", peer)
                : Map.of("#p", call.directory(), "#f", call.file(), "#a", call.calling(), "#c", call.called(), "#r",
                        peer);
        ProcessBuilder builder = new ProcessBuilder(vector.with(values))
                .redirectOutput(ProcessBuilder.Redirect.INHERIT).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(call.environment(peer));
        Process process = builder.start();
        process.getOutputStream().close();
        return process.waitFor();
    }
}
