# Recognition and discipline: sentences they share
recognition-too-old = This was entered more than a day ago, or something was entered after it, and stands. Enter something new to set it right.
