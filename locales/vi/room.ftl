# Phòng họp: điều hành, ghi chép và bế mạc buổi sinh hoạt.
room-name = Phòng họp
room-preparation = Chuẩn bị
room-title = { $kind } { $month }
room-kind-routine = sinh hoạt thường kỳ
room-kind-thematic = sinh hoạt chuyên đề
room-kind-combined = sinh hoạt thường kỳ kết hợp chuyên đề
room-kind-extraordinary = sinh hoạt đột xuất
room-kind-cell_committee = họp chi ủy
room-kind-sub_cell = sinh hoạt tổ đảng
room-kind-congress = đại hội chi bộ
room-part-routine = Phần thường kỳ
room-part-thematic = Phần chuyên đề
room-choose = Hãy chọn
room-nobody = Không có
room-save = Lưu
room-text-saved = Đã lưu.
room-aloud = Chủ trì đọc

# Diễn biến đến lúc này
room-fact-members = { $n } đảng viên trong danh sách
room-fact-present = Có mặt { $present }/{ $expected }
room-fact-minimum = (cần ít nhất { $minimum } phút)
room-fact-speakers = Đã phát biểu { $spoke }/{ $present }
room-fact-tasks = Việc đến hạn: xong { $done }/{ $due }

# Khai mạc
room-opening-title = Ai điều hành buổi sinh hoạt này?
room-opening-lead = Chọn chủ trì và thư ký rồi khai mạc. Giờ khai mạc được ghi lại ngay lúc đó; chọn nhầm thì đổi sau được.
room-chair = Chủ trì
room-minute-taker = Thư ký
room-minute-taker-help = Đồng chí ghi biên bản; trong buổi này được ghi mọi mục ở đây.
room-tracker = Người theo dõi chấm điểm
room-tracker-help = Theo dõi buổi sinh hoạt và đề xuất điểm. Có thể để trống.
room-leaders = Người điều hành
room-leaders-change = Đổi chủ trì, thư ký, người theo dõi
room-people-named = Đã ghi người điều hành.
room-open = Khai mạc
room-open-hint = Khai mạc xong là điểm danh.
room-opened = Đã khai mạc lúc { $time }.
room-opening-taken-back = Đã lùi lại lúc chưa khai mạc.
room-cancelled = Buổi sinh hoạt này đã hủy.
room-no-agenda-title = Chưa có nội dung nào
room-no-agenda = Buổi sinh hoạt cần danh sách nội dung để đi lần lượt từng mục.
room-no-agenda-do = Lập nội dung

# Khách mời
room-guests = Khách mời và cấp trên dự
room-guests-none = Chưa ghi khách mời nào.
room-guest = khách mời
room-overseer = cấp ủy viên phụ trách
room-overseer-here = Đồng chí { $name } có dự
room-guest-add = Thêm khách mời
room-guest-name = Họ và tên
room-guest-role = Chức vụ, đơn vị
room-guest-role-help = Ghi như sẽ đọc lúc giới thiệu.
room-guest-overseer = Là cấp ủy viên phụ trách chi bộ
room-guest-added = Đã ghi khách mời { $name }.
room-guest-remove = Bỏ khách mời
room-guest-remove-of = Bỏ khách mời { $name }
room-guest-remove-ask = Bỏ { $name } khỏi danh sách khách mời của buổi này.
room-guest-removed = Đã bỏ khách mời.

# Điểm danh
room-roll = Điểm danh
room-roll-left = Còn { $n } đồng chí chưa điểm danh
room-roll-done = Đã điểm danh đủ
room-roll-hint = Gọi tên từng đồng chí; ai vắng thì ghi lý do.
room-roll-help = Ghi người vắng trước, rồi bấm một lần cho những người còn lại.
room-present = Có mặt
room-absent = Vắng, muộn
room-excused = Vắng có lý do
room-unexcused = Vắng không lý do
room-exempt = Được miễn
room-special-duty = Nhiệm vụ đặc biệt
room-absence-reason = Lý do, nếu vắng
room-arrived = Đến lúc
room-left = Về lúc
room-present-at = Có mặt, theo giờ này
room-arrived-now = Vừa đến
room-arrived-now-of = Đồng chí { $name } vừa đến
room-not-called = chưa điểm danh
room-call-present = Đồng chí { $name } có mặt
room-attendance-of = Vắng, muộn: đồng chí { $name }
room-attendance-present = Có mặt
room-attendance-excused = Vắng có lý do
room-attendance-unexcused = Vắng không lý do
room-attendance-exempt = Được miễn
room-attendance-special_duty = Nhiệm vụ đặc biệt
room-rest-present = { $n } đồng chí còn lại đều có mặt
room-rest-marked = Đã ghi { $n } đồng chí có mặt.
room-marked = { $name }: { $how }.
room-unmarked = Đã bỏ kết quả điểm danh vừa ghi.
room-present-since = từ { $time }
room-present-until = đến { $time }
room-probationary = dự bị
room-name-probationary = { $name } (dự bị)
room-standing-active = đang sinh hoạt
room-standing-exempt = được miễn sinh hoạt
room-standing-away = chuyển tạm thời đi
room-standing-suspended = đình chỉ sinh hoạt
room-standing-visiting = sinh hoạt tạm thời
room-standing-residence = đảng viên 213

# Đảng phí, chương trình
room-dues = Tình hình đóng đảng phí
room-dues-help = Ví dụ: đã thu đủ đảng phí tháng 10 của 18 đảng viên.
room-agenda = Chương trình
room-agenda-is-adopted = Đã thông qua
room-agenda-hint = Đọc chương trình rồi lấy biểu quyết.
room-agenda-without-count = Không ai có ý kiến khác, không cần đếm
room-agenda-adopted = Đã thông qua chương trình.
room-agenda-open = Chương trình chưa thông qua.

# Từng nội dung
room-line-remarks = { $n } ý kiến
room-line-current = đang bàn
room-take-up = Bàn mục này
room-take-up-again = Bàn lại mục này
room-take-up-next = Sang mục { $n }
room-item-taken-up = Đã chuyển sang mục này.
room-item-put-down = Đã trở lại như trước.
room-presenter = Trình bày: đồng chí { $name }
room-prepared = Đã chuẩn bị
room-score = Chấm điểm buổi sinh hoạt
room-notes = Ghi chép
room-conclusion = Kết luận của chủ trì

# Ý kiến
room-people = Ai phát biểu?
room-people-hint = Chạm vào tên khi đồng chí phát biểu; ý kiến được ghi vào mục { $n }.
room-people-find = Tìm tên
room-people-absent = Chưa có mặt: { $n }
room-people-close = Trở lại mục
room-spoke = đã phát biểu { $n } lần
room-remarks = Ý kiến
room-remarks-none = Chưa có ý kiến. Chạm vào tên người phát biểu; nội dung ghi sau cũng được.
room-remarks-nobody = Không có ý kiến nào được ghi.
room-remark-remark = Ý kiến
room-remark-self_criticism = Tự phê bình
room-remark-criticism = Phê bình
room-remark-proposal = Kiến nghị
room-remark-answer = Trả lời
room-remark-add = Thêm người phát biểu
room-remark-added = Đã ghi người phát biểu.
room-remark-words = Đồng chí nói gì?
room-remark-kind-of = Loại ý kiến của đồng chí { $name }
room-remark-remove = Bỏ ý kiến của đồng chí { $name }
room-remark-taken-back = Đã bỏ ý kiến.
room-remark-again = Ý kiến đã trở lại.
room-speaker-missing = Hãy chọn người phát biểu.
room-prepared-remarks = Ý kiến đã chuẩn bị: { $n }
room-prepared-take = Đưa vào biên bản

# Tự phê bình và phê bình
room-round = Tự phê bình và phê bình
room-round-done = { $done }/{ $n } đồng chí đã tự phê bình
room-self-criticism = Tự phê bình
room-self-criticism-of = Đồng chí { $name } tự phê bình
room-criticism = Phê bình
room-criticism-of = Đồng chí { $name } phê bình đồng chí khác

# Biểu quyết
room-motions = Biểu quyết
room-motion-add = Lấy biểu quyết
room-motion-body = Biểu quyết về việc gì
room-motion-kind = Loại biểu quyết
room-motion-save = Bắt đầu biểu quyết
room-motion-put = Mời biểu quyết, rồi ghi số cánh tay.
room-motion-withdraw = Rút nội dung này
room-motion-withdrawn = Đã rút nội dung biểu quyết.
room-motion-again = Nội dung biểu quyết đã trở lại.
room-motion-agenda = Thông qua chương trình
room-motion-resolution = Thông qua nghị quyết { $month }
room-motion-minutes = Thông qua biên bản
room-terms-base = Được tính
room-terms-eligible = Có mặt, được biểu quyết
room-terms-needed = Cần tán thành
room-count-next = Ghi kết quả biểu quyết
room-count-hint = Đếm cánh tay rồi ghi ba con số.
room-count-in-favour = Tán thành
room-count-against = Không tán thành
room-count-other = Ý kiến khác
room-count-save = Ghi kết quả
room-count-all = Cả { $n } đồng chí tán thành
room-count-again = Đếm lại
room-count-missing = Hãy ghi số đồng chí tán thành.
room-count-taken-back = Đã bỏ kết quả; hãy đếm lại.
room-number-unreadable = Hãy ghi một con số.
room-passed = Thông qua
room-failed = Chưa thông qua
room-opinion-add = Bảo lưu ý kiến
room-opinion-member = Ý kiến của đồng chí
room-opinion-text = Nguyên văn ý kiến
room-opinion-help = Ghi đúng từng lời. Người bảo lưu ý kiến vẫn chấp hành nghị quyết (Điều lệ Đảng, Điều 9).
room-opinion-save = Giữ ý kiến này
room-opinion-kept = Đã giữ nguyên văn ý kiến.
room-opinion-kept-by = bảo lưu ý kiến:
room-opinion-remove = Bỏ ý kiến bảo lưu
room-opinion-remove-of = Bỏ ý kiến bảo lưu của đồng chí { $name }
room-opinion-remove-ask = Bỏ ý kiến bảo lưu của đồng chí { $name }: “{ $words }”
room-opinion-taken-back = Đã bỏ ý kiến bảo lưu.
room-opinion-whose = Hãy chọn đồng chí có ý kiến bảo lưu.
room-opinion-words = Hãy ghi nguyên văn ý kiến.

# Việc giao
room-tasks = Việc giao hôm nay
room-task-add = Giao thêm một việc
room-task-title = Làm việc gì
room-task-owner = Ai chịu trách nhiệm
room-task-deadline = Thời hạn
room-task-reports-in = Báo cáo tại kỳ sinh hoạt
room-task-is-standing = Nhiệm vụ thường xuyên, không có thời hạn
room-task-product = Sản phẩm, kết quả phải có
room-task-save = Giao việc này
room-task-set = Đã giao việc.
room-task-change = Sửa
room-task-changed = Đã sửa việc.
room-task-remove = Bỏ việc này
room-task-remove-ask = Bỏ việc đã giao: “{ $title }”
room-task-removed = Đã bỏ việc.
room-task-product-is = Sản phẩm: { $product }
room-task-until = hạn { $date }
room-task-standing = thường xuyên
room-task-reported-in = báo cáo kỳ { $month }

# Việc đến hạn của nghị quyết trước
room-due = Việc của nghị quyết trước
room-due-task = Việc
room-due-result = Kết quả
room-due-result-of = Kết quả của việc “{ $title }”
room-due-result-words = Kết quả bằng lời
room-due-percent-of = Mức hoàn thành của việc “{ $title }”, phần trăm
room-due-whole = Xong cả
room-due-accept = Chi bộ xác nhận xong
room-due-accepted = Xác nhận xong, { $percent } %
room-due-open-again = Mở lại
room-due-nothing = Chưa báo cáo.
room-task-reported = Đã ghi kết quả.
room-task-accepted = Chi bộ đã xác nhận.
room-task-open-again = Việc này được mở lại.

# Nghị quyết
room-resolution = Nghị quyết
room-resolution-help = Bảng việc của nghị quyết trước, việc giao hôm nay và kết quả biểu quyết được đưa vào nghị quyết tự động. Ở đây chỉ ghi phần lời.
room-resolution-situation = Tình hình chính trị, tư tưởng
room-resolution-results = Kết quả lãnh đạo tháng qua
room-resolution-praise = Biểu dương, nhắc nhở
room-resolution-faults = Hạn chế và nguyên nhân
room-resolution-direction = Phương hướng tháng tới
room-resolution-execution = Tổ chức thực hiện
room-resolution-hint = Đọc dự thảo nghị quyết rồi lấy biểu quyết.

# Bế mạc
room-closing = Trước khi bế mạc
room-missing = Còn thiếu, chủ trì cân nhắc
room-missing-length = Chưa đủ { $minimum } phút.
room-missing-dues = Chưa nêu tình hình đóng đảng phí.
room-missing-items = Còn { $n } nội dung chưa bàn.
room-missing-vote = Chưa biểu quyết nghị quyết.
room-missing-tasks = Chưa giao việc nào cho tháng tới.
room-close = Bế mạc
room-close-hint = Sau khi bế mạc, biên bản được đọc và thông qua; nếu cần vẫn mở lại được.
room-closed = Đã bế mạc lúc { $time }, sau { $minutes } phút.
room-is-closed = Buổi sinh hoạt đã bế mạc. Vẫn sửa được lời ghi cho đến khi biên bản được thông qua.
room-is-over = Buổi sinh hoạt đã bế mạc. Đây là những gì đã ghi.
room-reopen = Mở lại buổi sinh hoạt
room-reopened = Buổi sinh hoạt được mở lại.
room-read-minutes = Đọc biên bản
room-read-hint = Đọc lại toàn văn, rồi chi bộ thông qua.

# Câu chủ trì đọc
room-aloud-opening = Hôm nay, { $day }, { $cell } tiến hành { $kind } { $month }.
room-aloud-people = Đồng chí { $chair } chủ trì. Đồng chí { $taker } làm thư ký, ghi biên bản.
room-aloud-guests = Về dự với chi bộ có: { $names }.
room-aloud-roll = Chi bộ có { $members } đảng viên ({ $official } chính thức, { $probationary } dự bị). Có mặt { $present }, vắng có lý do { $excused }, vắng không lý do { $unexcused }.
room-aloud-exempt = { $n } đồng chí được miễn.
room-aloud-quorum = Có { $eligible } đồng chí được quyền biểu quyết trên { $base } đồng chí được tính; nghị quyết cần ít nhất { $needed } đồng chí tán thành. Chi bộ đủ điều kiện biểu quyết.
room-aloud-no-quorum = Chỉ có { $eligible } đồng chí được quyền biểu quyết trên { $base } đồng chí được tính, chưa đủ { $needed } để thông qua nghị quyết. Chi bộ vẫn sinh hoạt và bàn các nội dung khác.
room-aloud-agenda = Chương trình có { $n } nội dung, dự kiến { $minutes } phút. Các đồng chí có ý kiến về chương trình không? Nếu không, đề nghị các đồng chí biểu quyết.
room-aloud-item = Nội dung thứ { $n }: { $title }.
room-aloud-presenter = Mời đồng chí { $name } trình bày.
room-aloud-criticism = Đề nghị từng đồng chí tự phê bình ngắn gọn, sau đó các đồng chí khác góp ý thẳng thắn, chân thành.
room-aloud-assignment = Mỗi việc nêu rõ ai làm, đến bao giờ xong và báo cáo ở kỳ sinh hoạt nào.
room-aloud-discussion = Mời các đồng chí phát biểu ý kiến.
room-aloud-proposals = Đồng chí nào có kiến nghị, đề xuất với chi bộ hoặc với cấp trên, xin mời nêu.
room-aloud-hands = Đồng chí nào tán thành, đề nghị giơ tay. Đồng chí nào không tán thành? Đồng chí nào có ý kiến khác?
room-aloud-summary = Buổi sinh hoạt đã bàn { $items } nội dung, có { $speakers } đồng chí phát biểu, giao { $tasks } việc.
room-aloud-closing = Cảm ơn các đồng chí. Tôi tuyên bố bế mạc buổi sinh hoạt.
room-aloud-reading = Mời đồng chí { $taker } đọc biên bản. Sau đó chi bộ cho ý kiến và biểu quyết thông qua.

# Khi chưa gửi được
room-changed-meanwhile = Người khác vừa sửa chỗ này. Lời của đồng chí vẫn còn đây, lời của người kia ở bên cạnh; hãy gộp lại rồi lưu.
room-unreached = Chưa tới được máy chủ. Những gì đã gõ vẫn còn trên máy này; hãy thử lại.
room-signed-out = Phiên làm việc đã kết thúc. Những gì đã gõ vẫn còn trên máy này; hãy đăng nhập rồi làm tiếp.
room-sign-in = Đăng nhập
