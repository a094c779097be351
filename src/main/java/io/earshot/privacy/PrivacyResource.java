package io.earshot.privacy;

import io.earshot.device.PrivacyClass;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.workspace.Audit;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Database;
import io.earshot.workspace.PrivacyOfWorkspaces;
import io.earshot.workspace.PrivacySettings;
import io.earshot.workspace.PrivacySettings.RetentionDays;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long the workspace keeps what, and how small a group may be that something is shown about. */
@Path("/v1/workspace/privacy")
@Produces(MediaType.APPLICATION_JSON)
public class PrivacyResource {
    private static final int LARGEST_K = 1000;
    private static final int MOST_DAYS = 36_500;

    private final Caller caller;
    private final PrivacyOfWorkspaces settings;
    private final Database database;
    private final Audit audit;

    PrivacyResource(Caller caller, PrivacyOfWorkspaces settings, Database database, Audit audit) {
        this.caller = caller;
        this.settings = settings;
        this.database = database;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    public PrivacySettings get() {
        return settings.of(caller.workspace());
    }

    /** Replaces all of it; what is older than the new times goes with the next nightly run. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OWNER)
    public PrivacySettings set(PrivacySettings wanted) {
        check(wanted);
        database.inTransaction(connection -> {
            settings.set(connection, caller.workspace(), wanted);
            audit.note(
                    connection,
                    caller.workspace(),
                    caller.name(),
                    "workspace.privacy.changed",
                    "workspace:" + caller.workspace(),
                    Map.of("privacy", wanted));
            return wanted;
        });
        return wanted;
    }

    private static void check(PrivacySettings wanted) {
        List<Fault> faults = new ArrayList<>();
        range("/kAnonymity", wanted.kAnonymity(), LARGEST_K, faults);
        RetentionDays days = wanted.retentionDays();
        if (days != null) {
            range("/retentionDays/responses", days.responses(), MOST_DAYS, faults);
            range("/retentionDays/quarantine", days.quarantine(), MOST_DAYS, faults);
            range("/retentionDays/exposures", days.exposures(), MOST_DAYS, faults);
            range("/retentionDays/files", days.files(), MOST_DAYS, faults);
            range("/retentionDays/reports", days.reports(), MOST_DAYS, faults);
            range("/retentionDays/erasures", days.erasures(), MOST_DAYS, faults);
        }
        Map<String, Integer> metadata = wanted.metadataRetentionDays();
        if (metadata != null) {
            metadata.forEach((word, most) -> {
                String pointer = "/metadataRetentionDays" + Fault.segment(word);
                if (PrivacyClass.of(word).isEmpty()) {
                    faults.add(new Fault(
                            pointer,
                            "not-an-option",
                            "'" + word + "' is no privacy class; use N, Q, P, I, L1, L2 or F."));
                }
                range(pointer, most, MOST_DAYS, faults);
            });
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private static void range(String pointer, @Nullable Integer value, int most, List<Fault> faults) {
        if (value != null && (value < 1 || value > most)) {
            faults.add(new Fault(pointer, "out-of-range", pointer + " must be from 1 to " + most + ": " + value));
        }
    }
}
