package uk.attendance.demo;

/** One pupil's register of one school year, filled by one {@link Cause} after the other. */
final class PupilYear {

  static final int AM = 0;
  static final int PM = 1;

  private final MadeUpSchool school;
  private final MadeUpPupil pupil;
  private final TeachingYear days;
  private final Tendency tendency;
  private final Entry[][] entries;

  PupilYear(MadeUpSchool school, MadeUpPupil pupil, TeachingYear days) {
    this.school = school;
    this.pupil = pupil;
    this.days = days;
    this.tendency = Tendency.of(school, pupil);
    this.entries = new Entry[days.size()][2];
    for (Entry[] day : entries) {
      day[AM] = Entry.MORNING;
      day[PM] = Entry.AFTERNOON;
    }
  }

  MadeUpSchool school() {
    return school;
  }

  MadeUpPupil pupil() {
    return pupil;
  }

  TeachingYear days() {
    return days;
  }

  Tendency tendency() {
    return tendency;
  }

  int yearGroup() {
    return days.year().yearGroup(pupil.cohort());
  }

  /** What happens to this pupil alone. */
  Chance own(String cause) {
    return pupil.chance().of(cause).of(days.year().start());
  }

  /** What happens to the whole family. */
  Chance family(String cause) {
    return pupil.family().chance().of(cause).of(days.year().start());
  }

  Entry at(int day, int session) {
    return entries[day][session];
  }

  boolean present(int day) {
    return entries[day][AM].present() && entries[day][PM].present();
  }

  /** Takes effect where the pupil would have been present; the first cause wins. */
  void put(int day, int session, Entry entry) {
    if (entries[day][session].present()) {
      entries[day][session] = entry;
    }
  }

  void put(int day, Entry entry) {
    put(day, AM, entry);
    put(day, PM, entry);
  }

  void replace(int day, int session, Entry entry) {
    entries[day][session] = entry;
  }
}
