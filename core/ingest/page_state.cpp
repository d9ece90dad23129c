#include "ingest/page_state.h"

#include <string>

#include "text/fold.h"

namespace onrecord {
namespace {

std::string all_words(const HtmlDom& page, std::size_t most) {
  std::string text = page.flat_text(page.root());
  if (text.size() > most) {
    text.resize(most);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.pop_back();
    if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0) text.pop_back();
  }
  return fold_words(text);
}

bool has_any(const std::string& text, std::initializer_list<const char*> phrases) {
  for (const char* phrase : phrases) {
    if (text.find(phrase) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

PageState state_of(const HtmlDom& page, const HtmlBody& body, const PageMeta& meta) {
  if (body.prose_words >= 60) return PageState::Article;
  const std::string words = all_words(page, 20000);
  const std::string title = fold_words(meta.title.value);
  if (has_any(title, {"404", "page not found", "access denied", "attention required", "403 forbidden",
                      "are you a robot", "just a moment", "service unavailable"}))
    return PageState::ErrorPage;
  // Short pages are mostly the wall itself; on a long one the words may stand anywhere.
  const bool paid = meta.json_ld.article.free.has_value() && !*meta.json_ld.article.free;
  const bool offers = has_any(
      words, {"subscribe to continue", "subscribe to read", "to continue reading", "to read the full",
              "already a subscriber", "subscribers only", "for subscribers", "subscriber only", "log in to read",
              "sign in to read", "unlock this article", "start your free trial", "you have reached your limit"});
  if (body.prose_words < 60 && (paid || offers) && !(body.prose_words >= 25 && !offers)) return PageState::Paywall;
  if (body.prose_words >= 12) return PageState::Article;
  if (has_any(words,
              {"we value your privacy", "before you continue", "accept all cookies", "we and our partners",
               "your privacy choices", "consent to the use", "we use cookies and", "agree to our use of cookies"}))
    return PageState::ConsentWall;
  if (has_any(words,
              {"enable javascript", "requires javascript", "javascript is disabled", "javascript is required",
               "turn on javascript", "need to enable javascript", "javascript to run this app", "javascript enabled"}))
    return PageState::NeedsJavaScript;
  bool any = false;
  for (const HtmlPiece& piece : body.pieces) any = any || piece.words >= 5;
  if (any) return PageState::Article;
  // A page of scripts around an empty element.
  if (words.size() < 400 && page.size() > 5)
    return meta.candidates.empty() ? PageState::NoText : PageState::NeedsJavaScript;
  return PageState::NoText;
}

Error error_of(PageState state) {
  switch (state) {
    case PageState::NeedsJavaScript:
      return {ErrorCode::BadInput, "the page shows its text only with JavaScript, which is not run", "",
              "save the page from a browser once it shows the article, and give that file"};
    case PageState::ConsentWall:
      return {ErrorCode::BadInput, "the page asks for consent before it shows the article", "",
              "consent in a browser, save the page, and give that file"};
    case PageState::Paywall:
      return {ErrorCode::BadInput, "a paywall shows only the article's beginning", "",
              "save the page from a browser that is signed in, and give that file"};
    case PageState::ErrorPage:
      return {ErrorCode::BadInput, "the page says that there is no article here, or that it will not show it", "",
              "open the address in a browser"};
    case PageState::Article: case PageState::NoText: break;
  }
  return {ErrorCode::BadInput, "no article found in the page", "",
          "give the article's text as a .txt file, or report the page"};
}

}  // namespace onrecord
