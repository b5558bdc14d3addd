# Debian packages by `cpack`: libsudui1 (the shared library), libsudui-dev (headers, package files for
# CMake and pkg-config), sudui (the command, its completions and man pages, the rules). They are made
# of a build with shared libraries; needs dpkg-shlibdeps of dpkg-dev.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME sudui)
set(CPACK_PACKAGE_VENDOR sudui)
set(CPACK_PACKAGE_CONTACT "sudui <sudui@localhost>")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL runtime development command)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME libsudui1)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_LIST_DIR}/triggers)
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION "rule engine for public policy: the shared library
 sudui turns public policy written as rules into what a company gets, how much to the
 fen, why, why not, and what is still missing.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libsudui-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "libsudui1 (= ${PROJECT_VERSION})")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "rule engine for public policy: headers for C++20 and C99
 Headers, and package files for CMake and pkg-config.")

set(CPACK_DEBIAN_COMMAND_PACKAGE_NAME sudui)
set(CPACK_DEBIAN_COMMAND_PACKAGE_SECTION utils)
set(CPACK_COMPONENT_COMMAND_DESCRIPTION "which public benefits a company gets, how much, and why
 The command line of sudui with the rules of 109 policies of Changzhou, Jiangsu and
 the state: decisions for one company or for millions, with reasons and sources.")

foreach(pair runtime:libsudui1 development:libsudui-dev command:sudui)
  string(REPLACE ":" ";" pair ${pair})
  list(GET pair 0 component)
  list(GET pair 1 package)
  install(FILES ${PROJECT_SOURCE_DIR}/LICENSE RENAME copyright
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} COMPONENT ${component})
endforeach()
include(CPack)
