package uk.attendance.letter;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.school.DayWords;
import uk.attendance.school.Session;

/** What a fact in a letter can be, and how parents read it. */
enum FieldType {
  TEXT {
    @Override
    boolean holds(Object fact) {
      return fact instanceof String text && !text.isBlank();
    }

    @Override
    Object words(Object fact) {
      return ((String) fact).strip();
    }

    @Override
    Object kept(Object fact) {
      return fact;
    }

    @Override
    Object restored(Object kept) {
      return kept;
    }
  },
  DATE {
    @Override
    boolean holds(Object fact) {
      return fact instanceof LocalDate;
    }

    @Override
    Object words(Object fact) {
      return DayWords.full((LocalDate) fact);
    }

    @Override
    Object restored(Object kept) {
      return LocalDate.parse((String) kept);
    }
  },
  SESSION {
    @Override
    boolean holds(Object fact) {
      return fact instanceof Session;
    }

    @Override
    Object words(Object fact) {
      return ((Session) fact).words();
    }

    @Override
    Object restored(Object kept) {
      return Session.valueOf((String) kept);
    }
  },
  SESSIONS {
    @Override
    boolean holds(Object fact) {
      return isListOf(fact, MissedSession.class);
    }

    @Override
    Object words(Object fact) {
      return MissedSession.lines(list(fact, MissedSession.class));
    }

    @Override
    Object kept(Object fact) {
      return list(fact, MissedSession.class).stream().map(MissedSession::toString).toList();
    }

    @Override
    Object restored(Object kept) {
      return list(kept, String.class).stream().map(MissedSession::parse).toList();
    }
  },
  TEXTS {
    @Override
    boolean holds(Object fact) {
      return isListOf(fact, String.class)
          && list(fact, String.class).stream().noneMatch(String::isBlank);
    }

    @Override
    Object words(Object fact) {
      return list(fact, String.class);
    }

    @Override
    Object kept(Object fact) {
      return fact;
    }

    @Override
    Object restored(Object kept) {
      return kept;
    }
  };

  /** Whether it is one, and not empty. */
  abstract boolean holds(Object fact);

  /** As parents read it. */
  abstract Object words(Object fact);

  /** As JSON keeps it. */
  Object kept(Object fact) {
    return fact.toString();
  }

  /** What {@link #kept} kept. */
  abstract Object restored(Object kept);

  /** What stands in a letter where nothing was given. */
  @Nullable Object none() {
    return this == SESSIONS || this == TEXTS ? List.of() : null;
  }

  static FieldType of(String key) {
    for (FieldType type : values()) {
      if (type.name().equalsIgnoreCase(key)) {
        return type;
      }
    }
    throw new IllegalArgumentException("'" + key + "' is no type of a letter's field");
  }

  private static boolean isListOf(Object fact, Class<?> type) {
    return fact instanceof Collection<?> all
        && !all.isEmpty()
        && all.stream().allMatch(type::isInstance);
  }

  private static <T> List<T> list(Object fact, Class<T> type) {
    return ((Collection<?>) fact).stream().map(type::cast).toList();
  }
}
