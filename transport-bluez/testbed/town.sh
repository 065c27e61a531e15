# What the cases of the commands start with (CommandBed), made on the host by the commands themselves, where each takes a second: a
# reader, a credential on a phone, and the reader's configuration from when that credential had been revoked. Sourced by `run`.
told() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }

prepare_town() { # in $out/town
  local town=$out/town address link pid
  lintel() { "$root/lintel" --json "$@"; }
  "$root/lintel" help >/dev/null # builds first, where that is needed
  mkdir -p "$town"
  pushd "$town" >/dev/null
  # The guest's processor is emulated: a phone may take as long to answer as an opener lives.
  "$root/lintel" profile show lintel | sed 's/"maxAnswerTime" : "[^"]*"/"maxAnswerTime" : "PT5S"/' >profile.json
  lintel site create --name Town --profile profile.json >said
  lintel person add Ada >said
  lintel reader enroll --name Door --dir door --transport ble >said
  coproc manager { lintel manager run --stop-at-end-of-input --listen 127.0.0.1:0; }
  pid=$manager_PID
  read -r address <&"${manager[0]}"
  address=$(told address <<<"$address")
  link=$(lintel credential issue --manager "$address" | told link)
  lintel wallet activate "$link" --wallet phone >said
  eval "exec ${manager[1]}>&-"
  wait "$pid"
  cp -r door revoked
  lintel credential revoke 1 >said
  lintel reader update --dir revoked >said
  popd >/dev/null
  printf '%s\n' "$root/lintel" >"$out/lintel"
}
