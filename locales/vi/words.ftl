# Ngày, giờ, số và lời của các thành phần dùng chung.
weekday-1 = thứ Hai
weekday-2 = thứ Ba
weekday-3 = thứ Tư
weekday-4 = thứ Năm
weekday-5 = thứ Sáu
weekday-6 = thứ Bảy
weekday-7 = Chủ nhật
month-name-1 = 01
month-name-2 = 02
month-name-3 = 03
month-name-4 = 04
month-name-5 = 05
month-name-6 = 06
month-name-7 = 07
month-name-8 = 08
month-name-9 = 09
month-name-10 = 10
month-name-11 = 11
month-name-12 = 12

words-date = { $day }/{ $month }/{ $year }
words-day = { $weekday } { $date }
words-day-short = { $weekday } { $day }/{ $month }
words-day-month = { $day }/{ $month }
words-month = tháng { $month }/{ $year }
words-exact = { $time }, { $day }
words-when = { $day }, { $time }, { $distance }
words-when-far = { $day }, { $time }
words-today = hôm nay
words-tomorrow = ngày mai
words-yesterday = hôm qua
words-now = bây giờ
words-in-days = còn { $n } ngày
words-days-ago = { $n } ngày trước
words-days-over = quá { $n } ngày
words-in-hours = còn { $n } giờ
words-hours-ago = { $n } giờ trước
words-in-minutes = còn { $n } phút
words-minutes-ago = { $n } phút trước
words-minutes = { $n } phút

# Chữ tắt của xếp loại chất lượng trong ô.
grade-letter-good = T
grade-letter-fair = K
grade-letter-average = TB
grade-letter-poor = Kém

field-date-unreadable = Chưa đọc được ngày này. Hãy ghi như 05/11/2026.
field-time-unreadable = Chưa đọc được giờ này. Hãy ghi như 19:30.
field-number-unreadable = Hãy ghi một số nguyên.
form-reason-missing = Hãy ghi lý do.
form-too-long = Quá dài: nhiều nhất { $most } ký tự.
form-names-nothing-known = Nội dung này nhắc đến một người hoặc một mục không có. Hãy tải lại trang rồi chọn lại.
field-optional = không bắt buộc
problems-title = Có { $count } chỗ cần xem lại
deed-waiting = Đang thực hiện, đã { $seconds } giây
deed-copy = Sao chép
deed-copied = Đã chép
deed-not-copied = Trình duyệt không cho chép; hãy chọn chữ rồi chép bằng tay.
deed-print = In trang này
diff-old = Trước:
diff-new = Nay:

pager-name = Các trang của danh sách
pager-shown = { $count } dòng
pager-before = Trang trước
pager-after = Trang sau

rule-source = Văn bản { $document }
rule-open = Xem cả quy định

step-state-done = đã làm
step-state-next = việc tiếp theo
step-state-late = đã chậm
step-state-later = chưa đến
timer-of = { $used }/{ $planned } phút
timer-used = { $used } phút
grid-hint = Chọn một ô để xem tóm tắt; dùng các phím mũi tên để chuyển ô.

confirm-cannot-undo = Việc này làm rồi thì không hoàn tác được.
confirm-back = Quay lại, chưa làm

auto-save-saving = đang lưu…
auto-save-saved = đã lưu lúc { $time }
auto-save-held = chưa gửi được, đang giữ trên máy này; sẽ tự gửi khi có mạng
auto-save-unheld = chưa gửi được và máy này không giữ được chữ; xin đừng đóng trang
auto-save-signed-out = đồng chí đã đăng xuất; chữ đang giữ trên máy này, đăng nhập lại sẽ gửi tiếp
auto-save-restored = đã lấy lại phần chưa gửi lần trước, đang gửi
auto-save-refused = máy chủ chưa nhận; chữ vẫn giữ trên máy này
auto-save-differs = Có người khác vừa sửa chỗ này
auto-save-differs-help = Hai bản ở cạnh nhau. Sửa bản của đồng chí cho đủ ý rồi giữ, hoặc lấy bản kia. Chưa có gì bị ghi đè.
auto-save-mine = Bản của đồng chí
auto-save-theirs = Bản đang có
auto-save-join = Nối bản đang có vào cuối bản của tôi
auto-save-keep = Giữ bản của tôi
auto-save-take-theirs = Lấy bản đang có
