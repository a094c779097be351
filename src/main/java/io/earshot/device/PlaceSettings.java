package io.earshot.device;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where places come from. */
@ConfigMapping(prefix = "earshot")
interface PlaceSettings {
    /** A database in MaxMind's format ({@code .mmdb}) of countries or cities; without one, no place is derived. */
    Optional<Path> placeDatabase();
}
