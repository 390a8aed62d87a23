today-title = Hôm nay
