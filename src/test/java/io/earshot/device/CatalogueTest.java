package io.earshot.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatalogueTest {
    private final Catalogue catalogue = new Catalogue();

    @Test
    void anAttributeIsWhatTheFileSaysOfIt() {
        Attribute memory = catalogue.attribute("earshot.device.memory_free").orElseThrow();

        assertThat(memory.type()).isEqualTo(AttributeType.INTEGER);
        assertThat(memory.unit()).isEqualTo("By");
        assertThat(memory.privacy()).isEqualTo(PrivacyClass.QUASI_IDENTIFYING);
        assertThat(memory.capture()).isEqualTo(Capture.OFF);
        assertThat(memory.platforms()).doesNotContain(Platform.WEB);
    }

    @Test
    void whatIdentifiesSomebodyIsNeverOnByDefault() {
        assertThat(catalogue.attributes())
                .filteredOn(attribute -> attribute.privacy() == PrivacyClass.IDENTIFYING
                        || attribute.privacy() == PrivacyClass.PRECISE_PLACE)
                .isNotEmpty()
                .noneMatch(attribute -> attribute.capture() == Capture.ON || attribute.capture() == Capture.OFF);
    }

    @Test
    void theAddressARequestCameFromIsNotAClientsToTell() {
        assertThat(catalogue.attribute("client.address").orElseThrow().comesFromClients())
                .isFalse();
    }

    @Test
    void whatIsNotInTheCatalogueIsNotThere() {
        assertThat(catalogue.attribute("device.imei")).isEmpty();
    }

    @Test
    void everyAddressKeepsOnlyPartOfItself() {
        assertThat(catalogue.attributes())
                .filteredOn(attribute -> attribute.privacy() == PrivacyClass.FREE_TEXT)
                .isNotEmpty()
                .allMatch(attribute -> attribute.keep() != null);
    }
}
