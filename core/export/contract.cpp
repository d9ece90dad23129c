#include "export/contract.h"

#include "export/json.h"

namespace onrecord {
namespace {

// Where the spans of one statement point: a text and its map to code points.
struct Ground {
  std::string_view text;
  const CodePoints& points;
};

char* put_offsets(char* to, const Ground& ground, Span span) {
  to = put_raw(to, "\"start\":");
  to = put_number(to, ground.points.from_byte(span.begin));
  to = put_raw(to, ",\"end\":");
  return put_number(to, ground.points.from_byte(span.end));
}

char* put_piece(char* to, std::string_view key, const Ground& ground, Span span) {
  to = put_raw(to, key);
  if (span.empty()) return put_raw(to, "null");
  to = put_raw(to, "{\"text\":");
  to = put_string(to, slice(ground.text, span));
  *to++ = ',';
  to = put_offsets(to, ground, span);
  *to++ = '}';
  return to;
}

char* put_speaker(char* to, const Speaker& speaker) {
  to = put_raw(to, "{\"name\":");
  to = put_string_or_null(to, speaker.name);
  to = put_raw(to, ",\"kind\":");
  to = put_string_or_null(to, word_for(speaker.kind));
  to = put_raw(to, ",\"role\":");
  to = put_string_or_null(to, speaker.role);
  to = put_raw(to, ",\"members\":");
  if (speaker.members.empty()) {
    to = put_raw(to, "null");
  } else {
    char opening = '[';
    for (const std::string& member : speaker.members) {
      *to++ = opening;
      to = put_string(to, member);
      opening = ',';
    }
    *to++ = ']';
  }
  to = put_raw(to, speaker.unnamed ? ",\"unnamed\":true,\"confidence\":" : ",\"unnamed\":false,\"confidence\":");
  to = put_share(to, speaker.confidence);
  *to++ = '}';
  return to;
}

// At most what the line of `s` takes, beside the article's own parts.
std::size_t room_for(const Statement& s) {
  std::size_t strings = s.cue.size() + s.mention.size() + s.addressee.size() + s.occasion.size() + s.medium.size() +
                        s.said_on_text.size() + s.on_behalf_of.size() + s.said_on.size() + s.rule.size();
  std::size_t parts = 20;
  for (const Span span : s.content) {
    strings += span.size() + 1;
    ++parts;
  }
  if (s.speaker) {
    strings += s.speaker->name.size() + s.speaker->role.size();
    for (const std::string& member : s.speaker->members) {
      strings += member.size();
      ++parts;
    }
  }
  return json_room(strings) + parts * 64 + 512;
}

}  // namespace

std::string_view word_for(StatementKind kind) {
  switch (kind) {
    case StatementKind::Direct: return "direct";
    case StatementKind::Mixed: return "mixed";
    case StatementKind::Indirect: break;
  }
  return "indirect";
}

std::string_view word_for(Act act) {
  switch (act) {
    case Act::SpeechAct: return "speech_act";
    case Act::Attitude: return "attitude";
    case Act::NoComment: return "no_comment";
    case Act::Statement: break;
  }
  return "statement";
}

std::string_view word_for(Place place) { return place == Place::Title ? "title" : "body"; }

std::string_view word_for(SpeakerKind kind) {
  switch (kind) {
    case SpeakerKind::Person: return "person";
    case SpeakerKind::Organization: return "organization";
    case SpeakerKind::Group: return "group";
    case SpeakerKind::Document: return "document";
    case SpeakerKind::Unknown: break;
  }
  return {};
}

void ContractLines::reset(const Article& article, std::string_view identity) {
  article_ = &article;
  anchors_.reset(identity, article);
  text_points_.reset(article.text);
  title_points_.reset(article.title.value);
  n_ = 0;
  const auto quoted = [](std::string& into, std::string_view prefix, std::string_view text) {
    into.assign(prefix);
    const std::size_t at = into.size();
    into.resize(at + json_room(text.size()));
    into.resize(static_cast<std::size_t>(put_string_or_null(into.data() + at, text) - into.data()));
  };
  quoted(opening_, "{\"v\":1,\"article\":", article.name);
  opening_ += ",\"n\":";
  quoted(published_, ",\"published_on\":", article.published.value);
}

void ContractLines::put(const Statement& s, Buffer& out) {
  const bool outside = s.place == Place::Title && article_->title.source_span.empty();
  const Ground ground{outside ? article_->title.value : article_->text, outside ? title_points_ : text_points_};
  char* to = out.room(room_for(s) + opening_.size() + published_.size());
  to = put_raw(to, opening_);
  to = put_number(to, ++n_);
  to = put_raw(to, ",\"key\":\"s-");
  const std::uint64_t key = anchors_.next_number(s);
  for (int shift = 60; shift >= 0; shift -= 4) *to++ = "0123456789abcdef"[(key >> shift) & 15U];
  to = put_raw(to, "\",\"kind\":\"");
  to = put_raw(to, word_for(s.kind));
  to = put_raw(to, "\",\"act\":\"");
  to = put_raw(to, word_for(s.act));
  to = put_raw(to, s.negated ? "\",\"negated\":true,\"place\":\"" : "\",\"negated\":false,\"place\":\"");
  to = put_raw(to, word_for(s.place));
  to = put_raw(to, "\",\"text\":\"");
  for (std::size_t i = 0; i < s.content.size(); ++i) {
    if (i > 0) *to++ = ' ';
    to = put_escaped(to, slice(ground.text, s.content[i]));
  }
  to = put_raw(to, "\",\"spans\":[");
  for (std::size_t i = 0; i < s.content.size(); ++i) {
    to = put_raw(to, i > 0 ? ",{" : "{");
    to = put_offsets(to, ground, s.content[i]);
    *to++ = '}';
  }
  to = put_piece(to, "],\"cue\":", ground, s.cue);
  to = put_piece(to, ",\"mention\":", ground, s.mention);
  to = put_raw(to, ",\"speaker\":");
  to = s.speaker ? put_speaker(to, *s.speaker) : put_raw(to, "null");
  to = put_raw(to, ",\"on_behalf_of\":");
  to = put_string_or_null(to, s.on_behalf_of);
  to = put_piece(to, ",\"addressee\":", ground, s.addressee);
  to = put_piece(to, ",\"occasion\":", ground, s.occasion);
  to = put_piece(to, ",\"medium\":", ground, s.medium);
  to = put_raw(to, ",\"said_on\":");
  to = put_string_or_null(to, s.said_on);
  to = put_piece(to, ",\"said_on_text\":", ground, s.said_on_text);
  to = put_raw(to, published_);
  to = put_raw(to, ",\"within\":");
  to = s.within < 0 ? put_raw(to, "null") : put_number(to, static_cast<std::uint32_t>(s.within) + 1);
  to = put_raw(to, ",\"rule\":");
  to = put_string_or_null(to, s.rule);
  to = put_raw(to, ",\"confidence\":");
  to = put_share(to, s.confidence);
  to = put_raw(to, "}\n");
  out.took(to);
}

}  // namespace onrecord
