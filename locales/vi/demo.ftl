# Lệnh `nennep demo`: dữ liệu mẫu và các tài khoản để dùng thử.
demo-filling = Đang tạo dữ liệu mẫu
demo-holds-real = Thư mục { $folder } đang giữ dữ liệu thật; dữ liệu mẫu chỉ được tạo trong thư mục trống. Hãy chọn thư mục khác bằng --data.
demo-holds-another = { $folder } đang giữ một bộ mẫu khác (quy mô { $scale }, hạt giống { $seed }, đến tháng { $until }). Hãy chọn thư mục khác bằng --data, hoặc xóa thư mục này.
demo-too-early = Bộ mẫu kể từ tháng 7 năm 2025; tháng { $until } sớm hơn.
demo-incomplete = Dữ liệu mẫu trong thư mục này tạo dở dang. Hãy chạy lại lệnh nennep demo để tạo lại từ đầu.
demo-accounts = Dữ liệu mẫu, mọi tên người đều đặt ra. Tài khoản dùng thử:
demo-role-secretary = Bí thư chi bộ
demo-role-deputy = Phó bí thư chi bộ
demo-role-member = Đảng viên
demo-role-overseer = Cấp ủy viên phụ trách
demo-role-organisation-office = Ban Xây dựng Đảng của phường
demo-role-inspection-committee = Ủy ban kiểm tra
demo-role-leader = Bí thư đảng ủy phường
demo-role-administrator = Quản trị máy chủ
demo-not-served = Đã tạo xong. Chạy lại lệnh này không có --no-serve để mở trang.
demo-open = Mở trang
