"""The codes of this report's rules: what each finding says and why it matters."""

from cqtt.catalogue import Code

CODES: dict[str, Code] = {
    "HS01": Code("Tiếp nhận khác đã + đang giải quyết + trả lại", "Có hồ sơ không rõ tình trạng", "Rà lại bốn số"),
    "HS03": Code("Cộng toàn địa bàn không khớp", "Báo cáo ký ra sẽ tự mâu thuẫn", "Sửa các đơn vị được nêu"),
    "HS04": Code("Số hóa nhiều hơn số hồ sơ", "Tỷ lệ vượt 100%", "Rà lại hai số"),
    "HS05": Code(
        "Giải quyết trực tuyến nhiều hơn tiếp nhận trực tuyến", "Không thể giải quyết hồ sơ chưa nhận", "Rà lại hai số"
    ),
    "HS06": Code(
        "Số hóa cộng các kỳ nhiều hơn tiếp nhận của cả kỳ dài",
        "Hồ sơ chuyển kỳ được tính số hóa hai lần, tỷ lệ vượt 100%",
        "Ở mỗi kỳ chỉ tính hồ sơ số hóa trong kỳ",
    ),
    "MC01": Code("Niêm yết nhiều hơn phải niêm yết", "Tỷ lệ vượt 100%", "Rà lại hai số"),
    "CN01": Code("Có sao khi chưa được công nhận", "Báo cáo sẽ nêu tên sai", "Ghi nam, hoặc sửa sao"),
    "CN02": Code("Công nhận sau kỳ báo cáo", "Việc chưa xảy ra", "Kiểm tra năm"),
    "CN03": Code("Được công nhận mà chưa gắn sao", "Để biết; báo cáo nêu tên đơn vị", "Không phải sửa nếu đúng"),
    "TB01": Code(
        "Trang thiết bị gấp mười lần đơn vị ở giữa", "Một chữ số thừa làm sai cả bình quân", "Kiểm tra số đã gõ"
    ),
    "XA02": Code("Một sáng kiến ghi hai lần", "Báo cáo đếm và in hai lần", "Giữ một"),
    "XA03": Code("Tên sáng kiến không có chữ", "Báo cáo đếm và in một dấu", "Ghi tên, hoặc bỏ mục"),
}
