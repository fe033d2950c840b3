-- The model that a case runs by, version and all: the engine keeps no history (docs/decisions/0155).
alter table case_file add column definition_id varchar(64) default '' not null;
