-- What the carrier of a message knows of it after it took it, and which message spoke for another.
alter table message add column carrier_ref varchar(80);      -- what the other side calls it
alter table message add column delivered_at timestamp with time zone;
alter table message add column follow_up_at timestamp with time zone;   -- when its carrier is asked how it fared; null: no more
alter table message add column asked integer default 0 not null;        -- how often, while the answer to its handing over is lost
alter table message add column merged_into bigint references message (id);   -- went once, as that one
create index message_carrier on message (carrier_ref);
create index message_follow_up on message (follow_up_at);
create index message_merged on message (merged_into);
create index message_address on message (address, ordered_on);

-- How a school reaches GOV.UK Notify. The key is encrypted; of the token of its callbacks only a digest is kept.
create table notify_school (
  school_id varchar(40) primary key references school (id),
  base_url varchar(200) not null,
  api_key varchar(600) not null,
  key_ends varchar(4) not null,
  key_since timestamp with time zone not null,
  template_id varchar(36) not null,
  sender_id varchar(36),
  letters boolean not null,             -- whether letters on paper go this way too
  token_sha256 char(64),
  token_since timestamp with time zone,
  refused_at timestamp with time zone,  -- Notify takes nothing from the school until this is put right
  refused_words varchar(400),
  rests_until timestamp with time zone  -- a limit of Notify's is reached
);
