package io.earshot.bench.service;

import java.util.Arrays;

/** Runs one of the benches of the packaged service by its name; {@code docs/performance.md} says what each measures. */
final class ServiceBench {
    private ServiceBench() {}

    /** @param arguments the bench's name, then its own arguments */
    public static void main(String[] arguments) throws Exception {
        String[] own = Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (arguments[0]) {
            case "intake" -> IntakeBench.main(own);
            case "exactly-once" -> ExactlyOnce.main(own);
            case "quotas" -> QuotaProof.main(own);
            case "check" -> CheckBench.main(own);
            case "export" -> ExportBench.main(own);
            case "import" -> ImportBench.main(own);
            default ->
                throw new IllegalArgumentException("there is no bench " + arguments[0]
                        + "; there are: intake, exactly-once, quotas, check, export, import");
        }
    }
}
