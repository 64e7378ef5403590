-- The presets of a server: rules under a name. The key is the name in upper case, since names are the same in any case.
create table presets (
    guild text not null,
    key   text not null,
    name  text not null,
    primary key (guild, key)
);

create table preset_rules (
    guild  text not null,
    preset text not null,
    name   text not null,
    value  text not null,
    primary key (guild, preset, name),
    foreign key (guild, preset) references presets (guild, key) on delete cascade
);
