package org.bitewing.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.bitewing.DicomException;
import org.bitewing.net.pdu.AAbort;
import org.bitewing.net.pdu.AAssociateRJ;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.AReleaseRP;
import org.bitewing.net.pdu.AReleaseRQ;
import org.bitewing.net.pdu.Pdu;
import org.bitewing.net.pdu.PduMemory;
import org.bitewing.net.pdu.PduReader;
import org.bitewing.net.pdu.PduWriter;
import org.bitewing.net.upper.Action;
import org.bitewing.net.upper.Command;
import org.bitewing.net.upper.Event;
import org.bitewing.net.upper.State;
import org.bitewing.net.upper.UpperLayer;
import org.bitewing.net.upper.UpperLayer.Step;

/**
 * The upper layer of one connection at work: turns what happens into events of the {@link UpperLayer} machine and
 * carries out its commands, the ARTIM timer among them. One thread waits for the peer; the machine and all writing are
 * behind a lock, so that any thread may abort.
 */
final class UpperLayerConnection {
    /** No PDU and no message may come slower than this, whatever the time-outs: bytes a second. */
    static final long SLOWEST = 1 << 13;
    /** How long an abort waits for a write in progress before it closes the connection instead. */
    private static final Duration ABORT_PATIENCE = Duration.ofSeconds(1);
    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long NOT_RUNNING = Long.MAX_VALUE;

    private final Transport transport;
    private final ApplicationEntity entity;
    private final AssociationListener listener;
    private final PduReader reader;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile UpperLayer machine;
    private volatile long artimDeadline = NOT_RUNNING;
    private AAbort providerAbort = new AAbort(AAbort.SERVICE_PROVIDER, AAbort.UNEXPECTED_PDU);
    private boolean outOfStep;
    private Optional<Pdu> received = Optional.empty();
    private Function<AAssociateRQ, Optional<AAssociateRJ>> refusal = request -> Optional.empty();

    /**
     * An open connection.
     *
     * @param memory what long A-ASSOCIATE PDUs of this and other connections may take together
     */
    UpperLayerConnection(Transport transport, ApplicationEntity entity, PduMemory memory) {
        this.transport = transport;
        this.entity = entity;
        this.listener = entity.listener();
        this.machine = UpperLayer.idle(transport.info().isRequestor());
        this.reader = new PduReader(transport.input(), entity.pduLength(), entity.limits(), "PDU",
                memory);
        listener.opened(transport.info());
    }

    ConnectionInfo info() {
        return transport.info();
    }

    State state() {
        return machine.state();
    }

    /** The PDU that the last {@link #await} brought. */
    Optional<Pdu> received() {
        return received;
    }

    /** What the provider itself does not take (AE-6). */
    void refuse(Function<AAssociateRQ, Optional<AAssociateRJ>> decision) {
        refusal = decision;
    }

    /** Whether something from the peer is here already, if only the end of the connection. */
    boolean hasInput() {
        if (reader.hasBytes()) {
            return true;
        }
        try {
            if (!transport.hasInput()) {
                return false;
            }
            // With TLS, what is here may be no data but TLS's own.
            transport.readUntil(Monotonic.now() + GLANCE_NANOS);
            reader.await();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        } finally {
            transport.readingDone();
        }
    }

    /**
     * Waits for the peer and steps; while the ARTIM timer runs, until that at most.
     *
     * @throws SocketTimeoutException where nothing came in time; the machine has not moved
     */
    Step await(Duration timeout) throws SocketTimeoutException {
        received = Optional.empty();
        Event event;
        try {
            event = outOfStep ? discard() : read(timeout);
        } catch (SocketTimeoutException e) {
            if (Monotonic.now() < artimDeadline) {
                throw e;
            }
            event = Event.EVT18;
        } catch (DicomException e) {
            outOfStep = true;
            providerAbort = new AAbort(AAbort.SERVICE_PROVIDER, e.kind() == DicomException.Kind.SYNTAX
                    ? AAbort.UNRECOGNIZED_PDU : AAbort.INVALID_PDU_PARAMETER_VALUE);
            event = Event.EVT19;
        } catch (IOException e) {
            event = Event.EVT17;
        } finally {
            transport.readingDone();
        }
        return on(event);
    }

    private Event read(Duration timeout) throws IOException {
        transport.readUntil(Math.min(Monotonic.now() + timeout.toNanos(), artimDeadline));
        reader.await();
        long rate = TimeUnit.SECONDS.toNanos(Math.min(entity.pduLength(), PduReader.LONGEST_PIECE) / SLOWEST);
        transport.readUntil(Math.min(Monotonic.now() + entity.timeouts().dimse().toNanos() + rate, artimDeadline));
        Pdu pdu = reader.next();
        reader.lastTo((bytes, offset, length) -> listener.wire(info(), false, bytes, offset, length));
        listener.received(info(), pdu);
        received = Optional.of(pdu);
        return Event.received(pdu.type());
    }

    /** Reads on in a stream that is out of step, until it ends or the ARTIM timer does. */
    private Event discard() throws IOException {
        transport.readUntil(artimDeadline);
        byte[] nothing = new byte[1 << 10];
        while (transport.input().read(nothing, 0, nothing.length) >= 0) {
            // Of no interest: the association is over.
            continue;
        }
        return Event.EVT17;
    }

    /** Steps on an event without a PDU of ours. */
    Step on(Event event) {
        return on(event, Optional.empty());
    }

    /**
     * Steps on an event.
     *
     * @param outgoing the PDU to send where the event is the user's answer
     * @return what was done: nothing (AA-6) where the association is over already
     */
    Step on(Event event, Optional<Pdu> outgoing) {
        lock.lock();
        try {
            Optional<Pdu> answer = outgoing;
            Optional<Step> refused = Optional.empty();
            boolean isDue = event == Event.EVT6 && machine.state() == State.STA2;
            if (isDue && received.orElse(null) instanceof AAssociateRQ request) {
                listener.requested(info(), request);
                Optional<AAssociateRJ> rejection = refusal.apply(request);
                if (rejection.isPresent()) {
                    answer = Optional.of(rejection.get());
                    refused = machine.onRefusedRequest();
                }
            }
            Step step = refused.or(() -> machine.on(event)).orElseGet(() -> overdue(event));
            machine = step.next();
            for (Command command : step.commands()) {
                perform(command, answer);
            }
            return step;
        } catch (IOException e) {
            // What could not be sent means that the connection is gone.
            return on(Event.EVT17);
        } finally {
            lock.unlock();
        }
    }

    /** What another thread's abort has overtaken is ignored; anything else is a mistake of ours. */
    private Step overdue(Event event) {
        if (machine.state() != State.STA1 && machine.state() != State.STA13 || event == Event.EVT1) {
            throw new IllegalStateException(event + " cannot happen in " + machine.state());
        }
        return new Step(Action.AA_6, machine);
    }

    private void perform(Command command, Optional<Pdu> outgoing) throws IOException {
        switch (command) {
            case CLOSE_TRANSPORT -> transport.close();
            case START_ARTIM -> {
                artimDeadline = Monotonic.now() + entity.timeouts().artim().toNanos();
                transport.closeAt(artimDeadline);
            }
            case STOP_ARTIM -> {
                artimDeadline = NOT_RUNNING;
                transport.closeNever();
            }
            case SEND_ASSOCIATE_RQ, SEND_ASSOCIATE_AC, SEND_ASSOCIATE_RJ -> send(outgoing.orElseThrow());
            case SEND_RELEASE_RQ -> send(new AReleaseRQ());
            case SEND_RELEASE_RP -> send(new AReleaseRP());
            case SEND_USER_ABORT -> send(AAbort.BY_USER);
            case SEND_PROVIDER_ABORT -> send(providerAbort);
            case OPEN_TRANSPORT, SEND_P_DATA, INDICATE_ASSOCIATE, CONFIRM_ACCEPTED, CONFIRM_REJECTED, INDICATE_P_DATA,
                 INDICATE_RELEASE, CONFIRM_RELEASE, INDICATE_ABORT, INDICATE_PROVIDER_ABORT -> {
                // Done by who asked for the step: it has the data, or is told by the step's commands.
            }
        }
    }

    private void send(Pdu pdu) throws IOException {
        byte[] bytes = PduWriter.toBytes(pdu);
        listener.wire(info(), true, bytes, 0, bytes.length);
        listener.sent(info(), pdu);
        transport.write(bytes, 0, bytes.length, entity.timeouts().dimse());
    }

    /** Sends whole P-DATA-TF PDUs (Evt9). */
    void sendData(byte[] bytes, int offset, int length) throws IOException {
        lock.lock();
        try {
            Step step = machine.on(Event.EVT9).orElseThrow(() -> new AssociationException(
                    AssociationException.Kind.OVER, "the association is over"));
            machine = step.next();
            listener.wire(info(), true, bytes, offset, length);
            transport.write(bytes, offset, length, entity.timeouts().dimse());
            listener.sentData(info(), length);
        } catch (AssociationException e) {
            throw e;
        } catch (IOException e) {
            on(Event.EVT17);
            throw new AssociationException(AssociationException.Kind.CLOSED, "the connection broke while sending", e);
        } finally {
            lock.unlock();
        }
    }

    /** Treats a PDU that came as invalid (Evt19), with the reason that a parameter of it is. */
    Step onInvalidParameter() {
        providerAbort = new AAbort(AAbort.SERVICE_PROVIDER, AAbort.INVALID_PDU_PARAMETER_VALUE);
        return on(Event.EVT19);
    }

    /** Aborts as the user, from any thread; false where there was nothing to abort. */
    boolean abort() {
        boolean locked = false;
        try {
            locked = lock.tryLock(ABORT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!locked) {
                transport.abandon();
                return true;
            }
            boolean possible = machine.on(Event.EVT15).isPresent();
            if (possible) {
                on(Event.EVT15);
            }
            return possible;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            transport.abandon();
            return true;
        } finally {
            if (locked) {
                lock.unlock();
            }
        }
    }

    /** Waits until the peer closes the connection, or the ARTIM timer ends that (Sta13). */
    void drain() {
        try {
            while (machine.state() == State.STA13) {
                await(entity.timeouts().artim());
            }
        } catch (SocketTimeoutException e) {
            transport.abandon();
        }
    }

    /** Gives the connection up without a word. */
    void close() {
        transport.abandon();
        reader.close();
    }
}
