package io.earshot.questionnaire.exchange.xlsform;

import io.earshot.questionnaire.exchange.Imported;
import io.earshot.questionnaire.exchange.Importer;
import jakarta.inject.Singleton;

/**
 * XLSForm workbooks, {@code .xlsx} and the old {@code .xls}.
 *
 * @see <a href="https://xlsform.org/en/ref-table/">XLSForm's reference table</a>
 */
@Singleton
public final class XlsFormImporter implements Importer {
    @Override
    public String format() {
        return "xlsform";
    }

    @Override
    public Imported read(byte[] file) {
        return FormReader.read(XlsForm.of(SheetReader.read(file)));
    }
}
