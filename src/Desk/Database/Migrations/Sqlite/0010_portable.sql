-- "column" is a word of SQL itself, which other engines don't take for a name.
alter table problems rename column "column" to column_number;
alter table article_topics rename column "column" to column_number;
