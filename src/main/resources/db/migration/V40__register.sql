-- The register as it stands: one mark per pupil, day and session. What it was before is in amendment.
create table mark (
  pupil_id bigint not null references pupil (id),
  marked_on date not null,
  session varchar(2) not null check (session in ('AM', 'PM')),
  school_id varchar(40) not null,
  code varchar(2) not null,             -- '-' where a mark was taken back
  minutes_late smallint,
  note varchar(400),
  decided_here boolean not null,        -- a person settled it here: a file's N never undoes it
  marked_at timestamp with time zone not null,  -- when the extract was made or the person decided
  constraint mark_pk primary key (pupil_id, marked_on, session)
);
create index mark_day on mark (school_id, marked_on);

-- Append only, one hash chain per pupil (NF-R4, decision 12).
create table amendment (
  pupil_id bigint not null references pupil (id),
  position integer not null,            -- 1, 2, 3 ... without a gap
  school_id varchar(40) not null,
  marked_on date not null,
  session varchar(2) not null,
  original varchar(2) not null,         -- '-' where there was no mark
  amended varchar(2) not null,
  reason varchar(400) not null,
  amended_by varchar(120) not null,
  title varchar(120) not null,
  amended_at timestamp with time zone not null,
  import_id bigint,
  salt char(32) not null,               -- the hash covers a salted digest of the words, so that they can be erased
  digest char(64) not null,
  previous char(64) not null,
  hash char(64) not null,
  constraint amendment_pk primary key (pupil_id, position)
);
create index amendment_import on amendment (import_id);

create table planned_mark (
  pupil_id bigint not null references pupil (id),
  planned_on date not null,
  session varchar(2) not null check (session in ('AM', 'PM')),
  school_id varchar(40) not null,
  code varchar(2) not null,
  reason varchar(400) not null,
  planned_by varchar(120) not null,
  planned_title varchar(120) not null,
  planned_at timestamp with time zone not null,
  constraint planned_mark_pk primary key (pupil_id, planned_on, session)
);
create index planned_mark_day on planned_mark (school_id, planned_on);
