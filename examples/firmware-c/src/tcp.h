/* Taps over TCP (protocol.md 10): a few places, and bounds on what a stranger costs. */
#ifndef LINTEL_TCP_H
#define LINTEL_TCP_H

#include "tap.h"

#ifndef PLACES
#define PLACES 20
#endif

enum { FRAME = 2, RECEIVED_MOST = FRAME + MESSAGE_MOST };

struct place {
    int socket; /* 0: free */
    uint32_t address;
    bool closing; /* what was sent last is on its way; nothing that comes matters any more */
    uint8_t messages;
    uint16_t in_size, out_size, out_at;
    int64_t opened, heard, sending; /* when it was opened, when a whole message came, since when a message waits to be taken */
    struct tap tap;
    uint8_t in[RECEIVED_MOST], out[FRAME + SENT_MOST];
};

struct server {
    int listener;
    struct reader *reader;
    struct place place[PLACES];
};

/* Listens on an IPv4 address in figures; false if it cannot. Port 0 is any that is free. */
bool tcp_listen(struct server *s, struct reader *r, const char *address, uint16_t port);
uint16_t tcp_port(const struct server *s);

/* Serves for at most a second. open: whether new connections are let in. */
void tcp_serve(struct server *s, bool open);

/* Whether a tap waits for its answer. */
bool tcp_busy(const struct server *s);

struct moment tcp_now(void);

#endif
