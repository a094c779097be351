package io.earshot.bench;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Missing;
import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import io.earshot.questionnaire.Variable.CodedValue;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Invented answers, the same for the same seed.
 *
 * @param items   25 five-point items of five scales, one answer in fifty missing
 * @param banners 10 columns of two to six categories, none missing
 * @param outcome 0 to 10, as the first ten items make it
 */
record Survey(List<CodedColumn> items, List<CodedColumn> banners, CodedColumn outcome) {
    private static final int[] CATEGORIES = {2, 5, 4, 6, 3, 5, 5, 4, 3, 6};
    private static final int ITEMS = 25;
    private static final int SCALES = 5;

    static Survey of(int respondents, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<CodedColumn.Builder> items =
                builders("item", IntStream.generate(() -> 5).limit(ITEMS), 1);
        List<CodedColumn.Builder> banners = builders("banner", IntStream.of(CATEGORIES), 1);
        List<CodedColumn.Builder> outcome = builders("outcome", IntStream.of(11), 0);
        double[] traits = new double[SCALES];
        for (int respondent = 0; respondent < respondents; respondent++) {
            for (int scale = 0; scale < SCALES; scale++) {
                traits[scale] = random.nextGaussian();
            }
            double liking = 5;
            for (int item = 0; item < ITEMS; item++) {
                double leaning = 0.6 * traits[item % SCALES] + 0.8 * random.nextGaussian();
                int answer = (int) Math.max(1, Math.min(5, Math.round(3.3 + 1.1 * leaning)));
                liking += item < 10 ? (answer - 3) * (0.1 + 0.05 * item) : 0;
                answer(items.get(item), random.nextInt(50) == 0 ? "" : Integer.toString(answer));
            }
            for (int banner = 0; banner < CATEGORIES.length; banner++) {
                double place = (random.nextDouble() + 0.02 * traits[banner % SCALES]) * CATEGORIES[banner];
                int category = (int) Math.max(0, Math.min(CATEGORIES[banner] - 1, place));
                answer(banners.get(banner), Integer.toString(category + 1));
            }
            long score = Math.max(0, Math.min(10, Math.round(liking + 1.5 * random.nextGaussian())));
            answer(outcome.get(0), Long.toString(score));
        }
        return new Survey(built(items), built(banners), outcome.get(0).build());
    }

    private static List<CodedColumn> built(List<CodedColumn.Builder> builders) {
        return builders.stream().map(CodedColumn.Builder::build).toList();
    }

    private static void answer(CodedColumn.Builder column, String code) {
        if (code.isEmpty()) {
            column.addMissing(Missing.NO_ANSWER);
        } else {
            column.add(code);
        }
    }

    private static List<CodedColumn.Builder> builders(String name, IntStream sizes, int first) {
        List<CodedColumn.Builder> builders = new ArrayList<>();
        sizes.forEach(size -> {
            String variable = name + (builders.size() + 1);
            List<CodedValue> values = IntStream.range(first, first + size)
                    .mapToObj(code -> new CodedValue(Integer.toString(code), Text.of(Integer.toString(code))))
                    .toList();
            builders.add(CodedColumn.builder(Variable.of(variable, variable, Text.of(variable), Measure.ORDINAL)
                    .coded(values)));
        });
        return builders;
    }

    int answers() {
        return items.size() * outcome.rows();
    }

    /** Items, banners, outcome: a byte an answer, -1 where missing, column after column. */
    void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (CodedColumn column : Stream.of(items, banners, List.of(outcome))
                    .flatMap(List::stream)
                    .toList()) {
                for (int row = 0; row < column.rows(); row++) {
                    out.write(column.isMissing(row) ? -1 : (int) column.score(row));
                }
            }
        }
    }
}
