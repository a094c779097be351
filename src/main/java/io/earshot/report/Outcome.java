package io.earshot.report;

/**
 * What a run gives.
 *
 * @param results   the findings as JSON
 * @param summary   the page to read, as HTML
 * @param asked     hash of what was asked; see {@link KeptResults}
 * @param dataState of the responses before they were read
 */
record Outcome(String results, String summary, ScratchFile workbook, String asked, String dataState) {}
