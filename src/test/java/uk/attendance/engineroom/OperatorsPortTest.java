package uk.attendance.engineroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import uk.attendance.AttendanceApplication;

/**
 * A node on a PostgreSQL of its own, with a mail server that is away: what the proxy and the
 * operators are told, while the database answers, when it stops, and when it is back.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperatorsPortTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path data;

  private static EmbeddedPostgres postgres;
  private static ConfigurableApplicationContext node;

  @BeforeAll
  static void start() throws IOException {
    postgres = postgres(0);
    node =
        new SpringApplicationBuilder(AttendanceApplication.class)
            .profiles("metrics")
            .run(
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.hikari.maximum-pool-size=8",
                "--spring.datasource.hikari.connection-timeout=5000",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + closedPort(),
                "--server.port=0",
                "--management.server.port=0",
                "--spring.main.banner-mode=off",
                "--camunda.bpm.job-execution.enabled=false");
  }

  @AfterAll
  static void stop() throws IOException {
    node.close();
    postgres.close();
  }

  private static EmbeddedPostgres postgres(int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data.resolve("postgres"))
            .setCleanDataDirectory(false);
    return (port == 0 ? builder : builder.setPort(port)).start();
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/livez", "/readyz"})
  @Order(1)
  void thePagesPortTellsTheProxyThatAllIsWellThoughTheMailServerIsAway(String probe)
      throws Exception {
    assertThat(pages(probe).statusCode()).isEqualTo(200);
    assertThat(pages(probe).body()).doesNotContain("components", "mail", "PostgreSQL");
  }

  @Test
  @Order(1)
  void theOperatorsPortTellsWhichPartIsAway() throws Exception {
    HttpResponse<String> health = operators("/actuator/health");

    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(health.body()).contains("\"database\":{\"status\":\"UP\"");
    assertThat(health.body()).containsPattern("\"mail\":\\{\"status\":\"DOWN\"");
    assertThat(operators("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(operators("/actuator/health/liveness").statusCode()).isEqualTo(200);
  }

  @Test
  @Order(1)
  void theOperatorsPortHasTheNumbersAndThePagesPortHasNot() throws Exception {
    HttpResponse<String> numbers = operators("/actuator/prometheus");

    assertThat(numbers.statusCode()).isEqualTo(200);
    assertThat(numbers.body())
        .contains("attendance_messages{state=\"to-print\"} 0.0")
        .contains("attendance_messages_oldest_seconds{state=\"waiting\"} 0.0")
        .contains("attendance_register_close_waiting 0.0")
        .contains("attendance_register_files{state=\"applied\"} 0.0")
        .contains("attendance_steps_given_up 0.0")
        .contains("attendance_tasks 0.0")
        .contains("attendance_nodes_up")
        .contains("attendance_check_broken 0.0")
        .contains("hikaricp_connections")
        .doesNotContain("NaN} ");
    for (String path : new String[] {"/actuator/prometheus", "/actuator/health", "/actuator"}) {
      assertThat(pages(path).statusCode()).as(path).isIn(302, 403, 404);
      assertThat(pages(path).body()).as(path).doesNotContain("attendance_");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sign-in", "/actuator", "/actuator/env", "/actuator/beans"})
  @Order(1)
  void theOperatorsPortHasNothingElse(String path) throws Exception {
    assertThat(operators(path).statusCode()).isIn(403, 404);
  }

  @Test
  @Order(2)
  void isAliveButNotReadyWhileTheDatabaseIsAway() throws Exception {
    int port = postgres.getPort();
    postgres.close();

    assertThat(pages("/readyz").statusCode()).isEqualTo(503);
    assertThat(pages("/livez").statusCode()).isEqualTo(200);
    assertThat(operators("/actuator/health").body()).contains("\"database\":{\"status\":\"DOWN\"");

    postgres = postgres(port);
    // a question asked while it was away may still stand; each answer waits for that
    int answers = 1;
    while (pages("/readyz").statusCode() != 200 && answers < 100) {
      answers++;
    }
    assertThat(answers).isLessThan(100);
  }

  private static HttpResponse<String> pages(String path) throws Exception {
    return get("local.server.port", path);
  }

  private static HttpResponse<String> operators(String path) throws Exception {
    return get("local.management.port", path);
  }

  private static HttpResponse<String> get(String port, String path) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + node.getEnvironment().getProperty(port) + path))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
