# Dấu hiệu: điều cần để ý, rút ra từ sổ và hạn. Người quyết định, chương trình chỉ nhắc.

signs-too-few-official = Còn { $official } đảng viên chính thức, cần ít nhất { $least }; chi bộ chưa thể họp để quyết định. Hãy đề nghị cấp trên giới thiệu thêm đảng viên hoặc ghép sinh hoạt.
signs-consider-committee = Có { $members } đảng viên. Từ { $from } đảng viên thì xem xét lập đảng bộ cơ sở.
signs-committee-expected = Có { $official } đảng viên chính thức nhưng chưa có chi ủy. Từ { $from } đồng chí thì bầu chi ủy.
signs-committee-not-expected = Còn { $official } đảng viên chính thức mà vẫn có chi ủy. Dưới { $from } đồng chí thì chỉ bầu bí thư, cần thì thêm phó bí thư; hãy xem xét khi đại hội.
signs-committee-too-large = Chi ủy có { $seats } đồng chí, nhiều nhất là { $most }. Hãy xem lại danh sách chi ủy.
signs-no-secretary = Chưa có bí thư. Hãy bầu, hoặc đề nghị cấp trên chỉ định, rồi ghi vào chức vụ.
signs-too-many-secretaries = Đang ghi { $held } bí thư; chi bộ có { $most }. Hãy ghi ngày thôi giữ của người trước.
signs-too-many-deputies = Đang ghi { $held } phó bí thư, nhiều nhất là { $most }. Hãy ghi ngày thôi giữ của người trước.
signs-outside-committee = Giữ chức bí thư hoặc phó bí thư mà chưa có tên trong chi ủy. Hãy xem lại danh sách chi ủy.

signs-congress-due = Nhiệm kỳ hết ngày { $end }. Nếu cấp trên đồng ý, đại hội được sớm từ { $first }, muộn đến { $last }. Hãy chuẩn bị đại hội.
signs-congress-late = Nhiệm kỳ hết ngày { $end }; đã quá { $last } là ngày muộn nhất khi cấp trên đồng ý. Hãy báo cáo cấp trên và tổ chức đại hội.
signs-certificate-ends = Giấy chứng nhận bồi dưỡng nhận thức cấp ngày { $issued } dùng được đến hết ngày { $ends }. Chi bộ biểu quyết trước ngày đó, nếu không thì phải học lại.
signs-ceremony-due = Quyết định kết nạp ngày { $decided }. Làm lễ trong { $days } ngày làm việc, hạn { $due }.
signs-ceremony-late = Quyết định kết nạp ngày { $decided } mà chưa làm lễ; hạn { $days } ngày làm việc đã qua ngày { $due }. Hãy làm lễ sớm và báo cáo lý do.
signs-recognition-due = Hết thời gian dự bị ngày { $over }. Chi bộ xét công nhận chính thức từ ngày đó, hạn { $due }.
signs-recognition-late = Hết thời gian dự bị ngày { $over } mà chưa công nhận chính thức; hạn { $due } đã qua. Hãy xét sớm; ngày chính thức vẫn là { $over }.
signs-badge-due = Đủ { $years } năm tuổi Đảng ngày { $full }. Hãy đề nghị tặng Huy hiệu dịp { $day }.
signs-transfer-late = Quyết định chuyển ngày { $decided }, đã quá { $days } ngày làm việc mà chưa chuyển xong. Hãy hỏi nơi đến, hoặc rút lần chuyển nếu không đi nữa.
signs-reception-late = Giới thiệu ngày { $introduced }, đã quá { $days } ngày làm việc mà nơi đến chưa tiếp nhận. Hãy nhắc nộp hồ sơ và ghi tiếp nhận.
signs-temporary-over = Sinh hoạt tạm thời ở nơi khác từ { $since }, đã quá ngày { $due }. Hãy ghi trở về, hoặc chuyển sinh hoạt chính thức.
signs-exemption-over = Được miễn sinh hoạt đến hết ngày { $until }. Hãy ghi sinh hoạt trở lại, hoặc để chi bộ xét miễn tiếp.
signs-file-overdue = Hồ sơ cho { $borrower } mượn từ { $since }, hạn trả { $due }, chưa trả. Hãy nhắc trả và ghi ngày trả.
signs-dues-behind = Năm { $year } đã { $unpaid } tháng không đóng đảng phí mà không có lý do chính đáng. Chi bộ hỏi thăm, nhắc đồng chí đóng, hoặc ghi lý do.
signs-removal-absent = Năm { $year } đã { $absent } tháng không sinh hoạt mà không có lý do chính đáng. Chi bộ gặp gỡ, tìm hiểu rồi xem xét; xóa tên không bao giờ tự động.
signs-removal-unpaid = Năm { $year } đã { $unpaid } tháng không đóng đảng phí mà không có lý do chính đáng. Chi bộ gặp gỡ, tìm hiểu rồi xem xét; xóa tên không bao giờ tự động.
signs-removal-absent-and-unpaid = Năm { $year } đã { $absent } tháng không sinh hoạt và { $unpaid } tháng không đóng đảng phí mà không có lý do chính đáng. Chi bộ gặp gỡ, tìm hiểu rồi xem xét; xóa tên không bao giờ tự động.

# Tên của dấu hiệu
signs-kind-too_few_official = Thiếu đảng viên chính thức
signs-kind-consider_committee = Xem xét lập đảng bộ
signs-kind-committee_expected = Chưa có chi ủy
signs-kind-committee_not_expected = Có chi ủy khi còn ít đảng viên
signs-kind-committee_too_large = Chi ủy quá đông
signs-kind-no_secretary = Chưa có bí thư
signs-kind-too_many_secretaries = Nhiều hơn một bí thư
signs-kind-too_many_deputies = Quá số phó bí thư
signs-kind-outside_committee = Bí thư, phó bí thư ngoài chi ủy
signs-kind-sub_cells_do_not_count = Sinh hoạt theo tổ đảng không được tính
signs-kind-congress_due = Đến kỳ đại hội
signs-kind-certificate_old = Giấy chứng nhận quá hạn
signs-kind-certificate_ends = Giấy chứng nhận sắp hết hạn
signs-kind-introducer_unfit = Người giới thiệu chưa đủ điều kiện
signs-kind-candidate_age = Tuổi người vào Đảng
signs-kind-ceremony_due = Lễ kết nạp
signs-kind-recognition_due = Công nhận chính thức
signs-kind-badge_due = Huy hiệu Đảng
signs-kind-transfer_late = Chuyển sinh hoạt chậm
signs-kind-reception_late = Tiếp nhận chậm
signs-kind-temporary_over = Quá hạn sinh hoạt tạm thời
signs-kind-dues_behind = Chậm đóng đảng phí
signs-kind-removal_to_consider = Cần xem xét tư cách đảng viên
signs-kind-exemption_over = Hết hạn miễn sinh hoạt
signs-kind-file_overdue = Chưa trả hồ sơ mượn

signs-weight-blocking = Chưa quyết định được
signs-weight-late = Đã quá hạn
signs-weight-due = Cần làm
signs-weight-consider = Để xem xét

# Trang dấu hiệu
signs-page-title = Điều cần lưu ý
signs-page-lead = Rút ra từ danh sách đảng viên, chức vụ và các hạn. Chương trình chỉ nhắc; mọi việc do người quyết định.
signs-page-none-title = Không có gì cần lưu ý
signs-page-none = Danh sách đảng viên, chức vụ và các hạn đều ổn.
signs-page-of-kind = Chỉ xem
signs-page-more = Còn { $count } điều nữa. Hãy chọn một loại để xem.
signs-page-see = Điều cần lưu ý
signs-page-on = Như vào ngày { $date }, theo sổ sách hiện nay; không kể người vào Đảng và việc chuyển sinh hoạt đang dở.
