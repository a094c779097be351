package io.earshot.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The tasks on two cores in a heap of 20 bytes per answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx500m", "-XX:ActiveProcessorCount=2"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StatisticsBench {
    static final int RESPONDENTS = 1_000_000;
    static final long SEED = 20_240_229;

    // JMH sets the task, and calls invent() before anything is timed.
    @Param
    @SuppressWarnings("NullAway.Init")
    public Task task;

    @SuppressWarnings("NullAway.Init")
    private Survey survey;

    @Setup(Level.Trial)
    public void invent() {
        survey = Survey.of(RESPONDENTS, SEED);
    }

    @Benchmark
    public double run() {
        return task.run(survey);
    }
}
