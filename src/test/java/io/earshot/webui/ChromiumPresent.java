package io.earshot.webui;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests that need a browser, and says once how to get one. On CI they run, and fail without one. */
final class ChromiumPresent implements ExecutionCondition {
    private static final AtomicBoolean SAID = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.path().isPresent() || "true".equals(System.getenv("CI"))) {
            return ConditionEvaluationResult.enabled("a browser is there, or must be");
        }
        if (SAID.compareAndSet(false, true)) {
            System.getLogger(ChromiumPresent.class.getName()).log(System.Logger.Level.WARNING, Chromium.HOW_TO_GET_ONE);
        }
        return ConditionEvaluationResult.disabled(Chromium.HOW_TO_GET_ONE);
    }
}
