package uk.attendance.letter.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import uk.attendance.letter.MessageState;

/** The lists of the page Letters; what waits for a person comes first. */
enum LetterList {
  WAITING(
      "Waiting",
      "Letters that go when their time comes, and can be called back until then.",
      "No letter waits to go. What a case orders waits here for the minutes in which it can be called back.",
      EnumSet.of(MessageState.WAITING, MessageState.SENDING)),
  DECIDE(
      "Waits for a yes",
      "Letters that only go when somebody here says so.",
      "Nothing waits for a yes. When a mark is corrected after a letter has gone, a letter that takes it back is proposed here.",
      EnumSet.of(MessageState.PROPOSED)),
  PRINT(
      "To print",
      "Letters on paper: print, post, and say so.",
      "Nothing is to be printed. Letters to people who want or need paper come here.",
      EnumSet.of(MessageState.TO_PRINT)),
  TROUBLE(
      "Failed or not known",
      "Letters that could not be handed over, or of which nobody can tell whether they arrived.",
      "Nothing has failed. A letter that could not be delivered stands here until somebody has settled it.",
      EnumSet.of(MessageState.FAILED, MessageState.UNKNOWN)),
  HELD(
      "Held",
      "Letters that something stands in the way of; they go once it is out of the way.",
      "Nothing is held. A hold by the safeguarding lead, or a way of sending that is not set up yet, would hold letters here.",
      EnumSet.of(MessageState.HELD)),
  SENT(
      "Sent",
      "Letters that have gone, exactly as they went.",
      "No letter has gone yet.",
      EnumSet.of(MessageState.SENT)),
  NOT_SENT(
      "Not sent, and why",
      "Letters that did not go and will not by themselves.",
      "Every letter went. One that may not go, or that nobody wanted any more, stands here with the reason.",
      EnumSet.of(MessageState.NOT_SENT, MessageState.WITHDRAWN));

  private final String words;
  private final String says;
  private final String empty;
  private final Set<MessageState> states;

  LetterList(String words, String says, String empty, Set<MessageState> states) {
    this.words = words;
    this.says = says;
    this.empty = empty;
    this.states = states;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Where the list is shown; what is to be printed has a page of its own. */
  public String href() {
    return this == PRINT ? "/letters/print" : "/letters?show=" + key();
  }

  public String words() {
    return words;
  }

  public String says() {
    return says;
  }

  public String empty() {
    return empty;
  }

  Set<MessageState> states() {
    return states;
  }

  /** Whether its length is worth counting: what is over grows for ever. */
  boolean isCounted() {
    return this != SENT && this != NOT_SENT;
  }

  /** The first where the key is unknown. */
  static LetterList of(String key) {
    return Arrays.stream(values())
        .filter(list -> list.key().equals(key))
        .findFirst()
        .orElse(WAITING);
  }

  static LetterList holding(MessageState state) {
    return Arrays.stream(values())
        .filter(list -> list.states.contains(state))
        .findFirst()
        .orElse(WAITING);
  }
}
