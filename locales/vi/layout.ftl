# Khung của mọi trang.
program-name = Nền Nếp
language-name = Tiếng Việt
skip-to-content = Tới nội dung chính
place-all = Các nơi trong chương trình
place-today = Hôm nay
place-meetings = Sinh hoạt
place-tasks = Việc
place-books = Sổ sách
place-months = Theo tháng
place-organisations = Tổ chức
place-members = Đảng viên
place-setup = Thiết lập
place-more = Thêm
way-back = Đường trở lại

menu-account = Tài khoản và cách hiển thị
menu-settings = Cách hiển thị
menu-own-account = Tài khoản của tôi
menu-language = Ngôn ngữ
menu-theme = Nền trang
menu-sign-out = Đăng xuất
theme-device = Theo máy
theme-light = Sáng
theme-dark = Tối

deed-undo = Hoàn tác
printed-at = In lúc { $time } ngày { $date }
assets-not-built = Chưa dựng phần hiển thị của chương trình. Hãy chạy bin/setup rồi khởi động lại.
error-401 = Đồng chí chưa đăng nhập
error-401-what = Phiên làm việc đã kết thúc hoặc chưa bắt đầu.
error-401-next = Đăng nhập rồi làm lại; những gì đã viết vẫn được giữ trên máy này.
