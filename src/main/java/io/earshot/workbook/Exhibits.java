package io.earshot.workbook;

import io.earshot.finding.Results;
import java.util.ArrayList;
import java.util.List;

/** The modules' exhibits, in the order in which they are read. */
final class Exhibits {
    private Exhibits() {}

    static List<Exhibit> of(Results results, Words words) {
        List<Exhibit> exhibits = new ArrayList<>();
        new ExperienceExhibits(results, words).addTo(exhibits);
        new MarketExhibits(results, words).addTo(exhibits);
        new FactorExhibits(results, words).addTo(exhibits);
        new FieldworkExhibits(results, words).addTo(exhibits);
        return exhibits;
    }
}
