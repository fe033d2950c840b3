-- The list of a school's cases pages by key: a page costs the same however many there are.
create index case_file_page on case_file (school_id, id);
