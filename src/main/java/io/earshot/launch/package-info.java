/** How Earshot starts: command line, embedded database, demo; imported by nobody. */
@NullMarked
package io.earshot.launch;

import org.jspecify.annotations.NullMarked;
