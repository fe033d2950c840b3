package uk.attendance.policy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** One value of a pack. */
public sealed interface Value
    permits Wait,
        Percent,
        Value.Count,
        Value.Pounds,
        Value.TimeOfDay,
        Value.Day,
        Value.YesNo,
        Value.Choice,
        Value.Choices {

  /** As a person reads it, such as "5 school days". */
  String inWords();

  /** A number of things that are not time, such as sessions or contacts. */
  record Count(int amount, Unit unit) implements Value {
    public Count {
      if (amount < 0 || unit.isTime()) {
        throw new IllegalArgumentException(
            "a count of " + amount + " " + unit.key() + "; needed: 0 or more of a thing");
      }
    }

    @Override
    public String inWords() {
      return unit.words(amount);
    }
  }

  record Pounds(int amount) implements Value {
    public Pounds {
      if (amount <= 0) {
        throw new IllegalArgumentException("a sum of " + amount + " pounds; needed: 1 or more");
      }
    }

    @Override
    public String inWords() {
      return String.format(Locale.UK, "£%,d", amount);
    }
  }

  record TimeOfDay(LocalTime time) implements Value {
    @Override
    public String inWords() {
      return time.toString();
    }
  }

  record Day(LocalDate date) implements Value {
    private static final DateTimeFormatter LONG =
        DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    @Override
    public String inWords() {
      return date.format(LONG);
    }
  }

  record YesNo(boolean yes) implements Value {
    @Override
    public String inWords() {
      return yes ? "yes" : "no";
    }
  }

  record Choice(String key) implements Value {
    @Override
    public String inWords() {
      return Words.of(key);
    }
  }

  record Choices(List<String> keys) implements Value {
    public Choices {
      keys = List.copyOf(keys);
    }

    @Override
    public String inWords() {
      return String.join(", ", keys.stream().map(Words::of).toList());
    }
  }
}
