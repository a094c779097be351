package io.earshot.statistics.regression;

/** Σ log P(Y = y) with P(Y = a) in proportion to exp(x'b_a), b of the first category 0; parameters category by category. */
record MultinomialLikelihood(ChoiceFrame frame) implements Likelihood {
    int size() {
        return (frame.codes().size() - 1) * frame.terms().size();
    }

    @Override
    public Point at(double[] parameters) {
        int terms = frame.terms().size();
        int others = frame.codes().size() - 1;
        double value = 0;
        double[] gradient = new double[size()];
        double[][] information = new double[size()][size()];
        double[] odds = new double[others];
        for (int row = 0; row < frame.choice().length; row++) {
            double[] x = frame.rows()[row];
            double largest = 0;
            for (int a = 0; a < others; a++) {
                odds[a] = effect(x, parameters, a);
                largest = Math.max(largest, odds[a]);
            }
            int choice = frame.choice()[row];
            double chosen = choice == 0 ? 0 : odds[choice - 1];
            double sum = Math.exp(-largest);
            for (int a = 0; a < others; a++) {
                odds[a] = Math.exp(odds[a] - largest);
                sum += odds[a];
            }
            value += chosen - largest - Math.log(sum);
            for (int a = 0; a < others; a++) {
                double p = odds[a] / sum;
                double error = (choice == a + 1 ? 1 : 0) - p;
                for (int j = 0; j < terms; j++) {
                    gradient[a * terms + j] += error * x[j];
                }
                for (int b = 0; b <= a; b++) {
                    double weight = p * ((a == b ? 1 : 0) - odds[b] / sum);
                    for (int j = 0; j < terms; j++) {
                        for (int k = 0; k < terms; k++) {
                            information[a * terms + j][b * terms + k] += weight * x[j] * x[k];
                        }
                    }
                }
            }
        }
        BinaryLikelihood.mirror(information);
        return new Point(value, gradient, information);
    }

    private static double effect(double[] x, double[] parameters, int category) {
        double effect = 0;
        for (int j = 0; j < x.length; j++) {
            effect += x[j] * parameters[category * x.length + j];
        }
        return effect;
    }

    @Override
    public double reach(double[] step) {
        double reach = 0;
        for (double[] x : frame.rows()) {
            for (int a = 0; a < frame.codes().size() - 1; a++) {
                reach = Math.max(reach, Math.abs(effect(x, step, a)));
            }
        }
        return reach;
    }
}
