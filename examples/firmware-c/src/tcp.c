#define _POSIX_C_SOURCE 200809L
#include "tcp.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum {
    FIRST_MILLIS = 5000, SILENCE_MILLIS = 10000, TAKING_MILLIS = 5000, CLOSING_MILLIS = 1000, TURN_MILLIS = 1000,
    PER_ADDRESS = PLACES * 4 / 5, MESSAGES = 64
};

struct moment tcp_now(void) {
    struct timespec up;
    clock_gettime(CLOCK_MONOTONIC, &up);
    return (struct moment){(int64_t)up.tv_sec * 1000 + up.tv_nsec / 1000000, (uint32_t)time(NULL)};
}

bool tcp_listen(struct server *s, struct reader *r, const char *address, uint16_t port) {
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(port)};
    int yes = 1;
    memset(s, 0, sizeof *s);
    s->reader = r;
    s->listener = socket(AF_INET, SOCK_STREAM, 0);
    return s->listener > 0 && inet_pton(AF_INET, address, &at.sin_addr) == 1
        && setsockopt(s->listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0
        && bind(s->listener, (struct sockaddr *)&at, sizeof at) == 0 && listen(s->listener, PLACES) == 0
        && fcntl(s->listener, F_SETFL, O_NONBLOCK) == 0;
}

uint16_t tcp_port(const struct server *s) {
    struct sockaddr_in at;
    socklen_t size = sizeof at;
    return getsockname(s->listener, (struct sockaddr *)&at, &size) == 0 ? ntohs(at.sin_port) : 0;
}

static void leave(struct place *p) {
    tap_closed(&p->tap);
    close(p->socket);
    wipe(p, sizeof *p);
}

/* Says that nothing more comes, and waits a little for the peer to have read what was sent: a close with octets unread takes it away. */
static void finish(struct place *p, int64_t now) {
    tap_closed(&p->tap);
    shutdown(p->socket, SHUT_WR);
    p->closing = true;
    p->sending = now;
}

static void flush(struct place *p, int64_t now) {
    while (p->out_at < p->out_size) {
        ssize_t wrote = send(p->socket, p->out + p->out_at, (size_t)(p->out_size - p->out_at), MSG_NOSIGNAL);
        if (wrote < 0 && errno == EAGAIN) return;
        if (wrote <= 0) {
            leave(p);
            return;
        }
        p->out_at = (uint16_t)(p->out_at + wrote);
    }
    p->out_at = p->out_size = 0;
    if (p->tap.state == ENDED && !p->closing) finish(p, now);
}

/* Sends what a tap gave: one message or none. */
static void answer(struct place *p, size_t size, int64_t now) {
    if (size > 0) {
        put_big16(p->out, (uint32_t)size);
        p->out_size = (uint16_t)(FRAME + size);
        p->sending = now;
    }
    flush(p, now);
}

/* Hands over the whole messages that have come; one that waits to be sent comes first. */
static void handle(struct place *p, struct moment now) {
    while (p->socket > 0 && !p->closing && p->out_size == 0 && p->in_size >= FRAME) {
        size_t size = big16(p->in), used = FRAME + size;
        if (size == 0 || size > MESSAGE_MOST) {
            leave(p);
            return;
        }
        if (p->in_size < used) return;
        if (++p->messages > MESSAGES) {
            leave(p);
            return;
        }
        p->heard = now.millis;
        size_t sent = tap_receive(&p->tap, octets(p->in + FRAME, size), now, p->out + FRAME);
        memmove(p->in, p->in + used, p->in_size - used);
        p->in_size = (uint16_t)(p->in_size - used);
        answer(p, sent, now.millis);
    }
}

static void hear(struct place *p, struct moment now) {
    size_t room = p->closing ? sizeof p->in : sizeof p->in - p->in_size;
    ssize_t got = recv(p->socket, p->in + (p->closing ? 0 : p->in_size), room, 0);
    if (got < 0 && errno == EAGAIN) return;
    if (got <= 0) {
        leave(p);
    } else if (!p->closing) {
        p->in_size = (uint16_t)(p->in_size + got);
        handle(p, now);
    }
}

/* A free place, or that of the connection that is open longest. */
static struct place *room(struct server *s) {
    struct place *oldest = &s->place[0];
    for (int i = 0; i < PLACES; i++) {
        struct place *p = &s->place[i];
        if (p->socket == 0) return p;
        if (p->opened < oldest->opened) oldest = p;
    }
    leave(oldest);
    return oldest;
}

static int from(const struct server *s, uint32_t address) {
    int count = 0;
    for (int i = 0; i < PLACES; i++) count += s->place[i].socket > 0 && s->place[i].address == address;
    return count;
}

static void let_in(struct server *s) {
    struct sockaddr_in peer;
    socklen_t size = sizeof peer;
    int socket = accept(s->listener, (struct sockaddr *)&peer, &size);
    if (socket < 0) return;
    if (fcntl(socket, F_SETFL, O_NONBLOCK) != 0 || from(s, peer.sin_addr.s_addr) >= PER_ADDRESS) {
        close(socket);
        return;
    }
    struct moment now = tcp_now();
    struct place *p = room(s);
    p->socket = socket;
    p->address = peer.sin_addr.s_addr;
    p->opened = now.millis;
    answer(p, tap_open(&p->tap, s->reader, OVER_TCP, now, p->out + FRAME), now.millis);
}

/* When this connection has had its time, whatever its tap still waits for. */
static int64_t deadline(const struct place *p) {
    if (p->closing) return p->sending + CLOSING_MILLIS;
    if (p->out_size > 0) return p->sending + TAKING_MILLIS;
    return p->messages == 0 ? p->opened + FIRST_MILLIS : p->heard + SILENCE_MILLIS;
}

static void tick(struct place *p, struct moment now) {
    if (p->socket == 0) return;
    tap_tick(&p->tap, now);
    if (now.millis >= deadline(p)) leave(p);
    else if (p->tap.state == ENDED && !p->closing && p->out_size == 0) finish(p, now.millis);
}

static int patience(const struct server *s, int64_t now) {
    int64_t least = now + TURN_MILLIS;
    for (int i = 0; i < PLACES; i++) {
        const struct place *p = &s->place[i];
        if (p->socket == 0) continue;
        if (deadline(p) < least) least = deadline(p);
        if (p->tap.state != ENDED && tap_deadline(&p->tap) < least) least = tap_deadline(&p->tap);
    }
    return least > now ? (int)(least - now) : 0;
}

bool tcp_busy(const struct server *s) {
    for (int i = 0; i < PLACES; i++) {
        if (s->place[i].socket > 0 && s->place[i].tap.state < ESTABLISHED) return true;
    }
    return false;
}

void tcp_serve(struct server *s, bool open) {
    struct pollfd wait[PLACES + 1];
    wait[PLACES] = (struct pollfd){.fd = open ? s->listener : -1, .events = POLLIN};
    for (int i = 0; i < PLACES; i++) {
        const struct place *p = &s->place[i];
        wait[i] = (struct pollfd){.fd = p->socket > 0 ? p->socket : -1, .events = p->out_size > 0 ? POLLOUT : POLLIN};
    }
    if (poll(wait, PLACES + 1, patience(s, tcp_now().millis)) < 0) return;
    struct moment now = tcp_now();
    for (int i = 0; i < PLACES; i++) {
        struct place *p = &s->place[i];
        tick(p, now);
        if (p->socket == 0 || wait[i].revents == 0) continue;
        if (p->out_size > 0) {
            flush(p, now.millis);
            handle(p, now);
        } else {
            hear(p, now);
        }
    }
    if (wait[PLACES].revents & POLLIN) let_in(s);
    else ephemeral_make(&s->reader->ephemerals, s->reader->owner.random, s->reader->owner.context, now.millis);
}
