package uk.attendance.policy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a pack by key; what the pack does not name is the national one. A dated value of
 * the pack holds on its days only, the national one on the others.
 */
public final class Settings {

  private final Map<String, List<Setting>> byKey;

  private Settings(Map<String, List<Setting>> byKey) {
    this.byKey = Collections.unmodifiableMap(byKey);
  }

  static Settings of(List<Setting> settings) {
    Map<String, List<Setting>> byKey = new LinkedHashMap<>();
    settings.forEach(
        setting -> byKey.computeIfAbsent(setting.key(), key -> new ArrayList<>()).add(setting));
    byKey.replaceAll((key, values) -> List.copyOf(values));
    return new Settings(byKey);
  }

  /** These values first, those of the other where these say nothing. */
  Settings orElse(Settings other) {
    Map<String, List<Setting>> merged = new LinkedHashMap<>(other.byKey);
    byKey.forEach(
        (key, own) -> {
          List<Setting> both = new ArrayList<>(own);
          if (own.stream().allMatch(Setting::isDated)) {
            both.addAll(other.byKey.getOrDefault(key, List.of()));
          }
          merged.put(key, List.copyOf(both));
        });
    return new Settings(merged);
  }

  /** All values, key by key; a dated one has several. */
  public Map<String, List<Setting>> all() {
    return byKey;
  }

  /** A value that holds on every day, if the pack or the nation names it. */
  public Optional<Setting> find(String key) {
    List<Setting> values = byKey.getOrDefault(key, List.of());
    if (values.stream().anyMatch(Setting::isDated)) {
      throw new IllegalStateException(
          "value '%s' (%s) is dated; needed: the day it is asked for"
              .formatted(key, values.get(0).place()));
    }
    return values.stream().findFirst();
  }

  /** The value that holds on a day. */
  public Optional<Setting> find(String key, LocalDate day) {
    return byKey.getOrDefault(key, List.of()).stream()
        .filter(setting -> setting.holdsOn(day))
        .findFirst();
  }

  public Setting get(String key) {
    return find(key).orElseThrow(() -> missing(key));
  }

  public Setting get(String key, LocalDate day) {
    return find(key, day).orElseThrow(() -> missing(key + " on " + day));
  }

  public Wait wait(String key) {
    return get(key).as(Wait.class);
  }

  public Percent percent(String key) {
    return get(key).as(Percent.class);
  }

  public int count(String key) {
    return get(key).as(Value.Count.class).amount();
  }

  /** A number of a given unit of time, such as years. */
  public int amount(String key, Unit unit) {
    Wait wait = wait(key);
    if (wait.unit() != unit) {
      throw new IllegalStateException(
          "value '%s' is in %s; needed: %s".formatted(key, wait.unit().key(), unit.key()));
    }
    return wait.amount();
  }

  public boolean yes(String key) {
    return get(key).as(Value.YesNo.class).yes();
  }

  public LocalTime time(String key) {
    return get(key).as(Value.TimeOfDay.class).time();
  }

  public String choice(String key) {
    return get(key).as(Value.Choice.class).key();
  }

  public List<String> choices(String key) {
    return get(key).as(Value.Choices.class).keys();
  }

  private static IllegalStateException missing(String key) {
    return new IllegalStateException("no pack names the value '" + key + "'");
  }
}
