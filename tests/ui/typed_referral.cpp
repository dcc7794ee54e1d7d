#include "typed_referral.h"

#include "app/find.h"
#include "app/market_data.h"
#include "support/catch.h"

namespace homeward::tests {

QString knownPostcode(app::Workspace& workspace) {
  const auto lines = app::childLines(workspace);
  REQUIRE(lines);
  for (const app::ChildLine& one : *lines)
    if (!one.child.home.postcode.empty()) return QString::fromStdString(one.child.home.postcode);
  FAIL("no child of the case file has a postcode");
  return {};
}

void typeTwoSiblings(Hands& hands, const QString& postcode) {
  const auto field = [&hands](const QString& text) { hands.type(text), hands.tab(); };
  field("Robin Sedge");
  field("9");
  field("b");
  field(postcode);
  field("Alder School");
  hands.tab();  // the school's postcode is owed
  hands.press(Qt::Key_Space);
  field("Tansy Sedge");
  field("6");
  field("g");
  hands.to("Legal basis");
  hands.type("pol");
  hands.to("Together");
  field("m");
  field("2000");
  hands.to("Emotional and mental health");
  field("3");
  field("2");
  field("2");
  hands.to("Risk 1");
  field("g");
  field("3");
  hands.type("Robin looks after Tansy; mum is in hospital.");
}

}  // namespace homeward::tests
