-- All files are read once more: dates, links, topics, drafts and pictures are understood better than before.
update files
set modified_ticks = 0, hash = 1;
