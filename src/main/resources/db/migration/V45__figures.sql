-- What a pupil's marks of one school year add up to; counted again from the marks whenever one changes
-- (docs/decisions/0050), never adjusted.
create table pupil_figures (
  pupil_id bigint not null references pupil (id),
  school_year integer not null,         -- the year it begins in: 2025 for 2025/26
  school_id varchar(40) not null,
  last_day date not null,               -- of the newest mark: what is current is current then
  possible integer not null,            -- in sessions, as all that follow
  attended integer not null,
  authorised integer not null,
  unauthorised integer not null,
  late_before_close integer not null,
  late_after_close integer not null,
  unexplained integer not null,
  illness integer not null,
  in_window integer not null,           -- that count towards a penalty in the rolling school weeks
  unexplained_days integer not null,    -- runs: school days up to the newest mark ...
  unexplained_since date,               -- ... from this one ...
  unexplained_longest integer not null, -- ... and the longest of the year
  ten_day_days integer not null,
  ten_day_since date,
  ten_day_longest integer not null,
  twenty_day_days integer not null,
  twenty_day_since date,
  twenty_day_longest integer not null,
  illness_days integer not null,
  illness_since date,
  illness_longest integer not null,
  away_days integer not null,
  away_since date,
  away_longest integer not null,
  monday_possible integer not null,
  monday_absent integer not null,
  tuesday_possible integer not null,
  tuesday_absent integer not null,
  wednesday_possible integer not null,
  wednesday_absent integer not null,
  thursday_possible integer not null,
  thursday_absent integer not null,
  friday_possible integer not null,
  friday_absent integer not null,
  constraint pupil_figures_pk primary key (pupil_id, school_year)
);
create index pupil_figures_school on pupil_figures (school_id, school_year);
