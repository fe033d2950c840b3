-- What a person chose to see on the worklist, and the filter by kind at the cost of a page.
create table worklist_columns (
  account_id bigint primary key references account (id),
  columns varchar(200) not null
);
create index worklist_kind on worklist (school_id, task, due_on, task_id);
