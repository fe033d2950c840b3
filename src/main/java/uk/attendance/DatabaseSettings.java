package uk.attendance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param patience how long a node waits for an answer of PostgreSQL, and PostgreSQL for a node that
 *     is silent within a transaction or does not take what it is sent
 */
@ConfigurationProperties("attendance.database")
record DatabaseSettings(@DefaultValue("5m") Duration patience) {}
