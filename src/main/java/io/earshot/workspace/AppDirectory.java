package io.earshot.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Which apps there are, for whoever places something in one. */
@ApplicationScoped
public class AppDirectory {
    @Transactional
    public boolean has(UUID workspace, UUID app) {
        return App.count("workspaceId = ?1 and id = ?2", workspace, app) > 0;
    }
}
