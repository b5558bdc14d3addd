# 64-bit Arm from another machine, on Debian; tests run under qemu. `tests/run.sh --arm64` does it all.
#
# By hand: g++-aarch64-linux-gnu and qemu-user-static, then .ci/arm64-root.sh build/arm64-root, which
# unpacks the libraries. SUDUI_ARM64_ROOT of the environment puts that folder elsewhere: CMake reads this
# file for its test compilations, too, which know no cache variables.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_C_COMPILER aarch64-linux-gnu-gcc)
set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)
set(CMAKE_LIBRARY_ARCHITECTURE aarch64-linux-gnu)

set(CMAKE_SYSROOT "${CMAKE_CURRENT_LIST_DIR}/../build/arm64-root")
if(DEFINED ENV{SUDUI_ARM64_ROOT})
  set(CMAKE_SYSROOT "$ENV{SUDUI_ARM64_ROOT}")
endif()
cmake_path(ABSOLUTE_PATH CMAKE_SYSROOT NORMALIZE)
# Programs are this machine's; all else is the other's.
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(CMAKE_CROSSCOMPILING_EMULATOR "qemu-aarch64-static;-L;${CMAKE_SYSROOT}")
