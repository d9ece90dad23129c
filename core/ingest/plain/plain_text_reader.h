// Takes a plain text apart (plain_text.h), unit by unit: what stands before the running text (plain_head.cpp), that text itself
// (plain_body.cpp), what comes after it (plain_ending.cpp), and the blocks that are made of it all (plain_text.cpp). Inner to these files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/plain/plain_text.h"
#include "ingest/plain/units.h"

namespace onrecord {

class PlainTextReader {
 public:
  PlainTextReader(std::string_view text, bool title_known) : text_(text), title_known_(title_known), layout_(find_units(text)) {}

  PlainText read();

 private:
  // What stands before the running text is looked for in so many units.
  static constexpr std::size_t kHeadUnits = 16;
  // A unit longer than this is running text whatever it begins with.
  static constexpr std::uint32_t kLongestPiece = 700;

  [[nodiscard]] const std::vector<LineUnit>& units() const { return layout_.units; }
  [[nodiscard]] std::string_view words(std::size_t i) const { return slice(text_, units()[i].source_span); }
  [[nodiscard]] std::uint32_t size(std::size_t i) const { return units()[i].source_span.size(); }
  [[nodiscard]] Field field(Span s, std::string value) const { return {std::move(value), "text", s}; }
  [[nodiscard]] static Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  // White space runs as one blank.
  [[nodiscard]] static std::string one_line(std::string_view text);

  // What stands before the running text.
  [[nodiscard]] bool could_be_title(std::size_t i) const;
  [[nodiscard]] bool head_goes_on_after(std::size_t i) const;
  [[nodiscard]] bool could_be_subtitle(std::size_t i, bool after_title) const;
  [[nodiscard]] static bool has_quoted_sentence(std::string_view t);
  [[nodiscard]] bool has_blank_lines() const;
  void take_date(std::size_t i, bool whole_line);
  void take_house(std::string_view house);
  bool take_masthead(std::size_t i, bool beside_byline);
  void take_byline(std::size_t i);
  bool take_page_line(std::size_t i);
  [[nodiscard]] static bool labelled_date(std::string_view t);
  std::size_t read_head();
  [[nodiscard]] static bool is_name_list(std::string_view t);
  [[nodiscard]] static bool is_name_and_place(std::string_view t);
  void take_credit_house(std::size_t i);
  [[nodiscard]] static bool is_label(std::string_view t);

  // The running text.
  void read_body(std::size_t from);
  [[nodiscard]] static bool is_list_item(std::string_view t);
  [[nodiscard]] bool single_quotes_are_speech();

  // What comes after it.
  void read_ending();
  [[nodiscard]] bool is_about_author(std::string_view t) const;
  void take_publisher(std::size_t i);

  // Blocks.
  void add_block(Role role, Span s);
  void take_sign_off(Span s, std::string_view signer);
  void make_blocks();
  void read_dateline();

  std::string_view text_;
  bool title_known_;
  Layout layout_;
  std::vector<Role> roles_;
  std::optional<bool> single_quotes_;
  PlainText out_;
};

}  // namespace onrecord
