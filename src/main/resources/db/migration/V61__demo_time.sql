-- How long after half past nine the demonstration's clock stands, on its day.
alter table demonstration add column minutes_on integer default 0 not null;
