package uk.attendance.leave.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.AccountId;
import uk.attendance.account.Accounts;
import uk.attendance.leave.Appeal;
import uk.attendance.leave.AppealingByLink;
import uk.attendance.leave.LeavePapers;
import uk.attendance.leave.LeaveRequest;
import uk.attendance.leave.OpenAppeals.Papers;
import uk.attendance.school.DayWords;

/** Puts the papers of an appeal into words. */
@Component
class AppealViews {

  private final RequestViews requests;
  private final LeavePapers papers;
  private final Accounts accounts;

  AppealViews(RequestViews requests, LeavePapers papers, Accounts accounts) {
    this.requests = requests;
    this.papers = papers;
    this.accounts = accounts;
  }

  AppealShown of(Papers found) {
    LeaveRequest request = found.request();
    Appeal appeal = found.appeal();
    RequestShown shown = requests.of(request, found.scope());
    return new AppealShown(
        request.id().value(),
        shown.pupil(),
        shown.days(),
        shown.ground(),
        shown.applicant(),
        shown.received(),
        shown.reason(),
        shown.papers(),
        shown.findings(),
        Objects.requireNonNullElse(shown.decision(), List.of()),
        appeal.appellant(),
        DayWords.full(appeal.receivedOn()),
        appeal.reasons(),
        papers.of(AppealingByLink.papersOf(request)),
        outcome(appeal),
        hearing(appeal),
        standing(appeal));
  }

  private static List<RequestShown.Fact> outcome(Appeal appeal) {
    List<RequestShown.Fact> facts = new ArrayList<>();
    if (appeal.outcome() != null) {
      facts.add(
          new RequestShown.Fact(
              "Outcome",
              switch (appeal.outcome()) {
                case "upheld" -> "Upheld";
                case "upheld-in-part" -> "Upheld in part";
                default -> "Dismissed";
              }));
      facts.add(
          new RequestShown.Fact(
              "Reasons", Objects.requireNonNullElse(appeal.reasonsGiven(), "none given")));
    }
    return facts;
  }

  private AppealShown.@Nullable Hearing hearing(Appeal appeal) {
    if (appeal.hearingOn() == null) {
      return null;
    }
    String time = appeal.time() == null ? "" : appeal.time().strip();
    return new AppealShown.Hearing(
        DayWords.full(appeal.hearingOn()) + (time.isEmpty() ? "" : ", " + time),
        Objects.requireNonNullElse(appeal.place(), ""),
        appeal.panel().stream().map(this::name).collect(Collectors.joining(", ")));
  }

  private String name(AccountId member) {
    return accounts.find(member).map(account -> account.name()).orElse("somebody who has left");
  }

  private static String standing(Appeal appeal) {
    String heard = "; to be heard by " + DayWords.full(appeal.heardBy());
    return "Received on %s%s"
        .formatted(
            DayWords.full(appeal.receivedOn()),
            appeal.outcome() != null
                ? ""
                : !appeal.late()
                    ? heard
                    : appeal.admitted() == null
                        ? ", after the last day for it: the chair says whether it is heard"
                        : appeal.admitted()
                            ? ", late, and admitted" + heard
                            : ", late, and refused");
  }
}
