-- What a member said they can and would like to do. What is erased is gone: nothing is kept of it.

create table member_offers (
  member_id uuid primary key references members (id),
  skills jsonb not null,
  kinds jsonb not null,
  words text not null,
  hours_a_month bigint check (hours_a_month between 0 and 200),
  says_nothing boolean not null,
  said_at timestamptz not null
);
