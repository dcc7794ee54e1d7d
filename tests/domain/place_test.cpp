// Postcodes in the one form in which they are stored and matched.
#include "domain/place.h"

#include "support/cases.h"
#include "support/generators.h"

namespace homeward::tests {
namespace {

TEST_CASE("a postcode is kept in capitals with one blank before its last three characters") {
  CHECK(standardPostcode("zz52ab ") == "ZZ5 2AB");
  CHECK(standardPostcode("ZZ5  2AB") == "ZZ5 2AB");
  CHECK(standardPostcode("Z Z52 AB") == "ZZ5 2AB");
  CHECK(standardPostcode("m11ae") == "M1 1AE");
  CHECK(standardPostcode("B338TH") == "B33 8TH");
  CHECK(standardPostcode("CR26XH") == "CR2 6XH");
  CHECK(standardPostcode("DN551PT") == "DN55 1PT");
  CHECK(standardPostcode("W1A 0AX") == "W1A 0AX");
  CHECK(standardPostcode("EC1A1BB") == "EC1A 1BB");
  CHECK(standardPostcode("GIR 0AA") == "GIR 0AA");
}

TEST_CASE("what has not the shape of a postcode is none") {
  for (const char* wrong : {"", "ZZ5", "ZZ5 2A", "ZZ5 2ABC", "ZZ5 AAB", "5ZZ 2AB", "ZZ 2AB", "ZZZ5 2AB", "ZZ555 2AB", "ZZ5-2AB", "ZZ5 2A8",
                            "GIR 1AA", "ZZ5 2Á", "2AB", "A2AB"}) {
    INFO(wrong);
    CHECK_FALSE(standardPostcode(wrong).has_value());
  }
}

TEST_CASE("the standard form stays as it is") {
  holdsFor(10000, "postcodes", [] {
    const Place place = *anyPlace();
    if (place.postcode.empty()) return;
    RC_ASSERT(standardPostcode(place.postcode) == place.postcode);
    RC_ASSERT(place.postcode.starts_with(outcode(place.postcode) + " "));
  });
}

TEST_CASE("the outward part stands for the district") {
  CHECK(outcode("ZZ5 2AB") == "ZZ5");
  CHECK(outcode("zz52ab") == "ZZ5");
  CHECK(outcode("ZZ5") == "ZZ5");
  CHECK(outcode(" zz5 ") == "ZZ5");
  CHECK(standardDistrict(" zz5 ") == "ZZ5");
  CHECK(standardDistrict("sw1a") == "SW1A");
  for (const char* wrong : {"", "ZZ", "ZZ5 2AB", "ZZ5 2", "ZZ555", "the moor"}) {
    INFO(wrong);
    CHECK_FALSE(standardDistrict(wrong));
  }
  CHECK(outcode("").empty());
}

}  // namespace
}  // namespace homeward::tests
