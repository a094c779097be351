package io.earshot.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
    @TempDir
    Path folder;

    @Test
    void anAddressIsWhereTheDatabaseSays() throws Exception {
        Path file = PlaceDatabase.lyon(203, folder.resolve("places.mmdb"));
        Places places = new Places(() -> Optional.of(file));

        assertThat(places.of(InetAddress.getByName("203.0.113.9")))
                .isEqualTo(Map.of(
                        "geo.continent.code", "EU",
                        "geo.country.iso_code", "FR",
                        "geo.region.iso_code", "FR-ARA",
                        "geo.locality.name", "Lyon"));
    }

    @Test
    void whereNothingIsKnownThereIsNoPlace() throws Exception {
        Path file = PlaceDatabase.lyon(203, folder.resolve("places.mmdb"));
        Places places = new Places(() -> Optional.of(file));

        assertThat(places.of(InetAddress.getByName("198.51.100.1"))).isEmpty();
        assertThat(places.of(InetAddress.getByName("2001:db8::1"))).isEmpty();
        assertThat(new Places(Optional::empty).of(InetAddress.getByName("203.0.113.9")))
                .isEmpty();
    }

    @Test
    void aFileThatIsNoDatabaseStopsTheStart() throws Exception {
        Path file = Files.writeString(folder.resolve("places.mmdb"), "no database");

        assertThatThrownBy(() -> new Places(() -> Optional.of(file)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("earshot.place-database")
                .hasMessageContaining("places.mmdb");
    }
}
