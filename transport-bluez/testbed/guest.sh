# Runs in the guest: D-Bus, two virtual controllers, bluetoothd, then the cases. /out is the host's directory for results.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/tmp
since_boot() { cut -d' ' -f1 /proc/uptime; }
await() { # up to 20 s until "$@" succeeds
  local n
  for n in $(seq 200); do "$@" >/dev/null 2>&1 && return; sleep 0.1; done
  echo "guest: $* never came true"
  echo 2 >/out/exit
  exit 2
}
adapter_is_on() {
  dbus-send --system --print-reply --reply-timeout=2000 --dest=org.bluez "/org/bluez/$1" \
    org.freedesktop.DBus.Properties.Get string:org.bluez.Adapter1 string:Powered | grep -q 'boolean true'
}

ip link set lo up 2>/dev/null || true
hostname testbed
mkdir -p /run/dbus
dbus-daemon --system --fork --nopidfile
await test -S /run/dbus/system_bus_socket
btvirt -L -l2 >/out/btvirt.log 2>&1 &
await test -e /sys/class/bluetooth/hci1
: >/out/bluetoothd.ends  # a line for each time that it ended, whyever
: >/out/bluetoothd.kills # a line for each time that a case killed it (OutageBed)
while :; do # as a service manager does
  /usr/libexec/bluetooth/bluetoothd -n -f /out/main.conf
  echo "status $? after $(since_boot) s" >>/out/bluetoothd.ends
  sleep 0.5
done >/out/bluetoothd.log 2>&1 &
for adapter in hci0 hci1; do await adapter_is_on $adapter; done
echo "guest: stack up after $(since_boot) s"

timeout "$(cat /out/seconds)" "$(cat /out/java)" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -ea -Dlintel.testbed=true $(cat /out/agent) -cp "$(cat /out/classpath)" \
  io.lintel.transport.bluez.TestBed $(cat /out/cases) 2>/out/stderr.log
code=$?
ends=$(wc -l </out/bluetoothd.ends) kills=$(wc -l </out/bluetoothd.kills)
if [ "$ends" != "$kills" ]; then # restarted, it would pass for one that never crashed
  echo "guest: FAILED, bluetoothd ended $ends times, and the cases killed it $kills times"
  cat /out/bluetoothd.ends
  [ $code != 0 ] || code=1
fi
echo $code >/out/exit
echo "guest: ended after $(since_boot) s"
