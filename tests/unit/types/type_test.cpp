// Units as products, and the one type that two can share.
#include "types/type.hpp"

#include "catch.hpp"

using namespace sudui::types;

namespace {
const unit yuan = unit::base("元");
const unit person = unit::base("人");
}  // namespace

TEST_CASE("units multiply and divide, and a ratio has none", "[types][type]") {
  CHECK(yuan.over(person).to_string() == "元/人");
  CHECK(yuan.over(yuan).is_one());
  CHECK(yuan.over(person).times(person) == yuan);
  CHECK(yuan.times(yuan).to_string() == "元^2");
  CHECK(unit::one().over(yuan).to_string() == "1/元");
  CHECK(unit::one().to_string().empty());
}

TEST_CASE("a literal's unit gives way, also where it is divided", "[types][type]") {
  CHECK(unit::free().times(yuan) == yuan);
  CHECK(yuan.times(unit::free()) == yuan);
  CHECK(yuan.over(unit::free()) == yuan);
  CHECK(unit::free().over(yuan).is_free());
  CHECK(unit::one().over(unit::free()).is_free());
  CHECK(unit::free().over(unit::free()).is_free());
}

TEST_CASE("a free unit fits every other, others fit themselves", "[types][type]") {
  CHECK(unit::free().fits(yuan));
  CHECK(yuan.fits(unit::free()));
  CHECK(yuan.fits(yuan));
  CHECK(!yuan.fits(person));
  CHECK(!yuan.fits(unit::one()));
}

TEST_CASE("two numbers share the unit that is not free", "[types][type]") {
  CHECK(common(number_in(unit::free()), number_in(yuan)).in == yuan);
  CHECK(common(number_in(yuan), number_in(unit::free())).in == yuan);
  CHECK(common(number_in(yuan), number_in(person)).is_error());
  CHECK(common(number_in(yuan), simple(type_kind::string)).is_error());
}

TEST_CASE("null fits everything", "[types][type]") {
  CHECK(common(simple(type_kind::null), simple(type_kind::date)).is(type_kind::date));
  CHECK(common(number_in(yuan), simple(type_kind::null)).in == yuan);
  CHECK(common(list_of(simple(type_kind::null)), list_of(simple(type_kind::date)))
            .item->is(type_kind::date));
}

TEST_CASE("lists and contexts share a type where their parts do", "[types][type]") {
  const auto record = [](const char* name, type of) {
    std::vector<member> members(1);
    members[0].name = name;
    members[0].of = std::move(of);
    return record_of(std::move(members));
  };
  const auto free = record("a", number_in(unit::free()));
  const auto paid = record("a", number_in(yuan));
  CHECK((*common(free, paid).members)[0].of.in == yuan);
  CHECK(common(paid, record("b", number_in(yuan))).is_error());
  CHECK(common(paid, record("a", simple(type_kind::date))).is_error());
  CHECK(common(paid, record_of({})).is_error());
  CHECK(common(list_of(free), list_of(paid)).is(type_kind::list));
  CHECK(common(list_of(paid), paid).is_error());
}

TEST_CASE("types are named for people", "[types][type]") {
  CHECK(number_in(yuan).to_string() == "number (元)");
  CHECK(number_in(unit::free()).to_string() == "number");
  CHECK(list_of(simple(type_kind::date)).to_string() == "list of date");
  CHECK(simple(type_kind::list).to_string() == "list");
  CHECK(record_of({}).to_string() == "context");
  CHECK(simple(type_kind::months).to_string() == "months duration");
}
