# Nhiệm vụ của nghị quyết

tasks-state-in_progress = Đang triển khai
tasks-state-dated = Có mốc thời hạn
tasks-state-standing = Nhiệm vụ thường xuyên
tasks-state-undated = Chưa xác định mốc

tasks-title-missing = Hãy ghi việc phải làm.
tasks-owner-missing = Hãy chọn đồng chí chịu trách nhiệm.
tasks-deadline-missing = Hãy ghi thời hạn; việc làm thường xuyên thì chọn "Nhiệm vụ thường xuyên".
tasks-deadline-past = Thời hạn phải từ ngày giao việc trở đi.
tasks-reporting-meeting-missing = Hãy chọn kỳ sinh hoạt báo cáo kết quả.
tasks-reporting-meeting-past = Kỳ sinh hoạt báo cáo phải từ tháng giao việc trở đi.
tasks-result-missing = Hãy ghi kết quả bằng lời.
tasks-percent-out-of-range = Mức hoàn thành từ 0 đến 100.
tasks-closed = Nhiệm vụ này đã được xác nhận xong, nên không báo cáo thêm được.
tasks-not-done = Nhiệm vụ chưa hoàn thành, nên chưa xác nhận được.
tasks-owner-not-in-cell = Người chịu trách nhiệm phải là đảng viên của chi bộ.
tasks-reported-already = Nhiệm vụ này đã có báo cáo, nên không xóa được.
tasks-title-adopted = Biên bản đã thông qua, nên không đổi được tên việc và sản phẩm.
