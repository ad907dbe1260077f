package org.bitewing.net;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bitewing.net.dimse.CommandSet;
import org.bitewing.net.dimse.Status;

/**
 * A storage SCU on one association (PS3.4 Annex B): sends objects one after the other, each in its own transfer syntax
 * where the peer takes that, else converted. For one thread. {@link StorageSender} sends many, over several
 * associations and with retries.
 */
public final class StorageScu implements Closeable {
    private final Association association;
    private final Conversion conversion;

    private StorageScu(Association association, Conversion conversion) {
        this.association = association;
        this.conversion = conversion;
    }

    /**
     * Opens an association for sending.
     *
     * @param host         a host name or an address
     * @param port         1 to 65535
     * @param callingTitle our AE title
     * @param calledTitle  the peer's
     * @param offers       what may be sent; see {@link #offersFor}
     * @return an SCU, to be closed
     * @throws IOException where there is no association
     */
    public static StorageScu connect(String host, int port, String callingTitle, String calledTitle,
                                     List<Offer> offers) throws IOException {
        return over(ApplicationEntity.of(callingTitle).connect(host, port, calledTitle, offers),
                Conversion.UNCOMPRESSED);
    }

    /**
     * Sends over an association that is there.
     *
     * @param association established; closed with the SCU
     * @param conversion  for what the peer does not take as it is
     * @return an SCU
     */
    public static StorageScu over(Association association, Conversion conversion) {
        return new StorageScu(association, Objects.requireNonNull(conversion, "conversion"));
    }

    /**
     * What to offer for files.
     *
     * @param files DICOM files
     * @return their SOP classes and transfer syntaxes, and uncompressed alternatives
     * @throws IOException                 where a file cannot be read
     * @throws org.bitewing.DicomException where a file holds no object that can be sent
     * @throws IllegalArgumentException    where they need more than the 128 presentation contexts of one association
     */
    public static List<Offer> offersFor(Collection<Path> files) throws IOException {
        List<OutgoingObject> objects = new ArrayList<>();
        for (Path file : files) {
            objects.add(OutgoingObject.of(file));
        }
        List<Offers.Group> groups = Offers.groups(objects, Conversion.UNCOMPRESSED);
        if (groups.size() != 1) {
            throw new IllegalArgumentException("the files need " + groups.size() + " associations, not one");
        }
        return groups.get(0).offers();
    }

    /**
     * Sends a file.
     *
     * @param file a DICOM file
     * @return the peer's status
     * @throws IOException                 where the file cannot be read, or the association is over
     * @throws org.bitewing.DicomException where the file holds no object that can be sent
     */
    public Status send(Path file) throws IOException {
        return send(OutgoingObject.of(file));
    }

    /**
     * Sends an object.
     *
     * @param object what is sent
     * @return the peer's status; 0122H, SOP class not supported, where the peer accepted no presentation context for it
     * @throws IOException where the association is over
     */
    public Status send(OutgoingObject object) throws IOException {
        Optional<PresentationContext> context = contextFor(object);
        if (context.isEmpty()) {
            return Status.SOP_CLASS_NOT_SUPPORTED.withComment("no presentation context was accepted for it");
        }
        int contextId = context.get().id();
        int messageId = association.nextMessageId();
        String syntax = context.get().transferSyntax();
        CommandSet command = CommandSet.storeRequest(messageId, object.sopClassUid(), object.sopInstanceUid(),
                CommandSet.Priority.MEDIUM);
        association.send(contextId, command, target -> {
            if (syntax.equals(object.transferSyntaxUid())) {
                object.writeTo(target);
            } else {
                conversion.convert(object.source(), syntax, target);
            }
        });
        return association.receiveResponse(messageId).command().status();
    }

    private Optional<PresentationContext> contextFor(OutgoingObject object) {
        Optional<PresentationContext> own = conversion.isSentAsItIs(object.transferSyntaxUid())
                ? association.contextFor(object.sopClassUid(), object.transferSyntaxUid()) : Optional.empty();
        return own.or(() -> conversion.targets(object.transferSyntaxUid()).stream()
                .flatMap(syntax -> association.contextFor(object.sopClassUid(), syntax).stream()).findFirst());
    }

    /**
     * The association over which objects go.
     *
     * @return established until this is closed
     */
    public Association association() {
        return association;
    }

    /** Releases the association. */
    @Override
    public void close() {
        association.close();
    }
}
