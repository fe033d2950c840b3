-- Every policy pack that ever ran here, whole: its files and those of the national pack it stands
-- on. A case remembers pack and version; rows are only ever added.
create table policy_pack (
  pack varchar(40) not null,
  version varchar(120) not null,        -- own version + national version, ~2 for a second content of it
  content_hash varchar(64) not null,    -- SHA-256 of the content
  content text not null,                -- JSON: folder to file name to text
  stored_at timestamp with time zone not null,
  constraint policy_pack_pk primary key (pack, version)
);
