package org.bitewing.tools.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitewing.DicomException;
import org.bitewing.net.ApplicationEntity;
import org.bitewing.net.OutgoingObject;
import org.bitewing.net.SendResult;
import org.bitewing.net.StorageSender;
import org.bitewing.net.dimse.Status;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.InputFiles;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.OptionTable;

/** {@code storescu}: sends objects (C-STORE). */
public final class Storescu implements Command {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final int ABORTED = 10;

    /** Made by the table of commands. */
    public Storescu() {
    }

    @Override
    public OptionTable options() {
        return StorescuOptions.table();
    }

    /** What was found to be sent; {@code unreadable} counts files that were named and hold nothing to send. */
    private record Found(List<OutgoingObject> objects, int unreadable) {
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        line.only("--recurse", "--scan-directories");
        line.only("--scan-pattern", "--scan-directories");
        String host = line.parameters().get(0);
        int port = NetworkOptions.port(line.parameters().get(1), 1);
        String called = NetworkOptions.title(line, "--call", "ANY-SCP");
        ApplicationEntity entity = NetworkOptions.entity(line, "STORESCU");
        Optional<Found> found = find(line, console);
        if (found.isEmpty()) {
            return 1;
        }
        List<OutgoingObject> objects = found.get().objects;
        Map<String, String> names = new HashMap<>();
        objects.forEach(object -> names.put(object.sopInstanceUid(), object.name()));
        RequestorMessages messages = new RequestorMessages(console, names, entity.pduLength());
        try (Trace trace = Trace.of(line); SendingResults results = SendingResults.of(line, console, objects.size())) {
            StorageSender sender = StorageSender.to(entity.withListener(trace.beside(messages)), host, port, called)
                    .withParallel(NetworkOptions.number(line, "--parallel", 1))
                    .withRetries(NetworkOptions.number(line, "--retries", 0), FIRST_WAIT).onResult(results::add);
            List<SendResult> all = (line.has("--no-halt") ? sender : sender.stoppingAtFailure()).send(objects)
                    .results();
            int code = code(all, messages, console);
            return code == 0 && found.get().unreadable > 0 ? 1 : code;
        }
    }

    /** Empty where there is a reason not to connect, which was said. */
    private static Optional<Found> find(CommandLine line, Console console) throws IOException {
        List<String> parameters = line.parameters().subList(2, line.parameters().size());
        boolean scan = line.has("--scan-directories");
        console.log(Level.INFO, scan ? "determining input files ..." : "checking input files ...");
        List<InputFiles.Input> inputs = new InputFiles(console, scan, line.isOn("--recurse", "--no-recurse"),
                line.value("--scan-pattern")).of(parameters);
        Set<String> named = new HashSet<>(parameters);
        List<OutgoingObject> objects = new ArrayList<>();
        int unreadable = 0;
        for (InputFiles.Input input : inputs) {
            boolean isNamed = named.contains(input.name());
            if (isNamed && isAbsent(input.name())) {
                console.log(Level.FATAL, "cannot access file: " + input.name());
                return Optional.empty();
            }
            try {
                objects.add(object(input));
            } catch (DicomException | IOException e) {
                String reason = e instanceof IOException io ? Failures.reason(io) : e.getMessage();
                console.log(isNamed ? Level.ERROR : Level.WARN, isNamed
                        ? "Bad DICOM file: " + input.name() + ": " + reason
                        : "skipping file that cannot be sent: " + input.name() + ": " + reason);
                if (isNamed && !line.has("--no-halt")) {
                    return Optional.empty();
                }
                unreadable += isNamed ? 1 : 0;
            }
        }
        if (objects.isEmpty()) {
            console.log(Level.FATAL, "no input files to be sent");
            return Optional.empty();
        }
        return Optional.of(new Found(objects, unreadable));
    }

    private static boolean isAbsent(String name) {
        return name.equals("-") || !name.contains("!/") && !Files.isReadable(Path.of(name));
    }

    private static OutgoingObject object(InputFiles.Input input) throws IOException {
        Path path = Path.of(input.name());
        return Files.isRegularFile(path) ? OutgoingObject.of(path)
                : OutgoingObject.of(input.name(), () -> new SourceStream(input.open()));
    }

    /** Says what was not stored, and chooses the exit code. */
    private static int code(List<SendResult> results, RequestorMessages messages, Console console) {
        int code = 0;
        Optional<SendResult> unsent = Optional.empty();
        for (SendResult result : results) {
            if (result.outcome() == SendResult.Outcome.FAILED) {
                code = failed(result, messages, console);
            } else if (result.outcome() == SendResult.Outcome.NOT_SENT) {
                unsent = Optional.of(result);
            }
        }
        if (code == 0 && unsent.isPresent()) {
            console.log(Level.FATAL, messages.rejection().map(AssociationText::of)
                    .orElse("Association Request Failed: " + unsent.get().message()));
            return 1;
        }
        return code;
    }

    private static int failed(SendResult result, RequestorMessages messages, Console console) {
        String sopClass = result.object().sopClassUid();
        if (messages.acceptedNothing()) {
            console.log(Level.FATAL, "No Acceptable Presentation Contexts");
            return 1;
        }
        if (!messages.wasRequested(result.object().sopInstanceUid())) {
            console.log(Level.ERROR, "No presentation context for: (" + ModalityPrefixTable.of(sopClass) + ") "
                    + sopClass + ", file: " + result.object().name());
            return 1;
        }
        console.log(Level.ERROR, "Store Failed, file: " + result.object().name() + ":\n" + result.message());
        if (result.status().isPresent()) {
            Status status = result.status().get();
            return Math.max(1, status.code() >>> 8);
        }
        return messages.peerAborted() ? ABORTED : 1;
    }
}
