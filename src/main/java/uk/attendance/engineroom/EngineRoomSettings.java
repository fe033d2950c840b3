package uk.attendance.engineroom;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param lateAfter what was due and is not done after so long is said to be late
 * @param checkAt when the invariants are checked by themselves, as a cron expression in London's
 *     time; {@code -} for never
 * @param node what this node is called; null for its process and machine
 */
@ConfigurationProperties("attendance.engine-room")
public record EngineRoomSettings(
    @DefaultValue("15m") Duration lateAfter,
    @DefaultValue("0 30 2 * * *") String checkAt,
    @Nullable String node) {}
