package io.earshot.questionnaire.exchange.limesurvey;

import io.earshot.questionnaire.exchange.Imported;
import io.earshot.questionnaire.exchange.Importer;
import jakarta.inject.Singleton;

/** LimeSurvey survey structures, from version 1.9 (texts in every row) to 6 (texts in tables of their own). */
@Singleton
public final class LimeSurveyImporter implements Importer {
    @Override
    public String format() {
        return "limesurvey";
    }

    @Override
    public Imported read(byte[] file) {
        return SurveyReader.read(Structure.of(Tables.read(file)));
    }
}
