/** Which numbers, when, for whom: definitions, jobs, results; imported by nobody but the launcher. */
@NullMarked
package io.earshot.report;

import org.jspecify.annotations.NullMarked;
