// The articles of web pages as JSON lines, to score body and metadata before any database: read_pages FILE.html[.gz]…
//   {"article": path, "text": body, "title": …, "byline": …, "published": …, "source": …, "url": …, "language": …}
// With -c the candidates of each page, and which won.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "ingest/read.h"

namespace {

void put(std::string& out, const char* key, std::string_view value) {
  out += out.size() > 1 ? ",\"" : "\"";
  out.append(key).append("\":\"");
  for (const char c : value) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          char code[8];
          std::snprintf(code, sizeof code, "\\u%04x", static_cast<unsigned>(c));
          out += code;
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

}  // namespace

int main(int argc, char** argv) {
  bool candidates = false;
  int status = 0;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "-c") {
      candidates = true;
      continue;
    }
    std::ifstream file(argv[i], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto article = onrecord::read_article(argv[i], bytes, {});
    if (!article) {
      std::fprintf(stderr, "%s\n", article.error().text().c_str());
      status = 3;
      continue;
    }
    if (candidates) {
      for (const onrecord::FieldCandidate& c : article->candidates)
        std::printf("%s\t%s%s\t%s\t%s\n", argv[i], c.won ? "* " : "  ", c.field.c_str(), c.origin.c_str(), c.value.substr(0, 100).c_str());
      continue;
    }
    std::string line = "{";
    put(line, "article", argv[i]);
    put(line, "text", article->text);
    put(line, "title", article->title.value);
    put(line, "byline", article->byline.value);
    put(line, "published", article->published.value);
    put(line, "source", article->source.value);
    put(line, "url", article->url.value);
    put(line, "language", article->language.value);
    std::puts((line + "}").c_str());
  }
  return status;
}
