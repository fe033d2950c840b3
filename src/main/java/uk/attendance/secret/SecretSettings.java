package uk.attendance.secret;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param key 32 random bytes in Base64, the same for all nodes of an installation; without it one
 *     is made and kept in the data folder, which production does not accept
 */
@ConfigurationProperties("attendance.secrets")
record SecretSettings(@Nullable String key) {}
