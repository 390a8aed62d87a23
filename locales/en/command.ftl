command-not-found = There is no such thing.
