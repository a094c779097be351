package io.earshot.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.workspace.Audit;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Database;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be known about a device or a session: the catalogue, and what the workspace declared besides. */
@Path("/v1/attributes")
@Produces(MediaType.APPLICATION_JSON)
public class AttributeResource {
    private static final int MOST_DECLARED = 100;
    private static final int MOST_DAYS = 36_500;

    private final Caller caller;
    private final Catalogue catalogue;
    private final CustomAttributes customAttributes;
    private final CapturePolicies policies;
    private final Database database;
    private final Audit audit;

    AttributeResource(
            Caller caller,
            Catalogue catalogue,
            CustomAttributes customAttributes,
            CapturePolicies policies,
            Database database,
            Audit audit) {
        this.caller = caller;
        this.catalogue = catalogue;
        this.customAttributes = customAttributes;
        this.policies = policies;
        this.database = database;
        this.audit = audit;
    }

    /** @param custom what the workspace declared */
    public record Known(Collection<Attribute> catalogue, List<CustomAttribute> custom) {}

    /** @param retentionDays absent is as the class says */
    public record Declaration(
            @Nullable AttributeType type,
            @JsonProperty("class") @Nullable PrivacyClass privacy,
            @Nullable Integer retentionDays) {}

    @GET
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    public Known list() {
        return new Known(catalogue.attributes(), customAttributes.of(caller.workspace()));
    }

    /** Declares an attribute, or changes what was declared under its name. */
    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OWNER)
    public CustomAttribute declare(@PathParam("name") String name, Declaration wanted) {
        CustomAttribute attribute = checked(name, wanted);
        database.inTransaction(connection -> {
            customAttributes.declare(connection, caller.workspace(), attribute);
            audit.note(
                    connection,
                    caller.workspace(),
                    caller.name(),
                    "attribute.declared",
                    "attribute:" + name,
                    Map.of("attribute", attribute));
            return attribute;
        });
        policies.forget();
        return attribute;
    }

    /** Takes no more of it in; what was captured goes with its responses. */
    @DELETE
    @Path("{name}")
    @RolesAllowed(Role.OWNER)
    public void withdraw(@PathParam("name") String name) {
        database.inTransaction(connection -> {
            if (!customAttributes.withdraw(connection, caller.workspace(), name)) {
                throw Problem.notFound("declared attribute", name);
            }
            audit.note(
                    connection,
                    caller.workspace(),
                    caller.name(),
                    "attribute.withdrawn",
                    "attribute:" + name,
                    Map.of());
            return name;
        });
        policies.forget();
    }

    private CustomAttribute checked(String name, Declaration wanted) {
        List<Fault> faults = new ArrayList<>();
        if (!name.matches(CustomAttribute.NAME)) {
            faults.add(new Fault(
                    "",
                    "invalid-name",
                    "A declared attribute is called earshot.custom. and lower-case words, such as earshot.custom.plan: "
                            + name));
        }
        AttributeType type = wanted.type();
        if (type == null) {
            faults.add(new Fault("/type", "missing", "type must be string, integer, number, boolean or strings."));
        }
        PrivacyClass privacy = wanted.privacy();
        if (privacy == null) {
            faults.add(new Fault("/class", "missing", "class must be N, Q, P, I, L1, L2 or F."));
        }
        Integer days = wanted.retentionDays();
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            faults.add(new Fault(
                    "/retentionDays", "out-of-range", "retentionDays must be from 1 to " + MOST_DAYS + ": " + days));
        }
        List<CustomAttribute> declared = customAttributes.of(caller.workspace());
        if (declared.size() >= MOST_DECLARED
                && declared.stream().noneMatch(one -> one.name().equals(name))) {
            faults.add(new Fault(
                    "", "too-many", "A workspace may declare " + MOST_DECLARED + " attributes; withdraw one first."));
        }
        if (!faults.isEmpty() || type == null || privacy == null) {
            throw Problem.invalid(faults);
        }
        return new CustomAttribute(name, type, privacy, days);
    }
}
