package io.earshot.workspace;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.earshot.testing.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AppsTest {
    @Inject
    Workspaces workspaces;

    @Test
    void anAppComesWithAKeyOfItsOwn() {
        var tenant = workspaces.create();

        String key = given().auth()
                .oauth2(tenant.secret())
                .contentType("application/json")
                .body(Map.of("name", "Shop"))
                .post("/v1/apps")
                .then()
                .statusCode(201)
                .body("publishableKeys[0]", startsWith("pk_"))
                .extract()
                .path("publishableKeys[0]");

        given().auth()
                .oauth2(tenant.secret())
                .get("/v1/apps")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("Shop"))
                .body("items.publishableKeys.flatten()", hasItem(key));
    }

    @Test
    void anotherWorkspacesAppIsNotThere() {
        var mine = workspaces.create();
        var theirs = workspaces.create();

        given().auth()
                .oauth2(mine.secret())
                .get("/v1/apps/" + theirs.app())
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"));
        given().auth()
                .oauth2(mine.secret())
                .get("/v1/apps")
                .then()
                .body("items.id", not(hasItem(theirs.app().toString())));
    }

    @Test
    void aMisspeltFieldIsRefusedWithItsPlace() {
        given().auth()
                .oauth2(workspaces.create().secret())
                .contentType("application/json")
                .body("{\"nam\":\"Shop\"}")
                .post("/v1/apps")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/nam"))
                .body("errors.code", contains("unknown-field"));
    }

    @Test
    void aCallWithoutATokenIsToldWhichOneItNeeds() {
        given().get("/v1/apps")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", equalTo("/problems/unauthenticated"));
    }

    @Test
    void anUnknownTokenIsRefused() {
        given().auth()
                .oauth2("sk_000000000000000000000000")
                .get("/v1/apps")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void aPublishableKeyOpensNothingOfTheManagementApi() {
        given().auth()
                .oauth2(workspaces.create().publishable())
                .get("/v1/apps")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/forbidden"));
    }

    @Test
    void aViewerMayReadButNotMake() {
        var tenant = workspaces.create();
        String viewer = workspaces.token(tenant.workspace(), Role.VIEWER);

        given().auth().oauth2(viewer).get("/v1/apps").then().statusCode(200);
        given().auth()
                .oauth2(viewer)
                .contentType("application/json")
                .body(Map.of("name", "Shop"))
                .post("/v1/apps")
                .then()
                .statusCode(403);
    }

    @Test
    void brokenJsonIsToldWithItsLine() {
        given().auth()
                .oauth2(workspaces.create().secret())
                .contentType("application/json")
                .body("{\"name\":")
                .post("/v1/apps")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", startsWith("The body is not JSON at line 1"));
    }

    @Test
    void aPathThatDoesNotExistIsAProblemToo() {
        given().auth()
                .oauth2(workspaces.create().secret())
                .get("/v1/nothing-here")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }
}
