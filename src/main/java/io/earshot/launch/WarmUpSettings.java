package io.earshot.launch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is rehearsed in the background after a start; {@code docs/how-to/operate.md} says when to change what. */
@ConfigMapping(prefix = "earshot.warm-up")
interface WarmUpSettings {
    /** How often all templates are reviewed; 0 for never. */
    @WithDefault("20")
    int checks();

    /** How often 65,536 made-up responses are read as for a report; 0 for never. */
    @WithDefault("6")
    int readings();
}
