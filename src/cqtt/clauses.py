"""What Decree 30 asks of a document's layout, rule by rule: what is wrong, the clause, the fix in Word."""

DECREE = "Nghị định 30/2020/NĐ-CP"

QUOC_HIEU, TIEU_NGU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
KINH_GUI, NOI_NHAN, LUU, PHU_LUC = "Kính gửi", "Nơi nhận", "Lưu", "Phụ lục"
"""The fixed words of a document (Phụ lục I, II.1, II.9, III.1): the writer sets them, the linter looks for them."""

CLAUSES: dict[str, tuple[str, str, str]] = {
    "TT01": ("Khổ giấy không phải A4", "Phụ lục I, I.1", "Layout, Size, A4"),
    "TT02": ("Trang ngang mà không có bảng", "Phụ lục I, I.2", "Layout, Orientation, Portrait"),
    "TT03": ("Lề trang ngoài khoảng", "Phụ lục I, I.3", "Layout, Margins: trên, dưới 20-25, trái 30-35, phải 15-20 mm"),
    "TT04": (
        "Phông không phải Times New Roman",
        "Phụ lục I, I.4",
        "Chọn cả văn bản (Ctrl+A), chọn phông Times New Roman",
    ),
    "TT05": ("Phông của bộ mã cũ (TCVN3, VNI)", "Phụ lục I, I.4", "Chuyển mã sang Unicode bằng UniKey (Ctrl+Shift+F6)"),
    "TT06": ("Chữ không phải màu đen", "Phụ lục I, I.4", "Chọn chữ, Font Color: Automatic"),
    "TT07": ("Không có số trang, hoặc đặt sai chỗ", "Phụ lục I, I.7", "Insert, Page Number, Top of Page, kiểu ở giữa"),
    "TT08": ("Số trang hiện trên trang thứ nhất", "Phụ lục I, I.7", "Trong Header, đánh dấu Different First Page"),
    "TT09": ("Số trang trình bày sai", "Phụ lục I, I.7", "Chữ số Ả Rập từ 1, cỡ 13 đến 14, đứng, canh giữa"),
    "TT10": (
        "Văn bản quy phạm pháp luật, văn bản của Đảng",
        "Điều 7",
        "Không phải sửa; thể thức của nó theo quy định riêng",
    ),
    "TT11": ("Thiếu Quốc hiệu, hoặc viết sai", "Phụ lục I, II.1.a", "Chép đúng Quốc hiệu"),
    "TT12": ("Quốc hiệu trình bày sai", "Phụ lục I, II.1.a", "Cỡ chữ 12 đến 13, đứng, đậm, ở bên phải"),
    "TT13": ("Thiếu Tiêu ngữ, hoặc viết sai", "Phụ lục I, II.1.b", "Chép đúng Tiêu ngữ, gạch nối có cách chữ"),
    "TT14": ("Tiêu ngữ trình bày sai", "Phụ lục I, II.1.b", "Cỡ chữ 13 đến 14, đứng, đậm, canh giữa dưới Quốc hiệu"),
    "TT15": ("Thiếu tên cơ quan ban hành, hoặc không in hoa", "Phụ lục I, II.2", "Ghi tên chính thức, chữ in hoa"),
    "TT16": (
        "Tên cơ quan trình bày sai",
        "Phụ lục I, II.2.b",
        "Cỡ chữ 12 đến 13, đứng, canh giữa; cơ quan ban hành đậm",
    ),
    "TT17": ("Thiếu số, ký hiệu, hoặc viết sai", "Phụ lục I, II.3", "Viết như “Số: 05/BC-UBND”"),
    "TT18": ("Số, ký hiệu trình bày sai", "Phụ lục I, II.3.c", "Cỡ chữ 13, đứng, canh giữa"),
    "TT19": (
        "Thiếu địa danh, thời gian, hoặc viết sai",
        "Phụ lục I, II.4",
        "Viết như “Việt Yên, ngày 05 tháng 4 năm 2024”",
    ),
    "TT20": (
        "Địa danh, thời gian trình bày sai",
        "Phụ lục I, II.4.c",
        "Cỡ chữ 13 đến 14, nghiêng, cùng dòng với số, ký hiệu",
    ),
    "TT21": ("Thiếu tên loại văn bản, hoặc viết sai", "Phụ lục I, II.5.b", "Một dòng riêng, chữ in hoa"),
    "TT22": ("Tên loại trình bày sai", "Phụ lục I, II.5.b", "Cỡ chữ 13 đến 14, đứng, đậm, canh giữa"),
    "TT23": ("Thiếu trích yếu, hoặc in hoa", "Phụ lục I, II.5.b", "Ngay dưới tên loại, chữ in thường"),
    "TT24": ("Trích yếu trình bày sai", "Phụ lục I, II.5.b", "Cỡ chữ 13 đến 14, đứng, đậm, canh giữa"),
    "TT25": (
        "Không có đường kẻ ở phần đầu",
        "Phụ lục I, II.1.b, II.2.b, II.5.b",
        "Kẻ dưới Tiêu ngữ, tên cơ quan, trích yếu",
    ),
    "TT26": ("“Kính gửi” viết sai", "Phụ lục I, II.9.d", "Viết “Kính gửi:”"),
    "TT27": ("Kính gửi trình bày sai", "Phụ lục I, II.9.d", "Cỡ chữ 13 đến 14, đứng"),
    "TT31": ("Tiêu đề mục (I.) không in hoa", "Phụ lục I, V, ô 6.b", "Viết chữ in hoa"),
    "TT32": ("Tiêu đề mục (I.) trình bày sai", "Phụ lục I, V, ô 6.b", "Cỡ chữ 13 đến 14, đứng, đậm"),
    "TT33": ("Tiêu đề khoản (1.) trình bày sai", "Phụ lục I, II.6.đ", "Cỡ chữ như lời văn, đứng, đậm"),
    "TT34": (
        "Phần, chương trình bày sai",
        "Phụ lục I, II.6.đ",
        "Một dòng riêng, cỡ chữ 13 đến 14, đứng, đậm, canh giữa",
    ),
    "TT35": (
        "Số thứ tự mục, khoản, điểm không liền",
        "Phụ lục I, II.6.c, II.6.đ",
        "Đánh số lại; điểm theo bảng chữ cái a, b, c, d, đ, e",
    ),
    "TT36": ("Căn cứ trình bày sai", "Phụ lục I, II.6.a", "Chữ nghiêng, mỗi căn cứ một dòng, cuối dòng có (;)"),
    "TT41": ("Cỡ chữ lời văn ngoài khoảng", "Phụ lục I, II.6.e", "Cỡ chữ 13 đến 14"),
    "TT42": ("Lời văn không canh đều hai lề", "Phụ lục I, II.6.e", "Chọn các đoạn, bấm Ctrl+J"),
    "TT43": ("Đầu dòng lùi không đúng", "Phụ lục I, II.6.e", "Paragraph, Special: First line, 1 cm hoặc 1,27 cm"),
    "TT44": ("Các đoạn quá sát nhau", "Phụ lục I, II.6.e", "Paragraph, Spacing Before: 6 pt"),
    "TT45": ("Cách dòng ngoài khoảng", "Phụ lục I, II.6.e", "Paragraph, Line spacing: từ Single đến 1.5 lines"),
    "TT46": ("Lời văn nghiêng cả đoạn", "Phụ lục I, II.6.e", "Bỏ nghiêng"),
    "TT47": ("Văn bản không kết thúc bằng “./.”", "Phụ lục III, các mẫu", "Thêm ./. sau câu cuối"),
    "TT51": ("Thiếu “Nơi nhận:”, hoặc viết sai", "Phụ lục I, II.9.d", "Thêm “Nơi nhận:” ở cuối, bên trái"),
    "TT52": ("Chữ “Nơi nhận:” trình bày sai", "Phụ lục I, II.9.d", "Cỡ chữ 12, nghiêng, đậm"),
    "TT53": (
        "Danh sách nơi nhận viết sai",
        "Phụ lục I, II.9.d",
        "Mỗi dòng có gạch đầu dòng và (;); dòng cuối “- Lưu: VT, ….”",
    ),
    "TT54": ("Danh sách nơi nhận trình bày sai", "Phụ lục I, II.9.d", "Cỡ chữ 11, đứng"),
    "TT55": (
        "Thiếu quyền hạn, chức vụ người ký, hoặc viết sai",
        "Phụ lục I, II.7",
        "Chữ in hoa; TM., KT., TL., TUQ., Q. rồi dấu cách",
    ),
    "TT56": ("Quyền hạn, chức vụ trình bày sai", "Phụ lục I, II.7", "Cỡ chữ 13 đến 14, đứng, đậm, canh giữa"),
    "TT57": (
        "Thiếu họ tên người ký, hoặc có học hàm, học vị",
        "Phụ lục I, II.7.c",
        "Ghi họ và tên, không ghi học hàm, học vị",
    ),
    "TT58": ("Họ tên người ký trình bày sai", "Phụ lục I, II.7", "Cỡ chữ 13 đến 14, đứng, đậm, canh giữa"),
    "TT61": (
        "Chữ “Phụ lục” viết sai, hoặc số thứ tự sai",
        "Phụ lục I, III.1.a, III.1.b",
        "Một dòng riêng, số La Mã: Phụ lục I",
    ),
    "TT62": ("Chữ “Phụ lục” trình bày sai", "Phụ lục I, III.1.b", "Cỡ chữ 14, đứng, đậm, canh giữa"),
    "TT63": ("Tên phụ lục không in hoa", "Phụ lục I, III.1.b", "Viết chữ in hoa"),
    "TT64": ("Tên phụ lục trình bày sai", "Phụ lục I, III.1.b", "Cỡ chữ 13 đến 14, đứng, đậm, canh giữa"),
    "TT65": (
        "Phụ lục không ghi kèm theo văn bản nào",
        "Phụ lục I, III.1.c",
        "Thêm dòng “(Kèm theo Báo cáo số … của …)”",
    ),
    "TT66": ("Dòng “(Kèm theo …)” trình bày sai", "Phụ lục I, III.1.c", "Cỡ chữ 13 đến 14, nghiêng, canh giữa"),
    "TT67": (
        "Trang của phụ lục không đánh số riêng",
        "Phụ lục I, III.1.đ",
        "Ngắt phần (Next Page), Page Number, Start at: 1",
    ),
    "TT68": ("Văn bản không nhắc đến phụ lục", "Phụ lục I, III.1.a", "Thêm chỉ dẫn về phụ lục vào lời văn"),
}
