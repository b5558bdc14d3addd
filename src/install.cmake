# Installs the library with its package files for CMake and pkg-config, the command, the rules.
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/sudui)

# Components are Debian packages: runtime, development, command (packaging/packages.cmake).
install(TARGETS sudui EXPORT suduiTargets
  LIBRARY COMPONENT runtime NAMELINK_COMPONENT development
  ARCHIVE COMPONENT development
  FILE_SET HEADERS COMPONENT development)
install(EXPORT suduiTargets NAMESPACE sudui:: DESTINATION ${package_dir} COMPONENT development)
configure_package_config_file(
  ${CMAKE_CURRENT_LIST_DIR}/sudui-config.cmake.in ${PROJECT_BINARY_DIR}/sudui-config.cmake
  INSTALL_DESTINATION ${package_dir} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/sudui-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/sudui-config.cmake
  ${PROJECT_BINARY_DIR}/sudui-config-version.cmake DESTINATION ${package_dir}
  COMPONENT development)

# A static library hands the packages it uses inside on to whoever links it.
if(NOT BUILD_SHARED_LIBS)
  set(pc_requires "fmt libpcre2-8 simdjson yaml-cpp")
  set(pc_libs "-lboost_json")
endif()
file(RELATIVE_PATH pc_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(${CMAKE_CURRENT_LIST_DIR}/sudui.pc.in ${PROJECT_BINARY_DIR}/sudui.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/sudui.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
  COMPONENT development)

if(TARGET sudui_cli)
  install(TARGETS sudui_cli COMPONENT command)
  set(completion ${PROJECT_SOURCE_DIR}/src/cli/completion)
  install(FILES ${completion}/sudui.bash RENAME sudui
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT command OPTIONAL)
  install(FILES ${completion}/_sudui
    DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions COMPONENT command OPTIONAL)
  install(FILES ${completion}/sudui.fish
    DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT command OPTIONAL)
  foreach(lang en zh)
    set(page ${PROJECT_BINARY_DIR}/man/${lang}/sudui.1)
    set(writer ${CMAKE_CURRENT_LIST_DIR}/packaging/man_page.sh)
    file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/man/${lang})
    add_custom_command(OUTPUT ${page} VERBATIM DEPENDS sudui_cli ${writer}
      COMMAND sh -c "sh \"$@\" >\"$0\"" ${page} ${writer} $<TARGET_FILE:sudui_cli> ${lang}
        ${PROJECT_VERSION})
    list(APPEND man_pages ${page})
  endforeach()
  add_custom_target(sudui_man ALL DEPENDS ${man_pages})
  install(FILES ${PROJECT_BINARY_DIR}/man/en/sudui.1
    DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT command OPTIONAL)
  install(FILES ${PROJECT_BINARY_DIR}/man/zh/sudui.1
    DESTINATION ${CMAKE_INSTALL_MANDIR}/zh_CN/man1 COMPONENT command OPTIONAL)
endif()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/rules DESTINATION ${CMAKE_INSTALL_DATADIR}/sudui
  COMPONENT command FILES_MATCHING PATTERN "*.yaml")

if(PROJECT_IS_TOP_LEVEL AND BUILD_SHARED_LIBS)
  include(${CMAKE_CURRENT_LIST_DIR}/packaging/packages.cmake)
endif()
