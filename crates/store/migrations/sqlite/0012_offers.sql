-- What a member said they can and would like to do. What is erased is gone: nothing is kept of it.

create table member_offers (
  member_id blob primary key references members (id),
  skills text not null,
  kinds text not null,
  words text not null,
  hours_a_month integer check (hours_a_month between 0 and 200),
  says_nothing integer not null,
  said_at text not null
) strict;
