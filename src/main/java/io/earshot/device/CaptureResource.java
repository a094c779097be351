package io.earshot.device;

import io.earshot.device.CapturePolicies.Settings;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.workspace.Audit;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Database;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an app captures about devices and sessions. */
@Path("/v1/apps/{id}/capture")
@Produces(MediaType.APPLICATION_JSON)
public class CaptureResource {
    private static final int MOST_DECIMALS = 3;

    private final Caller caller;
    private final CapturePolicies policies;
    private final CustomAttributes customAttributes;
    private final Catalogue catalogue;
    private final Database database;
    private final Audit audit;

    CaptureResource(
            Caller caller,
            CapturePolicies policies,
            CustomAttributes customAttributes,
            Catalogue catalogue,
            Database database,
            Audit audit) {
        this.caller = caller;
        this.policies = policies;
        this.customAttributes = customAttributes;
        this.catalogue = catalogue;
        this.database = database;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    public Settings get(@PathParam("id") UUID app) {
        return policies.settings(caller.workspace(), app).orElseThrow(() -> Problem.notFound("app", app));
    }

    /** Replaces all of it; holds for what comes from now on. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OWNER)
    public Settings set(@PathParam("id") UUID app, Settings wanted) {
        check(wanted);
        database.inTransaction(connection -> {
            if (!policies.set(connection, caller.workspace(), app, wanted)) {
                throw Problem.notFound("app", app);
            }
            audit.note(
                    connection,
                    caller.workspace(),
                    caller.name(),
                    "app.capture.changed",
                    "app:" + app,
                    Map.of("capture", wanted));
            return wanted;
        });
        policies.forget();
        return wanted;
    }

    private void check(Settings wanted) {
        List<Fault> faults = new ArrayList<>();
        Integer decimals = wanted.placeDecimals();
        if (decimals != null && (decimals < 0 || decimals > MOST_DECIMALS)) {
            faults.add(new Fault("/placeDecimals", "out-of-range", "placeDecimals must be from 0 to 3: " + decimals));
        }
        List<String> declared = customAttributes.of(caller.workspace()).stream()
                .map(CustomAttribute::name)
                .toList();
        Map<String, Boolean> switches = wanted.attributes() == null ? Map.of() : wanted.attributes();
        switches.forEach((name, on) -> {
            String pointer = "/attributes" + Fault.segment(name);
            Attribute attribute = catalogue.attribute(name).orElse(null);
            if (attribute == null && !declared.contains(name)) {
                faults.add(new Fault(
                        pointer,
                        "unknown-attribute",
                        name + " is neither in the catalogue nor declared by this workspace."));
            } else if (attribute != null && attribute.capture() == Capture.NEVER && Boolean.TRUE.equals(on)) {
                faults.add(new Fault(pointer, "never-stored", name + " is never stored; it can't be switched on."));
            }
        });
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }
}
