package io.earshot.prompt;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.earshot.problem.Fault;
import io.earshot.workspace.Sha256;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A share of the respondents, the same ones at every visit and on every device.
 *
 * @param rate from 0 to 1
 * @param salt what makes one sample differ from another; prompts with the same salt have the same sample
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Sampling(double rate, @Nullable String salt) {

    /** Whether the respondent is among them: {@link #position} below the rate. */
    boolean includes(String respondent, String defaultSalt) {
        return position(salt == null ? defaultSalt : salt, respondent) < rate;
    }

    /** The respondent's fixed place in [0, 1): the first 48 bits of SHA-256(salt + ":" + respondent), over 2^48. */
    static double position(String salt, String respondent) {
        return (ByteBuffer.wrap(Sha256.of(salt + ":" + respondent)).getLong() >>> 16) / (double) (1L << 48);
    }

    List<Fault> faults(String pointer) {
        return rate >= 0 && rate <= 1
                ? List.of()
                : List.of(
                        new Fault(pointer + "/rate", "out-of-range", "A rate must be from 0 to 1, not " + rate + "."));
    }
}
