/** The web front end, seen from a browser. */
@NullMarked
package io.earshot.webui;

import org.jspecify.annotations.NullMarked;
