command-not-found = Không tìm thấy.
command-no-such-card = Trong chi bộ không có số thẻ { $card }. Hãy ghi số thẻ hoặc mã đảng viên của người trong chi bộ.
command-out-is-a-folder = Đây là một thư mục, không phải tệp. Hãy ghi tên tệp.
command-out-has-no-folder = Không có thư mục này. Hãy tạo thư mục trước.
serve-first-start = Chưa có tài khoản nào. Mở { $address }/setup và nhập mã khởi động { $code }
