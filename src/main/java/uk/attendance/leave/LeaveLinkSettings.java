package uk.attendance.leave;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Links by which parents ask for leave and appeal.
 *
 * @param request how long a link for a request works
 * @param appeal how long a link for an appeal works; an appeal that comes too late is told so
 * @param askAgainAfter how soon somebody who was sent a link is sent another
 * @param mostForOne links asked for with one address or number within an hour
 * @param mostForSchool links asked for at one school within an hour
 */
@ConfigurationProperties("attendance.leave.links")
public record LeaveLinkSettings(
    @DefaultValue("7d") Duration request,
    @DefaultValue("60d") Duration appeal,
    @DefaultValue("10m") Duration askAgainAfter,
    @DefaultValue("5") int mostForOne,
    @DefaultValue("300") int mostForSchool) {}
