package org.bitewing.tools.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bitewing.net.AccessPolicy;
import org.bitewing.net.ApplicationEntity;
import org.bitewing.net.AssociationListener;
import org.bitewing.net.StorageOptions;
import org.bitewing.net.StorageScp;
import org.bitewing.net.Store;
import org.bitewing.net.StoredObject;
import org.bitewing.net.pdu.AAssociateRJ;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Level;

/** A storage SCP that listens as the options of a command say, and tells on the console what happens. */
public final class ListeningScp implements Closeable {
    private static final Duration FOR_OBJECTS = Duration.ofSeconds(10);

    private final Console console;
    private final Trace trace;
    private final StorageScp scp;

    private ListeningScp(Console console, Trace trace, StorageScp scp) {
        this.console = console;
        this.trace = trace;
        this.scp = scp;
    }

    /**
     * Starts to listen.
     *
     * @param line       the options
     * @param console    where to say what happens
     * @param usualTitle the AE title where no option names one
     * @param port       1 to 65535, or 0 for any that is free
     * @param store      where objects go
     * @param onStored   hears of each object once it is stored
     * @return an SCP that is listening
     * @throws IOException where the port cannot be had, or a file that an option names cannot be read
     */
    public static ListeningScp listen(CommandLine line, Console console, String usualTitle, int port, Store store,
                                      Consumer<StoredObject> onStored) throws IOException {
        ApplicationEntity entity = NetworkOptions.entity(line, usualTitle);
        StorageOptions options = options(line).onStored(onStored);
        Trace trace = Trace.of(line);
        try {
            StorageScp scp = StorageScp.listen(
                    entity.withListener(trace.beside(messages(line, console, entity))), new InetSocketAddress(port),
                    options, store);
            return new ListeningScp(console, trace, scp);
        } catch (IOException | RuntimeException e) {
            trace.close();
            throw e;
        }
    }

    private static AssociationListener messages(CommandLine line, Console console, ApplicationEntity entity) {
        AcceptorMessages messages = new AcceptorMessages(console, entity.sentPduLength(), line.has("--verbose-pc"));
        return console.shows(Level.INFO) ? messages.and(new Dots(console, false, false)) : messages;
    }

    private static StorageOptions options(CommandLine line) throws IOException {
        StorageOptions options = StorageOptions.defaults().with(policy(line))
                .withTransferSyntaxes(ScpOptions.transferSyntaxes(line));
        options = options.withMostAssociations(
                NetworkOptions.number(line, "--max-associations", options.mostAssociations()));
        Optional<NegotiationProfile> profile = NegotiationProfile.of(line);
        if (profile.isPresent()) {
            return options.withTransferSyntaxesOf(profile.get().transferSyntaxes());
        }
        return line.has("--promiscuous") ? options.takingAnyClass() : options;
    }

    private static AccessPolicy policy(CommandLine line) {
        if (line.has("--refuse")) {
            return (connection, request) -> Optional.of(AAssociateRJ.Reason.NO_REASON_GIVEN);
        }
        Set<String> called = new HashSet<>(line.values("--accept-called"));
        Set<String> calling = new HashSet<>(line.values("--accept-calling"));
        AccessPolicy policy = called.isEmpty() ? AccessPolicy.open() : AccessPolicy.called(called);
        policy = calling.isEmpty() ? policy : policy.and(AccessPolicy.calling(calling));
        return line.has("--reject") ? policy.and((connection, request) ->
                request.userInformation().implementationClassUid().isEmpty()
                        ? Optional.of(AAssociateRJ.Reason.NO_REASON_GIVEN) : Optional.empty()) : policy;
    }

    /**
     * Where it listens.
     *
     * @return address and port
     */
    public InetSocketAddress address() {
        return scp.address();
    }

    /**
     * What happened so far.
     *
     * @return one line
     */
    public String counters() {
        return scp.counters().toString();
    }

    /** Stops listening, and lets objects under way come. */
    @Override
    public void close() throws IOException {
        if (!scp.stop(FOR_OBJECTS)) {
            console.log(Level.WARN, "objects under way were given up");
        }
        trace.close();
    }
}
