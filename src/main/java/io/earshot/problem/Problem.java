package io.earshot.problem;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A refusal: the caller asked for something that can't be done, and is told what and how to mend it. Throw it; one place
 * turns it into an {@code application/problem+json} answer.
 */
public final class Problem extends RuntimeException {
    /** Of {@link #body()}. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String slug;
    private final String title;
    private final transient List<Fault> errors;
    private final transient Map<String, Object> members;
    private final @Nullable Duration retryAfter;

    private Problem(
            int status,
            String slug,
            String title,
            String detail,
            List<Fault> errors,
            Map<String, Object> members,
            @Nullable Duration retryAfter) {
        super(requireNonNull(detail, "detail"));
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status must be from 400 to 599: " + status);
        }
        this.status = status;
        this.slug = requireNonNull(slug, "slug");
        this.title = requireNonNull(title, "title");
        this.errors = List.copyOf(errors);
        this.members = new LinkedHashMap<>(members);
        this.retryAfter = retryAfter;
    }

    /** @param slug the stable word at the end of the problem's {@code type} */
    public static Problem of(int status, String slug, String title, String detail) {
        return new Problem(status, slug, title, detail, List.of(), Map.of(), null);
    }

    /** 400: the request can't be read as what it should be. */
    public static Problem malformed(String detail) {
        return of(400, "malformed-request", "The request can't be read", detail);
    }

    /** 400 with a pointer for each fault. */
    public static Problem invalid(List<Fault> errors) {
        return of(400, "invalid-request", "The request is not valid", summary(errors))
                .withErrors(errors);
    }

    /** 404; also for what belongs to another workspace, so that nothing is told about it. */
    public static Problem notFound(String what, Object id) {
        return of(404, "not-found", "Not found", "There is no " + what + " " + id + " in this workspace.");
    }

    /** 409: the thing is in a state in which this can't be done. */
    public static Problem conflict(String slug, String detail) {
        return of(409, slug, "Not possible in this state", detail);
    }

    /** 412: somebody else changed the thing meanwhile. */
    public static Problem stale(String detail) {
        return of(412, "stale", "Changed meanwhile", detail);
    }

    /** 422: well-formed, but an answer or a value that is not allowed, with a pointer for each fault. */
    public static Problem unprocessable(String slug, String title, List<Fault> errors) {
        return of(422, slug, title, summary(errors)).withErrors(errors);
    }

    public Problem withErrors(List<Fault> faults) {
        return new Problem(status, slug, title, detail(), faults, members, retryAfter);
    }

    /** The same problem with a further member of its own, such as {@code findings}. */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, slug, title, detail(), errors, more, retryAfter);
    }

    /** The same problem, which may be gone after a while: the answer's {@code Retry-After}, in whole seconds. */
    public Problem retryAfter(Duration wait) {
        return new Problem(status, slug, title, detail(), errors, members, wait);
    }

    /** What {@code Retry-After} says, at least one second; empty if coming again does not help. */
    public OptionalLong retryAfterSeconds() {
        return retryAfter == null ? OptionalLong.empty() : OptionalLong.of(Math.max(1, retryAfter.toSeconds()));
    }

    public int status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return requireNonNull(getMessage());
    }

    public List<Fault> errors() {
        return errors;
    }

    public Map<String, Object> members() {
        return members;
    }

    /** Its members as Problem Details (RFC 9457), to be written as JSON. */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + slug);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail());
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        body.putAll(members);
        return body;
    }

    private static String summary(List<Fault> errors) {
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("a refusal needs at least one fault");
        }
        String first = errors.get(0).detail();
        return errors.size() == 1 ? first : first + " (and " + (errors.size() - 1) + " more)";
    }
}
