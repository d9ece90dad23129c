#include "ingest/html/page_state.h"

#include <cstdint>
#include <string>
#include <string_view>

#include "text/chars.h"
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

// "We and our partners use cookies … your choices …": a paragraph that asks its reader for something. Near miss: "The
// ministry said that cookies need consent", which asks nobody.
bool asks_for_consent(std::string_view paragraph) {
  const std::string words = " " + fold_words(paragraph) + " ";
  return has_any(words, {" cookie", " consent", " personal data", " your data", " privacy", " our partners", " personali",
                          " tracking", " vendors", " legitimate interest", " access information", " einwilligung",
                          " datenschutz", " personenbezogen", " donnees personnelles", " confidentialite", " privacidad"}) &&
         has_any(words, {" we ", " our ", " you ", " your ", " wir ", " unser", " sie ", " ihre ", " nous ", " vous ", " nos ",
                          " vos ", " votre ", " nosotros ", " usted "});
}

// "Accept all", "I agree", "Manage options": what a wall has to press. A form's own button needs no words.
bool has_consent_control(const HtmlDom& page) {
  for (NodeId n = 0; n < page.size(); ++n) {
    const Tag tag = page[n].tag;
    if (tag == Tag::Input && page.attribute(n, Attr::Type) == "submit") return true;
    if (tag != Tag::Button && tag != Tag::A) continue;
    std::string words = page.flat_text(n);
    if (words.size() > 60) continue;
    words = fold_words(words);
    if (has_any(words, {"accept", "agree", "consent", "reject", "allow all", "manage", "akzeptieren", "zustimmen", "aceptar",
                        "accetta", "refuser"}))
      return true;
  }
  return false;
}

// A page that is for the most part a request for consent, however many words it needs for that. One that states when its
// article was published may be advice on privacy; it has to be nothing but the request, and short.
bool is_consent_wall(const HtmlDom& page, const HtmlBody& body, const PageMeta& meta) {
  const bool dated = meta.json_ld.has_article || (!meta.published.value.empty() && meta.published.origin != "address");
  std::uint64_t all = 0;
  std::uint64_t asking = 0;
  for (const HtmlPiece& piece : body.pieces) {
    if (piece.role == Role::Heading || piece.words < 4) continue;
    all += piece.words;
    if (all > (dated ? 250U : 1500U)) return false;
    if (asks_for_consent(piece.text)) asking += piece.words;
  }
  return all > 0 && asking * 10 >= all * (dated ? 9U : 6U) && has_consent_control(page);
}

bool ends_in_dots(const HtmlBody& body) {
  for (auto piece = body.pieces.rbegin(); piece != body.pieces.rend(); ++piece) {
    if (piece->words < 4) continue;
    const std::string_view text = trim(piece->text);
    return text.ends_with("…") || text.ends_with("...") || text.ends_with("[…]") || text.ends_with("[...]");
  }
  return false;
}

bool is_error_title(const std::string& title, bool whole) {
  static constexpr std::initializer_list<const char*> kTitles = {
      "404",           "404 not found",     "page not found",          "not found",        "access denied",
      "403 forbidden", "attention required", "attention required cloudflare", "are you a robot",  "just a moment",
      "service unavailable", "error", "403", "access to this page has been denied", "robot check", "security check"};
  for (const char* known : kTitles) {
    if (title == known) return true;
  }
  return !whole && has_any(title, {"404", "page not found", "access denied", "attention required", "403 forbidden",
                                   "are you a robot", "just a moment", "service unavailable"});
}

}  // namespace

PageState state_of(const HtmlDom& page, const HtmlBody& body, const PageMeta& meta) {
  if (body.prose_words >= 250 && !is_consent_wall(page, body, meta)) return PageState::Article;
  const std::string title = fold_words(meta.title.value);
  if (is_error_title(title, body.prose_words >= 60)) return PageState::ErrorPage;
  if (is_consent_wall(page, body, meta)) return PageState::ConsentWall;
  const std::string words = all_words(page, 20000);
  // Short pages are mostly the wall itself; on a long one the words may stand anywhere.
  const bool paid = meta.json_ld.article.free.has_value() && !*meta.json_ld.article.free;
  const bool offers = has_any(
      words, {"subscribe to continue", "subscribe to read", "to continue reading", "to read the full", "subscribe now to",
              "already a subscriber", "subscribers only", "for subscribers", "subscriber only", "log in to read",
              "sign in to read", "unlock this article", "start your free trial", "you have reached your limit",
              "register to read", "this article is reserved for", "weiterlesen mit", "reserve aux abonnes"});
  if (offers && body.prose_words >= 60 && ((paid && body.prose_words < 150) || ends_in_dots(body)))
    return PageState::Beginning;
  if (body.prose_words >= 60) return PageState::Article;
  if ((paid || offers) && !(body.prose_words >= 25 && !offers)) return PageState::Paywall;
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
    case PageState::Beginning: case PageState::Paywall:
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
