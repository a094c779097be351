package io.earshot.response;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other, each checked. */
interface ImportRows {
    /** Null after the last one. @throws io.earshot.problem.Problem 400 if the file is not of its kind from here on */
    @Nullable
    ImportedRow next() throws IOException;
}
