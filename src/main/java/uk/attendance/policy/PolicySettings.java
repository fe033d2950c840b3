package uk.attendance.policy;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param directory packs on disk taken instead of the bundled ones, so that a changed pack can be
 *     tried; null: the bundled ones
 */
@ConfigurationProperties("attendance.policies")
record PolicySettings(@Nullable Path directory) {}
