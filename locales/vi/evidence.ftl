# Minh chứng của nhiệm vụ

evidence-title = Minh chứng
evidence-none = Chưa có tệp nào. Ảnh chụp, biên bản, danh sách… cho thấy việc đã làm đến đâu.
evidence-file = Tệp
evidence-file-help = Ảnh, PDF, Word, Excel, tối đa 20 MB; không gửi tài liệu mật.
evidence-note = Tệp này cho thấy gì
evidence-add = Gửi tệp
evidence-added = Đã gửi { $name }.
evidence-remove = Bỏ tệp
evidence-removed = Đã bỏ tệp.
evidence-return-open = Trả lại, chưa công nhận
evidence-return-reason = Vì sao trả lại
evidence-return-help = Nói rõ còn thiếu gì; đồng chí phụ trách thấy câu này và báo cáo lại.
evidence-return = Trả lại
evidence-returned = Đã trả lại; nhiệm vụ lại tính là chưa xong.
evidence-returned-title = Chi bộ trả lại
evidence-of-rating = Nhiệm vụ đã báo cáo xong trong năm, kèm minh chứng
evidence-done-with = Xong ngày { $day }, { $count } tệp minh chứng
evidence-words-long = Dài quá 1000 chữ cái. Hãy viết ngắn lại.
evidence-refused-settled = Kết quả đã được công nhận hoặc nhiệm vụ đã dừng: minh chứng giữ nguyên.
evidence-refused-too-many = Đã có { $most } tệp. Hãy bỏ bớt tệp không cần.
