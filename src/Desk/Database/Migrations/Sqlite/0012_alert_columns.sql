-- "column" is a reserved word in other databases.
alter table noted_problems rename column "column" to column_number;

alter table alert_problems rename column "column" to column_number;
