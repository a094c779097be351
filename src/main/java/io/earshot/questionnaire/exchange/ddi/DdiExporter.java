package io.earshot.questionnaire.exchange.ddi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Exporter;
import io.earshot.questionnaire.exchange.InWords;
import io.earshot.questionnaire.exchange.Refused;
import io.earshot.questionnaire.exchange.Wording;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * DDI-Codebook 2.5: the study, the data file and every variable with its question, categories, range and universe.
 *
 * @see <a href="https://ddialliance.org/Specification/DDI-Codebook/2.5/">DDI-Codebook 2.5</a>
 */
@Singleton
final class DdiExporter implements Exporter {
    private static final String NAMESPACE = "ddi:codebook:2_5";
    private static final Map<String, String> NATURE = Map.of(
            "nominal", "nominal", "ordinal", "ordinal", "scale", "ratio", "date", "interval", "time", "interval");

    @Override
    public String format() {
        return "ddi";
    }

    @Override
    public String mediaType() {
        return "application/xml";
    }

    @Override
    public String extension() {
        return "xml";
    }

    @Override
    public byte[] write(ObjectNode content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            new Codebook(xml, content).write();
            xml.close();
        } catch (XMLStreamException e) {
            throw Refused.notWritable("The questionnaire can't be written as XML: " + e.getMessage());
        }
        return out.toByteArray();
    }

    private static final class Codebook {
        private final XMLStreamWriter xml;
        private final ObjectNode content;
        private final String language;
        private final InWords words;
        private final Map<JsonNode, List<JsonNode>> conditions = new java.util.IdentityHashMap<>();
        private final Map<JsonNode, String> pages = new java.util.IdentityHashMap<>();

        Codebook(XMLStreamWriter xml, ObjectNode content) {
            this.xml = xml;
            this.content = content;
            this.language = content.path("defaultLanguage").asText("en");
            this.words = new InWords(content, language, name -> name);
            for (JsonNode page : content.path("pages")) {
                for (JsonNode element : page.path("elements")) {
                    List<JsonNode> all = new ArrayList<>();
                    for (JsonNode owner : List.of(page, element)) {
                        if (owner.has("visibleIf")) {
                            all.add(owner.path("visibleIf"));
                        }
                    }
                    conditions.put(element, all);
                    pages.put(element, page.path("name").asText());
                }
            }
        }

        void write() throws XMLStreamException {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setDefaultNamespace(NAMESPACE);
            xml.writeStartElement(NAMESPACE, "codeBook");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("version", "2.5");
            xml.writeAttribute(
                    javax.xml.XMLConstants.XML_NS_PREFIX, javax.xml.XMLConstants.XML_NS_URI, "lang", language);
            study();
            open("fileDscr", "ID", "F1");
            open("fileTxt");
            texts("fileName", content.path("title"));
            xml.writeEndElement();
            xml.writeEndElement();
            open("dataDscr");
            Map<String, Integer> ids = new HashMap<>();
            for (DdiVariable variable : DdiVariable.of(content)) {
                // An ID is an XML name, and unique; a variable's name may have dots and differ in case only.
                String id = "V_" + variable.name().replaceAll("[^A-Za-z0-9_.-]", "_");
                int times = ids.merge(id, 1, Integer::sum);
                variable(variable, times == 1 ? id : id + "." + times);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
        }

        private void study() throws XMLStreamException {
            open("stdyDscr");
            open("citation");
            open("titlStmt");
            title();
            xml.writeEndElement();
            xml.writeEndElement();
            if (content.has("source")) {
                open("stdyInfo");
                open("notes", "type", "source");
                text(content.path("source").asText());
                xml.writeEndElement();
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }

        /** One title; the others are parallel titles. */
        private void title() throws XMLStreamException {
            JsonNode title = content.path("title");
            element("titl", InWords.shown(title, language, language), language);
            for (Map.Entry<String, JsonNode> one : title.properties()) {
                if (!one.getKey().equals(language)) {
                    element("parTitl", one.getValue().asText(), one.getKey());
                }
            }
            element("IDNo", content.path("name").asText(), "");
        }

        private void variable(DdiVariable variable, String id) throws XMLStreamException {
            xml.writeStartElement(NAMESPACE, "var");
            xml.writeAttribute("ID", id);
            xml.writeAttribute("name", variable.name());
            xml.writeAttribute("files", "F1");
            boolean words = variable.measure().equals("text");
            xml.writeAttribute("intrvl", variable.measure().equals("scale") ? "contin" : "discrete");
            if (NATURE.containsKey(variable.measure())) {
                xml.writeAttribute("nature", NATURE.get(variable.measure()));
            }
            String unit = variable.element().path("unit").asText("");
            if (!unit.isEmpty()) {
                xml.writeAttribute("measUnit", unit);
            }
            texts("labl", variable.label());
            question(variable);
            range(variable);
            universe(variable);
            for (Map.Entry<String, JsonNode> code : variable.codes()) {
                category(code);
            }
            derivation(variable);
            xml.writeStartElement(NAMESPACE, "varFormat");
            boolean coded = !variable.codes().isEmpty()
                    && !variable.codes().stream().allMatch(code -> code.getKey().matches("-?\\d+"));
            boolean character = words || coded || Set.of("date", "time").contains(variable.measure());
            xml.writeAttribute("type", character ? "character" : "numeric");
            if (Set.of("date", "time").contains(variable.measure())) {
                xml.writeAttribute("category", variable.measure());
            }
            xml.writeEndElement();
            open("notes", "type", "question type");
            text(variable.element().path("type").asText(variable.source()));
            xml.writeEndElement();
            xml.writeEndElement();
        }

        private void question(DdiVariable variable) throws XMLStreamException {
            if (variable.question().isMissingNode()) {
                return;
            }
            open("qstn", "responseDomainType", domain(variable));
            texts("qstnLit", variable.question());
            texts("postQTxt", variable.element().path("description"));
            xml.writeEndElement();
        }

        private static String domain(DdiVariable variable) {
            if (variable.source().equals("option")) {
                return "multiple";
            }
            return switch (variable.measure()) {
                case "text" -> "text";
                case "scale" -> "numeric";
                case "date", "time" -> "datetime";
                default -> variable.codes().isEmpty() ? "numeric" : "code";
            };
        }

        private void range(DdiVariable variable) throws XMLStreamException {
            if (variable.min() == null && variable.max() == null) {
                return;
            }
            open("valrng");
            xml.writeStartElement(NAMESPACE, "range");
            if (variable.min() != null) {
                xml.writeAttribute("min", variable.min());
            }
            if (variable.max() != null) {
                xml.writeAttribute("max", variable.max());
            }
            xml.writeEndElement();
            xml.writeEndElement();
        }

        /** Who is asked, in words; everybody is not said. */
        private void universe(DdiVariable variable) throws XMLStreamException {
            List<JsonNode> all = conditions.getOrDefault(variable.element(), List.of());
            if (all.isEmpty()) {
                return;
            }
            List<String> parts = all.stream().map(words::of).toList();
            boolean french = language.startsWith("fr");
            String said = String.join(french ? " ; " : "; ", parts);
            element("universe", (french ? "Personnes pour lesquelles : " : "Those for whom ") + said, "");
        }

        private void category(Map.Entry<String, JsonNode> code) throws XMLStreamException {
            open("catgry", "missing", "N");
            element("catValu", code.getKey(), "");
            texts("labl", code.getValue());
            xml.writeEndElement();
        }

        private void derivation(DdiVariable variable) throws XMLStreamException {
            if (!Set.of("computed", "score").contains(variable.source())) {
                return;
            }
            open("derivation");
            JsonNode entry = variable.element();
            boolean score = variable.source().equals("score");
            element(
                    "drvdesc",
                    score ? entry.path("method").asText() + " of " + entry.path("items") : "computed in JsonLogic",
                    "");
            element("drvcmd", score ? entry.toString() : entry.path("compute").toString(), "");
            xml.writeEndElement();
        }

        private void texts(String name, JsonNode text) throws XMLStreamException {
            if (text.isObject()) {
                for (Map.Entry<String, JsonNode> one : text.properties()) {
                    element(name, one.getValue().asText(), one.getKey());
                }
            } else if (!text.asText("").isEmpty()) {
                element(name, text.asText(), language);
            }
        }

        private void element(String name, String words, String inLanguage) throws XMLStreamException {
            open(name);
            if (!inLanguage.isEmpty()) {
                xml.writeAttribute(
                        javax.xml.XMLConstants.XML_NS_PREFIX, javax.xml.XMLConstants.XML_NS_URI, "lang", inLanguage);
            }
            text(words);
            xml.writeEndElement();
        }

        private void open(String name, String... attributes) throws XMLStreamException {
            xml.writeStartElement(NAMESPACE, name);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], attributes[i + 1]);
            }
        }

        /** A draft may hold what XML can't. */
        private void text(String words) throws XMLStreamException {
            xml.writeCharacters(Wording.withoutIllegal(words));
        }
    }
}
