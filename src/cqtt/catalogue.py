"""Every code a finding can bear: what it says and why it matters. The table in the manual is made from this one."""

from msgspec import Struct

from cqtt.clauses import CLAUSES, DECREE


class Code(Struct, frozen=True):
    """One code. *title* is what is wrong, *why* is why it may not stay, *mend* the fix."""

    title: str
    why: str
    mend: str


CODES: dict[str, Code] = {
    "TEP01": Code("Tệp lưu bằng UTF-16", "Phần mềm khác đọc ra chữ vỡ", "Lưu lại bằng UTF-8"),
    "TEP02": Code("Tệp không phải UTF-8 (Windows-1258, TCVN3)", "Chữ có dấu sẽ vỡ khi in", "Lưu lại bằng UTF-8"),
    "TEP03": Code("Tệp quá lớn", "Tệp của một đơn vị chỉ vài nghìn byte", "Kiểm tra có chép nhầm nội dung khác không"),
    "TEP04": Code("Thiếu tệp", "Thiếu một đơn vị thì mọi số tổng đều sai", "Bổ sung tệp"),
    "TEP05": Code(
        "Tệp của đơn vị không có trong don_vi.yaml", "Số liệu không thuộc đơn vị nào", "Sửa tên tệp hoặc danh sách"
    ),
    "TEP06": Code(
        "Tên tệp và tên đơn vị không khớp",
        "Số liệu có thể bị tính cho đơn vị khác",
        "Đổi tên tệp, hoặc sửa tên trong tệp",
    ),
    "TEP08": Code("Tệp trống", "Không có số liệu để cộng", "Điền số liệu"),
    "TEP09": Code("Tệp không được đọc", "Số liệu trong đó bị bỏ qua", "Đổi đuôi thành .yaml hoặc chuyển đi nơi khác"),
    "TEP10": Code("Git chưa trộn xong", "Không biết bản nào đúng", "Giữ một bản, bỏ các dòng dấu của Git"),
    "TEP11": Code(
        "Tệp Word, Excel, PDF… mang đuôi .yaml",
        "Đổi đuôi tệp không đổi được nội dung",
        "Chuyển tệp đi nơi khác, tạo tệp mới bằng cqtt new rồi điền",
    ),
    "TEP12": Code("Máy không cho đọc tệp", "Số liệu trong đó bị bỏ qua", "Xin quyền đọc, đóng tệp đang mở, xem ổ đĩa"),
    "YAML01": Code("Có phím Tab", "YAML không coi Tab là dấu cách", "Thay bằng dấu cách"),
    "YAML02": Code("Ký tự không in được", "Word không giữ được hoặc người đọc không thấy", "Xóa rồi gõ lại"),
    "YAML03": Code("Sai cú pháp YAML", "Không biết giá trị thuộc khóa nào", "Sửa theo gợi ý ở dòng báo lỗi"),
    "YAML04": Code("Khóa viết hai lần", "Không biết số nào đúng", "Giữ một trong hai dòng"),
    "YAML05": Code(
        "Neo, bí danh, thẻ kiểu, khóa gộp, chỉ dẫn %", "Giá trị không còn là điều đã gõ", "Viết thẳng giá trị"
    ),
    "YAML06": Code("Dấu # nuốt mất chữ", "Phần sau # không được in", "Đặt giá trị trong dấu nháy"),
    "YAML07": Code("Lồng nhau quá sâu", "Không mẫu nào cần đến thế", "So với tệp của đơn vị khác"),
    "YAML08": Code("Nhiều tài liệu trong một tệp", "Chỉ tài liệu đầu được đọc", "Bỏ dòng --- thừa"),
    "KHOA01": Code("Khóa lạ", "Số liệu ghi ở khóa lạ không được tính", "Sửa theo tên gợi ý"),
    "KHOA02": Code("Thiếu khóa", "Không đoán số thay cho đơn vị", "Thêm khóa"),
    "SO01": Code("Có dấu ngăn hàng nghìn", "5.007 có thể bị hiểu là 5,007 hay 5", "Viết liền: 5007"),
    "SO02": Code("Số 0 ở đầu", "YAML hiểu 012 là 10", "Bỏ số 0"),
    "SO03": Code("Có dấu hai chấm trong số", "YAML hiểu 1:30 là 90", "Viết số nguyên"),
    "SO04": Code("Số lẻ", "Số đếm phải là số nguyên", "Viết số nguyên"),
    "SO05": Code("Cách viết số khác", "1_234, 1e3, .nan có nhiều cách hiểu", "Chỉ dùng chữ số 0-9"),
    "SO06": Code("Số âm", "Số đếm không âm", "Kiểm tra số liệu gốc"),
    "SO07": Code("Số trong dấu nháy", "Trong nháy là chữ, không phải số", "Bỏ dấu nháy"),
    "SO08": Code("Số ngoài khoảng", "Nhiều khả năng gõ thừa hoặc thiếu chữ số", "Kiểm tra số liệu gốc"),
    "SO09": Code("Chưa điền", "Trống không phải là 0", "Điền số; không có thì ghi 0"),
    "SO10": Code("Không phải số", "Không cộng được", "Ghi số nguyên"),
    "SO11": Code("Công thức chưa có kết quả", "Tệp chưa được tính lại nên không biết số nào", "Mở, lưu lại rồi gửi"),
    "SO12": Code("Ô báo lỗi (#DIV/0!, #REF! …)", "Không có số để cộng", "Sửa công thức, hoặc gõ thẳng số"),
    "SO13": Code("Ngày tháng ở chỗ của số", "Bảng tính đổi 5/7 thành ngày", "Đổi dạng ô thành General rồi gõ lại"),
    "PH01": Code("Tệp không phải phiếu của cqtt", "Không biết số nào của chỉ tiêu nào", "Điền vào phiếu gốc"),
    "PH02": Code("Phiếu của kỳ khác", "Số của kỳ này không nằm trong đó", "Gửi phiếu của kỳ này"),
    "PH03": Code("Phiếu của đơn vị khác", "Số liệu có thể bị tính cho đơn vị khác", "Gửi đúng phiếu phát cho đơn vị"),
    "PH04": Code("Phiếu theo mẫu cũ", "Thiếu hoặc thừa chỉ tiêu so với kỳ này", "Gửi lại phiếu mới: cqtt form"),
    "PH05": Code(
        "Không đọc được tệp gửi về", "Sai loại tệp, có mật khẩu, hỏng hoặc quá lớn", "Lưu thành .xlsx, gửi lại"
    ),
    "PH06": Code("Một đơn vị gửi hai phiếu", "Không tự chọn phiếu nào đúng", "Giữ một phiếu"),
    "PH07": Code("Phiếu đang mở trong Excel", "Bản trên đĩa có thể chưa phải bản cuối", "Lưu, đóng rồi nhập lại"),
    "PH08": Code("Một chỉ tiêu có hai dòng, hoặc hai trang", "Không biết số nào đúng", "Giữ một"),
    "PH09": Code("Số trong Word, chỗ chưa chắc của chỉ tiêu nào", "Không đoán", "Điền tay vào tệp YAML"),
    "PH10": Code(
        "Tệp YAML đã có số khác, do người ghi", "Không lặng lẽ thay số đã sửa tay", "Dùng --replace, hoặc sửa phiếu"
    ),
    "PH11": Code("Số điền sẵn chưa được rà soát", "Có thể là số cũ của kỳ trước", "Hỏi lại đơn vị"),
    "PH12": Code("Không tự ghi được vào tệp YAML", "Tệp viết khác mẫu", "Sửa tệp cho giống mẫu"),
    "KIEU01": Code("Cần một khối", "Các khóa con không có chỗ", "Xuống dòng, thụt vào"),
    "KIEU02": Code(
        "Cần một danh sách, hoặc danh sách sai độ dài", "Không biết có bao nhiêu mục", "Mỗi mục một dòng “- ”"
    ),
    "KIEU03": Code("Cần một số, đang là khối hoặc danh sách", "Không cộng được", "Ghi số ngay sau dấu hai chấm"),
    "KIEU04": Code("Cần true hoặc false", "yes, no, có, không có nhiều cách hiểu", "Ghi true hoặc false"),
    "KIEU05": Code("Cần chữ, đang là khối hoặc danh sách", "Không in được", "Đặt trong dấu nháy"),
    "KIEU06": Code("Giá trị không hợp lệ", "Không hiểu được giá trị", "So với tệp của đơn vị khác"),
    "CHU01": Code("Chưa có chữ", "Sẽ in ra chỗ trống", "Ghi chữ"),
    "CHU02": Code("Cần chữ, đang là số hoặc true/false", "Số có thể mất số 0 ở đầu", "Đặt trong dấu nháy"),
    "CHU03": Code("Không thuộc danh sách cho phép", "Không đếm được", "Chọn một trong các từ đã nêu"),
    "CHU04": Code("Chữ quá dài", "Không phải một tên gọi", "Rút gọn"),
    "CHU05": Code("Phải viết trên một dòng", "Tên gọi in trong một câu", "Bỏ chỗ xuống dòng"),
    "CHU06": Code("Không đúng dạng", "Mã, ký hiệu phải đúng quy cách", "Sửa theo mô tả"),
    "NGAY01": Code("Không phải ngày tháng", "Không so sánh được", "Ghi ngày/tháng/năm"),
    "DV01": Code("Đơn vị có hai lần trong danh sách", "Số liệu bị tính hai lần", "Giữ một"),
    "DV02": Code("Không có đơn vị nào trong kỳ", "Không có gì để báo cáo", "Kiểm tra tu_ngay, den_ngay"),
    "DV03": Code("Dòng của danh sách đơn vị không hiểu được", "Không biết là đơn vị nào", "Ghi loại rồi tên"),
    "DV04": Code("Báo cáo không có trong phần mềm", "Không biết đọc tệp nào, in gì", "Sửa loai_bao_cao"),
    "DV05": Code(
        "Hai quy định cùng loại từ một ngày", "Không biết kỳ nào theo quy định nào", "Sửa tu_ngay, hoặc bỏ một"
    ),
    "DV06": Code("Hai mức của một thang cùng tên", "Người đọc không phân biệt được", "Sửa tên mức"),
    "DV07": Code(
        "Sáp nhập hoặc thời gian tồn tại của đơn vị ghi sai",
        "Số của đơn vị cũ không cộng được vào đơn vị mới",
        "Sửa nhap_vao, tu_ngay, den_ngay",
    ),
    "DV08": Code("Mã đơn vị là tên Windows giữ riêng (con, aux, nul)", "Máy Windows không mở được tệp đó", "Đổi mã"),
    "HS02": Code("Tổng ghi tay khác tổng các phần", "Hai số mâu thuẫn trong một tệp", "Bỏ dòng tong hoặc sửa"),
    "XA01": Code(
        "Hai đơn vị có mọi số liệu, hoặc phần lớn số lớn, giống hệt nhau",
        "Có lẽ chép tệp của đơn vị khác rồi sửa vài số",
        "So hai tệp; phần giống hệt bao nhiêu thì báo: nguong_canh_bao.phan_giong trong don_vi.yaml",
    ),
    "XA04": Code(
        "Số phát sinh gấp nhiều lần đơn vị ở giữa, đã tính quy mô của đơn vị",
        "Một chữ số thừa làm sai cả tổng",
        "Kiểm tra số đã gõ; ngưỡng: nguong_canh_bao.gap_don_vi_giua, chenh_toi_thieu trong don_vi.yaml",
    ),
    "XA05": Code(
        "Tỷ lệ khác xa đơn vị ở giữa",
        "Có lẽ điền nhầm ô: quá hạn vào ô trước hạn, trực tiếp vào ô trực tuyến",
        "Kiểm tra các số làm nên tỷ lệ; ngưỡng: nguong_canh_bao.diem_don_vi_giua, mau_toi_thieu trong don_vi.yaml",
    ),
    "KY01": Code(
        "Hồ sơ từ kỳ trước chuyển sang khác số đang giải quyết cuối kỳ trước",
        "Hồ sơ mất hoặc thừa ra giữa hai kỳ; cộng các kỳ không khớp",
        "Sửa một trong hai số; số kỳ trước đã ký thì ghi lý do ở chap_nhan (kỳ dài thì phải sửa)",
    ),
    "KY02": Code(
        "Nhiều số giống hệt kỳ trước đến từng chữ số",
        "Một số trùng là tình cờ, nhiều số trùng là tệp kỳ trước chưa được điền lại",
        "Điền số của kỳ này; từ mấy số thì báo: nguong_canh_bao.so_trung trong don_vi.yaml",
    ),
    "KY03": Code(
        "Các kỳ không ghép được thành kỳ dài: thiếu kỳ, hoặc đơn vị không có ở mọi kỳ",
        "Cộng thiếu thì mọi số của kỳ dài đều sai",
        "Bổ sung kỳ thiếu; đơn vị sáp nhập thì ghi nhap_vao trong don_vi.yaml",
    ),
    "KY04": Code("Đơn vị đổi tên hoặc sáp nhập giữa các kỳ", "Để biết số của đơn vị cũ cộng vào đâu", "Không phải sửa"),
    "KY05": Code(
        "Số liệu riêng của kỳ dài không rõ",
        "Số riêng được cộng từ các kỳ ngắn",
        "Ghi ở mọi kỳ ngắn, kể cả khi bằng 0; không ghi ở kỳ dài",
    ),
    "KY06": Code("Kỳ để so sánh có lỗi", "Không so sánh với số liệu sai", "Sửa kỳ đó, hoặc bỏ qua"),
    "KY07": Code(
        "Kỳ dài chưa có bao_cao.yaml riêng", "Văn xuôi lấy của kỳ cuối, có thể không hợp", "Tạo tệp: cqtt new <kỳ>"
    ),
    "KY08": Code(
        "Có đơn vị báo cáo ở kỳ ngắn này mà không báo cáo ở kỳ ngắn kia",
        "Số của kỳ dài in “–”, hoặc thiếu một phần mà trên giấy không thấy",
        "Ghi ở mọi kỳ ngắn, kể cả khi bằng 0; đúng là không có thì ghi lý do ở chap_nhan của kỳ dài",
    ),
    "KY09": Code(
        "Lời so sánh giữa hai kỳ mà các đơn vị có báo cáo khác nhau",
        "Đơn vị thiếu báo cáo làm số tăng, giảm giả",
        "Bổ sung số liệu, bỏ lời so sánh, hoặc ghi lý do ở chap_nhan",
    ),
    "KY10": Code(
        "Văn xuôi giống hệt kỳ trước",
        "Báo cáo kể lại việc của kỳ trước; vài câu quen dùng thì chỉ là lưu ý",
        "Viết lại cho kỳ này; từ bao nhiêu phần trăm thì cảnh báo: nguong_canh_bao.phan_giong trong don_vi.yaml",
    ),
    "KY11": Code("Chú thích chép từ kỳ trước còn nói về kỳ đó", "Người đọc tệp tưởng là của kỳ này", "Sửa hoặc xóa"),
    "KY12": Code(
        "Số gấp nhiều lần kỳ trước, hoặc chỉ bằng một phần nhỏ",
        "Thường là gõ thừa, thiếu chữ số hoặc nhầm dòng",
        "Kiểm tra số đã gõ; ngưỡng: nguong_canh_bao.gap_ky_truoc, chenh_toi_thieu trong don_vi.yaml",
    ),
    "KY13": Code(
        "Tỷ lệ khác xa kỳ trước",
        "Thường là điền nhầm ô",
        "Kiểm tra các số làm nên tỷ lệ; ngưỡng: nguong_canh_bao.diem_ky_truoc, mau_toi_thieu trong don_vi.yaml",
    ),
    "NP01": Code(
        "Tệp đã sửa từ khi kỳ được niêm phong",
        "Số liệu không còn là số đã ký",
        "Lấy lại tệp từ bản giữ lại; đúng là phải sửa thì mở niêm phong: cqtt unseal <kỳ> --reason",
    ),
    "NP02": Code(
        "Kỳ đã niêm phong không lập lại được đúng như đã ký",
        "Báo cáo đã ký không được thành báo cáo khác",
        "Lấy lại các tệp như lúc niêm phong, hoặc mở niêm phong: cqtt unseal <kỳ> --reason",
    ),
    "NP03": Code(
        "Bản phần mềm này không lập ra đúng từng byte báo cáo đã ký", "Để biết tệp là bản đã giữ", "Không phải sửa"
    ),
    "NP04": Code(
        "Bản giữ lại của kỳ đã niêm phong bị sửa hoặc mất",
        "Không còn biết lúc ký tệp ghi gì",
        "Lấy lại thư mục niem_phong từ bản sao lưu hoặc git",
    ),
    "XN01": Code("Mục chap_nhan không ứng với cảnh báo nào", "Lời giải thích không còn đúng chỗ", "Bỏ hoặc sửa mục"),
    "BC01": Code("Mã đơn vị lạ trong thu_tu_neu_ten", "Thứ tự nêu tên không có tác dụng", "Sửa mã"),
    "BC02": Code("Ngày không có thật", "Văn bản ghi ngày sai", "Sửa ngày, tháng"),
    "BC03": Code("Chưa có người ký", "Chỗ họ tên sẽ để trống", "Ghi ho_ten"),
    "BC04": Code("Có KT., TM. … mà không ghi ký thay ai", "Dòng quyền hạn sẽ mất trên chữ ký", "Ghi quyen_han"),
    "BC05": Code("Dấu gõ thừa ở Kính gửi, Nơi nhận, Lưu", "Trên giấy sẽ có hai dấu", "Bỏ dấu ở đầu hoặc cuối"),
    "VD01": Code("Ký hiệu không hợp tên loại văn bản", "Người đọc không tìm được văn bản", "Sửa loai hoặc ky_hieu"),
    "VD02": Code("Văn bản ghi hai lần trong van_ban", "Không biết mục nào đúng", "Giữ một mục"),
    "VD03": Code("Văn bản không được viện dẫn", "Có thể đã quên nêu trong báo cáo", "Viện dẫn, hoặc bỏ mục"),
    "VD04": Code("Văn bản ban hành sau ngày báo cáo", "Nhiều khả năng gõ sai năm", "Kiểm tra ngày ban hành"),
    "VD05": Code("Chữ của văn bản viện dẫn kết thúc bằng dấu câu", "Câu viện dẫn sẽ in hai dấu", "Bỏ dấu ở cuối"),
    "KHUON01": Code("Cú pháp khuôn mẫu sai", "Không điền được số liệu", "Sửa dòng được nêu"),
    "KHUON02": Code("Tên không có trong số liệu", "Trên giấy sẽ là chỗ trống", "Sửa theo tên gợi ý"),
    "KHUON03": Code("Số in ra không qua bộ lọc", "Trên giấy sẽ là 0.966263", "Thêm | so, | phan_tram …"),
    "KHUON04": Code("Dùng sai bộ lọc hoặc sai kiểu", "Số in ra sai dạng", "Sửa theo gợi ý"),
    "KHUON05": Code("Bộ lọc lạ", "Không biết in ra dạng nào", "Sửa theo tên gợi ý"),
    "KHUON06": Code("Biểu thức không tính được", "Không có gì để in", "Chỉ so sánh và dùng bộ lọc"),
    "VB01": Code("Chú thích không có nội dung", "Cuối trang sẽ thiếu chú thích", "Thêm dòng [^tên]: …"),
    "VB02": Code("Tiêu đề nhảy cấp", "Số mục sẽ sai", "Dùng đúng cấp"),
    "VB03": Code("Chú thích không được gọi", "Nội dung bị mất", "Gọi hoặc bỏ"),
    "VB04": Code("Chú thích trùng, gọi hai lần, hoặc lồng nhau", "Word báo tệp hỏng", "Tách thành chú thích riêng"),
    "VB05": Code("Thành phần đặt sai chỗ", "Nội dung bị mất", "Chuyển ra ngoài"),
    "VB06": Code("Khối ::: viết sai", "Dấu ::: sẽ in ra giấy", "Sửa tên khối, đóng khối"),
    "VB07": Code("Dấu ** sẽ in ra giấy", "Chữ không được in đậm", "Viết ** sát chữ"),
    "VB08": Code("Liên kết không dùng được", "Chỗ dẫn không đến đâu", "Sửa địa chỉ hoặc tên phụ lục"),
    "VB09": Code("Thiếu “./.” ở cuối", "Văn bản chưa kết thúc", "Thêm ./."),
    "VB10": Code("Thiếu hoặc sai khối tiêu đề", "Văn bản không có tên loại, trích yếu", "Thêm khối ::: tieu_de"),
    "VB11": Code("Hàng của bảng thừa hoặc thiếu ô", "Ô thừa bị mất", "Đủ số ô như hàng đầu"),
    "VB12": Code("Phụ lục không được nhắc đến", "Nghị định 30/2020/NĐ-CP yêu cầu phải dẫn", "Thêm [](#tên)"),
    "VB13": Code("Biểu đồ viết sai", "Không vẽ được, hoặc vẽ khác số đã in", "Sửa bảng trong khối ::: bieu_do"),
    "VB14": Code("Văn xuôi quá dài", "Không phải một báo cáo: Word mở không nổi", "Bỏ phần chép nhầm"),
    "VB15": Code("Số, dấu gõ tay ở chỗ không in ra, hoặc in hai lần", "Trên giấy sẽ khác chữ đã gõ", "Sửa theo gợi ý"),
    "VB16": Code("Tiêu đề, mục, đoạn không có chữ", "Trên giấy còn số thứ tự, dòng trống", "Viết nội dung, hoặc bỏ"),
    "VB17": Code("Dòng như một mục nằm giữa đoạn", "Các ý in liền thành một đoạn", "Thêm dòng trống ở trên"),
    "LV01": Code(
        "Số gõ bằng tay trong lời văn", "Số liệu đổi mà câu không đổi theo", "Dùng số liệu, hoặc | ghi_tay(lý do)"
    ),
    "LV02": Code("Lời khẳng định trái với số liệu", "Báo cáo tự mâu thuẫn", "Sửa theo gợi ý, hoặc dùng | tren"),
    "LV03": Code("Số nêu ra khác số tên, số mục liệt kê", "Báo cáo tự mâu thuẫn", "Sửa số hoặc danh sách"),
    "LV04": Code(
        "Viện dẫn gõ tay: sai dạng số, ký hiệu, hoặc văn bản đã có trong van_ban",
        "Lần đầu phải ghi đầy đủ, các lần sau ghi gọn (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.b)",
        "Dùng {{ van_ban.… | vien_dan }}",
    ),
    "LV05": Code(
        "Ngày gõ tay viết sai cách, hoặc không có thật",
        "Ngày dưới 10, tháng 1, tháng 2 có số 0; tháng 3 đến 9 không có",
        "Viết như 06/3/2024, 07/02/2024",
    ),
    **{code: Code(title, f"{DECREE}, {clause}", mend) for code, (title, clause, mend) in CLAUSES.items()},
}
