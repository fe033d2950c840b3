package uk.attendance.leave.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.leave.LeavePapers;
import uk.attendance.leave.LeaveRequest;
import uk.attendance.leave.LeaveRequest.Decision;
import uk.attendance.leave.LeaveRequests;
import uk.attendance.leave.RequestState;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.school.DayWords;

/** Puts requests into words, within a reader's scope. */
@Component
class RequestViews {

  private final LeaveRequests requests;
  private final LeavePapers papers;
  private final Pupils pupils;

  RequestViews(LeaveRequests requests, LeavePapers papers, Pupils pupils) {
    this.requests = requests;
    this.papers = papers;
    this.pupils = pupils;
  }

  /** A line in a list. */
  record Line(
      long id, String pupil, String place, String days, String ground, String state, String look) {}

  List<Line> lines(List<LeaveRequest> all, Scope scope) {
    Map<PupilId, Pupil> known =
        pupils.byIds(all.stream().map(LeaveRequest::pupil).distinct().toList(), scope).stream()
            .collect(Collectors.toMap(Pupil::id, Function.identity()));
    return all.stream()
        .filter(one -> known.containsKey(one.pupil()))
        .map(
            one -> {
              Pupil pupil = known.get(one.pupil());
              return new Line(
                  one.id().value(),
                  pupil.name(),
                  place(pupil),
                  DayWords.from(one.from(), one.to()),
                  one.ground().words(),
                  state(one),
                  look(one.state()));
            })
        .toList();
  }

  RequestShown of(LeaveRequest request, Scope scope) {
    Pupil pupil =
        pupils
            .byId(request.pupil(), scope)
            .orElseThrow(
                () -> new uk.attendance.account.NotInSight("request for leave", request.id()));
    return new RequestShown(
        request.id().value(),
        request.caseId().value(),
        pupil.id().value(),
        pupil.name(),
        place(pupil),
        DayWords.from(request.from(), request.to()),
        request.ground().words(),
        request.reason(),
        applicant(request),
        DayWords.full(request.receivedOn()),
        request.way().words(),
        state(request),
        look(request.state()),
        papers.of(request.conversation()),
        together(request, scope),
        FindingShown.of(request.findings()),
        request.mustBeDeclined(),
        decision(request));
  }

  private List<RequestShown.Together> together(LeaveRequest request, Scope scope) {
    List<LeaveRequest> others =
        requests.ofFamily(request, scope).stream()
            .filter(other -> !other.pupil().equals(request.pupil()))
            .toList();
    return lines(others, scope).stream()
        .map(line -> new RequestShown.Together(line.id(), line.pupil(), line.state()))
        .toList();
  }

  /** What was decided, label by label; null while nobody has. */
  @Nullable List<RequestShown.Fact> decision(LeaveRequest request) {
    Decision decision = request.decision();
    if (decision == null) {
      return null;
    }
    List<RequestShown.Fact> facts = new ArrayList<>();
    facts.add(new RequestShown.Fact("Decision", capital(request.state().words())));
    if (decision.grantedFrom() != null && decision.grantedTo() != null) {
      facts.add(
          new RequestShown.Fact(
              "Granted", DayWords.from(decision.grantedFrom(), decision.grantedTo())));
      facts.add(new RequestShown.Fact("Code", String.valueOf(decision.code())));
    }
    add(facts, "Reasons", decision.reasons());
    add(facts, "Why although ruled out", decision.overrideReason());
    facts.add(
        new RequestShown.Fact(
            "Decided",
            "%s, by %s, %s"
                .formatted(DayWords.full(decision.on()), decision.decidedBy(), decision.title())));
    if (decision.appealUntil() != null) {
      facts.add(new RequestShown.Fact("Appeal until", DayWords.full(decision.appealUntil())));
    }
    return facts;
  }

  private static void add(List<RequestShown.Fact> facts, String label, String words) {
    if (!words.isBlank()) {
      facts.add(new RequestShown.Fact(label, words));
    }
  }

  static String applicant(LeaveRequest request) {
    String relationship = request.applicant().relationship();
    return relationship.isBlank()
        ? request.applicant().name()
        : request.applicant().name() + ", " + relationship.toLowerCase(Locale.UK);
  }

  private static String state(LeaveRequest request) {
    return request.state() == RequestState.ASKED ? "waiting" : request.state().words();
  }

  static String look(RequestState state) {
    return switch (state) {
      case ASKED -> "app-badge--warn";
      case GRANTED, GRANTED_IN_PART -> "app-badge--good";
      case DECLINED -> "app-badge--bad";
      default -> "";
    };
  }

  static String place(Pupil pupil) {
    return pupil.className() == null
        ? pupil.year().words()
        : pupil.year().words() + ", " + pupil.className();
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
  }
}
