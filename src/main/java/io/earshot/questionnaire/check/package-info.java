/** What a reviewer would say about a questionnaire before it is published, and how one version differs from another. */
@NullMarked
package io.earshot.questionnaire.check;

import org.jspecify.annotations.NullMarked;
