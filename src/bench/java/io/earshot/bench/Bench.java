package io.earshot.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Times the tasks here and in R, on the same answers, and prints both side by side. */
final class Bench {
    private Bench() {}

    /** What R says of a task. */
    private record InR(double seconds, double number) {}

    /** @param arguments where the R script lies */
    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        Map<Task, RunResult> here = new EnumMap<>(Task.class);
        var options = new OptionsBuilder()
                .include(StatisticsBench.class.getName())
                .addProfiler(GCProfiler.class)
                .build();
        for (RunResult result : new Runner(options).run()) {
            here.put(Task.valueOf(result.getParams().getParam("task")), result);
        }
        long before = used();
        Survey survey = Survey.of(StatisticsBench.RESPONDENTS, StatisticsBench.SEED);
        double stored = (double) (used() - before) / survey.answers();
        Map<Task, InR> inR = inR(survey, arguments[0]);
        PrintStream out = System.out;
        out.printf(
                "%,d respondents, %d items; columns take %.2f bytes per answer of an item, banners and outcome with them%n",
                StatisticsBench.RESPONDENTS, survey.items().size(), stored);
        out.printf(
                "%-17s %8s %8s %8s %8s %7s %12s %10s%n",
                "task", "limit s", "median s", "mean s", "R s", "R/ours", "bytes/answer", "agrees to");
        for (Map.Entry<Task, RunResult> entry : here.entrySet()) {
            Task task = entry.getKey();
            var result = entry.getValue().getPrimaryResult();
            double median = result.getStatistics().getPercentile(50);
            double allocated = allocated(entry.getValue()) / survey.answers();
            InR other = inR.getOrDefault(task, new InR(Double.NaN, Double.NaN));
            double apart = Math.abs(task.run(survey) / other.number - 1);
            out.printf(
                    Locale.ROOT,
                    "%-17s %8.2f %8.3f %8.3f %8.2f %7.1f %12.2f %10.1e%n",
                    task,
                    task.limit,
                    median,
                    result.getScore(),
                    other.seconds,
                    other.seconds / median,
                    stored + allocated,
                    apart);
        }
        out.println("bytes/answer: columns and all that the task allocates, freed on the way or not");
    }

    private static double allocated(RunResult result) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                .mapToDouble(entry -> entry.getValue().getScore())
                .findFirst()
                .orElse(Double.NaN);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Empty where there is no Rscript. */
    private static Map<Task, InR> inR(Survey survey, String script) throws IOException, InterruptedException {
        Map<Task, InR> results = new EnumMap<>(Task.class);
        Path answers = Files.createTempFile("answers", ".bin");
        try {
            survey.write(answers);
            Process process = new ProcessBuilder(
                            "Rscript", script, answers.toString(), Integer.toString(StatisticsBench.RESPONDENTS))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            for (String line : process.inputReader().lines().toList()) {
                String[] fields = line.split(" ", -1);
                results.put(
                        Task.valueOf(fields[0]), new InR(Double.parseDouble(fields[1]), Double.parseDouble(fields[2])));
            }
            if (process.waitFor() != 0) {
                System.err.println("R ended with " + process.exitValue() + "; some of its times are missing");
            }
        } finally {
            Files.delete(answers);
        }
        return results;
    }
}
