package uk.attendance.account;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the world reaches us, for links and senders in messages. Never taken from a request: whoever
 * sends it could write another host into our mail.
 *
 * @param url without a path: {@code https://attendance.dothill.sch.uk}
 * @param sender of mail about accounts
 */
@ConfigurationProperties("attendance.address")
public record PublicAddress(
    @DefaultValue("http://localhost:8080") URI url,
    @DefaultValue("attendance@localhost") String sender) {

  public URI link(String path) {
    return url.resolve(path);
  }
}
