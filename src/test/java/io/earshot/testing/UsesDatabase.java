package io.earshot.testing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** Carries the annotation that puts {@link EmbeddedDatabaseResource} under every {@code @QuarkusTest}. */
@WithTestResource(value = EmbeddedDatabaseResource.class, scope = TestResourceScope.GLOBAL)
final class UsesDatabase {
    private UsesDatabase() {}
}
