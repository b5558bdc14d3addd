#pragma once

/// Marks what the shared library exports; everything else stays hidden.
#if defined(SUDUI_STATIC)
#define SUDUI_API
#else
#define SUDUI_API __attribute__((visibility("default")))
#endif
