package io.earshot.workspace;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Makes the first workspace with its owner, an app and a token of either kind, and prints what was made up, once. What the
 * environment names holds at every start: a token given later is added, a changed password replaces the old one.
 */
@ApplicationScoped
class FirstWorkspace {
    private static final Logger LOG = Logger.getLogger("earshot");

    private final SetUp setUp;
    private final Clock clock;

    FirstWorkspace(SetUp setUp, Clock clock) {
        this.setUp = setUp;
        this.clock = clock;
    }

    @Transactional
    void atStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        setUp.secretToken().ifPresent(token -> require(token, "sk_", "EARSHOT_SECRET_TOKEN"));
        setUp.publishableKey().ifPresent(token -> require(token, "pk_", "EARSHOT_PUBLISHABLE_KEY"));
        Optional<Workspace> first =
                Workspace.<Workspace>find("order by createdAt, id").firstResultOptional();
        if (first.isPresent()) {
            holdTo(first.get().id);
        } else {
            create();
        }
    }

    private void create() {
        Instant now = clock.instant();
        UUID workspace = UuidCreator.getTimeOrderedEpoch();
        UUID app = UuidCreator.getTimeOrderedEpoch();
        String password = setUp.adminPassword().orElseGet(() -> TokenDigest.newToken(""));
        String secret = setUp.secretToken().orElseGet(() -> TokenDigest.newToken("sk_"));
        String publishable = setUp.publishableKey().orElseGet(() -> TokenDigest.newToken("pk_"));
        new Workspace(workspace, "First workspace", now).persist();
        new App(app, workspace, "First app", List.of(), now).persist();
        owner(workspace, password, now).persist();
        Token.secret(UuidCreator.getTimeOrderedEpoch(), workspace, secret, Role.OWNER, now)
                .persist();
        Token.publishable(UuidCreator.getTimeOrderedEpoch(), workspace, app, publishable, now)
                .persist();
        LOG.info("First start. Keep what follows: it is shown this once.");
        LOG.infof("  sign in          %s", setUp.adminEmail());
        LOG.infof("  password         %s", told(setUp.adminPassword(), password, "EARSHOT_ADMIN_PASSWORD"));
        LOG.infof("  secret token     %s", told(setUp.secretToken(), secret, "EARSHOT_SECRET_TOKEN"));
        LOG.infof("  publishable key  %s", publishable);
        LOG.infof("  app              %s", app);
    }

    private void holdTo(UUID workspace) {
        Instant now = clock.instant();
        setUp.secretToken()
                .filter(token -> Token.count("digest", (Object) TokenDigest.of(token)) == 0)
                .ifPresent(token -> Token.secret(UuidCreator.getTimeOrderedEpoch(), workspace, token, Role.OWNER, now)
                        .persist());
        setUp.publishableKey()
                .filter(token -> Token.count("digest", (Object) TokenDigest.of(token)) == 0)
                .ifPresent(token -> Token.publishable(
                                UuidCreator.getTimeOrderedEpoch(), workspace, firstApp(workspace), token, now)
                        .persist());
        setUp.adminPassword().ifPresent(password -> Member.<Member>find("lower(email) = lower(?1)", setUp.adminEmail())
                .firstResultOptional()
                .filter(member -> !BcryptUtil.matches(password, member.passwordHash))
                .ifPresent(member -> member.passwordHash = BcryptUtil.bcryptHash(password)));
    }

    private Member owner(UUID workspace, String password, Instant now) {
        if (password.length() < 8) {
            throw new ConfigurationException("EARSHOT_ADMIN_PASSWORD must have 8 characters or more");
        }
        return new Member(
                UuidCreator.getTimeOrderedEpoch(),
                workspace,
                setUp.adminEmail(),
                BcryptUtil.bcryptHash(password),
                Role.OWNER,
                now);
    }

    private static UUID firstApp(UUID workspace) {
        return App.<App>find("workspaceId = ?1 order by createdAt, id", workspace)
                .<App>firstResultOptional()
                .orElseThrow(() -> new IllegalStateException("workspace " + workspace + " has no app"))
                .id;
    }

    private static String told(Optional<String> given, String value, String variable) {
        return given.isPresent() ? "(as given by " + variable + ")" : value;
    }

    private static void require(String token, String prefix, String variable) {
        if (!token.startsWith(prefix) || token.length() < TokenDigest.SHORTEST) {
            throw new ConfigurationException(variable + " must start with " + prefix + " and have "
                    + TokenDigest.SHORTEST + " characters or more; it has " + token.length());
        }
    }
}
