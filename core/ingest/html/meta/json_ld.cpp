#include "ingest/html/meta/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

#include "text/chars.h"
#include "text/phrases.h"

namespace onrecord {
namespace {

namespace dom = simdjson::dom;

constexpr int kDeepest = 32;

bool is_article_type(std::string_view type) {
  static const Phrases kTypes{"Article",
                              "NewsArticle",
                              "BlogPosting",
                              "Blog",
                              "ReportageNewsArticle",
                              "AnalysisNewsArticle",
                              "OpinionNewsArticle",
                              "BackgroundNewsArticle",
                              "ReviewNewsArticle",
                              "AskPublicNewsArticle",
                              "SatiricalArticle",
                              "TechArticle",
                              "ScholarlyArticle",
                              "AdvertiserContentArticle",
                              "LiveBlogPosting",
                              "SocialMediaPosting",
                              "Report",
                              "MedicalWebPage",
                              "Recipe",
                              "Review"};
  if (const auto slash = type.find_last_of("/#:"); slash != std::string_view::npos) type.remove_prefix(slash + 1);
  return kTypes.holds(type);
}

std::string_view string_of(dom::element value) {
  std::string_view text;
  return value.get_string().get(text) == simdjson::SUCCESS ? text : std::string_view();
}

// "@type": "NewsArticle" or ["Article", "NewsArticle"]
std::vector<std::string_view> types_of(dom::object object) {
  std::vector<std::string_view> types;
  dom::element type;
  if (object["@type"].get(type) != simdjson::SUCCESS && object["type"].get(type) != simdjson::SUCCESS) return types;
  dom::array list;
  if (type.get_array().get(list) == simdjson::SUCCESS) {
    for (dom::element one : list) types.push_back(string_of(one));
  } else {
    types.push_back(string_of(type));
  }
  return types;
}

// Text as it should be shown: entities that were encoded twice are left, white space is one space.
std::string clean(std::string_view text, bool keep_lines = false) {
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const Char c = char_at(text, at);
    if (keep_lines && c.code == U'\n') {
      out += '\n';
      space = false;
    } else if (is_space(c.code)) {
      space = true;
    } else {
      if (space && !out.empty() && out.back() != '\n') out += ' ';
      space = false;
      out.append(text, at, c.size);
    }
    at += c.size;
  }
  for (const auto& [entity, character] : {std::pair<std::string_view, std::string_view>{"&amp;", "&"},
                                          {"&quot;", "\""},
                                          {"&#39;", "'"},
                                          {"&#039;", "'"},
                                          {"&rsquo;", "’"},
                                          {"&lsquo;", "‘"},
                                          {"&ldquo;", "“"},
                                          {"&rdquo;", "”"},
                                          {"&#8217;", "’"},
                                          {"&#8216;", "‘"},
                                          {"&#8220;", "“"},
                                          {"&#8221;", "”"},
                                          {"&nbsp;", " "},
                                          {"&#x27;", "'"}}) {
    if (out.find('&') == std::string::npos) break;
    for (auto at = out.find(entity); at != std::string::npos; at = out.find(entity, at + 1))
      out.replace(at, entity.size(), character);
  }
  return out;
}

std::string member(dom::object object, const char* key, bool keep_lines = false) {
  dom::element value;
  if (object[key].get(value) != simdjson::SUCCESS) return {};
  dom::array list;
  if (value.get_array().get(list) == simdjson::SUCCESS) {
    for (dom::element one : list) return clean(string_of(one));
    return {};
  }
  dom::object inner;
  if (value.get_object().get(inner) == simdjson::SUCCESS) {
    for (const char* name : {"name", "@value", "@id", "url"}) {
      dom::element part;
      if (inner[name].get(part) == simdjson::SUCCESS) return clean(string_of(part));
    }
    return {};
  }
  return clean(string_of(value), keep_lines);
}

class Walk {
 public:
  explicit Walk(JsonLd& out) : out_(out) {}

  void visit(dom::element element, int depth) {
    if (depth > kDeepest) return;
    dom::array list;
    if (element.get_array().get(list) == simdjson::SUCCESS) {
      for (dom::element one : list) visit(one, depth + 1);
      return;
    }
    dom::object object;
    if (element.get_object().get(object) != simdjson::SUCCESS) return;
    const auto types = types_of(object);
    bool article = false;
    for (const std::string_view type : types) {
      article = article || is_article_type(type);
      if (type == "WebSite" || type == "NewsMediaOrganization") {
        if (out_.site.empty()) out_.site = member(object, "name");
      }
      if (type == "WebPage" && out_.page_date.empty()) out_.page_date = member(object, "datePublished");
      // Others' words and works have dates and authors of their own.
      if (type == "ClaimReview" || type == "Comment" || type == "ItemList" || type == "VideoObject" ||
          type == "ImageObject")
        return;
    }
    if (article) take(object, types.front());
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"}) {
      if (article && std::string_view(key) != "@graph") continue;
      dom::element inner;
      if (object[key].get(inner) == simdjson::SUCCESS && !(std::string_view(key) == "itemListElement"))
        visit(inner, depth + 1);
    }
    remember_names(object);
  }

  void resolve() {
    // "publisher": {"@id": "#org"} names something defined elsewhere in the graph.
    const auto resolved = [&](std::string& name) {
      for (const auto& [id, value] : names_) {
        if (id == name) {
          name = value;
          return;
        }
      }
      if (name.starts_with("http") || name.starts_with("#")) name.clear();
    };
    resolved(out_.article.publisher);
    for (std::string& author : out_.article.authors) resolved(author);
    std::erase_if(out_.article.authors, [](const std::string& a) { return a.empty(); });
  }

 private:
  void remember_names(dom::object object) {
    const std::string id = member(object, "@id");
    const std::string name = member(object, "name");
    if (!id.empty() && !name.empty() && names_.size() < 1000) names_.emplace_back(id, name);
  }

  static std::size_t fullness(const JsonLdArticle& a) {
    return (a.headline.empty() ? 0U : 4U) + (a.date_published.empty() ? 0U : 3U) + (a.authors.empty() ? 0U : 2U) +
           (a.publisher.empty() ? 0U : 1U) + (a.body.empty() ? 0U : 2U);
  }

  void add_author(JsonLdArticle& article, dom::element value, int depth) {
    if (depth > 4 || article.authors.size() + article.organizations.size() > 30) return;
    dom::array list;
    if (value.get_array().get(list) == simdjson::SUCCESS) {
      for (dom::element one : list) add_author(article, one, depth + 1);
      return;
    }
    dom::object object;
    if (value.get_object().get(object) == simdjson::SUCCESS) {
      dom::element inner;
      // "author": {"name": ["A", "B"]}
      if (object["name"].get(inner) == simdjson::SUCCESS && inner.is_array())
        return add_author(article, inner, depth + 1);
      std::string name = member(object, "name");
      if (name.empty()) name = member(object, "@id");
      if (name.empty()) return;
      bool organization = false;
      for (const std::string_view type : types_of(object))
        organization = organization || type.find("Organization") != std::string_view::npos;
      (organization ? article.organizations : article.authors).push_back(std::move(name));
      return;
    }
    std::string name = clean(string_of(value));
    if (!name.empty() && !name.starts_with("http")) article.authors.push_back(std::move(name));
  }

  void take(dom::object object, std::string_view type) {
    JsonLdArticle article;
    article.type = std::string(type);
    article.headline = member(object, "headline");
    if (article.headline.empty()) article.headline = member(object, "name");
    article.subtitle = member(object, "alternativeHeadline");
    article.description = member(object, "description");
    article.body = member(object, "articleBody", true);
    article.date_published = member(object, "datePublished");
    if (article.date_published.empty()) article.date_published = member(object, "dateCreated");
    article.date_modified = member(object, "dateModified");
    article.publisher = member(object, "publisher");
    if (article.publisher.empty()) article.publisher = member(object, "sourceOrganization");
    article.url = member(object, "url");
    article.language = member(object, "inLanguage");
    for (const char* key : {"author", "creator"}) {
      dom::element value;
      if (article.authors.empty() && article.organizations.empty() && object[key].get(value) == simdjson::SUCCESS)
        add_author(article, value, 0);
    }
    dom::element free;
    if (object["isAccessibleForFree"].get(free) == simdjson::SUCCESS) {
      bool flag = false;
      if (free.get_bool().get(flag) == simdjson::SUCCESS) article.free = flag;
      else if (const std::string_view word = string_of(free); !word.empty())
        article.free = word == "True" || word == "true" || word == "http://schema.org/True";
    }
    if (!out_.has_article || fullness(article) > fullness(out_.article)) {
      out_.article = std::move(article);
      out_.has_article = true;
    }
  }

  JsonLd& out_;
  std::vector<std::pair<std::string, std::string>> names_;
};

}  // namespace

std::string repair_json(std::string_view json) {
  json = trim(json);
  for (const std::string_view opener : {"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["}) {
    if (json.starts_with(opener)) json = trim(json.substr(opener.size()));
  }
  for (const std::string_view closer : {"-->", "//]]>", "/*]]>*/", "]]>"}) {
    if (json.ends_with(closer)) json = trim(json.substr(0, json.size() - closer.size()));
  }
  while (!json.empty() && json.back() == ';') json = trim(json.substr(0, json.size() - 1));
  std::string out;
  out.reserve(json.size() + 16);
  bool quoted = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (quoted) {
      if (c == '\\' && i + 1 < json.size()) {
        const char next = json[i + 1];
        // \' and the like are no JSON.
        if (std::string_view("\"\\/bfnrtu").find(next) == std::string_view::npos) {
          out += next == '\n' || next == '\r' ? ' ' : next;
        } else {
          out += c;
          out += next;
        }
        ++i;
        continue;
      }
      if (c == '"') quoted = false;
      if (static_cast<unsigned char>(c) < 0x20) {
        out += ' ';  // a line break inside a string
        continue;
      }
      out += c;
      continue;
    }
    if (c == '"') quoted = true;
    if (c == ',') {
      // A comma before a closing bracket, or a second comma.
      std::size_t next = i + 1;
      while (next < json.size() &&
             (json[next] == ' ' || json[next] == '\n' || json[next] == '\r' || json[next] == '\t'))
        ++next;
      if (next < json.size() && (json[next] == '}' || json[next] == ']' || json[next] == ',')) continue;
    }
    out += c;
  }
  return out;
}

JsonLd read_json_ld(const std::vector<std::string_view>& scripts) {
  JsonLd out;
  Walk walk(out);
  // Parsers keep their documents: names may be resolved across scripts, but only as copies, so one is enough.
  dom::parser parser;
  for (const std::string_view script : scripts) {
    if (trim(script).empty()) continue;
    dom::element root;
    if (parser.parse(script.data(), script.size(), true).get(root) != simdjson::SUCCESS) {
      const std::string repaired = repair_json(script);
      if (parser.parse(repaired).get(root) != simdjson::SUCCESS) {
        out.broken = true;
        continue;
      }
      walk.visit(root, 0);
      continue;
    }
    walk.visit(root, 0);
  }
  walk.resolve();
  return out;
}

}  // namespace onrecord
