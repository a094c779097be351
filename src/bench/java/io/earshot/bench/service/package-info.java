/** The packaged service under load and under fire, beside what PostgreSQL's own tools do on the same server. */
package io.earshot.bench.service;
