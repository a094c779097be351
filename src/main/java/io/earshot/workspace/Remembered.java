package io.earshot.workspace;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What was found in the database lately, for what every call asks. It is taken to be as it was for {@link #LASTS}, so another
 * node's change takes effect within that time. What is asked for again is looked up anew in the background before the time is
 * over: if it merely ended, all calls of that moment would wait for the database together, which at 8,000 a second
 * held up every hundredth call for more than 50 ms.
 *
 * <p>Safe for use by many threads.
 */
public final class Remembered<K, V> {
    public static final Duration LASTS = Duration.ofSeconds(5);

    private static final Duration RENEWED_FROM = Duration.ofSeconds(2);
    private static final int MOST = 10_000;

    private final LoadingCache<K, V> found;

    /** @param look asks the database; empty if there is nothing, which is not remembered */
    public Remembered(Function<K, Optional<V>> look) {
        this(look, Ticker.systemTicker(), Infrastructure.getDefaultWorkerPool());
    }

    /** @param renewing where values are looked up anew */
    @SuppressWarnings("NullAway") // A loader answers null for nothing, and its annotations don't tell.
    Remembered(Function<K, Optional<V>> look, Ticker ticker, Executor renewing) {
        found = Caffeine.newBuilder()
                .expireAfterWrite(LASTS)
                .refreshAfterWrite(RENEWED_FROM)
                .maximumSize(MOST)
                .ticker(ticker)
                .executor(renewing)
                .build(key -> look.apply(key).orElse(null));
    }

    /** Asks the database if it must; empty if there is nothing. */
    public Optional<V> find(K key) {
        return Optional.ofNullable(found.get(key));
    }

    /** What {@link #find} answers if it need not ask the database for it; empty if it must. */
    public Optional<V> ifKnown(K key) {
        return Optional.ofNullable(found.getIfPresent(key));
    }

    /** So that what was changed on this node takes effect at once. */
    public void forget() {
        found.invalidateAll();
    }
}
