package io.earshot.workspace;

import java.security.SecureRandom;
import java.util.Base64;

/** Tokens: how they are made, and the one-way digest that the database keeps of them. */
final class TokenDigest {
    static final int SHORTEST = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenDigest() {}

    /** A new token of 192 random bits behind its prefix. */
    static String newToken(String prefix) {
        byte[] secret = new byte[24];
        RANDOM.nextBytes(secret);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** SHA-256; tokens are random and long, so a slow hash would buy nothing and cost every request. */
    static byte[] of(String token) {
        return Sha256.of(token);
    }

    /** Enough of a token to recognise it by in a list, too little to use it. */
    static String hint(String token) {
        return token.substring(0, 3) + "..." + token.substring(token.length() - 4);
    }
}
