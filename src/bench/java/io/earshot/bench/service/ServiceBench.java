package io.earshot.bench.service;

import io.earshot.dataset.ColumnsBench;
import io.earshot.workbook.SheetBench;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs one of the benches of the packaged service by its name; {@code docs/performance.md} says what each measures. */
final class ServiceBench {
    private static final Map<String, Run> BENCHES = new LinkedHashMap<>();

    static {
        BENCHES.put("intake", IntakeBench::main);
        BENCHES.put("exactly-once", ExactlyOnce::main);
        BENCHES.put("quotas", QuotaProof::main);
        BENCHES.put("check", CheckBench::main);
        BENCHES.put("export", ExportBench::main);
        BENCHES.put("xlsx", XlsxBench::main);
        BENCHES.put("import", ImportBench::main);
        BENCHES.put("report-crash", ReportCrash::main);
        BENCHES.put("report-cancel", ReportCancel::main);
        BENCHES.put("download-cancel", DownloadCancel::main);
        BENCHES.put("report", ReportBench::main);
        BENCHES.put("report-large", ReportBench::large);
        BENCHES.put("open", OpenBench::main);
        BENCHES.put("columns", ColumnsBench::main);
        BENCHES.put("sheet", SheetBench::main);
        BENCHES.put("small", ServiceBench::small);
    }

    private ServiceBench() {}

    private interface Run {
        void with(String[] arguments) throws Exception;
    }

    /** @param arguments the bench's name, then its own arguments */
    public static void main(String[] arguments) throws Exception {
        Run bench = BENCHES.get(arguments[0]);
        if (bench == null) {
            throw new IllegalArgumentException(
                    "there is no bench " + arguments[0] + "; there are: " + String.join(", ", BENCHES.keySet()));
        }
        bench.with(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    /** The proofs and a glance at the speed, each as small as it can be and still mean something; for every build. */
    private static void small(String[] arguments) throws Exception {
        ExactlyOnce.main(new String[] {"4000", "50"});
        QuotaProof.main(new String[] {"3"});
        ReportCrash.main(new String[] {"40000", "2"});
        IntakeBench.main(new String[] {"2"});
        ExportBench.main(new String[] {"20000"});
        ImportBench.main(new String[] {"20000"});
        ReportBench.main(new String[] {"20000"});
    }
}
