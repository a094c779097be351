package io.earshot.workspace;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who did what in a workspace, newest first. Respondents are named by their key, so that an erased one stays erased. */
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
public class Audit {
    private final Database database;
    private final Caller caller;
    private final ObjectMapper json;
    private final Clock clock;

    Audit(Database database, Caller caller, ObjectMapper json, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Something that was done.
     *
     * @param actor  an e-mail address, a token's hint, or {@code app} with its id
     * @param detail what the action says of itself, such as how many rows it touched
     */
    public record Entry(
            UUID id,
            String actor,
            String action,
            String subject,
            @JsonRawValue @Schema(type = SchemaType.OBJECT) String detail,
            Instant at) {}

    @GET
    @RolesAllowed(Role.OWNER)
    public Listing<Entry> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        Listing.Window window = Listing.window(limit, cursor);
        String sql =
                """
                select id, actor, action, subject, detail, at from audit
                where workspace_id = ? and id < ? order by id desc limit ?""";
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setObject(1, caller.workspace());
                select.setObject(2, window.before());
                select.setInt(3, window.limit() + 1);
                List<Entry> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Entry(
                                row.getObject("id", UUID.class),
                                row.getString("actor"),
                                row.getString("action"),
                                row.getString("subject"),
                                row.getString("detail"),
                                row.getObject("at", OffsetDateTime.class).toInstant()));
                    }
                }
                return Listing.of(found, window, Entry::id, Function.identity());
            }
        });
    }

    /** Notes it in the transaction that does it. */
    public void note(
            Connection connection, UUID workspace, String actor, String action, String subject, Map<String, ?> detail)
            throws SQLException {
        String sql =
                """
                insert into audit (id, workspace_id, actor, action, subject, detail, at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?)""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, UuidCreator.getTimeOrderedEpoch());
            insert.setObject(2, workspace);
            insert.setString(3, actor);
            insert.setString(4, action);
            insert.setString(5, subject);
            insert.setString(6, text(detail));
            insert.setObject(7, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private String text(Map<String, ?> detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the detail of an audit entry can't be written: " + detail, e);
        }
    }
}
