// What Streamlit's own controls say, in Vietnamese. vi.js puts it on the page.
"use strict";

const VIETNAMESE = {
  "Help": "Giải thích", "Open": "Mở", "Close": "Đóng", "Dismiss": "Đóng", "file upload": "tải tệp lên", "Cancel": "Hủy", "Copy": "Sao chép", "Reset": "Đặt lại", "Upload": "Tải lên",
  "Choose options": "Chọn", "Choose an option": "Chọn một mục", "Choose or add an option": "Chọn hoặc thêm một mục",
  "Choose or add options": "Chọn hoặc thêm", "Add an option": "Thêm một mục", "Add options": "Thêm",
  "No options to select": "Không có mục nào", "No results": "Không có kết quả", "Select all": "Chọn tất cả",
  "Clear all": "Xóa hết", "Clear value": "Xóa", "Clear entry": "Xóa", "Clear selection": "Bỏ chọn",
  "Selected values": "Đã chọn", "Multiselect options": "Các mục để chọn", "Selectbox options": "Các mục để chọn",
  "Increment": "Tăng", "Decrement": "Giảm", "Number is above the allowed range.": "Số lớn hơn mức cho phép.",
  "Number is below the allowed range.": "Số nhỏ hơn mức cho phép.",
  "Press Enter to apply": "Nhấn Enter để áp dụng", "Press ⌘+Enter to apply": "Nhấn ⌘+Enter để áp dụng",
  "Press Ctrl+Enter to apply": "Nhấn Ctrl+Enter để áp dụng", "Press Enter to submit form": "Nhấn Enter để gửi",
  "Press Ctrl+Enter to submit form": "Nhấn Ctrl+Enter để gửi", "Press ⌘+Enter to submit form": "Nhấn ⌘+Enter để gửi",
  "Show password text": "Hiện mật khẩu", "Hide password text": "Ẩn mật khẩu",

  "Choose date": "Chọn ngày", "Choose date range": "Chọn khoảng ngày", "Choose date and time": "Chọn ngày và giờ",
  "Clear date": "Xóa ngày", "Clear dates": "Xóa khoảng ngày", "Clear date and time": "Xóa ngày và giờ",
  "Clear time": "Xóa giờ", "Date range": "Khoảng ngày", "Time": "Giờ", "Select...": "Chọn…",
  "Quick select a date range": "Chọn nhanh khoảng ngày", "Start date": "Từ ngày", "End date": "Đến ngày",
  "Start Date": "Từ ngày", "End Date": "Đến ngày", "Calendar": "Lịch", "Previous": "Trước", "Next": "Sau",
  "Previous month": "Tháng trước", "Next month": "Tháng sau", "None": "Không chọn", "Today": "Hôm nay",
  "Past Week": "Tuần qua", "Past Month": "Tháng qua", "Past 3 Months": "3 tháng qua", "Past 6 Months": "6 tháng qua",
  "Past Year": "Năm qua", "Past 2 Years": "2 năm qua", "month": "tháng", "day": "ngày", "year": "năm", "hour": "giờ",
  "minute": "phút", "month, ": "tháng, ", "day, ": "ngày, ", "year, ": "năm, ", "hour, ": "giờ, ", "minute, ": "phút, ",
  "Empty": "Trống", "Minimum date": "Ngày sớm nhất", "First available date": "Ngày sớm nhất chọn được",
  "Last available date": "Ngày muộn nhất chọn được",
  "Click to start selecting date range": "Nhấn để chọn ngày đầu",
  "Click to finish selecting date range": "Nhấn để chọn ngày cuối",
  "Use arrow keys to navigate dates. Enter to select. Escape to close.":
    "Dùng phím mũi tên để chuyển ngày, Enter để chọn, Escape để đóng.",
  "Use arrow keys to navigate. Enter to select. Tab to switch between calendar and time. Escape to close.":
    "Dùng phím mũi tên để chuyển, Enter để chọn, Tab để đổi giữa lịch và giờ, Escape để đóng.",

  "Fullscreen": "Toàn màn hình", "Close fullscreen": "Thoát toàn màn hình", "Download as CSV": "Tải về CSV",
  "Search": "Tìm", "Close Search": "Đóng ô tìm", "Next Result": "Kết quả sau", "Previous Result": "Kết quả trước",
  "Show/hide columns": "Ẩn/hiện cột", "Dataframe column menu": "Bảng chọn của cột", "Sort ascending": "Xếp tăng dần",
  "Sort descending": "Xếp giảm dần", "Autosize": "Vừa cột", "Pin column": "Ghim cột", "Unpin column": "Bỏ ghim",
  "Hide column": "Ẩn cột", "Show column": "Hiện cột", "Format": "Định dạng", "Copy column name": "Chép tên cột",
  "Statistics": "Thống kê", "Add row": "Thêm dòng", "Delete row(s)": "Xóa dòng", "Automatic": "Tự động",
  "Localized": "Theo ngôn ngữ", "Plain": "Nguyên dạng", "Compact": "Rút gọn", "Percent": "Phần trăm",
  "Dollar": "Đô la", "Euro": "Euro", "Yen": "Yên", "Accounting": "Kế toán", "Scientific": "Khoa học",
  "Distance": "Khoảng cách", "Duration": "Thời lượng", "Wrap": "Xuống dòng", "Sum": "Tổng", "Count": "Số dòng",
  "Average": "Trung bình", "Median": "Trung vị", "Minimum": "Nhỏ nhất", "Maximum": "Lớn nhất", "Range": "Khoảng",
  "Distinct": "Khác nhau", "Standard deviation": "Độ lệch chuẩn", "Values": "Giá trị", "No data": "Không có dữ liệu",
  "empty": "trống", "Show data": "Xem số liệu", "Show chart": "Xem biểu đồ",
  "Download plot as a PNG": "Tải ảnh PNG", "Download plot as a png": "Tải ảnh PNG", "Zoom": "Phóng", "Pan": "Kéo",
  "Zoom in": "Phóng to", "Zoom out": "Thu nhỏ", "Autoscale": "Vừa khung", "Reset axes": "Về ban đầu",
  "Box Select": "Chọn trong khung", "Lasso Select": "Chọn bằng vòng", "Pagination": "Trang",
  "Previous page": "Trang trước", "Next page": "Trang sau",

  "Browse files": "Chọn tệp", "Add files": "Thêm tệp", "Drag and drop a file here": "Kéo thả tệp vào đây",
  "Drag and drop file here": "Kéo thả tệp vào đây", "Drag and drop files here": "Kéo thả các tệp vào đây",
  "Only one file is allowed.": "Chỉ nhận một tệp.", "Too many files": "Quá nhiều tệp", "Network Error": "Lỗi mạng",
  "Download failed": "Tải về không được",

  "Expand sidebar": "Mở bộ lọc", "Collapse sidebar": "Thu bộ lọc", "Sidebar": "Bộ lọc", "App pages": "Các trang",
  "Main menu": "Bảng chọn", "Skip to main content": "Đến nội dung chính", "Link to heading": "Liên kết đến mục này",
  "Scroll tabs left": "Thẻ bên trái", "Scroll tabs right": "Thẻ bên phải", "Notifications": "Thông báo",
  "Copy version to clipboard": "Chép số phiên bản", "Copy to clipboard": "Sao chép", "Copied": "Đã chép", "Theme": "Nền", "System": "Theo máy", "Light": "Nền sáng",
  "Dark": "Nền tối", "Settings": "Cài đặt", "Print": "In trang", "Record a screencast": "Quay màn hình",
  "Record screen": "Quay màn hình", "About": "Giới thiệu", "Get help": "Trợ giúp", "Report a bug": "Báo lỗi",
  "Rerun": "Chạy lại", "Always rerun": "Luôn chạy lại", "Auto rerun": "Tự chạy lại", "Clear cache": "Xóa bộ nhớ đệm",
  "Clear caches": "Xóa bộ nhớ đệm", "Stop": "Dừng", "Running...": "Đang chạy…", "Loading...": "Đang tải…",
  "Please wait...": "Xin chờ…", "Connecting": "Đang kết nối", "Connecting...": "Đang kết nối…", "Try again": "Thử lại",
  "Connection error": "Mất kết nối", "Connection timed out.": "Máy chủ không trả lời.", "Network issue": "Lỗi mạng",
  "Disconnected": "Mất kết nối", "Reconnecting": "Đang nối lại", "Reconnecting...": "Đang nối lại…",
  "Streamlit server is not responding. Are you connected to the internet?":
    "Máy chủ chưa trả lời. Trang sẽ tự nối lại khi được.",
  "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:":
    "Máy chủ chưa trả lời. Trang sẽ tự nối lại khi được. Nếu máy chủ đã dừng, hãy chạy lại bằng lệnh:",
  "This app has encountered an error. The original error message is redacted to prevent data leaks. Full error details have been recorded in the logs (if you're on Streamlit Cloud, click on 'Manage app' in the lower right of your app).":
    "Trang này gặp lỗi của phần mềm. Chi tiết đã ghi vào nhật ký của máy chủ.",
  "Unknown error": "Lỗi chưa rõ", "Script execution error": "Trang gặp lỗi",
  "Page not found": "Không tìm thấy trang",
  "The page that you have requested does not seem to exist. Running the app's main page.":
    "Trang này không có. Đang mở trang chính.",
};
