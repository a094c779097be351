package io.earshot.response;

import io.earshot.problem.Fault;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a file's rows.
 *
 * @param accepted   rows that are stored
 * @param repeated   of these, rows that were there already and were left as they are
 * @param rejected   rows that are in quarantine
 * @param errorCount what is wrong with these, in all
 * @param errors     the first 1,000 of them
 */
public record ImportResult(long accepted, long repeated, long rejected, long errorCount, List<Error> errors) {
    public ImportResult {
        errors = List.copyOf(errors);
    }

    /** @param row the line of the file on which the row begins; the header's is 1 */
    public record Error(long row, String pointer, String code, String detail) {}

    /** Counts while rows come in. */
    static final class Tally {
        private static final int MOST_ERRORS = 1000;

        private final List<Error> errors = new ArrayList<>();
        private long accepted;
        private long repeated;
        private long rejected;
        private long errorCount;

        void accepted(int rows, int ofThemRepeated) {
            accepted += rows;
            repeated += ofThemRepeated;
        }

        /** Rows so far. */
        long read() {
            return accepted + rejected;
        }

        long rejected() {
            return rejected;
        }

        void rejected(long line, List<Fault> faults) {
            rejected++;
            errorCount += faults.size();
            for (Fault fault : faults) {
                if (errors.size() < MOST_ERRORS) {
                    errors.add(new Error(line, fault.pointer(), fault.code(), fault.detail()));
                }
            }
        }

        ImportResult result() {
            return new ImportResult(accepted, repeated, rejected, errorCount, errors);
        }
    }
}
