package uk.attendance.scenario;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import uk.attendance.account.Role;
import uk.attendance.leave.Ground;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.RegisterCode;
import uk.attendance.pupil.Channel;
import uk.attendance.register.Marks;
import uk.attendance.school.Session;

/** Every name that may stand in a story, so that a misspelt one is never passed over. */
record StoryNames(
    PolicyPack pack,
    PolicyPack national,
    Vocabulary vocabulary,
    Set<String> pupils,
    Set<String> contacts,
    Map<String, Role> people) {

  /** Whose letters go out, by the keys that stories use. */
  private static final List<Channel> CHANNELS = List.of(Channel.SMS, Channel.EMAIL, Channel.POST);

  String pupil(YamlPart word) {
    return Fields.known(word, "pupil", pupils::contains, pupils);
  }

  String task(YamlPart word) {
    return Fields.known(word, "task", vocabulary.tasks()::contains, vocabulary.tasks());
  }

  String process(YamlPart word) {
    return Fields.known(word, "process", vocabulary.processes()::contains, vocabulary.processes());
  }

  String message(YamlPart word) {
    return Fields.known(word, "message", vocabulary.messages()::contains, vocabulary.messages());
  }

  String letter(YamlPart word) {
    Set<String> letters = new LinkedHashSet<>(national.letters().keySet());
    letters.addAll(pack.letters().keySet());
    return Fields.known(word, "letter", letters::contains, letters);
  }

  String code(YamlPart word) {
    Set<String> codes = new LinkedHashSet<>();
    pack.codes().all().stream().map(RegisterCode::code).forEach(codes::add);
    codes.add(Marks.NONE);
    return Fields.known(word, "register code", codes::contains, codes);
  }

  Session session(YamlPart word) {
    List<String> sessions = Arrays.stream(Session.values()).map(Session::name).toList();
    return Session.valueOf(Fields.known(word, "session", sessions::contains, sessions));
  }

  /** Somebody of the school: a role, whose person it is, or one of the story's people. */
  String person(YamlPart word) {
    Set<String> known = new LinkedHashSet<>(people.keySet());
    Arrays.stream(Role.values()).map(Role::key).forEach(known::add);
    return Fields.known(word, "person", known::contains, known);
  }

  String contact(YamlPart word) {
    return Fields.known(word, "contact", contacts::contains, contacts);
  }

  /** Whom a letter goes to. */
  String recipient(YamlPart word) {
    Set<String> known = new LinkedHashSet<>(contacts);
    known.add(Expectation.Letter.AUTHORITY);
    return Fields.known(word, "contact", known::contains, known);
  }

  static String ground(YamlPart word) {
    List<String> grounds = Arrays.stream(Ground.values()).map(Ground::key).toList();
    return Fields.known(word, "ground", grounds::contains, grounds);
  }

  static Channel channel(YamlPart word) {
    List<String> known = CHANNELS.stream().map(Channel::key).toList();
    return Channel.valueOf(
        Fields.known(word, "channel", known::contains, known).toUpperCase(Locale.ROOT));
  }
}
