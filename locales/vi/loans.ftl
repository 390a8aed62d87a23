# Hồ sơ đảng viên cho mượn

loans-title = Hồ sơ cho mượn
loans-lead = Ghi mỗi lần hồ sơ rời tủ: ai mượn, vì sao, bao giờ trả. Đảng viên thấy hồ sơ của mình đang ở đâu.
loans-lend = Cho mượn hồ sơ
loans-borrower = Người hoặc cơ quan mượn
loans-borrower-help = Ví dụ: Ban Tổ chức Đảng ủy, đồng chí Minh.
loans-reason = Lý do mượn
loans-lent-on = Ngày mượn
loans-due-on = Hạn trả
loans-lent = Đã ghi cho mượn.
loans-return = Đã trả
loans-returned-on = Trả ngày
loans-returned = Đã ghi hồ sơ trả về.
loans-out-again = Đã bỏ ghi trả; hồ sơ lại tính là đang cho mượn.
loans-removed = Đã bỏ lần ghi cho mượn.
loans-out = Đang mượn
loans-overdue = Quá hạn trả
loans-span = Mượn { $lent }, hạn trả { $due }
loans-back-on = đã trả { $day }
loans-none-title = Chưa cho mượn lần nào
loans-none = Khi cấp trên hoặc cơ quan mượn hồ sơ, ghi ở đây để biết hồ sơ đang ở đâu.
loans-borrower-missing = Chưa ghi ai mượn.
loans-to-come = Ngày này chưa đến. Hãy chọn hôm nay hoặc một ngày trước.
loans-due-first = Hạn trả phải từ ngày mượn trở đi.
loans-refused-back-first = Hồ sơ được mượn từ { $date }; ngày trả không thể trước ngày đó.
loans-refused-back = Hồ sơ đã trả ngày { $date }.
loans-refused-out = Hồ sơ đang cho mượn. Hãy ghi ngày trả trước.
