offices-refused-not-here = Chức vụ này không có ở loại tổ chức này.
offices-refused-ends-first = Ngày thôi giữ phải sau ngày bắt đầu. Hãy xem lại hai ngày.
offices-refused-held-already = Người này đã giữ chính chức vụ này ở đây trong thời gian đó.
offices-refused-taken = Trong thời gian đó đã có đủ { $most } người giữ chức vụ này. Hãy ghi ngày thôi giữ của người trước rồi ghi người mới.
