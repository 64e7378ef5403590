-- The words of the archive as they are written, from which misspelt ones are corrected: the words of article_search are stems.
create virtual table article_words using fts5 (
    text,
    content = '', contentless_delete = 1, detail = none,
    tokenize = "unicode61 remove_diacritics 2"
);

insert into article_words (rowid, text)
select a.id, a.title || char(10) || a.excerpt || char(10) || a.provider_name || char(10) || coalesce(n.titles, '')
from listed_articles a
left join (select article_id, group_concat(title, char(10)) as titles from related_articles group by article_id) n on n.article_id = a.id;

create virtual table vocabulary using fts5vocab (article_words, row);
