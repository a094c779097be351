package io.earshot.workspace;

/**
 * What a caller may do, as the words that {@code @RolesAllowed} takes. Each role of a member may do what the ones below
 * it may; {@link #CLIENT} stands apart: it is a publishable key inside an application and sees nothing of the management API.
 */
public final class Role {
    /** Everything, members and tokens included. */
    public static final String OWNER = "owner";
    /** Questionnaires, prompts and reports. */
    public static final String EDITOR = "editor";
    /** Responses and reports. */
    public static final String ANALYST = "analyst";
    /** Reading of what is no personal answer: questionnaires, prompts, finished reports. */
    public static final String VIEWER = "viewer";
    /** An application: the client API alone. */
    public static final String CLIENT = "client";

    private Role() {}
}
