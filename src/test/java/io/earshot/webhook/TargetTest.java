package io.earshot.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The special addresses are those of IANA's two registries. */
class TargetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "100::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1"
            })
    void anAddressThatIsNotOfThePublicInternetIsRefused(String address) throws UnknownHostException {
        assertThat(Target.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "169.253.1.1",
                "192.1.1.1",
                "198.17.0.1",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4001:80b::200e",
                "2001:4860:4860::8888"
            })
    void anAddressOfThePublicInternetIsTaken(String address) throws UnknownHostException {
        assertThat(Target.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/",
                "https://127.0.0.1/",
                "https://[::1]:8443/",
                "https://[::ffff:169.254.169.254]/latest/meta-data/"
            })
    void aHostIsJudgedByWhereItLeads(String url) {
        assertThatThrownBy(() -> new Target(URI.create(url)).address(false))
                .isInstanceOf(Target.Forbidden.class)
                .hasMessageContaining("not of the public internet");
    }

    @Test
    void whoRunsItInsideMayAllowPrivateTargets() {
        assertThatCode(() -> new Target(URI.create("http://localhost:8080/")).address(true))
                .doesNotThrowAnyException();
        assertThat(Target.fault("http://intranet/hook", true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/",
                "ftp://example.com/",
                "https:///path",
                "https://2130706433/",
                "https://user:pw@example.com/",
                "https://example.com/#part",
                "no url",
                "javascript:alert(1)",
                ""
            })
    void aUrlThatIsNoTargetIsRefused(String url) {
        assertThat(Target.fault(url, false)).isPresent();
    }
}
