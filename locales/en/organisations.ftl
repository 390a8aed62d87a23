organisations-tree-too-big = The tree holds more than { $most } organisations. Ask for one branch at a time.
