package uk.attendance.leave.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.attendance.leave.Ground;
import uk.attendance.leave.RequestingLeave.Preview;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;

/**
 * A request as it stands before it is sent, with what the policy says of it.
 *
 * @param children "Ada and Ben"
 * @param says a child each; one without a name where the policy says the same of all; none where it
 *     says nothing
 */
record CheckedRequest(String children, String ground, List<Child> says) {

  record Child(String name, List<FindingShown> findings) {}

  static CheckedRequest of(List<Preview> previews, List<Pupil> pupils, Ground ground) {
    Map<PupilId, String> names =
        pupils.stream().collect(Collectors.toMap(Pupil::id, Pupil::calledName));
    List<Child> each =
        previews.stream()
            .map(
                one ->
                    new Child(names.getOrDefault(one.child(), ""), FindingShown.of(one.findings())))
            .toList();
    boolean same = new HashSet<>(each.stream().map(Child::findings).toList()).size() == 1;
    List<Child> says = same ? List.of(new Child("", each.get(0).findings())) : each;
    return new CheckedRequest(
        and(each.stream().map(Child::name).toList()),
        ground.words(),
        says.stream().filter(child -> !child.findings().isEmpty()).toList());
  }

  static String and(List<String> names) {
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + names.get(names.size() - 1);
  }
}
