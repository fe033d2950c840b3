-- One row where a demonstration was loaded; anywhere else both tables stay empty.
create table demonstration (
  id smallint primary key check (id = 1),
  anchor date not null,                 -- the morning on which it was first loaded: what was made up follows from it
  stands_on date not null               -- its clock stands at half past nine of this day
);

create table demonstration_school (
  school_id varchar(40) primary key,
  brought_in_until date not null        -- the morning of the last files of this school
);
