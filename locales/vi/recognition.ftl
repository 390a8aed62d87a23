# Khen thưởng, Huy hiệu và kỷ luật: câu dùng chung
recognition-too-old = Việc này ghi đã quá một ngày hoặc đã có việc khác ghi sau, không bỏ được nữa. Hãy ghi việc mới để sửa.
