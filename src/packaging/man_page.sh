#!/bin/sh
# Writes sudui(1) from the help of the command itself, so that the page cannot fall behind.
# usage: man_page.sh SUDUI LANGUAGE(zh|en) VERSION
set -eu
program=$1 lang=$2 version=$3
commands=$("$program" --help --lang en | sed -n '/^Commands/,/^[A-Z]*$/p' | sed -n 's/^  \([a-z][a-z-]*\) .*/\1/p')

# say ZH EN
say() { if [ "$lang" = zh ]; then printf '%s\n' "$1"; else printf '%s\n' "$2"; fi; }
# Text as it stands: backslashes, and dots and quotes at the front of a line, mean something to roff.
verbatim() {
  echo '.nf'
  sed -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/^\\([.']\\)/\\\\\\&\\1/"
  echo '.fi'
}

printf '.TH SUDUI 1 "" "sudui %s" "%s"\n' "$version" "$(say 用户命令 'User Commands')"
printf '.SH %s\n' "$(say 名称 NAME)"
say 'sudui \- 企业可享受哪些政策、金额多少、为什么' 'sudui \- which public benefits a company gets, how much, and why'
printf '.SH %s\n' "$(say 概要 SYNOPSIS)"
printf '.B sudui\n%s\n' "$(say '命令 [选项] [参数]' '\fICOMMAND\fR [\fIOPTIONS\fR] [\fIARGUMENTS\fR]')"
printf '.SH %s\n' "$(say 说明 DESCRIPTION)"
"$program" --help --lang "$lang" | verbatim
for command in $commands; do
  printf '.SH "sudui %s"\n' "$command"
  "$program" "$command" --help --lang "$lang" | verbatim
done
printf '.SH %s\n' "$(say 环境变量 ENVIRONMENT)"
printf '.TP\n.B SUDUI_RULES\n%s\n' "$(say '规则文件夹，未给 \-\-rules 时使用' 'folder of rules where \-\-rules is not given')"
printf '.TP\n.B LC_ALL, LANG\n%s\n' "$(say 语言，未给\ \\-\\-lang\ 时使用 'the language where \-\-lang is not given')"
printf '.TP\n.B SUDUI_KERNELS\n%s\n' "$(say '内层循环：avx512、avx2、neon、portable，结果相同' 'inner loops: avx512, avx2, neon, portable; their answers are the same')"
printf '.TP\n.B NO_COLOR\n%s\n' "$(say 不使用颜色 'no colours')"
printf '.SH %s\n' "$(say 文件 FILES)"
printf '.TP\n.I /usr/share/sudui/rules\n%s\n' "$(say 随附的规则 'the rules that come with sudui')"
printf '.SH %s\n' "$(say 退出状态 'EXIT STATUS')"
say '0 完成，1 有发现（错误、差异、退回的行），2 用法错误，3 无法读写。' \
  '0 done, 1 findings (errors, differences, rejects), 2 usage, 3 cannot read or write.'
