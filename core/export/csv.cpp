#include "export/csv.h"

namespace onrecord {

bool is_formula(std::string_view text) {
  if (text.empty() || std::string_view("=+-@\t\r").find(text[0]) == std::string_view::npos) return false;
  const std::string_view rest = text.substr(1);
  const bool number = !rest.empty() && rest.find_first_not_of("0123456789.,") == std::string_view::npos;
  return !number || text[0] == '=' || text[0] == '@';
}

void put_csv_field(Buffer& out, std::string_view text, bool excel) {
  const bool guard = excel && is_formula(text);
  const bool outer_blank = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  if (!guard && !outer_blank && text.find_first_of("\",\r\n") == std::string_view::npos) {
    out.append(text);
    return;
  }
  out.append('"');
  if (guard) out.append('\'');
  while (!text.empty()) {
    const std::size_t mark = text.find('"');
    if (mark == std::string_view::npos) {
      out.append(text);
      break;
    }
    out.append(text.substr(0, mark + 1));
    out.append('"');
    text.remove_prefix(mark + 1);
  }
  out.append('"');
}

}  // namespace onrecord
