/** What is asked: questions, scales, wording, versions; knows nothing of who answers. */
@NullMarked
package io.earshot.questionnaire;

import org.jspecify.annotations.NullMarked;
