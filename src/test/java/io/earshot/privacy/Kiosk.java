package io.earshot.privacy;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.testing.Workspaces;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A workspace with a questionnaire and a running prompt, spoken to as an app and as an owner do. */
@ApplicationScoped
class Kiosk {
    private static final String CONTENT =
            """
            {"name":"kiosk","title":"Kiosk","defaultLanguage":"en","pages":[{"name":"p1","elements":[
              {"type":"nps","name":"nps","text":"How likely?"},
              {"type":"text","name":"why","text":"Why?"},
              {"type":"file","name":"shot","text":"A picture?","accept":["image/*"],"maxFiles":2}]}]}""";

    private final Workspaces workspaces;
    private final Questionnaires questionnaires;
    private final AgroalDataSource database;

    Kiosk(Workspaces workspaces, Questionnaires questionnaires, AgroalDataSource database) {
        this.workspaces = workspaces;
        this.questionnaires = questionnaires;
        this.database = database;
    }

    /** One of them. */
    record Place(Workspaces.Tenant tenant, UUID questionnaire, String prompt) {
        RequestSpecification app() {
            return given().auth().oauth2(tenant.publishable()).contentType("application/json");
        }

        RequestSpecification owner() {
            return given().auth().oauth2(tenant.secret()).contentType("application/json");
        }

        /** A display, seen. */
        UUID shown(String respondent) {
            UUID id = newId();
            app().body(Map.of(
                            "id", id, "prompt", prompt, "respondent", respondent, "trigger", Map.of("event", "stood")))
                    .post("/v1/client/exposures")
                    .then()
                    .statusCode(201);
            app().body(List.of(Map.of("id", newId(), "type", "seen", "respondent", respondent)))
                    .post("/v1/client/exposures/" + id + "/events")
                    .then()
                    .statusCode(200);
            return id;
        }

        ValidatableResponse answer(UUID id, String body) {
            return app().body(body.replace('\'', '"').replace("$Q", "{\"id\":\"" + questionnaire + "\",\"version\":1}"))
                    .put("/v1/client/responses/" + id)
                    .then();
        }

        String upload(byte[] bytes, String type, UUID exposure) {
            return given().auth()
                    .oauth2(tenant.publishable())
                    .contentType(type)
                    .body(bytes)
                    .post("/v1/client/files?question=shot&exposure=" + exposure)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }
    }

    static UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    Place open() {
        Workspaces.Tenant tenant = workspaces.create();
        try {
            UUID questionnaire =
                    questionnaires.create(tenant.workspace(), "kiosk", new ObjectMapper().readTree(CONTENT));
            questionnaires.publish(tenant.workspace(), questionnaire);
            Place draft = new Place(tenant, questionnaire, "");
            String prompt = draft.owner()
                    .body(Map.of(
                            "name",
                            "kiosk",
                            "app",
                            tenant.app(),
                            "questionnaire",
                            questionnaire,
                            "format",
                            "card",
                            "quota",
                            Map.of("limit", 10),
                            "trigger",
                            Map.of("event", "stood")))
                    .post("/v1/prompts")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            draft.owner().post("/v1/prompts/" + prompt + "/start").then().statusCode(200);
            return new Place(tenant, questionnaire, prompt);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of what a query finds. */
    List<String> query(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<String> found = new ArrayList<>();
            if (statement.execute()) {
                try (ResultSet row = statement.getResultSet()) {
                    while (row.next()) {
                        found.add(row.getString(1));
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
