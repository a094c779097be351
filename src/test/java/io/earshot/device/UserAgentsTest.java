package io.earshot.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAgentsTest {
    private static final UserAgents USER_AGENTS = new UserAgents();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"
                        + "|Chrome|131.0.0|Windows|10|desktop",
                "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0|Firefox|132.0|Linux|-|desktop",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15"
                        + "|Safari|17.4|Mac OS X|10.15.7|desktop",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
                        + "|Mobile Safari|17.5|iOS|17.5.1|phone",
                "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.6478.122 Mobile Safari/537.36"
                        + "|Chrome Mobile|126.0.6478|Android|14|phone",
                "Mozilla/5.0 (Linux; Android 13; SM-X906C) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Safari/537.36"
                        + "|Chrome|119.0.0|Android|13|tablet",
                "Mozilla/5.0 (SMART-TV; Linux; Tizen 6.0) AppleWebKit/538.1 (KHTML, like Gecko) Version/6.0 TV Safari/538.1"
                        + "|Safari|6.0|Tizen|6.0|tv",
                "Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/94.0.4606.128 Safari/537.36 WebAppManager"
                        + "|Chrome|94.0.4606|Web0S|-|tv",
                "Mozilla/5.0 (PlayStation 5/SmartTV) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.4 Safari/605.1.15"
                        + "|Safari|15.4|-|-|console",
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36"
                        + "|Chrome|126.0.0|Chrome OS|14541.0.0|laptop",
                "HP-LaserJet-M507/5.2.1 (embedded)|-|-|-|-|printer",
                "acme-fleet-agent/1.0|-|-|-|-|unknown"
            })
    void aUserAgentSaysWhatItRunsOn(
            String text, String name, String version, String osName, String osVersion, String deviceType) {
        UserAgent userAgent = USER_AGENTS.parse(text);

        assertThat(userAgent).isEqualTo(new UserAgent(name, version, osName, osVersion, deviceType, false));
    }

    @Test
    void aCrawlerIsMarkedAsOne() {
        UserAgent userAgent =
                USER_AGENTS.parse("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)");

        assertThat(userAgent.attributes()).containsEntry("user_agent.synthetic.type", "bot");
    }

    @Test
    void whatIsNotKnownIsNotAnAttribute() {
        assertThat(USER_AGENTS.parse("acme-fleet-agent/1.0").attributes()).containsOnlyKeys("earshot.device.type");
    }
}
