package io.earshot.workspace;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Which apps there are, for whoever places something in one. */
@ApplicationScoped
public class AppDirectory {

    /** An app with a key that opens the client API for it. */
    public record KeyedApp(UUID workspace, UUID app, String publishableKey) {
        public KeyedApp {
            requireNonNull(workspace, "workspace");
            requireNonNull(app, "app");
            requireNonNull(publishableKey, "publishableKey");
        }
    }

    @Transactional
    public boolean has(UUID workspace, UUID app) {
        return App.count("workspaceId = ?1 and id = ?2", workspace, app) > 0;
    }

    /** The app that the first start has made. */
    @Transactional
    public KeyedApp first() {
        Token token = Token.<Token>find("publishable is not null order by createdAt, id")
                .<Token>firstResultOptional()
                .orElseThrow(() -> new IllegalStateException("the first start has made no app"));
        return new KeyedApp(token.workspaceId, requireNonNull(token.appId), requireNonNull(token.publishable));
    }
}
