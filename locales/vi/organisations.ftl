organisations-tree-too-big = Cây tổ chức có hơn { $most } tổ chức. Hãy xem theo từng nhánh.
