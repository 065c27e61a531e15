# Runs in the guest: a manager on a disk of the guest's own, until the power is cut. What it says goes through a port that the host
# reads at once, past the disk; /out is the host's directory, with what it has heard before.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/tmp
port=$(echo /dev/vport*p1)
ip link set lo up 2>/dev/null || true
hostname power
[ -e /out/heard ] || mkfs.ext4 -q /dev/vda
mkdir -p /disk
mount -t ext4 /dev/vda /disk || echo "lost: the file system cannot be mounted" >"$port"
"$(cat /out/java)" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$(cat /out/classpath)" \
  io.lintel.store.sql.CutManager /disk/site.db /out/heard "$(cat /out/flushing)" >"$port" 2>>/out/stderr.log
