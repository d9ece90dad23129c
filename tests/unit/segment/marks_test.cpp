#include "catch.h"
#include "rows.h"
#include "segment/dump.h"

namespace onrecord {
namespace {

using test::Row;

constexpr Row kQuotes[] = {
    {"straight", R"("We lost," he said. "It is gone.")", R"("We lost," | "It is gone.")"},
    {"curly", "“We lost,” he said.", "“We lost,”"},
    {"single, British", "'We lost,' he said. 'It is gone.'", "'We lost,' | 'It is gone.'"},
    {"single curly with apostrophes inside", "‘We don’t know what they’re after,’ he said.", "‘We don’t know what they’re after,’"},
    {"two apostrophes", "''We lost,'' he said.", "''We lost,''"},
    {"low and high", "„Wir gehen“, he said.", "„Wir gehen“"},
    {"angle marks", "«Partons», she said.", "«Partons»"},
    {"nested single in double", "“He said ‘no’ to me,” she said.", "“He said ‘no’ to me,” | (‘no’"},
    {"reopened paragraph", "“We lost.\n\n“It is gone,” he said.", "“We lost.... | ^“It is gone,”"},
    {"reopened twice", "“One.\n\n“Two.\n\n“Three,” he said.", "“One.... | ^“Two.... | ^“Three,”"},
    {"a closed paragraph is not gone on from", "“We lost.”\n\n“It is gone,” he said.", "“We lost.” | “It is gone,”"},
    {"never closed ends with its sentence", "“We lost, he said. Then he left.", "“We lost, he said...."},
    {"opened again before it was closed", "\"We lost, he said. \"It is gone,\" he added.", "\"We lost, he said.... | \"It is gone,\""},
    {"possessives are no quotations", "The workers' union met the owners' lawyers.", ""},
    {"apostrophes of contraction are none", "They don't know what it's about.", ""},
    {"elisions are none", "Rock 'n' roll and tell 'em so", ""},
    {"inches are none", "A 14\" gun and a man of 5'10\" stood there.", ""},
    {"a possessive inside a single quotation", "'The workers' demands are fair,' she said.", "'The workers' demands are fair,'"},
    {"a plural at a single quotation's end, another one behind", "She wants ‘lower fares’ and ‘better boats’ soon.",
     "‘lower fares’ | ‘better boats’"},
    {"the same with straight marks", "She wants 'lower fares' and 'better boats' for the town's 'small ports' and 'quays'.",
     "'lower fares' | 'better boats' | 'small ports' | 'quays'"},
    {"a wrong mark for an elision opens nothing", "The ‘90s were the workers’ years.", ""},
    {"two possessives inside a single quotation", "‘The workers’ and owners’ demands are fair,’ she said.",
     "‘The workers’ and owners’ demands are fair,’"},
    {"reopened single marks", "He said: 'We don't stay. It leaks.\n\n'We go.'", "'We don't stay. It leaks.... | ^'We go.'"},
    {"reopened single marks behind a sentence", "‘We stay,’ he said. ‘It’s old.\n\n‘We go.’", "‘We stay,’ | ‘It’s old.... | ^‘We go.’"},
    {"reopened straight marks behind a sentence", "'We stay,' he said. 'It's old.\n\n'We go.'",
     "'We stay,' | 'It's old.... | ^'We go.'"},
    {"a letter left out behind a sentence", "'We stay,' he said. 'tis old.\n\n'We go.'", "'We stay,' | 'We go.'"},
    {"straight marks in no paragraph behind", "'We stay,' he said. 'It's old.\n\nWe go.", "'We stay,'"},
    {"a sentence that begins with an apostrophe", "It’s old, he said. ’Tis late.\n\n‘We go.’", "‘We go.’"},
    {"reopened single marks twice", "'We stay.\n\n'It leaks.\n\n'We go.'", "'We stay.... | ^'It leaks.... | ^'We go.'"},
    {"an elision before a paragraph in single marks", "Rock 'n' roll is old, and so are the dockers' boats.\n\n'We go,' he said.",
     "'We go,'"},
    {"a title left open before a paragraph in single marks", "He sang 'Tides and left.\n\n'We go,' he said.", "'We go,'"},
    {"what an encoding left for dashes", "LEEDS \" The port \" an old one \" is open. \"We lost,\" he said.", "\"We lost,\""},
    {"what an encoding left for a bullet", "\" Shut: old bridges\n\n\"We lost,\" he said.", "\"We lost,\""},
    {"a blank too many behind an opening mark", "She wrote \" The Long Bridge\" in May.", "\" The Long Bridge\""},
    {"a blank too many before a closing mark", "\"We lost, \" he said.", "\"We lost, \""},
    {"a text that is cut into words", "He said , \" We lost . \" It is \" gone \" .", "\" We lost . \" | \" gone \""},
    {"doubled in a table's cell", "\"\"We lost,\"\" he said.", "\"\"We lost,\"\""},
    {"marks read in the wrong encoding", "â€œWe lost,â€ he said. â€œIt is gone.â€", "â€œWe lost,â€ | â€œIt is gone.â€"},
    {"marks as a page writes them", "&quot;We lost,&quot; he said of &quot;it&quot;.", "&quot;We lost,&quot; | &quot;it&quot;"},
    {"marks that an encoding lost", "\uFFFDWe lost,\uFFFD he said.", "\uFFFDWe lost,\uFFFD"},
    {"a lost mark that nobody closes", "the old \uFFFDport was shut.", ""},
    {"scare quotes pair too", "the so-called \"plan\" was late", "\"plan\""},
};

TEST_CASE("quotation marks are paired over the article", "[segment]") { test::check(kQuotes, test::segmented(test::quotes)); }

}  // namespace
}  // namespace onrecord
