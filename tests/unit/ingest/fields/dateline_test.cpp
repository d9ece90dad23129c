#include "ingest/fields/dateline.h"

#include <string>

#include "catch.h"

using namespace onrecord;

TEST_CASE("datelines", "[ingest]") {
  struct Row { const char* text; const char* want; };
  static constexpr Row kRows[] = {
    // words|agency|what the text goes on with
    {"UNITED NATIONS – The envoy left.", "UNITED NATIONS||The envoy left."},
    {"PORTWELL (AP) — The bridge opened.", "PORTWELL (AP)|AP|The bridge opened."},
    {"LONDON, Oct 3 (Reuters) - Shares fell.", "LONDON, Oct 3 (Reuters)|Reuters|Shares fell."},
    {"DES MOINES, Iowa, Aug. 10 (UPI) — Corn rose.", "DES MOINES, Iowa, Aug. 10 (UPI)|UPI|Corn rose."},
    {"CHARLESTON, S.C. — Rain fell.", "CHARLESTON, S.C.||Rain fell."},
    {"NASHUA, N.H. - Rain fell.", "NASHUA, N.H.||Rain fell."},
    {"MANILA, Philippines – Rain fell.", "MANILA, Philippines||Rain fell."},
    {"LOS ANGELES -- Rain fell.", "LOS ANGELES||Rain fell."},
    {"RIO de JANEIRO — Rain fell.", "RIO de JANEIRO||Rain fell."},
    {"ZÜRICH – Es regnet.", "ZÜRICH||Es regnet."},
    {"New York (AFP) - Rain fell.", "New York (AFP)|AFP|Rain fell."},
    {"(Reuters) - Rain fell.", "(Reuters)|Reuters|Rain fell."},
    {"Portwell (CNN) Rain fell.", "Portwell (CNN)|CNN|Rain fell."},
    {"New Delhi, Oct 3 (PTI): Rain fell.", "New Delhi, Oct 3 (PTI)|PTI|Rain fell."},
    {"Portwell, 30 November - Rain fell.", "Portwell, 30 November||Rain fell."},
    // Near misses.
    {"Ana Reyes, 30 - Rain fell.", "none"},
    {"Ana Reyes, Ward 3 - Rain fell.", "none"},
    {"REYES: Yes, I was there.", "none"},
    {"Nov 12 - Rain fell.", "Nov 12||Rain fell."},
    {"Nov. 3 \u2013 Rain fell.", "Nov. 3||Rain fell."},
    {"May 12 - and no later - rain fell.", "none"},
    {"May 12-15 was wet.", "none"},
    {"ANA REYES, CHAIR, HARBOUR TRUST: Rain fell.", "none"},
    {"EXCLUSIVE: The mayor leaves.", "none"},
    {"Ana Reyes – who leads the council – left.", "none"},
    {"NATO (the alliance) – met.", "none"},
    {"UN – Rain fell.", "none"},
    {"The bridge – closed since May – opened.", "none"},
    {"LONDON has seen rain.", "none"},
    {"LONDON-based firms fell.", "none"},
    {"The Post (AP) and others", "none"},
    {"PORTWELL —", "none"},
    {"– Rain fell.", "none"},
    {"“PORTWELL – it burns,” he said.", "none"},
    {"", "none"},
  };
  for (const Row& row : kRows) {
    const std::string_view text = row.text;
    const auto found = find_dateline(text);
    DYNAMIC_SECTION(row.text) {
      CHECK((found ? std::string(slice(text, found->words)) + "|" + std::string(found->agency) + "|" +
                         std::string(text.substr(found->whole.end))
                   : "none") == row.want);
    }
  }
}

TEST_CASE("agencies", "[ingest]") {
  for (const char* name : {"AP", "The Associated Press", "Agence France-Presse", "reuters", "UPI"}) CHECK(is_agency(name));
  for (const char* name : {"Harbour Post", "Ana Reyes", "", "APs", "the"}) CHECK_FALSE(is_agency(name));
}
