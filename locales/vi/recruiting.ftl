# Kết nạp: danh sách quần chúng ưu tú và từng bước đến lễ kết nạp

# Điều còn thiếu hoặc đang vướng
recruiting-missing = Còn thiếu: { $step ->
    [helper] phân công người giúp đỡ
    [certificate] giấy chứng nhận bồi dưỡng nhận thức
    [application] đơn xin vào Đảng
    [cv] lý lịch
    [seal] đóng dấu giáp lai lý lịch
    [check] kết quả thẩm tra lý lịch
    [introductions] giới thiệu của đảng viên
    [youth_union] nghị quyết của Đoàn
    [associations] ý kiến tổ chức chính trị - xã hội
    [residence] ý kiến chi ủy nơi cư trú
    [consent] ý kiến cấp tỉnh về tuổi
    [comment] nhận xét của chi ủy
    [vote] biểu quyết của chi bộ
    [decision] quyết định kết nạp
    [ceremony] lễ kết nạp
   *[member_cv] lý lịch đảng viên
}.
recruiting-certificate-old = Giấy chứng nhận cấp ngày { $issued } chỉ dùng được đến hết ngày { $ends } ({ $months } tháng). Hãy cử đi học lại lớp bồi dưỡng nhận thức trước khi chi bộ biểu quyết.
recruiting-introducers-few = Mới có { $fit } người giới thiệu đủ điều kiện, cần { $needed }.
recruiting-introducer-not-official = Người giới thiệu phải là đảng viên chính thức. Hãy chọn đồng chí khác.
recruiting-introducer-elsewhere = Người giới thiệu không còn sinh hoạt cùng đảng bộ cơ sở. Hãy chọn đồng chí khác.
recruiting-introducer-short = Cùng công tác, cư trú từ ngày { $from }, chưa đủ { $months } tháng. Đủ từ ngày { $first }; chờ đến ngày đó hoặc chọn đồng chí khác.
recruiting-too-young = Chưa đủ { $years } tuổi tính theo tháng vào ngày biểu quyết. Hãy chờ đến tháng đủ tuổi.
recruiting-too-old = Đã quá { $years } tuổi tính theo tháng. Cần ý kiến đồng ý của cấp tỉnh trước khi chi bộ biểu quyết.
recruiting-schooling-low = Chưa có bằng tốt nghiệp { $least ->
    [upper_secondary] trung học phổ thông
   *[lower_secondary] trung học cơ sở
} trở lên.

# Khi chưa ghi được, và vì sao
recruiting-refused-to-come = Ngày này chưa đến. Hãy ghi khi đã đến ngày.
recruiting-refused-dropped = Người này đã đưa ra khỏi danh sách ngày { $date }. Hãy đưa lại vào danh sách trước.
recruiting-refused-admitted = Người này đã được kết nạp; hồ sơ không sửa nữa. Nếu ghi nhầm lễ kết nạp, hãy bỏ lần ghi đó trong hồ sơ đảng viên.
recruiting-refused-not-in-union = Người này không phải đoàn viên. Nếu là đoàn viên, hãy sửa thông tin trước.
recruiting-refused-before = Cần có trước: { $step ->
    [helper] phân công người giúp đỡ
    [certificate] giấy chứng nhận bồi dưỡng nhận thức
    [application] đơn xin vào Đảng
    [cv] lý lịch
    [seal] đóng dấu giáp lai lý lịch
    [check] kết quả thẩm tra lý lịch
    [introductions] giới thiệu của đảng viên
    [youth_union] nghị quyết của Đoàn
    [associations] ý kiến tổ chức chính trị - xã hội
    [residence] ý kiến chi ủy nơi cư trú
    [consent] ý kiến cấp tỉnh về tuổi
    [comment] nhận xét của chi ủy
    [vote] biểu quyết của chi bộ
    [decision] quyết định kết nạp
    [ceremony] lễ kết nạp
   *[member_cv] lý lịch đảng viên
}. Hãy ghi bước đó rồi trở lại đây.
recruiting-refused-earlier = Ngày ghi trước bước đã có: { $step ->
    [helper] phân công người giúp đỡ
    [certificate] giấy chứng nhận bồi dưỡng nhận thức
    [application] đơn xin vào Đảng
    [cv] lý lịch
    [seal] đóng dấu giáp lai lý lịch
    [check] kết quả thẩm tra lý lịch
    [introductions] giới thiệu của đảng viên
    [youth_union] nghị quyết của Đoàn
    [associations] ý kiến tổ chức chính trị - xã hội
    [residence] ý kiến chi ủy nơi cư trú
    [consent] ý kiến cấp tỉnh về tuổi
    [comment] nhận xét của chi ủy
    [vote] biểu quyết của chi bộ
    [decision] quyết định kết nạp
    [ceremony] lễ kết nạp
   *[member_cv] lý lịch đảng viên
}, ngày { $date }. Hãy xem lại ngày.
recruiting-refused-later = Ngày ghi sau bước đã có: { $step ->
    [helper] phân công người giúp đỡ
    [certificate] giấy chứng nhận bồi dưỡng nhận thức
    [application] đơn xin vào Đảng
    [cv] lý lịch
    [seal] đóng dấu giáp lai lý lịch
    [check] kết quả thẩm tra lý lịch
    [introductions] giới thiệu của đảng viên
    [youth_union] nghị quyết của Đoàn
    [associations] ý kiến tổ chức chính trị - xã hội
    [residence] ý kiến chi ủy nơi cư trú
    [consent] ý kiến cấp tỉnh về tuổi
    [comment] nhận xét của chi ủy
    [vote] biểu quyết của chi bộ
    [decision] quyết định kết nạp
    [ceremony] lễ kết nạp
   *[member_cv] lý lịch đảng viên
}, ngày { $date }. Hãy xem lại ngày.
recruiting-refused-not-carried = { $in_favour }/{ $counted } đồng chí tán thành là chưa đủ; cần ít nhất { $needed }. Chi bộ có thể xét lại sau.
recruiting-refused-miscounted = Số đảng viên chính thức để tính phải từ { $least } đến { $most }: chỉ bớt người miễn sinh hoạt hoặc tạm chuyển đi mà vắng mặt.
recruiting-refused-rested-on = Bước này là căn cứ của { $step ->
    [helper] phân công người giúp đỡ
    [certificate] giấy chứng nhận bồi dưỡng nhận thức
    [application] đơn xin vào Đảng
    [cv] lý lịch
    [seal] đóng dấu giáp lai lý lịch
    [check] kết quả thẩm tra lý lịch
    [introductions] giới thiệu của đảng viên
    [youth_union] nghị quyết của Đoàn
    [associations] ý kiến tổ chức chính trị - xã hội
    [residence] ý kiến chi ủy nơi cư trú
    [consent] ý kiến cấp tỉnh về tuổi
    [comment] nhận xét của chi ủy
    [vote] biểu quyết của chi bộ
    [decision] quyết định kết nạp
    [ceremony] lễ kết nạp
   *[member_cv] lý lịch đảng viên
}. Hãy bỏ bước đó trước.
recruiting-refused-helper-unfit = Người giúp đỡ phải là đảng viên chính thức cùng đảng bộ cơ sở. Hãy chọn đồng chí khác.
recruiting-refused-together-later = Ngày bắt đầu cùng công tác, cư trú phải trước ngày giới thiệu. Hãy xem lại hai ngày.
recruiting-refused-own-deed = Bước này được ghi ở chỗ riêng. Hãy mở lại trang của người này.

# Khi thông tin chưa đủ
recruiting-name-missing = Hãy ghi đủ họ và tên.
recruiting-sex-missing = Hãy chọn nam hoặc nữ.
recruiting-schooling-missing = Hãy chọn trình độ học vấn.
recruiting-born-missing = Hãy ghi ngày sinh.
recruiting-born-to-come = Ngày sinh phải là ngày đã qua.
recruiting-on-missing = Hãy ghi ngày.
recruiting-number-missing = Hãy ghi số của văn bản.
recruiting-counted-missing = Hãy ghi số đảng viên chính thức để tính.
recruiting-in-favour-missing = Hãy ghi số đồng chí tán thành.
recruiting-in-favour-many = Số tán thành không thể nhiều hơn { $counted }.
recruiting-received-early = Ngày nhận không thể trước ngày ký.
