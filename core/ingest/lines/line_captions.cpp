// Captions and their credits.
#include "ingest/lines/line_kinds.h"

#include <string>

#include "ingest/lines/line_words.h"
#include "text/phrases.h"

namespace onrecord {
using namespace line_words;

bool is_caption(std::string_view text) {
  if (text.size() > 700 || text.size() < 5) return false;
  const Lowered<60> lower(text);
  const std::string_view head = lower;
  static const Phrases kOpeners{
      "photo:",         "photos:",      "photo by ",      "photos by ",    "file photo",
      "file -",         "file –",       "file —",         "image:",        "images:",
      "image credit",   "photo credit", "caption:",       "credit:",       "pictured:",
      "picture:",       "photograph:",  "photograph by",  "in this photo", "in this file photo",
      "in this image",  "(photo",       "[photo",         "(image",        "(credit",
      "(file photo",    "(ap photo",    "ap photo",       "getty images",  "photo courtesy",
      "image courtesy", "(courtesy of", "(picture",       "(screenshot",   "illustration by",
      "illustration:",  "screengrab",   "courtesy photo", "handout photo", "(pictured",
      "screenshot:",    "(video"};
  const bool opened = kOpeners.begins(head);
  if (opened) {
    // "Photo: …" heads a caption; "Photo by photo, the …" would be running text, so a long one must not report speech.
    if (text.size() <= 160 || !may_report(text) || ends_with_credit(text)) return text.size() <= 500;
    return false;
  }
  // AP's "In this Oct. 4, 2016, photo, …", "In this Tuesday, Oct. 4 …, file photo"
  if (head.starts_with("in this ") && contains(Lowered<120>(text), "photo")) return text.size() <= 600;
  const bool credit = ends_with_credit(text);
  const bool label = has_capital_label(text);
  if (credit) return label || text.size() <= 500;
  return label && text.size() <= 320 && !may_report(text);
}

}  // namespace onrecord
