package org.bitewing.net;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bitewing.DicomException;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.UID;
import org.bitewing.net.dimse.CommandField;
import org.bitewing.net.dimse.CommandSet;
import org.bitewing.net.dimse.Message;
import org.bitewing.net.dimse.Status;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.ProposedContext;

/**
 * The storage service in the role of SCP (PS3.4 Annex B), at level 2: everything is kept. An object goes from the
 * network to its {@link Store} as it comes, in the transfer syntax in which it comes.
 */
final class StorageService implements Service {
    private final Store store;
    private final Set<String> sopClasses;
    private final boolean takesAnyClass;
    private final List<String> transferSyntaxes;
    private final Map<String, List<String>> ofClass;
    private final Consumer<StoredObject> onStored;
    private final Counters counters;

    StorageService(Store store, StorageOptions options, Counters counters) {
        this.store = store;
        this.sopClasses = Set.copyOf(options.sopClasses());
        this.takesAnyClass = options.takesAnyClass();
        this.transferSyntaxes = options.transferSyntaxes();
        this.ofClass = options.ofClass();
        this.onStored = options.onStored();
        this.counters = counters;
    }

    /** Whether PS3.6 has it as a SOP class of the storage service, retired ones included. */
    static boolean isStorageClass(String uid) {
        return Dictionary.uid(uid).filter(known -> known.type().equals("SOP Class") && known.name().contains("Storage")
                && !known.name().startsWith("Storage Commitment")).isPresent();
    }

    @Override
    public boolean supports(String abstractSyntax, AAssociateRQ request) {
        if (!Uids.isSafe(abstractSyntax) || abstractSyntax.equals(UID.Verification)) {
            return false;
        }
        if (!sopClasses.isEmpty()) {
            return sopClasses.contains(abstractSyntax);
        }
        // PS3.7 D.3.3.6: the peer says that a class which we do not know belongs to the storage service.
        return takesAnyClass || isStorageClass(abstractSyntax) || request.userInformation().commonExtended().stream()
                .anyMatch(common -> common.sopClassUid().equals(abstractSyntax)
                        && common.serviceClassUid().equals(UID.Storage));
    }

    @Override
    public Optional<String> transferSyntax(ProposedContext context) {
        List<String> proposed = context.transferSyntaxes();
        List<String> taken = ofClass.getOrDefault(context.abstractSyntax(), transferSyntaxes);
        return taken.isEmpty() ? proposed.stream().filter(Uids::isSafe).findFirst()
                : taken.stream().filter(proposed::contains).findFirst();
    }

    @Override
    public void serve(Association association, PresentationContext context, Message request) throws IOException {
        CommandSet command = request.command();
        Status status = command.field() == CommandField.C_STORE_RQ ? check(context, command)
                : Status.UNRECOGNIZED_OPERATION;
        if (status.category() == Status.Category.SUCCESS) {
            status = store(association, new StoreRequest(context.abstractSyntax(),
                    command.sopInstanceUid().orElseThrow(), context.transferSyntax(),
                    association.request().callingAETitle(), association.request().calledAETitle(),
                    association.connection()));
        }
        if (status.category() == Status.Category.FAILURE) {
            counters.failure();
        }
        // A response may not overtake its request.
        association.dataSet().transferTo(OutputStream.nullOutputStream());
        association.send(context.id(), command.response(status));
    }

    private static Status check(PresentationContext context, CommandSet command) {
        if (!command.hasDataSet()) {
            return Status.CANNOT_UNDERSTAND.withComment("no data set");
        }
        if (!command.sopClassUid().orElse("").equals(context.abstractSyntax())) {
            return Status.SOP_CLASS_NOT_SUPPORTED.withComment("not the SOP class of the presentation context");
        }
        return command.sopInstanceUid().filter(Uids::isSafe).isPresent() ? Status.SUCCESS
                : Status.INVALID_SOP_INSTANCE;
    }

    private Status store(Association association, StoreRequest request) throws IOException {
        try (Store.Incoming incoming = store.begin(request)) {
            Kept kept = new Kept(incoming);
            association.dataSet().transferTo(kept);
            if (kept.failure.isPresent()) {
                return failed(association, kept.failure.get());
            }
            StoredObject stored = incoming.commit();
            counters.object(stored.length());
            onStored.accept(stored);
            return Status.SUCCESS;
        } catch (AssociationException e) {
            throw e;
        } catch (IOException | DicomException e) {
            return failed(association, e);
        }
    }

    private static Status failed(Association association, Exception cause) {
        if (cause instanceof StoreException refused) {
            return refused.status();
        }
        association.noted(System.Logger.Level.WARNING, "an object was not stored", cause);
        return cause instanceof DicomException ? Status.CANNOT_UNDERSTAND : Status.OUT_OF_RESOURCES;
    }

    /**
     * Passes on to the store until that fails, then drops the rest, so that the association stays in step. What was
     * written by then is given up at once: the rest may take its time, and others need the room.
     */
    private static final class Kept extends OutputStream {
        private final Store.Incoming incoming;
        private final OutputStream target;
        private Optional<IOException> failure = Optional.empty();

        Kept(Store.Incoming incoming) throws IOException {
            this.incoming = incoming;
            this.target = incoming.dataSet();
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            if (failure.isPresent()) {
                return;
            }
            try {
                target.write(bytes, offset, length);
            } catch (IOException e) {
                failure = Optional.of(e);
                giveUp(e);
            }
        }

        private void giveUp(IOException cause) {
            try {
                incoming.close();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
