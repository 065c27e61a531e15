#include "budget.h"

void budget_begin(struct budget *b, int room, int64_t now) { *b = (struct budget){room, room, now}; }

bool budget_take(struct budget *b, int64_t now) {
    int64_t back = (now - b->since) / BUDGET_MILLIS;
    if (back < 0) { /* a clock that went back has measured nothing */
        b->since = now;
    } else if (back >= b->room - b->tokens) {
        b->tokens = b->room;
        b->since = now;
    } else {
        b->tokens += (int)back;
        b->since += back * BUDGET_MILLIS;
    }
    if (b->tokens == 0) return false;
    b->tokens--;
    return true;
}

void budget_give_back(struct budget *b) {
    if (b->tokens < b->room) b->tokens++;
}
