# The language comes from --lang, else from the environment; help texts follow it too.
. tests/cli/expect.bash
LC_ALL=zh_CN.UTF-8 sudui --help >"$scratch/zh"
has 速兑 "$scratch/zh"
LC_ALL=C sudui --help >"$scratch/en"
has "Usage" "$scratch/en"
LC_ALL=C sudui match --help --lang zh >"$scratch/zh"
has "示例" "$scratch/zh"
LC_ALL=zh_CN.UTF-8 sudui list "${demo[@]}" "${day[@]}" --lang=en >"$scratch/en"
has "R&D reward" "$scratch/en"
LC_ALL='' LANG=zh_CN.UTF-8 sudui list "${demo[@]}" "${day[@]}" >"$scratch/zh"
has "研发奖励" "$scratch/zh"
