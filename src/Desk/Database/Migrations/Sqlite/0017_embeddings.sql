-- What articles mean, as a model reads their titles and excerpts: numbers of eight bits behind their common scale. An edition of an
-- article that readers would read differently has none until it is read again.
create table article_embeddings (
    id         integer primary key autoincrement,
    article_id integer not null unique references articles (id) on delete cascade,
    model      text    not null,
    vector     blob    not null
) strict;

create trigger article_embeddings_outdated
after update of title, excerpt on articles
when old.title <> new.title or old.excerpt <> new.excerpt
begin
    delete from article_embeddings where article_id = old.id;
end;
