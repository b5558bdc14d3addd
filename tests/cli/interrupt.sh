# Ctrl-C and a request to end: complete parts stay, the way on is told, the status is that of the signal.
. tests/cli/expect.bash
mkfifo "$scratch/pipe"
rows() { for i in $(seq "$1"); do echo "{\"company_name\": \"c$i\", \"staff\": 5}"; done; }
rows 2000 >"$scratch/all.ndjson"
# stop SIGNAL STATUS ARGUMENTS...: ends a run whose input has given 60000 bytes and then waits.
stop() {
  local signal="$1" wanted="$2" got=0
  shift 2
  "$program" match - "${demo[@]}" "${day[@]}" --threads 2 --lang en "$@" <"$scratch/pipe" >"$scratch/out" 2>"$scratch/err" &
  local run=$!
  exec 9>"$scratch/pipe"
  cat "$scratch/all.ndjson" >&9
  sleep 0.3
  kill "-$signal" $run
  wait $run || got=$?
  exec 9>&-
  [[ $got -eq $wanted ]] || { cat "$scratch/err" >&2; fail "status $got, not $wanted"; }
}
# The part of a block that has not been filled is not decided; what was is written.
stop INT 130 --out-dir "$scratch/parts" --part-rows 100
has "run it again with --resume to go on" "$scratch/err"
compgen -G "$scratch/parts/*.partial" && fail "something is left over"
status 0 sudui match - "${demo[@]}" "${day[@]}" --out-dir "$scratch/parts" --part-rows 100 --resume --lang en <"$scratch/all.ndjson"
cat "$scratch/parts"/part-* | cmp - <(sudui match - "${demo[@]}" "${day[@]}" --format ndjson <"$scratch/all.ndjson" 2>/dev/null)
stop TERM 143 --format ndjson
has "the rows behind are not decided" "$scratch/err"
stop INT 130 --out "$scratch/file"
has "what was done is in \`$scratch/file.partial\`" "$scratch/err"
[[ ! -e $scratch/file ]] || fail "the file is there"
