package io.earshot.questionnaire.exchange.ddi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.ImportFiles;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** DDI-Codebook 2.5, read back as XML and held to the order of elements in its schema. */
class DdiExporterTest {
    /** The sequence of varType in DDI-Codebook 2.5's codebook.xsd. */
    private static final List<String> ORDER_IN_VAR = List.of(
            "location",
            "labl",
            "imputation",
            "security",
            "embargo",
            "respUnit",
            "anlysUnit",
            "qstn",
            "valrng",
            "invalrng",
            "undocCod",
            "universe",
            "TotlResp",
            "sumStat",
            "txt",
            "stdCatgry",
            "catgryGrp",
            "catgry",
            "codInstr",
            "verStmt",
            "concept",
            "derivation",
            "varFormat",
            "geoMap",
            "catLevel",
            "notes");

    @Test
    void everyVariableIsDescribed() throws Exception {
        assertThat(names(document()))
                .containsExactly(
                        "plan",
                        "plan_other",
                        "uses.a",
                        "uses.b",
                        "q_calm",
                        "q_tired",
                        "rank.x",
                        "rank.y",
                        "age",
                        "why",
                        "born",
                        "source",
                        "twice",
                        "mood");
    }

    @Test
    void aVariableHasLabelsQuestionCategoriesAndUniverse() throws Exception {
        Element plan = var(document(), "plan");
        Element why = var(document(), "why");

        assertThat(plan.getAttribute("nature")).isEqualTo("nominal");
        assertThat(texts(plan, "catValu")).containsExactly("free", "other");
        assertThat(texts(plan, "qstnLit")).containsExactly("Which plan?", "Quelle offre ?");
        assertThat(((Element) plan.getElementsByTagName("labl").item(1)).getAttribute("xml:lang"))
                .isEqualTo("fr");
        assertThat(texts(why, "universe")).containsExactly("Those for whom plan is “Free” and age is at least 18");
        assertThat(var(document(), "age")
                        .getElementsByTagName("range")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("max")
                        .getNodeValue())
                .isEqualTo("120");
    }

    @Test
    void elementsStandInTheSchemasOrder() throws Exception {
        NodeList vars = document().getElementsByTagName("var");
        for (int i = 0; i < vars.getLength(); i++) {
            List<Integer> places = new ArrayList<>();
            for (Node child = vars.item(i).getFirstChild(); child != null; child = child.getNextSibling()) {
                assertThat(ORDER_IN_VAR).contains(child.getNodeName());
                places.add(ORDER_IN_VAR.indexOf(child.getNodeName()));
            }
            assertThat(places).isSorted();
        }
    }

    @Test
    void identifiersAreUniqueXmlNames() throws Exception {
        List<String> ids = new ArrayList<>();
        NodeList vars = document().getElementsByTagName("var");
        for (int i = 0; i < vars.getLength(); i++) {
            ids.add(((Element) vars.item(i)).getAttribute("ID"));
        }
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z_][A-Za-z0-9_.-]*"));
        assertThat(Set.of("F1")).contains(((Element) vars.item(0)).getAttribute("files"));
    }

    private static Document document() throws Exception {
        ObjectNode content = (ObjectNode) new ObjectMapper().readTree(ImportFiles.bytes("export.json"));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(new DdiExporter().write(content)));
    }

    private static List<String> names(Document document) {
        List<String> names = new ArrayList<>();
        NodeList vars = document.getElementsByTagName("var");
        for (int i = 0; i < vars.getLength(); i++) {
            names.add(((Element) vars.item(i)).getAttribute("name"));
        }
        return names;
    }

    private static Element var(Document document, String name) {
        NodeList vars = document.getElementsByTagName("var");
        for (int i = 0; i < vars.getLength(); i++) {
            if (((Element) vars.item(i)).getAttribute("name").equals(name)) {
                return (Element) vars.item(i);
            }
        }
        throw new AssertionError("no " + name);
    }

    private static List<String> texts(Element within, String name) {
        List<String> texts = new ArrayList<>();
        NodeList found = within.getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }
}
