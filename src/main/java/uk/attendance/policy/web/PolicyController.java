package uk.attendance.policy.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import uk.attendance.account.CurrentSchool;
import uk.attendance.policy.Change;
import uk.attendance.policy.Difference;
import uk.attendance.policy.PackVersion;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.Statement;
import uk.attendance.policy.StoredVersion;
import uk.attendance.policy.UnknownPack;
import uk.attendance.school.Schools;

/** The packs, for all staff to read; they hold no pupil. */
@Controller
class PolicyController {

  private final PolicyPacks packs;
  private final Schools schools;
  private final Clock clock;

  PolicyController(PolicyPacks packs, Schools schools, Clock clock) {
    this.packs = packs;
    this.schools = schools;
    this.clock = clock;
  }

  @GetMapping("/policy")
  String all(CurrentSchool school, Model model) {
    String own = schools.get(school.id()).pack();
    model.addAttribute("school", school);
    model.addAttribute(
        "packs",
        packs.all().stream()
            .map(pack -> line(pack, pack.id().equals(own)))
            .sorted(Comparator.comparing(line -> !line.own()))
            .toList());
    return "policy/packs";
  }

  @GetMapping("/policy/{id}")
  String one(@PathVariable String id, Model model) {
    PolicyPack pack = packs.pack(id);
    model.addAttribute("page", PackPage.of(pack, pack == packs.national()));
    model.addAttribute(
        "differences", packs.differences(id).stream().map(PolicyController::row).toList());
    model.addAttribute(
        "versions", packs.versions(id).stream().map(stored -> row(stored, pack)).toList());
    return "policy/pack";
  }

  @GetMapping("/policy/{id}/changes")
  String changes(@PathVariable String id, @RequestParam String from, Model model) {
    PolicyPack pack = packs.pack(id);
    PackVersion before = new PackVersion(id, from);
    model.addAttribute("pack", pack);
    model.addAttribute("before", before);
    model.addAttribute(
        "changes",
        packs.changes(before, pack.version()).stream().map(PolicyController::row).toList());
    return "policy/changes";
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String unknown(UnknownPack unknown) {
    return "error/404";
  }

  private PackLine line(PolicyPack pack, boolean own) {
    return new PackLine(pack, packs.differences(pack.id()).size(), pack == packs.national(), own);
  }

  private static ComparedRow row(Difference difference) {
    return new ComparedRow(difference.key(), difference.national(), difference.pack());
  }

  private static ComparedRow row(Change change) {
    return new ComparedRow(change.key(), change.before(), change.after());
  }

  private VersionRow row(StoredVersion stored, PolicyPack today) {
    return new VersionRow(
        stored.version().version(),
        Dates.words(stored.storedAt(), clock.getZone()),
        stored.contentHash().substring(0, 12),
        stored.version().equals(today.version()));
  }

  /**
   * One pack of the list.
   *
   * @param own whether the school that the reader works at runs it
   */
  record PackLine(PolicyPack pack, int differences, boolean national, boolean own) {}

  /** Two statements about one thing, side by side. */
  record ComparedRow(String key, @Nullable Statement left, @Nullable Statement right) {

    /** "Leave: notice wanted". */
    public String label() {
      return String.join(": ", List.of(key.split("\\.")).stream().map(PackPage::label).toList());
    }
  }

  /**
   * @param hash the first characters of the content's hash
   */
  record VersionRow(String version, String since, String hash, boolean today) {}
}
