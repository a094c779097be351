package io.earshot.bench.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** What processes have taken of the processors, as Linux counts it. */
public final class ProcessTime {
    // Linux tells user space hundredths of a second, whatever it counts itself.
    private static final double TICKS = 100;
    // Of what follows the name in brackets: user and system time; those of children that have ended.
    private static final int OWN = 11;
    private static final int OF_CHILDREN = 13;

    private ProcessTime() {}

    /** Seconds of one process. */
    public static double of(long pid) {
        return stat(pid).map(fields -> sum(fields, OWN)).orElse(0.0);
    }

    /** Seconds of a process, its children and those of its children that have ended. */
    public static double withChildren(long pid) {
        double own = stat(pid)
                .map(fields -> sum(fields, OWN) + sum(fields, OF_CHILDREN))
                .orElse(0.0);
        return own
                + ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::children)
                        .mapToDouble(child -> of(child.pid()))
                        .sum();
    }

    private static double sum(String[] fields, int from) {
        return (Long.parseLong(fields[from]) + Long.parseLong(fields[from + 1])) / TICKS;
    }

    private static Optional<String[]> stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return Optional.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
