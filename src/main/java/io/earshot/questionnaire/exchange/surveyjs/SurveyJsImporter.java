package io.earshot.questionnaire.exchange.surveyjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Conditions;
import io.earshot.questionnaire.exchange.Html;
import io.earshot.questionnaire.exchange.Imported;
import io.earshot.questionnaire.exchange.Importer;
import io.earshot.questionnaire.exchange.JsonFile;
import io.earshot.questionnaire.exchange.Members;
import io.earshot.questionnaire.exchange.Names;
import io.earshot.questionnaire.exchange.Refused;
import io.earshot.questionnaire.exchange.Wording;
import jakarta.inject.Singleton;
import java.util.Set;

/** SurveyJS's JSON: pages of questions and panels, with expressions. */
@Singleton
final class SurveyJsImporter implements Importer {
    private static final String EXPECTED = "a SurveyJS survey, that is a JSON object with pages or elements";

    /** How the survey looks and behaves on the screen. */
    private static final Set<String> LOOKS = Set.of(
            "logo",
            "logoPosition",
            "logoFit",
            "logoWidth",
            "logoHeight",
            "focusFirstQuestionAutomatic",
            "focusOnFirstError",
            "showProgressBar",
            "progressBarType",
            "progressBarShowPageTitles",
            "progressBarShowPageNumbers",
            "progressBarLocation",
            "showQuestionNumbers",
            "showPageNumbers",
            "showPageTitles",
            "showTitle",
            "showCompletedPage",
            "showPrevButton",
            "showNavigationButtons",
            "navigationButtonsLocation",
            "questionTitleLocation",
            "questionDescriptionLocation",
            "questionErrorLocation",
            "questionTitlePattern",
            "questionStartIndex",
            "requiredText",
            "requiredMark",
            "width",
            "widthMode",
            "fitToContainer",
            "headerView",
            "backgroundImage",
            "backgroundImageFit",
            "backgroundOpacity",
            "themeSettings",
            "theme",
            "completeText",
            "pageNextText",
            "pagePrevText",
            "startSurveyText",
            "previewText",
            "editText",
            "showTOC",
            "tocLocation",
            "textUpdateMode",
            "checkErrorsMode",
            "validationEnabled",
            "clearInvisibleValues",
            "sendResultOnPageNext",
            "storeOthersAsComment",
            "maxTextLength",
            "maxOthersLength",
            "goNextPageAutomatic",
            "autoAdvanceEnabled",
            "autoAdvanceAllowComplete",
            "allowCompleteSurveyAutomatic",
            "questionsOnPageMode",
            "firstPageIsStarted",
            "firstPageIsStartPage",
            "cookieName",
            "mode",
            "surveyId",
            "surveyPostId",
            "surveyShowDataSaving",
            "loadingHtml",
            "showPreviewBeforeComplete",
            "previewMode",
            "locale",
            "partialSend",
            "partialSendEnabled",
            "keepIncorrectValues",
            "autoFocusFirstQuestion",
            "autoFocusFirstError",
            "minWidth",
            "maxWidth",
            "calculatedWidth",
            "gridLayoutEnabled",
            "lazyRendering",
            "lazyRenderEnabled",
            "showBrandInfo",
            "header",
            "customCss",
            "matrixDragHandleArea",
            "enterKeyAction",
            "clearDisabledChoices",
            "quizMode");

    @Override
    public String format() {
        return "surveyjs";
    }

    @Override
    public Imported read(byte[] file) {
        ObjectNode root = JsonFile.read(file, EXPECTED);
        if (!root.path("pages").isArray()
                && !root.path("elements").isArray()
                && !root.path("questions").isArray()) {
            throw Refused.notOfFormat(EXPECTED, "there are neither pages nor elements");
        }
        Members survey = new Members(root, "survey");
        String locale = survey.word("locale");
        String language = locale.isEmpty() ? "en" : Wording.tag(locale);
        Reading reading = new Reading(
                new Wording(language, "default", html -> Html.plain(html).words()));
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        JsonNode title = reading.wording.text(survey.take("title"), "Imported survey");
        content.put(
                "name",
                Names.ofQuestionnaire(title.isObject() ? title.path(language).asText() : title.asText()));
        content.set("title", title);
        content.put("defaultLanguage", language);
        content.set("computed", reading.computed);
        ArrayNode pages = content.putArray("pages");
        Pages walk = new Pages(reading);
        walk.add(survey, pages);
        Flow.calculated(reading, survey);
        reading.resolve();
        walk.dropEmpty(pages);
        new Flow(reading).add(survey, pages, content);
        orderOfQuestions(survey, pages);
        survey.ignore(LOOKS);
        survey.listRest(reading.ledger);
        if (reading.computed.isEmpty()) {
            content.remove("computed");
        }
        Conditions.settle(content, reading.ledger, name -> "draft: " + name);
        return new Imported(content, reading.ledger.notCarried(), reading.ledger.counts());
    }

    /** {@code questionsOrder: random} of the survey shuffles the questions of every page. */
    private static void orderOfQuestions(Members survey, ArrayNode pages) {
        if (survey.takeAny("questionsOrder", "questionOrder").asText("").equals("random")) {
            pages.forEach(page -> ((ObjectNode) page).put("shuffle", "elements"));
        }
    }
}
