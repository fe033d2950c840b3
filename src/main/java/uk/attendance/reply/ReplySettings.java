package uk.attendance.reply;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param offered whether messages bear a link; left out: where the public address is not this
 *     machine's own
 * @param window over how long requests are counted
 * @param misses wrong dates and unknown links from one address within the window
 * @param requests by one link within the window
 * @param proofLasts how long after the date of birth an answer may take
 */
@ConfigurationProperties("attendance.reply")
record ReplySettings(
    @Nullable Boolean offered,
    @DefaultValue("10m") Duration window,
    @DefaultValue("40") int misses,
    @DefaultValue("60") int requests,
    @DefaultValue("2h") Duration proofLasts) {

  boolean offeredAt(URI address) {
    return offered == null ? isPublic(address) : offered;
  }

  private static boolean isPublic(URI address) {
    String host = address.getHost();
    try {
      // a name is not looked up: only an address in figures, or "localhost", can be our own
      return host != null
          && !host.equals("localhost")
          && !(host.matches("[0-9.]+|\\[.*]") && InetAddress.getByName(host).isLoopbackAddress());
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
