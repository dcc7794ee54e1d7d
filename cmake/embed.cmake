# Writes OUT: a C++ file with the bytes of IN behind homeward::embedded::SYMBOL().
file(READ ${IN} hex HEX)
string(LENGTH "${hex}" length)
math(EXPR size "${length} / 2")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
string(REGEX REPLACE "(................................................................................)" "\\1\n" bytes "${bytes}")
file(WRITE ${OUT} "#include <string_view>\nnamespace homeward::embedded {\nstd::string_view ${SYMBOL}();\nstd::string_view ${SYMBOL}() {\n  static constexpr unsigned char bytes[] = {${bytes}0};\n  return {reinterpret_cast<const char*>(bytes), ${size}};\n}\n}\n")
