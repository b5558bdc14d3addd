# Completion of `sudui` for bash. Kept in step with the help by a test.
_sudui() {
  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD - 1]}"
  local command="" i
  for ((i = 1; i < COMP_CWORD; i++)); do
    if [[ ${COMP_WORDS[i]} != -* ]]; then
      command="${COMP_WORDS[i]}"
      break
    fi
  done
  local words=""
  case "$before" in
    --lang) words="zh en" ;;
    --input-format) [[ $command == @(explain|clinic|reach|report) ]] && words="json yaml" || words="json yaml ndjson csv" ;;
    --format)
      words="text json"
      [[ $command == match ]] && words="text json ndjson csv"
      [[ $command == @(diff|list) ]] && words="text json csv"
      ;;
    --encoding) words="utf-8 gb18030" ;;
    --only) words="all possible eligible" ;;
    --level) words="national province city district" ;;
    --redemption) words="direct confirm apply self" ;;
    --rules | --parameters | --rejects | --map | --out | --out-dir | --stats | --with | --log | --store | --profiles)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -- "$word")
      return
      ;;
  esac
  if [[ -z $words ]]; then
    case "$command" in
      match) words="--as-of --year --policy --parameters --rules --format --only --input-format --encoding --map --out --out-dir --part-rows --resume --rejects --stats --threads --lang --help" ;;
      explain) words="--as-of --year --parameters --rules --format --input-format --lang --help" ;;
      check) words="--plan --as-of --year --policy --rules --format --lang --help" ;;
      clinic) words="--policy --as-of --year --parameters --rules --format --input-format --lang --help" ;;
      reach) words="--policy --field --past-years --as-of --year --parameters --rules --format --input-format --lang --help" ;;
      test) words="--policy --rules --format --uncovered --boundaries --all --lang --help" ;;
      list) words="--as-of --year --policy --level --redemption --all --readiness --rules --format --lang --help" ;;
      show) words="--rules --format --lang --help" ;;
      report) words="--as-of --year --policy --parameters --rules --input-format --lang --help" ;;
      docs) words="--out --as-of --year --policy --rules --lang --help" ;;
      diff) words="--as-of --as-of-old --as-of-new --year --policy --parameters --by --input-format --encoding --map --format --rejects --threads --lang --help" ;;
      bench) words="--as-of --year --policy --parameters --rules --input-format --encoding --map --rounds --sample --format --lang --help" ;;
      record) words="--as-of --year --policy --parameters --rules --input-format --log --store --mask-from --lang --help" ;;
      replay) words="--profiles --policy --parameters --rules --lang --help" ;;
      feel) words="--with --rules --as-of --year --explain --standard --lang --help" ;;
      schema) words="profile rules --rules --lang --help" ;;
      *) words="match explain clinic reach check test list show report docs diff feel bench record replay schema --lang --help --version" ;;
    esac
  fi
  if [[ $word != -* && $command == @(explain|show) && $((COMP_CWORD - i)) -eq 1 ]]; then
    words="$(sudui list --all --format json 2>/dev/null | grep -o '"policy":"[^"]*"' | cut -d'"' -f4)"
  fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
  if [[ $word != -* && $command == @(match|explain|check|test|diff|bench|record|replay) ]]; then
    compopt -o filenames 2>/dev/null
    mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -F _sudui sudui
