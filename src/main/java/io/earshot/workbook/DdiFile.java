package io.earshot.workbook;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.dataset.DateColumn;
import io.earshot.dataset.Extract;
import io.earshot.dataset.MultipleColumn;
import io.earshot.dataset.NumberColumn;
import io.earshot.dataset.TextColumn;
import io.earshot.dataset.TimeColumn;
import io.earshot.finding.CodebookEntry;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Map<String, CodebookEntry> entries;
    private final ColumnWords words;
    private String called = "";
    private boolean beside;

    private DdiFile(SpssVariables.Wording wording, List<CodebookEntry> codebook) {
        Words own = new Words(wording.language());
        this.wording = wording;
        this.entries = codebook.stream()
                .collect(Collectors.toMap(entry -> entry.subject().variable(), entry -> entry, (one, other) -> one));
        this.words = new ColumnWords(new FilterWords(codebook, own), own);
    }

    /**
     * A column of the file.
     *
     * @param unit       what a number counts; empty if nothing
     * @param universe   who was asked; empty for what nobody is asked
     * @param categories code to label, in order; empty if it has none
     */
    record Described(
            String name,
            String label,
            String type,
            String interval,
            String nature,
            String unit,
            String universe,
            Map<String, String> categories) {}

    static void write(
            Extract extract,
            SpssVariables.Wording wording,
            List<CodebookEntry> codebook,
            String title,
            String language,
            OutputStream out)
            throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        List<Described> columns = columns(extract, wording, codebook);
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

    private static List<Described> columns(
            Extract extract, SpssVariables.Wording wording, List<CodebookEntry> codebook) {
        DdiFile file = new DdiFile(wording, codebook);
        Set<String> taken = new HashSet<>();
        extract.answers().columns().forEach(column -> taken.add(column.name()));
        List<Described> all = new ArrayList<>();
        file.beside = true;
        extract.identity().forEach(column -> all.addAll(file.beside(taken, column)));
        file.beside = false;
        extract.answers().columns().forEach(column -> all.addAll(file.named(column.name(), column)));
        file.beside = true;
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
        return List.of(
                described(called, subject.label(), numbers ? "numeric" : "character", "discrete", nature, categories));
    }

    @Override
    public List<Described> multiple(MultipleColumn column) {
        Subject subject = wording.of(column.variable());
        return column.codes().stream()
                .map(code -> described(
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
        String label =
                beside ? wording.beside(column) : wording.of(column.variable()).label();
        Map<String, String> values = new LinkedHashMap<>();
        Optional.ofNullable(entries.get(called))
                .ifPresent(entry -> entry.subject().codes().forEach(code -> values.put(code.code(), code.label())));
        return List.of(described(called, label, type, interval, nature, values));
    }

    private Described described(
            String name, String label, String type, String interval, String nature, Map<String, String> categories) {
        Optional<CodebookEntry> entry = Optional.ofNullable(entries.get(called));
        return new Described(
                name,
                label,
                type,
                interval,
                nature,
                entry.map(CodebookEntry::unit).orElse(""),
                entry.flatMap(words::asked).orElse(""),
                categories);
    }

    private static void variable(XMLStreamWriter xml, Described column, int number) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, "var");
        // A number, since names may hold what an ID may not.
        xml.writeAttribute("ID", "V" + number);
        xml.writeAttribute("name", column.name());
        xml.writeAttribute("files", "F1");
        xml.writeAttribute("intrvl", column.interval());
        xml.writeAttribute("nature", column.nature());
        if (!column.unit().isEmpty()) {
            xml.writeAttribute("measUnit", column.unit());
        }
        if (column.name().equals(WEIGHT)) {
            xml.writeAttribute("wgt", "wgt");
        }
        element(xml, "labl", column.label());
        if (!column.universe().isEmpty()) {
            element(xml, "universe", column.universe());
        }
        for (Map.Entry<String, String> category : column.categories().entrySet()) {
            open(xml, "catgry");
            element(xml, "catValu", category.getKey());
            if (!category.getValue().isEmpty()) {
                element(xml, "labl", category.getValue());
            }
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
