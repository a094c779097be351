/** Imports of SurveyJS's JSON. */
@NullMarked
package io.earshot.questionnaire.exchange.surveyjs;

import org.jspecify.annotations.NullMarked;
