sub-cells-title = Buổi này không được tính là sinh hoạt chi bộ
sub-cells-words = Vẫn có thể triệu tập, nhưng tháng này vẫn còn thiếu buổi sinh hoạt thường kỳ của chi bộ.
sub-cells-none = Chi bộ chưa có tổ đảng. Chỉ chi bộ có tổ đảng mới được sinh hoạt theo tổ đảng thay sinh hoạt chi bộ.
sub-cells-too-few-members = Chi bộ có { $members } đảng viên. Từ { $from } đảng viên mới được sinh hoạt theo tổ đảng thay sinh hoạt chi bộ.
sub-cells-too-often = Đây là lần thứ { $time } trong năm sinh hoạt theo tổ đảng thay sinh hoạt chi bộ; nhiều nhất { $most } lần một năm.
