package io.earshot.device;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who can know an attribute. */
public enum Platform {
    @JsonProperty("web")
    WEB,
    @JsonProperty("android")
    ANDROID,
    @JsonProperty("ios")
    IOS,
    @JsonProperty("desktop")
    DESKTOP,
    /** A printer, a television, a kiosk, a machine. */
    @JsonProperty("device")
    DEVICE,
    /** Earshot itself, when a request arrives. */
    @JsonProperty("server")
    SERVER
}
