package org.bitewing.net;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bitewing.net.AssociationException.Kind;
import org.bitewing.net.dimse.Status;
import org.bitewing.net.pdu.AAssociateRJ;

/** One call of {@link StorageSender#send}: groups, workers on one queue, and what became of each object. */
final class SendingRun {
    private static final int MOST_DOUBLINGS = 5;
    private static final int MOST_BROKEN = 3;

    private final StorageSender.Settings settings;
    private final Connector connector;
    private final Map<OutgoingObject, SendResult> results = new IdentityHashMap<>();
    private volatile boolean stopped;
    private volatile String connectFailure = "";

    /** Opens associations. */
    interface Connector {
        StorageScu connect(List<Offer> offers) throws IOException;
    }

    /**
     * An object that waits.
     *
     * @param attempts how often it was tried
     */
    private record Waiting(OutgoingObject object, int attempts, Optional<Status> status, String message) {
    }

    SendingRun(StorageSender.Settings settings, Connector connector) {
        this.settings = settings;
        this.connector = connector;
    }

    SendReport send(Collection<OutgoingObject> objects) {
        for (Offers.Group group : settings.grouping().apply(objects)) {
            Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
            group.objects().forEach(object -> queue.add(new Waiting(object, 0, Optional.empty(), "")));
            work(group, queue);
            queue.forEach(this::giveUp);
        }
        return new SendReport(objects.stream().map(object -> results.getOrDefault(object, new SendResult(object,
                SendResult.Outcome.FAILED, Optional.empty(), "the listener of results failed", 1))).toList());
    }

    private void giveUp(Waiting left) {
        boolean wasTried = left.attempts > 0;
        String message = wasTried ? left.message : connectFailure.isEmpty() ? "an earlier failure ended the sending"
                : connectFailure;
        done(left, wasTried ? SendResult.Outcome.FAILED : SendResult.Outcome.NOT_SENT, left.status, message);
    }

    /** In this thread and as many others as are wanted and needed. */
    private void work(Offers.Group group, Queue<Waiting> queue) {
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < Math.min(settings.parallel(), group.objects().size()); i++) {
            Thread thread = new Thread(() -> workAlone(group, queue), "bitewing-net-send");
            thread.setDaemon(true);
            thread.start();
            others.add(thread);
        }
        workAlone(group, queue);
        boolean interrupted = false;
        for (Thread thread : others) {
            interrupted |= !joined(thread);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean joined(Thread thread) {
        boolean uninterrupted = true;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                stopped = true;
                uninterrupted = false;
            }
        }
        return uninterrupted;
    }

    /**
     * One association after the other, until nothing waits, or there were too many failures in a row: to connect, more
     * than there are retries; of associations without a single answer, some more, since each decides about an object.
     */
    private void workAlone(Offers.Group group, Queue<Waiting> queue) {
        int unconnected = 0;
        int broken = 0;
        while (!queue.isEmpty() && !stopped && unconnected <= settings.retries()
                && broken <= settings.retries() + MOST_BROKEN) {
            if (unconnected + broken > 0 && !pause(unconnected + broken)) {
                return;
            }
            try (StorageScu scu = connector.connect(group.offers())) {
                unconnected = 0;
                broken = sendAll(scu, queue) ? 0 : broken + 1;
                if (settings.aborts()) {
                    scu.association().abort();
                }
            } catch (AssociationException e) {
                connectFailure = e.getMessage();
                boolean isFinal = e.kind() == Kind.REJECTED
                        && e.pdu().filter(pdu -> pdu instanceof AAssociateRJ rj && rj.isTransient()).isEmpty();
                unconnected = isFinal ? Integer.MAX_VALUE : unconnected + 1;
            } catch (UnknownHostException e) {
                connectFailure = "attempt to connect to unknown host: " + e.getMessage();
                unconnected++;
            } catch (IOException e) {
                connectFailure = "no connection: " + e.getMessage();
                unconnected++;
            }
        }
    }

    /** False where the association brought no answer, or the last was a failure that may pass. */
    private boolean sendAll(StorageScu scu, Queue<Waiting> queue) {
        boolean isAnswered = false;
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            if (stopped) {
                queue.add(next);
                return true;
            }
            Waiting tried = new Waiting(next.object, next.attempts + 1, Optional.empty(), "");
            try {
                if (!answered(tried, scu.send(next.object), queue)) {
                    return false;
                }
                isAnswered = true;
            } catch (AssociationException e) {
                broken(tried, e, queue);
                return isAnswered || e.kind() == Kind.SOURCE;
            } catch (IOException e) {
                failed(tried, Optional.empty(), String.valueOf(e.getMessage()));
                return true;
            }
        }
        return true;
    }

    private boolean answered(Waiting tried, Status status, Queue<Waiting> queue) {
        switch (status.category()) {
            case SUCCESS, WARNING -> done(tried, SendResult.Outcome.STORED, Optional.of(status), "");
            case FAILURE, CANCEL, PENDING -> {
                boolean mayPass = status.code() >>> 8 == Status.OUT_OF_RESOURCES.code() >>> 8;
                if (mayPass && tried.attempts <= settings.retries()) {
                    queue.add(new Waiting(tried.object, tried.attempts, Optional.of(status), status.toString()));
                    return false;
                }
                failed(tried, Optional.of(status), status + status.comment().map(text -> ": " + text).orElse(""));
            }
        }
        return true;
    }

    private void broken(Waiting tried, AssociationException cause, Queue<Waiting> queue) {
        if (cause.kind() != Kind.SOURCE && tried.attempts <= settings.retries()) {
            queue.add(new Waiting(tried.object, tried.attempts, Optional.empty(), cause.getMessage()));
        } else {
            failed(tried, Optional.empty(), cause.getMessage());
        }
    }

    private void failed(Waiting tried, Optional<Status> status, String message) {
        stopped |= settings.stopsAtFailure();
        done(tried, SendResult.Outcome.FAILED, status, message);
    }

    private void done(Waiting waiting, SendResult.Outcome outcome, Optional<Status> status, String message) {
        SendResult result = new SendResult(waiting.object, outcome, status, message, waiting.attempts);
        synchronized (results) {
            results.put(waiting.object, result);
        }
        settings.listener().accept(result);
    }

    private boolean pause(int failures) {
        Duration wait = settings.firstWait().multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        try {
            Thread.sleep(wait.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
            return false;
        }
    }
}
