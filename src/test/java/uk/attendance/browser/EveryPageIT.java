package uk.attendance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Follows every link that each role is offered: at a desk, and in a window of 320 pixels. */
class EveryPageIT {

  /** Pages of one kind: the same address but for numbers, dates and ids. */
  private static final String VARIES =
      "/(\\d+|\\d{4}-\\d{2}-\\d{2}|AM|PM|[0-9a-f]{8}-[0-9a-f-]{27})(?=/|$)";

  /** What a school, a pack, a table or a letter is called. */
  private static final String NAMED = "(?<=/(schools|policy|templates|ask-for-leave))/[a-z0-9-]+";

  /** A page looks the same on a phone whoever holds it. */
  private static final Set<String> SEEN_ON_A_PHONE = ConcurrentHashMap.newKeySet();

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest(name = "{1} at {0}")
  @CsvSource({
    "Dothill, office",
    "Dothill, teacher",
    "Nailsworth, lead",
    "St Vincent, headteacher",
    "Lady Byron, safeguarding",
    "Dothill, governor",
    "Nailsworth, admin",
    "Raleigh, manager",
  })
  void everyPageOfARoleIsInOrder(String place, String role) {
    try (Visitor desk = Visitor.atADesk().signIn(place, role)) {
      Set<String> kinds = new LinkedHashSet<>();
      Deque<String> ahead = new ArrayDeque<>(List.of("/"));
      Set<String> seen = new HashSet<>(ahead);
      while (!ahead.isEmpty()) {
        String path = ahead.poll();
        Response answer = desk.goTo(path);
        assertThat(answer.status()).as("%s %s at %s", path, role, place).isEqualTo(200);
        desk.findsThePageInOrder();
        desk.takesAPicture(role + kind(path).replace('/', '_'));
        kinds.add(kind(path));
        for (String link : links(desk)) {
          if (seen.add(kind(link))) {
            ahead.add(link);
          }
        }
        if (SEEN_ON_A_PHONE.add(kind(path))) {
          desk.looksAsOnAPhone(
              () -> {
                desk.findsThePageInOrder();
                desk.takesAPicture("phone" + kind(path).replace('/', '_'));
              });
        }
      }
      assertThat(kinds).as("pages of %s at %s", role, place).hasSizeGreaterThan(1);
    }
  }

  @Test
  void signInIsInOrderForThoseWhoHaveNotSignedIn() {
    for (String path : List.of("/sign-in", "/forgotten-password")) {
      try (Visitor desk = Visitor.atADesk()) {
        desk.goTo(path);
        desk.findsThePageInOrder();
        desk.takesAPicture(path.substring(1));
        desk.looksAsOnAPhone(
            () -> {
              desk.findsThePageInOrder();
              desk.takesAPicture("phone-" + path.substring(1));
            });
      }
    }
  }

  private static List<String> links(Visitor visitor) {
    @SuppressWarnings("unchecked")
    List<String> found =
        (List<String>)
            visitor.page.evaluate(
                """
                [...document.querySelectorAll('a[href]')]
                  .filter(a => a.origin === location.origin && !a.hasAttribute('download'))
                  .map(a => a.pathname + a.search)
                """);
    return found.stream().filter(link -> !link.endsWith(".csv")).toList();
  }

  private static String kind(String link) {
    return link.replaceAll("\\?.*", "").replaceAll(VARIES, "/one").replaceAll(NAMED, "/one");
  }
}
