command-not-found = Không tìm thấy.
