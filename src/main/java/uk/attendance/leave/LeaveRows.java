package uk.attendance.leave;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseId;
import uk.attendance.pupil.PupilId;

/** Writes the rows of requests, in the transaction of whoever asks. */
@Repository
class LeaveRows {

  private static final int REASONS = 2000;

  private final JdbcClient jdbc;
  private final Clock clock;

  LeaveRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  RequestId insert(
      NewRequest request,
      PupilId child,
      LeaveRequest.Applicant applicant,
      String conversation,
      int schoolDays,
      Actor by) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into leave_request (conversation, idempotency_key, school_id, pupil_id,
              applicant_contact, applicant_name, relationship, first_day, last_day, school_days, ground,
              reason, received_on, way, asked_at, asked_by, asked_title, state)
            values (:conversation, :key, :school, :pupil, :contact, :name, :relationship, :from, :to,
              :days, :ground, :reason, :received, :way, :now, :by, :title, 'ASKED')
            """)
        .param("conversation", conversation)
        .param("key", request.idempotencyKey())
        .param("school", request.school().value())
        .param("pupil", child.value())
        .param("contact", applicant.contact() == null ? null : applicant.contact().value())
        .param("name", cut(applicant.name(), 200))
        .param("relationship", cut(applicant.relationship(), 80))
        .param("from", request.from())
        .param("to", request.to())
        .param("days", schoolDays)
        .param("ground", request.ground().key())
        .param("reason", request.reason())
        .param("received", request.receivedOn())
        .param("way", request.way().name())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("by", cut(by.name(), 120))
        .param("title", cut(by.title(), 120))
        .update(key, "id");
    RequestId id = new RequestId(Objects.requireNonNull(key.getKey()).longValue());
    int position = 0;
    for (String file : request.evidence()) {
      jdbc.sql("insert into leave_evidence values (:id, :position, :file)")
          .param("id", id.value())
          .param("position", position++)
          .param("file", file)
          .update();
    }
    return id;
  }

  void opened(RequestId id, CaseId caseId) {
    jdbc.sql("update leave_request set case_id = :case where id = :id")
        .param("case", caseId.value())
        .param("id", id.value())
        .update();
  }

  /** The findings as of today, in place of earlier ones. */
  void found(RequestId id, List<Finding> findings) {
    jdbc.sql("delete from leave_finding where request_id = :id").param("id", id.value()).update();
    int position = 0;
    for (Finding finding : findings) {
      jdbc.sql(
              "insert into leave_finding (request_id, position, code, weight, rule_id, words)"
                  + " values (:id, :position, :code, :weight, :rule, :words)")
          .param("id", id.value())
          .param("position", position++)
          .param("code", finding.code())
          .param("weight", finding.weight().key())
          .param("rule", finding.rule().value())
          .param("words", cut(finding.words(), 1000))
          .update();
    }
  }

  void decided(RequestId id, RequestState state, LeaveRequest.Decision decision) {
    jdbc.sql(
            """
            update leave_request set state = :state, granted_from = cast(:from as date),
              granted_to = cast(:to as date), granted_code = :code, granted_sessions = :sessions,
              reasons = :reasons, override_reason = :override, decided_on = :on, decided_by = :by,
              decided_title = :title, decided_account = cast(:account as bigint),
              appeal_until = cast(:until as date)
            where id = :id
            """)
        .param("state", state.name())
        .param("from", text(decision.grantedFrom()))
        .param("to", text(decision.grantedTo()))
        .param("code", decision.code())
        .param("sessions", decision.sessions())
        .param("reasons", cut(decision.reasons(), REASONS))
        .param("override", cut(decision.overrideReason(), 1000))
        .param("on", decision.on())
        .param("by", cut(decision.decidedBy(), 120))
        .param("title", cut(decision.title(), 120))
        .param("account", decision.account() == null ? null : decision.account().value())
        .param("until", text(decision.appealUntil()))
        .param("id", id.value())
        .update();
  }

  void became(RequestId id, RequestState state) {
    jdbc.sql("update leave_request set state = :state where id = :id")
        .param("state", state.name())
        .param("id", id.value())
        .update();
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
