package uk.attendance.notify.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import uk.attendance.notify.NotifySchools;
import uk.attendance.notify.Receipts;
import uk.attendance.school.SchoolId;

/**
 * Where Notify posts what became of a school's texts. It knows the token that the school gave it;
 * it tries again in some minutes after an answer of 500 and more, and not after any other.
 */
@RestController
class CallbackController {

  private static final String BEARER = "Bearer ";
  private static final int LONGEST = 10_000;
  private static final int LONGEST_SCHOOL = 40;

  private final NotifySchools schools;
  private final Receipts receipts;
  private final ObjectMapper json;

  CallbackController(NotifySchools schools, Receipts receipts, ObjectMapper json) {
    this.schools = schools;
    this.receipts = receipts;
    this.json = json;
  }

  @PostMapping("/notify/{school:[a-z][a-z0-9]*(?:-[a-z0-9]+)*}/status")
  ResponseEntity<Void> status(
      @PathVariable String school,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
      @RequestBody(required = false) @Nullable String body) {
    if (school.length() > LONGEST_SCHOOL || !authorization.startsWith(BEARER)) {
      return answer(HttpStatus.UNAUTHORIZED);
    }
    SchoolId id = new SchoolId(school);
    if (!schools.isToken(id, authorization.substring(BEARER.length()).strip())) {
      return answer(HttpStatus.UNAUTHORIZED);
    }
    if (body == null || body.length() > LONGEST) {
      return answer(HttpStatus.BAD_REQUEST);
    }
    try {
      return answer(take(id, json.readTree(body)));
    } catch (JsonProcessingException | DateTimeParseException e) {
      return answer(HttpStatus.BAD_REQUEST);
    }
  }

  /** Something else than a receipt, such as a text that came in, is not ours to keep. */
  private HttpStatus take(SchoolId school, JsonNode receipt) {
    String id = text(receipt, "id");
    String status = text(receipt, "status");
    if (id == null || status == null) {
      return HttpStatus.NO_CONTENT;
    }
    String completed = text(receipt, "completed_at");
    boolean taken =
        receipts.take(
            school,
            id,
            text(receipt, "reference"),
            status,
            "letter".equals(text(receipt, "notification_type")),
            completed == null ? null : instant(completed));
    return taken ? HttpStatus.NO_CONTENT : HttpStatus.SERVICE_UNAVAILABLE;
  }

  private static Instant instant(String iso) {
    return OffsetDateTime.parse(iso).toInstant();
  }

  private static @Nullable String text(JsonNode receipt, String key) {
    JsonNode value = receipt.get(key);
    return value == null || !value.isTextual() ? null : value.asText();
  }

  private static ResponseEntity<Void> answer(HttpStatus status) {
    return ResponseEntity.status(status).build();
  }
}
