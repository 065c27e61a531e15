# What the test bed needs, sourced by `run`: packages, compiled classes, a kernel and an initramfs.
# Kernel and initramfs are made once per kernel version and kept in $cache.
packages="qemu-system-x86 bluez bluez-test-tools dbus busybox-static kmod cpio"
# drbg and the hashes go first: `bluetooth` asks the crypto API for them while it loads.
modules="sha256_generic sha512_generic hmac ctr drbg virtio_pci virtio_mmio 9p 9pnet_virtio overlay hci_vhci bluetooth uhid
ccm cmac ecb algif_hash algif_skcipher af_packet unix"

leave_out() { # with reason $1: a person's machine may lack things, a build server may not
  echo "test bed: LEFT OUT, since $1" >&2
  if [ "${CI:-}" = true ]; then exit 1; fi
  exit 0
}

find_packages() {
  local missing=""
  for package in $packages; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  [ "${CI:-}" = true ] || leave_out "these packages are missing: apt-get install$missing"
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
}

find_classes() { # sets java and classpath
  java=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}/bin/java
  local list=$root/transport-bluez/target/testbed.classpath
  classpath=${LINTEL_TESTBED_CLASSPATH:-}
  [ -z "$classpath" ] || return 0
  [ -s "$list" ] || leave_out "nothing is compiled: \`make testbed\` compiles and runs it"
  classpath=$root/transport-bluez/target/test-classes:$root/transport-bluez/target/classes:$(cat "$list")
}

prepare_guest() { # sets guest, the directory with vmlinuz and initrd.gz
  local image
  image=$(apt-cache depends linux-image-amd64 2>/dev/null | sed -n 's/^ *Depends: \(linux-image-[0-9].*\)/\1/p' | head -n 1)
  [ -n "$image" ] || leave_out "apt knows no kernel package (linux-image-amd64): apt-get update"
  guest=$cache/$image
  if [ ! -d "$guest" ]; then
    rm -rf "$guest.new"
    mkdir -p "$guest.new"
    (cd "$guest.new" && apt-get download -q "$image" && dpkg-deb -x "$image"_*.deb unpacked) >&2 ||
      leave_out "the kernel $image could not be had"
    collect_modules "$guest.new"
    mv "$guest.new/unpacked"/boot/vmlinuz-* "$guest.new/vmlinuz"
    rm -rf "$guest.new/unpacked" "$guest.new"/*.deb
    mv "$guest.new" "$guest"
  fi
  install -m 755 "$here/init" "$guest/initramfs/init"
  (cd "$guest/initramfs" && find . | cpio -o -H newc --quiet | gzip -1) >"$guest/initrd.gz"
}

collect_modules() { # in directory $1, with the kernel unpacked
  local version tree=$1/initramfs program module path
  version=$(ls "$1/unpacked/lib/modules")
  depmod -b "$1/unpacked" "$version"
  mkdir -p "$tree"/{bin,lib/modules,proc,sys,dev,host,root}
  cp /bin/busybox "$tree/bin/"
  for program in sh mount mkdir insmod cat echo chroot poweroff; do ln -s busybox "$tree/bin/$program"; done
  for module in $modules; do
    modprobe -d "$1/unpacked" -S "$version" --show-depends "$module" 2>/dev/null | sed -n 's/^insmod \([^ ]*\).*/\1/p'
  done | awk '!seen[$0]++' | while read -r path; do
    cp "$path" "$tree/lib/modules/"
    basename "$path"
  done >"$tree/modules.list"
}
