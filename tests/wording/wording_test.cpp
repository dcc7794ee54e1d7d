#include "wording/wording.h"

#include <set>

#include "domain/child.h"
#include "domain/decision.h"
#include "domain/offer.h"
#include "domain/people.h"
#include "domain/placement.h"
#include "domain/provider.h"
#include "domain/referral.h"
#include "support/catch.h"
#include "wording/catalogue.h"

using namespace homeward;
using wording::Catalogue;

namespace {

template <class E>
void hasWords(std::string_view group) {
  for (const E value : all<E>()) {
    const std::string found = wording::word(group, text(value));
    INFO(group << "." << text(value) << ": " << found);
    CHECK(found.front() != '[');
  }
}

/// The sentence that a template gives, without a catalogue file: through the translations, which come first.
std::string filled(const std::string& pattern, std::vector<FactArgument> arguments) {
  return wording::sentence(Fact{"any.key", std::move(arguments)}, [&](std::string_view key) { return key == "any.key" ? pattern : ""; });
}

}  // namespace

TEST_CASE("every enumeration of the domain has words") {
  hasWords<NeedDomain>("need");
  hasWords<RiskKind>("risk");
  hasWords<WishKind>("wish");
  hasWords<Sex>("sex");
  hasWords<CarePlanAim>("carePlanAim");
  hasWords<SettingType>("settingType");
  hasWords<OtherArrangement>("arrangement");
  hasWords<Sector>("sector");
  hasWords<RegistrationStatus>("registration");
  hasWords<Grade>("grade");
  hasWords<Basis>("basis");
  hasWords<Willing>("willing");
  hasWords<Urgency>("urgency");
  hasWords<ReferralKind>("referralKind");
  hasWords<Stage>("stage");
  hasWords<Togetherness>("together");
  hasWords<LegalBasis>("legalBasis");
  hasWords<CallOutcome>("callOutcome");
  hasWords<DeclineReason>("declineReason");
  hasWords<ApproachState>("approach");
  hasWords<QuoteItem>("quoteItem");
  hasWords<Charge>("charge");
  hasWords<NotChosen>("notChosen");
  hasWords<Role>("role");
  hasWords<Funder>("funder");
}

TEST_CASE("every step that a referral may owe has words") {
  for (const Urgency urgency : all<Urgency>()) {
    Referral referral;
    referral.urgency = urgency;
    const auto owed = owedOnEntry(referral, {Child{}}, date(2026, 11, 27), WorkingDays::england());
    CHECK(owed.size() >= (urgency == Urgency::sameDay ? 10U : 1U));
    for (const OwedStep& step : owed) {
      INFO(step.what);
      CHECK(wording::word("owed", step.what).front() != '[');
    }
  }
}

TEST_CASE("the built-in catalogue is well made") {
  for (const std::string& fault : Catalogue::builtIn().faults()) FAIL_CHECK(fault);
  CHECK(Catalogue::builtIn().keys().size() > 150);
}

TEST_CASE("a word is found by its group and value, and a label has its capital") {
  CHECK(wording::word("need", text(NeedDomain::emotionalHealth)) == "emotional and mental health");
  CHECK(wording::label("need", text(NeedDomain::emotionalHealth)) == "Emotional and mental health");
  CHECK(wording::word("sector", text(Sector::privateSector)) == "private");
}

TEST_CASE("a feature with a rest of its own is made by the line of its kind") {
  CHECK(wording::word("feature", "language:Welsh") == "Welsh spoken");
  CHECK(wording::word("feature", "dog") == "a dog");
  CHECK(wording::word("feature", "unheardOf:thing") == "[feature.unheardOf:thing]");
}

TEST_CASE("the list of features offers those that are complete in themselves") {
  const auto values = wording::valuesOf("feature");
  const std::set<std::string_view> offered(values.begin(), values.end());
  CHECK(offered.count("dog") == 1);
  CHECK(offered.count("smoker") == 1);
  CHECK(offered.count("language") == 0);
  CHECK(wording::valuesOf("noSuchGroup").empty());
}

TEST_CASE("what the catalogue lacks is shown in brackets, and an empty fact says nothing") {
  CHECK(wording::sentence(Fact{"no.such.key", {}}) == "[no.such.key]");
  CHECK(wording::word("need", "flying") == "[need.flying]");
  CHECK(wording::sentence(Fact{}).empty());
  CHECK(filled("Ask about {0}.", {Word{"need.flying"}}) == "Ask about [need.flying].");
}

TEST_CASE("every kind of argument has its form") {
  CHECK(filled("{0}", {std::int64_t{1254}}) == "1,254");
  CHECK(filled("{0}", {std::int64_t{-1174}}) == "−1,174");
  CHECK(filled("{0}", {std::int64_t{100}}) == "100");
  CHECK(filled("{0}", {std::int64_t{1000000}}) == "1,000,000");
  CHECK(filled("{0} from home", {Miles{8.94}}) == "8.9 miles from home");
  CHECK(filled("{0}", {pounds(900)}) == "£900");
  CHECK(filled("{0}", {pounds(1453, 14)}) == "£1,453.14");
  CHECK(filled("{0}", {MoneyRange{pounds(4094), pounds(4304)}}) == "£4,094 to £4,304");
  CHECK(filled("{0}", {date(2026, 11, 27)}) == "27 November 2026");
  CHECK(filled("the {0} is not known", {Word{"grade.good"}}) == "the good is not known");
  CHECK(filled("{0}", {std::string("Larch household")}) == "Larch household");
}

TEST_CASE("amounts are never rounded, and both ends of a range look alike") {
  CHECK(wording::moneyRange(MoneyRange::exactly(pounds(900))) == "£900");
  CHECK(wording::moneyRange({pounds(4094), std::nullopt}) == "£4,094 or more");
  CHECK(wording::moneyRange({pounds(4094, 8), pounds(4304)}) == "£4,094.08 to £4,304.00");
  CHECK(wording::money(Money{-62000}) == "−£620");
}

TEST_CASE("miles have one decimal, halves away from zero") {
  CHECK(wording::miles(8.94) == "8.9 miles");
  CHECK(wording::miles(0.25) == "0.3 miles");
  CHECK(wording::miles(0.75) == "0.8 miles");
  CHECK(wording::miles(103.0) == "103.0 miles");
}

TEST_CASE("a plural picks its form by a whole number") {
  const std::string places = "{0} {0|place|places} left";
  CHECK(filled(places, {std::int64_t{0}}) == "0 places left");
  CHECK(filled(places, {std::int64_t{1}}) == "1 place left");
  CHECK(filled(places, {std::int64_t{2}}) == "2 places left");
  CHECK(filled("{0|is|are}", {std::string("several")}) == "are");
}

TEST_CASE("a word that opens a sentence has its capital, and a name keeps its own spelling") {
  CHECK(filled("{0} is not recorded.", {Word{"need.selfCare"}}) == "Self-care is not recorded.");
  CHECK(filled("{0} is not recorded.", {std::string("ap Gorse")}) == "ap Gorse is not recorded.");
}

TEST_CASE("an argument that is missing stays visible") { CHECK(filled("{0} of {1}", {std::int64_t{3}}) == "3 of {1}"); }

TEST_CASE("translations come first and English fills the gaps") {
  const auto translated = [](std::string_view key) { return std::string(key == "need.education" ? "addysg" : ""); };
  CHECK(wording::sentence(Fact{"need.education", {}}, translated) == "addysg");
  CHECK(wording::sentence(Fact{"need.leisure", {}}, translated) == "leisure");
}

TEST_CASE("malformed templates are found") {
  CHECK(wording::fault("{0} of {1|place|places}").empty());
  CHECK(wording::fault("").empty());
  for (const char* bad : {"{0", "0}", "{x}", "{}", "{0|place}", "{0|a|b|c}", "{-1}", "{12}", "{0{1}}"}) {
    INFO(bad);
    CHECK_FALSE(wording::fault(bad).empty());
  }
}

TEST_CASE("a template says how many arguments it wants") {
  CHECK(wording::argumentsOf("nothing") == 0);
  CHECK(wording::argumentsOf("{2|day|days}") == 3);
}

TEST_CASE("a catalogue file says where it is wrong") {
  const std::vector<wording::CatalogueFile> files{
      {"some.txt", "# comment\n\na.key = A sentence.\nno equals\na.key = Again\nb.key = {0\n c.key  =  spaced \r\n"}};
  const Catalogue catalogue(files);
  REQUIRE(catalogue.faults().size() == 3);
  CHECK(catalogue.faults()[0].substr(0, 11) == "some.txt:4:");
  CHECK(catalogue.faults()[1].substr(0, 11) == "some.txt:5:");
  CHECK(catalogue.faults()[2].substr(0, 11) == "some.txt:6:");
  CHECK(catalogue.pattern("a.key") == "A sentence.");
  CHECK(catalogue.pattern("c.key") == "spaced");
  CHECK(catalogue.pattern("d.key").empty());
}
