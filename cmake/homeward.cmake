# How a room of the house is built: one static library per folder, linking only what it may see.

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(homeward_flags INTERFACE)
target_compile_options(homeward_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
# Two warnings of GCC's optimiser are wrong about std::string and std::variant (GCC bugs 105651, 105562); clang-tidy watches both faults.
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  target_compile_options(homeward_flags INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
target_compile_definitions(homeward_flags INTERFACE $<$<CONFIG:RelWithDebInfo>:_FORTIFY_SOURCE=2>)
if(HOMEWARD_SANITIZE)
  target_compile_options(homeward_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(homeward_flags INTERFACE -fsanitize=address,undefined)
endif()

if(HOMEWARD_FUZZ)  # coverage for libFuzzer in every room, its own main only in the fuzz programs
  target_compile_options(homeward_flags INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(homeward_flags INTERFACE -fsanitize=address,undefined)
endif()

# homeward_room(NAME [SEES room...] [USES library...])
# SEES are the rooms whose values appear in this room's headers; USES are third-party libraries that only this room speaks to.
function(homeward_room NAME)
  cmake_parse_arguments(ROOM "" "" "SEES;USES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${NAME}/*.cpp)
  set(target homeward_${NAME})
  if(NOT sources)  # a room that has only headers
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE ${CMAKE_SOURCE_DIR}/src)
    foreach(room ${ROOM_SEES})
      target_link_libraries(${target} INTERFACE homeward_${room})
    endforeach()
    return()
  endif()
  add_library(${target} STATIC ${sources})
  set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  foreach(room ${ROOM_SEES})
    target_link_libraries(${target} PUBLIC homeward_${room})
  endforeach()
  target_link_libraries(${target} PRIVATE homeward_flags ${ROOM_USES})
endfunction()

# homeward_embed(TARGET SYMBOL FILE): the bytes of a resource file as `std::string_view homeward::embedded::SYMBOL()`.
function(homeward_embed TARGET SYMBOL FILE)
  get_target_property(type ${TARGET} TYPE)
  if(type STREQUAL "INTERFACE_LIBRARY")
    return()
  endif()
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded_${SYMBOL}.cpp)
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DIN=${FILE} -DOUT=${out} -DSYMBOL=${SYMBOL} -P ${CMAKE_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${FILE} ${CMAKE_SOURCE_DIR}/cmake/embed.cmake VERBATIM)
  target_sources(${TARGET} PRIVATE ${out})
endfunction()
