registers-format = Choose pdf or xlsx.
registers-to-come = A register is written for today or a day past.
registers-7-hsdv-pdf = Register 7-HSĐV (PDF)
registers-7-hsdv-xlsx = Register 7-HSĐV (XLSX)
