/** How long statistics of a million respondents take, beside R; not part of what is shipped. */
@org.jspecify.annotations.NullMarked
package io.earshot.bench;
