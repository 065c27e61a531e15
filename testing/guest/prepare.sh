# What tests in a virtual machine need, sourced by their scripts: packages, compiled classes, and Debian's stock kernel in QEMU
# with the host's root read-only and a directory for results. Kernel and initramfs are made once per kernel version and list of
# modules, and kept in $cache.
#
# The script sets, before it calls anything: bed, its name in messages; module, the Maven module whose tests it runs; packages,
# what it needs of apt beyond QEMU; hint, the command that compiles and runs it; here, the directory with guest.sh, which the guest
# runs; out, the directory for results, /out in the guest.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
cache=${LINTEL_TESTBED_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/lintel-testbed}
packages="qemu-system-x86 busybox-static kmod cpio ${packages:-}"
# drbg and the hashes go first: `bluetooth` asks the crypto API for them while it loads.
modules="sha256_generic sha512_generic hmac ctr drbg virtio_pci virtio_mmio 9p 9pnet_virtio overlay hci_vhci bluetooth uhid
ccm cmac ecb algif_hash algif_skcipher af_packet unix crc32c_generic virtio_blk virtio_console ext4"

leave_out() { # with reason $1: a person's machine may lack things, a build server may not
  echo "$bed: LEFT OUT, since $1" >&2
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
  local list=$root/$module/target/testbed.classpath
  classpath=${LINTEL_TESTBED_CLASSPATH:-}
  [ -z "$classpath" ] || return 0
  [ -s "$list" ] || leave_out "nothing is compiled: \`$hint\` compiles and runs it"
  classpath=$root/$module/target/test-classes:$root/$module/target/classes:$(cat "$list")
}

prepare_results() { # makes $out anew
  rm -rf "$out"
  mkdir -p "$out"
  cp "$here/guest.sh" "$out/"
  printf '%s\n' "$classpath" >"$out/classpath"
  printf '%s\n' "$java" >"$out/java"
}

newest_kernel() { # the name of its package, which changes
  apt-cache depends linux-image-amd64 2>/dev/null | sed -n 's/^ *Depends: \(linux-image-[0-9].*\)/\1/p' | head -n 1
}

prepare_guest() { # sets machine, the command that starts one: what is its own (a console, say) goes after it
  local image guest
  image=$(newest_kernel)
  if [ -z "$image" ] && [ "${CI:-}" = true ]; then
    apt-get update -q
    image=$(newest_kernel)
  fi
  [ -n "$image" ] || leave_out "apt knows no kernel package (linux-image-amd64): apt-get update"
  guest=$cache/$image-$(printf '%s' "$modules" | cksum | cut -d' ' -f1)
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
  install -m 755 "$root/testing/guest/init" "$guest/initramfs/init"
  (cd "$guest/initramfs" && find . | cpio -o -H newc --quiet | gzip -1) >"$guest/initrd.gz"
  # TCG and not KVM: a stock kernel does not come up under every nested KVM, and every machine has TCG.
  machine=(qemu-system-x86_64 -M q35 -accel tcg,thread=multi,tb-size=512 -cpu max -smp "${LINTEL_TESTBED_CPUS:-2}" -m 2048
    -nodefaults -no-user-config -display none -no-reboot -kernel "$guest/vmlinuz" -initrd "$guest/initrd.gz"
    -append "console=ttyS0 quiet panic=-1 oops=panic mitigations=off random.trust_cpu=on"
    -virtfs local,path=/,mount_tag=host,security_model=none,readonly=on,multidevs=remap
    -virtfs "local,path=$out,mount_tag=out,security_model=none")
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
