command-not-found = There is no such thing.
command-no-such-card = Nobody in the cell has card number { $card }. Give card numbers or ids of members of the cell.
command-out-is-a-folder = This is a folder, not a file. Name a file.
command-out-has-no-folder = There is no such folder. Make it first.
serve-first-start = There is no account yet. Open { $address }/setup and enter the start code { $code }
