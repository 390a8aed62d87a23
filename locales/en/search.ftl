# Search: people, organisations, meetings, papers.
search-title = Search
search-label = Find a member, cell, meeting or paper
search-go = Search
search-hint-title = Type what you look for
search-hint = A name, a card number, a cell's name or code, the month of a meeting (such as: tổ dân phố số 3 tháng 9), the number of a paper (such as 05-NQ). Diacritics may be left out.
search-none-title = Nothing found
search-none = Try fewer words, or look at the spelling again. Only what you may see is searched.
search-guessed = Nothing is called “{ $words }”. What follows is spelt nearly so.
search-count = { $count ->
    [0] Nothing found
    [one] { $count } found
   *[other] { $count } found
}
search-more = Only the first { $count } are shown. Type another word to be more precise.
search-of-person = { $cell } · { $state }
search-kind-people = Members
search-kind-organisations = Organisations
search-kind-meetings = Meetings
search-kind-papers = Papers
