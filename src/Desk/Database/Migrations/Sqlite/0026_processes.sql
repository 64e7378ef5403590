-- Only a server's database is shared by several processes, and has tables for them.
select 1;
