package io.earshot.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How reports are run; {@code docs/reference/reports.md} says what for. */
@ConfigMapping(prefix = "earshot.reports")
interface ReportSettings {
    /** Reports that one node makes at once. Each holds its responses in memory. */
    @WithDefault("2")
    int atOnce();

    /** Reports of one workspace that run at once, on all nodes together. */
    @WithDefault("2")
    int runningPerWorkspace();

    /** Reports of one workspace that wait; more are refused. */
    @WithDefault("1000")
    int queuedPerWorkspace();

    /** How long a run may not be heard of before its process is taken for dead and another begins its report again. */
    @WithDefault("10s")
    Duration lease();

    /** How often the queue and the timetable are looked at where nothing says that there is work. */
    @WithDefault("1s")
    Duration lookEvery();

    /** Schedules that a workspace may have. */
    @WithDefault("100")
    int schedulesPerWorkspace();
}
