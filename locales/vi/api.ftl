# Trả lời cho chương trình khác: loại trở ngại, và có chuyện gì.
api-problem-unreadable = Không đọc được nội dung gửi đến
api-problem-signed-out = Chưa đăng nhập
api-problem-forbidden = Không có quyền
api-problem-read-only = Khóa truy cập chỉ được đọc
api-problem-not-found = Không tìm thấy
api-problem-method = Cách gọi không dùng được ở địa chỉ này
api-problem-changed = Nội dung vừa được người khác sửa
api-problem-too-large = Nội dung gửi đến quá lớn
api-problem-not-json = Nội dung gửi đến không phải JSON
api-problem-invalid = Nội dung gửi đến chưa đúng
api-problem-refused = Chưa thực hiện được
api-problem-waiting = Hãy chờ rồi thử lại
api-problem-fault = Chương trình gặp trục trặc
api-problem-busy = Chương trình đang bận

api-detail-unreadable = Nội dung gửi đến không phải JSON đúng cú pháp.
api-detail-signed-out = Hãy gửi kèm khóa truy cập còn hạn ở đầu mục Authorization: Bearer, hoặc đăng nhập.
api-detail-forbidden = Chức vụ của tài khoản này không có quyền làm việc đó, hoặc yêu cầu đến từ một trang khác.
api-detail-read-only = Hãy dùng khóa truy cập có quyền ghi.
api-detail-not-found = Không có nội dung này, hoặc tài khoản không thuộc phạm vi được biết.
api-detail-method = Xem những cách gọi dùng được ở mục Allow của câu trả lời này.
api-detail-changed = Chưa có gì bị ghi đè. Hãy xem bản đang có ở "current" rồi gửi lại với phiên bản của bản đó.
api-detail-too-large = Nội dung JSON nhiều nhất 1 MB, tài liệu nhiều nhất 20 MB.
api-detail-not-json = Hãy gửi nội dung với Content-Type là application/json.
api-detail-invalid = Có mục chưa đúng; xem "errors".
api-detail-refused = Tình trạng hiện tại chưa cho phép làm việc này.
api-detail-waiting = Đã hỏi quá nhiều trong thời gian ngắn. Hãy chờ số giây ghi ở Retry-After.
api-detail-fault = Lỗi này do chương trình. Chưa có gì được ghi lại; hãy báo người quản trị cùng thời điểm xảy ra.
api-detail-busy = Chưa có gì được ghi lại. Hãy thử lại sau số giây ghi ở Retry-After.

api-field-unreadable = Giá trị không đúng dạng của mục này.
api-field-unknown = Không có mục này.
api-field-missing = Thiếu mục này.
api-query-unreadable = Phần hỏi sau dấu ? không đúng dạng.
api-limit = Mỗi trang từ 1 đến { $most } dòng.
api-cursor = Dấu trang không dùng được. Hãy lấy nguyên giá trị "next" của trang trước.
api-months-span = Khoảng thời gian từ 1 đến { $most } tháng.
