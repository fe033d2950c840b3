-- A message that a person had sent once more, such as one with a new link: no order of a case, and so no letter twice (I4).
alter table message add column repeats bigint;
