package uk.attendance;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Neither side waits for ever where the network swallows what is sent or a node stands still: the
 * node's statement fails and its work is done again, PostgreSQL rolls the transaction back and
 * frees what it held (docs/decisions/0147). What the address itself says goes first.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean
  static BeanPostProcessor endOfPatience(Environment environment) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource source
            && String.valueOf(source.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
          limit(
              source,
              Binder.get(environment)
                  .bindOrCreate("attendance.database", DatabaseSettings.class)
                  .patience());
        }
        return bean;
      }
    };
  }

  private static void limit(HikariDataSource source, Duration patience) {
    long millis = patience.toMillis();
    long seconds = Math.max(1, patience.toSeconds());
    source.addDataSourceProperty("socketTimeout", Long.toString(seconds));
    source.addDataSourceProperty("tcpKeepAlive", "true");
    source.addDataSourceProperty(
        "options",
        "-c idle_in_transaction_session_timeout=%d -c tcp_user_timeout=%d -c tcp_keepalives_idle=%d"
            .formatted(millis, millis, seconds));
  }
}
