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
