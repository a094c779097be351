package io.earshot.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a refusal or a failure becomes an answer. */
final class ProblemAnswers {

    @ServerExceptionMapper
    Response refused(Problem problem) {
        return answer(problem);
    }

    @ServerExceptionMapper
    Response unknownCaller(UnauthorizedException e) {
        return answer(unauthenticated(
                "Send a token as 'Authorization: Bearer <token>'; a publishable key (pk_...) opens the client API, a secret"
                        + " token (sk_...) the management API."));
    }

    @ServerExceptionMapper
    Response refusedCaller(AuthenticationFailedException e) {
        String message = e.getMessage();
        return answer(unauthenticated(message == null ? "The credentials are not known here." : message));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return answer(Problem.of(
                403,
                "forbidden",
                "Not allowed",
                "This token's role does not allow this call; use one of a higher role."));
    }

    @ServerExceptionMapper
    Response unreadableJson(JsonProcessingException e) {
        String where = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return answer(Problem.malformed("The body is not JSON" + where + ": " + e.getOriginalMessage()));
    }

    @ServerExceptionMapper
    Response unfittingJson(MismatchedInputException e) {
        String pointer = pointer(e.getPath());
        if (e instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return answer(Problem.invalid(List.of(new Fault(
                    pointer,
                    "unknown-field",
                    "There is no field '" + unknown.getPropertyName() + "' here; there are: " + known + "."))));
        }
        return answer(Problem.invalid(List.of(new Fault(pointer, "wrong-type", e.getOriginalMessage()))));
    }

    /** What the framework itself refuses: no such path, method or media type, a body that is too large. */
    @ServerExceptionMapper
    Response refusedByFramework(WebApplicationException e) {
        // Quarkus wraps what Jackson found; the reason inside is the better answer.
        if (e.getCause() instanceof MismatchedInputException mismatch) {
            return unfittingJson(mismatch);
        }
        if (e.getCause() instanceof JsonProcessingException unreadable) {
            return unreadableJson(unreadable);
        }
        if (e.getCause() instanceof Problem problem) {
            return answer(problem);
        }
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        if (status >= 500) {
            return failed(e);
        }
        String reason = e.getResponse().getStatusInfo().getReasonPhrase();
        Response answer = answer(Problem.of(
                status, reason.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'), reason, hint(status, reason)));
        Object allow = e.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }

    /** An incident: logged whole under a number, and nothing of the code told to the caller. */
    @ServerExceptionMapper
    Response failed(Throwable failure) {
        return answer(Incidents.of(failure));
    }

    private static Problem unauthenticated(String detail) {
        return Problem.of(401, "unauthenticated", "Who is calling?", detail);
    }

    private static String hint(int status, String reason) {
        return switch (status) {
            case 404 -> "There is nothing at this path; the API's description stands at /openapi.";
            case 405 -> "This path does not take this method; see the Allow header.";
            case 413 -> "The body is larger than this call takes.";
            case 415 -> "This call takes another Content-Type; see /openapi.";
            default -> reason + ".";
        };
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> step.getFieldName() == null ? "/" + step.getIndex() : Fault.segment(step.getFieldName()))
                .collect(Collectors.joining());
    }

    private static Response answer(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.body());
        problem.retryAfterSeconds().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wait));
        if (problem.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"earshot\"");
        }
        return answer.build();
    }
}
