package org.bitewing.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.net.AssociationException.Kind;
import org.bitewing.net.dimse.CommandField;
import org.bitewing.net.dimse.CommandSet;
import org.bitewing.net.dimse.Message;
import org.bitewing.net.dimse.MessageReader;
import org.bitewing.net.dimse.MessageWriter;
import org.bitewing.net.pdu.AAssociateAC;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.PDataTF;
import org.bitewing.net.pdu.Pdu;
import org.bitewing.net.pdu.PresentationDataValue;
import org.bitewing.net.upper.Action;
import org.bitewing.net.upper.Command;
import org.bitewing.net.upper.Event;
import org.bitewing.net.upper.State;
import org.bitewing.net.upper.UpperLayer.Step;

/**
 * An established association (PS3.8 7): messages go both ways, whoever asked for it. It is used by one thread, but any
 * thread may {@link #abort()} it. Every exception of its methods means that it is over.
 */
public final class Association implements Closeable {
    /** Message IDs have 16 bits; 0 is left out, since some peers take it for none. */
    private static final int MESSAGE_IDS = 0xffff;
    /** What a message needs at least: a header and two bytes of data. */
    private static final long SHORTEST_LENGTH = 8;

    private final UpperLayerConnection connection;
    private final ApplicationEntity entity;
    private final AAssociateRQ request;
    private final AAssociateAC answer;
    private final List<PresentationContext> contexts;
    private final boolean[] isAccepted = new boolean[256];
    private final MessageReader reader;
    private final MessageWriter writer;
    private int messages;
    /** How long the message that is being received may still keep us waiting, in nanoseconds. */
    private long waitLeft;
    private volatile AssociationEnd end = AssociationEnd.CLOSED;
    private volatile boolean aborting;
    private boolean ended;
    private boolean answerIsDue;
    private volatile boolean waiting;
    private volatile boolean stopping;

    Association(UpperLayerConnection connection, ApplicationEntity entity, AAssociateRQ request, AAssociateAC answer) {
        this.connection = connection;
        this.entity = entity;
        this.request = request;
        this.answer = answer;
        this.contexts = Negotiation.agreed(request, answer);
        contexts.forEach(context -> isAccepted[context.id()] = true);
        this.reader = new MessageReader(this::nextData, entity.limits());
        long peers = (connection.info().isRequestor() ? answer.userInformation() : request.userInformation())
                .maximumLength();
        this.writer = new MessageWriter(connection::sendData,
                (int) (peers == 0 ? entity.sentPduLength() : Math.min(peers, entity.sentPduLength())));
    }

    /** Whether data can be sent to a peer who takes PDUs of this length. */
    static boolean isUsable(long maximumLength) {
        return maximumLength == 0 || maximumLength >= SHORTEST_LENGTH;
    }

    /**
     * What was asked for.
     *
     * @return the A-ASSOCIATE-RQ
     */
    public AAssociateRQ request() {
        return request;
    }

    /**
     * What was agreed on.
     *
     * @return the A-ASSOCIATE-AC
     */
    public AAssociateAC answer() {
        return answer;
    }

    /**
     * The contexts in which messages may be sent.
     *
     * @return those that were accepted
     */
    public List<PresentationContext> contexts() {
        return contexts;
    }

    /**
     * An accepted context.
     *
     * @param id its ID
     * @return empty where it was not accepted
     */
    public Optional<PresentationContext> context(int id) {
        return contexts.stream().filter(context -> context.id() == id).findFirst();
    }

    /**
     * The accepted context for a SOP class, the first where there are several.
     *
     * @param abstractSyntax the UID of the SOP class
     * @return empty where there is none
     */
    public Optional<PresentationContext> contextFor(String abstractSyntax) {
        return contexts.stream().filter(context -> context.abstractSyntax().equals(abstractSyntax)).findFirst();
    }

    /**
     * The accepted context for a SOP class in an encoding.
     *
     * @param abstractSyntax the UID of the SOP class
     * @param transferSyntax the UID of the encoding
     * @return empty where there is none
     */
    public Optional<PresentationContext> contextFor(String abstractSyntax, String transferSyntax) {
        return contexts.stream().filter(context -> context.abstractSyntax().equals(abstractSyntax)
                && context.transferSyntax().equals(transferSyntax)).findFirst();
    }

    /**
     * Addresses and number of the connection.
     *
     * @return what is known of it
     */
    public ConnectionInfo connection() {
        return connection.info();
    }

    /**
     * A message ID that no recent request has.
     *
     * @return 1 to 65535
     */
    public int nextMessageId() {
        messages = messages % MESSAGE_IDS + 1;
        return messages;
    }

    /**
     * Sends a message without a data set.
     *
     * @param contextId an accepted context
     * @param command   what it says
     * @throws IOException where it cannot be sent
     */
    public void send(int contextId, CommandSet command) throws IOException {
        entity.listener().sending(connection(), checked(contextId), command);
        try {
            writer.send(contextId, command);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Sends a message with a data set.
     *
     * @param contextId an accepted context
     * @param command   what it says
     * @param dataSet   writes the data set; where it fails, the association is aborted
     * @throws AssociationException where it cannot be sent; of kind {@link Kind#SOURCE} where the source failed
     * @throws IOException          as that
     */
    public void send(int contextId, CommandSet command, MessageWriter.DataSetSource dataSet) throws IOException {
        entity.listener().sending(connection(), checked(contextId), command);
        try {
            writer.send(contextId, command, dataSet);
        } catch (AssociationException e) {
            throw failed(e);
        } catch (IOException | DicomException e) {
            throw failed(new AssociationException(Kind.SOURCE,
                    "the data set could not be read: " + e.getMessage(), e));
        }
    }

    private PresentationContext checked(int contextId) {
        return context(contextId).orElseThrow(() ->
                new IllegalArgumentException("presentation context " + contextId + " was not accepted"));
    }

    /**
     * Waits for the next message. What is left of the data set of the last one is skipped.
     *
     * @return empty where the peer asked for release; it has then been agreed to, and the association is over
     * @throws AssociationException where the association ends in another way
     * @throws IOException          where the connection breaks
     */
    public Optional<Message> receive() throws IOException {
        try {
            Optional<Message> message = reader.next();
            message.ifPresent(received -> entity.listener().received(connection(), received.command()));
            return message;
        } catch (IOException | DicomException e) {
            throw failed(e);
        }
    }

    /**
     * The data set of the message that was received last.
     *
     * @return a stream to its end, valid until the next {@link #receive()}; empty where there is none
     */
    public InputStream dataSet() {
        return new GuardedInput(reader.dataSet(), this::failed);
    }

    /**
     * Waits for the response to a request.
     *
     * @param messageId of the request
     * @return the response; where its status is pending, more follow
     * @throws AssociationException where the association ends, or anything else comes
     * @throws IOException          where the connection breaks
     */
    public Message receiveResponse(int messageId) throws IOException {
        answerIsDue = true;
        Message message;
        try {
            message = receive().orElseThrow(() -> new AssociationException(Kind.CLOSED,
                    "the peer released the association instead of answering"));
        } finally {
            answerIsDue = false;
        }
        if (!message.command().field().isResponse() || message.command().messageId() != messageId) {
            throw failed(new DicomException("a response to message " + messageId + " was expected, not a "
                    + message.command(), Location.of("message")));
        }
        return message;
    }

    /**
     * Whether the peer asked to cancel a request that is being answered (PS3.7 9.3.2.3). To be asked between responses;
     * does not wait.
     *
     * @param messageId of the request
     * @return true where a C-CANCEL-RQ for it came
     * @throws IOException where anything else came, or the association is over
     */
    public boolean isCancelled(int messageId) throws IOException {
        if (!reader.hasValues() && !connection.hasInput()) {
            return false;
        }
        Message message = receive().orElseThrow(() -> new AssociationException(Kind.CLOSED,
                "the peer released the association while a request was being answered"));
        if (message.command().field() != CommandField.C_CANCEL_RQ) {
            throw failed(new DicomException("a " + message.command() + " came while a request was being answered",
                    Location.of("message")));
        }
        return message.command().messageId() == messageId;
    }

    /**
     * Ends the association in agreement with the peer (PS3.8 7.2), unless it is over already. Data that still comes is
     * dropped.
     *
     * @throws AssociationException where the peer does not agree in time
     */
    public void release() throws AssociationException {
        if (connection.state() != State.STA6) {
            return;
        }
        try {
            Step step = connection.on(Event.EVT11);
            while (connection.state() != State.STA1 && connection.state() != State.STA13) {
                step = connection.await(entity.timeouts().associate());
                // A collision (PS3.8 7.2.2): the requestor answers at once, the acceptor once it has its own answer.
                if (connection.state() == State.STA9 || connection.state() == State.STA12) {
                    step = connection.on(Event.EVT14);
                }
            }
            if (step.action() != Action.AR_3 && step.action() != Action.AR_4) {
                throw over(step);
            }
            end = AssociationEnd.RELEASED;
            connection.drain();
        } catch (SocketTimeoutException e) {
            abortNow();
            throw new AssociationException(Kind.TIMEOUT, "no answer to A-RELEASE-RQ in time", e);
        } finally {
            ended();
        }
    }

    /**
     * Ends the association at once (PS3.8 7.3), unless it is over already. By any thread: the one that uses it gets an
     * {@link AssociationException}.
     */
    public void abort() {
        aborting = true;
        if (connection.abort() && end == AssociationEnd.CLOSED) {
            end = AssociationEnd.ABORTED;
        }
    }

    /** Releases the association, or where that fails leaves it to be over. */
    @Override
    public void close() {
        try {
            release();
        } catch (AssociationException e) {
            // It is over, which is all that closing wants.
            abortNow();
        } finally {
            connection.drain();
            connection.close();
            ended();
        }
    }

    /** Tells the listener what is no step of the association. */
    void noted(System.Logger.Level level, String message, Throwable cause) {
        entity.listener().noted(level, message, cause);
    }

    /** Ends between two messages: at once if none is under way, else after it. */
    void stop() {
        stopping = true;
        if (waiting) {
            abort();
        }
    }

    /** Aborts after what the peer may not do, or a source that failed. */
    private AssociationException failed(Exception cause) {
        abortNow();
        ended();
        if (cause instanceof AssociationException over) {
            return over;
        }
        return cause instanceof IOException
                ? new AssociationException(Kind.CLOSED, String.valueOf(cause.getMessage()), cause)
                : new AssociationException(Kind.PROTOCOL, "not as PS3.7 has it: " + cause.getMessage(), cause);
    }

    private void abortNow() {
        abort();
        connection.drain();
        connection.close();
    }

    private synchronized void ended() {
        if (!ended) {
            ended = true;
            entity.listener().ended(connection(), end);
        }
    }

    /** The next P-DATA-TF; empty after the peer asked for release, which is then agreed to. */
    private Optional<PDataTF> nextData() throws IOException {
        boolean between = !reader.isWithinMessage();
        waiting = between;
        if (stopping && between) {
            throw new AssociationException(Kind.OVER, "this side is stopping");
        }
        try {
            long begin = Monotonic.now();
            Step step = connection.await(patience(between));
            waiting = false;
            if (step.commands().contains(Command.INDICATE_P_DATA)) {
                PDataTF data = checked((PDataTF) connection.received().orElseThrow());
                waitLeft = (between ? entity.timeouts().dimse().toNanos() : waitLeft - (Monotonic.now() - begin))
                        + timeFor(data);
                return Optional.of(data);
            }
            if (step.commands().contains(Command.INDICATE_RELEASE) && between) {
                end = AssociationEnd.RELEASED;
                connection.on(Event.EVT14);
                connection.drain();
                ended();
                return Optional.empty();
            }
            throw over(step);
        } catch (SocketTimeoutException e) {
            throw new AssociationException(Kind.TIMEOUT, "nothing came in time", e);
        } finally {
            waiting = false;
        }
    }

    /** However many PDUs a message comes in, it may keep us waiting as long as one, and longer only for its bytes. */
    private Duration patience(boolean between) {
        if (between) {
            return answerIsDue ? entity.timeouts().dimse() : entity.timeouts().idle();
        }
        return Duration.ofNanos(Math.min(waitLeft, entity.timeouts().dimse().toNanos()));
    }

    private static long timeFor(PDataTF data) {
        long bytes = 0;
        for (PresentationDataValue value : data.values()) {
            bytes += value.length();
        }
        return TimeUnit.SECONDS.toNanos(bytes) / UpperLayerConnection.SLOWEST;
    }

    private PDataTF checked(PDataTF pdu) throws AssociationException {
        for (PresentationDataValue value : pdu.values()) {
            if (!isAccepted[value.contextId()]) {
                connection.onInvalidParameter();
                end = AssociationEnd.ABORTED;
                throw new AssociationException(Kind.PROTOCOL,
                        "data in presentation context " + value.contextId() + ", which was not accepted");
            }
        }
        return pdu;
    }

    /** Why nothing more comes. */
    private AssociationException over(Step step) {
        Optional<Pdu> pdu = connection.received();
        if (step.commands().contains(Command.INDICATE_ABORT)) {
            end = AssociationEnd.ABORTED_BY_PEER;
            return Requestor.aborted(pdu);
        }
        if (aborting) {
            end = AssociationEnd.ABORTED;
            return new AssociationException(Kind.OVER, "the association was aborted by this side");
        }
        if (connection.state() == State.STA13) {
            end = AssociationEnd.ABORTED;
            return new AssociationException(Kind.PROTOCOL, pdu.isPresent()
                    ? pdu.get().type() + " came when it may not" : "what came is no valid PDU");
        }
        return new AssociationException(Kind.CLOSED, "the connection was closed");
    }
}
