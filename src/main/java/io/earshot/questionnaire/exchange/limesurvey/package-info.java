/** LimeSurvey's survey structures (.lss), read into drafts. */
@NullMarked
package io.earshot.questionnaire.exchange.limesurvey;

import org.jspecify.annotations.NullMarked;
