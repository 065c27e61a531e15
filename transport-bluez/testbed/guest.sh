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
while :; do # as a service manager does
  /usr/libexec/bluetooth/bluetoothd -n -f /out/main.conf
  sleep 0.5
done >/out/bluetoothd.log 2>&1 &
for adapter in hci0 hci1; do await adapter_is_on $adapter; done
echo "guest: stack up after $(since_boot) s"

timeout "$(cat /out/seconds)" "$(cat /out/java)" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -ea -Dlintel.testbed=true $(cat /out/agent) -cp "$(cat /out/classpath)" \
  io.lintel.transport.bluez.TestBed $(cat /out/cases) 2>/out/stderr.log
echo $? >/out/exit
echo "guest: ended after $(since_boot) s"
