package io.earshot.response;

import io.earshot.device.CapturePolicy;
import io.earshot.questionnaire.PublishedVersion;
import java.util.Map;

/**
 * What a response is taken in under.
 *
 * @param asked  the version that it answers
 * @param policy what may be captured of it
 * @param limits of the questionnaire's quotas by name, as the latest version has them: it may have raised or lowered one
 */
record Circumstances(PublishedVersion asked, CapturePolicy policy, Map<String, Integer> limits) {}
