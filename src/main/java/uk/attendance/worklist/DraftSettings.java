package uk.attendance.worklist;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keep how long a draft stays after it was saved last, once its task is done
 */
@ConfigurationProperties("attendance.drafts")
record DraftSettings(@DefaultValue("14d") Duration keep) {}
