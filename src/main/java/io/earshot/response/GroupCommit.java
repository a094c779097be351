package io.earshot.response;

import io.earshot.problem.Problem;
import io.earshot.workspace.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Lets responses that come in at the same time share a commit: a writer takes what is waiting, stores it by one statement,
 * and only then tells the clients; meanwhile the next ones gather. A response that comes alone waits for nobody. Further
 * writers help only when many are waiting or one has waited long, because a commit costs about as much as ten responses in
 * it. What waits is bounded; beyond it a client is told to come again.
 */
@Singleton
class GroupCommit {
    private static final Logger LOG = Logger.getLogger(GroupCommit.class);
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final Database database;
    private final ResponseBatch batch;
    private final IntakeLimits limits;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long waitingCharacters;
    private int writing;
    /** Of what a writer is storing, and of what it has just taken. */
    private final Set<Key> busy = new HashSet<>();

    private boolean stopping;
    private final List<Thread> writers = new ArrayList<>();

    GroupCommit(Database database, ResponseBatch batch, IntakeLimits limits) {
        this.database = database;
        this.batch = batch;
        this.limits = limits;
    }

    private record Waiting(
            ValidResponse response, int characters, long sinceNanos, CompletableFuture<Written> written) {
        Key key() {
            return new Key(response.respondentKey().value(), response.id());
        }
    }

    /** Of the row that a response is stored in; of two in one statement PostgreSQL would refuse the second. */
    private record Key(UUID respondent, UUID id) {}

    void start(@Observes StartupEvent event) {
        for (int i = 0; i < limits.writers(); i++) {
            Thread writer = new Thread(this::write, "response-writer-" + i);
            writer.setDaemon(true);
            writer.start();
            writers.add(writer);
        }
    }

    /** Stores what is still waiting, then ends. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        lock.lock();
        try {
            stopping = true;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
        for (Thread writer : writers) {
            writer.join();
        }
    }

    /**
     * @return done when the response is durable; failed with a {@link Problem} 409 if the id is that of a response to
     *     another questionnaire or version, 503 if the database can't be reached
     * @throws Problem 503 if too much is waiting already
     */
    CompletableFuture<Written> submit(ValidResponse response) {
        Waiting one = new Waiting(response, response.characters(), System.nanoTime(), new CompletableFuture<>());
        lock.lock();
        try {
            if (stopping) {
                throw Overload.stopping(limits.retryAfter());
            }
            boolean full = waiting.size() >= limits.waiting()
                    || (!waiting.isEmpty() && waitingCharacters + one.characters() > limits.waitingCharacters());
            if (full) {
                throw Overload.busy(limits.retryAfter());
            }
            waiting.add(one);
            waitingCharacters += one.characters();
            if (waiting.size() >= helpFrom() || waiting.size() == 1) {
                arrived.signal();
            }
        } finally {
            lock.unlock();
        }
        return one.written();
    }

    /** The same, and waits for it. */
    static Written await(CompletableFuture<Written> submitted) {
        try {
            return submitted.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Problem refusal) {
                throw refusal;
            }
            throw e;
        }
    }

    private void write() {
        for (List<Waiting> taken = take(); !taken.isEmpty(); taken = take()) {
            try {
                store(taken);
            } finally {
                done(taken);
            }
        }
    }

    /**
     * What is waiting, one of each key and none that another writer is storing, so that the steps of one response are stored
     * in the order in which they came; waits for the first. Empty when the service stops and nothing is left.
     */
    private List<Waiting> take() {
        lock.lock();
        try {
            while (true) {
                List<Waiting> taken = isDue() ? takeNow() : List.of();
                if (!taken.isEmpty() || (stopping && waiting.isEmpty())) {
                    writing += taken.isEmpty() ? 0 : 1;
                    return taken;
                }
                await();
            }
        } finally {
            lock.unlock();
        }
    }

    private int helpFrom() {
        return Math.max(1, writing * limits.helpFrom());
    }

    /** Whether one writer more should take what is waiting. */
    private boolean isDue() {
        return waiting.size() >= helpFrom() || (!waiting.isEmpty() && (stopping || patienceLeft() <= 0));
    }

    private long patienceLeft() {
        return limits.patience().toNanos()
                - (System.nanoTime() - waiting.element().sinceNanos());
    }

    private void await() {
        if (waiting.isEmpty()) {
            arrived.awaitUninterruptibly();
            return;
        }
        try {
            // At least a moment: what has waited too long may be one that another writer has to finish first.
            arrived.awaitNanos(Math.max(A_MOMENT.toNanos(), patienceLeft()));
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a writer", e);
        }
    }

    private List<Waiting> takeNow() {
        List<Waiting> taken = new ArrayList<>();
        List<Waiting> again = new ArrayList<>();
        while (!waiting.isEmpty() && taken.size() < limits.batch()) {
            Waiting one = waiting.remove();
            (busy.add(one.key()) ? taken : again).add(one);
        }
        // In the order in which they came, before what came later.
        for (int i = again.size() - 1; i >= 0; i--) {
            waiting.addFirst(again.get(i));
        }
        taken.forEach(one -> waitingCharacters -= one.characters());
        return taken;
    }

    private void done(List<Waiting> taken) {
        lock.lock();
        try {
            writing--;
            taken.forEach(one -> busy.remove(one.key()));
            if (!waiting.isEmpty()) {
                arrived.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void store(List<Waiting> taken) {
        List<ResponseBatch.Result> results;
        try {
            results =
                    batch.store(database, taken.stream().map(Waiting::response).toList());
        } catch (RuntimeException | Error failure) {
            if (taken.size() == 1 || Overload.isUnreachable(failure)) {
                fail(taken, failure);
            } else {
                // One of them spoils the statement; alone, each gets what it deserves.
                LOG.warnf(
                        "%d responses could not be stored together (%s); storing them one by one",
                        taken.size(), failure.getMessage());
                taken.forEach(one -> store(List.of(one)));
            }
            return;
        }
        for (int i = 0; i < taken.size(); i++) {
            ResponseBatch.Result result = results.get(i);
            if (result.refusal() == null) {
                taken.get(i).written().complete(result.written());
            } else {
                taken.get(i).written().completeExceptionally(result.refusal());
            }
        }
    }

    private void fail(List<Waiting> taken, Throwable failure) {
        Throwable told = failure;
        if (Overload.isUnreachable(failure)) {
            LOG.errorf("%d responses could not be stored: %s", taken.size(), failure.getMessage());
            told = Overload.unreachable(limits.retryAfter());
        }
        for (Waiting one : taken) {
            one.written().completeExceptionally(told);
        }
    }
}
