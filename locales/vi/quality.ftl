# Chất lượng sinh hoạt: xếp loại, phiếu chấm, căn cứ, các bước

quality-grade-good = Tốt
quality-grade-fair = Khá
quality-grade-average = Trung bình
quality-grade-poor = Kém
quality-stage-name-proposed = Người theo dõi đề xuất
quality-stage-name-agreed = Chi ủy thống nhất
quality-stage-name-voted = Chi bộ biểu quyết
quality-stage-name-decided = Cấp ủy cấp trên quyết định
quality-scorer-tracker = Đồng chí theo dõi chấm điểm
quality-scorer-cell_committee = Chi ủy
quality-scorer-overseer = Cấp ủy viên phụ trách
quality-decider-direct_superior = Cấp ủy cấp trên trực tiếp
quality-decider-commune = Đảng ủy xã, phường, đặc khu
quality-basis-evidence = Theo số liệu
quality-basis-judgement = Cần đồng chí nhận xét
quality-basis-not_applicable = Không tính tháng này
quality-origin-national = Theo khung quốc gia
quality-origin-local = Theo mẫu địa phương
quality-origin-program = Chương trình gợi ý, cấp ủy có thể thay
quality-kind-choice = Chọn một mức
quality-kind-yes_no = Có hoặc không
quality-kind-number = Cho điểm
quality-kind-ratio_band = Theo mức tỷ lệ
quality-kind-bonus = Điểm cộng
quality-kind-deduction = Điểm trừ

# Căn cứ của điểm đề xuất

quality-evidence-members = Chi bộ có { $members } đảng viên.
quality-evidence-length = Sinh hoạt { $minutes } phút; yêu cầu ít nhất { $least } phút.
quality-evidence-length-short = Sinh hoạt { $minutes } phút, thiếu { $short } phút so với { $least } phút.
quality-evidence-length-no-rule = Sinh hoạt { $minutes } phút; loại sinh hoạt này không quy định thời lượng tối thiểu.
quality-evidence-attendance = Dự { $part }/{ $whole } đảng viên phải dự ({ $percent } %); vắng có lý do { $excused }, không lý do { $unexcused }.
quality-evidence-unexcused = Vắng không lý do: { $unexcused }.
quality-evidence-excused-run = Vắng có lý do liên tiếp nhiều nhất trong năm: { $run } lần; mức cho phép { $limit } lần.
quality-evidence-speaking = { $part }/{ $whole } người dự đã phát biểu ({ $percent } %).
quality-evidence-task-results = Xong { $part }/{ $whole } nhiệm vụ đến hạn của nghị quyết trước ({ $percent } %).
quality-evidence-notices = Đã thông báo { $part }/{ $whole } đảng viên ({ $percent } %).
quality-evidence-overseer-notified = Đã thông báo cấp ủy viên phụ trách.
quality-evidence-overseer-not-notified = Chưa thông báo cấp ủy viên phụ trách.
quality-evidence-no-overseer = Chưa có cấp ủy viên được phân công theo dõi chi bộ.
quality-evidence-steps = Đã làm { $part }/{ $whole } bước theo quy định ({ $percent } %).
quality-evidence-records = Biên bản đã ghi { $part }/{ $whole } nội dung ({ $percent } %).
quality-evidence-criticism = Tự phê bình và phê bình { $minutes } phút; yêu cầu từ { $least } phút.
quality-evidence-study = Học tập chuyên đề { $minutes } phút.
quality-evidence-papers-on-time = Tài liệu đăng trước giờ họp { $hours } giờ; yêu cầu ít nhất { $days } ngày.
quality-evidence-papers-late = Tài liệu chỉ đăng trước giờ họp { $hours } giờ; yêu cầu ít nhất { $days } ngày.
quality-evidence-papers-no-rule = Tài liệu đăng trước giờ họp { $hours } giờ; khi đó chưa có quy định về thời hạn.
quality-evidence-papers-not-posted = Chưa đăng tài liệu.
quality-evidence-reported = Đã báo cáo sau khi kết thúc { $hours } giờ.
quality-evidence-reported-late = Báo cáo sau khi kết thúc { $hours } giờ; yêu cầu trong { $days } ngày.
quality-evidence-not-reported = Quá { $days } ngày chưa báo cáo.
quality-evidence-report-open = Còn trong hạn { $days } ngày để báo cáo.
quality-evidence-report-no-rule = Khi đó chưa có quy định về thời hạn báo cáo.
quality-evidence-committee-met = Chi ủy đã họp, có biên bản.
quality-evidence-committee-not-met = Chưa ghi nhận chi ủy họp trước sinh hoạt.
quality-evidence-secretary-only = Chi bộ chỉ có bí thư, không phải họp chi ủy.
quality-evidence-concluded = Đã biểu quyết kết luận, nghị quyết.
quality-evidence-not-concluded = Chưa biểu quyết kết luận, nghị quyết.
quality-evidence-minutes-adopted = Biên bản đã đọc và thông qua.
quality-evidence-minutes-not-adopted = Biên bản chưa thông qua.
quality-evidence-tasks-assigned = { $part }/{ $whole } nhiệm vụ đã rõ người, thời hạn, kỳ báo cáo ({ $percent } %).
quality-evidence-draft = Đã có dự thảo kết luận, nghị quyết.
quality-evidence-no-draft = Chưa có dự thảo kết luận, nghị quyết.
quality-evidence-thematic = Tháng này có sinh hoạt chuyên đề.
quality-evidence-no-thematic = Tháng này không có sinh hoạt chuyên đề.
quality-evidence-combined = Sinh hoạt thường kỳ kết hợp chuyên đề.
quality-evidence-not-combined = Không kết hợp chuyên đề.
quality-evidence-no-longer-worded = Căn cứ này ghi theo mẫu câu cũ, không còn hiển thị được.
quality-unknown-until-closed = Chưa biết trước khi kết thúc buổi sinh hoạt; tạm tính đủ điểm.
quality-unknown-until-roll-call = Chưa điểm danh.
quality-unknown-no-task-due = Không có nhiệm vụ nào của nghị quyết trước đến hạn.
quality-unknown-not-recorded = Chưa ghi nhận.

# Điều cần nhắc về nền nếp sinh hoạt

quality-fault-no-routine = Tháng này chưa sinh hoạt thường kỳ ({ $held }/{ $expected }).
quality-fault-routine-twice = Tháng này sinh hoạt thường kỳ { $held } lần; quy định { $expected } lần.
quality-fault-thematic-only = Tháng này chỉ có sinh hoạt chuyên đề, không thay được { $expected } kỳ thường kỳ.
quality-fault-no-thematic = Quý này sinh hoạt chuyên đề { $held }/{ $expected } lần.
quality-fault-too-short = Sinh hoạt { $minutes } phút, chưa đủ { $least } phút.
quality-fault-papers-late = Tài liệu chưa đăng trước giờ họp { $days } ngày.
quality-fault-report-late = Quá { $days } ngày sau sinh hoạt chưa đăng, báo cáo văn bản.
quality-fault-excused-running = Có đảng viên vắng có lý do { $run } lần liên tiếp trong năm, quá { $limit } lần.

# Các bước của điểm

quality-stage-proposed-too-late = Chi ủy đã thống nhất điểm; không đề xuất lại được nữa.
quality-stage-agreed-out-of-order = Chi ủy thống nhất sau khi có điểm đề xuất và trước khi chi bộ biểu quyết.
quality-stage-voted-out-of-order = Chi bộ biểu quyết sau khi chi ủy thống nhất và trước khi cấp trên quyết định.
quality-stage-decided-out-of-order = Cấp ủy cấp trên quyết định sau khi chi bộ biểu quyết.
quality-stage-wrong-scorer = Bộ tiêu chí không giao người này chấm.
quality-stage-scorer-missing = Còn một người chấm chưa đề xuất. Hãy chờ đủ hai phiếu.
quality-stage-unknown-item = Bộ tiêu chí không có mục "{ $item }".
quality-stage-out-of-range = Mục "{ $item }" nhiều nhất { $maximum } điểm.
quality-stage-reason-missing = Mục "{ $item }" khác với bước trước. Hãy ghi lý do.
quality-stage-not-confirmed = Cấp ủy viên dự họp chưa xác nhận điểm tự chấm. Hãy chờ xác nhận.

# Lỗi trong bộ tiêu chí

quality-rubric-unknown-word = Không có từ "{ $word }" trong danh mục.
quality-rubric-unknown-kind = Không có loại mục "{ $word }"; hãy dùng choice, yes_no, number, ratio_band, bonus hoặc deduction.
quality-rubric-unknown-fact = Không có số liệu "{ $fact }".
quality-rubric-fact-not-number = "{ $fact }" không phải số hay tỷ lệ, không so sánh hoặc đếm được.
quality-rubric-fact-not-yes-no = "{ $fact }" không phải có hoặc không; hãy so sánh, ví dụ "{ $fact } >= 90".
quality-rubric-fact-not-ratio = "{ $fact }" không phải tỷ lệ.
quality-rubric-condition-malformed = Điều kiện "{ $condition }" không đọc được; ví dụ đúng: minutes_short <= 15.
quality-rubric-applies-compares = Điều kiện áp dụng chỉ dùng số liệu có hoặc không.
quality-rubric-band-missing = Thiếu mức cho tỷ lệ từ { $from } đến { $to } %.
quality-rubric-bands-overlap = Hai mức chồng nhau từ { $from } đến { $to } %.
quality-rubric-boundary-undeclared = Đúng { $percent } % không thuộc mức nào. Hãy thêm boundary = "upper" hoặc "lower".
quality-rubric-band-two-ends = Mỗi đầu của một mức chỉ ghi một lần: at_least hoặc more_than, below hoặc at_most.
quality-rubric-best-not-maximum = Mức cao nhất được { $best } điểm, khác điểm tối đa { $maximum } của mục.
quality-rubric-blocks-sum = Các phần cộng lại { $sum } điểm, khác tổng điểm { $maximum } đã khai.
quality-rubric-items-sum = Các mục cộng lại { $sum } điểm, khác điểm tối đa { $maximum } của phần.
quality-rubric-only-deductions = Phiếu bắt đầu từ điểm tối đa thì mọi mục phải là điểm trừ.
quality-rubric-too-many-conditions = Các mục trong phần này phụ thuộc quá nhiều điều kiện.
quality-rubric-choice-without-otherwise = Hãy ghi điều kiện cho mọi lựa chọn trừ lựa chọn cuối, hoặc không ghi cho lựa chọn nào.
quality-rubric-start-missing = Mục cần nhận xét phải có start, số điểm bắt đầu.
quality-rubric-start-out-of-range = Số điểm bắt đầu nằm ngoài khoảng của mục.
quality-rubric-grades-order = Mức xếp loại phải giảm dần: good, fair, average, và không quá tổng điểm.
quality-rubric-key-twice = Khóa này đã dùng ở trên.
quality-rubric-scorers = Phải có một hoặc hai người chấm.
quality-rubric-year-without-condition = Mỗi mức xếp loại năm cần every hoặc meetings.
quality-rubric-versions-overlap = Bộ tiêu chí này trùng thời gian và loại sinh hoạt với một bản khác cùng mã.
