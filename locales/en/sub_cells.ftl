sub-cells-title = This meeting does not count as the cell's
sub-cells-words = It can be called all the same, but the month still lacks the routine meeting of the cell.
sub-cells-none = The cell has no sub-cells. Only a cell with sub-cells may meet by sub-cell in place of the whole.
sub-cells-too-few-members = The cell has { $members } members. From { $from } members on a cell may meet by sub-cell in place of the whole.
sub-cells-too-often = It is time { $time } this year that sub-cells meet in place of the whole cell; at most { $most } times a year.
