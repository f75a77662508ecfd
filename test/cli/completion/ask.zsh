# Completes calls in a zsh of its own, at a terminal of its own: <script> <program> <line>...
zmodload zsh/zpty
zpty shell zsh -f -i
type_in() { zpty -w shell "$1" }
type_in 'PS1=; stty -echo; setopt no_beep; unset zle_bracketed_paste'
type_in "$2"
# A file of that name is found by itself where its folder is one of `fpath`.
[[ ${1:t} == _mplus-codegen ]] && type_in "fpath=(${(q)1:h} \$fpath)"
type_in 'autoload -Uz compinit; compinit -u -D'
[[ ${1:t} == _mplus-codegen ]] || type_in "source ${(q)1}"
type_in 'zle -C all-matches complete-word _generic; bindkey "^Xa" all-matches'
type_in 'zstyle ":completion:all-matches::::" completer _all_matches _complete; zstyle ":completion:all-matches:*" insert true'
type_in 'printf "\004"'
zpty -r -m shell printed $'*\004*'
for line in "${@:3}"; do
  type_in "mplus-codegen $line"$'\x18a'
  zpty -r -m shell printed $'*\003*'
  # What is typed is shown, too, before what is printed.
  print -rn -- $'\001'"${${printed##*$'\001'}%%$'\003'*}"$'\003'
done
