package io.earshot.workbook;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.dataset.DateColumn;
import io.earshot.dataset.Extract;
import io.earshot.dataset.MultipleColumn;
import io.earshot.dataset.NumberColumn;
import io.earshot.dataset.TextColumn;
import io.earshot.dataset.TimeColumn;
import io.earshot.finding.Subject;
import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Variable;
import io.earshot.questionnaire.exchange.Wording;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A codebook of the CSV file of codes: every column in its order, with its wording and what its codes mean.
 *
 * @see <a href="https://ddialliance.org/Specification/DDI-Codebook/2.5/">DDI-Codebook 2.5</a>
 */
final class DdiFile implements Column.Cases<List<DdiFile.Described>> {
    private static final String NAMESPACE = "ddi:codebook:2_5";
    private static final String WEIGHT = "weight";

    private final SpssVariables.Wording wording;
    private String called = "";

    private DdiFile(SpssVariables.Wording wording) {
        this.wording = wording;
    }

    /** A column of the file. @param categories code to label, in order; empty if it has none */
    record Described(
            String name, String label, String type, String interval, String nature, Map<String, String> categories) {}

    static void write(Extract extract, SpssVariables.Wording wording, String title, String language, OutputStream out)
            throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        List<Described> columns = columns(extract, wording);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement(NAMESPACE, "codeBook");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("version", "2.5");
        xml.writeAttribute(XMLConstants.XML_NS_PREFIX, XMLConstants.XML_NS_URI, "lang", language);
        open(xml, "stdyDscr", "citation", "titlStmt");
        element(xml, "titl", title);
        close(xml, 3);
        xml.writeStartElement(NAMESPACE, "fileDscr");
        xml.writeAttribute("ID", "F1");
        open(xml, "fileTxt");
        element(xml, "fileName", "data.csv");
        open(xml, "dimensns");
        element(xml, "caseQnty", Integer.toString(extract.rows()));
        element(xml, "varQnty", Integer.toString(columns.size()));
        close(xml, 1);
        element(xml, "fileType", "CSV (RFC 4180, UTF-8); an empty cell is missing");
        close(xml, 2);
        open(xml, "dataDscr");
        for (int i = 0; i < columns.size(); i++) {
            variable(xml, columns.get(i), i + 1);
        }
        close(xml, 2);
        xml.writeEndDocument();
        xml.close();
    }

    private static List<Described> columns(Extract extract, SpssVariables.Wording wording) {
        DdiFile file = new DdiFile(wording);
        Set<String> taken = new HashSet<>();
        extract.answers().columns().forEach(column -> taken.add(column.name()));
        List<Described> all = new ArrayList<>();
        extract.identity().forEach(column -> all.addAll(file.beside(taken, column)));
        extract.answers().columns().forEach(column -> all.addAll(file.named(column.name(), column)));
        extract.attributes().forEach(column -> all.addAll(file.beside(taken, column)));
        return all;
    }

    /** As in the CSV file: a field gives way to a variable of its name. */
    private List<Described> beside(Set<String> taken, Column column) {
        return named(taken.contains(column.name()) ? "response." + column.name() : column.name(), column);
    }

    private List<Described> named(String name, Column column) {
        called = name;
        return column.cases(this);
    }

    @Override
    public List<Described> coded(CodedColumn column) {
        Subject subject = wording.of(column.variable());
        Map<String, String> categories = new LinkedHashMap<>();
        column.codes().forEach(code -> categories.put(code, subject.label(code)));
        boolean numbers = column.codes().stream().allMatch(code -> code.matches("-?\\d+"));
        String nature = column.variable().measure() == Measure.ORDINAL ? "ordinal" : "nominal";
        return List.of(new Described(
                called, subject.label(), numbers ? "numeric" : "character", "discrete", nature, categories));
    }

    @Override
    public List<Described> multiple(MultipleColumn column) {
        Subject subject = wording.of(column.variable());
        return column.codes().stream()
                .map(code -> new Described(
                        called + "." + code,
                        subject.label(code) + " – " + subject.label(),
                        "numeric",
                        "discrete",
                        "nominal",
                        Map.of()))
                .toList();
    }

    @Override
    public List<Described> number(NumberColumn column) {
        boolean timeOfDay = column.variable().format() == Variable.Format.TIME;
        return one(column, timeOfDay ? "character" : "numeric", "contin", timeOfDay ? "interval" : "ratio");
    }

    @Override
    public List<Described> text(TextColumn column) {
        return one(column, "character", "discrete", "other");
    }

    @Override
    public List<Described> date(DateColumn column) {
        return one(column, "character", "contin", "interval");
    }

    @Override
    public List<Described> time(TimeColumn column) {
        return one(column, "character", "contin", "interval");
    }

    private List<Described> one(Column column, String type, String interval, String nature) {
        String label = wording.of(column.variable()).label();
        return List.of(new Described(called, label, type, interval, nature, Map.of()));
    }

    private static void variable(XMLStreamWriter xml, Described column, int number) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, "var");
        // A number, since names may hold what an ID may not.
        xml.writeAttribute("ID", "V" + number);
        xml.writeAttribute("name", column.name());
        xml.writeAttribute("files", "F1");
        xml.writeAttribute("intrvl", column.interval());
        xml.writeAttribute("nature", column.nature());
        if (column.name().equals(WEIGHT)) {
            xml.writeAttribute("wgt", "wgt");
        }
        element(xml, "labl", column.label());
        for (Map.Entry<String, String> category : column.categories().entrySet()) {
            open(xml, "catgry");
            element(xml, "catValu", category.getKey());
            element(xml, "labl", category.getValue());
            close(xml, 1);
        }
        xml.writeEmptyElement(NAMESPACE, "varFormat");
        xml.writeAttribute("type", column.type());
        close(xml, 1);
    }

    private static void open(XMLStreamWriter xml, String... names) throws XMLStreamException {
        for (String name : names) {
            xml.writeStartElement(NAMESPACE, name);
        }
    }

    private static void close(XMLStreamWriter xml, int elements) throws XMLStreamException {
        for (int i = 0; i < elements; i++) {
            xml.writeEndElement();
        }
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        open(xml, name);
        xml.writeCharacters(Wording.withoutIllegal(text));
        close(xml, 1);
    }
}
