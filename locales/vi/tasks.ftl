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
