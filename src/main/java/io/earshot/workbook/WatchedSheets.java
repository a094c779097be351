package io.earshot.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.DoubleConsumer;
import org.apache.poi.ooxml.POIXMLDocumentPart;
import org.apache.poi.ooxml.POIXMLRelation;
import org.apache.poi.xssf.usermodel.XSSFFactory;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Makes sheets that can be let go of, and are counted, while POI turns them into XML, which it does with all of them in one go. */
final class WatchedSheets extends XSSFFactory {
    private final DoubleConsumer turned;
    private int count;

    /** @param turned told the part of the sheets that is XML by now, from 0 to 1 */
    WatchedSheets(DoubleConsumer turned) {
        this.turned = turned;
    }

    @Override
    public POIXMLDocumentPart newDocumentPart(POIXMLRelation descriptor) {
        return descriptor == XSSFRelation.WORKSHEET ? new WatchedSheet() : super.newDocumentPart(descriptor);
    }

    private final class WatchedSheet extends XSSFSheet {
        @Override
        protected void write(OutputStream out) throws IOException {
            super.write(new WatchedOutput(out));
            turned.accept((double) ++count / getWorkbook().getNumberOfSheets());
        }
    }
}
