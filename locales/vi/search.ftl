# Tìm: người, tổ chức, cuộc họp, văn bản.
search-title = Tìm
search-label = Tìm đảng viên, chi bộ, cuộc họp, văn bản
search-go = Tìm
search-hint-title = Gõ điều cần tìm
search-hint = Họ tên, số thẻ, tên hoặc mã chi bộ, tháng họp (ví dụ: tổ dân phố số 3 tháng 9), số văn bản (ví dụ: 05-NQ). Có thể gõ không dấu.
search-none-title = Không tìm thấy
search-none = Thử ít từ hơn, hoặc kiểm tra lại chính tả. Chỉ tìm trong những nơi đồng chí được xem.
search-guessed = Không có gì khớp với “{ $words }”. Dưới đây là kết quả gần giống.
search-count = { $count ->
    [0] Không tìm thấy
   *[other] Tìm thấy { $count }
}
search-more = Chỉ hiện { $count } kết quả đầu. Gõ thêm từ để tìm đúng hơn.
search-of-person = { $cell } · { $state }
search-kind-people = Đảng viên
search-kind-organisations = Tổ chức
search-kind-meetings = Cuộc họp
search-kind-papers = Văn bản
