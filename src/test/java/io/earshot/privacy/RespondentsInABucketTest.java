package io.earshot.privacy;

import io.earshot.testing.ObjectStore;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Whoever is erased is erased from an object store too. */
@QuarkusTest
@WithTestResource(value = ObjectStore.class, scope = TestResourceScope.MATCHING_RESOURCES)
class RespondentsInABucketTest extends RespondentsCases {}
