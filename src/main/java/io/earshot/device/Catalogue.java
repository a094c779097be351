package io.earshot.device;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The closed list of everything that may be known about a device or a session: {@code device.catalogue.json}. */
@Singleton
public final class Catalogue {
    private static final String FILE = "/survey-schemas/device.catalogue.json";

    private final Map<String, Attribute> attributes;

    public Catalogue() {
        Map<String, Attribute> byName = new LinkedHashMap<>();
        for (Attribute attribute : read()) {
            if (byName.put(attribute.name(), attribute) != null) {
                throw new IllegalStateException(FILE + " has " + attribute.name() + " twice");
            }
        }
        attributes = Collections.unmodifiableMap(byName);
    }

    public Optional<Attribute> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** In the file's order. */
    public Collection<Attribute> attributes() {
        return attributes.values();
    }

    private static List<Attribute> read() {
        try (InputStream file = Catalogue.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing from the class path");
            }
            return new ObjectMapper().readValue(file, Contents.class).attributes();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " can't be read", e);
        }
    }

    @JsonIgnoreProperties("about")
    private record Contents(List<Attribute> attributes) {
        @JsonCreator
        private Contents(@JsonProperty("attributes") List<Attribute> attributes) {
            this.attributes = List.copyOf(attributes);
        }
    }
}
