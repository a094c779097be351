package io.earshot.statistics.group;

import io.earshot.statistics.Interval;

/**
 * Two groups of several compared: second minus first.
 *
 * @param difference with an interval that holds for all pairs together
 * @param p          adjusted for all pairs
 */
public record PairComparison(int first, int second, Interval difference, double degreesOfFreedom, double p) {}
