command-not-found = There is no such thing.
command-out-is-a-folder = This is a folder, not a file. Name a file.
command-out-has-no-folder = There is no such folder. Make it first.
serve-first-start = There is no account yet. Open { $address }/setup and enter the start code { $code }
