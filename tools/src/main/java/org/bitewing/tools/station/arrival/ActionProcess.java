package org.bitewing.tools.station.arrival;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.station.folder.Folders;

/**
 * Runs attempts as processes, without a shell. What a process says goes to a file for each completion and action, written
 * by the process itself, so that nothing of it is lost with the station.
 *
 * @param folders where things are
 * @param timeout how long one may take
 * @param stopping completed when the station stops. An interrupt would close the files that threads write
 */
record ActionProcess(Folders folders, Duration timeout, CompletableFuture<Void> stopping) implements ActionQueue.Runner {
    private static final Duration TO_END = Duration.ofSeconds(5);
    private static final String INPUT = ".action-";

    /** What came of an attempt. */
    sealed interface Result {
        /** It ended by itself. */
        record Exited(int code) implements Result {
        }

        /** It did not end in time, and was ended. */
        record TimedOut() implements Result {
        }

        /** It could not be started. */
        record NotStarted(String reason) implements Result {
        }

        /** The station stops, and has ended it. */
        record Stopped() implements Result {
        }

        default boolean isSuccess() {
            return this instanceof Exited exited && exited.code == 0;
        }

        /** For people and logs. */
        default String words() {
            if (this instanceof Exited exited) {
                return "exit code " + exited.code;
            }
            if (this instanceof NotStarted not) {
                return "cannot be started: " + not.reason;
            }
            return this instanceof TimedOut ? "timed out" : "ended, as the station stops";
        }
    }

    /** Makes its folders, and removes what processes of a station that was killed have read. */
    static ActionProcess of(Folders folders, Duration timeout) throws IOException {
        ActionProcess actions = new ActionProcess(folders, timeout, new CompletableFuture<>());
        Files.createDirectories(actions.logs());
        Files.createDirectories(actions.temp());
        try (DirectoryStream<Path> left = Files.newDirectoryStream(actions.temp(), INPUT + "*")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
        return actions;
    }

    private Path logs() {
        return folders.root().resolve("logs");
    }

    /** For what processes read. */
    private Path temp() {
        return folders.root().resolve("temp");
    }

    /** Where an action of a completion says what it says, all attempts in one file. */
    Path log(Attempt attempt) {
        Subject subject = attempt.completion().subject();
        return logs().resolve(subject.study()).resolve((subject.isStudy() ? "study" : subject.series()) + "-"
                + attempt.completion().round() + "." + attempt.action().name() + ".log");
    }

    @Override
    public Result run(Attempt attempt) {
        try {
            Path log = log(attempt);
            Files.createDirectories(log.getParent());
            long before = Files.exists(log) ? Files.size(log) : 0;
            say(log, Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + attempt);
            long start = Files.size(log);
            Result result = run(new Event(attempt, folders), log);
            if (result.isSuccess() && Files.size(log) == start) {
                // It said nothing, and nothing went wrong.
                shorten(log, before);
            } else {
                say(log, Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + result.words());
            }
            return result;
        } catch (IOException e) {
            return new Result.NotStarted(Failures.reason(e));
        }
    }

    private Result run(Event event, Path log) throws IOException {
        Path input = Files.createTempFile(temp(), INPUT, ".json");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(input))) {
                event.json().write(out, true);
            }
            ProcessBuilder builder = new ProcessBuilder(event.attempt().action().vector().with(event.marks()))
                    .redirectInput(input.toFile()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(event.environment());
            return waitFor(builder.start());
        } finally {
            Files.deleteIfExists(input);
        }
    }

    private Result waitFor(Process process) {
        try {
            CompletableFuture.anyOf(process.onExit(), stopping).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (!process.isAlive()) {
                return new Result.Exited(process.exitValue());
            }
            end(process);
            return new Result.Stopped();
        } catch (TimeoutException e) {
            end(process);
            return new Result.TimedOut();
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for a process does not fail", e);
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            return new Result.Stopped();
        }
    }

    @Override
    public void stop() {
        stopping.complete(null);
    }

    /** Ends a process and what it has started, by force where it does not heed. */
    private static void end(Process process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroy);
        long deadline = System.nanoTime() + TO_END.toNanos();
        for (ProcessHandle one : all) {
            try {
                one.onExit().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException | InterruptedException e) {
                one.destroyForcibly();
            }
        }
    }

    private static void say(Path log, String line) throws IOException {
        Files.writeString(log, "-- " + line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static void shorten(Path log, long length) throws IOException {
        if (length == 0) {
            Files.deleteIfExists(log);
        } else {
            try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
                channel.truncate(length);
            }
        }
    }
}
