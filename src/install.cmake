# Installs the library with its package files for CMake and pkg-config, the command, the rules.
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/sudui)

install(TARGETS sudui EXPORT suduiTargets FILE_SET HEADERS)
install(EXPORT suduiTargets NAMESPACE sudui:: DESTINATION ${package_dir})
configure_package_config_file(
  ${CMAKE_CURRENT_LIST_DIR}/sudui-config.cmake.in ${PROJECT_BINARY_DIR}/sudui-config.cmake
  INSTALL_DESTINATION ${package_dir} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/sudui-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/sudui-config.cmake
  ${PROJECT_BINARY_DIR}/sudui-config-version.cmake DESTINATION ${package_dir})

# A static library hands the packages it uses inside on to whoever links it.
if(NOT BUILD_SHARED_LIBS)
  set(pc_requires "fmt libpcre2-8 simdjson yaml-cpp")
  set(pc_libs "-lboost_json")
endif()
file(RELATIVE_PATH pc_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(${CMAKE_CURRENT_LIST_DIR}/sudui.pc.in ${PROJECT_BINARY_DIR}/sudui.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/sudui.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

if(TARGET sudui_cli)
  install(TARGETS sudui_cli)
  set(completion ${PROJECT_SOURCE_DIR}/src/cli/completion)
  install(FILES ${completion}/sudui.bash RENAME sudui
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions OPTIONAL)
  install(FILES ${completion}/_sudui
    DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions OPTIONAL)
  install(FILES ${completion}/sudui.fish
    DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d OPTIONAL)
endif()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/rules DESTINATION ${CMAKE_INSTALL_DATADIR}/sudui
  FILES_MATCHING PATTERN "*.yaml")
