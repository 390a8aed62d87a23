# Biểu quyết của chi bộ về một người, và đường đến công nhận chính thức

# Biểu quyết ở cuộc họp
cell-vote-title = Đưa ra chi bộ biểu quyết
cell-vote-help = Chọn cuộc họp. Nội dung và câu biểu quyết được đưa vào chương trình; kết quả đếm ở cuộc họp tự vào hồ sơ này khi biên bản được thông qua, không phải ghi lại. Chỉ có số phiếu giơ tay, không ghi ai giơ tay.
cell-vote-still-missing = Còn thiếu; phải có trước khi đếm
cell-vote-which-meeting = Cuộc họp
cell-vote-choose-meeting = Hãy chọn cuộc họp.
cell-vote-put-on = Đưa ra biểu quyết
cell-vote-put = Đã đưa vào chương trình cuộc họp.
cell-vote-off = Đã rút khỏi chương trình.
cell-vote-take-off = Rút khỏi chương trình
cell-vote-no-meeting-title = Chưa có cuộc họp nào sắp tới
cell-vote-no-meeting = Hãy lên lịch cuộc họp của chi bộ, rồi trở lại đây.
cell-vote-to-meetings = Đến lịch sinh hoạt
cell-vote-before-program = Chi bộ đã biểu quyết trước khi dùng chương trình này?
cell-vote-by-hand = Ghi kết quả đã có
cell-vote-meeting = Cuộc họp { $date }
cell-vote-on-agenda = Trong chương trình, chờ biểu quyết
cell-vote-awaits-minutes = { $in_favour }/{ $counted } tán thành, chờ thông qua biên bản
cell-vote-carried = { $in_favour }/{ $counted } tán thành, theo biên bản
cell-vote-whose = Xem hồ sơ
cell-vote-of-meeting = Biểu quyết về người
recruiting-vote-lost = Ngày { $date }: { $in_favour }/{ $counted } tán thành, chưa đủ; cần ít nhất { $needed }. Chi bộ có thể xét lại ở cuộc họp khác.
recruiting-refused-on-agenda = Đã đưa ra biểu quyết ở cuộc họp ngày { $date }. Kết quả lấy từ biên bản cuộc họp; nếu không biểu quyết nữa, hãy rút khỏi chương trình.
recruiting-refused-on-agenda-undated = Đã đưa ra biểu quyết ở một cuộc họp. Kết quả lấy từ biên bản cuộc họp; nếu không biểu quyết nữa, hãy rút khỏi chương trình.
recruiting-refused-voted = Chi bộ đã biểu quyết. Hãy mở lại hồ sơ để xem kết quả.
recruiting-refused-from-meeting = Kết quả này nằm trong biên bản đã thông qua, không bỏ được ở đây.
recruiting-refused-no-meeting = Cuộc họp này không phải cuộc họp sắp tới của chi bộ. Hãy chọn cuộc họp khác.

# Đường đến công nhận chính thức
probation-way = Đường đến công nhận chính thức
probation-papers = Giấy tờ và các bước
probation-ceremony = Lễ kết nạp { $date }
probation-over = Hết dự bị { $date }
probation-helper = Người giúp đỡ: { $name }
probation-is-official = Đã là đảng viên chính thức từ ngày { $date }.
probation-to-member = Hồ sơ đảng viên
probation-by = Người, nơi cấp hoặc nhận xét
probation-missing = Còn thiếu: { $step ->
    [class] giấy chứng nhận lớp đảng viên mới
    [self_review] bản tự kiểm điểm
    [helper_comment] nhận xét của người giúp đỡ
    [associations] ý kiến tổ chức chính trị - xã hội
   *[residence] ý kiến chi ủy nơi cư trú
}.
probation-refused-before-ceremony = Ngày này trước lễ kết nạp { $date }. Hãy xem lại ngày.
probation-refused-not-over = Chưa hết { $months } tháng dự bị. Chi bộ xét công nhận từ ngày { $date }; hãy chọn cuộc họp từ ngày đó.
probation-refused-official = Đã là đảng viên chính thức từ ngày { $date }; hồ sơ không sửa nữa.
probation-refused-none = Đồng chí này không có thời gian dự bị trong danh sách.
probation-refused-from-class = Giấy chứng nhận này lấy từ lớp học. Hãy sửa ở lớp học.
probation-refused-own-deed = Quyết định công nhận được ghi trong hồ sơ đảng viên.
probation-step-class = Giấy chứng nhận lớp bồi dưỡng đảng viên mới
probation-step-self_review = Bản tự kiểm điểm
probation-step-helper_comment = Nhận xét của đảng viên giúp đỡ
probation-step-associations = Ý kiến tổ chức chính trị - xã hội
probation-step-residence = Ý kiến chi ủy nơi cư trú
probation-step-vote = Biểu quyết của chi bộ
probation-step-decision = Quyết định công nhận chính thức
probation-short-class = Lớp đảng viên mới
probation-short-self_review = Tự kiểm điểm
probation-short-helper_comment = Nhận xét
probation-short-associations = Đoàn thể
probation-short-residence = Nơi cư trú
probation-short-vote = Chi bộ
probation-short-decision = Công nhận
probation-next-class = Ghi giấy chứng nhận lớp đảng viên mới
probation-next-self_review = Ghi bản tự kiểm điểm
probation-next-helper_comment = Ghi nhận xét của người giúp đỡ
probation-next-associations = Ghi ý kiến tổ chức chính trị - xã hội
probation-next-residence = Ghi ý kiến chi ủy nơi cư trú
probation-next-vote = Đưa ra chi bộ biểu quyết
probation-next-decision = Ghi quyết định công nhận
probation-help-class = Giấy chứng nhận đã học lớp bồi dưỡng đảng viên mới. Ghi ngày cấp.
probation-help-self_review = Đồng chí dự bị viết bản tự kiểm điểm khi hết thời gian dự bị. Có mẫu in sẵn những điều đã biết.
probation-help-helper_comment = Đảng viên chính thức được phân công giúp đỡ viết nhận xét.
probation-help-associations = Ý kiến của đoàn thể nơi công tác, học tập. Ghi nơi cho ý kiến và tóm tắt.
probation-help-residence = Ý kiến của chi ủy nơi đồng chí dự bị cư trú.
probation-help-vote = Ghi kết quả biểu quyết của trước khi dùng chương trình. Nếu biểu quyết ở cuộc họp sắp tới, hãy đưa vào chương trình cuộc họp.
probation-help-decision = Quyết định công nhận được ghi trong hồ sơ đảng viên.

# Giấy chứng nhận của lớp học
certificate-offer = Có trong lớp học: số { $number }, cấp { $date }, { $by }
certificate-take = Lấy giấy này
certificate-taken = Đã lấy giấy chứng nhận từ lớp học.
certificate-from-class = Theo lớp học đã ghi

# Các mẫu in
probation-paper-self_review = Bản tự kiểm điểm
probation-paper-helper_comment = Bản nhận xét
probation-paper-summary = Tổng hợp ý kiến
probation-paper-resolution = Nghị quyết của chi bộ
probation-paper-base_resolution = Nghị quyết của cấp ủy
probation-paper-decision = Quyết định công nhận
recruiting-paper-cv = Lý lịch của người xin vào Đảng
