/** Who sees a questionnaire, where and when: placements, audiences, caps, exposures; knows nothing of answers. */
@NullMarked
package io.earshot.prompt;

import org.jspecify.annotations.NullMarked;
