// What a page says about its article in JSON-LD (schema.org), also inside @graph, in lists, and in JSON that is a little
// broken: line breaks inside strings, trailing commas, comment marks around it.
//
//   JsonLd data = read_json_ld({script});
//   data.article.headline == "Council delays the bridge"; data.article.authors[0] == "Ana Reyes"
//
// Only what describes an article is taken for one: a fact-check's claim, a video, a comment, a list of stories have dates
// and authors of their own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

struct JsonLdArticle {
  std::string type;
  std::string headline;
  std::string subtitle;                    // alternativeHeadline
  std::string description;
  std::string body;
  std::string date_published;
  std::string date_modified;
  std::vector<std::string> authors;        // persons first; an organization that signs comes last
  std::vector<std::string> organizations;  // authors that are no persons
  std::string publisher;
  std::string url;
  std::string language;
  std::optional<bool> free;                // isAccessibleForFree
};

struct JsonLd {
  bool has_article = false;
  JsonLdArticle article;      // the fullest of the page's articles
  std::string page_date;      // datePublished of a WebPage that is no article
  std::string site;           // of a WebSite or a news organization beside it
  bool broken = false;        // a script could not be read even after repair
};

// Never fails. Linear; what is nested deeper than 32 is left.
[[nodiscard]] JsonLd read_json_ld(const std::vector<std::string_view>& scripts);

// JSON made whole where it is only a little broken; exposed for tests.
[[nodiscard]] std::string repair_json(std::string_view json);

}  // namespace onrecord
