# Runs in the guest: a manager on a disk of the guest's own, until the power is cut. What it says goes through a port that the host
# reads at once, past the disk; /out is the host's directory, with what it has heard before.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/tmp
port=$(echo /dev/vport*p1)
ip link set lo up 2>/dev/null || true
hostname power
if [ ! -e /out/heard ]; then
  # Its first life, or nothing comes through /out: then a full disk must not be made empty, and the host must not hear of a good start.
  cmp -s -n 1048576 /dev/vda /dev/zero || exit 1
  mkfs.ext4 -q /dev/vda
fi
mkdir -p /disk
mount -t ext4 /dev/vda /disk || echo "lost: the file system cannot be mounted" >"$port"
"$(cat /out/java)" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$(cat /out/classpath)" \
  io.lintel.store.sql.CutManager /disk/site.db /out/heard "$(cat /out/flushing)" >"$port" 2>>/out/stderr.log
