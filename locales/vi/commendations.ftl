# Khen thưởng: ghi nhận việc tốt của đồng chí và tổ chức. Chưa có khen thưởng không phải là điều chê.

commendations-reason-missing = Chưa ghi khen về việc gì. Hãy ghi ngắn gọn thành tích.
commendations-by-missing = Chưa ghi ai khen. Hãy ghi cấp ủy hoặc cơ quan đã khen.
commendations-to-come = Ngày này chưa đến. Hãy ghi khi đã có quyết định.
commendations-kind-missing = Chưa chọn hình thức. Hãy chọn một hình thức.
commendations-on-missing = Chưa ghi ngày. Hãy chọn ngày của quyết định hoặc ngày biểu dương.
commendations-refused-ends-first = Khen thưởng này có từ ngày { $date }; không thể thôi trước ngày đó. Hãy xem lại ngày.
commendations-refused-ended = Khen thưởng này đã thôi từ ngày { $date }. Không cần ghi lần nữa.

commendations-kind = Hình thức
commendations-kind-ask = Chọn hình thức
commendations-kind-praise = Biểu dương
commendations-kind-certificate = Giấy khen
commendations-kind-merit = Bằng khen
commendations-kind-flag = Cờ thi đua
commendations-kind-medal = Huân chương, huy chương, kỷ niệm chương
commendations-kind-title = Danh hiệu thi đua
commendations-kind-other = Hình thức khác

commendations-title = Khen thưởng
commendations-year = Năm
commendations-sum = { $organisations } tập thể, { $members } đồng chí
commendations-none-title = Năm này chưa ghi khen thưởng nào
commendations-none = Khi chi bộ hoặc đồng chí nào được khen, ghi ở hồ sơ đảng viên hoặc ở trang tổ chức, rồi sẽ thấy ở đây.
commendations-pick-member = Chọn đồng chí được khen
commendations-pick-help = Khen một đồng chí thì ghi ở hồ sơ của đồng chí đó.
commendations-add-organisation = Ghi khen tập thể
commendations-add-member = Ghi khen thưởng
commendations-without-said = { $count } trong { $cells } chi bộ chưa có khen thưởng
commendations-without-help = Đây là gợi ý để tìm việc tốt cần giới thiệu, không phải để so sánh hay phê bình.

commendations-new-title = Ghi khen thưởng
commendations-change-title = Sửa khen thưởng
commendations-to = Được khen
commendations-reason = Khen về việc gì
commendations-reason-help = Thành tích, năm hoặc phong trào, như ghi trong quyết định.
commendations-by = Ai khen
commendations-by-help = Ví dụ: Đảng ủy phường, Tỉnh ủy, chi bộ.
commendations-on = Ngày quyết định
commendations-decision-number = Số quyết định
commendations-decision-number-help = Biểu dương trong cuộc họp thì để trống; hình thức khác cần số.
commendations-save = Lưu
commendations-save-act = Hiện ở hồ sơ và ở danh sách khen thưởng của năm.
commendations-added = Đã ghi khen thưởng.
commendations-changed = Đã sửa khen thưởng.
commendations-change = Sửa
commendations-take-back = Bỏ, ghi nhầm
commendations-taken-back = Đã bỏ khen thưởng ghi nhầm.
commendations-number = Quyết định số { $number }
commendations-number-by = { $by }, quyết định số { $number }
commendations-ended-by = Thôi từ ngày { $date }: { $decision }
commendations-end-title = Khen thưởng này bị thu hồi
commendations-end-help = Chỉ ghi khi có quyết định thu hồi hoặc hủy bỏ. Khen thưởng vẫn còn trong hồ sơ, kèm ngày thôi.
commendations-end-do = Ghi thu hồi
commendations-ended = Đã ghi thu hồi khen thưởng.
commendations-reopen = Bỏ ghi thu hồi
commendations-reopened = Khen thưởng lại có giá trị.
