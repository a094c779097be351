/**
 * Who is asked what, in which order, and which answers that allows; {@code survey-schemas/conformance/flow} specifies it for
 * all runtimes. Knows nothing of storage.
 */
@NullMarked
package io.earshot.questionnaire.flow;

import org.jspecify.annotations.NullMarked;
