package io.earshot.response;

import io.earshot.problem.Problem;
import io.earshot.workspace.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
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
 * Lets responses that come in at the same time share a commit: a few writers each take what is waiting, store it by one
 * statement, and only then tell the clients. A commit costs a wait for the disk, so that under load the wait is shared, and
 * a response that comes alone waits for nobody. What waits is bounded; beyond it a client is told to come again.
 */
@Singleton
class GroupCommit {
    private static final Logger LOG = Logger.getLogger(GroupCommit.class);

    private final Database database;
    private final ResponseBatch batch;
    private final IntakeLimits limits;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long waitingCharacters;
    /** Of what a writer is storing, and of what it has just taken. */
    private final Set<Key> busy = new HashSet<>();

    private boolean stopping;
    private final List<Thread> writers = new ArrayList<>();

    GroupCommit(Database database, ResponseBatch batch, IntakeLimits limits) {
        this.database = database;
        this.batch = batch;
        this.limits = limits;
    }

    private record Waiting(ValidResponse response, int characters, CompletableFuture<Written> written) {
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
        Waiting one = new Waiting(response, response.characters(), new CompletableFuture<>());
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
            arrived.signal();
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
                List<Waiting> taken = takeNow();
                if (!taken.isEmpty() || (stopping && waiting.isEmpty())) {
                    return taken;
                }
                arrived.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
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
        if (waiting.size() > again.size()) {
            arrived.signal();
        }
        return taken;
    }

    private void done(List<Waiting> taken) {
        lock.lock();
        try {
            taken.forEach(one -> busy.remove(one.key()));
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void store(List<Waiting> taken) {
        List<ResponseBatch.Result> results;
        try {
            results = database.inTransaction(connection -> batch.store(
                    connection, taken.stream().map(Waiting::response).toList()));
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
