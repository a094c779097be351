package io.earshot.device;

import com.maxmind.db.CHMCache;
import com.maxmind.db.MaxMindDbConstructor;
import com.maxmind.db.MaxMindDbParameter;
import com.maxmind.db.Reader;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an address is, by a database in MaxMind's format that the operator names. The address itself is not kept. Without a
 * database nothing is known.
 *
 * @see <a href="https://maxmind.github.io/MaxMind-DB/">MaxMind DB file format</a>
 */
@Singleton
public final class Places {
    private static final String LANGUAGE = "en";

    private final @Nullable Reader reader;

    Places(PlaceSettings settings) {
        reader = settings.placeDatabase().map(Places::open).orElse(null);
    }

    private static Reader open(java.nio.file.Path file) {
        try {
            return new Reader(file.toFile(), new CHMCache());
        } catch (IOException e) {
            throw new ConfigurationException(
                    "earshot.place-database can't be read: " + file + " (" + e.getMessage() + ")", e);
        }
    }

    /** Whether there is a database to look into. */
    public boolean areKnown() {
        return reader != null;
    }

    /** By the catalogue's names; what isn't known is not there. */
    public Map<String, String> of(InetAddress address) {
        if (reader == null
                || address instanceof Inet6Address && reader.getMetadata().getIpVersion() == 4) {
            return Map.of();
        }
        try {
            Found found = reader.get(address, Found.class);
            return found == null ? Map.of() : found.attributes();
        } catch (IOException e) {
            throw new IllegalStateException("earshot.place-database is damaged: " + e.getMessage(), e);
        }
    }

    @PreDestroy
    void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }

    /** What is read of a record. */
    public record Found(
            @Nullable Coded continent,
            @Nullable Coded country,
            @Nullable List<Coded> subdivisions,
            @Nullable Coded city) {
        @MaxMindDbConstructor
        public Found(
                @MaxMindDbParameter(name = "continent") @Nullable Coded continent,
                @MaxMindDbParameter(name = "country") @Nullable Coded country,
                @MaxMindDbParameter(name = "subdivisions") @Nullable List<Coded> subdivisions,
                @MaxMindDbParameter(name = "city") @Nullable Coded city) {
            this.continent = continent;
            this.country = country;
            this.subdivisions = subdivisions;
            this.city = city;
        }

        Map<String, String> attributes() {
            Map<String, String> attributes = new HashMap<>();
            String inCountry = country == null ? null : country.isoCode();
            put(attributes, "geo.continent.code", continent == null ? null : continent.code());
            put(attributes, "geo.country.iso_code", inCountry);
            String region = subdivisions == null || subdivisions.isEmpty()
                    ? null
                    : subdivisions.get(0).isoCode();
            // ISO 3166-2, as OpenTelemetry wants it.
            put(
                    attributes,
                    "geo.region.iso_code",
                    region == null || inCountry == null ? null : inCountry + "-" + region);
            put(
                    attributes,
                    "geo.locality.name",
                    Optional.ofNullable(city)
                            .map(Coded::names)
                            .map(names -> names.get(LANGUAGE))
                            .orElse(null));
            return attributes;
        }

        private static void put(Map<String, String> attributes, String name, @Nullable String value) {
            if (value != null) {
                attributes.put(name, value);
            }
        }
    }

    /** A part of a record. */
    public record Coded(@Nullable String code, @Nullable String isoCode, @Nullable Map<String, String> names) {
        @MaxMindDbConstructor
        public Coded(
                @MaxMindDbParameter(name = "code") @Nullable String code,
                @MaxMindDbParameter(name = "iso_code") @Nullable String isoCode,
                @MaxMindDbParameter(name = "names") @Nullable Map<String, String> names) {
            this.code = code;
            this.isoCode = isoCode;
            this.names = names;
        }
    }
}
