package io.earshot.privacy;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RespondentsTest extends RespondentsCases {}
