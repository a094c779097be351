package io.earshot.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetadataTest {
    private static final Catalogue CATALOGUE = new Catalogue();
    private static final UserAgents USER_AGENTS = new UserAgents();
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0";
    private static final boolean CONSENT = true;
    private static final boolean NO_CONSENT = false;

    @Test
    void whatIsOnByDefaultIsKept() {
        Metadata metadata = captured("{'os.name':'Android','earshot.screen.width':1080}", Signals.NONE, NO_CONSENT);

        assertThat(texts(metadata)).isEqualTo(Map.of("os.name", "Android", "earshot.screen.width", "1080"));
        assertThat(metadata.dropped()).isZero();
    }

    @Test
    void whatIsNotInTheCatalogueIsDroppedAndCounted() {
        Metadata metadata = captured("{'device.imei':'3512','colour':'red','os.name':'iOS'}", Signals.NONE, NO_CONSENT);

        assertThat(metadata.attributes()).containsOnlyKeys("os.name");
        assertThat(metadata.dropped()).isEqualTo(2);
    }

    @Test
    void whatIsNotOfItsTypeIsDroppedAndCounted() {
        Metadata metadata = captured(
                "{'earshot.screen.width':'wide','browser.brands':'Chromium','earshot.input.modality':'telepathy'}",
                Signals.NONE,
                NO_CONSENT);

        assertThat(metadata.attributes()).isEmpty();
        assertThat(metadata.dropped()).isEqualTo(3);
    }

    @Test
    void nullIsNothingAndNotAFault() {
        Metadata metadata = captured("{'session.previous_id':null}", Signals.NONE, NO_CONSENT);

        assertThat(metadata).isEqualTo(Metadata.NONE);
    }

    @Test
    void whatIsOffByDefaultIsNotStoredAndNotCounted() {
        Metadata metadata = captured("{'network.carrier.name':'Acme Tel'}", Signals.NONE, CONSENT);

        assertThat(metadata).isEqualTo(Metadata.NONE);
    }

    @Test
    void whatIdentifiesSomebodyIsStoredOnlyIfTheOwnerSwitchedItOnAndTheRespondentConsented() {
        String context = "{'user.email':'ada@example.org','geo.location.lat':48.858370}";
        CapturePolicy on = switched(Map.of("user.email", true, "geo.location.lat", true));

        assertThat(captured(context, Signals.NONE, CONSENT).attributes()).isEmpty();
        assertThat(captured(on, context, Signals.NONE, NO_CONSENT).attributes()).isEmpty();
        assertThat(texts(captured(on, context, Signals.NONE, CONSENT)))
                .isEqualTo(Map.of("user.email", "ada@example.org", "geo.location.lat", "48.858"));
    }

    @Test
    void theOwnerSwitchesOnWhatIsOffAndOffWhatIsOn() {
        CapturePolicy policy = switched(Map.of("network.carrier.name", true, "os.name", false));

        Metadata metadata =
                captured(policy, "{'network.carrier.name':'Acme Tel','os.name':'iOS'}", Signals.NONE, NO_CONSENT);

        assertThat(texts(metadata)).isEqualTo(Map.of("network.carrier.name", "Acme Tel"));
    }

    @Test
    void whatIsNeverStoredCanNotBeSwitchedOn() {
        CapturePolicy policy = switched(Map.of("client.address", true));

        assertThat(captured(policy, "{'client.address':'203.0.113.9'}", Signals.NONE, CONSENT)
                        .attributes())
                .isEmpty();
    }

    @Test
    void coordinatesAreRoundedAsTheOwnerSays() {
        CapturePolicy policy =
                new CapturePolicy(false, Map.of("geo.location.lat", true, "geo.location.lon", true), 1, Map.of());

        Metadata metadata =
                captured(policy, "{'geo.location.lat':48.858370,'geo.location.lon':-2.294481}", Signals.NONE, CONSENT);

        assertThat(texts(metadata)).isEqualTo(Map.of("geo.location.lat", "48.9", "geo.location.lon", "-2.3"));
    }

    @Test
    void anonymousResponsesKeepOnlyWhatIdentifiesNobody() {
        CapturePolicy anonymous = CapturePolicy.DEFAULT.anonymously();

        Metadata metadata = captured(
                anonymous,
                "{'os.name':'iOS','earshot.screen.width':1080,'session.id':'s-1','geo.country.iso_code':'FR',"
                        + "'url.full':'https://shop.example/cart'}",
                Signals.NONE,
                CONSENT);

        assertThat(texts(metadata)).isEqualTo(Map.of("os.name", "iOS"));
    }

    @Test
    void aDeclaredAttributeIsKeptIfItIsOfItsType() {
        CapturePolicy policy = new CapturePolicy(
                false,
                Map.of(),
                null,
                Map.of(
                        "earshot.custom.plan",
                        new CustomAttribute(
                                        "earshot.custom.plan", AttributeType.STRING, PrivacyClass.NON_IDENTIFYING, null)
                                .attribute()));

        Metadata kept = captured(policy, "{'earshot.custom.plan':'pro'}", Signals.NONE, NO_CONSENT);
        Metadata wrong = captured(policy, "{'earshot.custom.plan':3}", Signals.NONE, NO_CONSENT);

        assertThat(texts(kept)).isEqualTo(Map.of("earshot.custom.plan", "pro"));
        assertThat(wrong.dropped()).isEqualTo(1);
    }

    @Test
    void globalPrivacyControlSwitchesOffWhatCouldIdentifySomebodyEvenWithConsent() {
        Signals privacyControl = new Signals(Map.of(), true);
        String context = "{'user.email':'ada@example.org','geo.country.iso_code':'FR','earshot.screen.width':1080,"
                + "'os.name':'Android','session.id':'s-1'}";

        Metadata metadata = captured(context, privacyControl, CONSENT);

        assertThat(metadata.attributes()).containsOnlyKeys("os.name", "session.id");
    }

    @Test
    void aPagesAddressLosesItsQueryItsFragmentAndItsCredentials() {
        Metadata metadata = captured(
                "{'url.full':'https://ada:secret@shop.example:8443/cart/3?token=a|b#pay',"
                        + "'earshot.page.referrer':'https://search.example/find?q=private'}",
                Signals.NONE,
                NO_CONSENT);

        assertThat(texts(metadata))
                .isEqualTo(Map.of(
                        "url.full", "https://shop.example:8443/cart/3",
                        "earshot.page.referrer", "https://search.example"));
    }

    @Test
    void theAddressOfARequestIsNotStoredWhateverAClientSays() {
        Metadata metadata = captured("{'client.address':'203.0.113.9'}", Signals.NONE, CONSENT);

        assertThat(metadata.attributes()).isEmpty();
        assertThat(metadata.dropped()).isEqualTo(1);
    }

    @Test
    void theUserAgentIsParsedAndThenDropped() {
        Signals firefox = new Signals(USER_AGENTS.parse(FIREFOX).attributes(), false);

        Metadata metadata = captured("{}", firefox, CONSENT);

        assertThat(texts(metadata))
                .containsEntry("user_agent.name", "Firefox")
                .containsEntry("user_agent.os.name", "Linux")
                .containsEntry("os.name", "Linux")
                .containsEntry("earshot.device.type", "desktop")
                .doesNotContainKey("user_agent.original");
    }

    @Test
    void aUserAgentPassedOnByAServerCountsAndNotTheServersOwn() {
        Signals server = new Signals(USER_AGENTS.parse("curl/8.5.0").attributes(), false);

        Metadata metadata = captured("{'user_agent.original':'" + FIREFOX + "'}", server, NO_CONSENT);

        assertThat(texts(metadata))
                .containsEntry("user_agent.name", "Firefox")
                .doesNotContainKey("user_agent.original");
        assertThat(metadata.dropped()).isZero();
    }

    @Test
    void whatADeviceSaysOfItselfStandsAgainstWhatItsUserAgentSays() {
        Signals firefox = new Signals(USER_AGENTS.parse(FIREFOX).attributes(), false);

        Metadata metadata = captured("{'os.name':'Debian','earshot.device.type':'kiosk'}", firefox, NO_CONSENT);

        assertThat(texts(metadata)).containsEntry("os.name", "Debian").containsEntry("earshot.device.type", "kiosk");
    }

    private static Metadata captured(String context, Signals signals, boolean consent) {
        return captured(CapturePolicy.DEFAULT, context, signals, consent);
    }

    private static Metadata captured(CapturePolicy policy, String context, Signals signals, boolean consent) {
        return Metadata.captured(CATALOGUE, USER_AGENTS, policy, json(context), signals, consent, Map.of());
    }

    private static CapturePolicy switched(Map<String, Boolean> attributes) {
        return new CapturePolicy(false, attributes, null, Map.of());
    }

    private static Map<String, String> texts(Metadata metadata) {
        return metadata.attributes().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asText()));
    }

    private static JsonNode json(String singleQuoted) {
        try {
            return new ObjectMapper().readTree(singleQuoted.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(singleQuoted, e);
        }
    }
}
