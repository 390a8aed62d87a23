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

# Trang danh sách
recruiting-title = Phát triển đảng viên
recruiting-today = Kết nạp và công nhận: sắp đến hạn
recruiting-of = Xem của
recruiting-add = Thêm người vào danh sách
recruiting-nothing-title = Chưa có ai trong danh sách
recruiting-nothing = Danh sách quần chúng ưu tú là nơi bắt đầu mỗi hồ sơ kết nạp: ghi tên, phân công đảng viên giúp đỡ, rồi đi từng bước. Hằng tháng chi bộ rà soát, thêm hoặc đưa ra.
recruiting-listed-now = Quần chúng ưu tú đang theo dõi
recruiting-admitted-now = Đã kết nạp, còn việc phải làm
recruiting-probationers = Đảng viên dự bị
recruiting-probation-since = Kết nạp { $from }, hết dự bị { $over }
recruiting-recognition-by = Xét công nhận trước hết { $date }
recruiting-year-target = Kết nạp năm { $year }: { $admitted }/{ $target } theo chỉ tiêu
recruiting-year-admitted = Kết nạp năm { $year }: { $admitted }; chưa có chỉ tiêu
recruiting-year-listed = Đang trong danh sách: { $count }
recruiting-year-voted = Chi bộ đã biểu quyết, chờ kết nạp: { $count }
recruiting-year-reviews = Đã rà soát { $reviews }/{ $months } tháng
recruiting-name = Họ và tên
recruiting-since = Trong danh sách từ { $date }
recruiting-col-next = Việc cần làm
recruiting-col-due = Hạn
recruiting-col-helper = Người giúp đỡ
recruiting-col-done = Bước xong
recruiting-no-helper = Chưa phân công
recruiting-missing-count = Còn thiếu { $count } bước
recruiting-blocked-count = { $count } hồ sơ đang vướng
recruiting-due-on = { $what }: { $date }
recruiting-due-by = Hạn: { $date }
recruiting-due-recognition = Xét công nhận đảng viên chính thức
recruiting-review-of = Rà soát danh sách { $month }
recruiting-review-help = Mỗi tháng chi bộ xem lại danh sách: ai thêm, ai đưa ra, ai giúp đỡ. Ai được thêm, ai đưa ra trong tháng tự hiện theo danh sách.
recruiting-review-on = Ngày rà soát
recruiting-review-resolution = Nghị quyết, biên bản số
recruiting-review-do = Ghi đã rà soát
recruiting-reviews = Các lần rà soát
recruiting-review-added = Thêm: { $names }.
recruiting-review-dropped = Đưa ra: { $names }.
recruiting-review-same = Danh sách giữ nguyên.
recruiting-dropped = Đã đưa ra khỏi danh sách
recruiting-dropped-on = Đưa ra ngày { $date }: { $reason }
recruiting-undo = Bỏ
recruiting-undone = Đã bỏ.
recruiting-reviewed = Đã ghi lần rà soát.
recruiting-other-month = Ngày rà soát phải trong tháng đó.

# Trang của cấp ủy
recruiting-neglecting = { $count } chi bộ cần nhắc về phát triển đảng viên; đứng đầu bảng.
recruiting-neglecting-none = Các chi bộ đều rà soát danh sách và có nguồn kết nạp.
recruiting-cell = Chi bộ
recruiting-col-listed = Danh sách
recruiting-col-applied = Có đơn
recruiting-col-voted = Đã biểu quyết
recruiting-col-admitted = Kết nạp
recruiting-col-reviews = Tháng rà soát
recruiting-col-neglected = Cần nhắc
recruiting-target = Chỉ tiêu
recruiting-target-change = Đặt chỉ tiêu
recruiting-target-help = Cấp trên giao số đảng viên cần kết nạp trong năm cho chi bộ này. Số kết nạp được đếm theo lễ kết nạp trong năm.
recruiting-target-set = Đã ghi chỉ tiêu.
recruiting-year = Năm
recruiting-admissions = Số cần kết nạp
recruiting-admissions-help = Bỏ trống là chưa giao chỉ tiêu.
recruiting-year-far = Hãy chọn năm gần đây.
recruiting-target-many = Số này quá lớn cho một chi bộ. Hãy xem lại.

# Trang của một người
recruiting-way = Đường đến kết nạp
recruiting-steps = Từng bước
recruiting-person = Thông tin
recruiting-record = Ghi
recruiting-correct = Sửa
recruiting-recorded = Đã ghi.
recruiting-is-member = Đã là đảng viên dự bị của chi bộ. Xét công nhận chính thức trước hết { $due }.
recruiting-put-back = Đưa lại vào danh sách
recruiting-born = Ngày sinh
recruiting-sex = Giới tính
recruiting-workplace = Nơi công tác, nghề nghiệp
recruiting-residence = Nơi cư trú
recruiting-schooling = Trình độ học vấn
recruiting-union = Đoàn viên
recruiting-union-yes = Là đoàn viên Đoàn TNCS Hồ Chí Minh
recruiting-union-no = Không phải đoàn viên
recruiting-listed = Vào danh sách ngày
recruiting-listed-by = Theo nghị quyết số
recruiting-note = Ghi chú
recruiting-numbered = Số { $number }
recruiting-tally = { $in_favour }/{ $counted } tán thành
recruiting-received = Nhận ngày { $date }
recruiting-waived = Không phải thẩm tra
recruiting-introduced-by = { $name }, cùng công tác, cư trú từ { $date }
recruiting-introduced = Đã giới thiệu
recruiting-stands-against = Chưa biểu quyết được
recruiting-choose-member = Chọn đảng viên
recruiting-member-missing = Hãy chọn đảng viên.
recruiting-together-from = Cùng công tác, cư trú từ ngày
recruiting-together-help = Trong cùng đảng bộ cơ sở.
recruiting-together-missing = Hãy ghi ngày bắt đầu cùng công tác, cư trú.
recruiting-waive = Không phải thẩm tra
recruiting-waive-help = Khi cha, mẹ, anh chị em ruột hoặc con là đảng viên và lý lịch đã khai đầy đủ, rõ ràng.
recruiting-counted = Số đảng viên chính thức để tính
recruiting-counted-help = Tổng số đảng viên chính thức; không tính người miễn sinh hoạt, tạm chuyển đi mà vắng mặt.
recruiting-in-favour = Số tán thành
recruiting-number = Số văn bản
recruiting-by = Nơi cấp, nơi cho ý kiến
recruiting-received-on = Ngày nhận
recruiting-ceremony-note = Ghi nhầm thì bỏ được trong vòng một ngày.
recruiting-back = Quay lại
recruiting-save = Lưu
recruiting-change = Sửa thông tin
recruiting-changed = Đã sửa.
recruiting-added = Đã thêm vào danh sách. Bước tiếp theo: phân công người giúp đỡ.
recruiting-choose-schooling = Chọn trình độ
recruiting-listed-already = Trong danh sách đã có người cùng tên và ngày sinh. Hãy mở người đó.
recruiting-drop = Đưa ra khỏi danh sách
recruiting-drop-help = Chi bộ nghị quyết đưa người này ra khỏi danh sách. Hồ sơ được giữ một thời gian rồi xóa; trước đó đưa lại được.
recruiting-is-dropped = Đã đưa ra khỏi danh sách.
recruiting-is-back = Đã đưa lại vào danh sách.
recruiting-reason = Lý do
recruiting-reason-missing = Hãy ghi lý do.
recruiting-dropped-before-listed = Ngày đưa ra không thể trước ngày vào danh sách.
recruiting-day-of = Ngày
recruiting-move = Chuyển sang chi bộ khác
recruiting-move-help = Người này và toàn bộ hồ sơ chuyển sang danh sách của chi bộ khác. Chi bộ này sẽ không xem được nữa.
recruiting-is-moved = Đã chuyển sang chi bộ khác.
recruiting-choose-cell = Chọn chi bộ
recruiting-cell-missing = Hãy chọn chi bộ.

# Các danh sách từ
recruiting-step-helper = Phân công người giúp đỡ
recruiting-step-certificate = Giấy chứng nhận bồi dưỡng nhận thức
recruiting-step-application = Đơn xin vào Đảng
recruiting-step-cv = Lý lịch của người xin vào Đảng
recruiting-step-seal = Đóng dấu giáp lai lý lịch
recruiting-step-check = Kết quả thẩm tra lý lịch
recruiting-step-introductions = Giới thiệu của đảng viên
recruiting-step-youth_union = Nghị quyết của Đoàn
recruiting-step-associations = Ý kiến tổ chức chính trị - xã hội
recruiting-step-residence = Ý kiến chi ủy nơi cư trú
recruiting-step-consent = Ý kiến cấp tỉnh về tuổi
recruiting-step-comment = Nhận xét của chi ủy
recruiting-step-vote = Biểu quyết của chi bộ
recruiting-step-decision = Quyết định kết nạp
recruiting-step-ceremony = Lễ kết nạp
recruiting-step-member_cv = Lý lịch đảng viên
recruiting-next-helper = Phân công người giúp đỡ
recruiting-next-certificate = Ghi giấy chứng nhận bồi dưỡng nhận thức
recruiting-next-application = Ghi đơn xin vào Đảng
recruiting-next-cv = Ghi lý lịch
recruiting-next-seal = Ghi đóng dấu giáp lai lý lịch
recruiting-next-check = Ghi kết quả thẩm tra lý lịch
recruiting-next-introductions = Ghi giới thiệu của đảng viên
recruiting-next-youth_union = Ghi nghị quyết của Đoàn
recruiting-next-associations = Ghi ý kiến tổ chức chính trị - xã hội
recruiting-next-residence = Ghi ý kiến chi ủy nơi cư trú
recruiting-next-consent = Ghi ý kiến cấp tỉnh về tuổi
recruiting-next-comment = Ghi nhận xét của chi ủy
recruiting-next-vote = Chi bộ biểu quyết
recruiting-next-decision = Ghi quyết định kết nạp
recruiting-next-ceremony = Tổ chức lễ kết nạp
recruiting-next-member_cv = Ghi lý lịch đảng viên
recruiting-help-helper = Đảng viên chính thức được chi bộ phân công giúp đỡ. Phân công đồng chí khác thì đồng chí trước thôi từ ngày đó.
recruiting-help-certificate = Giấy chứng nhận đã học lớp bồi dưỡng nhận thức về Đảng. Ghi ngày cấp; chương trình tính hạn dùng đến ngày chi bộ biểu quyết.
recruiting-help-application = Người vào Đảng tự viết đơn và tự ký. Có mẫu in sẵn những điều đã biết.
recruiting-help-cv = Người vào Đảng tự khai sau khi làm đơn, không sửa chữa, tẩy xóa.
recruiting-help-seal = Đảng ủy cơ sở đóng dấu giáp lai vào lý lịch trước khi đi thẩm tra.
recruiting-help-check = Ghi ngày có đủ kết quả thẩm tra. Chi ủy chỉ nhận xét sau ngày này.
recruiting-help-introductions = Đảng viên chính thức cùng công tác, cư trú trong đảng bộ cơ sở. Ghi từng đồng chí, kèm ngày bắt đầu ở cùng.
recruiting-help-youth_union = Nghị quyết giới thiệu đoàn viên ưu tú; khi đã có thì cần ít người giới thiệu hơn.
recruiting-help-associations = Ý kiến của đoàn thể nơi công tác, học tập. Ghi nơi cho ý kiến và tóm tắt.
recruiting-help-residence = Ý kiến của chi ủy nơi người vào Đảng cư trú.
recruiting-help-consent = Văn bản của cấp tỉnh đồng ý kết nạp người quá tuổi.
recruiting-help-comment = Chi ủy nhận xét vào lý lịch sau khi có kết quả thẩm tra.
recruiting-help-vote = Ghi kết quả biểu quyết của chi bộ. Chưa đủ hồ sơ hoặc chưa đủ số tán thành thì chương trình chưa ghi và nói rõ vì sao.
recruiting-help-decision = Quyết định của cấp ủy có thẩm quyền. Tuổi đảng tính từ ngày ghi trên quyết định.
recruiting-help-ceremony = Ghi ngày đã tổ chức lễ. Từ ngày đó người này là đảng viên dự bị của chi bộ và có tên trong danh sách đảng viên.
recruiting-help-member_cv = Đảng viên mới khai lý lịch đảng viên sau lễ kết nạp.
recruiting-day-helper = Phân công từ ngày
recruiting-day-certificate = Ngày cấp
recruiting-day-application = Ngày làm đơn
recruiting-day-cv = Ngày khai lý lịch
recruiting-day-seal = Ngày đóng dấu
recruiting-day-check = Ngày có kết quả
recruiting-day-introductions = Ngày viết giấy giới thiệu
recruiting-day-youth_union = Ngày của nghị quyết
recruiting-day-associations = Ngày cho ý kiến
recruiting-day-residence = Ngày cho ý kiến
recruiting-day-consent = Ngày của văn bản
recruiting-day-comment = Ngày nhận xét
recruiting-day-vote = Ngày chi bộ biểu quyết
recruiting-day-decision = Ngày ký quyết định
recruiting-day-ceremony = Ngày làm lễ
recruiting-day-member_cv = Ngày khai lý lịch đảng viên
recruiting-phase-source = Danh sách
recruiting-phase-class = Học nhận thức
recruiting-phase-papers = Hồ sơ
recruiting-phase-opinions = Ý kiến
recruiting-phase-vote = Chi bộ
recruiting-phase-decision = Quyết định
recruiting-phase-ceremony = Lễ kết nạp
recruiting-state-done = Đã xong
recruiting-state-next = Làm tiếp
recruiting-state-missing = Còn thiếu
recruiting-state-blocked = Đang vướng
recruiting-state-later = Làm sau
recruiting-state-not_needed = Không cần
recruiting-schooling-primary = Tiểu học
recruiting-schooling-lower_secondary = Trung học cơ sở
recruiting-schooling-upper_secondary = Trung học phổ thông
recruiting-schooling-vocational = Sơ cấp, trung cấp
recruiting-schooling-college = Cao đẳng
recruiting-schooling-university = Đại học
recruiting-schooling-postgraduate = Sau đại học
recruiting-neglect-not_reviewed = Tháng trước và tháng này chưa rà soát danh sách quần chúng ưu tú. Hãy đưa vào buổi sinh hoạt tới.
recruiting-neglect-no_source = Chưa có ai trong danh sách mà chưa đạt chỉ tiêu kết nạp.
recruiting-neglect-behind_target = Đã vào quý cuối năm mà số hồ sơ đang làm chưa đủ chỉ tiêu kết nạp.
recruiting-paper-application = Đơn xin vào Đảng
recruiting-paper-introduction = Giấy giới thiệu
recruiting-paper-opinions = Tổng hợp ý kiến
recruiting-paper-resolution = Nghị quyết đề nghị kết nạp
recruiting-due-certificate = Giấy chứng nhận hết hạn
recruiting-due-ceremony = Hạn làm lễ kết nạp
recruiting-due-member_cv = Hạn khai lý lịch đảng viên
recruiting-who-helper = Đảng viên giúp đỡ
recruiting-who-introductions = Đảng viên giới thiệu
