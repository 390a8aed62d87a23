registers-format = Hãy chọn pdf hoặc xlsx.
registers-to-come = Sổ chỉ in cho hôm nay hoặc ngày đã qua.
registers-7-hsdv-pdf = Mẫu 7-HSĐV (PDF)
registers-7-hsdv-xlsx = Mẫu 7-HSĐV (XLSX)
