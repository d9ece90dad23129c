#include "onrecord/extract.h"

namespace onrecord {

struct Extractor::State {};

Extractor::Extractor() : state_(std::make_unique<State>()) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

std::vector<Statement> Extractor::extract(const Article&) { return {}; }

}  // namespace onrecord
