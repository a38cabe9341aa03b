-- In which of their two scripts a colleague reads the names of Serbs.
alter table colleague add column serbian_names text not null default 'as_written'
  check (serbian_names in ('as_written', 'latin', 'cyrillic'));
