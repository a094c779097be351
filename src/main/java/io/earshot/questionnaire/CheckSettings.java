package io.earshot.questionnaire;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How checks are made ready; {@code docs/how-to/operate.md} says when to change what. */
@ConfigMapping(prefix = "earshot.check")
interface CheckSettings {
    /** How often all templates are reviewed in the background after a start; 0 for never. */
    @WithDefault("20")
    int warmUpRounds();
}
