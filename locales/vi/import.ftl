# Nhập danh sách từ bảng tính: tệp, tiêu đề cột, từng giá trị, và điều cần làm khi chưa nhập được.

## Tệp
import-file-empty = Tệp không có nội dung. Xin kiểm tra lại tệp đã chọn, hoặc mở bằng bảng tính và lưu lại.
import-file-damaged = Tệp bị hỏng hoặc bị cắt giữa chừng. Xin chép lại từ nơi gửi, hoặc mở bằng bảng tính và lưu thành tệp mới (.xlsx).
import-file-encrypted = Tệp đang khóa bằng mật khẩu. Xin mở bằng bảng tính, bỏ mật khẩu, lưu lại rồi nhập.
import-file-other-format = { $format ->
    [unknown] Tệp này không phải bảng tính. Xin chọn tệp .xlsx, .xls, .ods hoặc .csv.
   *[other] Tệp này là tệp { $format }, không phải bảng tính đọc được. Xin mở và lưu thành .xlsx, .xls, .ods hoặc .csv.
}
import-file-web-page = Tệp này thực ra là một trang web mang tên bảng tính. Xin mở bằng bảng tính và lưu thành tệp .xlsx.
import-file-unreadable-text = Chữ trong tệp bị hỏng nên không đọc được tiếng Việt. Xin lưu lại tệp theo bảng mã Unicode (UTF-8).
import-file-too-large = Nội dung tệp lớn quá { $megabytes } MB khi mở ra nên không được đọc. Xin bỏ ảnh và trang thừa, hoặc chia thành nhiều tệp.
import-file-too-many-rows = Một trang tính có hơn { $most } dòng. Xin xóa các dòng thừa ở cuối, hoặc chia thành nhiều tệp.
import-file-too-many-columns = Một trang tính có hơn { $most } cột. Xin xóa các cột thừa ở bên phải rồi nhập lại.

## Tiêu đề cột
import-no-member-head = Không tìm thấy dòng tiêu đề của danh sách đảng viên. Xin kiểm tra tệp có cột "Họ và tên" và ít nhất một cột khác, như "Ngày sinh" hoặc "Số thẻ".
import-no-organisation-head = Không tìm thấy dòng tiêu đề của danh sách tổ chức đảng. Xin kiểm tra tệp có cột "Mã" và cột "Tên tổ chức đảng".
import-no-name-column = Chưa có cột nào là họ và tên. Xin chọn cột chứa họ và tên.
import-no-organisation-name-column = Chưa có cột nào là tên tổ chức đảng. Xin chọn cột chứa tên.
import-no-code-column = Chưa có cột nào là mã tổ chức đảng. Xin chọn cột chứa mã, hoặc thêm cột "Mã" vào tệp.
import-doubled-column = Cột { $column } được chọn cho một nội dung mà cột khác đã mang. Xin chọn nội dung khác, hoặc bỏ qua một trong hai cột.

## Giá trị chung
import-formula-error = Công thức trong ô báo lỗi { $error }.
import-formula-error-remedy = Sửa công thức, hoặc dán giá trị đúng vào ô.
import-text-long = Nội dung dài hơn { $longest } chữ.
import-text-long-remedy = Rút gọn nội dung của ô.
import-tick-unknown = Nội dung ô không phải dấu đánh.
import-tick-remedy = Ghi "x" nếu đúng, để trống nếu không.

## Ngày tháng
import-date-unreadable = Không đọc được ngày tháng này.
import-date-remedy = Ghi ngày trước, tháng sau: ngày/tháng/năm, tháng/năm, hoặc chỉ năm; ví dụ 05/11/1980, 11/1980, 1980.
import-date-without-year = Ngày tháng này thiếu năm.
import-date-month-first = Ngày này có vẻ ghi tháng trước ngày sau.
import-date-not-in-calendar = Không có ngày { $date } trong lịch.
import-date-not-in-calendar-remedy = Đối chiếu hồ sơ và ghi lại ngày đúng.
import-date-far = Năm { $year } quá xa, chắc là ghi nhầm.
import-date-far-remedy = Ghi năm đủ bốn chữ số, ví dụ 1980.
import-date-future = Ngày { $date } chưa đến.
import-date-future-remedy = Đối chiếu hồ sơ và ghi lại ngày đúng.
import-two-dates-remedy = Đối chiếu hồ sơ đảng viên và sửa ngày ghi nhầm.
import-born-after-admission = Ngày sinh { $born } sau ngày vào Đảng { $admitted }.
import-admitted-too-young = Sinh { $born }, vào Đảng { $admitted }: chưa đủ { $years } tuổi theo { $document }, { $article }.
import-official-before-admission = Ngày chính thức { $official } trước ngày vào Đảng { $admitted }.
import-left-before-admission = Ngày thôi sinh hoạt { $left } trước ngày vào Đảng { $admitted }.

## Họ tên và số giấy tờ
import-name-missing = Dòng này thiếu họ và tên.
import-name-missing-remedy = Ghi họ và tên, hoặc xóa dòng nếu không phải đảng viên.
import-name-digits = Họ và tên có chữ số.
import-name-signs = Họ và tên có ký tự lạ.
import-name-short = Họ và tên quá ngắn.
import-name-long = Họ và tên dài hơn { $longest } chữ.
import-name-remedy = Ghi đầy đủ họ, chữ đệm và tên bằng chữ; tên khác ghi trong ngoặc đơn.
import-name-old-font = Họ và tên gõ bằng phông chữ cũ (.VnTime, TCVN3).
import-name-old-font-remedy = Chuyển tệp sang Unicode rồi nhập lại.
import-card-signs = Số thẻ đảng viên có ký tự không phải chữ số.
import-card-length = Số thẻ đảng viên không đủ hoặc thừa chữ số.
import-card-remedy = Ghi đúng các chữ số trên thẻ, giữ cả số 0 ở đầu; định dạng ô là văn bản.
import-identity-length = Số CCCD có 12 chữ số, số CMND có 9 chữ số.
import-identity-remedy = Ghi đủ chữ số, giữ cả số 0 ở đầu; định dạng ô là văn bản.
import-phone = Số điện thoại này không gọi được.
import-phone-remedy = Ghi số bắt đầu bằng 0, từ 8 đến 11 chữ số; nhiều số cách nhau bằng dấu chấm phẩy.
import-email = Địa chỉ thư điện tử này không đúng dạng.
import-email-remedy = Ghi dạng ten@noigui.vn, hoặc để trống.

## Giới tính và tình trạng
import-sex-unknown = Không rõ là nam hay nữ.
import-sex-remedy = Ghi "Nam" hoặc "Nữ".
import-sex-both = Cả cột nam và cột nữ đều có ghi.
import-sex-both-remedy = Chỉ ghi ở một trong hai cột.
import-status-unknown = Không rõ tình trạng này.
import-status-both = Vừa ghi chính thức vừa ghi dự bị.
import-status-remedy = Ghi "Chính thức" hoặc "Dự bị"; có thể thêm "miễn sinh hoạt", "chuyển tạm thời đi", "đình chỉ sinh hoạt".
import-status-against-date = Ghi là dự bị nhưng đã có ngày chính thức.
import-status-against-date-remedy = Sửa tình trạng thành "Chính thức", hoặc xóa ngày chính thức.
import-leaving-unknown = Không rõ ra khỏi Đảng theo hình thức nào.
import-leaving-remedy = Ghi "xin ra", "xóa tên", "khai trừ" hoặc "từ trần", kèm ngày.
import-leaving-without-date = Ghi là đã thôi sinh hoạt ở chi bộ nhưng không có ngày.
import-leaving-without-date-remedy = Ghi thêm ngày chuyển đi, từ trần hoặc ra khỏi Đảng.
import-no-grade = Không rõ là đảng viên chính thức hay dự bị.
import-no-grade-remedy = Ghi ngày chính thức, số thẻ, hoặc thêm cột "Tình trạng" với "Chính thức" hay "Dự bị".
import-grade-backwards = Đảng viên này đã là chính thức, danh sách ghi là dự bị.
import-grade-backwards-remedy = Sửa tình trạng trong danh sách thành "Chính thức".

## Chi bộ
import-no-cell = Dòng này không cho biết đảng viên thuộc chi bộ nào.
import-no-cell-remedy = Thêm cột "Chi bộ" hoặc "Mã chi bộ", hoặc chọn chi bộ khi nhập.
import-cell-code = Không có chi bộ mang mã { $cell }.
import-cell-name = Không có chi bộ mang tên { $cell }.
import-cell-remedy = Ghi đúng mã hoặc tên chi bộ như trong danh sách tổ chức đảng, hoặc nhập chi bộ trước.
import-cell-ambiguous = Có nhiều chi bộ cùng mang tên { $cell }.
import-cell-ambiguous-remedy = Ghi mã chi bộ thay cho tên.
import-cell-not-into = Dòng này thuộc { $cell }, không phải { $into } đang nhập.
import-cell-not-into-remedy = Bỏ dòng này khỏi tệp, hoặc nhập mà không chọn trước chi bộ.
import-elsewhere = Đảng viên này đang sinh hoạt ở chi bộ khác.
import-elsewhere-remedy = Làm thủ tục chuyển sinh hoạt trong chương trình; nhập danh sách không đổi chi bộ.
import-guest-remedy = Ghi nhận chuyển tạm thời đến hoặc đảng viên 213 ở trang của đảng viên; bỏ dòng này khỏi tệp.
import-known-departed = Đảng viên này đã được ghi là không còn sinh hoạt ở đây.
import-known-departed-remedy = Tiếp nhận lại ở trang của đảng viên trước, hoặc bỏ dòng này khỏi tệp.

## Trùng lặp
import-card-twice = Cùng một số thẻ ở các dòng { $rows }.
import-identity-twice = Cùng một số CCCD/CMND ở các dòng { $rows }.
import-person-twice = Cùng một người (họ tên và ngày sinh) ở các dòng { $rows }.
import-member-twice = Các dòng { $rows } đều là một đảng viên đã có.
import-twice-remedy = Giữ một dòng, bỏ các dòng còn lại; nếu là người khác nhau thì sửa số ghi nhầm.
import-person-twice-remedy = Giữ một dòng; nếu là hai người thì ghi số thẻ hoặc số CCCD của từng người.
import-card-differs = Đã có đảng viên cùng họ tên và ngày sinh nhưng mang số thẻ khác.
import-card-differs-remedy = Nếu là một người, sửa số thẻ cho khớp với hồ sơ; nếu là hai người, thêm người này ở trang của chi bộ.
import-number-of-another = Số thẻ hoặc số CCCD này là của một đảng viên khác đã có.
import-number-of-another-remedy = Đối chiếu số với thẻ và giấy tờ, rồi sửa số ghi nhầm.
import-numbers-of-two = Số thẻ là của một đảng viên, số CCCD là của một đảng viên khác.
import-numbers-of-two-remedy = Đối chiếu thẻ và giấy tờ, rồi sửa số ghi nhầm.
import-namesakes = Có nhiều đảng viên cùng họ tên và ngày sinh như vậy.
import-namesake-elsewhere = Ở chi bộ khác có đảng viên cùng họ tên và năm sinh, không rõ có phải một người.
import-namesake-remedy = Ghi thêm số thẻ hoặc số CCCD, và ngày sinh đầy đủ.

## Tổ chức đảng
import-organisation-name-missing = Dòng này thiếu tên tổ chức đảng.
import-organisation-name-remedy = Ghi tên như trong quyết định thành lập.
import-code-missing = Dòng này thiếu mã tổ chức đảng.
import-code-signs = Mã tổ chức đảng có ký tự lạ hoặc quá dài.
import-code-remedy = Ghi mã bằng chữ số và dấu chấm, ví dụ 38.168.053.000.001.
import-code-twice = Cùng một mã ở các dòng { $rows }.
import-code-twice-remedy = Mỗi tổ chức một mã: giữ một dòng, hoặc sửa mã ghi nhầm.
import-kind-missing = Không rõ là đảng bộ, chi bộ hay tổ đảng.
import-kind-unknown = Không rõ loại tổ chức này.
import-kind-remedy = Ghi "Đảng bộ phường", "Đảng bộ", "Chi bộ" hoặc "Tổ đảng".
import-cell-type-unknown = Không rõ loại hình chi bộ này.
import-cell-type-remedy = Ghi một trong: khu dân cư, cơ quan, đơn vị sự nghiệp, doanh nghiệp nhà nước, doanh nghiệp ngoài nhà nước, học sinh - sinh viên, lực lượng vũ trang; hoặc để trống.
import-parent-unknown = Không có tổ chức cấp trên { $parent }.
import-parent-unknown-remedy = Ghi đúng mã hoặc tên của tổ chức cấp trên, hoặc thêm tổ chức đó vào tệp.
import-parent-ambiguous = Có nhiều tổ chức cùng mang tên { $parent }.
import-parent-ambiguous-remedy = Ghi mã của tổ chức cấp trên thay cho tên.
import-parent-missing = Không rõ tổ chức cấp trên trực tiếp.
import-parent-missing-remedy = Ghi mã hoặc tên của tổ chức cấp trên; chỉ một tổ chức đứng đầu được để trống.
import-parent-kind = Tổ chức này không thể trực thuộc tổ chức đã ghi.
import-parent-kind-remedy = Chi bộ trực thuộc đảng bộ, tổ đảng trực thuộc chi bộ: xin ghi lại cấp trên hoặc loại tổ chức.
import-parent-self = Tổ chức này ghi chính nó là cấp trên.
import-parent-cycle = Các tổ chức này trực thuộc vòng tròn lẫn nhau.
import-parent-remedy = Ghi lại tổ chức cấp trên trực tiếp.

## Nội dung của cột
import-field-ordinal = Số thứ tự (không lưu)
import-field-full-name = Họ và tên
import-field-family-name = Họ và chữ đệm
import-field-given-name = Tên
import-field-name-and-birth = Họ tên và ngày sinh
import-field-other-names = Tên gọi khác
import-field-sex = Giới tính
import-field-male = Đánh dấu nam
import-field-female = Đánh dấu nữ
import-field-sex-ethnicity-religion = Giới tính, dân tộc, tôn giáo
import-field-born-on = Ngày sinh
import-field-born-day = Ngày trong ngày sinh
import-field-born-month = Tháng trong ngày sinh
import-field-born-year = Năm trong ngày sinh
import-field-born-on-male = Ngày sinh (cột nam)
import-field-born-on-female = Ngày sinh (cột nữ)
import-field-card-number = Số thẻ đảng viên
import-field-identity-number = Số CCCD/CMND
import-field-ethnicity = Dân tộc
import-field-religion = Tôn giáo
import-field-home-place = Quê quán
import-field-residence = Nơi ở hiện nay
import-field-education = Trình độ (gộp)
import-field-schooling = Trình độ phổ thông
import-field-profession = Trình độ chuyên môn
import-field-political-theory = Lý luận chính trị
import-field-occupation-before = Nghề nghiệp khi vào Đảng
import-field-occupation = Nghề nghiệp hiện nay
import-field-occupation-before-and-now = Nghề nghiệp trước và nay
import-field-admitted-on = Ngày vào Đảng
import-field-official-on = Ngày chính thức
import-field-admitted-and-official-on = Ngày vào Đảng và chính thức
import-field-official-mark = Đánh dấu chính thức
import-field-probationary-mark = Đánh dấu dự bị
import-field-cv-number = Số lý lịch
import-field-badge-number = Số huy hiệu Đảng
import-field-card-cv-badge = Số thẻ, số lý lịch, số huy hiệu
import-field-service = Bộ đội, công an, hưu trí
import-field-status = Tình trạng
import-field-exempt-mark = Đánh dấu miễn sinh hoạt
import-field-residence-mark = Đánh dấu đảng viên 213
import-field-cell-code = Mã chi bộ
import-field-cell-name = Chi bộ
import-field-position = Chức vụ
import-field-moved-out = Chuyển đi
import-field-moved-in = Chuyển đến
import-field-deceased = Từ trần
import-field-left-party = Ra khỏi Đảng
import-field-left-on = Ngày ra khỏi Đảng
import-field-phone = Điện thoại
import-field-email = Thư điện tử
import-field-note = Ghi chú
import-field-code = Mã tổ chức đảng
import-field-name = Tên tổ chức đảng
import-field-kind = Loại tổ chức
import-field-cell-type = Loại hình chi bộ
import-field-parent-code = Mã tổ chức cấp trên
import-field-parent = Tổ chức cấp trên
import-field-founded-on = Ngày thành lập
import-detail-grade = Chính thức hay dự bị
import-detail-state = Tình trạng sinh hoạt
import-detail-departure = Thôi sinh hoạt ở chi bộ

## Phạm vi và xuất danh sách
import-into-not-cell = Đảng viên chỉ nhập vào chi bộ. Xin chọn một chi bộ.
import-out-of-reach = Dòng này thuộc tổ chức ngoài phạm vi đồng chí được giao.
import-out-of-reach-remedy = Bỏ dòng này khỏi tệp, hoặc chuyển tệp cho ban tổ chức của cấp ủy phụ trách.
import-left-before-standing = Ngày này trước ngày { $since } đồng chí bắt đầu sinh hoạt ở chi bộ.
import-file-missing = Chưa chọn tệp. Xin chọn một tệp bảng tính.
import-field-unknown = Có cột được chọn nội dung mà chương trình không biết. Xin chọn lại trong danh sách.
import-nothing-to-export = Chưa có tổ chức đảng nào để xuất. Xin nhập danh sách tổ chức đảng trước.
import-into-unknown = Không có tổ chức đảng mang mã { $code }.

## Ở dòng lệnh
import-writing = Đang ghi
import-row = Dòng { $row }
import-more-problems = … và { $count } điều khác chưa nhập được.
import-counted = { $rows } dòng: { $added } thêm mới, { $changed } thay đổi, { $unchanged } giữ nguyên, { $refused } chưa nhập được.
import-said-taken = Đã nhập.
import-said-would = Chưa ghi gì: đây chỉ là xem trước.
import-said-refused = Chưa ghi gì. Xin sửa các dòng trên rồi nhập lại.

## Giá trị như người đọc thấy
import-sex-as-male = Nam
import-sex-as-female = Nữ
import-grade-as-official = Chính thức
import-grade-as-probationary = Dự bị
import-state-as-active = Sinh hoạt bình thường
import-state-as-exempt = Miễn công tác và sinh hoạt
import-state-as-away = Chuyển tạm thời đi
import-state-as-suspended = Đình chỉ sinh hoạt
import-state-as-visiting = Chuyển tạm thời đến
import-state-as-residence = Giữ mối liên hệ nơi cư trú (213)
import-left-as-transferred = Chuyển đi
import-left-as-resigned = Xin ra khỏi Đảng
import-left-as-removed = Xóa tên
import-left-as-expelled = Khai trừ
import-left-as-deceased = Từ trần
import-left-as-changed = Thôi tình trạng cũ
import-kind-as-province = Đảng bộ tỉnh, thành phố
import-kind-as-commune = Đảng bộ xã, phường, đặc khu
import-kind-as-committee = Đảng bộ
import-kind-as-cell = Chi bộ
import-kind-as-sub_cell = Tổ đảng
import-type-as-residential = Thôn, tổ dân phố
import-type-as-agency = Cơ quan
import-type-as-public_service = Đơn vị sự nghiệp
import-type-as-state_enterprise = Doanh nghiệp nhà nước
import-type-as-private_enterprise = Doanh nghiệp ngoài nhà nước
import-type-as-students = Học sinh, sinh viên
import-type-as-armed_forces = Lực lượng vũ trang
