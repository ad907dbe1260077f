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
import org.bitewing.net.AssociationListener;
import org.bitewing.net.OutgoingObject;
import org.bitewing.net.SendResult;
import org.bitewing.net.StorageSender;
import org.bitewing.net.dimse.Status;
import org.bitewing.net.pdu.UserIdentityRQ;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.FileStart;
import org.bitewing.tools.cli.InputFiles;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.dcmtk.ModalityPrefixTable;
import org.bitewing.tools.files.SourceStream;

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

        /** Without what an earlier run has stored. */
        Found unstored(CommandLine line) throws IOException {
            return new Found(ReportFile.unstored(objects, Path.of(line.value("--report").orElseThrow())), unreadable);
        }
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        line.only("--recurse", "--scan-directories");
        line.only("--scan-pattern", "--scan-directories");
        line.only("--resume", "--report");
        if (TlsOptions.showsSuites(line, console)) {
            return 0;
        }
        NetworkOptions.port(line.parameters().get(1), 1);
        Optional<NegotiationProfile> profile = NegotiationProfile.of(line);
        ApplicationEntity entity = entity(line, profile);
        int code = 0;
        for (int left = NetworkOptions.number(line, "--repeat", 1); left > 0 && code == 0; left--) {
            Optional<Found> found = find(line, console);
            if (found.isEmpty()) {
                return 1;
            }
            Found rest = line.has("--resume") ? found.get().unstored(line) : found.get();
            if (rest.objects.isEmpty()) {
                console.log(Level.INFO, "every object was stored by an earlier run");
            } else {
                code = send(rest, entity, profile, line, console);
            }
        }
        return code;
    }

    private static ApplicationEntity entity(CommandLine line, Optional<NegotiationProfile> profile)
            throws IOException {
        ApplicationEntity entity = NetworkOptions.entity(line, "STORESCU");
        Optional<UserIdentityRQ> identity = IdentityOptions.of(line);
        entity = identity.isPresent() ? entity.withUserIdentity(identity.get()) : entity;
        return profile.isPresent() ? entity.withExtendedNegotiations(profile.get().extended()) : entity;
    }

    private static int send(Found found, ApplicationEntity entity, Optional<NegotiationProfile> profile,
                            CommandLine line, Console console) throws IOException {
        Map<String, OutgoingObject> objects = new HashMap<>();
        found.objects.forEach(object -> objects.put(object.sopInstanceUid(), object));
        RequestorMessages messages = new RequestorMessages(console, objects, entity.sentPduLength(),
                line.has("--verbose-pc"));
        int parallel = NetworkOptions.number(line, "--parallel", 1);
        AssociationListener listener = console.shows(Level.INFO)
                ? messages.and(new Dots(console, true, parallel == 1)) : messages;
        try (Trace trace = Trace.of(line);
             SendingResults results = SendingResults.of(line, console, found.objects.size())) {
            StorageSender sender = StorageSender.to(entity.withListener(trace.beside(listener)),
                    line.parameters().get(0), NetworkOptions.port(line.parameters().get(1), 1),
                    NetworkOptions.title(line, "--call", "ANY-SCP"))
                    .withParallel(parallel).withRetries(NetworkOptions.number(line, "--retries", 0), FIRST_WAIT)
                    .with(Proposals.of(line)).onResult(results::add);
            sender = profile.isPresent() ? sender.withOffers(profile.get().offers()) : sender;
            sender = line.has("--abort") ? sender.abortingAtTheEnd() : sender;
            sender = line.has("--no-halt") ? sender : sender.stoppingAtFailure();
            int code = code(sender.send(found.objects).results(), messages, console);
            return code == 0 && found.unreadable > 0 ? 1 : code;
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
        Optional<InventedObjects> invented = InventedObjects.of(line);
        boolean onlyFiles = line.choice("--read-file", "--read-file-only", "--read-dataset")
                .equals("--read-file-only");
        int unreadable = 0;
        for (InputFiles.Input input : inputs) {
            boolean isNamed = named.contains(input.name());
            if (isNamed && isAbsent(input.name())) {
                console.log(Level.FATAL, "cannot access file: " + input.name());
                return Optional.empty();
            }
            try {
                if (onlyFiles && !FileStart.isDicom(input.open())) {
                    throw new IOException("File meta information header missing");
                }
                objects.add(invented.isPresent() ? invented.get().invent(input) : object(input));
            } catch (DicomException | IOException e) {
                String reason = e instanceof IOException io ? Failures.reason(io) : e.getMessage();
                // The reason may hold the name of an entry, which is a stranger's text.
                String said = input.name() + ": " + reason;
                console.log(isNamed ? Level.ERROR : Level.WARN, (isNamed ? "Bad DICOM file: "
                        : "skipping file that cannot be sent: ") + said.replace('\n', '?'));
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
        Optional<Path> path = input.path().filter(Files::isRegularFile);
        return path.isPresent() ? OutgoingObject.of(path.get())
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
        // The peer may have had a say in it, which is one line.
        console.log(Level.ERROR, "Store Failed, file: " + result.object().name() + ":\n"
                + result.message().replace('\n', '?'));
        if (result.status().isPresent()) {
            Status status = result.status().get();
            return Math.max(1, status.code() >>> 8);
        }
        return messages.peerAborted() ? ABORTED : 1;
    }
}
