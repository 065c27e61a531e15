package io.lintel.transport.bluez;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.ptr.IntByReference;
import org.jspecify.annotations.Nullable;

/** What {@link L2capSocket} needs of the C library: the JDK has no Bluetooth sockets. Each call throws its errno. */
interface LibC extends Library {
    LibC INSTANCE = Native.load("c", LibC.class);

    int AF_BLUETOOTH = 31;
    int SOCK_SEQPACKET = 5;
    int SOCK_NONBLOCK = 0x800;
    int SOCK_CLOEXEC = 0x80000;
    int BTPROTO_L2CAP = 0;
    int SOL_SOCKET = 1;
    int SO_SNDTIMEO = 21;
    int SOL_BLUETOOTH = 274;
    int BT_SNDMTU = 12;
    int BT_RCVMTU = 13;
    int MSG_DONTWAIT = 0x40;
    int MSG_NOSIGNAL = 0x4000;
    short POLLIN = 1;
    short POLLOUT = 4;
    int EINTR = 4;
    int EAGAIN = 11;
    int ENOMEM = 12;
    int ENFILE = 23;
    int EMFILE = 24;
    int EADDRINUSE = 98;
    int ECONNABORTED = 103;
    int ENOBUFS = 105;

    int socket(int domain, int type, int protocol) throws LastErrorException;

    int bind(int socket, byte[] address, int octets) throws LastErrorException;

    int connect(int socket, byte[] address, int octets) throws LastErrorException;

    int listen(int socket, int backlog) throws LastErrorException;

    int accept(int socket, byte @Nullable [] address, @Nullable IntByReference octets) throws LastErrorException;

    NativeLong send(int socket, byte[] packet, NativeLong octets, int flags) throws LastErrorException;

    NativeLong recv(int socket, byte[] packet, NativeLong octets, int flags) throws LastErrorException;

    int poll(byte[] sockets, NativeLong count, int timeoutMillis) throws LastErrorException;

    int setsockopt(int socket, int level, int option, byte[] value, int octets) throws LastErrorException;

    int getsockopt(int socket, int level, int option, byte[] value, IntByReference octets) throws LastErrorException;

    int close(int socket) throws LastErrorException;
}
