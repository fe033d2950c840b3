package uk.attendance.register;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param lease how long a node may be silent over a file before another one takes it up
 */
@ConfigurationProperties("attendance.register")
record ImportSettings(@DefaultValue("60s") Duration lease) {}
