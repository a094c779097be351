package io.earshot.quality;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells hammering on a keyboard from words, in Latin letters; other scripts are let be. */
final class Nonsense {
    /** Shorter ones are abbreviations and names as often as not. */
    private static final int SHORTEST = 8;

    private static final int DISTINCT = 3;
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\P{L}]*");
    private static final Pattern VOWEL = Pattern.compile("[aeiouyàâäáãåæéèêëíìîïóòôöõøœúùûüýÿ]");
    private static final Pattern REPEATED = Pattern.compile("(.)\\1{5,}");
    private static final Pattern CONSONANTS = Pattern.compile("[bcdfghjklmnpqrstvwxz]{7,}");
    private static final Pattern HAMMERED = Pattern.compile(
            "(asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert|erty|zxcv|xcvb|cvbn|vbnm){2,}|(asdfgh|qwerty|zxcvbn)\\w*");

    private Nonsense() {}

    static boolean is(String text) {
        String letters = text.toLowerCase(Locale.ROOT).strip();
        long count = letters.chars().filter(Character::isLetter).count();
        if (letters.length() < SHORTEST
                || count == 0 && !REPEATED.matcher(letters).find()) {
            return false;
        }
        if (!LATIN.matcher(letters).matches()) {
            return false;
        }
        long distinct = letters.chars().filter(Character::isLetter).distinct().count();
        boolean poor = count >= SHORTEST && distinct <= DISTINCT;
        boolean mute = count >= SHORTEST && !VOWEL.matcher(letters).find();
        boolean single = !letters.contains(" ");
        return poor
                || mute
                || REPEATED.matcher(letters).find()
                || HAMMERED.matcher(letters).find() && single
                || CONSONANTS.matcher(letters).find() && single && !letters.contains("://");
    }
}
