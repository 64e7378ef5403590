-- Each look asks whether anything is news. What is held back, or gone before anybody saw it, is not.
drop index articles_never_listed;

create index articles_to_be_listed
on articles (id)
where listed_at is null
  and published = 1
  and removed_at is null;
