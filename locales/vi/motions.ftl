# Biểu quyết: câu đọc trước và sau khi biểu quyết

motions-kind-procedural = Chương trình, biên bản, điểm tự chấm
motions-kind-resolution = Nghị quyết, kết luận
motions-kind-admission = Đề nghị kết nạp
motions-kind-recognition = Đề nghị công nhận đảng viên chính thức

motions-before-procedural = { $base } đảng viên chính thức được tính; cần ít nhất { $needed } đồng chí tán thành.
motions-before-resolution = { $base } đảng viên chính thức được tính; cần ít nhất { $needed } đồng chí tán thành.
motions-before-admission = { $base } đảng viên chính thức được tính; đề nghị kết nạp cần ít nhất { $needed } đồng chí tán thành.
motions-before-recognition = { $base } đảng viên chính thức được tính; đề nghị công nhận chính thức cần ít nhất { $needed } đồng chí tán thành.
motions-who-may-vote = Có mặt { $eligible } đồng chí được quyền biểu quyết. Đảng viên dự bị, đảng viên sinh hoạt tạm thời, đảng viên 213 và khách mời không biểu quyết.
motions-too-few-present = Chỉ có { $eligible } đồng chí được quyền biểu quyết có mặt, chưa đủ { $needed }; nội dung này chưa thể thông qua. Đề nghị chuyển sang kỳ sinh hoạt khác.

motions-procedural-passed = { $in_favour }/{ $base } đồng chí tán thành, đạt { $percent } %. Nội dung được thông qua.
motions-procedural-failed = { $in_favour }/{ $base } đồng chí tán thành, đạt { $percent } %; cần { $needed }. Nội dung chưa được thông qua.
motions-resolution-passed = { $in_favour }/{ $base } đồng chí tán thành, đạt { $percent } %. Nghị quyết được thông qua.
motions-resolution-failed = { $in_favour }/{ $base } đồng chí tán thành, đạt { $percent } %; cần { $needed }. Nghị quyết chưa được thông qua.
motions-admission-passed = { $in_favour }/{ $base } đồng chí tán thành, đạt { $percent } %. Chi bộ nhất trí đề nghị kết nạp.
motions-admission-failed = { $in_favour }/{ $base } đồng chí tán thành, đạt { $percent } %; cần { $needed }. Chi bộ chưa đề nghị kết nạp.
motions-recognition-passed = { $in_favour }/{ $base } đồng chí tán thành, đạt { $percent } %. Chi bộ nhất trí đề nghị công nhận đảng viên chính thức.
motions-recognition-failed = { $in_favour }/{ $base } đồng chí tán thành, đạt { $percent } %; cần { $needed }. Chi bộ chưa đề nghị công nhận đảng viên chính thức.
motions-line = Tán thành { $in_favour }/{ $base }, đạt { $percent } %; không tán thành { $against }; ý kiến khác { $other }.

motions-more-hands-than-members = Đã đếm { $counted } cánh tay nhưng chỉ có { $eligible } đồng chí được quyền biểu quyết có mặt. Đề nghị đếm lại.
