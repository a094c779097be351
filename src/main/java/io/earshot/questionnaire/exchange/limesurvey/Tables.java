package io.earshot.questionnaire.exchange.limesurvey;

import io.earshot.problem.Problem;
import io.earshot.questionnaire.exchange.Refused;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A survey structure as it is kept: LimeSurvey's tables with their rows, written as XML. */
record Tables(Map<String, List<Map<String, String>>> tables) {
    private static final String EXPECTED = "a LimeSurvey survey structure (.lss)";
    private static final int MAX_ROWS = 500_000;
    private static final int MAX_DEPTH = 12;

    /** @throws Problem 422 if it is not XML of that kind */
    static Tables read(byte[] file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // A document type could read our files or unfold to gigabytes; no .lss has one.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            return new Tables(document(xml));
        } catch (XMLStreamException e) {
            throw Refused.notOfFormat(
                    EXPECTED,
                    "the body is not XML at line " + e.getLocation().getLineNumber() + ", column "
                            + e.getLocation().getColumnNumber());
        }
    }

    /** The rows of a table; none if the file does not have it. */
    List<Map<String, String>> of(String table) {
        return tables.getOrDefault(table, List.of());
    }

    private static Map<String, List<Map<String, String>>> document(XMLStreamReader xml) throws XMLStreamException {
        Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
        List<String> path = new ArrayList<>();
        Map<String, String> row = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        String kind = "";
        int rows = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                path.add(xml.getLocalName());
                text.setLength(0);
                if (path.size() == 1 && !path.get(0).equals("document")) {
                    throw Refused.notOfFormat(EXPECTED, "the XML begins with " + path.get(0) + " instead of document");
                }
                if (path.size() > MAX_DEPTH) {
                    throw Refused.notOfFormat(EXPECTED, "the XML is nested deeper than any of these");
                }
                if (isRow(path)) {
                    if (++rows > MAX_ROWS) {
                        throw Refused.tooLarge("The structure has more than " + MAX_ROWS + " rows.");
                    }
                    row = new LinkedHashMap<>();
                }
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (path.size() == 2 && path.get(1).equals("LimeSurveyDocType")) {
                    kind = text.toString().strip();
                } else if (path.size() == 5 && path.get(2).equals("rows")) {
                    row.put(path.get(4), text.toString());
                } else if (isRow(path)) {
                    tables.computeIfAbsent(path.get(1), any -> new ArrayList<>())
                            .add(row);
                }
                path.remove(path.size() - 1);
                text.setLength(0);
            }
        }
        if (!kind.equals("Survey")) {
            throw Refused.notOfFormat(
                    EXPECTED,
                    kind.isEmpty()
                            ? "the XML does not say that it is LimeSurvey's"
                            : "it holds a LimeSurvey " + kind + "; export the whole survey's structure instead");
        }
        return tables;
    }

    private static boolean isRow(List<String> path) {
        return path.size() == 4 && path.get(2).equals("rows") && path.get(3).equals("row");
    }
}
