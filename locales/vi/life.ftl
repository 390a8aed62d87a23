# Đời đảng viên: khi chưa ghi được, và vì sao

life-refused-later-change = Đồng chí này có thay đổi đã ghi từ ngày { $date }, sau ngày đang ghi. Hãy chọn từ ngày đó trở đi, hoặc bỏ thay đổi ấy trước.
life-refused-deceased = Đồng chí này đã từ trần, nên không ghi thêm thay đổi. Nếu ghi nhầm, hãy bỏ lần ghi từ trần trước.
life-refused-no-such-cell = Vào ngày đó không có chi bộ này: chưa thành lập hoặc đã giải thể. Hãy chọn chi bộ khác hoặc xem lại ngày.
life-refused-own-cell = Đồng chí này đang sinh hoạt ở chính chi bộ đó. Hãy chọn chi bộ khác.
life-refused-already-belongs = Đồng chí này đang sinh hoạt ở một chi bộ. Hãy chuyển sinh hoạt từ chi bộ đó.
life-refused-member-before = Đồng chí này đã có tên trong sổ đảng viên. Hãy ghi kết nạp lại, hoặc ghi tiếp nhận nếu chuyển từ nơi khác đến.
life-refused-belongs-nowhere = Vào ngày đó đồng chí này không sinh hoạt ở chi bộ nào. Hãy xem lại ngày, hoặc ghi tiếp nhận trước.
life-refused-readmission-early = Đồng chí này ra khỏi Đảng chưa đủ { $months } tháng. Sớm nhất được xét kết nạp lại từ ngày { $date }.
life-refused-decision-after-ceremony = Quyết định kết nạp ghi ngày sau lễ kết nạp. Hãy xem lại hai ngày.
life-refused-not-admitted = Đồng chí này chưa sinh hoạt ở chi bộ nào, nên chưa ghi công nhận chính thức được. Hãy ghi kết nạp hoặc tiếp nhận trước.
life-refused-official-already = Đồng chí này đã là đảng viên chính thức, không cần công nhận lại. Hãy xem lại tên.
life-refused-decision-before-ceremony = Quyết định công nhận ghi ngày trước lễ kết nạp ({ $date }). Hãy xem lại ngày của quyết định.
life-refused-probation-not-over = Đồng chí này chưa hết { $months } tháng dự bị. Hãy ghi công nhận chính thức từ ngày { $date }.
life-refused-is-exempt = Đồng chí này đang được miễn sinh hoạt. Hãy ghi sinh hoạt trở lại trước.
life-refused-is-away = Đồng chí này đang sinh hoạt tạm thời ở nơi khác. Hãy ghi trở về trước.
life-refused-is-suspended = Đồng chí này đang bị đình chỉ sinh hoạt. Hãy ghi thôi đình chỉ trước.
life-refused-not-away = Đồng chí này không sinh hoạt tạm thời ở nơi khác, nên không có gì để ghi trở về. Hãy xem lại tên và ngày.
life-refused-not-exempt = Đồng chí này không ở diện miễn sinh hoạt. Hãy xem lại tên và ngày.
life-refused-not-suspended = Đồng chí này không bị đình chỉ sinh hoạt. Hãy xem lại tên và ngày.
life-refused-temporary-span = Chuyển tạm thời từ ngày này thì ngày trở về từ { $least } đến { $latest }. Hãy sửa ngày trở về; đi lâu hơn thì chuyển sinh hoạt chính thức.
life-refused-until-before-start = Ngày hết hạn phải từ ngày bắt đầu trở đi. Hãy xem lại hai ngày.
life-refused-contact-in-own-cell = Đồng chí này đã sinh hoạt ở chi bộ đó, nên không cần giới thiệu giữ mối liên hệ. Hãy chọn chi bộ nơi cư trú.
life-refused-contact-already = Đồng chí này đang giữ mối liên hệ với một chi bộ nơi cư trú. Hãy ghi thôi ở đó trước.
life-refused-no-contact = Đồng chí này không giữ mối liên hệ với chi bộ đó. Hãy chọn chi bộ nơi cư trú đã giới thiệu.

life-refused-transfer-underway = Đồng chí này đang chuyển sinh hoạt, giới thiệu ngày { $date }. Hãy ghi nơi đến đã tiếp nhận, hoặc rút lần chuyển đó.
life-refused-transfer-before-introduction = Giấy giới thiệu ghi ngày { $date }; nơi đến tiếp nhận từ ngày đó trở đi. Hãy xem lại ngày.
life-refused-transfer-received = Nơi đến đã tiếp nhận ngày { $date }. Không cần ghi lần nữa.
life-refused-transfer-withdrawn = Lần chuyển này đã rút ngày { $date }. Hãy giới thiệu lại nếu vẫn chuyển.

life-refused-to-come = Ngày này chưa đến. Hãy ghi khi đã đến ngày.
life-refused-transfer-underway-now = Đồng chí này vừa được giới thiệu chuyển sinh hoạt. Hãy mở lại trang để xem.
life-refused-too-old = Việc này ghi đã quá một ngày, không bỏ được. Hãy ghi một thay đổi khác để sửa.
life-refused-not-the-last = Sau việc này đã có thay đổi khác. Hãy bỏ thay đổi sau cùng trước.
life-becomes-begun = Từ ngày { $on }: { $grade ->
    [official] đảng viên chính thức
   *[probationary] đảng viên dự bị
}, { $state ->
    [exempt] được miễn sinh hoạt
    [away] tạm chuyển đi
    [suspended] bị đình chỉ sinh hoạt
    [visiting] tạm chuyển đến
    [residence] giữ mối liên hệ nơi cư trú
   *[active] đang sinh hoạt
}, { $cell }.
life-becomes-ended = Đến ngày { $on } thôi: { $grade ->
    [official] đảng viên chính thức
   *[probationary] đảng viên dự bị
}, { $state ->
    [exempt] được miễn sinh hoạt
    [away] tạm chuyển đi
    [suspended] bị đình chỉ sinh hoạt
    [visiting] tạm chuyển đến
    [residence] giữ mối liên hệ nơi cư trú
   *[active] đang sinh hoạt
}, { $cell }.
life-becomes-offices = { $count } chức vụ kết thúc theo.

# Các thay đổi trong đời đảng viên
life-kind-admit = Kết nạp
life-kind-readmit = Kết nạp lại
life-kind-receive = Tiếp nhận từ nơi khác
life-kind-recognise = Công nhận chính thức
life-kind-transfer = Chuyển sinh hoạt chính thức
life-kind-depart = Chuyển đi nơi khác
life-kind-send = Chuyển sinh hoạt tạm thời
life-kind-recall = Trở về từ nơi tạm thời
life-kind-exempt = Miễn công tác và sinh hoạt
life-kind-resume = Sinh hoạt trở lại
life-kind-suspend = Đình chỉ sinh hoạt
life-kind-restore = Thôi đình chỉ sinh hoạt
life-kind-introduce = Giới thiệu giữ mối liên hệ nơi cư trú
life-kind-part = Thôi giữ mối liên hệ nơi cư trú
life-kind-resign = Xin ra khỏi Đảng
life-kind-remove = Xóa tên
life-kind-expel = Khai trừ
life-kind-die = Từ trần

# Trang ghi thay đổi
life-title = Thay đổi đã ghi
life-changes = Ghi thay đổi
life-take-back = Bỏ lần ghi này
life-taken-back = Đã bỏ lần ghi vừa rồi.
life-is-taken-back = Đã bỏ
life-done = Đã ghi.
life-introduced = Đã giới thiệu chuyển sinh hoạt; chờ nơi đến tiếp nhận.
life-look-now = Ghi ngay vào danh sách đảng viên.
life-look-note = Ghi nhầm thì bỏ được trong vòng một ngày; sau đó sửa bằng một thay đổi khác.
life-look-transfer = Khi nơi đến tiếp nhận thì mới chuyển như sau, tính theo ngày tiếp nhận. Cho đến lúc đó đồng chí vẫn sinh hoạt ở đây.
life-look-transfer-note = Chưa tiếp nhận thì rút lại được.
life-cell-ask = Chọn chi bộ
life-cell-missing = Hãy chọn chi bộ.
life-cell-transfer = Chi bộ nơi đến
life-cell-send = Chi bộ nơi đến
life-cell-readmit = Chi bộ kết nạp lại
life-cell-receive = Chi bộ tiếp nhận
life-cell-introduce = Chi bộ nơi cư trú
life-place-transfer = Hoặc nơi đến ngoài danh sách
life-place-send = Hoặc nơi đến ngoài danh sách
life-place-receive = Chuyển từ đâu đến
life-place-help = Ghi như trong giấy giới thiệu, ví dụ: Đảng bộ phường Bình Hòa.
life-destination-missing = Hãy chọn chi bộ nơi đến, hoặc ghi nơi đến.
life-until-send = Trở về vào ngày
life-until-exempt = Miễn đến hết ngày
life-until-suspend = Đình chỉ đến hết ngày
life-until-missing = Hãy ghi ngày trở về.
life-study = Đi học
life-reason = Lý do
life-on-transfer = Ngày giới thiệu
life-on-depart = Ngày chuyển đi
life-on-send = Đi từ ngày
life-on-recall = Trở về ngày
life-on-exempt = Miễn từ ngày
life-on-resume = Sinh hoạt trở lại từ ngày
life-on-suspend = Đình chỉ từ ngày
life-on-restore = Thôi đình chỉ từ ngày
life-on-introduce = Giới thiệu từ ngày
life-on-part = Thôi từ ngày
life-on-resign = Ra khỏi Đảng ngày
life-on-remove = Xóa tên ngày
life-on-expel = Khai trừ ngày
life-on-die = Từ trần ngày
life-on-admit = Ngày lễ kết nạp
life-on-readmit = Ngày lễ kết nạp lại
life-on-receive = Tiếp nhận ngày
life-on-recognise = Ngày quyết định công nhận
life-on-help = Hôm nay hoặc trước đó.
life-help-admit = Kết nạp người mới.
life-help-readmit = Đảng viên dự bị từ ngày lễ; tuổi đảng tính từ ngày ghi trên quyết định. Kết nạp lại phải đủ thời gian từ ngày ra khỏi Đảng, chương trình kiểm tra khi ghi; người từng gây mất đoàn kết nghiêm trọng và các trường hợp khác theo quy định thì không xét (294-QĐ/TW, 3.5.2), chi bộ tự xem lại hồ sơ cũ.
life-help-receive = Đồng chí chuyển từ nơi khác đến và sinh hoạt ở chi bộ này từ ngày tiếp nhận.
life-help-recognise = Tính từ ngày hết 12 tháng dự bị, dù giấy tờ về sau.
life-help-transfer = Giới thiệu sang chi bộ khác. Đồng chí vẫn sinh hoạt ở đây cho đến khi nơi đến tiếp nhận, nên không ai ở hai nơi hoặc không ở đâu.
life-help-depart = Chuyển ra ngoài danh sách này.
life-help-send = Sinh hoạt tạm thời ở nơi khác; vẫn thuộc đảng số chi bộ này.
life-help-recall = Đồng chí trở về sinh hoạt ở chi bộ này.
life-help-exempt = Chi bộ quyết định theo đơn của đồng chí. Vẫn là đảng viên, không tính vào số phải dự họp.
life-help-resume = Đồng chí sinh hoạt trở lại sau khi được miễn.
life-help-suspend = Đồng chí không dự sinh hoạt trong thời gian đình chỉ.
life-help-restore = Đồng chí sinh hoạt trở lại sau đình chỉ.
life-help-introduce = Đồng chí giữ mối liên hệ với chi bộ nơi cư trú; không tính vào đảng số, biểu quyết, đảng phí ở đó.
life-help-part = Đồng chí thôi giữ mối liên hệ với chi bộ nơi cư trú.
life-help-resign = Đồng chí tự xin ra khỏi Đảng và đã được đồng ý.
life-help-remove = Chỉ ghi khi cấp có thẩm quyền đã quyết định; không bao giờ tự động.
life-help-expel = Chỉ ghi khi cấp có thẩm quyền đã quyết định.
life-help-die = Đồng chí đã từ trần. Hồ sơ được giữ lại.
life-underway = Đang chuyển sinh hoạt đến { $to }: giới thiệu ngày { $date }, nơi đến tiếp nhận trước hết ngày { $due }.
life-transfers-title = Đang chuyển sinh hoạt
life-transfers-lead = Đảng viên được giới thiệu đi và đến. Cho đến khi nơi đến tiếp nhận, đồng chí vẫn thuộc chi bộ cũ.
life-transfers-none-title = Không có ai đang chuyển
life-transfers-none = Muốn giới thiệu ai đi, mở hồ sơ của đồng chí đó rồi chọn "Ghi thay đổi".
life-transfer-due = Hạn tiếp nhận
life-transfer-from = Từ
life-transfer-to = Đến
life-transfer-decision = Giới thiệu
life-transfer-introduced = Ngày { $date } · { $decision }
life-received-on = Tiếp nhận ngày
life-receive = Tiếp nhận
life-received = Đã tiếp nhận; đồng chí thuộc chi bộ mới từ ngày này.
life-withdraw = Rút giới thiệu
life-transfer-withdrawn = Đã rút giới thiệu; đồng chí vẫn ở chi bộ cũ.
life-refused-id-used = Việc này đã gửi trước đó với nội dung khác, hoặc đã bỏ. Hãy mở lại hồ sơ và ghi lại.
life-refused-moved-meanwhile = Đồng chí này đã chuyển khỏi chi bộ giới thiệu. Hãy hỏi chi bộ đang quản lý để giới thiệu lại.
life-refused-written-about = Từ khi ghi đã có việc khác ghi về đồng chí này (tài khoản, đảng phí, khen thưởng, điểm danh…). Hãy bỏ những việc ấy trước, rồi bỏ lần ghi này.
life-refused-has-another-home = Đồng chí này nay đã thuộc một chi bộ khác, không bỏ lần ghi này được.
life-grade = Diện đảng viên khi đến
